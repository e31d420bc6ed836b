"""A brief: what cities did about one thing, on a page or two, for a reader without wwc."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wwc_cli.core.unknown import lacks_baseline
from wwc_cli.views.model import (
    Answer,
    Groups,
    Heading,
    Note,
    Paragraph,
    Points,
    Span,
    Steps,
    Title,
    column,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wwc_cli.core.answers import Brief, BriefFigure, BriefStory
    from wwc_cli.core.citation_records import Citation
    from wwc_cli.core.records import Metric
    from wwc_cli.views.model import Block, Inline

_SHOWN = {"outcome": "What changed", "target": "What is aimed at or forecast"}
_TELLING = 100  # from which on a number says by itself what it is of
COLUMNS = [
    *map(column, ("city_id", "city", "subdivision", "country", "country_code", "story_id")),
    *map(column, ("headline", "coverage", "origin", "statement", "value", "from_value", "unit")),
    *map(column, ("direction", "subject", "theme", "kind", "qualifier", "period")),
    *map(column, ("baseline_period", "basis", "source_id", "source_url", "citation")),
]


def brief(written: Brief) -> Answer:
    """Return the answer of brief; the flat formats have a row a figure."""
    from wwc_cli.styles.prose import apa

    citations = [_cited(citation, apa(citation["item"])) for citation in written["citations"]]
    records = {**written, "citations": citations}

    def sheet() -> Sequence[Block]:
        if not written["stories"]:
            return [Note(_nothing(written))]
        return list(_sheet(written, [str(citation["text"]) for citation in citations]))

    return Answer(records, written["figures"], COLUMNS, sheet, written["title"])


def _cited(citation: Citation, text: str) -> dict[str, object]:
    """Return a citation as `wwc cite` gives it, in APA."""
    record: dict[str, object] = {**citation}
    item = record.pop("item")
    return {**record, "style": "apa", "text": text, "item": item}


def _nothing(written: Brief) -> str:
    from wwc_cli.core.text import count

    nothing = f"No story found; {count(written['searched'], 'story', 'stories')} searched."
    topics = f" Topics to try: {', '.join(written['near'])}." if written["near"] else ""
    return nothing + topics


def _sheet(written: Brief, citations: Sequence[str]) -> Iterator[Block]:
    yield Title(written["title"], "", list(_scope(written)))
    yield Heading("What cities did")
    for story in written["stories"]:
        yield Heading(f"{_called(story)} [{story['citation']}]", 3)
        yield Paragraph(_told(story))
    if groups := list(_groups(written["figures"])):
        yield Heading("The figures")
        yield Groups(["Figure", "Of what", "Basis"], groups)
    if written["not_known"]:
        yield Heading("What is not known")
        yield Points(written["not_known"])
    yield Heading("Sources")
    yield Steps([_source(text) for text in citations])
    yield Note(_footer(written))


def _scope(written: Brief) -> Iterator[Inline]:
    """Yield the lines below the title: how many stories there are, and which were asked for."""
    from wwc_cli.core.text import count
    from wwc_cli.views import phrases

    understood, shown = written["understood_as"], len(written["stories"])
    stories = count(written["total"], "story", "stories")
    number = stories if shown == written["total"] else f"{shown} of {stories}"
    if understood["kind"] == "theme":
        yield f"{number} with figures on {phrases.words(str(understood['id']))}"
    elif understood["kind"] == "topic":
        yield f"{number} on the topic or with results on it"
    elif understood["query"] != written["asked"]:
        yield f"{number} found for “{understood['query']}”"
    else:
        yield f"{number} found"
    only = [value for values in understood["only"].values() for value in values]
    if only:
        yield f"Only {', '.join(map(phrases.words, only))}"


def _called(record: BriefStory | BriefFigure) -> str:
    from wwc_cli.core.naming import called

    return called(record)


def _told(story: BriefStory) -> Inline:
    """Return headline and summary, and a figure on the matter where the summary has none."""
    headline = story["headline"]
    stop = "" if headline.endswith((".", "!", "?")) else "."
    parts: list[str | Span] = [Span(f"{headline}{stop}", "strong"), f" {story['summary']}"]
    figures = story["figures"]
    if figures and not any(_is_in(figure, story["summary"]) for figure in figures):
        parts.append(f" {figures[0]['statement']}")
    if story["coverage"] == "brief":
        parts.append(Span(" In brief: written from part of the page.", "muted"))
    if story["origin"] == "library":
        parts.append(Span(" From your library.", "muted"))
    return parts


def _is_in(figure: Metric, text: str) -> bool:
    """Tell whether *text* has the number of a figure; one of two digits only with its unit."""
    value, unit = figure["value"], figure["unit"]
    if value is None:
        return figure["subject"] in text
    number = f"{value:,.0f}" if value == int(value) else f"{value:,}"
    sign = "%" if unit == "percent" else "" if value >= _TELLING else f" {unit}"
    return re.search(rf"(?<![\d,.]){re.escape(number + sign)}(?![\d])", text) is not None


def _groups(figures: Sequence[BriefFigure]) -> Iterator[tuple[str, list[list[Inline]]]]:
    """Yield outcomes and targets, each by theme where there are several."""
    from wwc_cli.views import phrases

    for kind, said in _SHOWN.items():
        of_kind = [figure for figure in figures if figure["kind"] == kind]
        themes = list(dict.fromkeys(figure["theme"] for figure in of_kind))
        for theme in themes:
            name = f"{said}: {phrases.words(theme)}"
            yield name, [_row(figure) for figure in of_kind if figure["theme"] == theme]


def _row(figure: BriefFigure) -> list[Inline]:
    from wwc_cli.views import phrases

    where = Span(f" · {figure['city']} [{figure['citation']}]", "muted")
    return [[Span(phrases.amount(figure), "figure")], [figure["subject"], where],
            _basis(figure)]  # fmt: skip


def _basis(figure: BriefFigure) -> str:
    """Return the time of a figure and what it is measured against, or that neither is said."""
    from wwc_cli.views import phrases

    without = "no baseline" if figure["kind"] == "outcome" and lacks_baseline(figure) else ""
    if figure["period"] is None and figure["baseline_period"] is None:
        without = f"no period{', ' if without else ''}{without}"
    return ", ".join(part for part in (phrases.when(figure), without) if part)


def _source(text: str) -> Inline:
    """Return a citation with its address as a link, where it ends in one."""
    said, space, last = text.rpartition(" ")
    if last.startswith(("http://", "https://")):
        return [f"{said}{space}", Span(last, "link")]
    return text


def _footer(written: Brief) -> str:
    from wwc_cli.core.text import count

    rest = sum(figure["kind"] not in _SHOWN for figure in written["figures"])
    more = ""
    if rest:
        more = f" {count(rest, 'more figure')} on the work or the problem: --format csv."
    return (
        "Written by wwc from its digest of the cited pages: read a page before you quote it."
        " That a figure changed after a program began is no proof that the program changed"
        f" it.{more}"
    )
