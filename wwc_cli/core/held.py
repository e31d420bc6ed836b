"""What the library holds: as a list, page by page, and with a page taken out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wwc_cli.core.story_ids import story_key
from wwc_cli.core.text import join
from wwc_cli.errors import UnknownName

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from wwc_cli.core.library_records import Held, Holding
    from wwc_cli.core.records import Certification
    from wwc_cli.core.store import Tables


def pages(own: Tables, bundled: Tables) -> list[Held]:
    """Return the pages of the library *own*: stories by city, then announcements by id."""
    cities = {city["id"]: city["name"] for city in (*bundled["cities"], *own["cities"])}
    sources = {source["id"]: source for source in own["sources"]}
    curated = {story_key(each["city_id"], each["headline"]) for each in bundled["stories"]}
    stories = sorted(own["stories"], key=lambda story: story["id"])
    cited = {source_id for story in stories for source_id in story["source_ids"]}
    told = _told_by(own)
    held: list[Held] = [
        {
            "id": story["id"],
            "kind": "story",
            "city_id": story["city_id"],
            "city": cities.get(story["city_id"]),
            "title": story["headline"],
            "metrics": len(story["metrics"]),
            "quotes": len(story["quotes"]),
            "certifications": len(
                set[int]().union(*(told.get(each, ()) for each in story["source_ids"]))
            ),
            "accessed": next(
                (sources[each]["accessed"] for each in story["source_ids"] if each in sources), None
            ),
            "is_bundled": story_key(story["city_id"], story["headline"]) in curated,
        }
        for story in stories
    ]
    held += [
        {
            "id": source_id,
            "kind": "announcement",
            "city_id": None,
            "city": None,
            "title": source["title"],
            "metrics": 0,
            "quotes": 0,
            "certifications": len(told.get(source_id, ())),
            "accessed": source["accessed"],
            "is_bundled": False,
        }
        for source_id, source in sorted(sources.items())
        if source_id not in cited
    ]
    return held


def page(page_id: str, own: Tables, bundled: Tables) -> Holding:
    """Return one page of the library, by the id that `pages` gives.

    Raises `UnknownName` with the nearest ids where there is no such page.
    """
    held = {each["id"]: each for each in pages(own, bundled)}
    if page_id not in held:
        raise _unknown([page_id], held)
    story = next((each for each in own["stories"] if each["id"] == page_id), None)
    source_ids = story["source_ids"] if story else [page_id]
    return {
        "page": held[page_id],
        "story": story,  # type: ignore[typeddict-item]  # read as JSON
        "certifications": _events(own, source_ids),
        "sources": [each for each in own["sources"] if each["id"] in source_ids],  # type: ignore[misc]
    }


def without(ids: Iterable[str], own: Tables, bundled: Tables) -> tuple[Tables, list[str]]:
    """Return the library without the pages of those *ids*, and the ids that it does not hold.

    With a page go its source, the events that no other page tells, and the cities that nothing
    else is about.
    """
    wanted = list(dict.fromkeys(ids))
    held = {each["id"] for each in pages(own, bundled)}
    gone = {each for each in wanted if each in held}
    stories = [each for each in own["stories"] if each["id"] not in gone]
    cited = {source_id for story in stories for source_id in story["source_ids"]}
    dropped = gone | {
        source_id
        for story in own["stories"]
        if story["id"] in gone
        for source_id in story["source_ids"]
        if source_id not in cited
    }
    events = []
    for event in own["certifications"]:
        left = [each for each in event["source_ids"] if each not in dropped]
        if left or not event["source_ids"]:
            events.append({**event, "source_ids": left})
    used = {record["city_id"] for record in (*stories, *events)}
    kept: Tables = {
        "cities": [city for city in own["cities"] if city["id"] in used],
        "stories": stories,
        "certifications": events,
        "sources": [source for source in own["sources"] if source["id"] not in dropped],
    }
    return kept, [each for each in wanted if each not in held]


def unknown(ids: Sequence[str], own: Tables, bundled: Tables) -> UnknownName:
    """Return the error that the library holds none of *ids*, with those near them."""
    return _unknown(ids, {each["id"]: each for each in pages(own, bundled)})


def _unknown(ids: Sequence[str], held: dict[str, Held]) -> UnknownName:
    from difflib import get_close_matches

    of_city = [each for each, page in held.items() if page["city_id"] in ids]
    near = [near for each in ids for near in get_close_matches(each, held, n=2)]
    near = list(dict.fromkeys([*of_city, *near]))
    called = join([repr(each) for each in ids], last="or")
    return UnknownName(
        f"The library holds no page {called}.",
        hint=f"Did you mean {join(near, last='or')}?" if near else "Its pages: wwc library list",
        suggestions=near,
    )


def _told_by(own: Tables) -> dict[str, list[int]]:
    """Return by source which events of the library it tells, by their place in the table."""
    told: dict[str, list[int]] = {}
    for at, event in enumerate(own["certifications"]):
        for source_id in event["source_ids"]:
            told.setdefault(source_id, []).append(at)
    return told


def _events(own: Tables, source_ids: Iterable[str]) -> list[Certification]:
    wanted = set(source_ids)
    events: list[Any] = own["certifications"]
    return [event for event in events if wanted & set(event["source_ids"])]
