"""The flat tables by name, and how a record becomes their rows; what they are for is flat.py."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wwc_cli.exporters.flat import Field, FlatTable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from wwc_cli.exporters.flat import Kind, Known, Row

_POSITION = Field(
    "position", "Counts from 1, in the order of the record.", "integer", required=True
)
_STORY = Field("story_id", "The story.", refers="stories", required=True)


def _own(fields: Sequence[Field], record: Any) -> Row:  # noqa: ANN401 - a record of any kind
    """Return the row of a record's own keys; short lists are joined, what it lacks is unknown."""
    return {
        field.name: "; ".join(map(str, value)) if isinstance(value, list) else value
        for field in fields
        for value in [record.get(field.name)]
    }


def _listed(name: str, said: str, fields: Sequence[Field], key: str | None = None) -> FlatTable:
    """Return the table of a list in stories, each item a record, or text for the one field."""
    columns = [_STORY, _POSITION, *fields]

    def made(story: Any, _known: Known) -> Iterator[Row]:  # noqa: ANN401 - a story, by keys
        for position, item in enumerate(story.get(key or name) or [], start=1):
            own = item if isinstance(item, dict) else {fields[0].name: item}
            numbered = {"city_id": story["city_id"], "story_id": story["id"], "position": position}
            yield _own(columns, {**own, **numbered})

    return FlatTable(name, said, "story", ["story_id", "position"], columns, made)


def _links(
    name: str,
    said: str,
    *,
    of: tuple[Field, Callable[[Any, Known], str]],
    to: Field,
    key: str,
) -> FlatTable:
    """Return the table that leads from records to those whose ids they list under *key*.

    An id that leads nowhere is left out.
    """
    own, record_id = of

    def made(record: Any, known: Known) -> Iterator[Row]:  # noqa: ANN401 - by keys
        there = [each for each in record[key] if known.has(to.refers, each)]
        for position, each in enumerate(dict.fromkeys(there), start=1):
            yield {own.name: record_id(record, known), to.name: each, "position": position}

    kind: Kind = "story" if own.refers == "stories" else "certification"
    return FlatTable(name, said, kind, [own.name, to.name], [own, to, _POSITION], made)


_SOURCE_FIELDS = [
    Field("id", "A short handle.", required=True),
    Field("publisher", "Who published it; empty where a saved page does not say."),
    Field("title", "Its title.", required=True),
    Field("url", "Its address.", "url"),
    Field("published", "Its date, as precise as known.", "date"),
    Field("accessed", "When it was read.", "date"),
    Field("language", "ISO 639-1; empty where a saved page does not say."),
    Field("note", "What to know of the address or the title."),
]
_TOPIC_FIELDS = [
    Field("id", "What --topic takes.", required=True),
    Field("name_en", "Its name in English.", required=True),
    Field("name_es", "Its name in Spanish.", required=True),
    Field("name_pt", "Its name in Portuguese.", required=True),
    Field("printed_as", "Every form in which pages print it, joined by `; `."),
]
_CITY_FIELDS = [
    Field("id", "Name and state or country, folded.", required=True),
    Field("name", "The usual name.", required=True),
    Field("aliases", "Short forms and names in other languages, joined by `; `."),
    Field("subdivision", "State, province or region."),
    Field("subdivision_code", "Postal code, in the US and Canada only."),
    Field("country", "Its name in English.", required=True),
    Field("country_code", "ISO 3166-1, two letters.", required=True),
    Field("latitude", "Degrees, WGS 84.", "number"),
    Field("longitude", "Degrees, WGS 84.", "number"),
    Field("population", "Inhabitants.", "integer"),
    Field("population_source_id", "Where that number is from.", refers="sources"),
    Field("level", "The latest level that a source states; worked out from the events."),
    Field("level_date", "The date of the latest event that states it.", "date"),
    Field("first_certified", "The date of the first event but the honor roll.", "date"),
    Field("last_event", "The kind of the latest event."),
    Field("last_date", "Its date.", "date"),
]
_STANDING = ("level", "level_date", "first_certified", "last_event", "last_date")
_EVENT_FIELDS = [
    Field("id", "City, date and kind; made here, since an event has no id.", required=True),
    Field("city_id", "The city.", refers="cities", required=True),
    Field("date", "The day of the announcement, or as much of it as is known.", "date",
          required=True),
    Field("level", "Empty where no source states it."),
    Field("event", "What happened.", required=True),
    Field("basis", "Stated by a source, or derived: worked out.", required=True),
    Field("note", "How it was worked out; what to know."),
]  # fmt: skip
_STORY_FIELDS = [
    Field("id", "The story.", required=True),
    Field("city_id", "Its city.", refers="cities", required=True),
    Field("headline", "The published title.", required=True),
    Field("summary", "Who, what, the main result.", required=True),
    Field("challenge", "What the city faced."),
    Field("approach", "What it did, a step a line."),
    Field("outcome", "What came of it."),
    Field("printed_topics", "The topics as its page prints them, joined by `; `."),
    Field("start_year", "When the work began.", "year"),
    Field("end_year", "The last year the page reports on.", "year"),
    Field("coverage", "From the whole page, or from part of it.", required=True),
    Field("origin", "Came with wwc, or from a library of one's own.", required=True),
]
_METRIC_FIELDS = [
    Field("city_id", "Its city.", refers="cities", required=True),
    Field("statement", "One sentence that can be read alone.", required=True),
    Field("value", "At full scale, in the unit; empty where the page gives none.", "number"),
    Field("from_value", "Where it started, in the same unit.", "number"),
    Field("unit", "A plain noun."),
    Field("direction", "Which way the number went.", required=True),
    Field("subject", "What is counted.", required=True),
    Field("theme", "What it is about.", required=True),
    Field("kind", "Outcome, output, context or target.", required=True),
    Field("qualifier", "How exact the value is.", required=True),
    Field("period", "The time the value is for."),
    Field("baseline_period", "The time it is compared with."),
]


def _city(city: Any, known: Known) -> Iterator[Row]:  # noqa: ANN401 - a city, by keys
    stands: Any = known.standings.get(city["id"]) or {}
    row = _own(_CITY_FIELDS, {**city, **{key: stands.get(key) for key in _STANDING}})
    if not known.has("sources", city["population_source_id"]):
        row["population_source_id"] = None
    yield row


def _topic(topic: Any, _known: Known) -> Iterator[Row]:  # noqa: ANN401 - a topic, by keys
    names = {f"name_{language}": name for language, name in topic["name"].items()}
    yield _own(_TOPIC_FIELDS, {**topic, **names})


def _event(event: Any, known: Known) -> Iterator[Row]:  # noqa: ANN401 - an event, by keys
    yield _own(_EVENT_FIELDS, {**event, "id": known.event_id})


def _story(story: Any, _known: Known) -> Iterator[Row]:  # noqa: ANN401 - a story, by keys
    approach = "\n".join(" ".join(str(step).split()) for step in story["approach"])
    yield _own(_STORY_FIELDS, {**story, "approach": approach or None})


_OF_STORY = (_STORY, lambda story, _: story["id"])
_OF_EVENT = (
    Field("certification_id", "The event.", refers="certifications", required=True),
    lambda _, known: known.event_id,
)
_TO_SOURCE = Field("source_id", "The source.", refers="sources", required=True)
_TO_TOPIC = Field("topic_id", "The topic.", refers="topics", required=True)

TABLES = (
    FlatTable("cities", "Places: certified, on the honor roll, or with a story.",
              "city", ["id"], _CITY_FIELDS, _city),
    FlatTable("stories", "What a city did and what came of it.",
              "story", ["id"], _STORY_FIELDS, _story),
    _listed("metrics", "The figures of stories.", _METRIC_FIELDS),
    FlatTable("certifications", "Certification events.",
              "certification", ["id"], _EVENT_FIELDS, _event),
    FlatTable("sources", "Where facts came from.", "source", ["id"], _SOURCE_FIELDS,
              lambda source, _: [_own(_SOURCE_FIELDS, source)]),
    FlatTable("topics", "What stories are about.", "topic", ["id"], _TOPIC_FIELDS, _topic),
    _links("story_topics", "The topics of stories, in the order of the page.",
           of=_OF_STORY, to=_TO_TOPIC, key="topics"),
    _links("story_sources", "The pages that stories were written from.",
           of=_OF_STORY, to=_TO_SOURCE, key="source_ids"),
    _links("certification_sources", "The sources of certification events.",
           of=_OF_EVENT, to=_TO_SOURCE, key="source_ids"),
    _listed("programs", "Named programs, offices and plans of stories.", [
        Field("name", "Its name.", required=True),
        Field("kind", "What it is.", required=True),
        Field("description", "In a sentence.", required=True)]),
    _listed("people", "Who speaks or acts for stories.", [
        Field("name", "The name.", required=True),
        Field("role", "The office held.", required=True)]),
    _listed("quotes", "What people say on the pages of stories; a library's alone.", [
        Field("text", "In their words.", required=True),
        Field("speaker", "The name."),
        Field("role", "The office held.")]),
    _listed("partners", "Organizations that worked with the city.", [
        Field("name", "The name.", required=True)]),
    _listed("tools", "Data systems and technologies that were used.", [
        Field("name", "The name.", required=True)]),
    _listed("practices", "Practice areas of the Standard that stories show.", [
        Field("practice", "The practice area.", required=True)]),
)  # fmt: skip
# The tables whose rows are whole records, which jsonl takes along as they are.
RECORDS = ("cities", "stories", "certifications", "sources", "topics")
BY_NAME = {table.name: table for table in TABLES}
