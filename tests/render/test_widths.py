"""Widths that cost few lines."""

from __future__ import annotations

import pytest

from wwc_cli.render.widths import sparing


def measured(*rows: list[str]) -> list[list[tuple[int, int]]]:
    return [[(len(cell), max(map(len, cell.split()), default=0)) for cell in row] for row in rows]


def test_what_fits_is_left_as_wide_as_it_is() -> None:
    assert sparing(measured(["city", "a long subject"], ["Newark", "x"]), room=30) == [6, 14]


def test_a_lone_long_cell_gives_way_before_many() -> None:
    rows = [["against the same period of 2023", "auto thefts"]] + [["2023", "auto thefts"]] * 9
    widths = sparing(measured(*rows), room=24)
    assert widths[1] == 11
    assert sum(widths) <= 24


def test_no_word_is_parted_while_there_is_another_way() -> None:
    rows = measured(["neighborhood hot spots", "a b c d e f g h"])
    widths = sparing(rows, room=16)
    assert widths[0] >= len("neighborhood")


def test_the_header_of_a_long_table_is_not_parted() -> None:
    rows = [["Source", "What"]] + [["1", "neighborhood hot spots and more"]] * 200
    assert sparing(measured(*rows), room=22)[0] == 6


def test_a_short_cell_is_not_folded_where_a_long_one_is_anyway() -> None:
    rows = measured(["", ""], ["no baseline", "a long statement of many words " * 4])
    assert sparing(rows, room=50)[0] == 11


@pytest.mark.parametrize("room", [2, 5, 11])
def test_a_page_too_narrow_for_words_is_kept_all_the_same(room: int) -> None:
    assert sum(sparing(measured(["neighborhood", "neighborhood"]), room=room)) <= room


def test_columns_of_nothing_have_no_width() -> None:
    assert sparing(measured(["", "x"]), room=10) == [0, 1]
