"""What a page leaves open of a certification, worked out from the events that are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wwc_cli.core.standing import in_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from wwc_cli.core.records import Certification, EventKind, Level
    from wwc_cli.importers.cohort import Announced

_RANKS: dict[Level | None, int] = {None: 0, "silver": 1, "gold": 2, "platinum": 3}
# So many events of an announcement must be known from one day to take that day for its date.
FEWEST_ALIKE = 3


def event_kind(events: Iterable[Certification], *, level: Level | None, date: str) -> EventKind:
    """Return which event reaching *level* on *date* was, by the city's *events* before."""
    before = [
        event
        for event in in_order(events)
        if event["event"] != "honor-roll" and event["date"][: len(date)] < date
    ]
    if not before:
        return "certified"
    last = next((event["level"] for event in reversed(before) if event["level"]), None)
    return "moved-up" if _RANKS[level] > _RANKS[last] else "recertified"


def shared_date(announced: Sequence[Announced], events: Iterable[Certification]) -> str | None:
    """Return the day from which most of what is *announced* is known; `None` if there is none.

    The latest such day, where there are several.
    """
    told = {(each.city["id"], each.event, each.level) for each in announced}
    days: dict[str, int] = {}
    for event in events:
        if (event["city_id"], event["event"], event["level"]) in told:
            days[event["date"]] = days.get(event["date"], 0) + 1
    day = max(days, key=lambda each: (days[each], each), default=None)
    if day is None or days[day] < max(FEWEST_ALIKE, len(told) / 2):
        return None
    return day
