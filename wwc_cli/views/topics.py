"""Topics and themes with how much there is on each, as tables, or as grids with their holes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wwc_cli.core.text import count
from wwc_cli.views import phrases
from wwc_cli.views.model import Answer, Column, Grid, Heading, Note, Table, column

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wwc_cli.core.answers import Subject
    from wwc_cli.core.topics import Counted
    from wwc_cli.views.model import Block, Inline

_KINDS = {"topic": "Topics", "theme": "Themes"}
_NAME = Column("name", "name", lambda subject: subject["name"]["en"])
COLUMNS = [column("kind"), column("id"), _NAME, *map(column, ("stories", "figures", "cities"))]
_BY = {
    "country": "country",
    "level": "the level of their city now",
    "year": "the last year that they report on",
}


def topics(counted: Counted) -> Answer:
    """Return the answer of topics; the flat formats have a column for each country, level, year."""
    records: list[dict[str, Any]] = [
        {key: value for key, value in subject.items() if key != "by" or counted.by}
        for subject in counted.subjects
    ]
    columns = [*COLUMNS, *(_by_column(key) for key, _ in counted.columns)]

    def sheet() -> Sequence[Block]:
        return list(_grids(counted) if counted.by else _tables(counted))

    return Answer(records, counted.subjects, columns, sheet, "Topics and themes")


def _by_column(key: str) -> Column:
    return Column(key, key, lambda subject: subject["by"][key])


def _of_kind(counted: Counted, kind: str) -> list[Subject]:
    return [subject for subject in counted.subjects if subject["kind"] == kind]


def _tables(counted: Counted) -> Iterator[Block]:
    for kind, heading in _KINDS.items():
        yield Heading(heading)
        rows: list[list[Inline]] = [
            [_said(subject), *(_number(subject[of]) for of in ("stories", "figures", "cities"))]
            for subject in _of_kind(counted, kind)
        ]
        headers = [kind.capitalize(), "Stories", "Figures", "Cities"]
        yield Table(headers, rows, right=(1, 2, 3))
    yield Note(_footer(counted))


def _grids(counted: Counted) -> Iterator[Block]:
    columns = [*((key, name) for key, name in counted.columns), ("all", "all")]
    for kind, heading in _KINDS.items():
        yield Heading(heading)
        rows = [
            (_said(subject), [*subject["by"].values(), subject["stories"]])
            for subject in _of_kind(counted, kind)
        ]
        yield Grid(columns, rows)
    if counted.by == "country" and counted.columns:
        yield Note(", ".join(f"{code} {name}" for code, name in counted.columns) + ".")
    yield Note(_footer(counted))


def _said(subject: Subject) -> str:
    return phrases.words(subject["id"])


def _number(number: int) -> str:
    return f"{number:,}" if number else "·"


def _footer(counted: Counted) -> str:
    stories = count(counted.stories, "story", "stories")
    if counted.by:
        return f"Stories by {_BY[counted.by]}. {stories} in all: one has several topics and themes."
    return (
        f"{stories} in all: one has several topics and themes. A topic counts all figures of its"
        " stories, a theme those on it alone."
    )
