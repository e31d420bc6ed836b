"""Widths of columns for a page that is too narrow for them: those that cost the fewest lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_SAMPLE = 80  # rows that are looked at: those with the longest cells
_BROKEN = 10_000  # lines that a word taken apart is held to cost
_SHORT = 13  # columns; a cell up to that is short
_FOLDED = 2  # lines that a short cell folded is held to cost


def sparing(rows: Sequence[Sequence[tuple[int, int]]], *, room: int) -> list[int]:
    """Return widths that fit *room*, such that the rows take few lines in all.

    The first row is the header, which counts as much as all others. A cell is (its length, that
    of its longest word). Columns begin as wide as their cells are, and narrow step by step where
    that costs least; of equal steps the widest column's is taken.
    """
    header, rows = rows[0], sorted(rows[1:], key=lambda row: -max(row)[0])[:_SAMPLE]
    widths = [max(size for size, _ in column) for column in zip(header, *rows, strict=True)]
    while sum(widths) > room and max(widths) > 1:
        steps = []
        for at, width in enumerate(widths):
            if width > 1:
                tried = [*widths[:at], width - 1, *widths[at + 1 :]]
                cost = _cost(header, tried) * max(len(rows), 1) + sum(
                    _cost(row, tried) for row in rows
                )
                steps.append((cost, -width, at))
        _, _, at = min(steps)
        widths[at] -= 1
    return widths


def _cost(row: Sequence[tuple[int, int]], widths: Sequence[int]) -> int:
    """Return what a row costs: its lines, and more where a short cell of it is folded.

    A long cell is folded anyway; `no baseline` is not to be, for the sake of one.
    """
    most = folded = 0
    for (size, word), width in zip(row, widths, strict=True):
        lines = -(-size // width) + (_BROKEN if word > width else 0) if width else _BROKEN
        most = max(most, lines)
        folded += lines > 1 and size <= _SHORT
    return most + folded * _FOLDED
