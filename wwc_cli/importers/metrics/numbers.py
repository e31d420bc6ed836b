"""The numbers of a sentence that may be figures, with their values.

`1,200`, `5.6 billion`, `twenty-five`, `a dozen`, `two million`. Those that are none are for
traps.py, what a number counts for units.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wwc_cli.importers.metrics.spelled import LETTERS, SCALES, SMALL, TENS, tidy, value_of
from wwc_cli.importers.metrics.tokens import DASHES, HYPHENS
from wwc_cli.importers.metrics.traps import is_range_end, is_trap
from wwc_cli.shape import Shape

if TYPE_CHECKING:
    from wwc_cli.importers.metrics.tokens import Words

# Signs that may touch a number's first digit.
_OPENING = frozenset("$([{“\"‘'~≈<>+=;|•·*") | DASHES - HYPHENS


class Number(Shape):
    """A number from token *first* to before token *last*, scale and plus sign included.

    *currency* is what is printed before it.
    """

    first: int
    last: int
    value: float
    is_written: bool = False
    currency: str = ""
    has_plus: bool = False


def find(words: Words, *, is_english: bool = True) -> list[Number]:
    """Return the numbers of a sentence that may be figures, in order; none overlap."""
    numbers: list[Number] = []
    at = 0
    while at < len(words):
        number = _number(words, at, is_english=is_english)
        if number is None:
            at = _after_chain(words, at)
            continue
        if not is_trap(words, number):
            numbers.append(number)
        at = number.last
    return numbers


def _after_chain(words: Words, at: int) -> int:
    """Return the place after a token and, if it is a number, all that is glued to it by signs."""
    if not words[at].is_number:
        return at + 1
    at += 1
    while words.is_glued(at) and (words[at].is_number or words.low(at) in "-/:."):
        at += 1
    return at


def _number(words: Words, at: int, *, is_english: bool) -> Number | None:
    token = words[at]
    first, currency = _currency(words, at)
    if token.is_number:
        value = value_of(token.text, is_english=is_english)
        if value is None or not _begins_here(words, at, first):
            return None
        number = Number(first, at + 1, value, currency=currency)
        return _with_scale(words, number)
    if words.low(at - 1) == "half":
        return None
    if token.low in ("a", "an") and words.low(at + 1) in ("hundred", "thousand", "million"):
        return _with_scale(words, Number(at, at + 1, 1, is_written=True))
    if token.low in ("a", "an") and words.low(at + 1) == "dozen":
        return Number(at, at + 2, 12, is_written=True)
    return _in_words(words, at)


def _currency(words: Words, at: int) -> tuple[int, str]:
    """Return where a number with its sign of money begins, and what the money is called."""
    sign = words.low(at - 1)
    if sign in ("usd", "us"):
        return at - 1, "usd" if sign == "usd" else ""
    if sign in ("clp", "cop", "mxn", "ars", "cad", "aud", "brl", "eur", "gbp"):
        return at - 1, sign
    if not sign or sign not in "$€£¥₡₲₱":
        return at, ""
    before = words.low(at - 2)
    if sign == "$" and before in ("usd", "us", "s", "."):
        return at - 2, "usd"
    if sign == "$" and words.is_glued(at - 1) and words[at - 2].is_word:
        return at - 2, before + sign  # R$, C$, MX$: other money
    if sign == "$" and before in ("clp", "cop", "mxn", "cad", "aud"):
        return at - 2, before
    return at - 1, sign


def _begins_here(words: Words, at: int, first: int) -> bool:
    """Tell whether digits stand free: not COVID-19, not 555-1234, not v2.1, not example.com/3."""
    if first < at or not words.is_glued(at):
        return True
    before = words[at - 1]
    if before.text in HYPHENS or before.text == "+":
        # A sign before a change (+40%), or the second half of a range (2-3 days).
        return not words.is_glued(at - 1) or is_range_end(words, at)
    return before.text in _OPENING or before.text == "#"


def _with_scale(words: Words, number: Number) -> Number:
    """Return a number with thousand, million, K or M after it, and a plus sign."""
    value, at = number.value, number.last
    if words.has(at, "and", "a", "half"):
        value, at = value + 0.5, at + 3
    hyphen = 1 if words.low(at) in HYPHENS and words.low(at + 1) in SCALES else 0
    if (scale := words.low(at + hyphen)) in SCALES:
        value, at = value * SCALES[scale], at + hyphen + 1
        if scale == "hundred" and words.low(at) == "thousand":
            value, at = value * 1000, at + 1
        if words.low(at) in ("de", "of") and scale.startswith("mil"):
            at += 1
    elif _is_letter_of_scale(words, at, has_currency=bool(number.currency)):
        value, at = value * LETTERS[scale], at + 1
    has_plus = words.is_glued(at) and words.low(at) == "+"
    if has_plus and words[at + 1].is_number and words.is_glued(at + 1):
        has_plus = False
    return number.replaced(value=tidy(value), last=at + has_plus, has_plus=has_plus)


def _is_letter_of_scale(words: Words, at: int, *, has_currency: bool) -> bool:
    """Tell whether a letter stands for thousand, million or billion: $85K, not 10K-run."""
    if not words.is_glued(at) or words.low(at) not in LETTERS:
        return False
    if words.is_glued(at + 1) and (words[at + 1].is_number or words.low(at + 1) in HYPHENS):
        return False
    return has_currency or words[at].text in "kKM"


def _in_words(words: Words, at: int) -> Number | None:
    """Return a number in words that begins here: `eighty`, `twenty-five`, `two hundred`."""
    low = words.low(at)
    value = float(SMALL.get(low, -1)) if low in SMALL else float(TENS.get(low, -1))
    if value < 0 or (words.is_glued(at) and words.low(at - 1) not in _OPENING):
        return None
    end = at + 1
    if low in TENS:
        step = 2 if words.low(end) in HYPHENS else 1
        ones = SMALL.get(words.low(at + step), 0)
        if 0 < ones < 10 and (step == 2 or words.low(at + 2) not in HYPHENS):
            value, end = value + ones, at + step + 1
    number = _with_scale(words, Number(at, end, tidy(value), is_written=True))
    if value == 1 and number.last == end and not _is_one_counted(words, at):
        return None
    if words.low(number.last) == "and" and words.low(number.last + 1) in SMALL and value >= 100:
        return None
    return number


def _is_one_counted(words: Words, at: int) -> bool:
    """Tell whether *one* is a number: one in ten, from one to 14, to just one day."""
    following = words.low(at + 1) in ("in", "out", "to", "day", "hour", "minute", "week", "month")
    return following and (words.low(at + 1) in ("in", "out") or _is_after_to(words, at))


def _is_after_to(words: Words, at: int) -> bool:
    return bool({"to", "from", "by"} & set(words.lows(at - 3, at)))
