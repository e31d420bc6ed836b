"""The format for memos and pull requests: GitHub-flavoured Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from wwc_cli.core.text import clean
from wwc_cli.views import model

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from wwc_cli.views.model import Block, Inline

# What Markdown or HTML would read as more than text.
_SYNTAX = re.compile(r"([\\`*_\[\]|#~])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
# What makes a list, a rule or the like at the beginning of a line.
_BLOCK = re.compile(r"^(\s*\d*)([-+=.)])(?=\s|-|=|$)")
_BOLD = frozenset({"strong", "figure", "match", "silver", "gold", "platinum"})


def render(sheet: Sequence[Block]) -> str:
    """Return *sheet* as Markdown."""
    return "\n\n".join("\n".join(_LINES[type(block)](block)) for block in sheet).strip("\n") + "\n"


def _title(block: model.Title) -> Iterator[str]:
    yield f"# {_line(block.text)}"
    for below in (block.aside, *block.below):
        if text := _line(below):
            yield ""
            yield begun(text)


def _heading(block: model.Heading) -> Iterator[str]:
    yield f"{'#' * block.level} {_line(block.text)}"


def _text(block: model.Paragraph | model.Note) -> Iterator[str]:
    yield begun(_line(block.text))


def _verbatim(block: model.Verbatim) -> Iterator[str]:
    """Yield the text that was written for Markdown, or the text as it is, as code."""
    if block.markdown is not None:
        yield clean(block.markdown)
        return
    longest = max([2, *map(len, re.findall("`+", block.text))])
    fence = "`" * (longest + 1)
    yield from (f"{fence}{block.language}", clean(block.text).strip("\n"), fence)


def _steps(block: model.Steps) -> Iterator[str]:
    return (f"{at}. {_line(item)}" for at, item in enumerate(block.items, start=1))


def _points(block: model.Points) -> Iterator[str]:
    return (f"- {begun(_line(item))}" for item in block.items)


def _facts(block: model.Facts) -> Iterator[str]:
    return (f"- **{_line(label)}**: {_line(value)}" for label, value in block.pairs)


def _one_table(block: model.Table) -> Iterator[str]:
    return _table(block.headers, block.rows, right=block.right)


def _groups(block: model.Groups) -> Iterator[str]:
    for at, (name, rows) in enumerate(block.groups):
        yield from ([""] if at else [])
        yield f"**{escaped(name)}**"
        yield ""
        yield from _table(block.headers, rows)


def _sections(block: model.Sections) -> Iterator[str]:
    for at, (name, rows) in enumerate(block.sections):
        yield from ([""] if at else [])
        yield f"**{_line(name)}**"
        yield ""
        yield from _table(block.headers, rows, right=block.right)


def _bars(block: model.Bars) -> Iterator[str]:
    names = [each.name for each in block.series]
    whole = ["all"] if len(names) > 1 else []
    return _counts(
        [*names, *whole],
        [(label, [*numbers, *([sum(numbers)] if whole else [])]) for label, numbers in block.rows],
    )


def _grid(block: model.Grid) -> Iterator[str]:
    return _counts([long for _, long in block.columns], block.rows)


def _counts(names: Sequence[str], rows: Sequence[tuple[str, Sequence[int]]]) -> Iterator[str]:
    """Yield a table of numbers, in which a zero is a quiet dot."""
    cells = [[label, *(f"{n:,}" if n else "·" for n in numbers)] for label, numbers in rows]
    return _table(["", *names], cells, right=range(1, len(names) + 1))


def _side_by_side(block: model.SideBySide) -> Iterator[str]:
    return _table(["", *block.columns], [[name, *cells] for name, cells in block.rows])


def _table(
    headers: Sequence[Inline], rows: Sequence[Sequence[Inline]], *, right: Sequence[int] = ()
) -> Iterator[str]:
    yield _row(headers)
    yield "|" + "|".join("---:" if at in right else "---" for at in range(len(headers))) + "|"
    yield from map(_row, rows)


def _row(cells: Sequence[Inline]) -> str:
    return "| " + " | ".join(_inline(cell).replace("\n", "<br>") for cell in cells) + " |"


def _line(text: Inline) -> str:
    """Return an inline text on one line: a new line would end the block that it stands in."""
    return " ".join(_inline(text).split())


def _inline(text: Inline) -> str:
    if isinstance(text, str):
        return escaped(text)
    return "".join(map(_span, text))


def _span(part: str | model.Span) -> str:
    if isinstance(part, str):
        return escaped(part)
    if part.role == "id":
        return f"`{clean(part.text).replace('`', '')}`"
    if part.role == "link":
        return f"<{clean(part.text).replace('>', '%3E')}>"
    mark = "**" if part.role in _BOLD else ""
    return f"{mark}{escaped(part.text)}{mark}"


def escaped(text: str) -> str:
    """Return text as Markdown that shows just this text."""
    safe = _ENTITY.sub("&amp;", _SYNTAX.sub(r"\\\1", clean(text)))
    return safe.replace("<", "&lt;").replace(">", "&gt;")


def begun(text: str) -> str:
    """Return a line of Markdown that begins no list, rule or the like by accident."""
    return _BLOCK.sub(r"\1\\\2", text)


_LINES: dict[type, Callable[[Any], Iterator[str]]] = {
    model.Title: _title,
    model.Heading: _heading,
    model.Paragraph: _text,
    model.Note: _text,
    model.Verbatim: _verbatim,
    model.Steps: _steps,
    model.Points: _points,
    model.Facts: _facts,
    model.Table: _one_table,
    model.Groups: _groups,
    model.Sections: _sections,
    model.Bars: _bars,
    model.Grid: _grid,
    model.SideBySide: _side_by_side,
}
