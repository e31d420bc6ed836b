"""Making the catalogue: store and library read through TinyDB, cleaned, indexed.

The file is made under a temporary name and moved into place, so that two commands that make it
at once each put down a whole one, and a reader never meets half of one.
"""

from __future__ import annotations

import json
import os
import sqlite3
import time
from typing import TYPE_CHECKING, Any

from wwc_cli.core import catalogue, library, places, searchable, stems, store
from wwc_cli.core.naming import called
from wwc_cli.core.standing import standing
from wwc_cli.core.text import clean, is_clean
from wwc_cli.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wwc_cli.core.records import Certification, City, Source, Story, Topic
    from wwc_cli.core.store import Tables

_TABLES = f"""
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE city (
    id TEXT PRIMARY KEY, label TEXT, country_code TEXT, country TEXT,
    subdivision_code TEXT, subdivision TEXT, level TEXT, record TEXT
);
CREATE TABLE name (key TEXT, city_id TEXT, is_alias INT, PRIMARY KEY (key, city_id))
    WITHOUT ROWID;
CREATE TABLE story (
    number INTEGER PRIMARY KEY, id TEXT UNIQUE, city_id TEXT,
    coverage TEXT, origin TEXT, date TEXT, record TEXT, card TEXT
);
CREATE TABLE tag (kind TEXT, value TEXT, story INTEGER, PRIMARY KEY (kind, value, story))
    WITHOUT ROWID;
CREATE TABLE certification (number INTEGER PRIMARY KEY, city_id TEXT, date TEXT, record TEXT);
CREATE TABLE source (id TEXT PRIMARY KEY, record TEXT);
CREATE TABLE topic (id TEXT PRIMARY KEY, record TEXT);
CREATE VIRTUAL TABLE story_text USING fts5(
    {", ".join(searchable.FIELDS)}, tokenize = '{stems.TOKENIZER}'
);
"""
# Made after the rows are in, which is faster than keeping them up row by row.
_INDEXES = """
CREATE INDEX story_city ON story (city_id);
CREATE INDEX certification_city ON certification (city_id);
"""
_ABANDONED = 3600  # seconds after which a temporary file is surely nobody's any more


def build(path: str, *, stamp: str, store_folder: str, library_path: str) -> sqlite3.Connection:
    """Return a connection to a new catalogue, kept at *path* where that can be written.

    Raises `DataError` where the store or the library cannot be read.
    """
    bundled, own = store.read(store_folder), library.read(library_path)

    def fill(connection: sqlite3.Connection) -> None:
        _fill(connection, _merge(bundled, own, library_path=library_path), stamp=stamp)

    temporary = f"{path}.{os.getpid()}.tmp"
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        _remove_abandoned(os.path.dirname(path))
        made = sqlite3.connect(temporary)
        try:
            # What a crash leaves half-written is thrown away, so nothing need be journalled.
            made.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
            fill(made)
        finally:
            made.close()
        os.replace(temporary, path)
        if opened := catalogue.connect(path, stamp=stamp):
            return opened
    except (OSError, sqlite3.OperationalError):
        # No folder, no right, no room: this once from memory, and again the next time.
        _remove(temporary)
    connection = sqlite3.connect(":memory:")
    fill(connection)
    return connection


def _remove_abandoned(folder: str) -> None:
    """Remove temporary files that a killed command left behind."""
    for entry in os.scandir(folder):
        if entry.name.endswith(".tmp") and time.time() - entry.stat().st_mtime > _ABANDONED:
            _remove(entry.path)


def _remove(path: str) -> None:
    try:
        os.remove(path)
    except OSError:
        return  # not there, or not ours to remove


def _merge(bundled: Tables, own: Tables, *, library_path: str) -> Tables:
    """Return the tables of store and library together; a bundled record wins over its like."""
    merged: Tables = {"topics": bundled["topics"]}
    for name in library.TABLES:
        known = {record.get("id") for record in bundled[name]}
        added = [r for r in own[name] if r.get("id") is None or r["id"] not in known]
        merged[name] = bundled[name] + added
    cities = {city["id"] for city in merged["cities"]}
    for name in ("stories", "certifications"):
        for record in merged[name]:
            if record.get("city_id") not in cities:
                raise DataError(
                    f"{library_path} is damaged: a record in {name} has the city"
                    f" {record.get('city_id')!r}, which is nowhere described.",
                    hint="Add the city to the library, or remove the record.",
                )
    return merged


def _fill(connection: sqlite3.Connection, tables: Tables, *, stamp: str) -> None:
    """Write all rows of the catalogue; the stamp last, so that only a whole one has it."""
    connection.executescript(_TABLES)
    cities: dict[str, City] = {record["id"]: _clean(record) for record in tables["cities"]}
    sources: dict[str, Source] = {record["id"]: _clean(record) for record in tables["sources"]}
    topics: dict[str, Topic] = {record["id"]: _clean(record) for record in tables["topics"]}
    events: dict[str, list[Certification]] = {}
    for record in tables["certifications"]:
        event: Certification = _clean(record)
        events.setdefault(event["city_id"], []).append(event)
    levels = {
        city_id: (stands["level"], stands["level_date"])
        for city_id, of_city in events.items()
        if (stands := standing(of_city))
    }

    write = connection.executemany
    write(
        "INSERT INTO city VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                city["id"],
                called(city),
                city["country_code"],
                city["country"],
                city["subdivision_code"],
                city["subdivision"],
                levels.get(city["id"], (None, None))[0],
                _json(city),
            )
            for city in cities.values()
        ),
    )
    write(
        "INSERT OR IGNORE INTO name VALUES (?, ?, ?)",
        (
            (places.name_key(name), city["id"], at > 0)
            for city in cities.values()
            for at, name in enumerate((city["name"], *city["aliases"]))
        ),
    )
    write(
        "INSERT INTO certification (city_id, date, record) VALUES (?, ?, ?)",
        (
            (event["city_id"], event["date"], _json(event))
            for of_city in events.values()
            for event in of_city
        ),
    )
    write("INSERT INTO source VALUES (?, ?)", ((id_, _json(r)) for id_, r in sources.items()))
    write("INSERT INTO topic VALUES (?, ?)", ((id_, _json(r)) for id_, r in topics.items()))

    def stories() -> Iterator[tuple[int, Story]]:
        for number, record in enumerate(tables["stories"], start=1):
            yield number, _clean(record)

    marks = ", ".join("?" * (len(searchable.FIELDS) + 1))
    into_text = f"INSERT INTO story_text (rowid, {', '.join(searchable.FIELDS)}) VALUES ({marks})"
    for number, story in stories():
        city = cities[story["city_id"]]
        level, level_date = levels.get(city["id"], (None, None))
        cited = [sources[i] for i in story["source_ids"] if i in sources]
        card = {
            "id": story["id"],
            "city_id": city["id"],
            "city": city["name"],
            "subdivision": city["subdivision"],
            "country": city["country"],
            "country_code": city["country_code"],
            "headline": story["headline"],
            "topics": story["topics"],
            "level": level,
            "level_date": level_date,
            "coverage": story["coverage"],
            "origin": story["origin"],
            "source_url": next((source["url"] for source in cited if source["url"]), None),
        }
        connection.execute(
            "INSERT INTO story VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                number,
                story["id"],
                city["id"],
                story["coverage"],
                story["origin"],
                level_date,
                _json(story),
                _json(card),
            ),
        )
        connection.execute(into_text, (number, *searchable.texts(story, city, topics)))
        write(
            "INSERT OR IGNORE INTO tag VALUES (?, ?, ?)",
            [("topic", topic, number) for topic in story["topics"]]
            + [("theme", metric["theme"], number) for metric in story["metrics"]]
            + [
                ("outcome", metric["theme"], number)
                for metric in story["metrics"]
                if metric["kind"] == "outcome"
            ],
        )
    connection.executescript(_INDEXES)
    connection.execute("INSERT INTO about VALUES ('stamp', ?)", [stamp])
    connection.commit()


def _json(record: object) -> str:
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))


def _clean(record: Any) -> Any:  # noqa: ANN401 - whatever JSON holds, the same shape back
    """Return *record* with every string in it safe to show."""
    if isinstance(record, str):
        return record if is_clean(record) else clean(record)
    if isinstance(record, list):
        return [_clean(item) for item in record]
    if isinstance(record, dict):
        return {key: _clean(value) for key, value in record.items()}
    return record
