"""How many there are of everything: events by year, cities by level, stories by theme."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from wwc_cli.core import certified
from wwc_cli.core import topics as counting
from wwc_cli.core.certified import UNSTATED

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from wwc_cli.core.answers import (
        CertifiedCity,
        CitiesOfCountry,
        EventsOfYear,
        Stats,
        StoriesOfCountry,
    )
    from wwc_cli.core.catalogue import Catalogue
    from wwc_cli.core.records import Certification


def stats(catalogue: Catalogue) -> Stats:
    """Return all counts; years in order, levels best first, the rest with most first."""
    events = catalogue.certifications()
    cities = certified.certified(certified.Wanted(), catalogue)
    levels = Counter(city["level"] or UNSTATED for city in cities)
    counted = counting.topics(counting.Wanted(by="country"), catalogue)
    themes = [each for each in counted.subjects if each["kind"] == "theme"]
    return {
        "totals": {
            "cities": _count("city", catalogue),
            "certified": len(cities),
            "events": len(events),
            "stories": counted.stories,
            "figures": sum(theme["figures"] for theme in themes),
            "sources": _count("source", catalogue),
        },
        "events_by_year": _by_year(events),
        "cities_by_level": [
            {"level": "platinum", "cities": levels["platinum"]},
            {"level": "gold", "cities": levels["gold"]},
            {"level": "silver", "cities": levels["silver"]},
            {"level": "unstated", "cities": levels[UNSTATED]},
        ],
        "cities_by_country": _by_country(cities),
        "stories_by_coverage": [
            {"coverage": "full", "stories": _count("story", catalogue, "coverage = 'full'")},
            {"coverage": "brief", "stories": _count("story", catalogue, "coverage = 'brief'")},
        ],
        "stories_by_theme": [
            {"theme": each["id"], "stories": each["stories"], "figures": each["figures"]}
            for each in themes
        ],
        "stories_by_country": _stories(catalogue),
    }


def _count(table: str, catalogue: Catalogue, condition: str = "1") -> int:
    number: int = catalogue.rows(f"SELECT count(*) FROM {table} WHERE {condition}")[0][0]
    return number


def _by_year(events: Sequence[Certification]) -> list[EventsOfYear]:
    """Return the events of every year from the first to the last, none among them left out."""
    if not events:
        return []
    years = [int(event["date"][:4]) for event in events]
    counted = Counter(
        (year, "honor_roll" if event["event"] == "honor-roll" else event["level"] or UNSTATED)
        for year, event in zip(years, events, strict=True)
    )
    return [
        {
            "year": year,
            "platinum": counted[year, "platinum"],
            "gold": counted[year, "gold"],
            "silver": counted[year, "silver"],
            "unstated": counted[year, UNSTATED],
            "honor_roll": counted[year, "honor_roll"],
            "total": years.count(year),
        }
        for year in range(min(years), max(years) + 1)
    ]


def _by_country(cities: Iterable[CertifiedCity]) -> list[CitiesOfCountry]:
    by_country: dict[tuple[str, str], Counter[str]] = {}
    for city in cities:
        levels = by_country.setdefault((city["country"], city["country_code"]), Counter())
        levels[city["level"] or UNSTATED] += 1
    return [
        {
            "country": country,
            "country_code": code,
            "platinum": levels["platinum"],
            "gold": levels["gold"],
            "silver": levels["silver"],
            "unstated": levels[UNSTATED],
            "total": levels.total(),
        }
        for (country, code), levels in sorted(
            by_country.items(), key=lambda item: (-item[1].total(), item[0])
        )
    ]


def _stories(catalogue: Catalogue) -> list[StoriesOfCountry]:
    rows = catalogue.rows(
        "SELECT city.country, city.country_code, count(*) FROM story"
        " JOIN city ON city.id = story.city_id GROUP BY 1, 2 ORDER BY 3 DESC, 1"
    )
    return [
        {"country": country, "country_code": code, "stories": number}
        for country, code, number in rows
    ]
