"""What is known of the program itself, in the catalogue: entries, and the keys they go by.

An entry goes by its id, its code, its term in three languages and its aliases. Finding one is
in entries.py, putting an answer together in about.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wwc_cli.core.safe_records import as_json
from wwc_cli.core.text import words

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

    from wwc_cli.core.records import Entry

TABLES = """
CREATE TABLE entry (
    number INTEGER PRIMARY KEY, id TEXT UNIQUE, term TEXT, record TEXT
);
CREATE TABLE entry_key (key TEXT, entry_id TEXT, PRIMARY KEY (key, entry_id)) WITHOUT ROWID;
"""


def fill(connection: sqlite3.Connection, entries: Iterable[Entry]) -> None:
    """Write *entries* into a catalogue being made."""
    for number, entry in enumerate(entries, start=1):
        connection.execute(
            "INSERT INTO entry VALUES (?, ?, ?, ?)",
            [number, entry["id"], entry["term"]["en"], as_json(entry)],
        )
        connection.executemany(
            "INSERT OR IGNORE INTO entry_key VALUES (?, ?)",
            ((key, entry["id"]) for key in map(entry_key, _names(entry)) if key),
        )


def entry_key(text: str) -> str:
    """Return *text* as names of entries are compared: folded words, without a leading `the`.

    `Performance & Analytics` → `performance and analytics`.
    """
    return " ".join(words(text.replace("&", " and "))).removeprefix("the ")


def _names(entry: Entry) -> Iterator[str]:
    """Yield all that an entry is called; what stands in brackets behind a term may be left out."""
    yield entry["id"]
    term = entry["term"]
    for name in (entry["code"], term["en"], term["es"], term["pt"], *entry["aliases"]):
        if name:
            yield name
            yield name.partition(" (")[0]
