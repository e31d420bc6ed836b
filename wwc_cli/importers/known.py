"""What is known before a page is read: the cities, topics and events of store and library."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from wwc_cli.core import places
from wwc_cli.core.places import name_key
from wwc_cli.core.text import fold, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from wwc_cli.core.records import Certification, City

_LONGEST_NAME = 60  # characters
_LONGEST_PLACE = 200  # with the state and the country
_MOST_WORDS = 8  # of a city or a topic
_BY_STATE = ("US", "CA")  # where a city's id ends in the code of its state


class Known:
    """Finds the city or the topic that a page names; *tables* are those of store and library."""

    def __init__(self, tables: Mapping[str, Sequence[Any]]) -> None:
        self.events: Sequence[Certification] = tables["certifications"]
        self._cities: dict[str, dict[str, City]] = {}
        for city in tables["cities"]:
            for name in (city["name"], *city["aliases"]):
                self._cities.setdefault(name_key(name), {})[city["id"]] = city
        # By name: of two letters, CA and CO are states.
        self._countries = {
            name_key(name): code for code, names in places.COUNTRIES.items() for name in names
        }
        self._states = {
            (country, key): code
            for country, states in places.SUBDIVISIONS.items()
            for code in states
            for key in places.subdivision_keys(country, code, None)
        }
        self._topics: dict[str, list[str]] = {}
        for topic in tables["topics"]:
            for printed in topic["printed_as"]:
                self._topics.setdefault(_topic_key(printed), []).append(topic["id"])

    def city(self, text: str) -> City | None:
        """Return the city of a line like `Newark, New Jersey, USA`: one known, or a new record.

        `None` where that is no such line: it must end in a state or a country of the Americas.
        """
        if len(text) > _LONGEST_PLACE:
            return None
        name, *rest = (part.strip() for part in text.strip(" .").split(","))
        if not rest or len(rest) > 2 or not _may_be_name(name):
            return None
        last = name_key(rest[-1])
        country = self._countries.get(last)
        # Georgia, Ontario: the state alone says which country; a name that both have is a country.
        if country is None and len(rest) == 1:
            country = next((each for each in _BY_STATE if (each, last) in self._states), None)
            state: str | None = rest[0]
        else:
            state = rest[0] if len(rest) == 2 else None
        if country is None:
            return None
        fitting = [
            city
            for city in self._cities.get(name_key(name), {}).values()
            if city["country_code"] == country and (state is None or _lies_in(city, state))
        ]
        if len(fitting) == 1:
            return fitting[0]
        state_code = self._states.get((country, name_key(state))) if state else None
        return None if fitting else _new_city(name, country, state, state_code)

    def topics(self, printed: str) -> list[str]:
        """Return the ids of the topics that a page prints so; empty where there is none."""
        return self._topics.get(_topic_key(printed), [])

    def printed_topics(self, text: str) -> list[str]:
        """Return the topics printed in a line, with commas between them or without."""
        parts = [part.strip(" .;") for part in re.split(r",|;|\||·|•", text)]
        return [topic for part in parts if part for topic in self._parted(part)]

    def _parted(self, text: str) -> Iterable[str]:
        """Return the known topics that make up *text* one after the other, or *text* itself."""
        tokens = text.split()
        found: list[str] = []
        while tokens and not self.topics(text):
            longest = next(
                (
                    end
                    for end in range(min(len(tokens), _MOST_WORDS), 0, -1)
                    if self.topics(" ".join(tokens[:end]))
                ),
                0,
            )
            if not longest:
                return [text]
            found.append(" ".join(tokens[:longest]))
            tokens = tokens[longest:]
        return found or [text]


def city_id(name: str, country: str, state_code: str | None) -> str:
    """Return the id of a city: its name, and the code of its state, or else of its country."""
    return "-".join([*words(name), (state_code or country).lower()])


def _new_city(name: str, country: str, state: str | None, state_code: str | None) -> City | None:
    if country in _BY_STATE and not state_code:
        return None
    return {
        "id": city_id(name, country, state_code),
        "name": name,
        "aliases": [],
        "subdivision": places.SUBDIVISIONS[country][state_code][0] if state_code else state,
        "subdivision_code": state_code,
        "country": places.COUNTRIES[country][0],
        "country_code": country,
        "latitude": None,
        "longitude": None,
        "population": None,
        "population_source_id": None,
    }


def _lies_in(city: City, state: str) -> bool:
    own = places.subdivision_keys(
        city["country_code"], city["subdivision_code"], city["subdivision"]
    )
    return not own or name_key(state) in own


def _may_be_name(text: str) -> bool:
    return (
        0 < len(text) <= _LONGEST_NAME
        and text[0].isupper()
        and len(text.split()) <= _MOST_WORDS
        and not any(c.isdigit() or c in '“”":;?!' for c in text)
        and bool(words(text))
    )


def _topic_key(text: str) -> str:
    """Return a topic as topics are compared: `Health & Wellness` → `healthandwellness`."""
    return "".join(words(fold(text).replace("&", " and ")))
