"""Records with what a terminal, a spreadsheet or a page would obey, in every text of theirs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tests import small_store
from tests.factories import make_city, make_event, make_metric, make_source, make_story

if TYPE_CHECKING:
    from pathlib import Path

# Markup, clearing the screen, a title, turning the direction, a tab, a new line, a carriage
# return, a joiner without width, a lone surrogate, HTML.
TEXT = (
    "Plan [bold]x\x1b[2J\x1b]0;owned\x07 \u202eback\tof\nthe\rstreet\u200b\ud800"
    " <b>[/bold] \x9b31m!"
)
# What is left of it to see, on one line or two.
SEEN = "Plan [bold]x back of"
# Words with a meaning of their own stay as they are.
_KEPT = {
    *("id", "city_id", "level", "event", "basis", "date", "direction", "kind", "theme"),
    *("qualifier", "coverage", "origin", "country_code", "subdivision_code", "language"),
    *("source_ids", "topics", "practices", "population_source_id"),
}


def made(record: Any) -> Any:
    """Return a record with `TEXT` after each text in it that people write."""
    if isinstance(record, str):
        return f"{record} {TEXT}"
    if isinstance(record, list):
        return [made(item) for item in record]
    if isinstance(record, dict):
        return {key: value if key in _KEPT else made(value) for key, value in record.items()}
    return record


def tables() -> dict[str, list[Any]]:
    """Return a city with two stories and events, all texts hostile; names begin as they should."""
    city = made(make_city("omega-nj"))
    stories = [
        made(make_story("omega-nj", source_ids=["hostile"])),
        made(make_story("omega-nj", id="omega-nj-two", metrics=[make_metric(value=None, unit=None)],
                        source_ids=["hostile"])),
    ]  # fmt: skip
    events = [made(make_event("omega-nj", note="By year.", source_ids=["hostile"]))]
    sources = [made(make_source("hostile"))]
    return {"cities": [city], "stories": stories, "certifications": events, "sources": sources}


def write_store(folder: Path) -> None:
    """Write the small store with those records at the end of its tables."""
    added = {name: [*small_store.TABLES[name], *records] for name, records in tables().items()}
    small_store.write(folder)
    for name, records in added.items():
        _write(folder / f"{name}.json", {name: records})


def write_library(home: Path) -> None:
    """Write a library of those records."""
    _write(home / "library.json", tables())


def _write(path: Path, data: dict[str, list[Any]]) -> None:
    numbered = {
        name: {str(at): record for at, record in enumerate(records, start=1)}
        for name, records in data.items()
    }
    # JSON that is ASCII can hold what UTF-8 cannot: a lone surrogate.
    path.write_text(json.dumps(numbered), encoding="utf-8")
