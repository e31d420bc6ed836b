"""The filters that commands share: what people type, as the values that records carry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wwc_cli.core import places
from wwc_cli.core.places import name_key
from wwc_cli.core.text import join
from wwc_cli.errors import UsageProblem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from wwc_cli.core.catalogue import Catalogue
    from wwc_cli.core.records import Topic

MOST_NAMED = 20  # values that an error lists where none is near


def topics(typed: Iterable[str], catalogue: Catalogue) -> list[str]:
    """Return topic ids for *typed*: ids, names in three languages, or as a page prints them."""
    keys: dict[str, str] = {}
    for topic in catalogue.topics():
        for name in (topic["id"], *topic["printed_as"], *map(str, topic["name"].values())):
            keys.setdefault(name_key(name), topic["id"])
    return [_value(text, keys, option="--topic") for text in typed]


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
    keys = {name_key(theme): theme for theme in catalogue.tags("theme")}
    return [_value(text, keys, option="--theme") for text in typed]


def countries(typed: Iterable[str], catalogue: Catalogue) -> list[str]:
    """Return ISO codes for *typed*: codes, or names in three languages."""
    keys = {
        key: code for code, name in catalogue.countries() for key in places.country_keys(code, name)
    }
    shown = [name for _, name in catalogue.countries()]
    return [_value(text, keys, option="--country", shown=shown) for text in typed]


def states(typed: Iterable[str], catalogue: Catalogue) -> list[tuple[str, str]]:
    """Return (country code, name) for *typed*: names, postal codes or short forms of states."""
    keys: dict[str, tuple[str, str]] = {}
    for country, code, name in catalogue.subdivisions():
        for key in places.subdivision_keys(country, code, name):
            keys.setdefault(key, (country, name))
    by_name = {key: f"{country}\n{name}" for key, (country, name) in keys.items()}
    shown = [name for _, _, name in catalogue.subdivisions()]
    values = [_value(text, by_name, option="--state", shown=shown) for text in typed]
    return [(country, name) for country, name in (value.split("\n") for value in values)]


def _value(
    text: str, keys: Mapping[str, str], *, option: str, shown: Sequence[str] | None = None
) -> str:
    """Return the value that *text* stands for: its name, or words that only its name has.

    Raises `UsageProblem` with the near values, or with those there are.
    """
    if (key := name_key(text)) in keys:
        return keys[key]
    typed = set(key.split())
    holding = {value for name, value in keys.items() if typed and typed <= set(name.split())}
    if len(holding) == 1:
        return holding.pop()
    from thefuzz import fuzz, process

    best = process.extractBests(key, list(keys), scorer=fuzz.partial_ratio, score_cutoff=75)
    near = list(dict.fromkeys(keys[name].rpartition("\n")[2] for name, _ in best))[:3]
    known = list(shown or dict.fromkeys(keys.values()))
    listed = known[:MOST_NAMED]
    if len(known) > MOST_NAMED:
        listed.append(f"{len(known) - MOST_NAMED} more")
    raise UsageProblem(
        f"No {option.removeprefix('--')} is called {text!r}.",
        hint=f"Did you mean {join(near, last='or')}?" if near else f"There are {join(listed)}.",
        suggestions=near,
    )
