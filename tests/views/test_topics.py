"""Topics and themes as tables and grids."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.screens import drawn, held, in_each_format, widest
from wwc_cli.core.topics import Counted
from wwc_cli.views import topics as view

if TYPE_CHECKING:
    from wwc_cli.core.answers import Subject
    from wwc_cli.core.topics import By

COUNTRIES = [("AR", "Argentina"), ("CL", "Chile"), ("US", "United States")]
YEARS = [(str(year), str(year)) for year in range(2008, 2025)]


def subject(kind: Any, subject_id: str, stories: int, **by: int) -> Subject:
    name = subject_id.replace("-", " ").capitalize()
    return {
        "kind": kind,
        "id": subject_id,
        "name": {"en": name, "es": None, "pt": None},
        "stories": stories,
        "figures": 400 * stories,
        "cities": stories,
        "by": by,
    }


def counted(by: By | None) -> Counted:
    columns = {"country": COUNTRIES, "year": YEARS, None: []}[by]
    none = dict.fromkeys((key for key, _ in columns), 0)
    some = {columns[0][0]: 2, columns[-1][0]: 1} if columns else {}
    return Counted(
        [
            subject("topic", "infrastructure-and-utilities", 3, **(none | some)),
            subject("topic", "housing", 0, **none),
            subject("theme", "trees", 3, **(none | some)),
        ],
        columns,
        3,
        by,
    )


def test_topics_and_themes_as_tables() -> None:
    held("topics-80", drawn(view.topics(counted(None))))
    held("topics-140", drawn(view.topics(counted(None)), 140))


@pytest.mark.parametrize("by", ["country", "year"])
@pytest.mark.parametrize("width", [80, 140])
def test_topics_and_themes_as_a_grid(by: By, width: int) -> None:
    held(f"topics-by-{by}-{width}", drawn(view.topics(counted(by)), width))


@pytest.mark.parametrize("format_name", ["plain", "markdown"])
def test_the_grid_in_the_other_formats_for_people(format_name: str) -> None:
    shown = in_each_format(view.topics(counted("country")))[format_name]
    held(f"topics-by-country-{format_name}", shown)


@pytest.mark.parametrize("width", [20, 40, 80, 140])
@pytest.mark.parametrize("by", [None, "country", "year"])
def test_no_line_is_wider_than_the_page(by: By | None, width: int) -> None:
    assert widest(drawn(view.topics(counted(by)), width)) <= width


def test_a_hole_is_a_dot_and_the_countries_are_named_below() -> None:
    screen = drawn(view.topics(counted("country")))
    assert "  housing                        ·   ·   ·    ·" in screen
    assert "AR Argentina, CL Chile, US United States." in screen


def test_records_are_counted_by_something_only_where_that_was_asked_for() -> None:
    (first, *_) = view.topics(counted("country")).records
    assert first["by"] == {"AR": 2, "CL": 0, "US": 1}
    assert "by" not in view.topics(counted(None)).records[0]


def test_the_flat_formats_have_a_column_a_country() -> None:
    answer = view.topics(counted("country"))
    assert [column.name for column in answer.columns] == [
        *("kind", "id", "name", "stories", "figures", "cities"),
        *("AR", "CL", "US"),
    ]
    assert [column.cell(answer.rows[0]) for column in answer.columns] == [
        *("topic", "infrastructure-and-utilities", "Infrastructure and utilities"),
        *(3, 1200, 3, 2, 0, 1),
    ]
