"""The stories in brief: written from part of a page, and no wider than what was seen of it."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.bundled.tables import ids, table

BRIEF = [
    pytest.param(story, id=story["id"])
    for story in table("stories")
    if story["coverage"] == "brief"
]
SOURCES = {source["id"]: source for source in table("sources")}
NUMBER = re.compile(r"(?<!\w)\d[\d,]*(?:\.\d+)?(?![\w/])")
LINES = {"311", "911"}  # telephone numbers


def numbers(*texts: str) -> set[str]:
    """Return the numbers of *texts* in digits, but for years and telephone numbers."""
    found = {number.rstrip(",") for text in texts for number in NUMBER.findall(text)}
    return {number for number in found - LINES if not re.fullmatch(r"(?:19|20)\d\d", number)}


def test_36_stories_are_in_brief() -> None:
    assert len(BRIEF) == 36


@pytest.mark.parametrize("story", BRIEF)
def test_a_story_in_brief_has_the_title_of_its_source(story: dict[str, Any]) -> None:
    (source,) = [SOURCES[source] for source in story["source_ids"]]
    assert source["title"].rstrip(".") == story["headline"]
    assert source["url"]


@pytest.mark.parametrize("story", BRIEF)
def test_a_story_in_brief_says_who_did_what(story: dict[str, Any]) -> None:
    assert 25 <= len(story["summary"].split()) <= 65
    assert story["approach"]
    assert story["practices"]


@pytest.mark.parametrize("story", BRIEF)
def test_a_figure_of_its_prose_is_one_of_its_figures(story: dict[str, Any]) -> None:
    told = numbers(story["summary"], story["challenge"] or "", story["outcome"] or "")
    done = numbers(*story["approach"])
    listed = numbers(
        story["headline"],
        *(metric["statement"] for metric in story["metrics"]),
        *(f"{program['name']} {program['description']}" for program in story["programs"]),
    )
    assert told | done <= listed


def test_a_city_with_several_stories_has_a_word_in_the_id_of_each() -> None:
    cities = [story["city_id"] for story in table("stories")]
    several = {city for city in cities if cities.count(city) > 1}
    assert several == {"boulder-co", "kansas-city-mo"}
    assert several.isdisjoint(ids("stories"))


def test_no_city_has_one_page_told_twice() -> None:
    told = [(story["city_id"], *story["source_ids"]) for story in table("stories")]
    assert len(set(told)) == len(told)


def test_an_address_that_is_a_list_is_said_to_be_one() -> None:
    for story in table("stories"):
        for source in map(SOURCES.__getitem__, story["source_ids"]):
            if "/?cities_" in (source["url"] or ""):
                assert "The address is a list on the program's site" in source["note"], source
