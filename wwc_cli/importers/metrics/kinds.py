"""What sort of figure a figure is: outcome, output, context or target, by the words around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wwc_cli.importers.metrics.changes import SAVING

if TYPE_CHECKING:
    from wwc_cli.core.records import Direction, MetricKind
    from wwc_cli.importers.metrics.tokens import Words

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


def kind(words: Words, *, at: int, unit: str | None, way: Direction) -> MetricKind:
    """Return what sort of figure stands at a token: aimed at, changed, done, or context."""
    clause = _clause(words, at)
    if _is_target(clause):
        return "target"
    said = set(clause)
    if way != "none":
        counted = unit in _THINGS and not said & {"crime", "crimes", "emissions"}
        return "output" if counted and way == "increase" else "outcome"
    if said & SAVING:
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


_ENDS = (",", ";", "—", ".", "–")


def _clause(words: Words, at: int) -> list[str]:
    """Return the words around a figure, to the commas and stops on both sides."""
    first = last = at
    while first > max(0, at - 30) and words.low(first - 1) not in (*_ENDS, ":"):
        first -= 1
    while last < min(len(words), at + 30) and words.low(last) not in _ENDS:
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
