"""The records of the store and the library, typed as their JSON: every key always present.

What is not known is `None`. Dates are ISO 8601, as precise as known (`2026-01-14`, `2025-02`,
`2021`). The same shapes are described for others in docs/data-format.md and docs/schema/. What
commands answer is in answers.py, citations in citation_records.py, the library's in
library_records.py.

Imported for type checking, and when a catalogue is made: a program that runs needs the records,
not their names.
"""

from __future__ import annotations

from typing import Literal, TypedDict

Level = Literal["silver", "gold", "platinum"]
EventKind = Literal["certified", "moved-up", "recertified", "honor-roll"]
Direction = Literal["increase", "decrease", "none"]
MetricKind = Literal["outcome", "output", "context", "target"]
Qualifier = Literal["exact", "about", "over", "under", "up-to"]
Origin = Literal["bundled", "library"]
Coverage = Literal["full", "brief"]
EntryKind = Literal[
    "part",
    "level",
    "step",
    "version",
    "area",
    "criterion",
    "event",
    "partner",
    "initiative",
    "term",
    "question",
]
# What a statement on the programme rests on.
Ground = Literal[
    "stated", "second-hand", "derived", "disputed", "unknown", "general", "counted", "remark"
]


class City(TypedDict):
    """A place: certified, on the honor roll, or with a story."""

    id: str
    name: str
    aliases: list[str]
    subdivision: str | None
    subdivision_code: str | None
    country: str
    country_code: str
    latitude: float | None
    longitude: float | None
    population: int | None
    population_source_id: str | None


class Metric(TypedDict):
    """One figure of a story; *value* and *from_value* are in *unit*, at full scale."""

    statement: str
    value: float | None
    from_value: float | None
    unit: str | None
    direction: Direction
    subject: str
    theme: str
    kind: MetricKind
    qualifier: Qualifier
    period: str | None
    baseline_period: str | None


class Program(TypedDict):
    """A named program, platform, plan or office of a story."""

    name: str
    kind: str
    description: str


class Person(TypedDict):
    """Who speaks or acts for a story."""

    name: str
    role: str


class Quote(TypedDict):
    """What somebody says on the page of a story, in the page's words."""

    text: str
    speaker: str | None
    role: str | None


class Story(TypedDict):
    """What one city did and what came of it.

    *text*, in paragraphs, and *quotes* are the page's own words; they are there only where the
    library holds the page.
    """

    id: str
    city_id: str
    headline: str
    topics: list[str]
    printed_topics: list[str]
    summary: str
    challenge: str | None
    approach: list[str]
    outcome: str | None
    metrics: list[Metric]
    programs: list[Program]
    partners: list[str]
    people: list[Person]
    tools: list[str]
    practices: list[str]
    start_year: int | None
    end_year: int | None
    coverage: Coverage
    origin: Origin
    source_ids: list[str]
    text: list[str] | None
    quotes: list[Quote]


class Certification(TypedDict):
    """An event: *level* is `None` where no source states it, and for the honor roll."""

    city_id: str
    date: str
    level: Level | None
    event: EventKind
    basis: Literal["stated", "derived"]
    source_ids: list[str]
    note: str | None


class Source(TypedDict):
    """Where a fact came from; *note* says what a reader should know of the address or title.

    *publisher* and *language* are known of every bundled source, and not of every saved page.
    """

    id: str
    publisher: str | None
    title: str
    url: str | None
    published: str | None
    accessed: str | None
    language: str | None
    note: str | None


class Names(TypedDict):
    """One name in three languages."""

    en: str
    es: str
    pt: str


class Topic(TypedDict):
    """A topic, with every form in which pages print it."""

    id: str
    name: Names
    printed_as: list[str]


class Standing(TypedDict):
    """How a city stands: its latest stated level, and its events, oldest first."""

    level: Level | None
    level_date: str | None
    last_event: EventKind
    last_date: str
    first_certified: str | None
    history: list[Certification]


class Concept(TypedDict):
    """What people type for one thing, in three languages, and the words stories have for it."""

    id: str
    finds: list[str]
    en: list[str]
    es: list[str]
    pt: list[str]


class Statement(TypedDict):
    """What is said of an entry, what it rests on, and the sources that say so."""

    text: str
    basis: Ground
    source_ids: list[str]


class Term(TypedDict):
    """What an entry is called; `None` where no name in that language is known."""

    en: str
    es: str | None
    pt: str | None


class Entry(TypedDict):
    """One thing to know of the program: a part of it, a criterion, a term, a question."""

    id: str
    kind: EntryKind
    code: str | None
    term: Term
    aliases: list[str]
    date: str | None
    parent: str | None
    text: list[Statement]
    see_also: list[str]
    practices: list[str]
    topics: list[str]
    story_ids: list[str]
