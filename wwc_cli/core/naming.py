"""How cities and stories are named in answers, and called where space is short."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wwc_cli.core.answers import Located, StoryName

_BY_STATE = frozenset({"US", "CA"})  # where a city is told apart by its state or province


def near_place(record: Mapping[str, object]) -> str:
    """Return where a city lies in short: the state in the US and Canada, or the country."""
    state = record["subdivision"] if record["country_code"] in _BY_STATE else None
    return str(state or record["country"])


def called(record: Mapping[str, object]) -> str:
    """Return a city with where it lies; *record* is its own, or one that names it in `city`."""
    return f"{record.get('name') or record['city']}, {near_place(record)}"


def label(record: Mapping[str, object]) -> str:
    """Return a city as errors and remarks name it: `Rochester, New York (rochester-ny)`."""
    return f"{called(record)} ({record['id']})"


def located(record: Located) -> Located:
    """Return which city a record is of and where that lies, without the rest of it."""
    return {
        "city_id": record["city_id"],
        "city": record["city"],
        "subdivision": record["subdivision"],
        "country": record["country"],
        "country_code": record["country_code"],
    }


def story_name(record: StoryName) -> StoryName:
    """Return how a story is named elsewhere, without the rest of its record."""
    return {"id": record["id"], **located(record), "headline": record["headline"]}
