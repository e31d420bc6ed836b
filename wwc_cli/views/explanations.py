"""An entry on the program as a sheet: what is said of it, what is part of it, who shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wwc_cli.core.entries import OVERVIEW
from wwc_cli.core.naming import called
from wwc_cli.views import overview, phrases
from wwc_cli.views.citing import Citing
from wwc_cli.views.model import (
    Answer,
    Facts,
    Groups,
    Heading,
    Note,
    Paragraph,
    Span,
    Table,
    Title,
    column,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wwc_cli.core.answers import Explanation
    from wwc_cli.core.records import Entry
    from wwc_cli.views.model import Block, Inline

MOST_STORIES = 8  # on screen; JSON has more
_DOT = Span(" · ", "muted")
_HEADINGS = {
    "level": "Level by level",
    "step": "Step by step",
    "version": "One by one",
    "criterion": "Criteria",
    "event": "Events",
    "partner": "Who they are",
    "initiative": "Which they are",
    "question": "To ask: wwc about TERM",
}
COLUMNS = [
    column(name)
    for name in (
        *("id", "kind", "code", "date", "en", "es", "pt"),
        *("text", "basis", "source_ids"),
    )
]


def explanation(explained: Explanation) -> Answer:
    """Return the answer of about; the flat formats have a row a statement."""
    rows = [row for entry in (explained, *explained["members"]) for row in _rows(entry)]

    def sheet() -> Sequence[Block]:
        if explained["id"] == OVERVIEW:
            return list(overview.overview(explained))
        return list(_sheet(explained))

    return Answer(explained, rows, COLUMNS, sheet)


def _rows(entry: Entry) -> Iterator[dict[str, object]]:
    """Yield a row a statement of one entry, with the keys of `COLUMNS`."""
    for statement in entry["text"]:
        yield {
            **{key: entry[key] for key in ("id", "kind", "code", "date")},
            **entry["term"],
            **statement,
        }


def _sheet(explained: Explanation) -> Iterator[Block]:
    citing = Citing(explained)
    yield _title(explained)
    for statement in explained["text"]:
        yield Paragraph(citing.said([statement]))
    yield from _members(explained, citing)
    yield from _stories(explained)
    if explained["see_also"]:
        yield Heading("See also")
        yield Paragraph([Span(", ".join(explained["see_also"]), "id")])
    yield from citing.sources()


def _title(entry: Entry) -> Title:
    term = entry["term"]
    below: list[Inline] = []
    named = [
        f"{language}: {name}"
        for language, name in (("Spanish", term["es"]), ("Portuguese", term["pt"]))
        if name
    ]
    if named:
        below.append([named[0], *(part for each in named[1:] for part in (_DOT, each))])
    what = "" if entry["kind"] == "part" else f" · {_kind(entry)}"
    when = f" · {phrases.date(entry['date'])}" if entry["date"] else ""
    below.append([Span(entry["id"], "id"), Span(f"{what}{when}", "muted")])
    return Title(_capitalized(term["en"]), "", below)


def _kind(entry: Entry) -> str:
    """Return what an entry is, and of what: `criterion PA1 of performance and analytics`."""
    kind = {"area": "practice area"}.get(entry["kind"], entry["kind"])
    code = f" {entry['code']}" if entry["code"] else ""
    within = entry["parent"] if entry["kind"] == "criterion" else None
    return f"{kind}{code} of {phrases.words(within)}" if within else f"{kind}{code}"


def _capitalized(text: str) -> str:
    return text[:1].upper() + text[1:]


def _members(explained: Explanation, citing: Citing) -> Iterator[Block]:
    members = explained["members"]
    if not members:
        return
    if explained["id"] == "glossary":
        yield Heading("In three languages")
        yield Table(["English", "Spanish", "Portuguese"], [_names(each) for each in members])
    elif explained["id"] == "standard":
        yield from _standard(members, citing)
    else:
        yield Heading(_HEADINGS.get(members[0]["kind"], "Parts"))
        yield Facts([(_label(each, at), _said(each, citing)) for at, each in enumerate(members, 1)])


def _names(entry: Entry) -> list[Inline]:
    term = entry["term"]
    return [term["en"], term["es"] or "", term["pt"] or ""]


def _label(entry: Entry, at: int) -> str:
    """Return the label of one of many: what to type, a date, a number and name, or a name."""
    if entry["kind"] == "event":
        return phrases.date(entry["date"] or "")
    if entry["kind"] == "step":
        return f"{at}. {entry['term']['en']}"
    if entry["kind"] == "question":
        return entry["id"]
    return entry["code"] or _capitalized(entry["term"]["en"])


def _said(entry: Entry, citing: Citing) -> Inline:
    if entry["kind"] == "question":
        return entry["term"]["en"]
    said = citing.said(entry["text"])
    if entry["kind"] == "criterion":
        return [Span(entry["term"]["en"], "strong"), "\n", *said]
    return said


def _standard(members: Sequence[Entry], citing: Citing) -> Iterator[Block]:
    """Yield the criteria by practice area, each with how sure its wording is."""
    areas = [each for each in members if each["kind"] == "area"]
    groups = []
    for area in areas:
        rows: list[Sequence[Inline]] = [
            [each["code"] or "", each["term"]["en"], citing.mark(each["text"][0])]
            for each in members
            if each["parent"] == area["id"]
        ]
        groups.append((f"{area['term']['en']} ({area['code']}, {len(rows)})", rows))
    yield Heading("Criteria by practice area")
    yield Groups(["Code", "Criterion", "Wording"], groups)
    yield Note("What one asks, and who shows it: wwc about CODE, or the name of an area.")


def _stories(explained: Explanation) -> Iterator[Block]:
    stories = explained["stories"]
    if not stories:
        return
    yield Heading("Stories that show it")
    yield Facts([(called(story), story["headline"]) for story in stories[:MOST_STORIES]])
    more = len(stories) - MOST_STORIES
    if more > 0:
        yield Note(f"{more} more with --json.")
