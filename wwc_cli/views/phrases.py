"""Small things that many views say: a place, a level, a figure, a period, an event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wwc_cli.views.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from wwc_cli.core.library_records import CollectedEvent
    from wwc_cli.core.records import Certification, Level, Metric, Source
    from wwc_cli.views.model import Inline

_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_QUALIFIERS = {"exact": "", "about": "about ", "over": "over ", "under": "under "}
_QUALIFIERS |= {"up-to": "up to "}
_CHANGE = {"increase": "↑ ", "decrease": "↓ ", "none": ""}
_SIGNS = frozenset({"percent", "USD", "times", "rank"})  # units that are written as a sign
_SINGULAR = {
    "people": "person",
    "percentage points": "percentage point",
    "metric tons CO2e": "metric ton CO2e",
}
BRIEF = " (in brief)"
IN_BRIEF = " In brief: a story written from part of its page."
EVENTS = {
    "certified": "certified",
    "moved-up": "moved up",
    "recertified": "recertified",
    "honor-roll": "honor roll",
}


def place(record: Mapping[str, object]) -> str:
    """Return where a city lies: `New Jersey, United States`; a country-wide name once."""
    parts = [record["subdivision"], record["country"]]
    return ", ".join(str(part) for part in dict.fromkeys(parts) if part)


def level(value: Level | None) -> Inline:
    """Return a level as word and role; a dash where no source states one."""
    return [Span(value, value)] if value else "not stated"


def headline(record: Mapping[str, object]) -> str:
    """Return the headline of a story, marked where the story is told in brief."""
    return f"{record['headline']}{BRIEF if record['coverage'] == 'brief' else ''}"


def in_brief(records: Iterable[Mapping[str, object]]) -> str:
    """Return what the mark means, to end a note; nothing where no story has it."""
    return IN_BRIEF if any(record["coverage"] == "brief" for record in records) else ""


def date(text: str) -> str:
    """Return dates in *text* as people read them: `2026-01-14` → `14 Jan 2026`."""
    return " ".join(map(_date_or_word, text.split(" ")))


def _date_or_word(word: str) -> str:
    year, *rest = word.split("-")
    numbers = [int(part) for part in rest if part.isdecimal() and len(part) == 2]
    if not (year.isdecimal() and len(year) == 4 and rest and len(numbers) == len(rest) < 3):
        return word
    if not 1 <= numbers[0] <= 12:
        return word
    return " ".join(str(part) for part in (*numbers[1:], _MONTHS[numbers[0] - 1], year))


def words(identifier: str) -> str:
    """Return an id as words: `traffic-safety` → `traffic safety`."""
    return identifier.replace("-", " ")


def amount(metric: Metric) -> str:
    """Return the figure of a metric: `↓ 25%`, `6 → 2 days`, `over 50 organizations`."""
    value, unit = metric["value"], metric["unit"]
    if value is None:
        change = _CHANGE[metric["direction"]]
        return f"{change}(no figure)" if change else "no figure"
    shown = _measured(value, unit)
    if (start := metric["from_value"]) is not None:
        shown = f"{_measured(start, unit) if unit in _SIGNS else _number(start)} → {shown}"
    qualifier = _QUALIFIERS[metric["qualifier"]]
    return f"{_CHANGE[metric['direction']]}{qualifier}{shown}"


def _measured(value: float, unit: str | None) -> str:
    """Return a value with its unit as people write it."""
    if unit == "percent":
        return f"{_number(value)}%"
    if unit == "USD":
        return f"${_number(value)}"
    if unit == "times":
        return f"{_number(value)}×"
    if unit == "rank":
        return f"no. {_number(value)}"
    return f"{_number(value)} {_one(unit) if value == 1 else unit}"


def _one(unit: str | None) -> str:
    """Return a unit in the singular: `families` → `family`, `square meters` → `square meter`."""
    if unit in _SINGULAR or unit is None:
        return _SINGULAR[unit] if unit else ""
    if unit.endswith("ies"):
        return f"{unit[:-3]}y"
    if unit.endswith(("sses", "ches", "xes")):
        return unit[:-2]
    return unit.removesuffix("s")


def _number(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"


def when(metric: Metric) -> str:
    """Return the time of a metric and what it is compared with: `2024, against 2023`."""
    period, baseline = metric["period"], metric["baseline_period"]
    if baseline:
        return f"{date(period) + ', ' if period else ''}against {date(baseline)}"
    return date(period) if period else ""


def event(record: Certification | CollectedEvent) -> str:
    """Return an event in words: `moved up to gold`, `certified, level not stated`."""
    kind = EVENTS[record["event"]]
    if record["event"] == "honor-roll":
        return kind
    if not record["level"]:
        return f"{kind}, level not stated"
    return f"{kind} {'to' if record['event'] == 'moved-up' else 'at'} {record['level']}"


def source(record: Source) -> Inline:
    """Return a source as a list of sources names it: publisher, title, date, address, note."""
    published = f", {date(record['published'])}" if record["published"] else ""
    publisher = f"{record['publisher']}: " if record["publisher"] else ""
    title = f"{publisher}{record['title']}{published}"
    parts: list[str | Span] = [title if title.endswith((".", "!", "?")) else f"{title}."]
    if record["url"]:
        parts += [" ", Span(record["url"], "link")]
    if record["accessed"]:
        parts.append(Span(f" Saved {date(record['accessed'])}.", "muted"))
    if record["note"]:
        parts.append(Span(f" {record['note']}", "muted"))
    return parts
