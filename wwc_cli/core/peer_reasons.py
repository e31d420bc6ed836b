"""Why a city is a peer of another, in words that can be checked: numbers, not "similar"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wwc_cli.core import regions
from wwc_cli.core.nearness import RANKS
from wwc_cli.core.sharing import as_words, listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wwc_cli.core.nearness import Known

ALIKE = 1.1  # times as large, or less: about as large
TWICE = 1.9  # from here on told in times, below in percent
MOST_NAMED = 3  # topics or themes named in a reason
# How large, from two to ten times, and from a half to a tenth.
_TIMES = (
    *("twice", "three times", "four times", "five times"),
    *("six times", "seven times", "eight times", "nine times", "ten times"),
)
_PARTS = (
    *("half", "a third", "a quarter", "a fifth"),
    *("a sixth", "a seventh", "an eighth", "a ninth", "a tenth"),
)
_STEPS = {1: "a level", 2: "two levels"}


def reasons(
    own: Known,
    other: Known,
    *,
    topics: Sequence[str],
    themes: Sequence[str],
    asked: Sequence[str] = (),
) -> list[str]:
    """Return the reasons, in the order of the weights; empty where nothing can be said.

    *topics* and *themes* are those that both have, and *asked* those of the topics asked for
    that *other* has, in the order in which they are to be named.
    """
    found = [
        _size(own.population, other.population),
        *_place(own.country_code, other.country_code),
        _level(own.level, other.level),
        f"tells of {_named(asked)}" if asked else "",
        f"shares {_named(topics)}" if topics else "",
        f"results on {_named(themes)} in both" if themes else "",
    ]
    return [reason for reason in found if reason]


def _size(own: int | None, other: int | None) -> str:
    if not own or not other:
        return ""
    return f"{times(other / own)} ({other:,} against {own:,})"


def times(ratio: float) -> str:
    """Return in words how large a city is that has *ratio* times the people of another."""
    if 1 / ALIKE <= ratio <= ALIKE:
        return "about as large"
    if 1 / TWICE < ratio < TWICE:
        return f"{abs(ratio - 1):.0%} {'larger' if ratio > 1 else 'smaller'}"
    words = _TIMES if ratio > 1 else _PARTS
    if (at := round(max(ratio, 1 / ratio)) - 2) < len(words):
        return f"about {words[at]} as large"
    return f"{'more' if ratio > 1 else 'less'} than {words[-1]} as large"


def _place(own: str, other: str) -> list[str]:
    if own == other:
        return ["same country"]
    region, language = regions.shared_region(own, other), regions.shared_language(own, other)
    return [
        *([f"also in {region}"] if region else []),
        *([f"{language} spoken in both"] if language else []),
    ]


def _level(own: str | None, other: str | None) -> str:
    if own not in RANKS or other not in RANKS:
        return ""
    steps = RANKS[other] - RANKS[own]
    if not steps:
        return f"both {own}"
    return f"{other}, {_STEPS[abs(steps)]} {'above' if steps > 0 else 'below'}"


def _named(tags: Sequence[str]) -> str:
    """Return tags in words: all where they are few, or the first of them and how many more."""
    if len(tags) <= MOST_NAMED + 1:
        return listed(as_words(tags))
    return listed([*as_words(tags[:MOST_NAMED]), f"{len(tags) - MOST_NAMED} more"])
