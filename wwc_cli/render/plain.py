"""The format for screen readers and `grep`: a label and a value a line, no boxes, no signs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wwc_cli.core.text import clean
from wwc_cli.views import model

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from wwc_cli.views.model import Block, Inline

# Our own signs, in the texts whose role says that they are ours.
_SPOKEN = {
    "figure": {"–": "(no figure)", "↓ ": "down ", "↑ ": "up ", " → ": " to ", "×": " times"},
    "muted": {" · ": ", "},
    "shared": {"=": "(shared)"},
}


def render(sheet: Sequence[Block]) -> str:
    """Return *sheet* as lines; parts of it are set apart by an empty line."""
    lines: list[str] = []
    for block in sheet:
        made = list(_LINES[type(block)](block))
        if lines and not isinstance(block, model.Paragraph):
            lines.append("")
        lines += made
    return "\n".join(lines).strip("\n") + "\n"


def _title(block: model.Title) -> Iterator[str]:
    yield _spoken(block.text)
    if aside := _spoken(block.aside):
        yield f"Level: {aside}"
    yield from map(_spoken, block.below)


def _text(block: model.Heading | model.Paragraph | model.Note) -> Iterator[str]:
    yield _spoken(block.text)


def _verbatim(block: model.Verbatim) -> Iterator[str]:
    return iter(clean(block.text).splitlines())


def _steps(block: model.Steps) -> Iterator[str]:
    return (f"{at}. {_spoken(item)}" for at, item in enumerate(block.items, start=1))


def _points(block: model.Points) -> Iterator[str]:
    return map(_spoken, block.items)


def _facts(block: model.Facts) -> Iterator[str]:
    return (f"{_spoken(label)}: {_spoken(value)}" for label, value in block.pairs)


def _table(block: model.Table) -> Iterator[str]:
    return _rows(block.headers, block.rows)


def _groups(block: model.Groups) -> Iterator[str]:
    for at, (name, rows) in enumerate(block.groups):
        yield from ([""] if at else [])
        yield name
        yield from _rows(block.headers, rows)


def _sections(block: model.Sections) -> Iterator[str]:
    for at, (name, rows) in enumerate(block.sections):
        yield from ([""] if at else [])
        yield f"{_spoken(name)}:"
        yield ""
        yield from _rows(block.headers, rows)


def _bars(block: model.Bars) -> Iterator[str]:
    for label, numbers in block.rows:
        parts = [f"{n:,} {each.name}" for n, each in zip(numbers, block.series, strict=True) if n]
        made_up = f" ({', '.join(parts)})" if parts and len(block.series) > 1 else ""
        yield _spoken(f"{label}: {sum(numbers):,}{made_up}")


def _grid(block: model.Grid) -> Iterator[str]:
    for label, counts in block.rows:
        found = [
            f"{long} {count:,}"
            for count, (_, long) in zip(counts, block.columns, strict=True)
            if count
        ]
        yield _spoken(f"{label}: {', '.join(found) or 'none'}")


def _side_by_side(block: model.SideBySide) -> Iterator[str]:
    cities = [_spoken(column) for column in block.columns]
    for at, (aspect, cells) in enumerate(block.rows):
        yield from ([""] if at else [])
        for city, cell in zip(cities, cells, strict=True):
            yield f"{_spoken(aspect)}, {city}: {_spoken(cell) or 'none'}"


def _rows(headers: Sequence[str], rows: Sequence[Sequence[Inline]]) -> Iterator[str]:
    for at, row in enumerate(rows):
        if at:
            yield ""
        for header, cell in zip(headers, row, strict=True):
            if value := _spoken(cell):
                yield f"{header}: {value}"


def _spoken(text: Inline) -> str:
    """Return an inline text on one line: our signs in words, records as they are."""
    parts = [text] if isinstance(text, str) else text
    said = clean("".join(map(_said, parts)))
    return "; ".join(part.strip() for part in said.splitlines() if part.strip())


def _said(part: str | model.Span) -> str:
    if isinstance(part, str):
        return part
    said = part.text
    for sign, word in _SPOKEN.get(part.role, {}).items():
        said = said.replace(sign, word)
    return said


_LINES: dict[type, Callable[[Any], Iterator[str]]] = {
    model.Title: _title,
    model.Heading: _text,
    model.Paragraph: _text,
    model.Note: _text,
    model.Verbatim: _verbatim,
    model.Steps: _steps,
    model.Points: _points,
    model.Facts: _facts,
    model.Table: _table,
    model.Groups: _groups,
    model.Sections: _sections,
    model.Bars: _bars,
    model.Grid: _grid,
    model.SideBySide: _side_by_side,
}
