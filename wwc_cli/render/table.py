"""The format for people: sheets and tables drawn by rich, fitted to the page. Nothing is cut.

The only module that imports rich. Titles and summaries are data: markup, emoji and highlighting
are off, and what has a look has it through `Text`.
"""

from __future__ import annotations

import io
import os
from typing import TYPE_CHECKING, Any

from rich.box import SIMPLE_HEAD, Box
from rich.cells import cell_len
from rich.console import Console, Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from wwc_cli.core.text import clean
from wwc_cli.render import counts
from wwc_cli.render.stream import SIGNS
from wwc_cli.render.widths import sparing
from wwc_cli.views import model

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from rich.console import JustifyMethod, RenderableType

    from wwc_cli.render.stream import Page
    from wwc_cli.views.model import Block, Inline

# Colours that read on dark and on light; every level is told by its word as well.
_STYLES = {
    "strong": "bold",
    "figure": "bold",
    "shared": "bold",
    "muted": "dim",
    "match": "bold cyan",
    "id": "cyan",
    "link": "",
    "silver": "bold",
    "gold": "bold color(136)",
    "platinum": "bold magenta",
    "bar": "cyan",
}
_ASCII_HEAD = Box("    \n    \n -- \n    \n    \n    \n    \n    \n", ascii=True)
_PROSE_WIDTH = 92  # characters; longer lines are hard to come back from
_NARROWEST_COLUMN = 28  # for prose side by side; below that it stands below one another
_LONG_LINE = 48  # characters; a cell with a longer line is prose
_SPARE = 30  # columns that are enough for a column which says more of what others say
_FOLDED = 16  # columns that leave the others readable beside it
_WIDE = 70  # columns from which on a table has air between its own
_INDENT = 2
_SPELLED = str.maketrans(SIGNS)


def render(sheet: Sequence[Block], page: Page) -> str:
    """Return *sheet* as text for a page, with escape sequences where the page shows styles."""
    console = Console(
        file=io.StringIO(),
        # On a terminal that rich calls dumb it would heed neither the width nor the styles.
        _environ={**os.environ, "TERM": "xterm-256color"} if _is_dumb() else None,
        width=page.width,
        force_terminal=page.styled,
        no_color=not page.colored,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
    )
    draw = _Drawing(page)
    before: Block | None = None
    for block in sheet:
        for item in draw.block(block, before=before):
            console.print(item)
        before = block
    text: str = console.file.getvalue()  # type: ignore[attr-defined]  # the StringIO above
    return "\n".join(line.rstrip() for line in text.split("\n"))


def _is_dumb() -> bool:
    return os.environ.get("TERM", "").lower() in {"dumb", "unknown"}


class _Drawing:
    """Blocks → what rich prints, for one page."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._box = SIMPLE_HEAD if page.unicode else _ASCII_HEAD

    def block(self, block: Block, *, before: Block | None) -> Iterator[RenderableType]:
        """Yield what draws *block*, after the block *before*; an empty line parts the two."""
        if before and (
            isinstance(block, model.Heading | model.Note)
            or type(block) is type(before)
            or (isinstance(block, model.Table) and isinstance(before, model.Title))
        ):
            yield ""
        draw: dict[type, Callable[[Any], Iterable[RenderableType]]] = {
            model.Title: self._title,
            model.Heading: self._heading,
            # A sentence that opens the sheet is the answer; there is nothing to set it in under.
            model.Paragraph: lambda block: [
                self._set_in(self._text(block.text), by=_INDENT if before else 0)
            ],
            model.Verbatim: lambda block: [self._set_in(self._text(block.text))],
            model.Note: lambda block: [self._text(block.text, style="dim")],
            model.Steps: self._steps,
            model.Points: self._points,
            model.Facts: lambda block: [self._set_in(self._labels(block.pairs))],
            model.Table: lambda block: [self._table(block)],
            model.Groups: self._groups,
            model.Sections: self._sections,
            model.Bars: lambda block: self._counts(counts.bars, block),
            model.Grid: lambda block: self._counts(counts.grid, block),
            model.SideBySide: self._side_by_side,
        }
        yield from draw[type(block)](block)

    def _steps(self, block: model.Steps) -> Iterator[RenderableType]:
        yield self._set_in(
            self._labels([(f"{at}.", item) for at, item in enumerate(block.items, start=1)])
        )

    def _points(self, block: model.Points) -> Iterator[RenderableType]:
        bullet = "•" if self._page.unicode else "-"
        yield self._set_in(self._labels([(bullet, item) for item in block.items]))

    def _title(self, block: model.Title) -> Iterator[RenderableType]:
        title = self._text(block.text, style="bold")
        if block.aside:
            title.append("  ")
            title.append_text(self._text(block.aside))
        yield title
        yield from map(self._text, block.below)

    def _heading(self, block: model.Heading) -> Iterator[RenderableType]:
        if block.level == 2:
            text = self._text(block.text, style="bold")
            yield text
            line = "─" if self._page.unicode else "-"
            yield Text(line * min(text.cell_len, self._page.width), style="dim")
        else:
            yield self._text(block.text, style="bold")

    def _table(self, block: model.Table) -> RenderableType:
        rows = [list(map(self._text, row)) for row in block.rows]
        gap = 3 if self._page.width >= _WIDE else 1
        widths = self._fitted(block.headers, rows, gap=gap)
        table = self._columns_of(block.headers, widths, right=block.right, gap=gap)
        table.leading = int(any("\n" in cell.plain for row in rows for cell in row))
        for row in rows:
            table.add_row(*row)
        return table

    def _fitted(
        self, headers: Sequence[str], rows: Sequence[Sequence[Text]], *, gap: int
    ) -> list[int]:
        """Return the widths that columns get on this page."""
        columns = [[header, *(row[at].plain for row in rows)] for at, header in enumerate(headers)]
        return _widths(columns, room=self._page.width - gap * (len(columns) - 1))

    def _columns_of(
        self, headers: Sequence[str], widths: Sequence[int], *, right: Sequence[int], gap: int
    ) -> Table:
        """Return a table without rows; a *gap* between columns is at least the one of its box."""
        table = Table(
            box=self._box,
            show_edge=False,
            pad_edge=False,
            padding=(0, gap // 2, 0, (gap - 1) // 2),
            header_style="dim",
        )
        for at, header in enumerate(headers):
            # Rich would measure every cell, which takes longer than to draw it.
            justify: JustifyMethod = "right" if at in right else "left"
            table.add_column(header, justify=justify, overflow="fold", width=widths[at])
        return table

    def _sections(self, block: model.Sections) -> Iterator[RenderableType]:
        """Yield the header, then each section under its name."""
        gap = 2 if self._page.width >= _WIDE else 1
        kept = self._kept(block, gap=gap)
        headers = [block.headers[at] for at in kept]
        right = [place for place, at in enumerate(kept) if at in block.right]
        sections = [
            [[self._text(row[at]) for at in kept] for row in rows] for _, rows in block.sections
        ]
        cells = [[_measured(header) for header in headers]]
        cells += [[_measured(cell.plain) for cell in row] for rows in sections for row in rows]
        room = self._page.width - gap * (len(headers) - 1)
        fitted = sparing(cells, room=room)
        yield self._columns_of(headers, fitted, right=right, gap=gap)
        for at, ((name, _), rows) in enumerate(zip(block.sections, sections, strict=True)):
            yield from ([""] if at else [])
            yield self._text(name, style="bold")
            table = self._columns_of(headers, fitted, right=right, gap=gap)
            table.show_header = False
            for row in rows:
                table.add_row(*row)
            yield table

    def _kept(self, block: model.Sections, *, gap: int) -> list[int]:
        """Return the columns that are shown: spare ones where the others leave them room."""
        rows = [row for _, section in block.sections for row in section]
        taken = 0
        for at, header in enumerate(block.headers):
            widest = max((len(model.plain(row[at])) for row in rows), default=0)
            taken += gap + (_SPARE if at in block.spare else max(min(widest, _FOLDED), len(header)))
        everything = range(len(block.headers))
        return [at for at in everything if at not in block.spare or taken <= self._page.width]

    def _counts(
        self, draw: Callable[..., Iterator[Inline]], block: model.Bars | model.Grid
    ) -> Iterator[RenderableType]:
        room, unicode = self._page.width - _INDENT, self._page.unicode
        for line in draw(block, room=room, unicode=unicode, size=cell_len):
            yield Padding(self._text(line), (0, 0, 0, _INDENT))

    def _groups(self, block: model.Groups) -> Iterator[RenderableType]:
        """Yield each group under its name, with columns as wide in one as in the others."""
        rows = [list(map(self._text, row)) for _, group in block.groups for row in group]
        room = self._page.width - _INDENT
        last = min(max((row[-1].cell_len for row in rows), default=0), room // 3)
        first = min(max((row[0].cell_len for row in rows), default=0), room // 3)
        middle = max((cell.cell_len for row in rows for cell in row[1:-1]), default=0)
        for at, (name, group) in enumerate(block.groups):
            if at:
                yield ""
            yield Padding(self._text(name, style="dim"), (0, 0, 0, _INDENT))
            grid = Table.grid(padding=(0, 2, 0, 0))
            grid.add_column(width=first, overflow="fold")
            grid.add_column(width=min(middle, max(room - first - last - 4, 12)), overflow="fold")
            grid.add_column(width=last, overflow="fold")
            for row in group:
                grid.add_row(*map(self._text, row))
            yield self._set_in(grid)

    def _side_by_side(self, block: model.SideBySide) -> Iterator[RenderableType]:
        """Yield runs of rows as tables, and rows of prose below one another where it is narrow."""
        label = self._longest_word(model.plain(name) for name, _ in block.rows)
        column = (self._page.width - label - 1) // len(block.columns) - 2
        if column >= _NARROWEST_COLUMN:
            yield self._columns(block.columns, block.rows, label=label)
            return
        run: list[tuple[Inline, Sequence[Inline]]] = []
        parts: list[RenderableType] = []
        for name, cells in block.rows:
            if self._longest_word(map(model.plain, cells)) < column and not any(
                map(_is_prose, cells)
            ):
                run.append((name, cells))
                continue
            parts += self._run(block.columns, run, label=label)
            parts.append(self._stacked(block.columns, name, cells))
            run = []
        parts += self._run(block.columns, run, label=label)
        for at, part in enumerate(parts):
            yield from ([""] if at else [])
            yield part

    def _run(
        self,
        heads: Sequence[Inline],
        rows: Sequence[tuple[Inline, Sequence[Inline]]],
        *,
        label: int,
    ) -> list[RenderableType]:
        """Return rows as one table; a row alone is not worth the heads of a table."""
        if len(rows) > 1:
            return [self._columns(heads, rows, label=label)]
        return [self._stacked(heads, name, cells) for name, cells in rows]

    def _stacked(
        self, heads: Sequence[Inline], name: Inline, cells: Sequence[Inline]
    ) -> RenderableType:
        """Return the cells of a row below one another, each under its city."""
        items: list[RenderableType] = [self._text(name, style="bold")]
        for city, cell in zip(heads, cells, strict=True):
            if cell:
                items.append(Padding(self._text(city, style="dim"), (0, 0, 0, _INDENT)))
                items.append(Padding(self._text(cell), (0, 0, 0, 2 * _INDENT)))
        return Group(*items)

    def _columns(
        self,
        heads: Sequence[Inline],
        rows: Sequence[tuple[Inline, Sequence[Inline]]],
        *,
        label: int,
    ) -> RenderableType:
        table = Table(
            box=self._box, show_edge=False, pad_edge=False, leading=1, width=self._page.width
        )
        table.add_column("", style="dim", width=label, overflow="fold")
        for head in heads:
            table.add_column(self._text(head), ratio=1, overflow="fold")
        for name, cells in rows:
            table.add_row(self._text(name), *map(self._text, cells))
        return table

    def _labels(self, pairs: Sequence[tuple[str, Inline]]) -> RenderableType:
        """Return labels in a column and what belongs to them beside it."""
        third = max(self._page.width // 3, 12)
        width = min(max((len(label) for label, _ in pairs), default=0), third)
        grid = Table.grid(padding=(0, 2, 0, 0))
        grid.add_column(width=width, overflow="fold")
        grid.add_column(overflow="fold", max_width=_PROSE_WIDTH - width)
        for label, value in pairs:
            grid.add_row(self._text(label), self._text(value))
        return grid

    def _set_in(self, item: RenderableType, *, by: int = _INDENT) -> RenderableType:
        right = max(self._page.width - _PROSE_WIDTH, 0) if isinstance(item, Text) else 0
        return Padding(item, (0, right, 0, by))

    def _text(self, text: Inline, style: str = "") -> Text:
        """Return an inline text in its styles; what is matched keeps its marks without them."""
        if isinstance(text, str):
            return Text(self._shown(text), style=style, overflow="fold")
        made = Text(style=style, overflow="fold")
        for part in text:
            if isinstance(part, str):
                made.append(self._shown(part))
            elif part.role == "match" and not self._page.styled:
                made.append(f"**{self._shown(part.text)}**")
            else:
                made.append(self._shown(part.text), style=_STYLES[part.role])
        return made

    def _longest_word(self, texts: Iterable[str]) -> int:
        """Return the length of the longest word, but no more than a column can give it."""
        longest = max((len(word) for text in texts for word in text.split()), default=0)
        return min(longest, self._page.width // 3)

    def _shown(self, text: str) -> str:
        """Return data as it can be shown; signs are spelled before widths are reckoned."""
        safe = clean(text)
        return safe if self._page.unicode else safe.translate(_SPELLED)


def _widths(columns: Sequence[Sequence[str]], *, room: int) -> list[int]:
    """Return the widths of columns of texts: as wide as they are, or narrowed to fit *room*.

    The widest gives way first, and none is narrower than its longest word while another can be.
    """
    widths = [
        max(cell_len(line) for text in texts for line in [*text.split("\n"), ""])
        for texts in columns
    ]
    words = [
        max(cell_len(word) for text in texts for word in [*text.split(), ""]) for texts in columns
    ]
    while (over := sum(widths) - room) > 0:
        can = [at for at, width in enumerate(widths) if width > words[at]] or range(len(widths))
        widest = max(can, key=lambda at: widths[at])
        if widths[widest] <= 1:
            break
        least = words[widest] if widths[widest] > words[widest] else 1
        widths[widest] -= min(max(over // 4, 1), widths[widest] - least)
    return widths


def _measured(text: str) -> tuple[int, int]:
    """Return the columns that a text takes, and those of its longest word."""
    return cell_len(text), max(map(cell_len, text.split()), default=0)


def _is_prose(cell: Inline) -> bool:
    return any(len(line) > _LONG_LINE for line in model.plain(cell).splitlines())
