"""Whether a length of time is a figure (a wait of 10 minutes) or only says when or how long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wwc_cli.importers.metrics import changes, qualifiers, units

if TYPE_CHECKING:
    from wwc_cli.importers.metrics.numbers import Number
    from wwc_cli.importers.metrics.tokens import Words
    from wwc_cli.importers.metrics.units import Counted

# `past three years`, `for 20 years`, `after six months`: when, not how much.
_WHEN = frozenset(
    "past last first next previous prior recent coming following every each for after during over"
    " since another through across".split()
)
_LATER = frozenset("old ago later earlier after before into following prior in from since".split())
_MEASURED = frozenset(
    "time times wait waits waiting average averages averaged averaging took takes take delay delays"
    " turnaround processing longest shortest response commute".split()
)
_GIVEN = frozenset(
    "saved saving save saves freed contributed volunteered donated logged worked cleared spent"
    " totaling totalling provided delivered completed".split()
)
_SERVED = frozenset(
    "arrive arrives arrived issued processed completed answered respond resolved approved open"
    " registered delivered fixed repaired reviewed filled reached".split()
)
_WORK = frozenset(
    "volunteer volunteering care training service services work staff labor labour instruction"
    " programming community participation free paid annual".split()
)


def is_measured(words: Words, number: Number, counted: Counted) -> bool:
    """Tell whether a number of minutes, hours, days or the like is itself what is told."""
    first, last = number.first, counted.last
    before = qualifiers.before(words, first)
    low = words.low(before)
    ahead = words.lows(last, last + 3)
    if ahead[:1] == ["and"] and words.low(last + 2) in ("seconds", *units.TIMES):
        return False  # 2 minutes and 30 seconds are one figure, which we would have to compute
    if ahead[:2] in (["a", "day"], ["a", "week"], ["per", "week"], ["per", "day"]):
        return False
    if ahead[:1] and ahead[0] in _LATER and low not in ("to", "by") and ahead[:2] != ["in", "a"]:
        return False
    near = words.lows(before - 9, before + 1)
    is_direct = low in ("by", "to", "of") and changes.tells(words, before - 12, before)
    if is_direct or changes.is_changing(low) or ahead[:1] == [":"]:
        return True
    if set(words.lows(last, last + 1)) & changes.AFTER:
        return True
    if words.low(first - 1) in ("for", "past", "last") or low in _WHEN:
        return False
    if _GIVEN & set(near[-4:]):
        return True
    if (ahead[:1] == ["of"] and set(ahead[1:]) & _WORK) or (ahead and ahead[0] in _WORK):
        return True
    if low in ("in", "within") or words.low(first - 1) == "within":
        return bool(_SERVED & set(near[-5:]))
    said = set(near[-7:])
    return bool(said & _MEASURED) and not said & {"place", "over", "past"}
