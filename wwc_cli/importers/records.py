"""What a page gave → records: a story, its source, an event."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from wwc_cli.core.text import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wwc_cli.core.records import Certification, Metric, Source, Story
    from wwc_cli.importers.cohort import Announced
    from wwc_cli.importers.pages import Reading
    from wwc_cli.importers.story import FoundStory

PROGRAM = "What Works Cities"  # the only publisher of pages that say `Project Type:`


def story(found: FoundStory, figures: Sequence[Metric], story_id: str, source_id: str) -> Story:
    """Return a story as its page has it; what only a reader could say of it stays empty."""
    people: dict[str, str] = {}
    for quote in found.quotes:
        if quote["speaker"] and quote["role"]:
            people.setdefault(quote["speaker"], quote["role"])
    return {
        "id": story_id,
        "city_id": found.city["id"] if found.city else "",
        "headline": found.headline,
        "topics": list(found.topics),
        "printed_topics": list(found.printed_topics),
        "summary": found.lead or found.headline,
        "challenge": None,
        "approach": [],
        "outcome": None,
        "metrics": list(figures),
        "programs": [],
        "partners": [],
        "people": [{"name": name, "role": role} for name, role in people.items()],
        "tools": [],
        "practices": [],
        "start_year": None,
        "end_year": None,
        "coverage": "full",
        "origin": "library",
        "source_ids": [source_id],
        "text": list(found.text),
        "quotes": list(found.quotes),
    }


def story_source(reading: Reading, found: FoundStory, source_id: str) -> Source:
    """Return the page of a story as a source; its address, unless several stories share it."""
    return {
        "id": source_id,
        "publisher": reading.site or PROGRAM,
        "title": found.headline,
        "url": reading.url if len(reading.stories) == 1 else None,
        "published": reading.published,
        "accessed": reading.accessed,
        "language": reading.language,
        "note": _saved_as(reading.file),
    }


def announcement_source(reading: Reading, source_id: str) -> Source:
    """Return the page of an announcement as a source."""
    return {
        "id": source_id,
        "publisher": reading.site,
        "title": reading.title,
        "url": reading.url,
        "published": reading.published,
        "accessed": reading.accessed,
        "language": reading.language,
        "note": _saved_as(reading.file),
    }


def _saved_as(file: str) -> str:
    name = clean(os.path.basename(file)).replace("\n", " ")
    return "Read from what was piped in." if file == "-" else f"Read from a page saved as {name}."


def event(said: Announced, date: str, *, source_id: str, note: str | None) -> Certification:
    """Return an event; what a *note* says is worked out, and not stated."""
    return {
        "city_id": said.city["id"],
        "date": date,
        "level": said.level,
        "event": said.event or "certified",
        "basis": "derived" if note else "stated",
        "source_ids": [source_id],
        "note": note,
    }
