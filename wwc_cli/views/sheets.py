"""A city on one sheet: its standing, its stories, their figures, whom to ask, the sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wwc_cli.core.naming import called
from wwc_cli.views import phrases, sections
from wwc_cli.views.model import (
    Answer,
    Facts,
    Groups,
    Heading,
    Note,
    Paragraph,
    Span,
    Steps,
    Title,
    column,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from wwc_cli.core.answers import Profile, Related
    from wwc_cli.core.records import Metric, Quote, Source, Standing, Story
    from wwc_cli.views.model import (
        Block,
        Inline,
    )

_KINDS = {
    "outcome": "What changed (outcomes)",
    "output": "What was done (outputs)",
    "target": "What was aimed at (targets)",
    "context": "What it was about (context)",
}


def city(profile: Profile, *, section: str | None) -> Answer:
    """Return the answer of show: the whole profile, or one section of it.

    The flat formats give the rows of the section, and the metrics where none is named.
    """
    flat = section or "metrics"
    rows = sections.rows(profile, flat)
    columns = [column(name) for name in sections.COLUMNS[flat]]

    def sheet() -> Sequence[Block]:
        return list(_section(profile, section) if section else _whole(profile))

    records = rows if section else profile
    return Answer(records, rows, columns, sheet, called(profile["city"]))


def _whole(profile: Profile) -> Iterator[Block]:
    yield _title(profile)
    for story in profile["stories"]:
        yield Heading(story["headline"])
        yield Paragraph(_about(story))
        yield Paragraph(story["summary"])
        yield from story_parts(story, *_WHOLE)
    if not profile["stories"]:
        yield Note("No story of this city is in the store; its certification is what is known.")
    yield from _history(profile["certification"])
    yield from _related(profile["related"])
    yield from sources(profile["sources"])


def story_parts(story: Story, *names: str) -> Iterator[Block]:
    """Yield those parts of a story, each under its heading where it has anything."""
    for name in names:
        yield from _PARTS[name](story)


def _section(profile: Profile, section: str) -> Iterator[Block]:
    yield _title(profile)
    if section == "certification":
        yield from _history(profile["certification"])
    elif section == "related":
        yield from _related(profile["related"])
    elif section == "sources":
        yield from sources(profile["sources"])
    else:
        for story in profile["stories"]:
            yield Heading(phrases.headline(story))
            if section == "metrics":
                yield from _statements(story)
            else:
                yield from list(_PARTS[section](story)) or [Note(_nothing(story, section))]
        if not profile["stories"]:
            yield Note("No story of this city is in the store.")
        yield from _in_brief(profile["stories"])


def _title(profile: Profile) -> Title:
    city, stands = profile["city"], profile["certification"]
    below: list[Inline] = []
    if stands:
        below.append(f"{_standing(stands)}.")
    known = [Span(city["id"], "id")]
    if city["population"]:
        known.append(Span(f" · {city['population']:,} people", "muted"))
    below.append(list(known))
    aside: Inline = phrases.level(stands["level"]) if stands and stands["level"] else ""
    return Title(f"{city['name']}, {phrases.place(city)}", aside, below)


def _standing(stands: Standing) -> str:
    """Return how a city stands in a few words."""
    if not stands["first_certified"]:
        return f"On the honor roll, {phrases.date(stands['last_date'])}; not certified"
    since = stands["first_certified"]
    first = f"Certified since {phrases.date(since)}"
    if not stands["level"]:
        first += ", level not stated in any source read"
    elif stands["level_date"] and stands["level_date"] != since:
        first += f", {stands['level']} as of {phrases.date(stands['level_date'])}"
    if stands["last_date"] not in {stands["first_certified"], stands["level_date"]}:
        last = phrases.EVENTS[stands["last_event"]]
        first += f"; {last} {phrases.date(stands['last_date'])}"
    return first


def _about(story: Story) -> Inline:
    topics = " · ".join(phrases.words(topic) for topic in story["topics"])
    years = "–".join(
        str(year) for year in dict.fromkeys((story["start_year"], story["end_year"])) if year
    )
    parts: list[str | Span] = [Span(topics, "muted")]
    if years:
        parts.append(Span(f" · {years}", "muted"))
    if story["coverage"] == "brief":
        parts.append(Span(" · in brief: written from part of the page", "muted"))
    if story["origin"] == "library":
        parts.append(Span(" · from your library", "muted"))
    return parts


def _text(heading: str, text: str | None) -> Iterator[Block]:
    if text:
        yield Heading(heading, 3)
        yield Paragraph(text)


def _approach(story: Story) -> Iterator[Block]:
    if story["approach"]:
        yield Heading("What they did", 3)
        yield Steps(story["approach"])


def _figures(story: Story) -> Iterator[Block]:
    """Yield the metrics by kind, each as figure, subject and time."""
    if story["metrics"]:
        yield Heading("Figures", 3)
        yield Groups(["Figure", "Of what", "When"], _groups(story, _figure))


def _figure(metric: Metric) -> list[Inline]:
    return [[Span(phrases.amount(metric), "figure")], metric["subject"], phrases.when(metric)]


def _statements(story: Story) -> Iterator[Block]:
    """Yield the metrics by kind, each as figure, full statement and theme."""
    if story["metrics"]:
        yield Groups(["Figure", "Statement", "Theme"], _groups(story, _statement))
    else:
        yield Note("No figures.")


def _statement(metric: Metric) -> list[Inline]:
    theme = phrases.words(metric["theme"])
    return [[Span(phrases.amount(metric), "figure")], metric["statement"], theme]


def _groups(
    story: Story, row: Callable[[Metric], list[Inline]]
) -> list[tuple[str, list[list[Inline]]]]:
    by_kind = {
        said: [row(metric) for metric in story["metrics"] if metric["kind"] == kind]
        for kind, said in _KINDS.items()
    }
    return [(said, rows) for said, rows in by_kind.items() if rows]


def _programs(story: Story) -> Iterator[Block]:
    if story["programs"]:
        yield Heading("Programs", 3)
        yield Facts([(p["name"], f"{p['description']} ({p['kind']})") for p in story["programs"]])


def _people(story: Story) -> Iterator[Block]:
    if story["people"]:
        yield Heading("Who to ask", 3)
        yield Facts([(person["name"], person["role"]) for person in story["people"]])


def _more(story: Story, *names: str) -> Iterator[Block]:
    """Yield the short lists of a story: partners, tools, practices, or only some of them."""
    lists = {
        "partners": story["partners"],
        "tools": story["tools"],
        "practices": [phrases.words(practice) for practice in story["practices"]],
    }
    pairs: list[tuple[str, Inline]] = [
        (name.capitalize(), ", ".join(values))
        for name, values in lists.items()
        if values and name in (names or lists)
    ]
    if pairs:
        yield Heading("With whom and with what", 3)
        yield Facts(pairs)


def _history(stands: Standing | None) -> Iterator[Block]:
    if not stands:
        yield Note("No certification of this city is known.")
        return
    yield Heading("Certification")
    pairs: list[tuple[str, Inline]] = []
    for event in stands["history"]:
        what: list[str | Span] = [phrases.event(event)]
        if event["basis"] == "derived":
            what.append(Span(" (worked out)", "muted"))
        if event["note"]:
            what.append(Span(f". {event['note']}", "muted"))
        pairs.append((phrases.date(event["date"]), what))
    yield Facts(pairs)


def _related(near: Sequence[Related]) -> Iterator[Block]:
    if near:
        yield Heading("Related stories")
        yield Facts(
            [(called(each), f"{phrases.headline(each)}. Shares {each['reason']}.") for each in near]
        )
        yield from _in_brief(near)


def _in_brief(stories: Sequence[Story] | Sequence[Related]) -> Iterator[Block]:
    """Yield what the mark behind a headline means, where there is one."""
    if said := phrases.in_brief(stories):
        yield Note(said.strip())


def _quotes(story: Story) -> Iterator[Block]:
    """Yield what people say on the page, each with who says it."""
    if story["quotes"]:
        yield Heading("In their words", 3)
        yield Facts([(_speaker(quote), f"“{quote['text']}”") for quote in story["quotes"]])


def _speaker(quote: Quote) -> str:
    return ", ".join(part for part in (quote["speaker"], quote["role"]) if part) or "Not named"


def _nothing(story: Story, section: str) -> str:
    """Return what to say of a part that is empty, and the way out where there is one."""
    if section not in {"quotes", "text"}:
        return "The story has nothing on this."
    if story["text"]:
        return "Nobody is quoted on the page."
    return "The page's own words are not in the store. To have them: wwc library add FILE"


def _words(story: Story) -> Iterator[Block]:
    """Yield the whole text of the page."""
    if story["text"]:
        yield Heading("The page", 3)
        yield from map(Paragraph, story["text"])


def sources(cited: Sequence[Source]) -> Iterator[Block]:
    """Yield the sources, numbered, under their heading."""
    if not cited:
        return
    yield Heading("Sources")
    yield Steps([phrases.source(source) for source in cited])


_PARTS: dict[str, Callable[[Story], Iterator[Block]]] = {
    "summary": lambda story: _text("In short", story["summary"]),
    "challenge": lambda story: _text("What it was", story["challenge"]),
    "approach": _approach,
    "outcome": lambda story: _text("What came of it", story["outcome"]),
    "metrics": _figures,
    "programs": _programs,
    "people": _people,
    "partners": lambda story: _more(story, "partners"),
    "tools": lambda story: _more(story, "tools"),
    "practices": lambda story: _more(story, "practices"),
    "more": _more,
    "quotes": _quotes,
    "text": _words,
}
_WHOLE = (*("challenge", "approach", "outcome", "metrics", "programs", "quotes", "people", "more"),)
