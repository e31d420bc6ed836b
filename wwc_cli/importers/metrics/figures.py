"""The figures of a sentence: single numbers, pairs, multiples (`doubled`), ranks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wwc_cli.importers.metrics import numbers, pairs, spelled, units
from wwc_cli.importers.metrics.durations import is_measured
from wwc_cli.importers.metrics.pairs import Figure
from wwc_cli.importers.metrics.tokens import DASHES
from wwc_cli.importers.metrics.units import Counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wwc_cli.core.records import Direction
    from wwc_cli.importers.metrics.numbers import Number
    from wwc_cli.importers.metrics.periods import Time
    from wwc_cli.importers.metrics.tokens import Words


_MULTIPLES = {
    **dict.fromkeys(("double", "doubled", "doubling", "doubles", "twice", "twofold"), 2),
    **dict.fromkeys(("triple", "tripled", "tripling", "triples", "threefold"), 3),
    **dict.fromkeys(("quadruple", "quadrupled", "quadrupling", "fourfold"), 4),
    "quintupled": 5,
    "fivefold": 5,
    "sixfold": 6,
    "sevenfold": 7,
    "eightfold": 8,
    "ninefold": 9,
    "tenfold": 10,
}
_ORDINALS = {
    word: value
    for value, word in enumerate("first second third fourth fifth sixth seventh".split(), start=1)
}


def find(words: Words, times: list[Time]) -> list[Figure]:
    """Return the figures of a sentence that are sure, in order."""
    found = numbers_of(words, times)
    figures = [*_multiples(words), *_ranks(words)]
    at = 0
    while at < len(found):
        number = found[at]
        pair = pairs.pair(words, times, number, found[at + 1]) if at + 1 < len(found) else None
        if pair is not None:
            figures += pair
        elif not pairs.is_start_of_last(words, times, number, figures):
            figures += _single(words, number)
        at += 1 if pair is None else 2
    return sorted(figures, key=lambda figure: figure.first)


def numbers_of(words: Words, times: list[Time]) -> list[Number]:
    """Return the numbers of a sentence that may be figures and are no part of a time."""
    taken = {at for time in times for at in range(time.first, time.last)}
    found = numbers.find(words, is_english=not words.is_foreign)
    return [number for number in found if number.last - 1 not in taken]


def next_level(words: Words, times: list[Time]) -> Number | None:
    """Return the number of a sentence that only says where the last figure went.

    `By 2022, that number was 2,044.`
    """
    found = numbers_of(words, times)
    for at in range(min(len(words), 14)):
        if words.low(at) in ("that", "this") and words.low(at + 1) in _SAME:
            after = [number for number in found if number.first > at]
            is_alone = len(found) == len(after) == 1 and after[0].first < at + 8
            return after[0] if is_alone and units.counted(words, after[0]) is None else None
    return None


_SAME = frozenset("number figure total count".split())


def _single(words: Words, number: Number) -> Iterator[Figure]:
    counted = units.counted(words, number) or pairs.named_before(words, number)
    if counted is None or not counted.unit:
        return
    if counted.unit in units.TIMES and not is_measured(words, number, counted):
        return
    yield Figure(
        number.value,
        counted,
        number.first,
        max(number.last, counted.last),
        number.last,
        has_plus=number.has_plus,
        way=_way_of_multiple(words, counted),
    )


def _way_of_multiple(words: Words, counted: Counted) -> Direction | None:
    """Return the way of `four times as many`; none where places are compared."""
    if counted.unit != "times":
        return None
    ahead = words.lows(counted.last, counted.last + 10)
    if _PLACES & set(ahead) or ahead[:1] == ["the"]:
        return "none"
    return "decrease" if {"lower", "fewer", "less"} & set(ahead[:1]) else "increase"


_PLACES = frozenset("national state nation county country average citywide statewide".split())


def _multiples(words: Words) -> Iterator[Figure]:
    """Yield `doubled`, `twice as many`, `a fivefold increase`; not `double shifts`."""
    for at, token in enumerate(words.tokens):
        if (value := _MULTIPLES.get(token.low)) is None or words.is_glued(at):
            continue
        if words.is_glued(at + 1) and words.low(at + 1) in DASHES:
            continue
        following, before = words.low(at + 1), words.low(at - 1)
        if token.low == "twice" and following not in ("as", "the"):
            continue
        if token.low in ("double", "triple", "quadruple"):
            is_verb = before in _BEFORE_DOUBLE or following in ("the", "its", "their", "that")
            if not is_verb:
                continue
        is_compared = bool(_PLACES & set(words.lows(at + 1, at + 9))) and not token.low.endswith(
            ("ed", "ing")
        )
        way: Direction = "none" if is_compared else "increase"
        yield Figure(value, Counted("times", at, at + 1), at, at + 1, at + 1, way=way)


_BEFORE_DOUBLE = frozenset("to will can could would helped than nearly almost".split())


def _ranks(words: Words) -> Iterator[Figure]:
    """Yield places in a ranking: `ranked No. 2`, `#2 safest city`, `ranked third`."""
    for at, token in enumerate(words.tokens):
        if token.low == "#" and words[at + 1].is_number and words.is_glued(at + 1):
            first = at
        elif token.low in ("ranked", "ranks", "ranking"):
            first = at + 1 + (words.low(at + 1) in ("as", "is", "the"))
        else:
            continue
        step = first + (words.low(first) in ("#", "no", "number"))
        step += words.low(step) == "."
        is_marked = step > first or words.low(step + 1) in ("st", "nd", "rd", "th")
        value = spelled.value_of(words[step].text) if words[step].is_number else None
        value = _ORDINALS.get(words.low(step)) if value is None else value if is_marked else None
        if value is not None and 0 < value < 1000 and value == int(value):
            yield Figure(
                value, Counted("rank", step, step + 1), first, step + 1, step + 1, way="none"
            )
