"""Numbers that belong together: from 65 to 337, 150 to 200, 280 and up from 265."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wwc_cli.importers.metrics import changes, numbers, qualifiers, units
from wwc_cli.importers.metrics.durations import is_measured
from wwc_cli.importers.metrics.nouns import UNIT_OF
from wwc_cli.importers.metrics.tokens import HYPHENS
from wwc_cli.importers.metrics.units import Counted
from wwc_cli.shape import Shape

if TYPE_CHECKING:
    from wwc_cli.core.records import Direction, Qualifier
    from wwc_cli.importers.metrics.numbers import Number
    from wwc_cli.importers.metrics.periods import Time
    from wwc_cli.importers.metrics.tokens import Words

_CHANGING = frozenset(
    "went going moved moving up down number rate share percentage average time times improving"
    " improved improve extended transitioned".split()
)
_RANGING = frozenset("ranging range ranges ranged anywhere between varying vary".split())
_RANGE_DASHES = HYPHENS | {"–", "‒"}


class Figure(Shape):
    """A number with what it counts; *from_value* is where it started, *started* when.

    It lies from token *first* to before *last*; *inside* is where its noun begins. *way* and
    *qualifier* are set where its form says them: `from 65 to 337`, `150 to 200`, `doubled`.
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


def way_of(words: Words, figure: Figure, *, start: int) -> Direction:
    """Return which way a figure went; *start* is where the figure before it ends."""
    return changes.direction(
        words, first=figure.first, inside=figure.inside, last=figure.last, start=start
    )


def named_before(words: Words, number: Number) -> Counted | None:
    """Return what a bare number counts where `number of …` before it says so.

    `increased the number of cameras to 337`: the number ends its phrase.
    """
    at = qualifiers.before(words, number.first)
    if words.low(at) not in ("to", "from", "at", "was", "reached", "by", "is"):
        return None
    if _has_noun(words, number) or words.low(number.last) in ("of", "%"):
        return None
    for start in range(at - 1, max(-1, at - 13), -1):
        if words.low(start) in (",", ";", "(", ")"):
            return None
        if words.low(start) == "number" and words.low(start + 1) == "of":
            pseudo = numbers.Number(start, start + 2, 0)
            found = units.counted(words, pseudo)
            return found if found and found.unit else None
    return None


def pair(words: Words, times: list[Time], one: Number, two: Number) -> list[Figure] | None:
    """Return the figures of two numbers that belong together; `None` where they do not.

    A change gives one figure with `from_value`; a range its two ends, or, where they are next
    to each other (`four to five`), the upper one. Two that are unclear together give none.
    """
    joint = qualifiers.before(words, two.first)
    gap = [at for at in range(one.last, joint) if not _is_in(times, at)]
    if joint < one.last or len(gap) > 7:
        return None
    before = qualifiers.before(words, one.first)
    told = words.low(joint)
    if told == "to" and words.low(before) == "from":
        near = set(words.lows(before - 10, before)) | set(words.lows(joint, joint + 12))
        if _RANGING & set(words.lows(before - 2, before)):
            return _range(words, one, two, joint)
        is_change = bool(near & _CHANGING) or changes.tells(words, before - 12, joint + 12)
        return _change(words, times, one, two) if is_change else []
    is_plain = all(words.low(at) not in (",", ".", ";", ":", "(") for at in gap)
    is_range = told in ("to", "or") or told in _RANGE_DASHES
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
    if of_end is None and _has_noun(words, end):
        return None
    counted = of_end or of_start or named_before(words, start if order > 0 else end)
    counted = counted or _noun_before(words, min(start.first, end.first))
    if counted is None or not counted.unit:
        return []
    is_same = of_end is None or of_start is None or of_end.unit == of_start.unit
    if not is_same and order < 0:
        return None
    if of_start is None and counted.unit == "percent" and (order < 0 or start.value > 100):
        return None  # fell by 15%, from 2,100
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
            qualifier=qualifiers.qualifier(
                words, first=end.first, last=end.last, has_plus=end.has_plus
            ),
            started=reach[0] if reach else None,
        )
    ]


def _has_noun(words: Words, number: Number) -> bool:
    """Tell whether a number counts something of its own, known or not."""
    following = words[number.last]
    return following.is_word and following.low not in units.STOPS


def _noun_before(words: Words, first: int) -> Counted | None:
    """Return the unit of the noun that a change is told of: `cameras rose from 65 to 337`."""
    for at in range(first - 1, max(-1, first - 7), -1):
        if words.low(at) in (",", ";", "(", ".", "of") or words[at].is_number:
            return None
        if (unit := UNIT_OF.get(words.low(at))) and not words.is_name(at):
            if words.low(at) == "units" and units.HOUSING & set(words.lows(at - 3, at)):
                unit = "homes"
            return None if unit in units.TIMES else Counted(unit, at, at + 1)
    return None


def _range(words: Words, low: Number, high: Number, joint: int) -> list[Figure] | None:
    """Return the ends of a range of one unit; `None` where it is none."""
    counted, of_low = units.counted(words, high), units.counted(words, low)
    if low.value >= high.value or counted is None:
        return None
    if of_low is not None and of_low.last <= joint and of_low.unit != counted.unit:
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


def is_start_of_last(
    words: Words, times: list[Time], number: Number, figures: list[Figure]
) -> bool:
    """Give a figure before it the number that says where it started: `…, up from 52%`.

    Tells whether there was such a figure: the last of the same unit.
    """
    joint = qualifiers.before(words, number.first)
    if words.low(joint) != "from" or words.low(joint - 1) not in ("up", "down"):
        return False
    counted = units.counted(words, number)
    for at in range(len(figures) - 1, max(-1, len(figures) - 4), -1):
        figure = figures[at]
        if counted and figure.counted.unit == counted.unit and figure.from_value is None:
            figures[at] = figure.replaced(
                from_value=number.value,
                way=changes.between(number.value, figure.value),
                started=next((t for t in times if number.last <= t.first <= number.last + 2), None),
            )
            return True
    return False
