"""Which way a figure went, how exact it is, and what sort of figure: by the words around it.

`36% decrease`, `fell by 22%`, `cut … by 56% and … by 33%`, `up from 65`. Where no word near the
figure says that it changed, it did not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from wwc_cli.importers.tokens import DASHES, HYPHENS

if TYPE_CHECKING:
    from wwc_cli.core.records import Direction, MetricKind, Qualifier
    from wwc_cli.importers.tokens import Words

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
_SAVING = frozenset("save saves saved saving savings freed freeing avoided prevented".split())
_LESS_IS_BETTER = frozenset(
    "time times wait waits waiting delay delays turnaround processing crime crimes congestion"
    " emissions costs overcrowding backlog".split()
)
_BREAKS = frozenset((".", ";", ":", "—", "–", "which", "while", "where", "who", "whose", "because"))
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

_TARGET = frozenset(
    "will goal goals target targets aim aims aimed aiming planned planning projected pledge"
    " pledged pledges committed expected anticipated anticipating anticipates expects hopes seeks"
    " intends scheduled slated envisions meta".split()
)
_TARGET_PHRASES = (("plans", "to"), ("plan", "to"), ("set", "to"), ("on", "track"), ("is", "to"))
_NO_TARGET = frozenset("population populations groups audience goals".split())
_OUTPUT = frozenset(
    "built build building constructed installed installing installation planted planting trained"
    " training created creating launched opened opening established added adding distributed"
    " distributing provided providing delivered relocated mapped inspected repaired repaved"
    " renovated hired digitized collected held hosted funded implemented served serving reached"
    " supported assisted helped connected enrolled registered completed launched published"
    " released surveyed engaged partnered processed answered invested awarded maintains maintained"
    " tracks issued housed benefitted benefited participated alumni number".split()
)
_OUTCOME = frozenset(
    "satisfied satisfaction diverted graduated graduates diploma diplomas saved saving savings"
    " improved accuracy respondents said say report reported resulting resulted led lives attend"
    " attendance on-time recovered employed success".split()
)
_CONTEXT = frozenset(
    "affected accounts account majority suffered damaged killed lost poverty unemployment national"
    " nationally nationwide facing".split()
)
_OF_PEOPLE = frozenset("population homeless unhoused live lives inhabitants home".split())


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
    return bool(_SAVING & set(near[_last_break(near) :]))


def _last_break(near: list[str]) -> int:
    return next((at for at in range(len(near) - 1, -1, -1) if near[at] in _BREAKS), -1) + 1


def _leading(words: Words, first: int, start: int) -> tuple[Change, int] | None:
    """Return the change that the words before a figure tell, and where its word stands.

    `fell by 22%`, `to 85%` after a change, `a drop of 10%`, `up 12%`, `eliminated 424 tons`.
    """
    at = before_qualifier(words, first)
    low = words.low(at)
    if low == "to" and words.low(first - 1) in ("just", "only") and "from" in words.lows(at - 9, at):
        return "decrease", at  # from months of waiting to just three clicks
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


def before_qualifier(words: Words, first: int) -> int:
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


def _apposed(words: Words, last: int) -> Direction | None:
    """Return the change told beside a figure: `10,254 votes —five times higher than in 2022`."""
    at = last
    while at < last + 14 and words.low(at) not in ("—", "–", ",", "(", "-", "", ".", ";"):
        at += 1
    if words.low(at) not in (*DASHES, ",", "("):
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
    if words.is_glued(at) or words.is_glued(at + 1) and words.low(at + 1) in HYPHENS:
        return True
    if words.low(at) in ("up", "down"):
        return not {"is", "are", "was", "were", "went"} & set(words.lows(at - 2, at))
    return words.low(at) in ("more", "less", "greater", "larger", "bigger", "cut")


def kind(words: Words, *, at: int, unit: str | None, way: Direction) -> MetricKind:
    """Return what sort of figure stands at a token: aimed at, changed, done, or context."""
    clause = _clause(words, at)
    if _is_target(clause):
        return "target"
    said = set(clause)
    if way != "none":
        counted = unit in _THINGS and not said & {"crime", "crimes", "emissions"}
        return "output" if counted and way == "increase" else "outcome"
    if said & _SAVING:
        return "outcome"
    if unit in ("percent", "in ten", "per thousand", "rank", "percentage points"):
        return _kind_of_share(said)
    is_place = unit in ("people", "families", "households") and bool(said & _OF_PEOPLE)
    if (said & _CONTEXT or is_place) and not said & _OUTPUT:
        return "context"
    return "outcome" if said & _OUTCOME and not said & _OUTPUT else "output"


_THINGS = frozenset("cameras facilities datasets dashboards devices units sites trees".split())


def _kind_of_share(said: set[str]) -> MetricKind:
    if said & _OUTCOME:
        return "outcome"
    return "output" if said & _OUTPUT and not said & _CONTEXT else "context"


def _clause(words: Words, at: int) -> list[str]:
    """Return the words around a figure, to the commas and stops on both sides."""
    first = last = at
    while first > max(0, at - 30) and words.low(first - 1) not in (",", ";", ":", "—", ".", "–"):
        first -= 1
    while last < min(len(words), at + 30) and words.low(last) not in (",", ";", "—", ".", "–"):
        last += 1
    return words.lows(first, last)


def _is_target(clause: list[str]) -> bool:
    pairs = zip(clause, [*clause[1:], ""], strict=False)
    for word, following in pairs:
        if word in _TARGET and following not in _NO_TARGET:
            return True
        if (word, following) in _TARGET_PHRASES:
            return True
    return False
