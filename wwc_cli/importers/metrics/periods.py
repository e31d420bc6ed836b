"""The times a sentence names: for which its figures hold, and with which they are compared.

Dates are ISO 8601 as docs/data-format.md has them: `2024`, `2021-09 to 2024-01`, `FY2023`,
`since 2022-01`, `as of 2023-11`; what is no date stays words, such as `past three years`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wwc_cli.importers.metrics.spelled import MONTHS
from wwc_cli.importers.metrics.tokens import DASHES, HYPHENS
from wwc_cli.importers.metrics.traps import is_year
from wwc_cli.shape import Shape

if TYPE_CHECKING:
    from wwc_cli.importers.metrics.tokens import Words

_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3}
_LENGTHS = frozenset("days weeks months years day week month year quarter".split())
_WHICH = frozenset("past last first next previous prior coming following".split())
_SEASONS = frozenset("spring summer fall autumn winter".split())
_COMPARING = frozenset("compared compare comparison versus vs relative".split())
_THAN = frozenset("in during the those that it its at before last".split())
_GREATER = frozenset("higher lower greater faster slower larger shorter".split())
_BASELINES = frozenset(
    ("previous year", "prior year", "year before", "year prior", "year earlier", "preceding year")
)
_FILLERS = frozenset("the in of at end around about just late".split())
_CHANGES = frozenset(
    "increase decrease reduction drop decline rise growth jump fall gain improvement change"
    " increased decreased up down fell rose dropped grew".split()
)


_STARTED = frozenset(
    "launched began begun started introduced created established founded opened certified adopted"
    " signed approved elected formed implemented".split()
)


class Time(Shape):
    """A time from token *first* to before *last*.

    *is_baseline*: it is what is compared with. *start* and *end* are those of a span told as
    `from … to …`, of which a change takes one each; *is_since*: it is told so. *is_aside*: it is
    the time of something else, such as a launch.
    """

    first: int
    last: int
    text: str
    is_baseline: bool = False
    start: str | None = None
    end: str | None = None
    is_since: bool = False
    is_aside: bool = False


def find(words: Words) -> list[Time]:
    """Return the times of a sentence in order."""
    times: list[Time] = []
    at = 0
    while at < len(words):
        found = _span(words, at) or _relative(words, at) or _compared(words, at)
        if found:
            times.append(_marked(words, found))
            at = found.last
        else:
            at += 1
    return times


def _date(words: Words, at: int) -> tuple[int, str] | None:
    """Return the place after a date that begins here, and the date."""
    low = words.low(at)
    if low in ("early", "mid", "late") or (low == "end" and words.low(at + 1) == "of"):
        step = 2 if low == "end" or words.low(at + 1) in HYPHENS else 1
        later = _date(words, at + step) if words.low(at + step) not in ("early", "mid") else None
        if later is None:
            return None
        if low == "end":
            is_plain = len(later[1]) == 4
            return later[0], f"{later[1]}-12" if is_plain else later[1]
        return later if "-" in later[1] else (later[0], f"{low} {later[1]}")
    if low in MONTHS and words[at].is_capitalized:
        return _month(words, at)
    if words[at].is_number and words.low(at + 1) in MONTHS and words[at + 1].is_capitalized:
        found = _month(words, at + 1)
        day = words[at].text
        if found and len(found[1]) == 7 and day.isdecimal() and 1 <= int(day) <= 31:
            return found[0], f"{found[1]}-{int(day):02}"
    return _year(words, at) or _quarter(words, at) or _fiscal(words, at)


def _year(words: Words, at: int) -> tuple[int, str] | None:
    low = words.low(at)
    if low in _SEASONS:
        step = at + 1 + (words.low(at + 1) == "of")
        if is_year(words, step):
            return step + 1, f"{low} {words[step].text}"
    if not is_year(words, at) or _is_in_name(words, at):
        return None
    return at + 1, words[at].text


def _is_in_name(words: Words, at: int) -> bool:
    """Tell whether a year belongs to a name: Vision Zero 2030, COVID-2019, C-2024-17."""
    before = words[at - 1]
    if words.is_glued(at) and before.text not in DASHES and before.text not in "([:":
        return True
    if words.is_glued(at + 1) and (words[at + 1].is_word or words.low(at + 1) in ("/", ".2")):
        return True
    if words.is_glued(at) and before.text in HYPHENS and words[at - 2].is_word:
        return words.low(at - 2) not in ("mid", "post", "pre")
    if not words.is_name(at - 1) or before.low in MONTHS:
        return False
    return before.is_word and before.low not in _BEFORE_YEAR


_BEFORE_YEAR = _SEASONS | frozenset(
    "in since by from to until through during between and of the a fy year q1 q2 q3 q4".split()
)


def _month(words: Words, at: int) -> tuple[int, str] | None:
    month = f"{MONTHS[words.low(at)]:02}"
    at += 1 + (words.low(at + 1) == ".")
    day = words[at].text
    if day.isdecimal() and day.isascii() and len(day) < 3 and 1 <= int(day) <= 31:
        end = at + 1 + (words.low(at + 1) in ("st", "nd", "rd", "th"))
        end += words.low(end) == ","
        if is_year(words, end):
            return end + 1, f"{words[end].text}-{month}-{int(day):02}"
        return None
    at += words.low(at) == "," or words.low(at) == "of"
    return (at + 1, f"{words[at].text}-{month}") if is_year(words, at) else None


def _quarter(words: Words, at: int) -> tuple[int, str] | None:
    low = words.low(at)
    if low == "q" and words[at + 1].text in ("1", "2", "3", "4") and words.is_glued(at + 1):
        number, end = int(words[at + 1].text), at + 2
    elif low in _QUARTERS and words.low(at + 1) == "quarter":
        number, end = _QUARTERS[low], at + 2
    else:
        return None
    end += words.low(end) == "of"
    year = _year(words, end) or _fiscal(words, end)
    return (year[0], f"Q{number} {year[1]}") if year else None


def _fiscal(words: Words, at: int) -> tuple[int, str] | None:
    if words.low(at) == "fy":
        step = at + 1
    elif words.low(at) == "fiscal" and words.low(at + 1) == "year":
        step = at + 2
    else:
        return None
    step += words.low(step) in ("'", "’")
    year = words[step].text
    if is_year(words, step):
        text, end = year, step + 1
    elif len(year) == 2 and year.isdecimal() and year.isascii():
        text, end = f"20{year}", step + 1
    else:
        return None
    if words.low(end) in DASHES and words.is_glued(end) and words[end + 1].is_number:
        later = words[end + 1].text
        if later.isdecimal() and len(later) in (2, 4):
            return end + 2, f"FY{text}-{later[-2:]}"
    return end, f"FY{text}"


def _span(words: Words, at: int) -> Time | None:
    """Return one date, or two joined: `from 2023 to 2024`, `2017–2019`."""
    start = _date(words, at)
    if start is None:
        return None
    joint = start[0]
    is_between = words.low(at - 1) == "between"
    joined = words.low(joint) in ("to", "through", "until") or words.low(joint) in DASHES
    if joined or (is_between and words.low(joint) == "and"):
        step = joint + 1
        while words.low(step) in ("the", "in"):
            step += 1
        if (end := _date(words, step)) and end[1] != start[1]:
            is_told = words.low(at - 1) == "from"
            return Time(
                at,
                end[0],
                f"{start[1]} to {end[1]}",
                start=start[1] if is_told else None,
                end=end[1] if is_told else None,
            )
        short = words[joint + 1].text
        is_short = len(short) == 2 and short.isdecimal() and short.isascii()
        is_joined = words.low(joint) in DASHES and words.is_glued(joint + 1)
        if is_joined and is_short and len(start[1]) == 4 and short > start[1][2:]:
            return Time(at, joint + 2, f"{start[1]} to {start[1][:2]}{short}")
    return Time(at, start[0], start[1])


def _relative(words: Words, at: int) -> Time | None:
    """Return a time told in words: past three years, first three months, first year."""
    if words.low(at) not in _WHICH:
        return None
    end = at + 1
    while end < at + 4 and (words[end].is_number or words.low(end) in _COUNTS):
        end += 1
    if words.low(end) == "full":
        end += 1
    low = words.low(end)
    if low not in _LENGTHS or words.is_glued(end) or words.low(end + 1) == "'":
        return None
    if end == at + 1 and (words.low(at) != "first" or words.low(at - 1) not in _ITS):
        return None
    told = " ".join(words.lows(at, end + 1))
    if words.low(end + 1) == "of" and (date := _date(words, end + 2)):
        return Time(at, date[0], f"{told} of {date[1]}")
    return Time(at, end + 1, told)


_ITS = frozenset("the its their our in".split())
_COUNTS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve fifteen eighteen twenty"
    " few several couple".split()
)


def _compared(words: Words, at: int) -> Time | None:
    """Return a baseline told in words: the previous year, the same period of 2023."""
    if words.low(at) == "same" and words.low(at + 1) in ("period", "month", "time", "quarter"):
        step = at + 2
        while words.low(step) in ("of", "in", "the", "a"):
            step += 1
        if date := _date(words, step):
            told = f"same {words.low(at + 1)} of {date[1]}"
            return Time(at, date[0], told, is_baseline=True)
        if words.low(step + 1) == "year" or words.has(step, "year"):
            end = step + 1 + (words.low(step + 1) in ("year", "before", "earlier"))
            told = f"same {words.low(at + 1)} of the {' '.join(words.lows(step, end))}"
            return Time(at, end, told, is_baseline=True)
    pair = f"{words.low(at)} {words.low(at + 1)}"
    if pair in _BASELINES:
        return Time(at, at + 2, pair, is_baseline=True)
    return None


def _marked(words: Words, time: Time) -> Time:
    """Return a time with what the words before it make of it."""
    if time.is_baseline:
        return time
    at = time.first - 1
    while words.low(at) in ("the", "in", "of") and at > time.first - 4:
        at -= 1
    before = words.low(at)
    near = words.lows(time.first - 16, time.first)
    if _is_comparing(_own_clause(near)) and not time.start:
        return time.replaced(is_baseline=True)
    if before == "of" or (before == "as" and words.low(time.first - 1) == "of"):
        before = "as of" if words.low(at) == "as" else before
    if words.low(time.last) == "," and words.low(at) in _STARTED and at < time.first - 1:
        return time.replaced(is_aside=True)
    later = [word for word in near[-6:] if word in ("before", "after", ",")]
    if later and later[-1] != ",":
        return time.replaced(text=f"{later[-1]} {time.text}")
    if before == "as of":
        return time.replaced(text=f"as of {time.text}")
    if "since" in near and " to " not in time.text:
        return time.replaced(is_since=True)
    if before in ("below", "above"):
        return time.replaced(is_baseline=True)
    is_relative = words.low(time.first) in _WHICH
    if (
        before in ("from", "over")
        and not is_relative
        and " to " not in time.text
        and _CHANGES & set(near)
    ):
        return time.replaced(is_baseline=True)
    return time


def _own_clause(near: list[str]) -> list[str]:
    """Return the words since the last comma, but for one right before a comparison."""
    for at in range(len(near) - 1, -1, -1):
        if near[at] in (",", ";", "(", ")") or near[at][0] in "0123456789":
            return near[at + 1 :]
    return near


def _is_comparing(clause: list[str]) -> bool:
    """Tell whether a clause sets one time against another; *more than half* does not."""
    return bool(_COMPARING & set(clause)) or any(
        word == "than" and (following in _THAN or before in _GREATER)
        for before, word, following in zip(["", *clause], clause, [*clause[1:], "in"], strict=False)
    )
