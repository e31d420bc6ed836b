"""The sentence of a story that answers most of a query at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests import small_store
from tests.core import stores
from tests.factories import make_story
from wwc_cli.core import passage
from wwc_cli.core.query import Form, Idea
from wwc_cli.core.search import Wanted, search
from wwc_cli.core.snippet import CLOSE, OPEN
from wwc_cli.core.stems import Stemmer

if TYPE_CHECKING:
    from pathlib import Path


def idea(words: str, *, weight: float = 1.0, field: str | None = None) -> Idea:
    form = Form(tuple(words.split()), weight, "word", field)
    return Idea(words, [form.replaced(key=Stemmer().key(form.words))])


def best(fields: dict[str, str], *ideas: Idea, counted: list[float] | None = None) -> float:
    """Return the best passage of texts in which `<word>` stands for a marked word."""
    marked = {field: text.replace("<", OPEN).replace(">", CLOSE) for field, text in fields.items()}
    return passage.best(marked, ideas, counted or [1.0] * len(ideas), Stemmer())


OPEN_DATA, HOMELESS = idea("open data"), idea("homelessness")


def test_words_of_one_sentence_count_together_and_those_of_two_do_not() -> None:
    together = {"summary": "It has <open> <data> on <homelessness>. It is a city."}
    apart = {"summary": "It has <open> <data>. It has <homelessness>."}
    assert best(together, OPEN_DATA, HOMELESS) == 100
    assert best(apart, OPEN_DATA, HOMELESS) == 50


def test_lines_part_as_sentences_do() -> None:
    assert best({"approach": "<open> <data>\n<homelessness>"}, OPEN_DATA, HOMELESS) == 50


def test_what_is_rarer_counts_more() -> None:
    text = {"summary": "It has <homelessness>."}
    assert best(text, OPEN_DATA, HOMELESS, counted=[1.0, 3.0]) == 75


def test_another_word_of_the_stem_counts_and_a_weaker_form_counts_less() -> None:
    assert best({"summary": "<Homeless> people."}, HOMELESS) == 100
    assert best({"summary": "<homelessness>"}, idea("homelessness", weight=0.6)) == 60


def test_a_form_for_one_field_counts_in_that_field_alone() -> None:
    chile = idea("chile", field="city")
    assert best({"city": "<Chile>"}, chile) == 100
    assert best({"summary": "<Chile>"}, chile) == 0


@pytest.mark.parametrize("field", ["quotes", "text"])
def test_the_words_of_a_page_are_left_out(field: str) -> None:
    assert best({field: "<homelessness>"}, HOMELESS) == 0


def test_nothing_asked_or_found_is_nothing() -> None:
    assert best({}, HOMELESS) == 0
    assert best({"summary": "A city."}, HOMELESS) == 0
    assert best({"summary": "<homelessness>"}, HOMELESS, counted=[0.0]) == 0


def test_of_two_stories_alike_the_one_that_tells_of_both_at_once_comes_first(
    tmp_path: Path,
) -> None:
    apart = make_story(id="a", headline="One", summary="It bought zeppelins. It fed marmots.")
    together = make_story(
        id="b", headline="Two", summary="It bought zeppelins for marmots. It fed."
    )
    small_store.write(tmp_path / "data")
    stores.write_library(tmp_path / "library.json", stories=[apart, together])
    catalogue = stores.opened_in(tmp_path)
    hits = search(Wanted(text="zeppelin marmot"), catalogue).hits
    catalogue.close()
    assert [hit["id"] for hit in hits] == ["b", "a"]
    assert hits[0]["score"] > hits[1]["score"]
