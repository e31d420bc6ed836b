"""Widths of columns for a page that is too narrow for them: those that cost the fewest lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_SAMPLE = 80  # rows that are looked at: those with the longest cells
_BROKEN = 1000  # lines that a word taken apart is held to cost


def sparing(rows: Sequence[Sequence[tuple[int, int]]], *, room: int) -> list[int]:
    """Return widths that fit *room*, such that the rows take few lines in all.

    A cell is (its length, that of its longest word). Columns begin as wide as their cells are,
    and narrow step by step where that costs least; of equal steps the widest column's is taken.
    """
    rows = sorted(rows, key=lambda row: -max(row)[0])[:_SAMPLE]
    widths = [max(size for size, _ in column) for column in zip(*rows, strict=True)]
    while sum(widths) > room and max(widths) > 1:
        steps = []
        for at, width in enumerate(widths):
            if width > 1:
                tried = [*widths[:at], width - 1, *widths[at + 1 :]]
                steps.append((sum(_lines(row, tried) for row in rows), -width, at))
        _, _, at = min(steps)
        widths[at] -= 1
    return widths


def _lines(row: Sequence[tuple[int, int]], widths: Sequence[int]) -> int:
    """Return about how many lines a row takes; a column never parts a word if it can help it."""
    return max(
        -(-size // width) + (_BROKEN if word > width else 0) if width else _BROKEN
        for (size, word), width in zip(row, widths, strict=True)
    )
