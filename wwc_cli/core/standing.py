"""How a city stands in the programme, worked out from its certification events."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wwc_cli.core.records import Certification, Standing

# Events on one day in the order in which they make sense.
_EVENT_ORDER = {"honor-roll": 0, "certified": 1, "recertified": 2, "moved-up": 3}


def in_order(events: Iterable[Certification]) -> list[Certification]:
    """Return *events* oldest first; a year alone comes before the days of that year."""
    return sorted(events, key=lambda event: (event["date"], _EVENT_ORDER[event["event"]]))


def standing(events: Iterable[Certification]) -> Standing | None:
    """Return how a city with *events* stands; `None` without any.

    `level` is the latest level that a source states: an event whose level nobody states
    (many recertifications) leaves the level before it standing. The honor roll is an event,
    but no certification: `first_certified` passes over it.
    """
    history = in_order(events)
    if not history:
        return None
    certifications = [event for event in history if event["event"] != "honor-roll"]
    last = (certifications or history)[-1]
    stated = next((event for event in reversed(certifications) if event["level"]), None)
    return {
        "level": stated["level"] if stated else None,
        "level_date": stated["date"] if stated else None,
        "last_event": last["event"],
        "last_date": last["date"],
        "first_certified": certifications[0]["date"] if certifications else None,
        "history": history,
    }


def latest(date: str) -> str:
    """Return the last day that *date* can mean: `2024-06` → `2024-06-31`.

    Good for comparing only: such a day need not exist.
    """
    return date + "-12-31"[len(date) - 4 :] if len(date) < 10 else date


def happened_by(date: str, *, as_of: str) -> bool:
    """Tell whether what is dated *date* is sure to have happened by the end of *as_of*.

    An event of which only the year is known counts from the end of that year on.
    """
    return latest(date) <= latest(as_of)


def happened_since(date: str, *, since: str) -> bool:
    """Tell whether *date* is *since* or later, as far as both are known."""
    shared = min(len(date), len(since))
    return date[:shared] >= since[:shared]
