"""How many there are of everything, as bars."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.screens import drawn, held, in_each_format, page, widest
from wwc_cli.render import table
from wwc_cli.views import stats as view

if TYPE_CHECKING:
    from wwc_cli.core.answers import Stats

STATS: Stats = {
    "totals": {
        "cities": 5,
        "certified": 4,
        "events": 33,
        "stories": 3,
        "figures": 1200,
        "sources": 6,
    },
    "events_by_year": [
        {
            "year": 2018,
            "platinum": 0,
            "gold": 1,
            "silver": 8,
            "unstated": 0,
            "honor_roll": 5,
            "total": 14,
        },
        {
            "year": 2019,
            "platinum": 0,
            "gold": 0,
            "silver": 0,
            "unstated": 0,
            "honor_roll": 0,
            "total": 0,
        },
        {
            "year": 2020,
            "platinum": 2,
            "gold": 4,
            "silver": 10,
            "unstated": 3,
            "honor_roll": 0,
            "total": 19,
        },
    ],
    "cities_by_level": [
        {"level": "platinum", "cities": 1},
        {"level": "gold", "cities": 2},
        {"level": "silver", "cities": 0},
        {"level": "unstated", "cities": 1},
    ],
    "cities_by_country": [
        {
            "country": "United States",
            "country_code": "US",
            "platinum": 1,
            "gold": 2,
            "silver": 0,
            "unstated": 0,
            "total": 3,
        },
        {
            "country": "Chile",
            "country_code": "CL",
            "platinum": 0,
            "gold": 0,
            "silver": 0,
            "unstated": 1,
            "total": 1,
        },
    ],
    "stories_by_coverage": [
        {"coverage": "full", "stories": 3},
        {"coverage": "brief", "stories": 0},
    ],
    "stories_by_theme": [
        {"theme": "traffic-safety", "stories": 3, "figures": 1100},
        {"theme": "trees", "stories": 1, "figures": 100},
    ],
    "stories_by_country": [
        {"country": "United States", "country_code": "US", "stories": 2},
        {"country": "Chile", "country_code": "CL", "stories": 1},
    ],
}


@pytest.mark.parametrize("width", [60, 80, 140])
def test_the_counts_as_bars(width: int) -> None:
    held(f"stats-{width}", drawn(view.stats(STATS), width))


@pytest.mark.parametrize("format_name", ["plain", "markdown"])
def test_the_counts_in_the_other_formats_for_people(format_name: str) -> None:
    held(f"stats-{format_name}", in_each_format(view.stats(STATS))[format_name])


def test_the_counts_in_ascii() -> None:
    held("stats-ascii", table.render(view.stats(STATS).sheet(), page(80, unicode=False)))


@pytest.mark.parametrize("width", [20, 40, 80, 140])
def test_no_line_is_wider_than_the_page(width: int) -> None:
    assert widest(drawn(view.stats(STATS), width)) <= width


def test_the_level_that_nobody_states_is_told() -> None:
    screen = drawn(view.stats(STATS))
    assert "2 platinum, 4 gold, 10 silver, 3 not stated" in screen
    assert "  not stated  " in screen


def test_the_record_is_the_answer_as_it_is() -> None:
    assert view.stats(STATS).records is STATS


def test_the_flat_formats_have_a_row_a_count() -> None:
    answer = view.stats(STATS)
    rows = [tuple(column.cell(row) for column in answer.columns) for row in answer.rows]
    assert [column.name for column in answer.columns] == ["what", "key", "part", "count"]
    assert ("totals", "events", None, 33) in rows
    assert ("events_by_year", 2018, "honor_roll", 5) in rows
    assert ("cities_by_country", "CL", "unstated", 1) in rows
    assert ("stories_by_theme", "trees", "figures", 100) in rows
    assert {what for what, *_ in rows} == set(STATS)
