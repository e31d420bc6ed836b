"""What of a story can be found: its fields as the text that the index holds, and their weights.

One column of the index is one field of the story as users know it, so that a hit can say where
its words stand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from wwc_cli.core.records import City, Metric, Story, Topic

# How surely a story is about what stands in a field, 0 to 1: ranking.py.
# Those that name things come first.
ABOUT: dict[str, float] = {
    "headline": 0.6,
    "city": 0.75,
    "programs": 0.35,
    "people": 0.75,
    "partners": 0.6,
    "tools": 0.4,
    "topics": 0.3,
    "summary": 0.5,
    "outcome": 0.25,
    "metrics": 0.25,
    "challenge": 0.2,
    "approach": 0.25,
    "quotes": 0.2,
    "text": 0.15,
}
# Of a single word in a field of names, unless it is known as a name: the digital of a Chief Digital
# Officer, the school of a School of Justice.
IN_NAMES = {"people": 0.25, "partners": 0.25, "city": 0.25}
NAMING = ("headline", "city", "programs", "people", "partners", "tools")
FIELDS = tuple(ABOUT)
# BM25 weights, by which FTS5 picks candidates out of many stories.
WEIGHTS = tuple(10 * about for about in ABOUT.values())
METRIC_LINES = 2  # of the field `metrics`, for each metric of a story
# Fields of sentences, from which a snippet can be taken, and what they are worth for it.
PROSE = {
    "summary": 6,
    "outcome": 5,
    "metrics": 4,
    "approach": 3,
    "challenge": 2,
    "programs": 1,
    "quotes": 0.8,
    "text": 0.5,
}


def texts(story: Story, city: City, topics: Mapping[str, Topic]) -> tuple[str, ...]:
    """Return the text of each of `FIELDS` for one story; parts of a field stand on lines."""
    by_field = {
        "headline": [story["headline"]],
        "topics": _topic_names(story, topics),
        "city": _place_names(city),
        "programs": [f"{p['name']}: {p['description']}" for p in story["programs"]],
        "summary": [story["summary"]],
        "outcome": [story["outcome"] or ""],
        "people": [f"{person['name']}, {person['role']}" for person in story["people"]],
        "metrics": [_metric_text(metric) for metric in story["metrics"]],
        "partners": story["partners"],
        "tools": story["tools"],
        "challenge": [story["challenge"] or ""],
        "approach": story["approach"],
        "quotes": [quote["text"] for quote in story["quotes"]],
        "text": story["text"] or [],
    }
    return tuple("\n".join(by_field[field]) for field in FIELDS)


def _topic_names(story: Story, topics: Mapping[str, Topic]) -> Iterable[str]:
    """Return the names of a story's topics in three languages, and as its page prints them."""
    names = [
        name
        for topic_id in story["topics"]
        if (topic := topics.get(topic_id))
        for name in topic["name"].values()
    ]
    return dict.fromkeys([*map(str, names), *story["printed_topics"]])


def _place_names(city: City) -> Iterable[str]:
    """Return the names by which a city and where it lies are searched for."""
    from wwc_cli.core import places  # for building only; a search needs the weights alone

    return dict.fromkeys(
        [
            city["name"],
            *city["aliases"],
            *([city["subdivision"]] if city["subdivision"] else []),
            *places.written_names(city["country_code"], city["subdivision_code"]),
            city["country"],
            *places.COUNTRIES.get(city["country_code"], ()),
        ]
    )


def _metric_text(metric: Metric) -> str:
    """Return a metric as `METRIC_LINES` lines, by which its words are found again."""
    lines = (metric["statement"], f"{metric['subject']}; {metric['theme'].replace('-', ' ')}")
    return "\n".join(line.replace("\n", " ") for line in lines)
