"""Store and library as one indexed SQLite file: opened, checked, looked up.

The file is derived and disposable. It is good as long as the files it was made from have the
sizes and times that it recorded, and it was made by this version of wwc; otherwise it is made
again (catalogue_build.py), without a word. Where the cache cannot be written, the catalogue is
made in memory.
"""

from __future__ import annotations

import json
import os
import sqlite3
from typing import TYPE_CHECKING, Any, Literal

from wwc_cli import __version__
from wwc_cli.core import store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from wwc_cli.core.answers import Card
    from wwc_cli.core.records import (
        Certification,
        City,
        Coverage,
        Entry,
        Source,
        Standing,
        Story,
        Topic,
    )

    Rows = list[tuple[Any, ...]]
    Progress = Callable[[int, int], None]

# Raised with every change of the tables below or of what is written into them.
SCHEMA = 9
PARTED = "\x1f"  # between the tags of a city; no text of a record has it, once cleaned


def stamp(paths: Iterable[str]) -> str:
    """Return what a catalogue made from *paths* records: it is good while this is the same."""
    lines = [f"wwc {__version__}, schema {SCHEMA}"]
    for path in paths:
        try:
            status = os.stat(path)
        except OSError:
            lines.append(f"{path}: {'a link to nothing' if os.path.islink(path) else 'none'}")
        else:
            may_read = os.access(path, os.R_OK)  # which can change without the file
            lines.append(f"{path}: {status.st_size} {status.st_mtime_ns} {may_read}")
    return "\n".join(lines)


def open_catalogue(
    *,
    store_folder: str,
    library_path: str,
    cache_folder: str,
    progress: Callable[[], Progress] = lambda: _silent,
) -> Catalogue:
    """Return the catalogue of the store and the library, made anew where it has to be.

    *progress* gives, if a catalogue is made, what is told how many stories are read of how many.

    Raises `DataError` where the store cannot be read. A library that cannot is left out, and the
    catalogue says so in `warning`.
    """
    made_from = stamp([*store.files(store_folder), library_path])
    path = os.path.join(cache_folder, "catalogue.sqlite")

    def build() -> sqlite3.Connection:
        from wwc_cli.core import catalogue_build

        return catalogue_build.build(
            path,
            stamp=made_from,
            store_folder=store_folder,
            library_path=library_path,
            on_progress=progress(),
        )

    return Catalogue(connect(path, stamp=made_from) or build(), rebuild=build)


def _silent(_done: int, _total: int) -> None:
    """Take progress, and keep quiet about it."""


def connect(path: str, *, stamp: str) -> sqlite3.Connection | None:
    """Return a read-only connection to the catalogue at *path*; `None` if it is not good."""
    quoted = path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    if os.name == "nt":
        quoted = "/" + quoted.replace("\\", "/")
    try:
        # Immutable: the file is only ever replaced as a whole, so there is nothing to lock.
        connection = sqlite3.connect(f"file:{quoted}?mode=ro&immutable=1", uri=True)
        found = connection.execute("SELECT value FROM about WHERE key = 'stamp'").fetchone()
    except (sqlite3.Error, ValueError):  # no database, or one with no text in it
        return None
    if found == (stamp,):
        return connection
    connection.close()
    return None


class Catalogue:
    """What all reading commands read; every record comes back as it would be in JSON."""

    def __init__(
        self, connection: sqlite3.Connection, *, rebuild: Callable[[], sqlite3.Connection]
    ) -> None:
        self._connection = connection
        self._rebuild: Callable[[], sqlite3.Connection] | None = rebuild

    def close(self) -> None:
        """Close the file; nothing can be looked up any more."""
        self._connection.close()

    @property
    def warning(self) -> str | None:
        """What to tell of a library that could not be read; `None` where all is well."""
        rows = self.rows("SELECT value FROM about WHERE key = 'warning'")
        return rows[0][0] if rows else None

    def rows(self, sql: str, values: Sequence[object] = ()) -> Rows:
        """Return all rows of a query.

        A cache file that turns out to be damaged is made again, once, and asked again.
        """
        return self.read(sql, values, lambda row: row)

    def _records(self, sql: str, values: Sequence[object] = ()) -> list[Any]:
        return self.read(sql, values, lambda row: json.loads(row[0]))

    def read(
        self, sql: str, values: Sequence[object], read: Callable[[tuple[Any, ...]], Any]
    ) -> list[Any]:
        """Return what *read* makes of each row of a query, without keeping the rows."""
        try:
            return [read(row) for row in self._connection.execute(sql, values)]
        except (sqlite3.DatabaseError, ValueError):
            if self._rebuild is None:
                raise
            rebuild, self._rebuild = self._rebuild, None
            self._connection.close()
            self._connection = rebuild()
            return [read(row) for row in self._connection.execute(sql, values)]

    def city(self, city_id: str) -> City | None:
        """Return the city with that id."""
        found: list[City] = self._records("SELECT record FROM city WHERE id = ?", [city_id])
        return found[0] if found else None

    def cities(self) -> list[City]:
        """Return every city, by id."""
        return self._records("SELECT record FROM city ORDER BY id")

    def city_ids(self, beginning: str = "") -> list[tuple[str, str]]:
        """Return (id, `name, place`) of the cities whose id begins so: for completion."""
        return self.rows(
            "SELECT id, label FROM city WHERE id >= ?1 AND id < ?1 || '~' ORDER BY id",
            [beginning],
        )

    def cities_called(self, key: str) -> list[City]:
        """Return the cities of which *key* is the name key of the name or an alias."""
        return self._records(
            "SELECT record FROM city WHERE id IN (SELECT city_id FROM name WHERE key = ?)"
            " ORDER BY id",
            [key],
        )

    def cities_beginning(self, key: str) -> list[City]:
        """Return the cities of which a name or alias begins with *key*, by own name first."""
        return self._records(
            "SELECT city.record FROM name JOIN city ON city.id = name.city_id"
            " WHERE name.key >= ?1 AND name.key < ?1 || '\U0010ffff'"
            " GROUP BY city.id ORDER BY min(name.is_alias), city.id",
            [key],
        )

    def stories_of(self, city_id: str) -> list[Story]:
        """Return the stories of a city, in the order of the store, bundled ones first."""
        return self._records(
            "SELECT record FROM story WHERE city_id = ? ORDER BY number", [city_id]
        )

    def cards(self, numbers: Sequence[int]) -> dict[int, Card]:
        """Return the cards of stories by their number."""
        marks = ",".join("?" * len(numbers))
        sql = f"SELECT number, card FROM story WHERE number IN ({marks})"
        return dict(self.read(sql, numbers, lambda row: (row[0], json.loads(row[1]))))

    def story_numbers(self, ids: Iterable[str]) -> dict[str, int]:
        """Return the numbers of stories by their id; unknown ids are left out."""
        wanted = list(ids)
        marks = ",".join("?" * len(wanted))
        return dict(self.rows(f"SELECT id, number FROM story WHERE id IN ({marks})", wanted))

    def stories(self, numbers: Sequence[int]) -> dict[int, Story]:
        """Return stories, whole, by their number, in the order of the files."""
        marks = ",".join("?" * len(numbers))
        sql = f"SELECT number, record FROM story WHERE number IN ({marks}) ORDER BY number"
        return dict(self.read(sql, numbers, lambda row: (row[0], json.loads(row[1]))))

    def standing(self, city_id: str) -> Standing | None:
        """Return how a city stands; `None` where no event of it is known."""
        from wwc_cli.core import standing

        return standing.standing(
            self._records("SELECT record FROM certification WHERE city_id = ?", [city_id])
        )

    def certifications(self) -> list[Certification]:
        """Return every certification event, oldest first."""
        return self._records("SELECT record FROM certification ORDER BY date, number")

    def sources(self, ids: Iterable[str]) -> list[Source]:
        """Return the sources with those ids, in that order, each once; unknown ids are left out."""
        wanted = list(dict.fromkeys(ids))
        marks = ",".join("?" * len(wanted))
        found = {
            source["id"]: source
            for source in self._records(f"SELECT record FROM source WHERE id IN ({marks})", wanted)
        }
        return [found[source_id] for source_id in wanted if source_id in found]

    def topics(self) -> list[Topic]:
        """Return every topic, by id."""
        return self._records("SELECT record FROM topic ORDER BY id")

    def every(self, kind: Literal["city", "certification", "source", "topic"]) -> list[Any]:
        """Return every record of a kind, in the order of the files that they came from."""
        return self._records(f"SELECT record FROM {kind} ORDER BY rowid")

    def story_list(self) -> list[tuple[int, str, str, str]]:
        """Return (number, city id, coverage, origin) of every story, in the order of the files."""
        return self.rows("SELECT number, city_id, coverage, origin FROM story ORDER BY number")

    def tags(self, kind: str) -> list[str]:
        """Return the values of a kind of tag that stories carry, sorted.

        The kinds are `topic`, `theme`, `unit`, `outcome`: a theme on which there is an outcome,
        `practice`, and `first-practice`: the practice that is most central.
        """
        rows = self.rows("SELECT DISTINCT value FROM tag WHERE kind = ? ORDER BY value", [kind])
        return [value for (value,) in rows]

    def tagged(self, kind: str, values: Iterable[str]) -> list[tuple[str, int]]:
        """Return (value, story number) for each story that carries one of *values*."""
        wanted = list(values)
        marks = ",".join("?" * len(wanted))
        return self.rows(
            f"SELECT value, story FROM tag WHERE kind = ? AND value IN ({marks}) ORDER BY story",
            [kind, *wanted],
        )

    def countries(self) -> list[tuple[str, str]]:
        """Return (code, name) of every country with a city."""
        return self.rows("SELECT DISTINCT country_code, country FROM city ORDER BY country")

    def subdivisions(self) -> list[tuple[str, str | None, str]]:
        """Return (country code, own code, name) of every state or region with a city."""
        return self.rows(
            "SELECT DISTINCT country_code, subdivision_code, subdivision FROM city"
            " WHERE subdivision IS NOT NULL ORDER BY subdivision"
        )

    def cities_with_story(self) -> dict[str, Coverage]:
        """Return the ids of the cities that have a story, with the coverage of the fullest."""
        # In the alphabet, too, full comes after brief.
        return dict(self.rows("SELECT city_id, max(coverage) FROM story GROUP BY city_id"))

    def subjects(self) -> Rows:
        """Return every city as far as peers are told by it, by id.

        A row is id, population, country code, level, and two frozen sets: the topics and the
        themes with an outcome of all its stories; both `None` without a story.
        """
        parted: dict[str | None, frozenset[str] | None] = {None: None, "": frozenset()}

        def part(tags: str | None) -> frozenset[str] | None:
            if tags not in parted:
                parted[tags] = frozenset(str(tags).split(PARTED))
            return parted[tags]

        rows = self.rows(
            "SELECT id, population, country_code, level, topics, outcomes"
            " FROM city LEFT JOIN subject ON subject.city_id = city.id ORDER BY id"
        )
        return [(*row[:4], part(row[4]), part(row[5])) for row in rows]

    def matching(self, expression: str) -> int:
        """Return how many stories an FTS5 query matches."""
        count: int = self.rows(
            "SELECT count(*) FROM story_text WHERE story_text MATCH ?", [expression]
        )[0][0]
        return count

    def known(self, stems: Mapping[str, str]) -> set[str]:
        """Return the words, keys of *stems*, that the vocabulary has, or another of their stem."""
        marks = ",".join("?" * len(stems))
        rows = self.rows(
            f"SELECT text, stem FROM word WHERE text IN ({marks}) OR stem IN ({marks})",
            [*stems, *stems.values()],
        )
        texts, known_stems = {text for text, _ in rows}, {stem for _, stem in rows}
        return {word for word, stem in stems.items() if word in texts or stem in known_stems}

    def stems(self, words: Sequence[str]) -> dict[str, str]:
        """Return the stems of those of *words* that the vocabulary has in just this spelling."""
        marks = ",".join("?" * len(words))
        return dict(self.rows(f"SELECT text, stem FROM word WHERE text IN ({marks})", words))

    def words_like(self, text: str, *, reach: int) -> list[str]:
        """Return the words of the vocabulary that begin as *text* and are about as long.

        The first letter may have changed places with the second.
        """
        rows = self.rows(
            "SELECT text FROM word WHERE length(text) BETWEEN ? AND ?"
            " AND substr(text, 1, 1) IN (?, ?) ORDER BY text",
            [len(text) - reach, len(text) + reach, text[0], text[1]],
        )
        return [word for (word,) in rows]

    def frequencies(self, words: Sequence[str]) -> dict[str, int]:
        """Return in how many stories each of *words* stands, counting others of its stem.

        A word that no story has in just this spelling counts none.
        """
        marks = ",".join("?" * len(words))
        return dict(self.rows(f"SELECT text, stories FROM word WHERE text IN ({marks})", words))

    def story_count(self) -> int:
        """Return how many stories there are."""
        count: int = self.rows("SELECT count(*) FROM story")[0][0]
        return count

    def entry(self, entry_id: str) -> Entry | None:
        """Return what is known of the program under that id."""
        found: list[Entry] = self._records("SELECT record FROM entry WHERE id = ?", [entry_id])
        return found[0] if found else None

    def entries(self) -> list[Entry]:
        """Return every entry on the program, in the order of the store."""
        return self._records("SELECT record FROM entry ORDER BY number")

    def entry_ids(self, beginning: str = "") -> list[tuple[str, str]]:
        """Return (id, term) of the entries whose id begins so: for completion."""
        return self.rows(
            "SELECT id, term FROM entry WHERE id >= ?1 AND id < ?1 || '~' ORDER BY id",
            [beginning],
        )

    def entries_called(self, key: str) -> list[Entry]:
        """Return the entries of which *key* is a key, in the order of the store."""
        return self._records(
            "SELECT record FROM entry WHERE id IN (SELECT entry_id FROM entry_key WHERE key = ?)"
            " ORDER BY number",
            [key],
        )

    def entry_keys(self) -> list[tuple[str, str]]:
        """Return (key, entry id) of all that entries are called by, in the order of the store."""
        return self.rows(
            "SELECT key, entry_id FROM entry_key JOIN entry ON entry.id = entry_id"
            " ORDER BY number, key"
        )
