"""The figures of all stories as one table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests import showcase
from tests.screens import drawn, held, in_each_format, missing, page, widest
from wwc_cli.render import table
from wwc_cli.views import metrics as view
from wwc_cli.views.model import Note, Sections, plain

if TYPE_CHECKING:
    from wwc_cli.core.metrics import Found

FIGURES = showcase.figures()
FOUND = showcase.found_figures(*FIGURES)


def sections(found: Found) -> Sections:
    first = view.metrics(found).sheet()[0]
    assert isinstance(first, Sections)
    return first


def cells(header: str, **changes: Any) -> list[str]:
    """Return what stands under a header for one figure with *changes*."""
    made = sections(showcase.found_figures(showcase.make_figure(**changes)))
    (row,) = made.sections[0][1]
    return [plain(row[made.headers.index(header)])]


def notes(found: Found) -> list[str]:
    return [plain(b.text) for b in view.metrics(found).sheet() if isinstance(b, Note)]


@pytest.mark.parametrize("width", [60, 80, 140])
def test_the_table_of_figures(width: int) -> None:
    held(f"metrics-{width}", drawn(view.metrics(FOUND), width))


@pytest.mark.parametrize("sort", ["city", "theme", "period"])
def test_the_table_in_another_order(sort: str) -> None:
    found = showcase.found_figures(*FIGURES[:3], sort=sort)
    held(f"metrics-by-{sort}-80", drawn(view.metrics(found)))


@pytest.mark.parametrize("format_name", ["plain", "markdown"])
def test_the_figures_in_the_other_formats_for_people(format_name: str) -> None:
    held(f"metrics-{format_name}", in_each_format(view.metrics(FOUND))[format_name])


def test_the_figures_in_ascii() -> None:
    sheet = view.metrics(FOUND).sheet()
    held("metrics-ascii", table.render(sheet, page(80, unicode=False)))


@pytest.mark.parametrize("width", [20, 40, 60, 80, 140, 200])
def test_no_line_of_the_table_is_wider_than_the_page(width: int) -> None:
    assert widest(drawn(view.metrics(FOUND), width)) <= width


@pytest.mark.parametrize("width", [80, 100, 140])
def test_every_word_of_the_table_is_on_the_screen(width: int) -> None:
    words = "Rochester, Minnesota neighborhoods $22,000,000 against baseline Percent, outcomes"
    assert missing(words.split(), drawn(view.metrics(FOUND), width)) == []


def test_statements_are_shown_where_there_is_room() -> None:
    said = "As the store puts it"
    assert said not in drawn(view.metrics(FOUND), 80)
    assert said in drawn(view.metrics(FOUND), 140)


def test_what_is_measured_alike_has_a_name() -> None:
    assert [name for name, _ in sections(FOUND).sections] == [
        "Percent, decrease: outcomes",
        "Days, decrease: outcomes",
        "Days, decrease from one value to another: outcomes",
        "USD, no change told: outputs",
        "Without a number",
    ]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "against 2023"),
        ({"baseline_period": "2023-06"}, "against Jun 2023"),
        ({"basis": "start-value", "from_value": 6, "baseline_period": None}, "start value"),
        ({"basis": "period", "baseline_period": None}, "no baseline"),
        ({"basis": "none", "baseline_period": None, "period": None}, "no baseline"),
        ({"basis": "period", "baseline_period": None, "direction": "none"}, ""),
    ],
)
def test_the_basis_in_words(changes: dict[str, Any], expected: str) -> None:
    assert cells("Basis", **changes) == [expected]


def test_a_period_that_no_page_names_is_not_said() -> None:
    assert cells("Period", period=None) == ["not said"]
    assert cells("Period", period="as of 2024-05") == ["as of May 2024"]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "↓ 19%"),
        ({"value": 2, "from_value": 6, "unit": "days"}, "↓ 6 → 2 days"),
        ({"value": None, "unit": None}, "↓ –"),
        ({"value": None, "unit": None, "direction": "none"}, "–"),
    ],
)
def test_the_figure_as_it_is_written(changes: dict[str, Any], expected: str) -> None:
    assert cells("Figure", **changes) == [expected]


def test_where_all_are_of_one_kind_it_is_told_once() -> None:
    one = showcase.found_figures(FIGURES[0], FIGURES[1])
    assert [name for name, _ in sections(one).sections] == ["Percent, decrease"]
    assert notes(one)[1].startswith("All are outcomes. ")


@pytest.mark.parametrize("sort", ["city", "theme", "period"])
def test_out_of_a_ranking_what_is_no_outcome_says_so(sort: str) -> None:
    screen = drawn(view.metrics(showcase.found_figures(*FIGURES, sort=sort)), 160)
    assert "spent on crossings (output)" in screen
    assert "(outcome)" not in screen


def test_what_has_no_number_says_its_kind_where_it_is_no_outcome() -> None:
    fear = showcase.make_figure(value=None, unit=None, subject="fear", kind="context")
    assert "fear (context)" in drawn(view.metrics(showcase.found_figures(FIGURES[0], fear)))


def test_only_cities_of_one_name_are_told_apart_by_their_place() -> None:
    rows = [plain(row[0]) for _, section in sections(FOUND).sections for row in section]
    assert rows == [
        *("Río Alto", "Alpha", "Alpha"),
        *("Rochester, Minnesota", "Rochester, New York", "Río Alto"),
    ]


def test_where_there_is_no_number_a_screen_reader_is_told_so() -> None:
    shown = in_each_format(view.metrics(FOUND))["plain"]
    assert "Figure: down (no figure)" in shown


def test_each_source_stands_once_under_its_number() -> None:
    rows = [plain(row[-1]) for _, section in sections(FOUND).sections for row in section]
    assert rows == ["1", "2", "2", "3", "", "1"]


def test_the_footer_counts_by_unit() -> None:
    assert notes(FOUND)[0] == (
        "6 figures of 4 cities: 2 in percent, 2 in days, 1 in USD and 1 without a number."
    )
    some = showcase.found_figures(*FIGURES[:2], total=9)
    assert notes(some)[0] == "9 figures of 2 cities, the first 2 shown: 9 in percent."


def test_the_footer_does_not_list_every_unit() -> None:
    units = ("days", "weeks", "homes", "trees", "leaks", "votes", "years", "percent")
    found = showcase.found_figures(*(showcase.make_figure(unit=unit) for unit in units))
    assert notes(found)[0].endswith("1 in leaks and 3 in other units.")


def test_nothing_found_is_said_in_words_with_a_way_on() -> None:
    nothing = view.metrics(showcase.found_figures())
    assert drawn(nothing).startswith("No figure found. ")
    assert in_each_format(nothing)["plain"].startswith("No figure found. wwc topics")


def test_the_columns_are_the_keys_of_a_record() -> None:
    answer = view.metrics(FOUND)
    assert [column.name for column in answer.columns] == list(answer.records[0])
