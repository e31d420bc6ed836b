"""Which story is which."""

from __future__ import annotations

import pytest

from wwc_cli.core.story_ids import free_id, story_key


@pytest.mark.parametrize(
    "headline", ["Menos Embarazo: así", "menos embarazo asi", "MENOS—EMBARAZO, ASÍ!"]
)
def test_a_headline_is_the_same_in_any_spelling_of_its_letters(headline: str) -> None:
    assert story_key("a", headline) == story_key("a", "Menos embarazo, así")


def test_another_headline_or_city_is_another_story() -> None:
    keys = {story_key("a", "One"), story_key("a", "Ones"), story_key("b", "One")}
    assert len(keys) == 3


@pytest.mark.parametrize(
    ("taken", "made"),
    [
        ((), "a-nj"),
        (("a-nj",), "a-nj-clean"),
        (("a-nj", "a-nj-clean"), "a-nj-clean-air"),
        (("a-nj", "a-nj-clean", "a-nj-clean-air"), "a-nj-2"),
        (("a-nj", "a-nj-clean", "a-nj-clean-air", "a-nj-2"), "a-nj-3"),
    ],
)
def test_an_id_has_as_many_words_as_it_needs(taken: tuple[str, ...], made: str) -> None:
    assert free_id("a-nj", "Clean Air", taken) == made


@pytest.mark.parametrize("headline", ["", "?", "Of a", "市"])
def test_a_headline_without_a_telling_word_gives_numbers(headline: str) -> None:
    assert free_id("a-nj", headline, {"a-nj", "a-nj-2"}) == "a-nj-3"


def test_a_thousand_stories_of_one_city_have_a_thousand_ids() -> None:
    taken: set[str] = set()
    for number in range(1000):
        taken.add(free_id("a-nj", f"Page {number}", taken))
    assert len(taken) == 1000
