"""Valid records of the library's commands for tests: each takes what matters.

Those of the store are in factories.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from wwc_cli.core.library_records import (
        Collected,
        CollectedEvent,
        CollectedStory,
        Health,
        Held,
        Status,
    )

LIBRARY = "/home/ana/.config/wwc/library.json"


def make_collected(status: Status = "new", **changes: object) -> CollectedStory:
    story = {
        "id": "alpha-nj",
        "city_id": "alpha-nj",
        "city": "Alpha",
        "headline": "Safer Streets",
        "metrics": 6,
        "quotes": 2,
        "status": status,
    }
    return cast("CollectedStory", story | changes)


def make_collected_event(status: Status = "new", **changes: object) -> CollectedEvent:
    event = {
        "city_id": "alpha-nj",
        "city": "Alpha",
        "date": "2026-01-14",
        "level": "silver",
        "event": "certified",
        "status": status,
    }
    return cast("CollectedEvent", event | changes)


def make_report(file: str = "alpha.html", **changes: object) -> Collected:
    report: dict[str, object] = {"file": file, "stories": [], "certifications": [], "problem": None}
    return cast("Collected", report | changes)


def make_held(page_id: str = "alpha-nj", **changes: object) -> Held:
    page = {
        "id": page_id,
        "kind": "story",
        "city_id": "alpha-nj",
        "city": "Alpha",
        "title": "Safer Streets",
        "metrics": 6,
        "quotes": 2,
        "certifications": 0,
        "accessed": "2026-01-20",
        "is_bundled": False,
    }
    return cast("Held", page | changes)


def make_health(**changes: object) -> Health:
    health = {
        "path": LIBRARY,
        "exists": True,
        "stories": 1234,
        "certifications": 32,
        "cities": 2,
        "sources": 25,
        "previous": "good",
    }
    return cast("Health", health | changes)
