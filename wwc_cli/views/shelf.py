"""The library: what pages gave, what it holds, one page of it, how it is."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from wwc_cli.core.collecting import NOTHING
from wwc_cli.core.text import count, join
from wwc_cli.views import phrases, sheets
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
    Verbatim,
    column,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from wwc_cli.core.library_records import (
        Collected,
        CollectedEvent,
        CollectedStory,
        Health,
        Held,
        Holding,
    )
    from wwc_cli.views.model import Block, Inline

_ADDED = ("file", "id", "city_id", "city", "headline", "metrics", "quotes", "certifications")
_HELD = ("id", "kind", "city_id", "city", "title", "metrics", "quotes", "certifications")
# What a sentence on one page begins with, when it is stored and when it only would be.
_DONE = {"new": "Added", "updated": "Updated", "unchanged": "Already there, and unchanged:"}
_WOULD = {**_DONE, "new": "Would add", "updated": "Would update"}
_DRY = "Nothing was stored: this was a dry run."


def added(reports: Sequence[Collected], empty: Sequence[str], *, is_dry: bool) -> Answer:
    """Return what became of each file; in a pipe, the ids of its stories.

    *empty* says of each file that had nothing in it that it had not; a pipe gets it on stderr.
    """
    rows = [row for report in reports for row in _added_rows(report)]
    columns = [column(name) for name in (*_ADDED, "status", "problem")]
    ids = dict.fromkeys(story["id"] for report in reports for story in report["stories"])
    has_events = any(report["certifications"] for report in reports)
    told = [*empty, *([_totals(reports, is_dry=is_dry)] if is_dry or has_events else [])]
    return Answer(
        reports,
        rows,
        columns,
        lambda: list(_added(reports, is_dry=is_dry)),
        piped="".join(f"{story_id}\n" for story_id in ids),
        piped_note="\n".join(told) or None,
    )


def _added(reports: Sequence[Collected], *, is_dry: bool) -> Iterator[Block]:
    """Yield a sentence where one page gave one thing, and a table of all files otherwise."""
    results = [row for report in reports for row in _added_rows(report)]
    if len(reports) == 1 and len(results) == 1:
        yield Paragraph(_sentence(reports[0], _WOULD if is_dry else _DONE))
        if is_dry:
            yield Note(_DRY)
        elif stories := reports[0]["stories"]:
            yield Note(f"To see what was read: wwc library show {stories[0]['id']}")
        return
    groups = [(_file(report), list(_result(report))) for report in reports]
    yield Groups(["Result", "Page", "In it"], groups)
    yield Note(_totals(reports, is_dry=is_dry))


def _file(report: Collected) -> str:
    """Return a file as it is called on one line: a name may have any character in it."""
    if report["file"] == "-":
        return "What was piped in"
    return "".join(c if c.isprintable() else "?" for c in report["file"])


def _sentence(report: Collected, verbs: Mapping[str, str]) -> Inline:
    """Return what became of the one story, or the certifications of one fate, of a file."""
    for story in report["stories"]:
        inside = _inside(story["metrics"], story["quotes"])
        rest = f", with {join(inside)}." if inside else "."
        return [f"{verbs[story['status']]} ", *_page(story), rest]
    events = report["certifications"]
    return f"{verbs[events[0]['status']]} {_certifications(events)}."


def _page(story: CollectedStory) -> list[str | Span]:
    return [
        *(Span(story["city"], "strong"), f": {story['headline']} ("),
        *(Span(story["id"], "id"), ")"),
    ]


def _inside(metrics: int, quotes: int, certifications: int = 0) -> list[str]:
    """Return what is in a page, each kind of it counted."""
    counted = ((metrics, "figure"), (quotes, "quote"), (certifications, "certification"))
    return [count(number, noun) for number, noun in counted if number]


def _certifications(events: Sequence[CollectedEvent]) -> str:
    """Return events by date and kind: `2 certifications of 14 Jan 2026: 2 recertified`."""
    dates = join(sorted({phrases.date(event["date"]) for event in events}))
    return f"{count(len(events), 'certification')} of {dates}: {_kinds(events)}"


def _added_rows(report: Collected) -> Iterator[dict[str, Any]]:
    empty = dict.fromkeys((*_ADDED, "status", "problem"))
    for story in report["stories"]:
        yield {**empty, **story, "file": report["file"]}
    for status, events in _by_status(report["certifications"]).items():
        yield {**empty, "file": report["file"], "certifications": len(events), "status": status}
    if report["problem"]:
        yield {**empty, "file": report["file"], "problem": report["problem"]}


def _result(report: Collected) -> Iterator[list[Inline]]:
    """Yield the rows of one file: a story, or the certifications of one fate, or the problem."""
    for story in report["stories"]:
        inside = ", ".join(_inside(story["metrics"], story["quotes"]))
        yield [story["status"], _page(story), inside]
    for status, events in _by_status(report["certifications"]).items():
        yield [status, _certifications(events), ""]
    if report["problem"]:
        yield ["nothing" if report["problem"] == NOTHING else "failed", report["problem"], ""]


def _by_status(events: Sequence[CollectedEvent]) -> dict[str, list[CollectedEvent]]:
    found: dict[str, list[CollectedEvent]] = {}
    for event in events:
        found.setdefault(event["status"], []).append(event)
    return found


def _kinds(events: Sequence[CollectedEvent]) -> str:
    """Return events counted by what they are: `12 certified at silver and 10 recertified`."""
    kinds = Counter(
        phrases.event(event) if event["level"] else phrases.EVENTS[event["event"]]
        for event in events
    )
    return join([f"{number} {kind}" for kind, number in kinds.items()])


def _totals(reports: Sequence[Collected], *, is_dry: bool) -> str:
    stories = Counter(story["status"] for report in reports for story in report["stories"])
    events = Counter(event["status"] for report in reports for event in report["certifications"])
    parts = [
        f"{count(sum(found.values()) - found['repeated'], noun, plural)}"
        f" ({', '.join(f'{n} {status}' for status, n in found.items() if status != 'repeated')})"
        for found, noun, plural in ((stories, "story", "stories"), (events, "certification", None))
        if found
    ]
    again = f" {stories['repeated']} told again in another file." if stories["repeated"] else ""
    return f"{join(parts)}.{again}{f' {_DRY}' if is_dry else ''}"


def held(pages: Sequence[Held], path: str) -> Answer:
    """Return the pages that the library holds."""
    columns = [column(name) for name in (*_HELD, "accessed", "is_bundled")]

    def sheet() -> Sequence[Block]:
        if not pages:
            return [Note("The library is empty. To put a page in: wwc library add FILE")]
        rows: list[list[Inline]] = [_held_row(page) for page in pages]
        stories = sum(page["kind"] == "story" for page in pages)
        shared = sum(page["is_bundled"] for page in pages)
        lent = ""
        if shared:
            many = "all" if shared == stories else str(shared)
            lent = f", {many} of them" if stories > 1 else ", which is"
            lent += " in the store too"
        others = len(pages) - stories
        said = [
            *([f"{count(stories, 'story', 'stories')}{lent}"] if stories else []),
            *([count(others, "announcement")] if others else []),
        ]
        return [
            Table(["Id", "Page"], rows),
            Note(f"{'; '.join(said)}. The library is {path}."),
        ]

    return Answer(pages, pages, columns, sheet)


def _held_row(page: Held) -> list[Inline]:
    """Return the id of a page, and below its title what is in it and since when."""
    title: list[str | Span] = [page["title"]]
    if page["city"]:
        title = [Span(page["city"], "strong"), f": {page['title']}"]
    about = ", ".join(_inside(page["metrics"], page["quotes"], page["certifications"]))
    saved = f"saved {phrases.date(page['accessed'])}" if page["accessed"] else ""
    if below := " · ".join(part for part in (about, saved) if part):
        title += ["\n", Span(below, "muted")]
    return [[Span(page["id"], "id")], title]


def holding(found: Holding) -> Answer:
    """Return one page of the library, as it was read."""
    story = found["story"]
    quotes = [dict(quote) for quote in story["quotes"]] if story else []
    rows: list[Any] = quotes if story else [dict(event) for event in found["certifications"]]
    names = ("text", "speaker", "role") if story else ("city_id", "date", "level", "event", "note")

    def sheet() -> Sequence[Block]:
        return list(_holding(found))

    return Answer(found, rows, [column(name) for name in names], sheet)


def _holding(found: Holding) -> Iterator[Block]:
    page, story = found["page"], found["story"]
    below: list[Inline] = [[Span(page["id"], "id")]]
    if page["is_bundled"]:
        below.append(f"The store has this story too: wwc show {page['city_id']} gives both in one.")
    yield Title(f"{page['city']}: {page['title']}" if page["city"] else page["title"], "", below)
    if story:
        yield from sheets.story_parts(story, "summary", "metrics", "people", "quotes", "text")
    if found["certifications"]:
        yield Heading("Certifications")
        yield Facts(
            [
                (event["city_id"], f"{phrases.event(event)}, {phrases.date(event['date'])}")
                for event in found["certifications"]
            ]
        )
    yield from sheets.sources(found["sources"])


def removed(ids: Sequence[str]) -> Answer:
    """Return the ids of the pages that were taken out."""
    records = [{"id": page_id} for page_id in ids]

    def sheet() -> Sequence[Block]:
        many = f"{count(len(ids), 'page')}: " if len(ids) > 1 else ""
        return [Paragraph(f"Removed {many}{join(ids)}.")]

    return Answer(records, records, [column("id")], sheet)


def place(path: str) -> Answer:
    """Return where the library is."""
    record = {"path": path}
    return Answer(record, [record], [column("path")], lambda: [Verbatim(f"{path}\n")])


def health(found: Health) -> Answer:
    """Return how the library is."""

    def sheet() -> Sequence[Block]:
        if not found["exists"]:
            return [Note(f"There is no library yet; it would be {found['path']}.")]
        before = {None: "none yet", "good": "good", "damaged": "damaged"}[found["previous"]]
        if found["previous"]:
            before += f": {found['path']}.bak"
        return [
            Facts(
                [
                    ("Library", f"good: {found['path']}"),
                    ("Stories", f"{found['stories']:,}"),
                    ("Certifications", f"{found['certifications']:,}"),
                    ("Version before", before),
                ]
            )
        ]

    return Answer(found, [found], [column(name) for name in found], sheet)
