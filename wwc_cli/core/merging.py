"""The store and the library as one: what the catalogue is made of.

A story of the library with the city and the headline of a bundled one is the same story, seen
whole: it lends its text and its quotations, and the curated fields stand. Events are the same by
city, date and level.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wwc_cli.core.story_ids import free_id, story_key
from wwc_cli.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from wwc_cli.core.store import Record, Tables

_LENT = ("text", "quotes")


def merge(bundled: Tables, own: Tables) -> Tables:
    """Return the tables of store and library together, bundled records first."""
    merged = dict(bundled)
    for name in ("cities", "sources"):
        known = {record["id"] for record in bundled[name]}
        merged[name] = [*bundled[name], *(r for r in own[name] if r["id"] not in known)]
    merged["stories"] = _stories(bundled["stories"], own["stories"])
    merged["certifications"] = _events(bundled["certifications"], own["certifications"])
    return merged


def check_cities(
    tables: Tables, cities: Iterable[Record], *, path: str, hint: str | None = None
) -> None:
    """Raise `DataError` with *path* where a record is of a city that is none of *cities*."""
    described = {city["id"] for city in cities}
    for name in ("stories", "certifications"):
        for record in tables[name]:
            if record["city_id"] not in described:
                raise DataError(
                    f"{path} is damaged: a record in {name} has the city"
                    f" {record['city_id']!r}, which is nowhere described.",
                    hint=hint,
                )


def _stories(bundled: Sequence[Record], own: Sequence[Record]) -> list[Record]:
    """Return the stories, each once; those that only the library has come last."""
    at = {story_key(story["city_id"], story["headline"]): n for n, story in enumerate(bundled)}
    merged = list(bundled)
    taken = {story["id"] for story in bundled}
    for story in own:
        same = at.get(story_key(story["city_id"], story["headline"]))
        if same is None:
            added = {**story, "origin": "library"}  # whatever the file says
            if added["id"] in taken:
                added["id"] = free_id(story["city_id"], story["headline"], taken)
            taken.add(added["id"])
            merged.append(added)
        else:
            curated = merged[same]
            sources = dict.fromkeys([*curated["source_ids"], *story["source_ids"]])
            lent = {name: story[name] or curated[name] for name in _LENT}
            merged[same] = {**curated, **lent, "source_ids": list(sources)}
    return merged


def _events(bundled: Sequence[Record], own: Iterable[Record]) -> list[Record]:
    """Return the events, each once, with the sources of both where both have it."""
    merged = list(bundled)
    at: dict[tuple[Any, ...], list[int]] = {}
    for number, event in enumerate(bundled):
        at.setdefault((event["city_id"], event["level"]), []).append(number)
    # The most precise date first: what else is dated within it is the same.
    for event in sorted(own, key=lambda event: -len(event["date"])):
        alike = at.setdefault((event["city_id"], event["level"]), [])
        same = next((n for n in alike if _may_be_one(merged[n]["date"], event["date"])), None)
        if same is None:
            alike.append(len(merged))
            merged.append(event)
        else:
            known = merged[same]
            sources = dict.fromkeys([*known["source_ids"], *event["source_ids"]])
            merged[same] = {**known, "source_ids": list(sources)}
    return merged


def _may_be_one(date: str, other: str) -> bool:
    """Tell whether two dates agree as far as both are known: 2026-01 and 2026-01-14."""
    shared = min(len(date), len(other))
    return date[:shared] == other[:shared]
