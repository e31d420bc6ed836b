"""The records, typed as their JSON: every key always present, `None` where not known.

Dates are ISO 8601, as precise as known (`2026-01-14`, `2025-02`, `2021`). The same shapes are
described for others in docs/data-format.md and docs/schema/.

Imported for type checking only: a program that runs needs the records, not their names.
"""

from __future__ import annotations

from typing import Literal, Required, TypedDict

Level = Literal["silver", "gold", "platinum"]
EventKind = Literal["certified", "moved-up", "recertified", "honor-roll"]
Direction = Literal["increase", "decrease", "none"]
MetricKind = Literal["outcome", "output", "context", "target"]
Qualifier = Literal["exact", "about", "over", "under", "up-to"]
Origin = Literal["bundled", "library"]
Coverage = Literal["full", "brief"]
# What a page says of the time and the start of a figure; docs/scripting.md explains each.
Basis = Literal["baseline", "start-value", "period", "none"]
Via = Literal["word", "stem", "synonym", "spelling", "name"]
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


class CertifiedCity(TypedDict):
    """A row of `wwc list-certified`; `history` is there only where it was asked for.

    *coverage* is that of its fullest story, `None` where it has none.
    """

    city_id: str
    city: str
    subdivision: str | None
    country: str
    country_code: str
    level: Level | None
    level_date: str | None
    last_event: EventKind
    last_date: str
    first_certified: str | None
    has_story: bool
    coverage: Coverage | None
    history: list[Certification]


class Concept(TypedDict):
    """What people type for one thing, in three languages, and the words stories have for it."""

    id: str
    finds: list[str]
    en: list[str]
    es: list[str]
    pt: list[str]


class Match(TypedDict):
    """Why a story was found: in which field, which words of it, by which way.

    By the word as typed, another word of its stem, a synonym of ours, the word with a slip put
    right, or as a name.
    """

    field: str
    term: str
    via: Via


class Card(TypedDict):
    """A story as far as a list of results shows it."""

    id: str
    city_id: str
    city: str
    subdivision: str | None
    country: str
    country_code: str
    headline: str
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


class Related(TypedDict):
    """A story near another one, and why."""

    id: str
    city_id: str
    city: str
    subdivision: str | None
    country: str
    country_code: str
    headline: str
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


class Peer(TypedDict):
    """A city like another one, with its stories, and why it is like it.

    *population_ratio* is its population by that of the other city: 2 is twice as large.
    *shared_themes* are those on which both have an outcome. What is not known of one of the two
    cannot be told of both, and is `None`.
    """

    city_id: str
    city: str
    subdivision: str | None
    country: str
    country_code: str
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


class Figure(Metric):
    """A metric with its story, its source and its basis: what `wwc metrics --json` gives."""

    city_id: str
    city: str
    subdivision: str | None
    country: str
    country_code: str
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


class Author(TypedDict):
    """A name that is cited as it stands: an organization, or several people under one name."""

    literal: str


# A date of CSL-JSON: year, month and day as far as they are known, or words.
CslDate = TypedDict("CslDate", {"date-parts": list[list[int]], "literal": str}, total=False)


class Item(TypedDict, total=False):
    """What is cited, as CSL-JSON has it: a key that is not known is absent, never null.

    *id*, *type* and *title* are always there. *genre* says what stands at the address where that
    is not the page itself, *note* what else to know of it.
    """

    id: Required[str]
    type: Required[Literal["webpage", "dataset"]]
    title: Required[str]
    author: list[Author]
    issued: CslDate
    accessed: CslDate
    URL: str
    version: str
    language: str
    genre: str
    note: str
    abstract: str


class Citation(TypedDict):
    """A source to cite, and for which city; *story_id* is `None` where it is not of a story."""

    story_id: str | None
    city_id: str
    city: str
    source_id: str | None
    key: str
    item: Item


class DataSet(TypedDict):
    """The store as a thing to cite; *released* and *url* are `None` until there are such."""

    key: str
    title: str
    version: str
    authors: list[str]
    license: str
    url: str | None
    released: str | None
    sha256: str
    item: Item


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


class StoryName(TypedDict):
    """A story as far as it is named elsewhere: its city and its headline."""

    id: str
    city_id: str
    city: str
    subdivision: str | None
    country: str
    country_code: str
    headline: str


class Explanation(Entry):
    """An entry with what belongs to it: what `wwc about --json` gives."""

    members: list[Entry]
    stories: list[StoryName]
    sources: list[Source]


class BriefFigure(Figure):
    """A figure of a brief; *citation* is the place of its page in `citations`, from 1."""

    citation: int


class BriefStory(TypedDict):
    """What one city did, as a brief tells it; *figures* are those that answer what was asked."""

    id: str
    city_id: str
    city: str
    subdivision: str | None
    country: str
    country_code: str
    level: Level | None
    level_date: str | None
    headline: str
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
