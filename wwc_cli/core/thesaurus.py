"""What people type → what stories say: the concepts of data/thesaurus.json in the catalogue.

A concept has forms, by which it is recognised in a query in three languages, and finds, the
words and phrases by which stories about it are found.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from wwc_cli.core.text import fold, words
from wwc_cli.shape import Shape

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping

    from wwc_cli.core.catalogue import Catalogue
    from wwc_cli.core.records import City, Concept, Story, Topic
    from wwc_cli.core.stems import Stemmer

LONGEST = 6  # words of a form; longer ones would never be typed alike

TABLES = """
CREATE TABLE form (
    key TEXT, text TEXT, language TEXT, kind TEXT, value TEXT,
    PRIMARY KEY (key, kind, value, text)
) WITHOUT ROWID;
CREATE TABLE concept (id TEXT PRIMARY KEY, name TEXT, finds TEXT) WITHOUT ROWID;
"""


# Kinds of names: the field in which stories have them.
NAMED = frozenset({"city", "people", "programs", "partners"})


class Sense(Shape):
    """What a typed phrase can mean: a concept, a topic, or a name (its kind is its field).

    *name* is the sense in English, *finds* the phrases that stories have for it.
    """

    kind: str
    language: str
    name: str
    finds: list[str]


def fill(
    connection: sqlite3.Connection,
    concepts: Iterable[Concept],
    named: tuple[Iterable[Topic], Iterable[City], Iterable[Story]],
    stemmer: Stemmer,
) -> None:
    """Write into a catalogue being made: concepts, and the names of topics, places and stories."""
    topics, cities, stories = named
    rows = [
        *_concept_forms(concepts),
        *_topic_forms(topics),
        *_place_forms(cities),
        *_name_forms(stories),
    ]
    stemmer.learn(word for _, parts, _, _ in rows for word in parts)
    connection.executemany(
        "INSERT OR IGNORE INTO form VALUES (?, ?, ?, ?, ?)",
        (
            (stemmer.key(parts), " ".join(parts), language, kind, value)
            for language, parts, kind, value in rows
            if 0 < len(parts) <= LONGEST
        ),
    )
    connection.executemany(
        "INSERT INTO concept VALUES (?, ?, ?)",
        ((c["id"], c["en"][0], json.dumps(c["finds"])) for c in concepts),
    )


_Form = tuple[str, list[str], str, str]  # language, words, kind, value


def _concept_forms(concepts: Iterable[Concept]) -> Iterator[_Form]:
    for concept in concepts:
        # English first: a form that two languages share is told as English.
        for language, forms in (
            ("en", concept["en"]),
            ("es", concept["es"]),
            ("pt", concept["pt"]),
        ):
            # Folded at once, which is much quicker than one by one.
            for form in fold("\n".join(forms)).split("\n"):
                yield language, words(form), "concept", concept["id"]


def _topic_forms(topics: Iterable[Topic]) -> Iterator[_Form]:
    for topic in topics:
        names: Mapping[str, object] = topic["name"]
        for language, name in names.items():
            yield language, words(str(name)), "topic", topic["id"]
        for name in topic["printed_as"]:
            yield "en", words(name), "topic", topic["id"]


def _place_forms(cities: Iterable[City]) -> Iterator[_Form]:
    from wwc_cli.core import places  # for making the catalogue only; a query needs the rows alone

    for city in cities:
        for name in (city["name"], *city["aliases"]):
            yield "name", words(name), "city", city["name"]
        for key in places.country_keys(city["country_code"], city["country"]):
            if len(key) > 2:
                yield "name", words(key), "city", city["country"]
        if city["subdivision"]:
            yield "name", words(city["subdivision"]), "city", city["subdivision"]
            for name in places.written_names(city["country_code"], city["subdivision_code"]):
                yield "name", words(name), "city", name


def _name_forms(stories: Iterable[Story]) -> Iterator[_Form]:
    for story in stories:
        for person in story["people"]:
            parts = words(person["name"])
            short = [part for part in parts if len(part) > 1]
            for form in (parts, short, short[-1:]):
                yield "name", form, "people", person["name"]
        for program in story["programs"]:
            # With and without the short form that stands in brackets behind a name.
            whole, _, bracket = program["name"].partition(" (")
            for name in (whole, bracket.rstrip(")")):
                yield "name", words(name), "programs", name
        for partner in story["partners"]:
            yield "name", words(partner), "partners", partner


def senses(typed: Mapping[str, str], catalogue: Catalogue) -> dict[str, list[Sense]]:
    """Return what phrases can mean, by their stems; *typed* gives the very words for these.

    A meaning of the very words goes before that of others of their stems: calles are streets,
    though English calls have the same stem.
    """
    wanted = list(typed)
    marks = ",".join("?" * len(wanted))
    exact: dict[str, dict[tuple[str, str], Sense]] = {}
    alike: dict[str, dict[tuple[str, str], Sense]] = {}
    for key, text, language, kind, value, name, finds in catalogue.rows(
        "SELECT form.key, form.text, form.language, form.kind, form.value,"
        " concept.name, concept.finds"
        " FROM form LEFT JOIN concept ON form.kind = 'concept' AND concept.id = form.value"
        f" WHERE form.key IN ({marks}) ORDER BY form.key, form.kind, form.value, form.language",
        wanted,
    ):
        sense = Sense(kind, language, name or value, json.loads(finds) if finds else [value])
        found = exact if text == typed[key] else alike
        found.setdefault(key, {}).setdefault((kind, value), sense)
    return {key: list(of_key.values()) for key, of_key in {**alike, **exact}.items()}
