"""The format for browsers and paper: one page that stands alone, without script or address to load.

The only module that imports jinja2, which escapes whatever a template prints. What the page looks
like is in templates/; here a sheet becomes what those print.
"""

from __future__ import annotations

import os
import re
from functools import cache
from typing import TYPE_CHECKING, Any

import jinja2

from wwc_cli.core.text import clean, words
from wwc_cli.views import model

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from wwc_cli.render.stream import Page
    from wwc_cli.views.model import Block, Inline

    Piece = dict[str, str]  # `role` and `text`; a link has its `href`, a sign what it says
    Line = list[Piece]

_TEMPLATES = os.path.join(os.path.dirname(__file__), "templates")
_UNTITLED = "What Works Cities"
_WIDE = 4  # columns of words from which on a table needs more room than prose
# An address of another kind (javascript:, data:, file:) is shown, and leads nowhere.
_ADDRESS = re.compile(r"https?://[^\s/]", re.IGNORECASE)
# Our own signs, in the texts whose role says that they are ours, and how they are read out.
_SIGNS = {"↓": "down", "↑": "up", "→": "to", "×": "times"}
_SIGN = re.compile(f"([{''.join(_SIGNS)}])")


def render(sheet: Sequence[Block], page: Page, *, title: str) -> str:
    """Return *sheet* as a whole page; *title* names it where the sheet has no title of its own.

    Where the encoding of *page* lacks characters they are written as references, so that none
    is lost.
    """
    blocks = _Outline().blocks(sheet, title=title or _UNTITLED)
    is_wide = any(map(_is_wide, sheet))
    made = _template().render(title=blocks[0]["text"], is_wide=is_wide, blocks=blocks)
    return made if page.unicode else made.encode("ascii", "xmlcharrefreplace").decode("ascii")


@cache
def _template() -> jinja2.Template:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template("page.html")


class _Outline:
    """Blocks → what the template prints, with headings in order and an id for each."""

    def __init__(self) -> None:
        self._level = 0
        self._shift = 0  # below a second title, headings are one level deeper
        self._ids: set[str] = set()
        self._named = ""

    def blocks(self, sheet: Sequence[Block], *, title: str) -> list[dict[str, Any]]:
        """Return every block; the first is the title, be it of the sheet or *title*."""
        if not (sheet and isinstance(sheet[0], model.Title)):
            sheet = [model.Title(title, "", []), *sheet]
        return [{"kind": type(block).__name__, **self._block(block)} for block in sheet]

    def _block(self, block: Block) -> dict[str, Any]:
        if isinstance(block, model.Title):
            self._shift = int(self._level > 0)
            below = [_line(line) for line in block.below]
            return {**self._head(block.text, 1), "aside": _line(block.aside), "below": below}
        if isinstance(block, model.Heading):
            return self._head(block.text, block.level)
        made = _MADE[type(block)](block)
        # A table is called what the heading above it says.
        return {**made, "caption": self._named} if "rows" in made or "groups" in made else made

    def _head(self, text: str, level: int) -> dict[str, Any]:
        """Return a heading, no more than one level below the one before."""
        self._level = min(level + self._shift, self._level + 1, 6)
        self._named = _one_line(text)
        return {"text": self._named, "level": self._level, "id": self._new_id(text)}

    def _new_id(self, text: str) -> str:
        name = "-".join(words(clean(text))) or "part"
        made, at = name, 1
        while made in self._ids:
            at += 1
            made = f"{name}-{at}"
        self._ids.add(made)
        return made


def _is_wide(block: Block) -> bool:
    if isinstance(block, model.Table | model.Sections):
        return len(block.headers) - len(block.right) >= _WIDE
    return isinstance(block, model.SideBySide | model.Grid)


def _text(block: model.Paragraph | model.Note) -> dict[str, Any]:
    return {"text": _line(block.text)}


def _verbatim(block: model.Verbatim) -> dict[str, Any]:
    # A browser takes a new line at the beginning of a <pre> for none.
    return {"text": clean(block.text.replace("\r\n", "\n")).strip("\n")}


def _items(block: model.Steps | model.Points) -> dict[str, Any]:
    return {"items": [_line(item) for item in block.items]}


def _facts(block: model.Facts) -> dict[str, Any]:
    return {"pairs": [(_one_line(label), _line(value)) for label, value in block.pairs]}


def _table(block: model.Table) -> dict[str, Any]:
    """Return a table; a row is told by its first cell that is no number."""
    headers = [_one_line(header) for header in block.headers]
    said = next((at for at in range(len(headers)) if at not in block.right), 0)
    rows = [list(map(_lines, row)) for row in block.rows]
    return {"headers": headers, "rows": rows, "right": block.right, "said": said}


def _groups(block: model.Groups) -> dict[str, Any]:
    """Return rows in groups; a row is told by its second cell, the first being a figure."""
    groups = [
        (_one_line(name), [list(map(_lines, row)) for row in rows]) for name, rows in block.groups
    ]
    headers = [_one_line(header) for header in block.headers]
    return {"headers": headers, "groups": groups, "right": (), "said": 1}


def _sections(block: model.Sections) -> dict[str, Any]:
    """Return rows in sections, all columns of them; a row is told as in a table."""
    headers = [_one_line(header) for header in block.headers]
    said = next((at for at in range(len(headers)) if at not in block.right), 0)
    groups = [
        (_one_line(name), [list(map(_lines, row)) for row in rows]) for name, rows in block.sections
    ]
    return {"headers": headers, "groups": groups, "right": block.right, "said": said}


def _bars(block: model.Bars) -> dict[str, Any]:
    """Return numbers with the parts of their bars, in percent of the longest."""
    most = max((sum(numbers) for _, numbers in block.rows), default=0) or 1
    rows = [
        {
            "label": _one_line(label),
            "parts": [
                {"role": each.role, "width": round(100 * number / most, 1)}
                for number, each in zip(numbers, block.series, strict=True)
                if number
            ],
            "numbers": [*numbers, *([sum(numbers)] if len(block.series) > 1 else [])],
        }
        for label, numbers in block.rows
    ]
    headers = [_one_line(each.name) for each in block.series]
    return {"headers": [*headers, *(["all"] if len(headers) > 1 else [])], "rows": rows}


def _grid(block: model.Grid) -> dict[str, Any]:
    columns = [
        {"short": _one_line(short), "long": _one_line(long)} for short, long in block.columns
    ]
    return {"columns": columns, "rows": [(_one_line(label), row) for label, row in block.rows]}


def _side_by_side(block: model.SideBySide) -> dict[str, Any]:
    rows = [(_line(aspect), list(map(_lines, cells))) for aspect, cells in block.rows]
    columns = [
        {"head": _line(each), "name": _one_line(model.plain(each))} for each in block.columns
    ]
    return {"columns": columns, "rows": rows}


def _one_line(text: str) -> str:
    return " ".join(clean(text).split())


def _line(text: Inline) -> Line:
    """Return an inline text on one line."""
    line: Line = []
    for each in _lines(text):
        line += [*([{"role": "text", "text": " "}] if line else []), *each]
    return line


def _lines(text: Inline) -> list[Line]:
    """Return the lines of an inline text, each in pieces of one role; empty ones are left out."""
    lines: list[Line] = [[]]
    for part in [text] if isinstance(text, str) else text:
        role = "text" if isinstance(part, str) else part.role
        first, *more = clean(part if isinstance(part, str) else part.text).split("\n")
        lines[-1] += _pieces(first, role)
        lines += [list(_pieces(each, role)) for each in more]
    return [line for line in lines if any(piece["text"].strip() for piece in line)]


def _pieces(text: str, role: str) -> Iterator[Piece]:
    if role == "link" and not _ADDRESS.match(text):
        role = "text"
    if role == "figure":
        for part in filter(None, _SIGN.split(text)):
            said = _SIGNS.get(part)
            yield {"role": "sign" if said else role, "text": part, "said": said or ""}
    elif text:
        yield {"role": role, "text": text}


_MADE: dict[type, Callable[[Any], dict[str, Any]]] = {
    model.Paragraph: _text,
    model.Steps: _items,
    model.Points: _items,
    model.Facts: _facts,
    model.Table: _table,
    model.Groups: _groups,
    model.Sections: _sections,
    model.Bars: _bars,
    model.Grid: _grid,
    model.SideBySide: _side_by_side,
    model.Note: _text,
    model.Verbatim: _verbatim,
}
