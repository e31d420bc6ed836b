"""The stories of the store and their figures; docs/test_readme.py holds the closed lists against
the page that explains them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any

import pytest

from tests.bundled.tables import ids, metrics, table
from wwc_cli.core import vocabulary

STORIES = [pytest.param(story, id=story["id"]) for story in table("stories")]
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
SCALES = (1, 1e3, 1e6, 1e9)
WORDS = {
    word: value
    for value, words in enumerate(
        "zero|one once|two twice double doubled|three|four|five|six|seven|eight|nine|ten".split("|")
    )
    for word in words.split()
}


def figures(text: str) -> set[float]:
    """Return the figures that a sentence holds: in digits, and those that are said in words."""
    said = {float(WORDS[word]) for word in re.findall(r"[a-z]+", text.lower()) if word in WORDS}
    return said | {float(digits.replace(",", "").rstrip(".")) for digits in NUMBER.findall(text)}


def test_24_stories_are_written_from_the_whole_page() -> None:
    assert [story["coverage"] for story in table("stories")].count("full") == 24


@pytest.mark.parametrize("story", STORIES)
def test_a_story_is_of_a_city_of_the_store_and_has_sources(story: dict[str, Any]) -> None:
    assert story["city_id"] in ids("cities")
    assert story["id"] == story["city_id"] or str(story["id"]).startswith(f"{story['city_id']}-")
    assert story["source_ids"]
    assert story["origin"] == "bundled"


@pytest.mark.parametrize("story", STORIES)
def test_the_topics_of_a_story_are_those_that_its_page_prints(story: dict[str, Any]) -> None:
    meant = defaultdict(set)  # one print may mean two topics: Health and Utilities
    for topic in table("topics"):
        for printed in topic["printed_as"]:
            meant[printed].add(topic["id"])
    for printed in story["printed_topics"]:
        assert meant[printed] & set(story["topics"]), printed
    printed_for = {topic for printed in story["printed_topics"] for topic in meant[printed]}
    if printed_for or story["coverage"] == "full":  # where none is printed, they are our reading
        assert set(story["topics"]) <= printed_for
    assert set(story["topics"]) <= ids("topics")
    assert len(set(story["topics"])) == len(story["topics"]) > 0


@pytest.mark.parametrize("story", STORIES)
def test_prose_is_sentences_and_the_approach_has_three_to_six_steps(
    story: dict[str, Any],
) -> None:
    if story["coverage"] == "full":
        assert 3 <= len(story["approach"]) <= 6
        assert story["challenge"]
        assert story["outcome"]
    for text in (story["summary"], story["challenge"], story["outcome"], *story["approach"]):
        assert text is None or str(text).endswith((".", ".”")), text


@pytest.mark.parametrize("story", STORIES)
def test_the_years_of_a_story_are_in_order(story: dict[str, Any]) -> None:
    start, end = story["start_year"], story["end_year"]
    for year in (start, end):
        assert year is None or 1990 <= year <= 2060
    assert start is None or end is None or start <= end


@pytest.mark.parametrize("story", STORIES)
def test_no_list_of_a_story_names_a_thing_twice(story: dict[str, Any]) -> None:
    for field in ("partners", "tools", "practices", "source_ids", "programs", "people", "metrics"):
        listed = [str(item) for item in story[field]]
        assert len(set(listed)) == len(listed), field


def test_a_figure_has_a_unit_and_only_a_figure_has_one() -> None:
    for story, metric in metrics():
        assert (metric["unit"] is None) == (metric["value"] is None), (story, metric)
        assert metric["from_value"] is None or metric["value"] is not None, (story, metric)


def test_a_statement_is_a_sentence() -> None:
    for story, metric in metrics():
        assert metric["statement"].endswith("."), (story, metric["statement"])
        assert metric["statement"][0].isupper() or metric["statement"][0].isdigit(), story


def test_a_statement_holds_the_figures_of_its_metric() -> None:
    for story, metric in metrics():
        held = figures(metric["statement"])
        for value in (metric["value"], metric["from_value"]):
            at_any_scale = {round(figure * scale, 6) for figure in held for scale in SCALES}
            assert value is None or round(value, 6) in at_any_scale, (story, metric["statement"])


def test_a_share_is_a_share_and_a_count_is_not_below_nothing() -> None:
    for story, metric in metrics():
        assert metric["value"] is None or metric["value"] >= 0, (story, metric)
        if metric["unit"] == "in ten":
            assert metric["value"] <= 10, (story, metric)


def test_a_change_goes_the_way_it_is_said_to_go() -> None:
    for story, metric in metrics():
        if metric["from_value"] is None:
            continue
        grew = metric["value"] > metric["from_value"]
        assert metric["direction"] == ("increase" if grew else "decrease"), (story, metric)


@pytest.mark.parametrize(
    ("said", "listed"),
    [
        ({metric["unit"] for _, metric in metrics() if metric["unit"]}, vocabulary.UNITS),
        ({metric["theme"] for _, metric in metrics()}, vocabulary.THEMES),
        (
            {program["kind"] for story in table("stories") for program in story["programs"]},
            vocabulary.PROGRAM_KINDS,
        ),
        (
            {practice for story in table("stories") for practice in story["practices"]},
            vocabulary.PRACTICES,
        ),
    ],
    ids=["units", "themes", "kinds of programs", "practices"],
)
def test_closed_lists_are_kept_and_name_nothing_twice(
    said: set[str], listed: tuple[str, ...]
) -> None:
    assert said <= set(listed)
    assert len(set(listed)) == len(listed)


def test_the_topics_of_the_store_are_those_that_the_design_names() -> None:
    assert sorted(ids("topics")) == [
        "communications", "community-engagement", "cross-sector-collaboration",
        "economic-development", "education", "energy", "environment", "equity", "finance",
        "health-and-wellbeing", "high-performing-government", "homelessness", "housing",
        "infrastructure-and-utilities", "parks-and-recreation", "public-safety", "technology",
        "transportation", "youth-development",
    ]  # fmt: skip


def test_a_topic_has_a_name_in_three_languages_and_prints_its_own() -> None:
    for topic in table("topics"):
        assert list(topic["name"]) == ["en", "es", "pt"]
        assert topic["name"]["en"] in topic["printed_as"]
        assert len(set(topic["printed_as"])) == len(topic["printed_as"])
