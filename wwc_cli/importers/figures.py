"""The figures of a sentence: single numbers, pairs (`from 65 to 337`), multiples, ranks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wwc_cli.importers import changes, numbers, units
from wwc_cli.importers.durations import is_measured
from wwc_cli.importers.tokens import DASHES
from wwc_cli.importers.units import Counted
from wwc_cli.shape import Shape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wwc_cli.core.records import Direction, Qualifier
    from wwc_cli.importers.numbers import Number
    from wwc_cli.importers.periods import Time
    from wwc_cli.importers.tokens import Words


class Figure(Shape):
    """A number with what it counts; *from_value* is where it started, *started* when.

    It lies from token *first* to before *last*; *inside* is where its noun begins. *way* and *qualifier* are set where its form
    says them: `from 65 to 337`, `150 to 200`, `doubled`.
    """

    value: float
    counted: Counted
    first: int
    last: int
    inside: int
    from_value: float | None = None
    way: Direction | None = None
    qualifier: Qualifier | None = None
    has_plus: bool = False
    started: Time | None = None


_MULTIPLES = {
    **dict.fromkeys(("double", "doubled", "doubling", "doubles", "twice", "twofold"), 2),
    **dict.fromkeys(("triple", "tripled", "tripling", "triples", "threefold"), 3),
    **dict.fromkeys(("quadruple", "quadrupled", "quadrupling", "fourfold"), 4),
    **{"quintupled": 5, "fivefold": 5, "sixfold": 6, "sevenfold": 7, "eightfold": 8},
    **{"ninefold": 9, "tenfold": 10},
}
_ORDINALS = {
    word: value
    for value, word in enumerate("first second third fourth fifth sixth seventh".split(), start=1)
}
_CHANGING = frozenset(
    "went going moved moving up down number rate share percentage average time times improving"
    " improved improve extended transitioned".split()
)
_RANGING = frozenset("ranging range ranges ranged anywhere between varying vary".split())
_FOREIGN = frozenset(
    "el la los las del en por que para con más y e da do das dos mais em de se al su".split()
)
_ENGLISH = frozenset("the of and in to a by for is was".split())


def find(words: Words, times: list[Time]) -> list[Figure]:
    """Return the figures of a sentence that are sure, in order."""
    found = numbers_of(words, times)
    figures = [*_multiples(words), *_ranks(words)]
    at = 0
    while at < len(found):
        number = found[at]
        pair = _pair(words, times, number, found[at + 1]) if at + 1 < len(found) else None
        if pair is None:
            figures += _single(words, number)
        else:
            figures += pair
        at += 1 if pair is None else 2
    return sorted(figures, key=lambda figure: figure.first)


def way_of(words: Words, figure: Figure, *, start: int) -> Direction:
    """Return which way a figure went; *start* is where the figure before it ends."""
    return changes.direction(
        words, first=figure.first, inside=figure.inside, last=figure.last, start=start
    )


def numbers_of(words: Words, times: list[Time]) -> list[Number]:
    """Return the numbers of a sentence that may be figures and are no part of a time."""
    taken = {at for time in times for at in range(time.first, time.last)}
    found = numbers.find(words, is_english=not _is_foreign(words))
    return [number for number in found if number.last - 1 not in taken]


def next_level(words: Words, times: list[Time]) -> Number | None:
    """Return the number of a sentence that only says where the last figure went.

    `As of November 2023, that number was 1,743.`
    """
    found = numbers_of(words, times)
    for at in range(min(len(words), 14)):
        if words.low(at) in ("that", "this") and words.low(at + 1) in _SAME:
            after = [number for number in found if number.first > at]
            is_alone = len(found) == len(after) == 1 and after[0].first < at + 8
            return after[0] if is_alone and units.counted(words, after[0]) is None else None
    return None


_SAME = frozenset("number figure total count".split())


def _is_foreign(words: Words) -> bool:
    """Tell whether a sentence is in Spanish or Portuguese, by its smallest words."""
    lows = words.lows(0, 200)
    foreign = sum(low in _FOREIGN for low in lows)
    return foreign >= 2 and foreign > sum(low in _ENGLISH for low in lows)


def _single(words: Words, number: Number) -> Iterator[Figure]:
    counted = units.counted(words, number) or _named_before(words, number)
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


def _named_before(words: Words, number: Number) -> Counted | None:
    """Return what a bare number counts where `number of …` before it says so.

    `increased the number of cameras to 337`: the number ends its phrase.
    """
    at = changes.before_qualifier(words, number.first)
    if words.low(at) not in ("to", "from", "at", "was", "reached", "by", "is"):
        return None
    if words[number.last].is_word and words.low(number.last) not in units.STOPS:
        return None
    if words.low(number.last) in ("of", "%"):
        return None
    for start in range(at - 1, max(-1, at - 13), -1):
        if words.low(start) in (",", ";", "(", ")"):
            return None
        if words.low(start) == "number" and words.low(start + 1) == "of":
            pseudo = numbers.Number(start, start + 2, 0)
            found = units.counted(words, pseudo)
            return found if found and found.unit else None
    return None


def _pair(words: Words, times: list[Time], one: Number, two: Number) -> list[Figure] | None:
    """Return the figures of two numbers that belong together; `None` where they do not.

    A change gives one figure with `from_value`; a range its two ends, or, where they are next
    to each other (`four to five`), the upper one. Two that are unclear together give none.
    """
    joint = changes.before_qualifier(words, two.first)
    gap = [at for at in range(one.last, joint) if not _is_in(times, at)]
    if joint < one.last or len(gap) > 7:
        return None
    before = changes.before_qualifier(words, one.first)
    told = words.low(joint)
    if told == "to" and words.low(before) == "from":
        near = set(words.lows(before - 10, before)) | set(words.lows(joint, joint + 12))
        if _RANGING & set(words.lows(before - 2, before)):
            return _range(words, one, two, joint)
        is_change = bool(near & _CHANGING) or changes.tells(words, before - 12, joint + 12)
        return _change(words, times, one, two) if is_change else []
    is_plain = all(words.low(at) not in (",", ".", ";", ":", "(") for at in gap)
    is_range = told in ("to", "or") or told in DASHES
    is_range = is_range or (told == "and" and words.low(before) == "between")
    if is_range and is_plain and len(gap) < 4:
        return _range(words, one, two, joint)
    if told == "from" and _is_back(words, joint, gap):
        return _change(words, times, two, one, order=-1)
    if told in ("to", "with", "versus") and _is_compared(words, times, two, joint):
        return _change(words, times, two, one, order=-1)
    return None


def _is_in(times: list[Time], at: int) -> bool:
    return any(time.first <= at < time.last for time in times)


def _is_back(words: Words, joint: int, gap: list[int]) -> bool:
    """Tell whether `from` looks back: up from 265, to 10 minutes from 60."""
    if words.low(joint - 1) in ("up", "down"):
        return True
    return len(gap) < 4 and changes.tells(words, gap[0] - 8 if gap else joint - 8, joint)


def _is_compared(words: Words, times: list[Time], two: Number, joint: int) -> bool:
    """Tell whether a figure is compared with an earlier one of its own, at a time given."""
    if words.low(joint) != "versus" and words.low(joint - 1) != "compared":
        return False
    return any(two.last <= time.first <= two.last + 4 for time in times)


def _change(
    words: Words, times: list[Time], start: Number, end: Number, *, order: int = 1
) -> list[Figure] | None:
    """Return the figure of a change between two levels; *order* -1 where the later comes first."""
    of_end, of_start = units.counted(words, end), units.counted(words, start)
    counted = of_end or of_start or _named_before(words, start if order > 0 else end)
    counted = counted or _noun_before(words, min(start.first, end.first))
    if counted is None or not counted.unit:
        return []
    is_same = of_end is None or of_start is None or of_end.unit == of_start.unit
    if not is_same and order < 0:
        return None
    last = max(start.last, end.last, counted.last)
    reach = [time for time in times if start.last <= time.first <= start.last + 2]
    return [
        Figure(
            end.value,
            counted,
            min(start.first, end.first),
            last,
            last,
            from_value=start.value if is_same else None,
            way=changes.between(start.value, end.value) if is_same else None,
            qualifier=changes.qualifier(
                words, first=end.first, last=end.last, has_plus=end.has_plus
            ),
            started=reach[0] if reach else None,
        )
    ]


def _noun_before(words: Words, first: int) -> Counted | None:
    """Return the unit of the noun that a change is told of: `cameras rose from 65 to 337`."""
    for at in range(first - 1, max(-1, first - 7), -1):
        if words.low(at) in (",", ";", "(", ".", "of") or words[at].is_number:
            return None
        if (unit := units.UNIT_OF.get(words.low(at))) and not words.is_name(at):
            return None if unit in units.TIMES else Counted(unit, at, at + 1)
    return None


def _range(words: Words, low: Number, high: Number, joint: int) -> list[Figure] | None:
    """Return the ends of a range of one unit; `None` where it is none."""
    counted, of_low = units.counted(words, high), units.counted(words, low)
    if low.value >= high.value or counted is None:
        return None
    own = of_low is not None and of_low.last <= joint and not high.currency
    if own and of_low is not None and of_low.unit != counted.unit:
        return None
    if low.currency and not high.currency and counted.unit != "USD":
        return None
    if not counted.unit:
        return []
    if counted.unit in units.TIMES and not is_measured(words, low, counted):
        return []
    upper = Figure(high.value, counted, low.first, counted.last, high.last, qualifier="up-to")
    upper = upper.replaced(way=way_of(words, upper, start=0))
    if high.value - low.value == 1 and high.value < 13:
        return [upper]
    if words.low(joint) == "or":
        return []
    return [upper.replaced(value=low.value, qualifier="over"), upper]


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
        value = numbers.value_of(words[step].text) if words[step].is_number else None
        value = _ORDINALS.get(words.low(step)) if value is None else value if is_marked else None
        if value is not None and 0 < value < 1000 and value == int(value):
            yield Figure(value, Counted("rank", step, step + 1), first, step + 1, step + 1, way="none")
