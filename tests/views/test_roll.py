"""The certified cities as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests import showcase
from tests.screens import drawn, held, in_each_format, missing, page, widest
from wwc_cli.render import table
from wwc_cli.views import roll
from wwc_cli.views.model import Note, plain

if TYPE_CHECKING:
    from wwc_cli.core.answers import CertifiedCity

ROWS = [
    showcase.row(profile)
    for profile in (
        showcase.elm_grove(),
        showcase.harbor(),
        showcase.rio_alto(),
        showcase.long_name(),
    )
]


def footer(*rows: CertifiedCity) -> str:
    (_, note) = roll.roll(rows, history=False).sheet()
    assert isinstance(note, Note)
    return plain(note.text)


@pytest.mark.parametrize("width", [80, 100, 160])
@pytest.mark.parametrize("history", [False, True], ids=["last", "history"])
def test_the_list_of_certified_cities(width: int, history: bool) -> None:
    name = f"list-certified-{'history-' if history else ''}{width}"
    held(name, drawn(roll.roll(ROWS, history=history), width))


@pytest.mark.parametrize("format_name", ["plain", "markdown"])
def test_the_list_in_the_other_formats_for_people(format_name: str) -> None:
    shown = in_each_format(roll.roll(ROWS, history=True))[format_name]
    held(f"list-certified-{format_name}", shown)


def test_the_list_in_ascii() -> None:
    answer = roll.roll(ROWS, history=False)
    held("list-certified-ascii", table.render(answer.sheet(), page(80, unicode=False)))


@pytest.mark.parametrize("width", [20, 40, 60, 80, 160])
@pytest.mark.parametrize("history", [False, True], ids=["last", "history"])
def test_no_line_of_the_list_is_wider_than_the_page(width: int, history: bool) -> None:
    assert widest(drawn(roll.roll(ROWS, history=history), width)) <= width


@pytest.mark.parametrize(
    "width",
    [
        60,
        80,
        100,
    ],
)
def test_every_word_of_the_list_is_on_the_screen(width: int) -> None:
    row = ROWS[0] | {"city": "Albuquerque", "subdivision": "Massachusetts"}
    rows: list[CertifiedCity] = [row, *ROWS]
    words = "Albuquerque Massachusetts recertified certified honor platinum stated Molinos Story"
    assert missing(words.split(), drawn(roll.roll(rows, history=False), width)) == []


def test_no_city_is_said_in_words() -> None:
    assert drawn(roll.roll([], history=False)) == "No city.\n"
    assert in_each_format(roll.roll([], history=True))["plain"] == "No city.\n"


def test_the_footer_counts_levels_best_first() -> None:
    assert footer(*ROWS) == (
        "4 cities: 1 platinum, 1 gold, 1 without a stated level, 1 on the honor roll only."
    )


def test_the_footer_explains_a_mark_only_where_there_is_one() -> None:
    assert footer(ROWS[2]) == "1 city: 1 platinum."


@pytest.mark.parametrize("format_name", ["table", "plain", "markdown"])
def test_a_story_in_brief_is_told_from_one_in_full(format_name: str) -> None:
    rows = [showcase.row(showcase.bay_view()), ROWS[1]]
    shown = in_each_format(roll.roll(rows, history=False))[format_name]
    assert shown.count("in brief") == 1
    assert shown.count("yes") == 1
    assert footer(*rows) == (
        "2 cities: 1 gold, 1 silver. In brief: a story written from part of its page."
    )


@pytest.mark.parametrize("width", [80, 140])
def test_the_list_with_a_story_in_brief(width: int) -> None:
    rows = [showcase.row(showcase.bay_view()), *ROWS]
    held(f"list-certified-brief-{width}", drawn(roll.roll(rows, history=False), width))


def test_a_derived_event_is_marked() -> None:
    screen = drawn(roll.roll(ROWS, history=True), 160)
    assert "2021 moved up to gold*" in screen
    assert "24 Apr 2019 certified at silver " in screen


def test_a_city_of_the_honor_roll_has_no_level() -> None:
    (cells, *_) = roll.roll([ROWS[3]], history=False).sheet()[0].rows  # type: ignore[union-attr]
    assert cells == ["San Juan de los Molinos del Valle", "Argentina", "", "",
                     "25 Jan 2018 honor roll", ""]  # fmt: skip


def test_records_have_a_history_only_where_it_was_asked_for() -> None:
    (with_it,) = roll.roll([ROWS[1]], history=True).records
    (without,) = roll.roll([ROWS[1]], history=False).records
    assert with_it == ROWS[1]
    assert with_it.keys() - without.keys() == {"history"}


def test_the_columns_are_the_keys_of_a_record() -> None:
    for history in (False, True):
        answer = roll.roll(ROWS, history=history)
        assert [column.name for column in answer.columns] == list(answer.records[0])


def test_the_history_of_a_city_is_one_cell_of_events() -> None:
    (column,) = [c for c in roll.roll(ROWS, history=True).columns if c.name == "history"]
    assert column.cell(ROWS[1]) == [
        "2019-04-24 certified silver", "2021 moved-up gold", "2024-06-17 recertified"
    ]  # fmt: skip
