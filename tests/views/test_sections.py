"""The sections of a profile as flat rows."""

from __future__ import annotations

import pytest

from tests import showcase
from wwc_cli.views import sections

HARBOR = showcase.harbor()
PROFILES = [HARBOR, showcase.rio_alto(), showcase.elm_grove(), showcase.unknown()]


@pytest.mark.parametrize("section", sections.NAMES)
def test_each_row_of_a_section_has_just_the_keys_of_its_columns(section: str) -> None:
    rows = [row for profile in PROFILES for row in sections.rows(profile, section)]
    assert rows
    for row in rows:
        assert list(row) == sections.COLUMNS[section]


def test_the_sections_are_those_that_are_promised() -> None:
    assert sections.NAMES == (
        "summary", "challenge", "approach", "outcome", "metrics", "programs", "partners",
        "people", "tools", "practices", "quotes", "text", "certification", "related", "sources",
    )  # fmt: skip


def test_a_step_is_a_row_with_its_number() -> None:
    assert sections.rows(HARBOR, "approach")[1] == {
        "story_id": "port-st-mary-or",
        "step": 2,
        "approach": "Ranked crossings by risk: those near schools, those near the harbor, then all"
        " others.",
    }


def test_a_name_in_a_list_is_a_row() -> None:
    assert sections.rows(HARBOR, "tools") == [
        {"story_id": "port-st-mary-or", "name": "computer vision"},
        {"story_id": "port-st-mary-or", "name": "heat map"},
    ]


def test_a_paragraph_is_a_row_with_its_number() -> None:
    rows = sections.rows(HARBOR, "text")
    assert [row["paragraph"] for row in rows] == [1, 2]
    assert rows[1] == {
        "story_id": "port-st-mary-or",
        "paragraph": 2,
        "text": "“Count what nearly happened [and] you need not count the dead.”",
    }


def test_a_quotation_is_a_row_with_who_says_it_as_far_as_that_is_known() -> None:
    assert sections.rows(HARBOR, "quotes")[1] == {
        "story_id": "port-st-mary-or",
        "text": "We were asked twice.",
        "speaker": None,
        "role": None,
    }


@pytest.mark.parametrize("section", ["quotes", "text"])
def test_a_story_without_the_words_of_its_page_has_no_rows_of_them(section: str) -> None:
    assert sections.rows(showcase.rio_alto(), section) == []


def test_rows_of_all_stories_of_a_city_are_there() -> None:
    rows = sections.rows(showcase.rio_alto(), "summary")
    assert [row["story_id"] for row in rows] == ["rio-alto-cl", "rio-alto-cl-agua"]


def test_a_city_without_certification_has_no_rows_of_it() -> None:
    assert sections.rows(showcase.unknown(), "certification") == []
