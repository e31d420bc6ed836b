"""How exact a figure is meant, by the words right before it: nearly, more than, up to."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wwc_cli.core.records import Qualifier
    from wwc_cli.importers.metrics.tokens import Words

_QUALIFIERS: dict[str, Qualifier] = {
    "more than": "over",
    "greater than": "over",
    "higher than": "over",
    "over": "over",
    "at least": "over",
    "above": "over",
    "upwards of": "over",
    "upward of": "over",
    "in excess of": "over",
    "exceeding": "over",
    "exceeded": "over",
    "surpassing": "over",
    "surpassed": "over",
    "no fewer than": "over",
    "no less than": "over",
    "not less than": "over",
    "minimum of": "over",
    "beyond": "over",
    "más de": "over",
    "mais de": "over",
    "less than": "under",
    "fewer than": "under",
    "lower than": "under",
    "under": "under",
    "below": "under",
    "menos de": "under",
    "up to": "up-to",
    "as many as": "up-to",
    "as much as": "up-to",
    "as high as": "up-to",
    "at most": "up-to",
    "no more than": "up-to",
    "not more than": "up-to",
    "maximum of": "up-to",
    "within": "up-to",
    "hasta": "up-to",
    "nearly": "about",
    "almost": "about",
    "about": "about",
    "around": "about",
    "approximately": "about",
    "roughly": "about",
    "some": "about",
    "close to": "about",
    "estimated": "about",
    "circa": "about",
    "approx": "about",
    "approx .": "about",
    "~": "about",
    "≈": "about",
    "casi": "about",
    "cerca de": "about",
    "alrededor de": "about",
    "aproximadamente": "about",
    ">": "over",
    "<": "under",
}
_FILLERS = frozenset("an a the just only average of another additional further by well".split())


def before(words: Words, first: int) -> int:
    """Return the place of the word before a figure and all that qualifies it."""
    at = first - 1
    for _ in range(6):
        low = words.low(at)
        pair = f"{words.low(at - 1)} {low}"
        triple = f"{words.low(at - 2)} {pair}"
        if triple in _QUALIFIERS:
            at -= 3
        elif pair in _QUALIFIERS:
            at -= 2
        elif low in _QUALIFIERS or low in ("just", "only", "an", "a", "another", "(", "$", "+"):
            at -= 1
        elif low == "of" and words.low(at - 1) == "average":
            at -= 2
        elif low == "average" and words.low(at - 1) in ("an", "on"):
            at -= 1
        else:
            break
    return at


def qualifier(words: Words, *, first: int, last: int, has_plus: bool) -> Qualifier:
    """Return how exact a figure is meant: by the words right before it, or `+`, `or more`."""
    at = first - 1
    while words.low(at) in _FILLERS and words.low(at) != "of" and at > first - 4:
        at -= 1
    for place in (first - 1, at):
        if found := _qualifier_before(words, place):
            return found
    if has_plus or (words.low(last) == "or" and words.low(last + 1) in ("more", "longer")):
        return "over"
    if words.low(last) == "or" and words.low(last + 1) in ("less", "fewer"):
        return "up-to"
    if words.low(last) == ":" and {"longest", "maximum", "most"} & set(words.lows(last, last + 4)):
        return "up-to"
    return "exact"


def _qualifier_before(words: Words, at: int) -> Qualifier | None:
    for length in (3, 2, 1):
        if found := _QUALIFIERS.get(" ".join(words.lows(at - length + 1, at + 1))):
            if length == 1 and words.low(at) == "over" and words.low(at - 1) in ("increase", "up"):
                return None
            return found
    return None
