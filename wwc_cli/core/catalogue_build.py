"""Making the catalogue: store and library read through TinyDB, cleaned, indexed.

The file is made under a temporary name and moved into place, so that two commands that make it
at once each put down a whole one, and a reader never meets half of one.
"""

from __future__ import annotations

import os
import sqlite3
import time
from typing import TYPE_CHECKING, Any

from wwc_cli.core import (
    catalogue,
    library,
    merging,
    places,
    programme,
    searchable,
    store,
    story_tags,
    thesaurus,
    whole,
)
from wwc_cli.core.naming import called
from wwc_cli.core.safe_records import as_json, safe, safe_with_json
from wwc_cli.core.standing import standing
from wwc_cli.core.stems import TOKENIZER, Stemmer
from wwc_cli.core.text import words
from wwc_cli.errors import DataError
from wwc_cli.shape import Shape

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from wwc_cli.core.answers import Card
    from wwc_cli.core.catalogue import Progress
    from wwc_cli.core.records import Certification, City, Concept, Source, Story, Topic
    from wwc_cli.core.store import Tables

_TABLES = f"""
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE city (
    id TEXT PRIMARY KEY, label TEXT, country_code TEXT, country TEXT,
    subdivision_code TEXT, subdivision TEXT, level TEXT, population INT, record TEXT
);
CREATE TABLE name (key TEXT, city_id TEXT, is_alias INT, PRIMARY KEY (key, city_id))
    WITHOUT ROWID;
CREATE TABLE story (
    number INTEGER PRIMARY KEY, id TEXT, city_id TEXT, coverage TEXT, origin TEXT,
    card TEXT, record TEXT
);
CREATE TABLE certification (number INTEGER PRIMARY KEY, city_id TEXT, date TEXT, record TEXT);
CREATE TABLE source (id TEXT PRIMARY KEY, record TEXT);
CREATE TABLE topic (id TEXT PRIMARY KEY, record TEXT);
CREATE TABLE word (text TEXT PRIMARY KEY, stem TEXT, stories INTEGER) WITHOUT ROWID;
CREATE VIRTUAL TABLE story_text USING fts5(
    {", ".join(searchable.FIELDS)}, tokenize = '{TOKENIZER}'
);
INSERT INTO story_text (story_text, rank) VALUES ('hashsize', {16 * 2**20});
{thesaurus.TABLES}
{story_tags.TABLES}
{programme.TABLES}
"""
# Made after the rows are in, which is faster than keeping them up row by row.
_INDEXES = """
CREATE UNIQUE INDEX story_id ON story (id);
CREATE INDEX story_city ON story (city_id);
CREATE INDEX certification_city ON certification (city_id);
CREATE INDEX word_stem ON word (stem);
"""
_ABANDONED = 3600  # seconds after which a temporary file is surely nobody's any more
# Of a large library, only the fields that name things teach the vocabulary: to read every word
# of every story would double the time. Its other words are found all the same.
NAMED = len(searchable.NAMING)
_BATCH = 500  # stories written at a time

Levels = dict[str, tuple[str | None, str | None]]  # by city: its level, and since when


class _Known(Shape):
    """What stories refer to, by id, and what else their writing needs."""

    cities: dict[str, City]
    sources: dict[str, Source]
    topics: dict[str, Topic]
    levels: Levels
    bundled: int  # stories of the store, which come first
    on_progress: Progress


def build(
    path: str, *, stamp: str, store_folder: str, library_path: str, on_progress: Progress
) -> sqlite3.Connection:
    """Return a connection to a new catalogue, kept at *path* where that can be written.

    A library that is damaged is left out, and the catalogue warns of it.
    Raises `DataError` where the store cannot be read.
    """
    bundled = store.read(store_folder)
    whole.check(bundled, path=store_folder)
    merging.check_cities(bundled, bundled["cities"], path=store_folder, hint=store.WAY_OUT)
    own, warning = _own(library_path, bundled)
    tables = merging.merge(bundled, own)
    count = len(bundled["stories"])

    def fill(connection: sqlite3.Connection) -> None:
        _fill(connection, tables, bundled=count, on_progress=on_progress)
        # Last, so that only a whole one has it.
        about = [("warning", warning), ("stamp", stamp)]
        connection.executemany("INSERT INTO about VALUES (?, ?)", about)
        connection.commit()

    temporary = f"{path}.{os.getpid()}.tmp"
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        _remove_abandoned(os.path.dirname(path))
        _remove(temporary)  # left by a process that was killed, and had our number
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


def _own(path: str, bundled: Tables) -> tuple[Tables, str | None]:
    """Return the library, or an empty one and why, where it cannot be read."""
    try:
        return library.read_beside(bundled, path), None
    except DataError as error:
        return library.empty(), f"{error.message}\nIt is left out of this answer.\n{error.hint}"


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


def _fill(
    connection: sqlite3.Connection,
    tables: Tables,
    *,
    bundled: int,
    on_progress: Progress,
) -> None:
    """Write the rows of all tables of the catalogue but `about`."""
    connection.executescript(_TABLES)
    cities: dict[str, City] = _by_id(tables["cities"])
    sources: dict[str, Source] = _by_id(tables["sources"])
    topics: dict[str, Topic] = _by_id(tables["topics"])
    all_events: list[Certification] = [safe(record) for record in tables["certifications"]]
    events: dict[str, list[Certification]] = {}
    for event in all_events:
        events.setdefault(event["city_id"], []).append(event)
    levels: Levels = {
        city_id: (stands["level"], stands["level_date"])
        for city_id, of_city in events.items()
        if (stands := standing(of_city))
    }
    _put_cities(connection, cities.values(), levels)
    _put_events(connection, all_events)
    for name, records in (("source", sources), ("topic", topics)):
        connection.executemany(
            f"INSERT INTO {name} VALUES (?, ?)",
            ((record_id, as_json(record)) for record_id, record in records.items()),
        )
    stemmer = Stemmer()
    concepts: list[Concept] = [safe(record) for record in tables["thesaurus"]]
    own = [safe(record) for record in tables["stories"][:bundled]]
    thesaurus.fill(connection, concepts, (topics.values(), cities.values(), own), stemmer)
    programme.fill(connection, map(safe, tables["programme"]))
    known = _Known(cities, sources, topics, levels, bundled, on_progress)
    spelled = _put_stories(connection, tables["stories"], known)
    _put_words(connection, spelled, concepts, cities.values(), stemmer)
    stemmer.close()
    connection.executescript(_INDEXES)


def _by_id(records: Iterable[Any]) -> dict[str, Any]:
    """Return *records*, safe to show, by their id."""
    return {record["id"]: record for record in map(safe, records)}


def _put_cities(connection: sqlite3.Connection, cities: Iterable[City], levels: Levels) -> None:
    for city in cities:
        connection.execute(
            "INSERT INTO city VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                city["id"],
                called(city),
                city["country_code"],
                city["country"],
                city["subdivision_code"],
                city["subdivision"],
                levels.get(city["id"], (None, None))[0],
                _size(city["population"]),
                as_json(city),
            ],
        )
        connection.executemany(
            "INSERT OR IGNORE INTO name VALUES (?, ?, ?)",
            (
                (places.name_key(name), city["id"], at > 0)
                for at, name in enumerate((city["name"], *city["aliases"]))
            ),
        )


def _size(population: object) -> int | None:
    """Return a population that can be reckoned with; `None` of what a library has amiss."""
    is_size = isinstance(population, int | float) and 1 <= population < 2**63
    return int(population) if is_size else None  # type: ignore[call-overload]


def _put_events(connection: sqlite3.Connection, events: Iterable[Certification]) -> None:
    connection.executemany(
        "INSERT INTO certification (city_id, date, record) VALUES (?, ?, ?)",
        ((event["city_id"], event["date"], as_json(event)) for event in events),
    )


def _put_stories(connection: sqlite3.Connection, records: Sequence[Any], known: _Known) -> set[str]:
    """Write the stories, their text and their tags; return the words that stand in them."""
    spelled: set[str] = set()
    tags: list[tuple[str, str, int]] = []
    cities: dict[int, str] = {}
    fields = ", ".join(searchable.FIELDS)
    marks = ", ".join("?" * len(searchable.FIELDS))
    for start in range(0, len(records), _BATCH):
        rows, texts = [], []
        for number, record in enumerate(records[start : start + _BATCH], start=start + 1):
            story, story_json = safe_with_json(record)
            city = known.cities[story["city_id"]]
            card = _card(story, city, known)
            rows.append(
                (
                    number,
                    story["id"],
                    city["id"],
                    story["coverage"],
                    story["origin"],
                    as_json(card),
                    story_json,
                )
            )
            text = searchable.texts(story, city, known.topics)
            texts.append((number, *text))
            spelled.update(*map(str.split, text if number <= known.bundled else text[:NAMED]))
            tags += story_tags.of(story, number)
            cities[number] = city["id"]
        connection.executemany("INSERT INTO story VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
        connection.executemany(
            f"INSERT INTO story_text (rowid, {fields}) VALUES (?, {marks})", texts
        )
        known.on_progress(start + len(rows), len(records))
    # The parts in which a large index was written are put together: it is asked much quicker.
    connection.execute("INSERT INTO story_text (story_text) VALUES ('optimize')")
    story_tags.put(connection, tags, cities)
    # Parted once for all stories, which is much quicker than story by story.
    return {word for token in spelled for word in words(token)}


def _card(story: Story, city: City, known: _Known) -> Card:
    """Return what a list of results shows of a story."""
    level, level_date = known.levels.get(city["id"], (None, None))
    cited = [known.sources[each] for each in story["source_ids"] if each in known.sources]
    return {
        "id": story["id"],
        "city_id": city["id"],
        "city": city["name"],
        "subdivision": city["subdivision"],
        "country": city["country"],
        "country_code": city["country_code"],
        "headline": story["headline"],
        "topics": story["topics"],
        "level": level,  # type: ignore[typeddict-item]  # out of a record, where it is a Level
        "level_date": level_date,
        "coverage": story["coverage"],
        "origin": story["origin"],
        "source_url": next((source["url"] for source in cited if source["url"]), None),
    }


def _put_words(
    connection: sqlite3.Connection,
    spelled: set[str],
    concepts: Iterable[Concept],
    cities: Iterable[City],
    stemmer: Stemmer,
) -> None:
    """Write the vocabulary that slips are measured by: of stories, concepts and places."""
    known = set(spelled)
    for concept in concepts:
        forms = (*concept["finds"], *concept["en"], *concept["es"], *concept["pt"])
        known.update(words("\n".join(forms)))
    for city in cities:
        for name in (city["name"], *city["aliases"], city["subdivision"] or "", city["country"]):
            known.update(words(name))
    stemmer.learn(known)
    connection.execute("CREATE VIRTUAL TABLE temp.stem USING fts5vocab(main, story_text, row)")
    stories = dict(connection.execute("SELECT term, doc FROM stem"))
    connection.executemany(
        "INSERT INTO word VALUES (?, ?, ?)",
        (
            (word, stem := stemmer.stem(word), stories.get(stem, 0) if word in spelled else 0)
            for word in sorted(known)
        ),
    )
