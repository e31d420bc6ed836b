"""What a figure is about, in a few words of its sentence, found by its grammar alone.

A subject is for reading and for putting figures side by side; it decides nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wwc_cli.importers.metrics import qualifiers
from wwc_cli.importers.metrics.tokens import HYPHENS
from wwc_cli.importers.metrics.units import STOPS

if TYPE_CHECKING:
    from wwc_cli.importers.metrics.tokens import Words
    from wwc_cli.importers.metrics.units import Counted

_MOST = 8  # words of a subject
_CHANGED = frozenset(
    "increase increases rise growth gain jump surge boost uptick spike expansion decrease decreases"
    " decline reduction reductions drop drops fall cut dip improvement doubling tripling".split()
)
_VERBS = frozenset(
    "increased decreased rose fell dropped declined grew cut cuts reduced reduce reduces reducing"
    " increase increases increasing rising falling went jumped climbed surged shrank slashed"
    " lowered raised improved doubled tripled quadrupled halved has have had was were is are been"
    " being up down saw will helped that which boosted expanded expanding cutting improving".split()
)
# Verbs that follow a subject: 4% of streets account for most crashes.
_PREDICATES = frozenset(
    "account accounts said say says use used uses draw draws live lives participate participated"
    " took take takes found find finds report reported received receive get got join joined spend"
    " rated felt agree agreed feel benefit benefitted benefited gave give now also".split()
)
_LED = frozenset("built led won held cut made gave set put ran began".split())
_DETERMINERS = frozenset(
    "fewer more additional the a an its their our his her this these those all".split()
)
_OVER = frozenset(
    "in between from since compared while when which that who where to for after before during"
    " by with through across as at on over than and or rather a per each annually".split()
)


def of_figure(words: Words, *, first: int, counted: Counted, before: str) -> str:
    """Return the subject of the figure that begins at *first* and counts *counted*.

    *before* is the subject of the figure before it, which one that says nothing itself shares.
    """
    unit, last = counted.unit, counted.last
    if unit == "times":
        found = _of_multiple(words, first, last)
    elif unit in _SHARES:
        found = _of_share(words, first, last)
    elif unit in _MONEY:
        found = _before_change(words, first) or _after(words, last, _FOR_MONEY)
    elif unit in _MEASURES:
        found = _before_change(words, first) or _after(words, last)
    elif unit == "rank":
        found = _phrase(words, last + (words.low(last) in ("among", "in", "of")))
    elif last <= first:
        found = _backwards(words, last - 1)  # the number of clinics grew to 19
    else:
        found = _phrase(words, counted.first, reach=last)
    return before or of_sentence(words) if _is_weak(found) else found


def _of_multiple(words: Words, first: int, last: int) -> str:
    if words.low(first).endswith("ed"):
        if qualifiers.before(words, first) < 0:
            return _phrase(words, first + 1)  # Doubled the number of bike lanes
        return _before_change(words, first) or _backwards(words, first - 1)
    if words.low(first).endswith("ing") and words.low(first + 1) == "of":
        return _phrase(words, first + 2)
    at = last
    while words.low(at) in ("as", "many", "much", "more", "higher", "greater", "fewer", "lower"):
        at += 1
    found = _phrase(words, at)
    return found or _before_change(words, first)


def _is_weak(subject: str) -> bool:
    """Tell whether a subject says nothing by itself."""
    return not subject or subject.partition(" ")[0] in _WEAK


_WEAK = frozenset(
    "higher more as lower fewer greater compared below above it per percent rather minutes hours"
    " days weeks months years they instead each between us usd dollars".split()
)
_SHARES = frozenset(("percent", "percentage points", "in ten", "per thousand"))
_MONEY = frozenset(("USD", "CLP", "COP"))
_FOR_MONEY = ("of", "in", "on", "for", ":")
_MEASURES = frozenset(
    (
        *("minutes", "hours", "days", "weeks", "months", "years", "clicks", "miles", "meters"),
        *("square meters", "square feet", "metric tons CO2e", "kWh"),
    )
)


def _of_share(words: Words, first: int, last: int) -> str:
    at = last
    if words.low(at) in ("are", "is", "were", "was") and words[at + 1].is_word:
        return _phrase(words, at + 1)
    while words.low(at) in ("annual", "more", "fewer", "less", "higher", "lower", "additional"):
        if words[at + 1].is_word and words.low(at + 1) not in STOPS and at == last:
            return _phrase(words, at + 1)
        at += 1
    if words.low(at) in _CHANGED:
        at += 1
        return _phrase(words, at + 1) if words.low(at) in ("in", "of", "to") else ""
    if words.low(at) in _CHANGED or words.low(at + 1) in _CHANGED:
        return _phrase(words, at + 3) if words.low(at + 2) in ("in", "of") else ""
    if found := _before_change(words, first):
        return found
    return _after(words, last)


def _after(words: Words, last: int, joints: tuple[str, ...] = ("of", "in", ":")) -> str:
    at = last + (words.low(last) in joints)
    return _phrase(words, at) if at > last or words[last].is_word else ""


def _before_change(words: Words, first: int) -> str:
    """Return what a verb before the figure says changed: `Robberies fell by 22%`."""
    at = qualifiers.before(words, first)
    if words.low(at) in ("by", "to", "from", "of", "and", "at", "another", "between"):
        at -= 1
    if words.low(at) in _VERBS:
        while words.low(at) in _VERBS and at > 0:
            at -= 1
        return _backwards(words, at)
    if words.low(at + 1) in ("by", "to", "from"):
        return _backwards(words, at)
    return ""


def _backwards(words: Words, at: int) -> str:
    """Return the phrase that ends at a token, back to the verb, comma or figure before it."""
    end, low = at + 1, words.low(at)
    while at >= 0 and end - at <= _MOST + 4:
        low = words.low(at)
        if low in _VERBS or low == "and" or not (words[at].is_word or low in HYPHENS):
            break
        if low in ("from", "in", "by") and end - at > 4:
            end = at
        at -= 1
    return _tidy(words, at + 1, end)


def _phrase(words: Words, start: int, *, reach: int = 0) -> str:
    """Return the phrase from a token on, with one `of …`, at least up to *reach*."""
    at, has_more = start, False
    while words.low(at) in _DETERMINERS:
        at += 1
    start = at
    while at - start < _MOST + 2:
        token = words[at]
        is_gas = token.is_number and words.low(at - 1) == "co"
        if not (token.is_word or is_gas or (token.text in HYPHENS and words.is_glued(at))):
            break
        if at >= reach and token.low in ("of", "with", "to") and not has_more and at > start:
            if token.low == "to" or not words[at + 1].is_word:
                break
            has_more = True
        elif at >= max(reach, start + 1) and (
            token.low in _OVER | _VERBS | _PREDICATES or (reach and not has_more)
        ):
            break
        elif at == start and token.low in _OVER | _VERBS:
            return ""
        at += 1
    return _tidy(words, start, at)


def of_sentence(words: Words) -> str:
    """Return the words with which a sentence begins, for one whose figures are not sure."""
    at = 0
    if words.low(0) in _OVER and "," in words.lows(0, 9):
        at = words.lows(0, 9).index(",") + 1  # In 2021, the city …
    if words.low(at).endswith(("ed", "ing")) or words.low(at) in _LED:
        at += 1
    if found := _phrase(words, at):
        return found
    last = at
    while last < min(len(words), at + _MOST) and (words[last].is_word or words[last].is_number):
        last += 1
    return _tidy(words, at, last or min(1, len(words)))


def _tidy(words: Words, first: int, last: int) -> str:
    while first < last and words.low(first) in _DETERMINERS | {"in", "of", "and", "that"}:
        first += 1
    if words.has(first, "number", "of"):
        first += 2
    while last > first + 1 and (words.low(last - 1) in STOPS or words[last - 1].text in HYPHENS):
        last -= 1
    shown = ""
    for at in range(first, min(last, first + _MOST + 2)):
        token = words[at]
        text = token.text
        if (at == 0 or words.is_heading) and not text.isupper():
            text = token.text.lower()
        shown += text if not shown or token.glued else f" {text}"
    return shown
