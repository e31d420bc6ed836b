"""What commands answer, typed as their JSON: the shapes that docs/scripting.md promises.

Like records.py, on which they are built, for checking; names of it stand here at run time too, so
that a schema can be made of the types.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from wwc_cli.core.citation_records import Citation  # noqa: TC001 - as said above
from wwc_cli.core.records import (  # noqa: TC001 - as said above
    Certification,
    City,
    Coverage,
    Entry,
    EventKind,
    Level,
    Metric,
    Origin,
    Source,
    Standing,
    Story,
)

Via = Literal["word", "stem", "synonym", "spelling", "name"]
# What a page says of the time and the start of a figure; docs/scripting.md explains each.
Basis = Literal["baseline", "start-value", "period", "none"]


class Located(TypedDict):
    """Which city something is of, and where that lies."""

    city_id: str
    city: str
    subdivision: str | None
    country: str
    country_code: str


class _Identified(TypedDict):
    id: str


class StoryName(_Identified, Located):
    """A story as far as it is named elsewhere: its city and its headline."""

    headline: str


class CertifiedCity(Located):
    """A row of `wwc list-certified`; `history` is there only where it was asked for.

    *coverage* is that of its fullest story, `None` where it has none.
    """

    level: Level | None
    level_date: str | None
    last_event: EventKind
    last_date: str
    first_certified: str | None
    has_story: bool
    coverage: Coverage | None
    history: list[Certification]


class Match(TypedDict):
    """Why a story was found: in which field, which words of it, by which way.

    By the word as typed, another word of its stem, a synonym of ours, the word with a slip put
    right, or as a name.
    """

    field: str
    term: str
    via: Via


class Card(StoryName):
    """A story as far as a list of results shows it."""

    topics: list[str]
    level: Level | None
    level_date: str | None
    coverage: Coverage
    origin: Origin
    source_url: str | None


class Hit(Card):
    """A story found: *score* is 0 to 100; matched words in *snippet* stand in `**`."""

    score: int
    matched: list[Match]
    snippet: str


class Related(StoryName):
    """A story near another one, and why."""

    coverage: Coverage
    shared_topics: list[str]
    shared_themes: list[str]
    reason: str


class PeerStory(TypedDict):
    """A story of a peer, as far as a list of peers shows it."""

    id: str
    headline: str
    topics: list[str]
    coverage: Literal["full", "brief"]
    origin: Origin


class Peer(Located):
    """A city like another one, with its stories, and why it is like it.

    *population_ratio* is its population by that of the other city: 2 is twice as large.
    *shared_themes* are those on which both have an outcome. What is not known of one of the two
    cannot be told of both, and is `None`.
    """

    population: int | None
    level: Level | None
    level_date: str | None
    score: int
    reasons: list[str]
    population_ratio: float | None
    same_country: bool
    same_language: bool | None
    same_level: bool | None
    shared_topics: list[str]
    shared_themes: list[str]
    stories: list[PeerStory]


class Profile(TypedDict):
    """All that is known of a city: what `wwc show --json` gives."""

    city: City
    certification: Standing | None
    stories: list[Story]
    related: list[Related]
    sources: list[Source]


class SharedTheme(TypedDict):
    """The metrics of one theme, by city; comparable where two cities share a unit."""

    theme: str
    metrics: dict[str, list[Metric]]
    comparable: bool


class Figure(Metric, Located):
    """A metric with its story, its source and its basis: what `wwc metrics --json` gives."""

    story_id: str
    headline: str
    coverage: Literal["full", "brief"]
    origin: Origin
    basis: Basis
    source_id: str | None
    source_url: str | None


class LocalNames(TypedDict):
    """A name in three languages, as far as there is one."""

    en: str
    es: str | None
    pt: str | None


class Subject(TypedDict):
    """A row of `wwc topics`: a topic or theme and how much there is on it.

    `by` counts its stories by country, level or year, and is there only where it was asked for.
    """

    kind: Literal["topic", "theme"]
    id: str
    name: LocalNames
    stories: int
    figures: int
    cities: int
    by: dict[str, int]


class Totals(TypedDict):
    """How much there is in all; `certified` are the cities that are now."""

    cities: int
    certified: int
    events: int
    stories: int
    figures: int
    sources: int


class EventsOfYear(TypedDict):
    """The events of a year by the level that they state; `total` is all of them."""

    year: int
    platinum: int
    gold: int
    silver: int
    unstated: int
    honor_roll: int
    total: int


class CitiesAtLevel(TypedDict):
    """How many certified cities stand at a level now."""

    level: Literal["platinum", "gold", "silver", "unstated"]
    cities: int


class CitiesOfCountry(TypedDict):
    """The certified cities of a country by their level now; `total` is all of them."""

    country: str
    country_code: str
    platinum: int
    gold: int
    silver: int
    unstated: int
    total: int


class StoriesAtCoverage(TypedDict):
    """How many stories were written from the whole page, or from part of it."""

    coverage: Literal["full", "brief"]
    stories: int


class StoriesOnTheme(TypedDict):
    """How many stories have figures on a theme, and how many figures."""

    theme: str
    stories: int
    figures: int


class StoriesOfCountry(TypedDict):
    """How many stories are of cities of a country."""

    country: str
    country_code: str
    stories: int


class Stats(TypedDict):
    """What `wwc stats --json` gives."""

    totals: Totals
    events_by_year: list[EventsOfYear]
    cities_by_level: list[CitiesAtLevel]
    cities_by_country: list[CitiesOfCountry]
    stories_by_coverage: list[StoriesAtCoverage]
    stories_by_theme: list[StoriesOnTheme]
    stories_by_country: list[StoriesOfCountry]


class Comparison(TypedDict):
    """What `wwc compare --json` gives."""

    cities: list[Profile]
    shared_topics: list[str]
    topics_only: dict[str, list[str]]
    themes: list[SharedTheme]


class Explanation(Entry):
    """An entry with what belongs to it: what `wwc about --json` gives."""

    members: list[Entry]
    stories: list[StoryName]
    sources: list[Source]


class BriefFigure(Figure):
    """A figure of a brief; *citation* is the place of its page in `citations`, from 1."""

    citation: int


class BriefStory(StoryName):
    """What one city did, as a brief tells it; *figures* are those that answer what was asked."""

    level: Level | None
    level_date: str | None
    summary: str
    approach: list[str]
    outcome: str | None
    figures: list[BriefFigure]
    start_year: int | None
    end_year: int | None
    coverage: Literal["full", "brief"]
    origin: Origin
    citation: int


class Understood(TypedDict):
    """What a brief was understood to be about.

    *id* is that of the topic or theme, *query* the words searched for; one of the two is `None`.
    *themes* are those whose figures are given, all where there are none; *only* are the filters,
    by option, as the values that records carry.
    """

    kind: Literal["topic", "theme", "query"]
    id: str | None
    query: str | None
    themes: list[str]
    only: dict[str, list[str]]


class Brief(TypedDict):
    """What `wwc brief --json` gives; `total` stories were found, of `searched`."""

    title: str
    asked: str
    understood_as: Understood
    total: int
    searched: int
    stories: list[BriefStory]
    figures: list[BriefFigure]
    not_known: list[str]
    citations: list[Citation]
    near: list[str]


class HelpEntry(TypedDict):
    """A word that can be typed or is read (an option, an exit code), and what it means."""

    term: str
    text: str


class HelpPage(TypedDict):
    """What `wwc help --json` gives: a topic, or a command with its options as entries.

    `notes` come after the entries; `examples` are lines for a shell.
    """

    id: str
    title: str
    text: list[str]
    entries: list[HelpEntry]
    notes: list[str]
    examples: list[str]
