"""What cities did about one thing, on a page: stories, their figures, what is not known, sources.

Which stories and figures those are is chosen in brief_stories.py; what is not known is put into
sentences in unknown.py.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from wwc_cli.core import cite, filters
from wwc_cli.core.brief_stories import KINDS, choose, relevant
from wwc_cli.core.figures import cited
from wwc_cli.core.naming import located
from wwc_cli.core.unknown import not_known
from wwc_cli.errors import UsageProblem
from wwc_cli.shape import Shape

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from wwc_cli.core.answers import Brief, BriefFigure, BriefStory, Card, Understood
    from wwc_cli.core.brief_stories import Chosen, Wanted
    from wwc_cli.core.catalogue import Catalogue
    from wwc_cli.core.citation_records import Citation
    from wwc_cli.core.records import Metric, Story


class Written(Shape):
    """A brief, and what to tell of how the words were understood."""

    brief: Brief
    remark: str | None = None


def brief(wanted: Wanted, catalogue: Catalogue) -> Written:
    """Return the brief on a topic, a theme or a query.

    Raises `UsageProblem` where there are no words, or for a filter value that is not known.
    """
    asked = " ".join(wanted.text.split())
    if not asked:
        raise UsageProblem(
            "Say what the brief is about: a topic, a theme or a question.",
            hint="For example: wwc brief crime",
        )
    wanted = wanted.replaced(text=asked)
    only = _only(wanted, catalogue)
    chosen = choose(wanted, catalogue)
    chosen.understood["only"] = only
    by_number = catalogue.stories(chosen.numbers)
    stories = [by_number[number] for number in chosen.numbers]
    citations = cite.items(stories, catalogue)
    told = _told(chosen, stories, citations, catalogue)
    written: Brief = {
        "title": _title(chosen.understood),
        "asked": asked,
        "understood_as": chosen.understood,
        "total": chosen.total,
        "searched": catalogue.story_count(),
        "stories": told,
        "figures": together(told, chosen.understood["themes"]),
        "not_known": not_known(told, stories),
        "citations": citations,
        "near": list(chosen.near),
    }
    return Written(written, chosen.remark)


def _told(
    chosen: Chosen,
    stories: Sequence[Story],
    citations: Sequence[Citation],
    catalogue: Catalogue,
) -> list[BriefStory]:
    cards = catalogue.cards(chosen.numbers)
    told = []
    for number, story in zip(chosen.numbers, stories, strict=True):
        card, place = cards[number], _place(story, citations)
        metrics = relevant(story["metrics"], chosen.understood["themes"])
        of_story = cited([(metric, card, story["source_ids"]) for metric in metrics], catalogue)
        figures: list[BriefFigure] = [{**figure, "citation": place} for figure in of_story]
        told.append(_story(card, story, figures=figures, citation=place))
    return told


def _story(card: Card, story: Story, *, figures: list[BriefFigure], citation: int) -> BriefStory:
    return {
        "id": story["id"],
        **located(card),
        "level": card["level"],
        "level_date": card["level_date"],
        "headline": story["headline"],
        "summary": story["summary"],
        "approach": story["approach"],
        "outcome": story["outcome"],
        "figures": figures,
        "start_year": story["start_year"],
        "end_year": story["end_year"],
        "coverage": story["coverage"],
        "origin": story["origin"],
        "citation": citation,
    }


def _place(story: Story, citations: Sequence[Citation]) -> int:
    """Return the place, from 1, of the page of a story among *citations*.

    Two stories of one page have one citation.
    """
    page = next(iter(story["source_ids"]), None)
    return next(
        at
        for at, citation in enumerate(citations, start=1)
        if citation["story_id"] == story["id"] or (page and citation["source_id"] == page)
    )


def together(stories: Iterable[BriefStory], themes: Sequence[str]) -> list[BriefFigure]:
    """Return the figures of all stories: by kind, theme and measure, the largest first.

    A measure is a unit and a direction: a fall in percent is ranked among falls in percent, and
    never with anything else.
    """
    figures = [figure for story in stories for figure in story["figures"]]
    held = Counter(map(_measure, figures))
    by_theme = Counter(figure["theme"] for figure in figures)

    def order(figure: BriefFigure) -> tuple[object, ...]:
        theme, measure, value = figure["theme"], _measure(figure), figure["value"]
        return (
            KINDS.index(figure["kind"]),
            themes.index(theme) if theme in themes else -by_theme[theme],
            theme,
            value is None,
            -held[measure],
            measure,
            -(value or 0),
        )

    return sorted(figures, key=order)


def _measure(figure: Metric) -> tuple[str, ...]:
    return (figure["kind"], figure["theme"], figure["unit"] or "", figure["direction"])


def _only(wanted: Wanted, catalogue: Catalogue) -> dict[str, list[str]]:
    """Return the filters as the values that records carry; countries and states by name."""
    countries = dict(catalogue.countries())
    return {
        "topics": filters.topics(wanted.topics, catalogue),
        "themes": filters.themes(wanted.themes, catalogue),
        "countries": [countries[code] for code in filters.countries(wanted.countries, catalogue)],
        "states": [name for _, name in filters.states(wanted.states, catalogue)],
        "levels": list(wanted.levels),
    }


def _title(understood: Understood) -> str:
    name = (understood["id"] or "").replace("-", " ").capitalize() or f"“{understood['query']}”"
    return f"{name}: what cities did and what came of it"
