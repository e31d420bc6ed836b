"""An announcement of certified cities → what it says of each: event and level.

Cities stand in lists below a line that says what they did (`Achieved Silver Certification`,
`moved up … from Silver to Gold`, `have re-certified`), or in the sentence itself, after a colon.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wwc_cli.importers.plain_text import bare
from wwc_cli.shape import Shape

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wwc_cli.core.records import City, EventKind, Level
    from wwc_cli.importers.known import Known
    from wwc_cli.importers.line import Line

_LEVEL = re.compile(r"\b(silver|gold|platinum)\b", re.IGNORECASE)
_RISE = re.compile(
    r"\b(?:mov(?:ed|es|ing) up|ris(?:en|ing|es)|rose|advanced|elevated to|upgraded|stepped up)\b"
    r"|\bfrom (?:silver|gold)\b.{0,40}\bto (?:gold|platinum)\b",
    re.IGNORECASE,
)
_AGAIN = re.compile(r"\bre-?certif|\brenewed\b", re.IGNORECASE)
_HONOR = re.compile(r"\bhonou?r roll\b", re.IGNORECASE)
_ACHIEVED = re.compile(
    r"\b(?:achiev|earn|award|reach|attain|receiv|newly certified|new cities|certified at)"
    r"|\bcertification\s*:?\s*$|\bcertified\s*:?\s*$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"(?:they|these|those|the (?:\w+ )?cities|including|namely)\b.*:", re.IGNORECASE
)
_ABOUT = re.compile(r"\bcertif|\bhonou?r roll\b", re.IGNORECASE)
_ASIDE = re.compile(r"\s*(?:[–—:(]|\s-\s).*", re.DOTALL)
_LONGEST_LINE = 600  # characters of a line that says what a list is of
_LONGEST_ITEM = 120  # characters of a city with its state and country


class Announced(Shape):
    """What is said of one city; `event` is `None` where the words leave it open."""

    city: City
    event: EventKind | None
    level: Level | None


class _Said(Shape):
    """What a line says of the cities below it."""

    event: EventKind | None
    level: Level | None


def find(lines: Sequence[Line], known: Known) -> list[Announced]:
    """Return what *lines* announce, each city once for an event, in their order."""
    found: dict[tuple[str, str | None, str | None], Announced] = {}
    said: _Said | None = None
    for line in lines:
        city = known.city(_place(line.text)) if len(line.text) <= _LONGEST_ITEM else None
        if city and said:
            cities = [city]
        elif city or line.kind == "item":
            continue
        else:
            now = _said(line.text)
            if now is None and len(line.text) <= _LONGEST_ITEM and _GOES_ON.fullmatch(line.text):
                continue  # `They are:` goes on with what was said before
            said = now
            cities = list(_named(line.text, known)) if said and ":" in line.text else []
        for each in cities:
            if said:
                key = (each["id"], said.event, said.level)
                found.setdefault(key, Announced(each, said.event, said.level))
    return list(found.values())


def _place(text: str) -> str:
    """Return the city of an item of a list, without its sign and what is said of it."""
    return _ASIDE.sub("", bare(text)).strip(" .;,")


def _said(text: str) -> _Said | None:
    """Return what *text* says of the cities it names or that follow; `None` if nothing."""
    if len(text) > _LONGEST_LINE or not (_ABOUT.search(text) or _LEVEL.search(text)):
        return None
    levels: list[Level] = [level.lower() for level in _LEVEL.findall(text)]
    if _RISE.search(text):
        return _Said("moved-up", levels[-1]) if levels else None
    if _AGAIN.search(text):
        return _Said("recertified", levels[0] if len(set(levels)) == 1 else None)
    if _HONOR.search(text):
        return _Said("honor-roll", None)
    if _ACHIEVED.search(text) and len(set(levels)) == 1:
        # A heading of a list of new cities says so of all; a sentence may be about old ones.
        return _Said("certified" if text.strip()[-1:].isalpha() else None, levels[0])
    return None


def _named(text: str, known: Known) -> Iterator[City]:
    """Yield the cities named after the colon of a sentence: `Glendale, Arizona, and …`."""
    after = text.split(":", 1)[1]
    parts = [part.strip(" .") for part in re.split(r",|;|\band\b", after) if part.strip(" .")]
    at = 0
    while at < len(parts):
        for length in (3, 2):
            together = ", ".join(parts[at : at + length])
            if len(parts) >= at + length and (city := known.city(together)):
                yield city
                at += length
                break
        else:
            at += 1
