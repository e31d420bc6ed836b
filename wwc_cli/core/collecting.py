"""What saved pages gave → records of the library: new, updated or as they were.

A story is known by its city and headline, an event by city, date and level; so a page that is
added twice changes nothing, and one that has changed since updates its record.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wwc_cli.core import inference
from wwc_cli.core.safe_records import safe
from wwc_cli.core.story_ids import free_id, story_key
from wwc_cli.importers import records
from wwc_cli.importers.cohort import Announced

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wwc_cli.core.library_records import Collected, CollectedEvent, CollectedStory, Status
    from wwc_cli.core.records import Certification, City, Metric, Source, Story
    from wwc_cli.core.store import Tables
    from wwc_cli.importers.pages import Reading
    from wwc_cli.importers.story import FoundStory

NOTHING = "no story or certification found; nothing stored"


class Collection:
    """The library with what pages gave; `tables` are its records, `reports` what became of them."""

    def __init__(self, own: Tables, bundled: Tables) -> None:
        self.tables: Tables = {name: list(records) for name, records in own.items()}
        self.reports: list[Collected] = []
        self.has_changed = False
        self._ids, self._curated = _ids(own), _ids(bundled)
        self._taken = {story["id"] for story in (*own["stories"], *bundled["stories"])}
        self._at: dict[str, dict[Any, int]] = {
            name: {_key(name, record): at for at, record in enumerate(records)}
            for name, records in self.tables.items()
        }
        self._known_cities = {city["id"] for city in bundled["cities"]}
        self._events: dict[str, dict[Any, Certification]] = {}  # by city: those of both
        events: list[Any] = bundled["certifications"]
        for at, event in enumerate(events):
            self._events.setdefault(event["city_id"], {})[at] = event
        for event in self.tables["certifications"]:
            self._know(event)

    def add(self, readings: Sequence[Reading], *, date: str | None) -> None:
        """Take in what *readings* gave; *date* is that of announcements, as the user says it."""
        longest = _longest(readings)
        for reading in readings:
            report: Collected = {
                "file": reading.file,
                "stories": [],
                "certifications": [],
                "problem": reading.problem,
            }
            for found, figures in zip(reading.stories, reading.figures, strict=True):
                repeats = longest[_found_key(found)] is not found
                report["stories"].append(self._story(reading, found, figures, repeats=repeats))
            if reading.announced:
                self._announcement(reading, report, date)
            if reading.is_empty:
                report["problem"] = NOTHING
            self.reports.append(report)

    def _put(self, name: str, record: Any) -> Status:  # noqa: ANN401 - a record of any table
        """Store a record in its table; return whether it is new, updated or unchanged."""
        record = safe(record)  # as it would be shown: a name can hold what is no UTF-8
        key, table = _key(name, record), self.tables[name]
        at: int = self._at[name].setdefault(key, len(table))
        if at == len(table):
            table.append(record)
            self.has_changed = True
            return "new"
        if table[at] == record:
            return "unchanged"
        table[at] = record
        self.has_changed = True
        return "updated"

    def _city(self, city: City) -> None:
        if city["id"] not in self._known_cities:
            self._known_cities.add(city["id"])
            self._put("cities", city)

    def _story(
        self, reading: Reading, found: FoundStory, figures: Sequence[Metric], *, repeats: bool
    ) -> CollectedStory:
        city = found.city
        assert city is not None  # noqa: S101 - pages.read leaves such a story out
        story_id = self._story_id(found, city["id"])
        source_id = f"library-{story_id}"
        story = records.story(found, figures, story_id, source_id)
        status: Status = "repeated"
        if not repeats:
            status = self._put_story(story, records.story_source(reading, found, source_id))
            self._city(city)
            self._badge(found, city, source_id)
        return {
            "id": story_id,
            "city_id": city["id"],
            "city": city["name"],
            "headline": found.headline,
            "metrics": len(figures),
            "quotes": len(found.quotes),
            "status": status,
        }

    def _put_story(self, story: Story, source: Source) -> Status:
        """Store a story; its source changes with it, and is left alone with it."""
        status = self._put("stories", story)
        if status != "unchanged":
            self._put("sources", source)
        return status

    def _story_id(self, found: FoundStory, city_id: str) -> str:
        """Return the id of a story: the one it has, or its city's, or that and words of its own."""
        key = story_key(city_id, found.headline)
        if key not in self._ids:
            curated = self._curated.get(key)
            if curated is None or curated in self._at["stories"]:
                # Or another page had that id before a story of the store took it.
                curated = free_id(city_id, found.headline, self._taken)
            self._ids[key] = curated
            self._taken.add(curated)
        return self._ids[key]

    def _badge(self, found: FoundStory, city: City, source_id: str) -> None:
        """Store what a badge says, where nobody else says it."""
        badge = found.badge
        if not badge or not badge.year:
            return
        known = self._events_of(city["id"])
        if any(e["level"] == badge.level and e["date"].startswith(badge.year) for e in known):
            return
        kind = inference.event_kind(known, level=badge.level, date=badge.year)
        note = f"Worked out from the {badge.level} badge for {badge.year} on the city's page."
        said = Announced(city, kind, badge.level)
        self._put_event(records.event(said, badge.year, source_id=source_id, note=note))

    def _announcement(self, reading: Reading, report: Collected, date: str | None) -> None:
        """Store the events of an announcement under its date."""
        day = date or reading.published
        reasons: list[str] = []
        if day is None:
            day = inference.shared_date(reading.announced, self._all_events())
            reasons = ["The date is worked out: the page has none, and the same events are known."]
        if day is None:
            report["problem"] = "its certifications have no date: say it with --date"
            return
        source_id = self._announcement_id(reading, day)
        for said in reading.announced:
            event, notes = said, list(reasons)
            if said.event is None:
                known = self._events_of(said.city["id"])
                kind = inference.event_kind(known, level=said.level, date=day)
                event = said.replaced(event=kind)
                notes.append("The event is worked out from the city's earlier certifications.")
            record = records.event(event, day, source_id=source_id, note=" ".join(notes) or None)
            self._city(said.city)
            report["certifications"].append(_reported(record, said.city, self._put_event(record)))
        is_told = any(event["status"] != "unchanged" for event in report["certifications"])
        if is_told or source_id not in self._at["sources"]:
            self._put("sources", records.announcement_source(reading, source_id))

    def _announcement_id(self, reading: Reading, day: str) -> str:
        """Return the id of an announcement: by its day, and a number where a day has several."""
        source_id, number = f"announcement-{day}", 1
        while (at := self._at["sources"].get(source_id)) is not None:
            known = self.tables["sources"][at]
            addresses = {known["url"], reading.url} - {None}
            if known["title"] == reading.title and len(addresses) < 2:
                break
            number += 1
            source_id = f"announcement-{day}-{number}"
        return source_id

    def _put_event(self, record: Certification) -> Status:
        """Store an event; one that another page told already keeps both sources."""
        at = self._at["certifications"].get(_key("certifications", record))
        if at is not None:
            kept: Any = self.tables["certifications"][at]
            sources = dict.fromkeys([*kept["source_ids"], *record["source_ids"]])
            said: Any = record if _says_more(record, kept) else kept
            record = said | {"source_ids": list(sources)}
        status = self._put("certifications", record)
        self._know(record)
        return status

    def _know(self, event: Any) -> None:  # noqa: ANN401 - a record out of JSON
        """Keep an event of the library at hand, by city."""
        self._events.setdefault(event["city_id"], {})[_key("certifications", event)] = event

    def _events_of(self, city_id: str) -> list[Certification]:
        return list(self._events.get(city_id, {}).values())

    def _all_events(self) -> list[Certification]:
        return [event for of_city in self._events.values() for event in of_city.values()]


def _ids(tables: Tables) -> dict[tuple[str, str], str]:
    """Return the ids of the stories of *tables*; of two that are the same, that of the first."""
    return {
        story_key(story["city_id"], story["headline"]): story["id"]
        for story in reversed(tables["stories"])
    }


def _says_more(record: Certification, kept: Certification) -> bool:
    """Tell whether *record* is to be believed more than the event as it is *kept*.

    What is stated goes before what is worked out; a page may correct itself.
    """
    if record["basis"] != kept["basis"]:
        return record["basis"] == "stated"
    return record["source_ids"] == kept["source_ids"]


def _key(name: str, record: Any) -> object:  # noqa: ANN401 - as above
    """Return what a record of a table is known by."""
    if name == "certifications":
        return record["city_id"], record["date"], record["level"]
    return record["id"]


def _found_key(found: FoundStory) -> tuple[str, str]:
    return story_key(found.city["id"] if found.city else "", found.headline)


def _longest(readings: Sequence[Reading]) -> dict[tuple[str, str], FoundStory]:
    """Return, of stories that stand in several files, the one with most text."""
    longest: dict[tuple[str, str], FoundStory] = {}
    for reading in readings:
        for found in reading.stories:
            known = longest.setdefault(_found_key(found), found)
            if sum(map(len, found.text)) > sum(map(len, known.text)):
                longest[_found_key(found)] = found
    return longest


def _reported(record: Certification, city: City, status: Status) -> CollectedEvent:
    return {
        "city_id": city["id"],
        "city": city["name"],
        "date": record["date"],
        "level": record["level"],
        "event": record["event"],
        "status": status,
    }
