"""The filters that commands share: what people type, as the values that records carry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wwc_cli.core import places
from wwc_cli.core.places import name_key
from wwc_cli.core.text import join
from wwc_cli.errors import UsageProblem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from wwc_cli.core.catalogue import Catalogue
    from wwc_cli.core.records import Topic

NEAR_RATIO = 75  # of 100: near enough to be named in an error
SHORTEST_NEAR = 3  # letters; codes look like any word that has their letters
_SIGNS = {"%": "percent", "$": "USD"}
MOST_NAMED = 20  # values that an error lists where none is near


def topics(typed: Iterable[str], catalogue: Catalogue) -> list[str]:
    """Return topic ids for *typed*: ids, names in three languages, or as a page prints them."""
    keys = topic_keys(catalogue)
    return [_value(text, keys, option="--topic") for text in typed]


def topic_keys(catalogue: Catalogue) -> dict[str, str]:
    """Return topic ids by the name keys of all that names them."""
    keys: dict[str, str] = {}
    for topic in catalogue.topics():
        for name in (topic["id"], *topic["printed_as"], *map(str, topic["name"].values())):
            keys.setdefault(name_key(name), topic["id"])
    return keys


def near_topics(text: str, catalogue: Catalogue, *, most: int = 3) -> list[str]:
    """Return the ids of the topics whose names, in any language, look most like *text*."""
    from thefuzz import fuzz

    key = name_key(text)

    def likeness(topic: Topic) -> int:
        names = (*topic["printed_as"], *map(str, topic["name"].values()))
        return max(int(fuzz.partial_token_sort_ratio(key, name_key(name))) for name in names)

    ranked = sorted(catalogue.topics(), key=lambda topic: (-likeness(topic), topic["id"]))
    return [topic["id"] for topic in ranked[:most]]


def themes(typed: Iterable[str], catalogue: Catalogue) -> list[str]:
    """Return theme ids for *typed*."""
    keys = theme_keys(catalogue)
    return [_value(text, keys, option="--theme") for text in typed]


def theme_keys(catalogue: Catalogue) -> dict[str, str]:
    """Return themes by their name keys."""
    return {name_key(theme): theme for theme in catalogue.tags("theme")}


def units(typed: Iterable[str], catalogue: Catalogue) -> list[str]:
    """Return units for *typed*: units of some figure, or the signs of percent and dollars."""
    keys = {name_key(unit): unit for unit in catalogue.tags("unit")}
    signed = (_SIGNS.get(text.strip(), text) for text in typed)
    return [_value(text, keys, option="--unit") for text in signed]


def countries(typed: Iterable[str], catalogue: Catalogue) -> list[str]:
    """Return ISO codes for *typed*: codes, or names in three languages."""
    named = dict(catalogue.countries())
    keys = {key: code for code, name in named.items() for key in places.country_keys(code, name)}
    return [_value(text, keys, option="--country", said=named) for text in typed]


def states(typed: Iterable[str], catalogue: Catalogue) -> list[tuple[str, str]]:
    """Return (country code, name) for *typed*: names, postal codes or short forms of states."""
    keys: dict[str, tuple[str, str]] = {}
    for country, code, name in catalogue.subdivisions():
        for key in places.subdivision_keys(country, code, name):
            keys.setdefault(key, (country, name))
    by_name = {key: f"{country}\n{name}" for key, (country, name) in keys.items()}
    said = {value: value.split("\n")[1] for value in by_name.values()}
    values = [_value(text, by_name, option="--state", said=said) for text in typed]
    return [(country, name) for country, name in (value.split("\n") for value in values)]


def _value(
    text: str, keys: Mapping[str, str], *, option: str, said: Mapping[str, str] | None = None
) -> str:
    """Return the value that *text* stands for: its name, or words that only its name has.

    *said* tells how values are named to people, where that is not the value itself.
    Raises `UsageProblem` with the near values, or with those there are.
    """
    if (key := name_key(text)) in keys:
        return keys[key]
    typed = set(key.split())
    holding = {value for name, value in keys.items() if typed and typed <= set(name.split())}
    if len(holding) == 1:
        return holding.pop()
    said = said or {}
    near = list(dict.fromkeys(said.get(keys[name], keys[name]) for name in _near(key, keys)))[:3]
    known = sorted({said.get(value, value) for value in keys.values()})
    listed = known[:MOST_NAMED]
    if len(known) > MOST_NAMED:
        listed.append(f"{len(known) - MOST_NAMED} more")
    raise UsageProblem(
        f"No {option.removeprefix('--')} is called {text!r}.",
        hint=f"Did you mean {join(near, last='or')}?" if near else f"There are {join(listed)}.",
        suggestions=near,
    )


def _near(key: str, names: Iterable[str]) -> list[str]:
    """Return the names that look like *key*, best first; codes are too short to look like it."""
    from thefuzz import fuzz, process

    if not key:
        return []
    whole = [name for name in names if len(name) > SHORTEST_NEAR]
    best = process.extractBests(
        key, whole, processor=None, scorer=fuzz.partial_ratio, score_cutoff=NEAR_RATIO
    )
    return [name for name, _ in best]
