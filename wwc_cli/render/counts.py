"""Numbers drawn with signs, as lines of inline text for a page: bars and grids."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from wwc_cli.views.model import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from wwc_cli.views.model import Bars, Grid, Inline

# A sign for each series of a bar, so that its parts are told apart without colours.
_SIGNS = ("█", "▓", "▒", "░", "□")
_ASCII_SIGNS = ("#", "=", "-", ".", "o")
_HOLE, _ASCII_HOLE = "·", "."
_GAP = 2
_LONGEST_BAR = 60  # columns; a longer one says no more
_SHORTEST_BAR = 8


def bars(block: Bars, *, room: int, unicode: bool, size: Callable[[str], int]) -> Iterator[Inline]:
    """Yield a line a row: label, bar, number, and of what it is made up where that is several.

    *size* tells how many columns a text takes. The longest bar takes what labels and numbers
    leave of *room*.
    """
    signs = _SIGNS if unicode else _ASCII_SIGNS
    label_width = max((size(label) for label, _ in block.rows), default=0)
    most = max((sum(numbers) for _, numbers in block.rows), default=0)
    said = [_made_up(block, numbers) for _, numbers in block.rows]
    number_width = len(f"{most:,}")
    taken = label_width + number_width + 2 * _GAP
    words = max(map(len, said), default=0)
    beside = room - taken - words - _GAP >= _SHORTEST_BAR
    longest = min(room - taken - (words + _GAP if words and beside else 0), _LONGEST_BAR)
    for (label, numbers), parts in zip(block.rows, said, strict=True):
        total = sum(numbers)
        lengths = _lengths(numbers, most=most, longest=max(longest, 1))
        line: list[str | Span] = [label + " " * (label_width - size(label) + _GAP)]
        line += [
            Span(sign * length, each.role)
            for sign, length, each in zip(
                itertools.cycle(signs), lengths, block.series, strict=False
            )
            if length
        ]
        bar = sum(lengths)
        if beside:
            pad = max(longest, 1) - bar + _GAP if words else _GAP
            number = f"{total:>{number_width},}" if words else f"{total:,}"
            line.append(" " * pad + number)
            if parts:
                line.append(Span(" " * _GAP + parts, "muted"))
        else:
            line.append(f"{' ' * _GAP}{total:,}")
        yield line
        if parts and not beside:
            yield [Span(" " * (label_width + _GAP) + parts, "muted")]


def _made_up(block: Bars, numbers: Sequence[int]) -> str:
    """Return of what a number is made up, in words; nothing where it is of one series."""
    if len(block.series) < 2:
        return ""
    parts = zip(numbers, block.series, strict=True)
    return ", ".join(f"{number:,} {each.name}" for number, each in parts if number)


def _lengths(numbers: Sequence[int], *, most: int, longest: int) -> list[int]:
    """Return the lengths of the parts of a bar; what is there at all is seen."""
    return [max(round(number / most * longest), 1) if number else 0 for number in numbers]


def grid(block: Grid, *, room: int, unicode: bool, size: Callable[[str], int]) -> Iterator[Inline]:
    """Yield a grid as lines: a header, and a line a row; wide ones in as many parts as need be."""
    hole = _HOLE if unicode else _ASCII_HOLE
    label_width = max((size(label) for label, _ in block.rows), default=0)
    label_width = min(label_width, max(room // 2, 1))
    widths = [
        max(size(short), *(len(f"{counts[at]:,}") for _, counts in block.rows), 1)
        for at, (short, _) in enumerate(block.columns)
    ]
    for part, columns in enumerate(_parts(widths, room=room - label_width)):
        if part:
            yield ""
        header = "".join(
            " " * (_GAP + widths[at] - size(block.columns[at][0])) + block.columns[at][0]
            for at in columns
        )
        yield [Span(" " * label_width + header, "muted")]
        for label, counts in block.rows:
            line: list[str | Span] = [label + " " * (label_width - size(label))]
            for at in columns:
                cell = f"{counts[at]:,}" if counts[at] else hole
                shown = " " * (_GAP + widths[at] - len(cell)) + cell
                line.append(shown if counts[at] else Span(shown, "muted"))
            yield line


def _parts(widths: Sequence[int], *, room: int) -> Iterator[list[int]]:
    """Yield columns in runs that fit *room*; one too wide for it stands alone."""
    run: list[int] = []
    taken = 0
    for at, width in enumerate(widths):
        if run and taken + width + _GAP > room:
            yield run
            run, taken = [], 0
        run.append(at)
        taken += width + _GAP
    if run:
        yield run
