"""Valid records for tests: each takes what matters and fills in the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from wwc_cli.core.citation_records import Item
    from wwc_cli.core.records import (
        Certification,
        City,
        Entry,
        Metric,
        Source,
        Statement,
        Story,
        Topic,
    )


def make_city(city_id: str = "alpha-nj", **changes: Any) -> City:
    name, _, code = city_id.rpartition("-")
    city = {
        "id": city_id,
        "name": name.replace("-", " ").title(),
        "aliases": [],
        "subdivision": "New Jersey",
        "subdivision_code": code.upper(),
        "country": "United States",
        "country_code": "US",
        "latitude": 40.0,
        "longitude": -74.0,
        "population": 100_000,
        "population_source_id": "geonames",
    }
    return cast("City", city | changes)


def make_metric(**changes: Any) -> Metric:
    metric = {
        "statement": "Crashes were 19% lower in 2024 than in 2023.",
        "value": 19,
        "from_value": None,
        "unit": "percent",
        "direction": "decrease",
        "subject": "crashes",
        "theme": "traffic-safety",
        "kind": "outcome",
        "qualifier": "exact",
        "period": "2024",
        "baseline_period": "2023",
    }
    return cast("Metric", metric | changes)


def make_story(city_id: str = "alpha-nj", **changes: Any) -> Story:
    story = {
        "id": city_id,
        "city_id": city_id,
        "headline": "Safer Streets",
        "topics": ["public-safety"],
        "printed_topics": ["Public Safety"],
        "summary": "The city painted its crossings.",
        "challenge": "Too many crashes.",
        "approach": ["Counted crashes.", "Painted crossings."],
        "outcome": "Fewer crashes.",
        "metrics": [make_metric()],
        "programs": [{"name": "Green Paint", "kind": "program", "description": "Paints."}],
        "partners": ["Bike Club"],
        "people": [{"name": "Ana Pérez", "role": "Mayor"}],
        "tools": ["heat map"],
        "practices": ["data-management"],
        "start_year": 2023,
        "end_year": 2024,
        "coverage": "full",
        "origin": "bundled",
        "source_ids": [f"story-{city_id}"],
        "text": None,
        "quotes": [],
    }
    return cast("Story", story | changes)


def make_event(city_id: str = "alpha-nj", **changes: Any) -> Certification:
    event = {
        "city_id": city_id,
        "date": "2024-01-23",
        "level": "silver",
        "event": "certified",
        "basis": "stated",
        "source_ids": ["news"],
        "note": None,
    }
    return cast("Certification", event | changes)


def make_source(source_id: str = "news", **changes: Any) -> Source:
    source = {
        "id": source_id,
        "publisher": "City News",
        "title": f"Title of {source_id}",
        "url": f"https://example.org/{source_id}",
        "published": "2024-01-23",
        "accessed": None,
        "language": "en",
        "note": None,
    }
    return cast("Source", source | changes)


def make_topic(topic_id: str, en: str, es: str, pt: str, *printed: str) -> Topic:
    return {
        "id": topic_id,
        "name": {"en": en, "es": es, "pt": pt},
        "printed_as": [en, *printed],
    }


def make_item(**changes: Any) -> Item:
    """Return a page to cite; a change to `None` takes the field away."""
    item = {
        "id": "wwc-alpha-nj",
        "type": "webpage",
        "title": "Safer Streets",
        "author": [{"literal": "City News"}],
        "URL": "https://example.org/alpha",
        "language": "en",
    }
    return cast("Item", {key: value for key, value in (item | changes).items() if value})


def make_statement(text: str = "It is so.", *source_ids: str, basis: str = "stated") -> Statement:
    return cast("Statement", {"text": text, "basis": basis, "source_ids": list(source_ids)})


def make_entry(entry_id: str = "open-data", **changes: Any) -> Entry:
    entry = {
        "id": entry_id,
        "kind": "term",
        "code": None,
        "term": {"en": entry_id.replace("-", " "), "es": None, "pt": None},
        "aliases": [],
        "date": None,
        "parent": "glossary",
        "text": [make_statement("It is so.", "news")],
        "see_also": [],
        "practices": [],
        "topics": [],
        "story_ids": [],
    }
    return cast("Entry", entry | changes)
