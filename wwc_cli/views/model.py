"""What a sheet is made of; renderers know these blocks and nothing else of what they show.

An inline text is a string, or a list of strings and `Span`s: text with a role. A role says what
the text is (`match`, `gold`), never how it looks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from wwc_cli.shape import Shape

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Role = Literal[
    "strong", "muted", "match", "id", "link", "figure", "shared", "silver", "gold", "platinum",
    "bar",
]  # fmt: skip


class Span(Shape):
    """A text with a role."""

    text: str
    role: Role


Inline = str | list["str | Span"]


class Title(Shape):
    """The name of what is shown, something at its side, and lines below."""

    text: str
    aside: Inline
    below: Sequence[Inline]


class Heading(Shape):
    """The beginning of a part; *level* 2 or 3."""

    text: str
    level: int = 2


class Paragraph(Shape):
    """Running text."""

    text: Inline


class Steps(Shape):
    """What was done, or is cited, in order and numbered."""

    items: Sequence[Inline]


class Points(Shape):
    """Things of one sort, a sentence each, in no order that counts."""

    items: Sequence[Inline]


class Facts(Shape):
    """Labels with what belongs to them."""

    pairs: Sequence[tuple[str, Inline]]


class Table(Shape):
    """Rows under headers; a cell may have several lines. `right` are columns set to the right.

    A renderer that has no room may set columns below one another; it never cuts a cell.
    """

    headers: Sequence[str]
    rows: Sequence[Sequence[Inline]]
    right: Sequence[int] = ()


class Groups(Shape):
    """Rows under headers in groups with a name each, so that all groups line up."""

    headers: Sequence[str]
    groups: Sequence[tuple[str, Sequence[Sequence[Inline]]]]


class Sections(Shape):
    """Rows under headers, in sections with a name each; the columns of all sections line up.

    `right` are columns set to the right. The columns `spare` say more of what others say: a
    renderer that has no room leaves them out.
    """

    headers: Sequence[str]
    sections: Sequence[tuple[str, Sequence[Sequence[Inline]]]]
    right: Sequence[int] = ()
    spare: Sequence[int] = ()


class Series(Shape):
    """What a part of a bar counts, and the role in which it is shown."""

    name: str
    role: Role = "bar"


class Bars(Shape):
    """Numbers as bars: `rows` are (label, a number for each of `series`).

    A bar of several series is in parts; the numbers are always told as well.
    """

    series: Sequence[Series]
    rows: Sequence[tuple[str, Sequence[int]]]


class Grid(Shape):
    """Counts by row and column, in which a zero is to be seen as a hole.

    `columns` are (short, long) names; `rows` are (label, a count for each column).
    """

    columns: Sequence[tuple[str, str]]
    rows: Sequence[tuple[str, Sequence[int]]]


class SideBySide(Shape):
    """Cities in columns, aspects in rows: `rows` are (aspect, a cell for each city).

    Where columns would get too narrow for prose, a renderer sets the cells of a row below one
    another.
    """

    columns: Sequence[Inline]
    rows: Sequence[tuple[Inline, Sequence[Inline]]]


class Note(Shape):
    """A remark on what is shown: counts, what a mark means, where there is more."""

    text: Inline


class Verbatim(Shape):
    """A text in a format of its own, for other programs: a bibliography, a script.

    Alone in a sheet it is written as it is: not folded, styled or escaped. In Markdown it is code
    in *language*, unless *markdown* says it in Markdown.
    """

    text: str
    language: str = ""
    markdown: str | None = None


Block = (
    Title | Heading | Paragraph | Steps | Points | Facts | Table | Groups | SideBySide | Note
    | Sections | Bars | Grid | Verbatim
)  # fmt: skip


class Column(Shape):
    """A column of the flat formats: its key, its header on screen, and the cell of a record."""

    name: str
    header: str
    cell: Callable[[Any], object]


class Answer(Shape):
    """What a command answers, in the three ways in which it can be given.

    *records*: what JSON gives. *rows* under *columns*: what csv, tsv and `--fields` give.
    *sheet*: makes what is shown on screen and on paper, when it is asked for. *title* names a
    page of it where the sheet has no title of its own.
    *piped*: what a pipe gets where no format is asked for, if that is not the sheet, with what
    stderr gets then.
    """

    records: Any
    rows: Sequence[Any]
    columns: Sequence[Column]
    sheet: Callable[[], Sequence[Block]]
    title: str = ""
    piped: str | None = None
    piped_note: str | None = None


def plain(text: Inline) -> str:
    """Return an inline text without its roles; matched words keep their `**`."""
    if isinstance(text, str):
        return text
    return "".join(
        part if isinstance(part, str) else f"**{part.text}**" if part.role == "match" else part.text
        for part in text
    )


def column(name: str, header: str | None = None) -> Column:
    """Return the column of a record's own key."""
    return Column(name, header or name.replace("_", " "), lambda record: record[name])
