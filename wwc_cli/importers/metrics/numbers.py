"""Written numbers → values, and which numbers of a sentence may be figures at all.

`1,200`, `5.6 billion`, `twenty-five`, `a dozen`, `two million`. Years, dates, times of day,
telephone numbers, ordinals, numbers in names and lists are none. What a number counts is for
units.py.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wwc_cli.importers.metrics.tokens import DASHES, HYPHENS
from wwc_cli.shape import Shape

if TYPE_CHECKING:
    from wwc_cli.importers.metrics.tokens import Words

MONTHS = {
    word: number
    for number, words in enumerate(
        "jan january|feb february|mar march|apr april|may|jun june|jul july|aug august"
        "|sep sept september|oct october|nov november|dec december".split("|"),
        start=1,
    )
    for word in words.split()
}
_SMALL = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
        " fifteen sixteen seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: value * 10
    for value, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    )
}
_SCALES = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9}
_SCALES |= {"trillion": 10**12, "dozen": 12}
_SCALES |= {"millones": 10**6, "millón": 10**6, "milhões": 10**6, "milhão": 10**6, "mil": 10**3}
_LETTERS = {"k": 10**3, "m": 10**6, "mm": 10**6, "b": 10**9, "bn": 10**9}
_MOST_DIGITS = 15  # a longer number is no figure of a city, and floats would round it

# Signs that may touch a number's first digit.
_OPENING = frozenset("$([{“\"‘'~≈<>+=;|•·*") | DASHES - HYPHENS
_SHORT_NUMBERS = frozenset("911 311 211 411 511 711 811 988".split())  # dialed
_LABELS = frozenset(
    "no zone phase section title level category district ward goal article chapter tier grade"
    " grades route highway interstate step figure table page pages week unit floor precinct volume"
    " version part round class bill proposition prop ordinance resolution code line number episode"
    " season age ages aged sdg covid item suite box apt pier exit terminal gate agenda".split()
)
_ADDRESS = frozenset("street st avenue ave road rd boulevard blvd drive lane way floor".split())
# What may stand capitalized before a number without making it part of a name.
_NO_NAME = frozenset(
    "a about above added additional almost an and another approximately around as at average"
    " below between but by completed created cut down employed engaged established eventually"
    " every exactly exceeding expanded fewer for from gained gave grew had has helped helping"
    " hired in increased installed invested is issued just launched least less like linked local"
    " maintained maintains mapped meanwhile more most nearly now of on only opened or over past"
    " planted planting provided raised reached reduced relocated roughly saved saving secured"
    " served since some surveyed than the these those through to together took top total trained"
    " under up usd via welcomed where which with within won".split()
)
_MERIDIEM = frozenset({"am", "pm", "o'clock", "oclock"})


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


def value_of(digits: str, *, is_english: bool = True) -> float | None:
    """Return the value of a run of digits with commas and stops; `None` where that is not sure.

    `1.200` is unclear in English; elsewhere a sign before three digits parts the thousands.
    """
    if len(digits) > _MOST_DIGITS or (len(digits) > 1 and digits[0] == "0" and digits[1] != "."):
        return None
    if re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d{1,2})?", digits):
        return _tidy(digits.replace(",", ""))
    if re.fullmatch(r"\d{1,3}(\.\d{3}){2,}", digits):
        return _tidy(digits.replace(".", ""))
    if not is_english and re.fullmatch(r"[1-9]\d{0,2}\.\d{3}(,\d{1,2})?", digits):
        return _tidy(digits.replace(".", "").replace(",", "."))
    if not is_english and re.fullmatch(r"\d+,\d{1,2}", digits):
        return _tidy(digits.replace(",", "."))
    if re.fullmatch(r"\d+(\.(\d{1,2}|\d{4,}))?", digits):
        return _tidy(digits)
    return None


def _tidy(digits: str) -> float:
    """Return whole numbers as integers."""
    return _whole(float(digits))


def _whole(value: float) -> float:
    return int(value) if value == int(value) else round(value, 6)


def find(words: Words, *, is_english: bool = True) -> list[Number]:
    """Return the numbers of a sentence that may be figures, in order; none overlap."""
    numbers: list[Number] = []
    at = 0
    while at < len(words):
        number = _number(words, at, is_english=is_english)
        if number is None:
            at = _after_chain(words, at)
            continue
        if not _is_trap(words, number):
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
        return not words.is_glued(at - 1) or _is_range_end(words, at)
    return before.text in _OPENING or before.text == "#"


def _is_range_end(words: Words, at: int) -> bool:
    """Tell whether digits end a range such as `10-15%`, not a chain such as 555-1234."""
    if words.low(at - 1) not in HYPHENS or (words.is_glued(at + 1) and words.low(at + 1) in "-/:"):
        return False
    start, end = words[at - 2], words[at]
    if start.text == "%" and words[at - 3].is_number:
        start = words[at - 3]
    if not start.is_number or len(start.text) > 8:
        return False
    low, high = value_of(start.text), value_of(end.text)
    is_measured = words.low(at + 1) in ("%", "percent") or words[at + 1].is_word
    return low is not None and high is not None and low < high and is_measured


def _with_scale(words: Words, number: Number) -> Number:
    """Return a number with thousand, million, K or M after it, and a plus sign."""
    value, at = number.value, number.last
    if words.has(at, "and", "a", "half"):
        value, at = value + 0.5, at + 3
    hyphen = 1 if words.low(at) in HYPHENS and words.low(at + 1) in _SCALES else 0
    if (scale := words.low(at + hyphen)) in _SCALES:
        value, at = value * _SCALES[scale], at + hyphen + 1
        if scale == "hundred" and words.low(at) == "thousand":
            value, at = value * 1000, at + 1
        if words.low(at) in ("de", "of") and scale.startswith("mil"):
            at += 1
    elif _is_letter_of_scale(words, at, has_currency=bool(number.currency)):
        value, at = value * _LETTERS[scale], at + 1
    has_plus = words.is_glued(at) and words.low(at) == "+"
    if has_plus and words[at + 1].is_number and words.is_glued(at + 1):
        has_plus = False
    return number.replaced(value=_whole(value), last=at + has_plus, has_plus=has_plus)


def _is_letter_of_scale(words: Words, at: int, *, has_currency: bool) -> bool:
    """Tell whether a letter stands for thousand, million or billion: $85K, not 10K-run."""
    if not words.is_glued(at) or words.low(at) not in _LETTERS:
        return False
    if words.is_glued(at + 1) and (words[at + 1].is_number or words.low(at + 1) in HYPHENS):
        return False
    return has_currency or words[at].text in "kKM"


def _in_words(words: Words, at: int) -> Number | None:
    """Return a number in words that begins here: `eighty`, `twenty-five`, `two hundred`."""
    low = words.low(at)
    value = float(_SMALL.get(low, -1)) if low in _SMALL else float(_TENS.get(low, -1))
    if value < 0 or (words.is_glued(at) and words.low(at - 1) not in _OPENING):
        return None
    end = at + 1
    if low in _TENS:
        step = 2 if words.low(end) in HYPHENS else 1
        ones = _SMALL.get(words.low(at + step), 0)
        if 0 < ones < 10 and (step == 2 or words.low(at + 2) not in HYPHENS):
            value, end = value + ones, at + step + 1
    number = _with_scale(words, Number(at, end, _whole(value), is_written=True))
    if value == 1 and number.last == end and not _is_one_counted(words, at):
        return None
    if words.low(number.last) == "and" and words.low(number.last + 1) in _SMALL and value >= 100:
        return None
    return number


def _is_one_counted(words: Words, at: int) -> bool:
    """Tell whether *one* is a number: one in ten, from one to 14, to just one day."""
    following = words.low(at + 1) in ("in", "out", "to", "day", "hour", "minute", "week", "month")
    return following and (words.low(at + 1) in ("in", "out") or _is_after_to(words, at))


def _is_after_to(words: Words, at: int) -> bool:
    return bool({"to", "from", "by"} & set(words.lows(at - 3, at)))


def is_year(words: Words, at: int) -> bool:
    """Tell whether a token is a year: four digits, and neither money nor a share."""
    text = words[at].text
    if len(text) != 4 or not text.isdecimal() or not text.isascii():
        return False
    if not 1900 <= int(text) <= 2100 or words.low(at - 1) == "$":
        return False
    return words.low(at + 1) not in ("%", "percent", "+", "million", "billion", "thousand")


def _is_trap(words: Words, number: Number) -> bool:
    """Tell whether a number is surely or perhaps no figure."""
    first, last = number.first, number.last
    if number.currency:
        return False
    before, after, text = words[first - 1], words[last], words[last - 1].text
    is_share = after.low in ("%", "percent", "per cent", "percentage")
    if is_year(words, first) and last == first + 1:
        return True
    if words[first].text in _SHORT_NUMBERS and last == first + 1 and not is_share:
        return True
    # Ordinals and marks (18th, 3D, 90s), fractions and parts (24/7, two-thirds, 5:30).
    if words.is_glued(last) and ((after.is_word and after.low != "x") or after.low in "/°"):
        return True
    if words.is_glued(last) and after.low == ":" and words[last + 1].is_number:
        return True
    if words.is_glued(last) and after.low in HYPHENS and not _may_follow_hyphen(words, last):
        return True
    # Times of day and dates.
    if after.low in _MERIDIEM or (after.low in ("a", "p") and words.low(last + 1) == "."):
        return True
    if after.low in ("a", "p") and words.has(last + 2, "m"):
        return True
    if after.low in MONTHS and after.is_capitalized:
        return True
    if before.low in MONTHS and before.is_capitalized and number.value <= 31:
        return True
    # 1. First item, (2) Second, 3) Third.
    if first <= 1 and after.low in (".", ")") and last < len(words) - 1 and text.isdecimal():
        return True
    if before.low in _LABELS and not number.is_written and not is_share:
        return True
    if before.low == "#" or before.low in ("per", "every", "each"):
        return True
    if words.has(first - 2, "instead", "of") or words.has(first - 2, "rather", "than"):
        return True
    if number.value in _WHOLES and _is_whole_of_share(words, first):
        return True
    if _is_age(words, number) or _is_address(words, number):
        return True
    if number.is_written and not is_share:
        is_known = before.low in ("the", "these", "those", "both") and number.value < 13
        if is_known or words.is_name(first):
            return True  # the two cities, Ada Two Trees
    return not is_share and words.is_name(first - 1) and _is_part_of_name(words, first)


_WHOLES = frozenset((3, 4, 5, 10, 100, 1000, 10_000, 100_000))


def _is_whole_of_share(words: Words, first: int) -> bool:
    """Tell whether a number is that of which others are a part: four in ten, 9 out of 10."""
    if words.low(first - 1) == "of":
        return words.low(first - 2) == "out"
    before = words[first - 2]
    is_part = before.is_number or before.low in _SMALL or words.low(first - 3) in _SMALL
    return words.low(first - 1) == "in" and is_part


def _may_follow_hyphen(words: Words, at: int) -> bool:
    """Tell whether a hyphen after a number parts it from a percent or the end of a range."""
    return words.low(at + 1) in ("percent", "fold") or (
        words[at + 1].is_number and _is_range_end(words, at + 1)
    )


def _is_part_of_name(words: Words, first: int) -> bool:
    before = words[first - 1]
    if before.low in _NO_NAME or words[first].text != words[first].low:
        return False
    return before.is_word and not before.low.endswith("ed")


def _is_age(words: Words, number: Number) -> bool:
    """Tell whether a number is somebody's age: 65 years and older, 11 to 17 years old."""
    at = number.last
    if words.low(at) in DASHES or words.low(at) in ("to", "and", "through"):
        at += 2
    if words.low(at) in ("and", "or") and words.low(at + 1) in ("older", "over", "up", "younger"):
        return True
    if words.low(at) in ("years", "year", "months"):
        return (
            words.low(at + 1) in ("old", "younger", "older")
            or words.has(at + 1, "of", "age")
            or (words.low(at + 1) in ("and", "or") and words.low(at + 2) in _OLDER)
        )
    near = words.lows(number.first - 3, number.first)
    return any(
        word in ("age", "ages", "aged") and set(near[at + 1 :]) <= _AGED
        for at, word in enumerate(near)
    )


_AGED = frozenset("between from under over above of and to".split())
_OLDER = frozenset("older over up younger above under".split())


def _is_address(words: Words, number: Number) -> bool:
    """Tell whether a house number: 45 Main Street."""
    if number.last != number.first + 1 or not words.is_name(number.last):
        return False
    ahead = words.tokens[number.last : number.last + 4]
    return any(token.is_capitalized and token.low in _ADDRESS for token in ahead[1:])
