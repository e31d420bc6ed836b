"""Records as flat tables: one registry of tables and columns, for csv, data packages and SQLite.

A record becomes a row of its own table, and each list in it rows of another, that lead back by
id. What a table is called and what its columns mean is promised in docs/scripting.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from wwc_cli.shape import Shape

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from wwc_cli.core.extract import Extract

    Row = dict[str, Any]

FieldType = Literal["string", "date", "url", "integer", "year", "number"]
Kind = Literal["source", "topic", "city", "certification", "story"]


class Field(Shape):
    """A column: its name, what it says, its type, and the table whose `id` it holds."""

    name: str
    said: str
    type: FieldType = "string"
    refers: str = ""
    required: bool = False


class FlatTable(Shape):
    """A table: what a row is, its key, its columns, and the rows that a record of *kind* gives.

    A row has just the names of *fields*.
    """

    name: str
    said: str
    kind: Kind
    key: Sequence[str]
    fields: Sequence[Field]
    rows: Callable[[Any, Known], Iterable[Row]]


class Known:
    """What rows need beyond their own record: what else is there, and which ids were given."""

    def __init__(self, taken: Extract) -> None:
        self.standings = taken.standings
        self.ids = {
            "sources": {source["id"] for source in taken.sources},
            "topics": {topic["id"] for topic in taken.topics},
        }
        self._given: dict[str, int] = {}
        self.event_id = ""

    def has(self, table: str, record_id: str) -> bool:
        """Tell whether *table* has a record with that id, so that a key leads somewhere."""
        return record_id in self.ids[table]

    def name_event(self, event: Row) -> str:
        """Return the id of an event, which has none of its own; the next rows are about it."""
        name = f"{event['city_id']}-{event['date']}-{event['event']}"
        self._given[name] = times = self._given.get(name, 0) + 1
        self.event_id = name if times == 1 else f"{name}-{times}"
        return self.event_id


def rows(taken: Extract, tables: Sequence[FlatTable]) -> Iterator[tuple[FlatTable, Row]]:
    """Yield the rows of *tables*, each with its table, reading every record once.

    What is referred to comes before what refers to it.
    """
    known = Known(taken)
    records: tuple[tuple[Kind, Callable[[], Iterable[Any]]], ...] = (
        ("source", lambda: taken.sources),
        ("topic", lambda: taken.topics),
        ("city", lambda: taken.cities),
        ("certification", lambda: taken.certifications),
        ("story", taken.stories),
    )
    for kind, read in records:
        of_kind = [table for table in tables if table.kind == kind]
        if not of_kind:
            continue
        for record in read():
            if kind == "certification":
                known.name_event(record)
            for table in of_kind:
                for row in table.rows(record, known):
                    yield table, row
