"""How numbers are written, in digits and in words → their values."""

from __future__ import annotations

import re

MONTHS = {
    word: number
    for number, words in enumerate(
        "jan january|feb february|mar march|apr april|may|jun june|jul july|aug august"
        "|sep sept september|oct october|nov november|dec december".split("|"),
        start=1,
    )
    for word in words.split()
}
SMALL = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
        " fifteen sixteen seventeen eighteen nineteen".split()
    )
}
TENS = {
    word: value * 10
    for value, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    )
}
SCALES = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9}
SCALES |= {"trillion": 10**12, "dozen": 12}
SCALES |= {"millones": 10**6, "millón": 10**6, "milhões": 10**6, "milhão": 10**6, "mil": 10**3}
LETTERS = {"k": 10**3, "m": 10**6, "mm": 10**6, "b": 10**9, "bn": 10**9}
_MOST_DIGITS = 15  # a longer number is no figure of a city, and floats would round it


def value_of(digits: str, *, is_english: bool = True) -> float | None:
    """Return the value of a run of digits with commas and stops; `None` where that is not sure.

    `1.200` is unclear in English; elsewhere a sign before three digits parts the thousands.
    """
    if len(digits) > _MOST_DIGITS or (len(digits) > 1 and digits[0] == "0" and digits[1] != "."):
        return None
    if re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d{1,2})?", digits):
        return tidy(float(digits.replace(",", "")))
    if re.fullmatch(r"\d{1,3}(\.\d{3}){2,}", digits):
        return tidy(float(digits.replace(".", "")))
    if not is_english and re.fullmatch(r"[1-9]\d{0,2}\.\d{3}(,\d{1,2})?", digits):
        return tidy(float(digits.replace(".", "").replace(",", ".")))
    if not is_english and re.fullmatch(r"\d+,\d{1,2}", digits):
        return tidy(float(digits.replace(",", ".")))
    if re.fullmatch(r"\d+(\.(\d{1,2}|\d{4,}))?", digits):
        return tidy(float(digits))
    return None


def tidy(value: float) -> float:
    """Return a whole number as an integer, any other to six places."""
    return int(value) if value == int(value) else round(value, 6)
