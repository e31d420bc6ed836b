"""sqlite: the flat tables as a database, with keys, full-text search and views.

Made for Datasette and sqlite-utils: they see the foreign keys, and that a table has a full-text
index, since that is a content table named as they name theirs.
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from wwc_cli import __version__
from wwc_cli.core.stems import TOKENIZER
from wwc_cli.exporters import flat, tables
from wwc_cli.render.records import cell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wwc_cli.core.extract import Extract
    from wwc_cli.exporters.flat import FlatTable

# NUMERIC keeps 25 as 25 and 0.5 as 0.5; REAL would show 25.0.
_TYPES = {"integer": "INTEGER", "year": "INTEGER", "number": "NUMERIC"}
_LARGEST = 2**63 - 1  # that an SQLite integer holds
_SEARCHED = {
    "cities": ("name", "aliases", "subdivision", "country"),
    "stories": ("headline", "summary", "challenge", "approach", "outcome"),
    "metrics": ("statement", "subject"),
}
# What is filtered by, beside the keys, which get an index each.
_FILTERED = {
    "cities": ("country_code", "level"),
    "metrics": ("theme", "kind"),
    "certifications": ("date",),
}
_VIEWS = """
CREATE VIEW certified_cities AS
SELECT cities.id, cities.name, cities.subdivision, cities.country, cities.level,
    cities.level_date, cities.first_certified, cities.last_event, cities.last_date,
    (SELECT count(*) FROM stories WHERE stories.city_id = cities.id) AS stories
FROM cities WHERE cities.first_certified IS NOT NULL;

CREATE VIEW story_overview AS
SELECT stories.id, cities.name AS city, cities.country, cities.level, stories.headline,
    (SELECT group_concat(topic_id, ', ') FROM
        (SELECT topic_id FROM story_topics WHERE story_id = stories.id ORDER BY position)
    ) AS topics,
    stories.summary,
    (SELECT sources.url FROM story_sources
        JOIN sources ON sources.id = story_sources.source_id
        WHERE story_sources.story_id = stories.id AND sources.url IS NOT NULL
        ORDER BY story_sources.position LIMIT 1
    ) AS url
FROM stories JOIN cities ON cities.id = stories.city_id;

CREATE VIEW outcomes AS
SELECT cities.name AS city, cities.country, metrics.theme, metrics.direction, metrics.value,
    metrics.from_value, metrics.unit, metrics.subject, metrics.qualifier, metrics.period,
    metrics.baseline_period, metrics.statement, metrics.story_id
FROM metrics JOIN cities ON cities.id = metrics.city_id WHERE metrics.kind = 'outcome';
"""
_ABOUT = {
    "made_by": f"wwc {__version__}",
    "license": "Our own prose and the selection: CC BY 4.0,"
    " https://creativecommons.org/licenses/by/4.0/. Names, titles, dates and figures are facts of"
    " the sources. Stories whose origin is library are not covered.",
    "geonames": "Coordinates, and populations whose source is geonames: GeoNames,"
    " https://www.geonames.org/, CC BY 4.0",
}


def sqlite(taken: Extract, path: str) -> None:
    """Write a new database at *path*.

    Raises `OSError` where it cannot be written.
    """
    inserts = {
        table.name: f"INSERT INTO {table.name} VALUES ({', '.join('?' * len(table.fields))})"
        for table in tables.TABLES
    }
    try:
        connection = sqlite3.connect(path)
        try:
            # Half a file is thrown away, so nothing need be journalled.
            connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
            connection.executescript("\n".join(_tables()))
            for table, row in flat.rows(taken, tables.TABLES):
                values = [_stored(row[field.name]) for field in table.fields]
                connection.execute(inserts[table.name], values)
            connection.executemany("INSERT INTO about VALUES (?, ?)", _ABOUT.items())
            connection.commit()
            connection.executescript("\n".join([*_indexes(), *_searches(), _VIEWS]))
        finally:
            connection.close()
    except sqlite3.OperationalError as error:  # no room, no right
        raise OSError(str(error)) from error


def _tables() -> Iterator[str]:
    yield "CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT);"
    for table in tables.TABLES:
        yield _table(table)


def _table(table: FlatTable) -> str:
    lines = [f"    {field.name} {_TYPES.get(field.type, 'TEXT')}" for field in table.fields]
    lines.append(f"    PRIMARY KEY ({', '.join(table.key)})")
    lines += [
        f"    FOREIGN KEY ({field.name}) REFERENCES {field.refers} (id)"
        for field in table.fields
        if field.refers
    ]
    return f"CREATE TABLE {table.name} (\n" + ",\n".join(lines) + "\n);"


def _indexes() -> Iterator[str]:
    for table in tables.TABLES:
        names = [field.name for field in table.fields if field.refers]
        for name in (*names, *_FILTERED.get(table.name, ())):
            if name != table.key[0]:  # which the key's own index begins with
                yield f"CREATE INDEX {table.name}_{name} ON {table.name} ({name});"


def _searches() -> Iterator[str]:
    for name, columns in _SEARCHED.items():
        yield (
            f"CREATE VIRTUAL TABLE {name}_fts USING FTS5 ("
            f"{', '.join(columns)}, tokenize = '{TOKENIZER}', content=\"{name}\");"
        )
        yield f"INSERT INTO {name}_fts ({name}_fts) VALUES ('rebuild');"


def _stored(value: object) -> str | int | float | None:
    """Return a value as SQLite can hold it."""
    if value is None or isinstance(value, str | float):
        return value
    if isinstance(value, int) and abs(value) > _LARGEST:
        return str(value)
    return int(value) if isinstance(value, bool) else cell(value)
