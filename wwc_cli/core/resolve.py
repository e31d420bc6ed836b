"""Typed text → a city: the one way in, for every command.

In this order: the id; the name or an alias; the name with its state or country; the one city
whose name begins so; a single slip in a name. What fits nothing, or several, is an error that
names what is near. See docs/architecture.md, "Finding a city".
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from wwc_cli.core import places
from wwc_cli.core.naming import called, label
from wwc_cli.core.places import name_key
from wwc_cli.core.text import join
from wwc_cli.errors import UnknownName, UsageProblem
from wwc_cli.shape import Shape

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wwc_cli.core.catalogue import Catalogue
    from wwc_cli.core.records import City
    from wwc_cli.errors import WwcError

SHORTEST_BEGINNING = 3  # letters; shorter ones fit by accident
SHORTEST_SLIP = 5  # letters; in a shorter name one other letter makes another name
SLIP_RATIO = 88  # of 100: one letter wrong, missing or swapped in a name of usual length
SLIP_LEAD = 10  # ahead of the next city; closer than that, the choice is the user's
NEAR_RATIO = 60  # of 100: near enough to be named in an error
MOST_NAMED = 6  # cities that an error lists


class Found(Shape):
    """A city, and a remark for the user where the way to it should be told."""

    city: City
    remark: str | None


def city(text: str, catalogue: Catalogue) -> Found:
    """Return the city that *text* names.

    Raises `UnknownName` where none does, or several do.
    """
    key = name_key(text)
    if text.isprintable() and (by_id := catalogue.city(text.strip().lower())):
        return Found(by_id, None)
    fitting = catalogue.cities_called(key) or _called_with_place(key, catalogue)
    if len(fitting) == 1:
        return Found(fitting[0], None)
    if fitting:
        raise _ambiguous(text, fitting)
    if places.is_state(text) or places.country_code(text):
        raise _unknown(text, [])
    if elsewhere := _called_elsewhere(key, catalogue):
        raise _unknown(text, elsewhere)
    return _by_beginning(text, key, catalogue) or _by_slip(text, key, catalogue)


def several(texts: Sequence[str], catalogue: Catalogue, *, least: int, most: int) -> list[Found]:
    """Return the city of each of *texts*: between *least* and *most* different ones.

    Raises `UnknownName` as `cities` does, and `UsageProblem` where they are too few, too many, or
    one twice.
    """
    return _counted(cities(texts, catalogue), least=least, most=most)


def cities(texts: Sequence[str], catalogue: Catalogue) -> list[Found]:
    """Return the city of each of *texts*, in their order.

    Raises `UnknownName` with everything that is wrong, where one or more cannot be found.
    """
    found: list[Found] = []
    wrong: list[WwcError] = []
    for text in texts:
        try:
            found.append(city(text, catalogue))
        except UnknownName as error:
            wrong.append(error)
    if not wrong:
        return found
    hints = [error.hint for error in wrong if error.hint]
    if parts := _split_name(texts, catalogue):
        hints.append(f"A name of several words needs quotes: {parts!r}.")
    raise UnknownName(
        "\n".join(error.message for error in wrong),
        hint="\n".join(dict.fromkeys(hints)),
        suggestions=list(dict.fromkeys(name for error in wrong for name in error.suggestions)),
    )


def _counted(found: list[Found], *, least: int, most: int) -> list[Found]:
    ids = [each.city["id"] for each in found]
    if twice := [city_id for city_id in dict.fromkeys(ids) if ids.count(city_id) > 1]:
        raise UsageProblem(f"{join(twice)} is named twice.", hint="Name different cities.")
    if not least <= len(found) <= most:
        raise UsageProblem(
            f"It takes {least} to {most} cities, not {len(found)}.",
            hint='For example: wwc compare Newark "Las Condes"',
        )
    return found


def _called_with_place(key: str, catalogue: Catalogue) -> list[City]:
    """Return the cities whose name begins *key* and whose state or country is the rest of it."""
    fitting = {
        named["id"]: named
        for name, place in _splits(key)
        for named in catalogue.cities_called(name)
        if place in _place_keys(named)
    }
    return list(fitting.values())


def _called_elsewhere(key: str, catalogue: Catalogue) -> list[City]:
    """Return the cities that have the name in *key*, but not the state or country in it.

    None where *key* is how a longer name begins: San Fernando del (Del. is Delaware too).
    """
    if any(name_key(each["name"]).startswith(key) for each in catalogue.cities_beginning(key)):
        return []
    return [
        named
        for name, place in _splits(key)
        if places.is_state(place) or places.country_code(place)
        for named in catalogue.cities_called(name)
    ]


def _splits(key: str) -> Iterator[tuple[str, str]]:
    """Yield the ways to part *key* into a name and a place, the longest name first."""
    parts = key.split()
    for at in range(len(parts) - 1, 0, -1):
        yield " ".join(parts[:at]), " ".join(parts[at:])


def _place_keys(city: City) -> set[str]:
    """Return all forms of where *city* lies: state, country, and one after the other."""
    states = places.subdivision_keys(
        city["country_code"], city["subdivision_code"], city["subdivision"]
    )
    countries = places.country_keys(city["country_code"], city["country"])
    both = {f"{state} {country}" for state in states for country in countries}
    return states | countries | both


def _by_beginning(text: str, key: str, catalogue: Catalogue) -> Found | None:
    """Return the one city of which a name begins with *key*."""
    if len(key) < SHORTEST_BEGINNING:
        return None
    fitting = catalogue.cities_beginning(key)
    if len(fitting) > 1:
        raise _ambiguous(text, fitting)
    if not fitting:
        return None
    return Found(fitting[0], f"Only {label(fitting[0])} begins with {text!r}.")


def _by_slip(text: str, key: str, catalogue: Catalogue) -> Found:
    """Return the city of which *key* is a name with a single slip in it."""
    from thefuzz import fuzz

    def likeness(city: City) -> int:
        names = [name_key(name) for name in (city["name"], *city["aliases"])]
        # A place that is right is no part of a slip, and words behind a right name are none.
        own = _place_keys(city)
        places_typed = ["", *(f" {place}" for _, place in _splits(key) if place in own)]
        return max(
            (
                int(fuzz.ratio(key, f"{name}{place}"))
                for place in places_typed
                for name in names
                if key.endswith(place) and not key.startswith(f"{name} ")
            ),
            default=0,
        )

    ranked = sorted(
        ((likeness(city), city) for city in catalogue.cities()),
        key=lambda pair: (-pair[0], pair[1]["id"]),
    )
    best, second = [*(ratio for ratio, _ in ranked), 0, 0][:2]
    letters = sum(c.isalpha() for c in key)
    if letters >= SHORTEST_SLIP and best >= SLIP_RATIO and best >= second + SLIP_LEAD:
        nearest = ranked[0][1]
        return Found(nearest, f"Took {text!r} for {label(nearest)}.")
    near = [city for ratio, city in ranked[:3] if ratio >= NEAR_RATIO]
    raise _unknown(text, near if letters >= SHORTEST_BEGINNING else [])


def _ambiguous(text: str, fitting: Sequence[City]) -> UnknownName:
    """Return the error for a name that several cities have."""
    shown = [label(each) for each in fitting[:MOST_NAMED]]
    if len(fitting) > MOST_NAMED:
        shown.append(f"{len(fitting) - MOST_NAMED} more")
    example = fitting[0]
    return UnknownName(
        f"{text!r} can be {join(shown, last='or')}.",
        hint=f"Say which with its id, or with its state or country: {example['id']!r} or"
        f" {called(example)!r}.",
        suggestions=[each["id"] for each in fitting],
    )


def _unknown(text: str, near: Sequence[City]) -> UnknownName:
    """Return the error for a name that no city has."""
    if near:
        hint = f"Did you mean {join([label(each) for each in near], last='or')}?"
    elif places.country_code(text):
        hint = f"A country's cities: wwc list-certified --country {text!r}"
    elif places.is_state(text):
        hint = f"A state's cities: wwc list-certified --state {text!r}"
    else:
        hint = "All cities: wwc list-certified. By what they did: wwc search WORDS."
    return UnknownName(
        f"No city is called {text!r}.", hint=hint, suggestions=[each["id"] for each in near]
    )


def _split_name(texts: Sequence[str], catalogue: Catalogue) -> str | None:
    """Return the city name that two neighbours of *texts* make together, if they do."""
    for first, second in itertools.pairwise(texts):
        together = f"{first} {second}"
        if catalogue.cities_called(name_key(together)):
            return together
    return None
