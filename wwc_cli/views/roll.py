"""The certified cities as a table, and its footer."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from wwc_cli.core.certified import LEVELS
from wwc_cli.core.naming import near_place
from wwc_cli.core.text import count
from wwc_cli.views import phrases
from wwc_cli.views.model import Answer, Column, Note, Span, Table, column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wwc_cli.core.answers import CertifiedCity
    from wwc_cli.core.records import Certification
    from wwc_cli.views.model import Block, Inline

_DERIVED = "*"
COLUMNS = [
    column("city_id"),
    column("city"),
    column("subdivision", "state"),
    column("country"),
    column("country_code"),
    column("level"),
    column("level_date", "as of"),
    column("last_event", "last event"),
    column("last_date", "date"),
    column("first_certified", "first certified"),
    column("has_story", "story"),
    column("coverage"),
]
HISTORY = Column(
    "history",
    "history",
    lambda row: [f"{e['date']} {e['event']} {e['level'] or ''}".strip() for e in row["history"]],
)


def roll(rows: Sequence[CertifiedCity], *, history: bool) -> Answer:
    """Return the answer of list-certified; *history* gives every event of each city."""
    records = [
        dict(row) if history else {key: value for key, value in row.items() if key != "history"}
        for row in rows
    ]

    def sheet() -> Sequence[Block]:
        if not rows:
            return [Note("No city.")]
        table = Table(
            ["City", "Where", "Level", "As of", "History" if history else "Last event", "Story"],
            [_row(row, history=history) for row in rows],
        )
        return [table, Note(_footer(rows, history=history))]

    columns = [*COLUMNS, *([HISTORY] if history else [])]
    return Answer(records, rows, columns, sheet, title="Certified cities")


def _row(row: CertifiedCity, *, history: bool) -> list[Inline]:
    events = _shown(row, history=history)
    return [
        row["city"],
        near_place(row),
        phrases.level(row["level"]) if row["first_certified"] else "",
        _year(row["level_date"]),
        "\n".join(_event(event, with_level=history) for event in events),
        _story(row),
    ]


def _story(row: CertifiedCity) -> str:
    if not row["has_story"]:
        return ""
    return "in brief" if row["coverage"] == "brief" else "yes"


def _last(row: CertifiedCity) -> Certification:
    """Return the event that a row's `last_event` and `last_date` are of."""
    return next(
        event
        for event in reversed(row["history"])
        if (event["date"], event["event"]) == (row["last_date"], row["last_event"])
    )


def _shown(row: CertifiedCity, *, history: bool) -> Sequence[Certification]:
    return row["history"] if history else [_last(row)]


def _year(date: str | None) -> str:
    return date[:4] if date else ""


def _event(event: Certification, *, with_level: bool) -> str:
    what = phrases.event(event) if with_level else phrases.EVENTS[event["event"]]
    mark = _DERIVED if event["basis"] == "derived" else ""
    return f"{phrases.date(event['date'])} {what}{mark}"


def _footer(rows: Sequence[CertifiedCity], *, history: bool) -> Inline:
    levels = Counter(row["level"] for row in rows if row["first_certified"])
    parts: list[str | Span] = [f"{count(len(rows), 'city', 'cities')}: "]
    counted: list[list[str | Span]] = [
        [f"{levels[level]} ", Span(level, level)] for level in LEVELS if levels[level]
    ]
    if levels[None]:
        counted.append([f"{levels[None]} without a stated level"])
    if honored := sum(not row["first_certified"] for row in rows):
        counted.append([f"{honored} on the honor roll only"])
    for at, each in enumerate(counted):
        parts += [*([", "] if at else []), *each]
    parts.append(".")
    shown = [event for row in rows for event in _shown(row, history=history)]
    if any(event["basis"] == "derived" for event in shown):
        parts.append(f" {_DERIVED} worked out from sources: wwc show CITY says how.")
    parts.append(phrases.in_brief(rows))
    return parts
