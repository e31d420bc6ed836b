"""What stories are looked up by, and what those of a city are about, as tables of the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wwc_cli.core import catalogue

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping, Sequence

    from wwc_cli.core.records import Story

    Tag = tuple[str, str, int]  # its kind, its value, the number of the story

TABLES = """
CREATE TABLE tag (kind TEXT, value TEXT, story INTEGER, PRIMARY KEY (kind, value, story))
    WITHOUT ROWID;
CREATE TABLE subject (city_id TEXT PRIMARY KEY, topics TEXT, outcomes TEXT) WITHOUT ROWID;
"""


def of(story: Story, number: int) -> set[Tag]:
    """Return what stories are looked up by: topics, themes, units, outcome themes, practices."""
    tags = {("topic", topic, number) for topic in story["topics"]}
    for metric in story["metrics"]:
        tags.add(("theme", metric["theme"], number))
        if metric["unit"] is not None:
            tags.add(("unit", metric["unit"], number))
        if metric["kind"] == "outcome":
            tags.add(("outcome", metric["theme"], number))
    for at, practice in enumerate(story["practices"]):
        tags.add(("practice", practice, number))
        if at == 0:
            tags.add(("first-practice", practice, number))
    return tags


def put(connection: sqlite3.Connection, tags: Sequence[Tag], cities: Mapping[int, str]) -> None:
    """Write all tags, and what the stories of each city are about.

    *cities* has the city of each story. What a city is about is told from the tags of its
    stories here, since that would take longer than a search when it is asked.
    """
    connection.executemany("INSERT OR IGNORE INTO tag VALUES (?, ?, ?)", sorted(tags))
    values: dict[str, dict[str, set[str]]] = {
        kind: {city_id: set() for city_id in cities.values()} for kind in ("topic", "outcome")
    }
    for kind, value, number in tags:
        if kind in values:
            values[kind][cities[number]].add(str(value))
    topics, outcomes = values["topic"], values["outcome"]
    connection.executemany(
        "INSERT INTO subject VALUES (?, ?, ?)",
        (
            (city_id, *(catalogue.PARTED.join(sorted(of[city_id])) for of in (topics, outcomes)))
            for city_id in topics
        ),
    )
