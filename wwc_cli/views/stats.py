"""How many there are of everything, as bars."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wwc_cli.core.text import count
from wwc_cli.views import phrases
from wwc_cli.views.model import Answer, Bars, Heading, Note, Series, column

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from wwc_cli.core.answers import Stats
    from wwc_cli.views.model import Block

_LEVELS = [Series("platinum", "platinum"), Series("gold", "gold"), Series("silver", "silver")]
_UNSTATED = Series("not stated", "muted")
COLUMNS = [column("what"), column("key"), column("part"), column("count")]
# Of each part: its key, and the counts that a row of it has.
_PARTS: dict[str, tuple[str, tuple[str, ...]]] = {
    "events_by_year": ("year", ("platinum", "gold", "silver", "unstated", "honor_roll")),
    "cities_by_level": ("level", ("cities",)),
    "cities_by_country": ("country_code", ("platinum", "gold", "silver", "unstated")),
    "stories_by_coverage": ("coverage", ("stories",)),
    "stories_by_theme": ("theme", ("stories", "figures")),
    "stories_by_country": ("country_code", ("stories",)),
}


def stats(counted: Stats) -> Answer:
    """Return the answer of stats; the flat formats have a row a count."""

    def sheet() -> Sequence[Block]:
        return list(_sheet(counted))

    return Answer(counted, _rows(counted), COLUMNS, sheet, "What Works Cities in numbers")


def _rows(counted: Stats) -> list[dict[str, Any]]:
    by_name: Mapping[str, Any] = counted
    rows = [
        {"what": "totals", "key": key, "part": None, "count": number}
        for key, number in by_name["totals"].items()
    ]
    return rows + [
        {"what": what, "key": record[key], "part": part, "count": record[part]}
        for what, (key, parts) in _PARTS.items()
        for record in by_name[what]
        for part in parts
    ]


def _sheet(counted: Stats) -> Iterator[Block]:
    yield Heading("Certification events by year")
    yield Bars(
        [*_LEVELS, _UNSTATED, Series("honor roll")],
        [
            (
                str(e["year"]),
                [e["platinum"], e["gold"], e["silver"], e["unstated"], e["honor_roll"]],
            )
            for e in counted["events_by_year"]
        ],
    )
    yield Heading("Certified cities by level")
    yield Bars(
        [Series("cities")],
        [
            (each["level"].replace("unstated", "not stated"), [each["cities"]])
            for each in counted["cities_by_level"]
        ],
    )
    yield Heading("Certified cities by country")
    yield Bars(
        [*_LEVELS, _UNSTATED],
        [
            (each["country"], [each["platinum"], each["gold"], each["silver"], each["unstated"]])
            for each in counted["cities_by_country"]
        ],
    )
    yield Heading("Stories by country")
    yield Bars(
        [Series("stories")],
        [(each["country"], [each["stories"]]) for each in counted["stories_by_country"]],
    )
    yield Heading("Stories by theme")
    yield Bars(
        [Series("stories")],
        [(phrases.words(each["theme"]), [each["stories"]]) for each in counted["stories_by_theme"]],
    )
    yield Heading("Stories by coverage")
    yield Bars(
        [Series("stories")],
        [(each["coverage"], [each["stories"]]) for each in counted["stories_by_coverage"]],
    )
    yield Note(_footer(counted))


def _footer(counted: Stats) -> str:
    totals = counted["totals"]
    return (
        f"{count(totals['cities'], 'city', 'cities')}, {totals['certified']:,} of them certified;"
        f" {count(totals['events'], 'event')}; {count(totals['stories'], 'story', 'stories')} with"
        f" {count(totals['figures'], 'figure')}; {count(totals['sources'], 'source')}. A level is"
        " the one that an event states, or the latest that a city has; full is written from the"
        " whole page, brief from part of it."
    )
