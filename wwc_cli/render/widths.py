"""Widths of columns for a page that is too narrow for them: those that cost the fewest lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_SAMPLE = 80  # rows whose lines are counted: those with the longest cells
_SHORT = 13  # columns; a cell up to that is short
_FOLDED = 2  # lines that a short cell folded is held to cost


def sparing(rows: Sequence[Sequence[tuple[int, int]]], *, room: int) -> list[int]:
    """Return widths that fit *room*, such that the rows take few lines in all.

    A cell is (its length, that of its longest word). Columns begin as wide as their cells are,
    and narrow step by step where that costs least; of equal steps the widest column's is taken.
    None is narrower than its longest word while another can be.
    """
    widths = [max(size for size, _ in column) for column in zip(*rows, strict=True)]
    words = [max(word for _, word in column) for column in zip(*rows, strict=True)]
    looked_at = sorted(rows, key=lambda row: -max(row)[0])[:_SAMPLE]
    while sum(widths) > room and max(widths) > 1:
        columns = [at for at, width in enumerate(widths) if width > words[at]]
        if not columns:
            widths[widths.index(max(widths))] -= 1
            continue
        steps = []
        for at in columns:
            tried = [*widths[:at], widths[at] - 1, *widths[at + 1 :]]
            steps.append((sum(_cost(row, tried) for row in looked_at), -widths[at], at))
        widths[min(steps)[2]] -= 1
    return widths


def _cost(row: Sequence[tuple[int, int]], widths: Sequence[int]) -> int:
    """Return what a row costs: its lines, and more where a short cell of it is folded.

    A long cell is folded anyway; `no baseline` is not to be, for the sake of one.
    """
    most = folded = 0
    for (size, _), width in zip(row, widths, strict=True):
        lines = -(-size // width) if width else 1
        most = max(most, lines)
        folded += lines > 1 and size <= _SHORT
    return most + folded * _FOLDED
