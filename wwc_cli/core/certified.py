"""The certified cities, as they stand now or stood at a date."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from wwc_cli.core import filters
from wwc_cli.core.standing import happened_by, happened_since, standing
from wwc_cli.shape import Shape

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from wwc_cli.core.answers import CertifiedCity
    from wwc_cli.core.catalogue import Catalogue
    from wwc_cli.core.records import Certification, City, Coverage, EventKind, Level, Standing

LEVELS: tuple[Level, ...] = ("platinum", "gold", "silver")  # best first
UNSTATED = "unstated"


class Wanted(Shape):
    """Which cities are asked for; values of one filter are alternatives, filters add up."""

    levels: Sequence[str] = ()
    countries: Sequence[str] = ()
    states: Sequence[str] = ()
    events: Sequence[EventKind] = ()
    years: Sequence[int] = ()
    as_of: str | None = None
    since: str | None = None
    with_story: bool | None = None
    honor_roll: bool = False
    sort: Literal["city", "country", "level", "date"] = "city"


def certified(wanted: Wanted, catalogue: Catalogue) -> list[CertifiedCity]:
    """Return a row a city, each with its history.

    `--event`, `--year` and `--since` ask for one event that is all of them at once. Cities that
    were only ever on the honor roll are left out unless asked for.
    """
    countries = filters.countries(wanted.countries, catalogue)
    states = filters.states(wanted.states, catalogue)
    with_stories = catalogue.cities_with_story()
    events: dict[str, list[Certification]] = {}
    for event in catalogue.certifications():
        if wanted.as_of is None or happened_by(event["date"], as_of=wanted.as_of):
            events.setdefault(event["city_id"], []).append(event)
    rows = []
    for city in catalogue.cities():
        stands = standing(events.get(city["id"], ()))
        if stands is None or (stands["first_certified"] is None and not wanted.honor_roll):
            continue
        has_story = city["id"] in with_stories
        if (
            (countries and city["country_code"] not in countries)
            or (states and (city["country_code"], city["subdivision"]) not in states)
            or (wanted.levels and (stands["level"] or UNSTATED) not in wanted.levels)
            or (wanted.with_story is not None and has_story != wanted.with_story)
            or not any(_is_wanted(event, wanted) for event in stands["history"])
        ):
            continue
        rows.append(_row(city, stands, with_stories))
    return _in_order(rows, wanted.sort)


def _is_wanted(event: Certification, wanted: Wanted) -> bool:
    """Tell whether one event passes the filters on events."""
    return (
        (not wanted.events or event["event"] in wanted.events)
        and (not wanted.years or int(event["date"][:4]) in wanted.years)
        and (wanted.since is None or happened_since(event["date"], since=wanted.since))
    )


def _row(city: City, stands: Standing, with_stories: Mapping[str, Coverage]) -> CertifiedCity:
    return {
        "city_id": city["id"],
        "city": city["name"],
        "subdivision": city["subdivision"],
        "country": city["country"],
        "country_code": city["country_code"],
        "level": stands["level"],
        "level_date": stands["level_date"],
        "last_event": stands["last_event"],
        "last_date": stands["last_date"],
        "first_certified": stands["first_certified"],
        "has_story": city["id"] in with_stories,
        "coverage": with_stories.get(city["id"]),
        "history": stands["history"],
    }


def _in_order(rows: list[CertifiedCity], sort: str) -> list[CertifiedCity]:
    """Return *rows* sorted; newest first by date, best first by level, then by city."""
    rows = sorted(rows, key=lambda row: row["city_id"])
    if sort == "country":
        rows.sort(key=lambda row: (row["country"], row["subdivision"] or "", row["city_id"]))
    elif sort == "level":
        rows.sort(key=lambda row: LEVELS.index(row["level"]) if row["level"] else len(LEVELS))
    elif sort == "date":
        rows.sort(key=lambda row: row["last_date"], reverse=True)
    return rows
