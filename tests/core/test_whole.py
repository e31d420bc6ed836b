"""Whether records are all there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests import small_store
from tests.factories import make_city, make_event, make_metric, make_source, make_story
from wwc_cli.core import store, whole
from wwc_cli.errors import DataError

if TYPE_CHECKING:
    from pathlib import Path

QUOTE = {"text": "It works.", "speaker": None, "role": None}


def test_what_is_whole_passes(small_store_folder: Path) -> None:
    whole.check(store.read(str(small_store_folder)), path="here")
    assert small_store.STORIES


@pytest.mark.parametrize(
    "record",
    [
        make_story(text=["One.", "Two."], quotes=[QUOTE, {**QUOTE, "speaker": "Ana"}]),
        make_story(text=None, quotes=[], challenge=None, outcome=None, start_year=None),
        make_story(metrics=[make_metric(value=1.5), make_metric(value=None, unit=None)]),
        make_story(mine="a key of the user's own"),
    ],
)
def test_a_story_may_leave_open_what_it_does_not_know(record: Any) -> None:
    whole.check({"stories": [record]}, path="here")


def without(record: Any, key: str) -> Any:
    return {name: value for name, value in record.items() if name != key}


@pytest.mark.parametrize(
    ("table", "record", "said"),
    [
        ("stories", without(make_story(), "summary"), "record 'alpha-nj': summary is missing"),
        ("stories", without(make_story(), "id"), "record 'alpha-nj': id is missing"),
        ("stories", make_story(headline=None), "headline cannot be null"),
        ("stories", make_story(start_year="2024"), 'start_year cannot be "2024"'),
        ("stories", make_story(start_year=True), "start_year cannot be true"),
        ("stories", make_story(approach="Counted."), "approach is no list"),
        ("stories", make_story(approach=[None]), "one of its approach is not whole"),
        ("stories", make_story(summary=["a"]), "summary is a list"),
        ("stories", make_story(metrics=[{}]), "one of its metrics is not whole"),
        ("stories", make_story(metrics=[make_metric(value="9")]), "one of its metrics is not"),
        ("stories", make_story(metrics=[make_metric(kind="wish")]), "one of its metrics is not"),
        ("stories", make_story(people=["Ana"]), "one of its people is not whole"),
        ("stories", make_story(text="whole"), 'text cannot be "whole"'),
        ("stories", make_story(text=[{}]), "text is a list"),
        ("stories", make_story(quotes=[{"text": "a"}]), "one of its quotes is not whole"),
        ("stories", make_story(coverage="half"), "there is no coverage 'half'"),
        ("cities", make_city(name=5), "name cannot be 5"),
        ("certifications", make_event(event="crowned"), "there is no event 'crowned'"),
        ("certifications", make_event(event=["x"]), "event is a list"),
        ("certifications", make_event(level="bronze"), 'level cannot be "bronze"'),
        ("certifications", make_event(date=None), "date cannot be null"),
        ("sources", without(make_source(), "id"), "record 'without an id': id is missing"),
        ("topics", {**small_store.TOPICS[0], "name": {"en": "x"}}, "name cannot be"),
    ],
)
def test_what_is_not_whole_is_named_with_its_place(table: str, record: Any, said: str) -> None:
    with pytest.raises(DataError) as caught:
        whole.check({table: [record]}, path="here")
    assert caught.value.message.startswith(f"here is damaged: in {table}, record ")
    assert said in caught.value.message
    assert caught.value.hint


def test_an_id_may_be_there_once() -> None:
    with pytest.raises(DataError, match="its id is there twice"):
        whole.check({"sources": [make_source("a"), make_source("b"), make_source("a")]}, path="x")  # type: ignore[list-item]
