"""Bars and grids as lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.screens import page, widest
from wwc_cli.render import counts
from wwc_cli.render.table import render
from wwc_cli.views import model

if TYPE_CHECKING:
    from wwc_cli.views.model import Block

LEVELS = [model.Series("gold", "gold"), model.Series("silver", "silver")]
ALONE = model.Bars([model.Series("cities")], [("gold", [30]), ("silver", [15]), ("none", [0])])
PARTED = model.Bars(LEVELS, [("2018", [10, 20]), ("2019", [1, 0]), ("2020", [0, 0])])
WIDE = model.Grid(
    [(f"C{at}", f"Country {at}") for at in range(10, 30)],
    [("housing", list(range(20))), ("energy", [0] * 20)],
)


def lines(block: model.Bars | model.Grid, room: int, *, unicode: bool = True) -> list[str]:
    if isinstance(block, model.Bars):
        drawn = counts.bars(block, room=room, unicode=unicode, size=len)
    else:
        drawn = counts.grid(block, room=room, unicode=unicode, size=len)
    return [model.plain(line) for line in drawn]


def test_bars_are_as_long_as_their_numbers_say() -> None:
    assert lines(ALONE, 32) == [
        "gold    ████████████████████  30",
        "silver  ██████████  15",
        "none      0",
    ]


def test_what_is_there_at_all_is_seen() -> None:
    bars = model.Bars([model.Series("x")], [("much", [10_000]), ("little", [1])])
    assert lines(bars, 40)[1] == "little  █  1"


def test_parts_have_signs_of_their_own_and_are_told_in_words() -> None:
    assert lines(PARTED, 60) == [
        "2018  ██████████▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓  30  10 gold, 20 silver",
        "2019  █                                1  1 gold",
        "2020                                   0",
    ]


def test_where_there_is_no_room_beside_a_bar_its_words_stand_below() -> None:
    first, below, *_ = lines(PARTED, 24)
    assert first.endswith("  30")
    assert below == "      10 gold, 20 silver"


def test_without_other_signs_bars_are_ascii() -> None:
    assert lines(PARTED, 60, unicode=False)[0] == (
        "2018  ##########====================  30  10 gold, 20 silver"
    )


def test_more_series_than_signs_are_all_drawn() -> None:
    many = model.Bars([model.Series(str(at)) for at in range(7)], [("x", [1] * 7)])
    (line,) = lines(many, 120)
    assert line.count("█") + line.count("▓") + line.count("▒") + line.count("□") > 7


def test_a_hole_is_a_quiet_dot() -> None:
    grid = model.Grid([("CL", "Chile"), ("US", "United States")], [("housing", [0, 1200])])
    assert lines(grid, 40) == ["         CL     US", "housing   ·  1,200"]
    assert lines(grid, 40, unicode=False)[1] == "housing   .  1,200"


def test_columns_that_do_not_fit_stand_below() -> None:
    parts = "\n".join(lines(WIDE, 60)).split("\n\n")
    assert len(parts) == 2
    assert parts[0].split()[0] == "C10"
    assert parts[1].splitlines()[1].startswith("housing")
    assert parts[1].splitlines()[0].split()[-1] == "C29"


def test_nothing_is_drawn_of_nothing() -> None:
    assert lines(model.Bars([model.Series("x")], []), 40) == []
    assert lines(model.Grid([], [("housing", [])]), 40) == []
    assert lines(model.Grid([("CL", "Chile")], []), 40) == ["  CL"]


@pytest.mark.parametrize("width", [20, 30, 45, 80, 140])
@pytest.mark.parametrize("block", [ALONE, PARTED, WIDE], ids=["bars", "parts", "grid"])
def test_no_line_is_wider_than_the_page(block: Block, width: int) -> None:
    assert widest(render([block], page(width))) <= width
