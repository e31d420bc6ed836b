"""What is taken along of the catalogue: everything, or what the filters leave and belongs to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wwc_cli.core.conditions import Filters
from wwc_cli.core.standing import standing
from wwc_cli.shape import Shape

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wwc_cli.core.catalogue import Catalogue
    from wwc_cli.core.records import Certification, City, Source, Standing, Story, Topic
    from wwc_cli.core.resolve import Found

UNSTATED = "unstated"
MOST_CITIES = 10_000  # that can be named: as many as one likes
_BATCH = 200  # stories held in memory at a time


class Wanted(Filters):
    """What stories and cities must be, as typed."""

    cities: Sequence[str] = ()

    @property
    def asks_for_stories(self) -> bool:
        """Whether a filter is about stories, so that cities without one are left out."""
        return bool(self.topics or self.themes or self.coverages or self.origins)


class Extract(Shape):
    """Records as the files have them, in the order of the files.

    `standings` is how the cities with events stand, by id; `understood`, how cities that were
    named were found. Stories are many and long: they are read from the catalogue as they are
    asked for, and only their numbers are held.
    """

    cities: list[City]
    certifications: list[Certification]
    sources: list[Source]
    topics: list[Topic]
    standings: dict[str, Standing]
    numbers: Sequence[int]
    catalogue: Catalogue
    understood: Sequence[Found] = ()

    def stories(self) -> Iterator[Story]:
        """Yield the stories; each call reads them anew."""
        return _stories(self.numbers, self.catalogue)


def extract(wanted: Wanted, catalogue: Catalogue) -> Extract:
    """Return what the filters leave, and what belongs to it.

    To a story belongs its city, to a city its events, to all of them the sources they cite.
    A filter on stories leaves the cities of these stories; without one, a city needs none.
    Topics are a reference list, and all of them come along.

    Raises `UnknownName` for a city that is not known, `UsageProblem` for another filter's value.
    """
    from wwc_cli.core import filters, resolve

    named = resolve.several(wanted.cities, catalogue, least=0, most=MOST_CITIES)
    events: list[Certification] = catalogue.every("certification")
    standings = _standings(events)
    everywhere: list[City] = catalogue.every("city")
    ids = {found.city["id"] for found in named}
    countries = filters.countries(wanted.countries, catalogue)
    states = filters.states(wanted.states, catalogue)
    cities = {
        city["id"]: city
        for city in everywhere
        if (not ids or city["id"] in ids)
        and (not countries or city["country_code"] in countries)
        and (not states or (city["country_code"], city["subdivision"]) in states)
        and (not wanted.levels or _level(standings.get(city["id"])) in wanted.levels)
    }
    kept = [(number, of) for number, of in _told(wanted, catalogue) if of in cities]
    if wanted.asks_for_stories:
        with_story = {of for _, of in kept}
        cities = {city_id: city for city_id, city in cities.items() if city_id in with_story}
    numbers = [number for number, _ in kept]
    events = [event for event in events if event["city_id"] in cities]
    sources: list[Source] = catalogue.every("source")
    if len(cities) < len(everywhere) or len(numbers) < catalogue.story_count():
        cited = {city["population_source_id"] for city in cities.values()}
        cited.update(each for event in events for each in event["source_ids"])
        cited.update(each for story in _stories(numbers, catalogue) for each in story["source_ids"])
        sources = [source for source in sources if source["id"] in cited]
    return Extract(
        cities=list(cities.values()),
        certifications=events,
        sources=sources,
        topics=catalogue.every("topic"),
        standings={city_id: standings[city_id] for city_id in cities if city_id in standings},
        numbers=numbers,
        catalogue=catalogue,
        understood=named,
    )


def _told(wanted: Wanted, catalogue: Catalogue) -> list[tuple[int, str]]:
    """Return (number, city id) of the stories that pass the filters on stories."""
    from wwc_cli.core import filters

    told = [
        (number, city_id)
        for number, city_id, coverage, origin in catalogue.story_list()
        if coverage in (wanted.coverages or coverage) and origin in (wanted.origins or origin)
    ]
    for kind, values in (
        ("topic", filters.topics(wanted.topics, catalogue)),
        ("theme", filters.themes(wanted.themes, catalogue)),
    ):
        if values:
            tagged = {number for _, number in catalogue.tagged(kind, values)}
            told = [(number, city_id) for number, city_id in told if number in tagged]
    return told


def _standings(events: Sequence[Certification]) -> dict[str, Standing]:
    """Return how cities stand, by id; those without events are not in it."""
    by_city: dict[str, list[Certification]] = {}
    for event in events:
        by_city.setdefault(event["city_id"], []).append(event)
    return {
        city_id: stands for city_id, of_city in by_city.items() if (stands := standing(of_city))
    }


def _level(stands: Standing | None) -> str:
    return (stands["level"] if stands else None) or UNSTATED


def _stories(numbers: Sequence[int], catalogue: Catalogue) -> Iterator[Story]:
    for start in range(0, len(numbers), _BATCH):
        yield from catalogue.stories(numbers[start : start + _BATCH]).values()
