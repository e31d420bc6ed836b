"""A typed query → the ideas that are looked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wwc_cli.core import query
from wwc_cli.core.search import Wanted, search
from wwc_cli.core.stems import Stemmer

if TYPE_CHECKING:
    from wwc_cli.core.catalogue import Catalogue


def parse(text: str, catalogue: Catalogue) -> query.Query:
    return query.parse(text, catalogue, Stemmer())


def typed(text: str, catalogue: Catalogue) -> list[str]:
    """Return the parts of a query that are looked for, without bonuses."""
    return [idea.typed for idea in parse(text, catalogue).ideas if not idea.bonus]


def test_words_of_a_question_that_carry_nothing_are_left_out(bundled: Catalogue) -> None:
    assert typed("which cities cut crime?", bundled) == ["cut", "crime"]
    assert typed("¿qué ciudades redujeron los desalojos?", bundled) == ["redujeron", "desalojos"]
    assert typed("quais cidades reduziram o crime?", bundled) == ["reduziram", "crime"]


def test_a_query_of_such_words_alone_is_looked_for_as_it_stands(bundled: Catalogue) -> None:
    assert typed("which cities", bundled) == ["which", "cities"]


def test_a_phrase_that_means_something_is_one_idea(bundled: Catalogue) -> None:
    assert typed("traffic safety", bundled) == ["traffic safety"]
    assert typed("crime in Chile", bundled) == ["crime", "chile"]


def test_what_the_user_typed_weighs_more_than_what_we_added(bundled: Catalogue) -> None:
    (idea,) = (i for i in parse("evictions", bundled).ideas if not i.bonus)
    own, *added = idea.forms
    assert own.words == ("evictions",)
    assert added
    assert all(form.weight < own.weight for form in added)


def test_a_place_is_looked_for_where_cities_lie(bundled: Catalogue) -> None:
    (idea,) = parse("Brasil", bundled).ideas
    assert ("name", "city") in {(form.via, form.field) for form in idea.forms}


@pytest.mark.parametrize(
    ("text", "cities"),
    [
        ("Washington state", {"bellevue-wa", "issaquah-wa"}),
        ("Carolina del Sur", {"charleston-sc", "rock-hill-sc"}),
        ("New York State", {"buffalo-ny", "rochester-ny"}),
    ],
)
def test_a_state_of_two_words_is_that_state_and_no_other_of_its_words(
    text: str, cities: set[str], bundled: Catalogue
) -> None:
    assert {hit["city_id"] for hit in search(Wanted(text=text), bundled).hits} == cities


def test_words_that_say_how_and_not_on_what_decide_little(bundled: Catalogue) -> None:
    ideas = parse("which small city puts parks in the right place quickly", bundled).ideas
    weights = {idea.typed: idea.weight for idea in ideas if not idea.bonus}
    assert weights["parks"] == 1
    assert all(weights[word] < 1 for word in ("small", "puts", "place", "quickly"))


def test_a_word_that_means_nothing_known_counts_half_beside_two_that_do(bundled: Catalogue) -> None:
    def weights(text: str) -> dict[str, float]:
        return {idea.typed: idea.weight for idea in parse(text, bundled).ideas if not idea.bonus}

    assert weights("homelessness dolphins evictions") == {
        "homelessness": 1,
        "dolphins": 0.5,
        "evictions": 1,
    }
    assert weights("dolphins evictions") == {"dolphins": 1, "evictions": 1}


@pytest.mark.parametrize("text", ["sure", "tarde", "zerar", "bird"])
def test_an_everyday_word_that_no_story_has_is_no_slip(text: str, bundled: Catalogue) -> None:
    asked = parse(f"{text} evictions", bundled)
    assert asked.searched_for is None
    assert "evictions" in typed(f"{text} evictions", bundled)


@pytest.mark.parametrize("text", ["e-bike", "ebike", "e bike"])
def test_a_compound_is_found_joined_parted_or_hyphened(text: str, bundled: Catalogue) -> None:
    found = [hit["city_id"] for hit in search(Wanted(text=text), bundled).hits]
    assert found[:1] == ["carlsbad-ca"]


@pytest.mark.parametrize("text", ["Power BI", "PowerBI", "power-bi"])
def test_a_name_of_two_words_is_found_typed_as_one(text: str, bundled: Catalogue) -> None:
    found = [hit["city_id"] for hit in search(Wanted(text=text), bundled).hits]
    assert found[:1] == ["lujan-de-cuyo-ar"]


@pytest.mark.parametrize(("text", "city"), [("PSE&G", "newark-nj"), ("911", "tulsa-ok")])
def test_signs_and_figures_are_part_of_names(text: str, city: str, bundled: Catalogue) -> None:
    assert city in [hit["city_id"] for hit in search(Wanted(text=text), bundled).hits]


def test_a_corrected_query_is_told(bundled: Catalogue) -> None:
    assert parse("trafic saftey", bundled).searched_for == "traffic safety"


def test_a_translated_query_is_told_in_english(bundled: Catalogue) -> None:
    assert parse("seguridad vial", bundled).searched_for == "traffic safety"


def test_a_query_understood_as_typed_is_not_told(bundled: Catalogue) -> None:
    assert parse("traffic safety", bundled).searched_for is None


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", '"', "traffic AND (", "C++", "a*", "NEAR(a b)", "{headline}: x", "- OR -", "^"),
        *("x" * 5000, "crime " * 2000, "\x00", "\x1b[2J", "🚲", "ñ", "\ud800", "%_", "';--"),
    ],
)
def test_any_input_is_safe(text: str, bundled: Catalogue) -> None:
    found = search(Wanted(text=text), bundled)
    assert len(found.hits) <= found.total


@settings(max_examples=200, deadline=None)
@given(text=st.text(max_size=60))
def test_any_text_at_all_is_safe(text: str, bundled: Catalogue) -> None:
    search(Wanted(text=text), bundled)
