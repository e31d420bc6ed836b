"""Which numbers of a sentence are no figures, or perhaps none.

Years, dates, times of day, telephone numbers, ordinals, labels (phase 2), ages, addresses, the
whole of a share (four in ten), numbers in names and lists.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wwc_cli.importers.metrics.spelled import MONTHS, SMALL, value_of
from wwc_cli.importers.metrics.tokens import DASHES, HYPHENS

if TYPE_CHECKING:
    from wwc_cli.importers.metrics.numbers import Number
    from wwc_cli.importers.metrics.tokens import Words

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


def is_trap(words: Words, number: Number) -> bool:
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
    is_part = before.is_number or before.low in SMALL or words.low(first - 3) in SMALL
    return words.low(first - 1) == "in" and is_part


def _may_follow_hyphen(words: Words, at: int) -> bool:
    """Tell whether a hyphen after a number parts it from a percent or the end of a range."""
    return words.low(at + 1) in ("percent", "fold") or (
        words[at + 1].is_number and is_range_end(words, at + 1)
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


def is_year(words: Words, at: int) -> bool:
    """Tell whether a token is a year: four digits, and neither money nor a share."""
    text = words[at].text
    if len(text) != 4 or not text.isdecimal() or not text.isascii():
        return False
    if not 1900 <= int(text) <= 2100 or words.low(at - 1) == "$":
        return False
    return words.low(at + 1) not in ("%", "percent", "+", "million", "billion", "thousand")


def is_range_end(words: Words, at: int) -> bool:
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
