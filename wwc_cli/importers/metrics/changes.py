"""Which way a figure went, by the words around it.

`36% decrease`, `fell by 22%`, `cut … by 56% and … by 33%`, `up from 65`. Where no word near the
figure says that it changed, it did not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from wwc_cli.importers.metrics import qualifiers
from wwc_cli.importers.metrics.tokens import DASHES, HYPHENS

if TYPE_CHECKING:
    from wwc_cli.core.records import Direction
    from wwc_cli.importers.metrics.tokens import Words

Change = Literal["increase", "decrease", "better", "worse"]

_WORDS: dict[Change, str] = {
    "increase": "increase increases increased increasing rise rises rose risen rising grow grows"
    " grew grown growing growth gain gains gained gaining jump jumps jumped jumping surge surged"
    " surging climb climbed climbing soared boost boosts boosted boosting raise raised raising"
    " expand expanded expanding expansion uptick spike spiked up higher more greater doubled"
    " doubling tripled tripling quadrupled quadrupling skyrocketed multiplied larger bigger"
    " aumentó aumento aumentar incremento incrementó aumentou crecimiento crecieron subió",
    "decrease": "decrease decreases decreased decreasing decline declines declined declining"
    " reduction reductions reduce reduces reduced reducing drop drops dropped dropping fall falls"
    " fell fallen falling cut cuts cutting shrink shrank shrunk lower lowered lowering lowers"
    " fewer less down eliminate eliminates eliminated eliminating slash slashed slashing halved"
    " halving shorten shortened shortening shorter plunged plummeted dip dipped decreasingly"
    " sank shed curbed trimmed quicker faster"
    " redujo reducción reducir disminuyó disminución bajó cayó caída redução reduziu queda"
    " diminuiu reducido",
    "better": "improve improves improved improving improvement improvements enhanced",
    "worse": "worsen worsened worsening",
}
_CHANGE_OF: dict[str, Change] = {
    word: change for change, words in _WORDS.items() for word in words.split()
}
AFTER = frozenset(
    "increase increases rise growth gain jump surge boost uptick spike expansion more higher"
    " greater larger bigger decrease decreases decline reduction reductions drop drops fall cut"
    " fewer less lower faster quicker shorter improvement dip aumento incremento reducción"
    " disminución redução queda".split()
)
_COMPARATIVES = frozenset("more less higher greater larger bigger lower faster quicker".split())
_SHARES = frozenset("percent points point times fold hundred thousand million billion".split())
# What may stand between a figure and its change: a 40 percent annual increase.
_BETWEEN = frozenset(
    "annual yearly overall total average net year-over-year year over month monthly relative"
    " estimated further significant citywide de statistically average".split()
)
SAVING = frozenset("save saves saved saving savings freed freeing avoided prevented".split())
_LESS_IS_BETTER = frozenset(
    "time times wait waits waiting delay delays turnaround processing crime crimes congestion"
    " emissions costs overcrowding backlog".split()
)
_BREAKS = frozenset(". ; : — – which while where who whose because".split())


def direction(words: Words, *, first: int, inside: int, last: int, start: int) -> Direction:
    """Return which way the figure from token *first* to before *last* went.

    *inside* is where the noun that it counts begins (15,000 fewer homes). *start* is where the
    figure before it ends: what is said of that one is not said of this.
    """
    if follows := _following(words, inside) or _following(words, last):
        return _plain(follows, words, last)
    if is_saved(words, first=first, last=last, start=start):
        return "none"
    if leads := _leading(words, first, start):
        return _plain(leads[0], words, leads[1])
    return _apposed(words, last) or "none"


def between(start: float, end: float) -> Direction:
    """Return the way from one level to another."""
    return "increase" if end > start else "decrease" if end < start else "none"


def _plain(change: Change, words: Words, at: int) -> Direction:
    """Return a change as it is recorded; what is better is fewer for waits, crimes, costs."""
    if change in ("increase", "decrease"):
        return "increase" if change == "increase" else "decrease"
    falls = bool(_LESS_IS_BETTER & set(words.lows(at - 2, at + 7)))
    return "decrease" if falls is (change == "better") else "increase"


def _following(words: Words, at: int) -> Change | None:
    """Return the change told right after a figure: `36% decrease`, `15,000 fewer homes`."""
    if words.low(at) in HYPHENS and words.is_glued(at):
        at += 1
    while words.low(at) in _BETWEEN:
        at += 1
    low = words.low(at)
    if low in ("below", "above") and words[at + 1].is_number:
        return "decrease" if low == "below" else "increase"  # 25% below 2005 levels
    if low in AFTER:
        is_of_noun = words[at - 1].is_word and words.low(at - 1) not in _SHARES
        if low in _COMPARATIVES and is_of_noun and words.low(at + 1) != "than":
            return None  # 40 residents more likely to apply
        return _CHANGE_OF[low]
    return None


def is_saved(words: Words, *, first: int, last: int, start: int) -> bool:
    """Tell whether a figure is an amount saved, which has gone nowhere."""
    near = words.lows(max(start, first - 9), first)
    if "by" in near[-2:]:
        return False
    if words.low(last) == "in" and {"savings"} & set(words.lows(last, last + 4)):
        return True
    return bool(SAVING & set(near[_last_break(near) :]))


def _last_break(near: list[str]) -> int:
    return next((at for at in range(len(near) - 1, -1, -1) if near[at] in _BREAKS), -1) + 1


def _leading(words: Words, first: int, start: int) -> tuple[Change, int] | None:
    """Return the change that the words before a figure tell, and where its word stands.

    `fell by 22%`, `to 85%` after a change, `a drop of 10%`, `up 12%`, `eliminated 424 tons`.
    """
    at = qualifiers.before(words, first)
    low = words.low(at)
    if (
        low == "to"
        and words.low(first - 1) in ("just", "only")
        and "from" in words.lows(at - 9, at)
    ):
        return "decrease", at  # from weeks of paper to just one form
    if low in ("by", "to", "of", "en", "em", "de") or words.low(first - 1) == "another":
        # `another 24%` and `thefts by 26%` go with the change of the figure before.
        is_noun = low in ("of", "de")
        return _nearest(words, at + 1, start if is_noun else at - 25, is_noun=is_noun)
    if low in _CHANGE_OF and low not in ("more", "less", "fewer", "higher", "lower"):
        return _CHANGE_OF[low], at
    if words[first - 1].text in ("+", "−", "-") and words[first].is_number:
        return ("increase" if words[first - 1].text == "+" else "decrease"), at
    return None


def _nearest(words: Words, at: int, reach: int, *, is_noun: bool) -> tuple[Change, int] | None:
    """Return the nearest change before a place; a stop ends the search."""
    floor = max(reach, at - 3) if is_noun else max(reach, 0)
    for place in range(at - 1, floor - 1, -1):
        low = words.low(place)
        if low in _BREAKS:
            return None
        if is_noun and low.removesuffix("s") not in AFTER:
            continue
        if low in _CHANGE_OF and not _is_no_change(words, place):
            return _CHANGE_OF[low], place
    return None


def _is_no_change(words: Words, at: int) -> bool:
    """Tell whether a word of change is none here: more than, up to, follow up."""
    low, following = words.low(at), words.low(at + 1)
    return (
        (low in ("more", "less", "fewer", "higher", "lower", "greater") and following != "by")
        or (low in ("up", "down") and following not in ("by", "from"))
        or (low == "cut" and words.low(at - 1) == "-")
    )


def _apposed(words: Words, last: int) -> Direction | None:
    """Return the change told beside a figure: `10,400 votes, five times more than in 2022`."""
    at = last
    while at < last + 14 and words.low(at) not in ("—", "–", ",", "(", "-", "", ".", ";"):
        at += 1
    if words.low(at) not in (*DASHES, ",", "(") or (
        words.low(at) in HYPHENS and words.is_glued(at)
    ):
        return None
    ahead = words.lows(at + 1, at + 9)
    if ahead[:1] in (["up"], ["down"]) and len(ahead) > 1:
        return "increase" if ahead[0] == "up" else "decrease"
    told = next((word for word in ahead if word in AFTER), None)
    if told is None or not _is_measure_of_change(ahead[: ahead.index(told)]):
        return None
    following = ahead[ahead.index(told) + 1 :][:1]
    if following not in (["than"], ["from"], ["over"], ["since"], ["compared"]):
        return None
    return _plain(_CHANGE_OF[told], words, at)


def _is_measure_of_change(words: list[str]) -> bool:
    """Tell whether words measure the change after them: `five times`, `a 20 percent`."""
    return bool({"times", "%", "percent", "an", "a"} & set(words)) and len(words) < 6


def tells(words: Words, first: int, last: int) -> bool:
    """Tell whether a word of change stands between two tokens."""
    return any(
        words.low(at) in _CHANGE_OF and not _is_no_change(words, at)
        for at in range(max(first, 0), max(last, 0))
    )


def is_changing(low: str) -> bool:
    """Tell whether a word is a verb or noun of change: cut, reduced."""
    return low in _CHANGE_OF and low not in ("more", "less", "fewer", "higher", "lower")


def told_direction(words: Words) -> Direction:
    """Return the way a sentence without a figure tells of; `none` where it tells of both."""
    ways: set[Direction] = set()
    for at in range(len(words)):
        change = _CHANGE_OF.get(words.low(at))
        if change in ("increase", "decrease") and not _is_vague(words, at):
            ways.add("increase" if change == "increase" else "decrease")
        elif change == "better":
            ways.add(_plain(change, words, at))
    return ways.pop() if len(ways) == 1 else "none"


def _is_vague(words: Words, at: int) -> bool:
    """Tell whether a word of change compares or joins rather than tells of a change."""
    if words.is_glued(at) or (words.is_glued(at + 1) and words.low(at + 1) in HYPHENS):
        return True
    if words.low(at + 1) == "than" and words[at + 2].is_number:
        return True
    if words.low(at) in ("up", "down"):
        return not {"is", "are", "was", "were", "went"} & set(words.lows(at - 2, at))
    return words.low(at) in ("more", "less", "greater", "larger", "bigger", "cut")
