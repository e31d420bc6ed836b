"""What cities did about one thing, on a page: stories, their figures, what is not known, sources.

Which stories and figures those are is told in docs/scripting.md; what is not known is put into
sentences in unknown.py.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from wwc_cli.core import cite, conditions, filters, search, subject
from wwc_cli.core.figures import cited
from wwc_cli.core.text import words
from wwc_cli.core.unknown import not_known
from wwc_cli.errors import UsageProblem
from wwc_cli.shape import Shape

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from wwc_cli.core.catalogue import Catalogue
    from wwc_cli.core.records import (
        Brief,
        BriefFigure,
        BriefStory,
        Card,
        Citation,
        Hit,
        Metric,
        Story,
        Understood,
    )

KINDS = ("outcome", "target", "output", "context")  # in the order in which figures are given
# Of the best score, for a story to answer the same query: a brief is read as an answer.
LEAST_OF_BEST = 1 / 3
# Of what speaks for the weightiest theme of a query, for another theme to be one of it too.
LEAST_OF_THEME = 1 / 2


class Wanted(Shape):
    """What is asked: words as typed, and filters as typed (alternatives within each)."""

    text: str
    topics: Sequence[str] = ()
    countries: Sequence[str] = ()
    states: Sequence[str] = ()
    levels: Sequence[str] = ()
    themes: Sequence[str] = ()
    limit: int = 6


class Written(Shape):
    """A brief, and what to tell of how the words were understood."""

    brief: Brief
    remark: str | None = None


class _Chosen(Shape):
    """The stories that answer, best first; what was found, and understood."""

    numbers: Sequence[int]
    total: int
    understood: Understood
    remark: str | None = None
    near: Sequence[str] = ()


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
    if topic := subject.topic(asked, catalogue):
        chosen = _on(topic, "topic", subject.THEMES.get(topic, ()), wanted, catalogue)
    elif theme := subject.theme(asked, catalogue):
        chosen = _on(theme, "theme", [theme], wanted, catalogue)
    else:
        chosen = _answering(wanted, catalogue)
    chosen.understood["only"] = only
    stories = [catalogue.stories(chosen.numbers)[number] for number in chosen.numbers]
    citations = cite.items(stories, catalogue)
    told = _told(chosen, stories, citations, catalogue)
    written: Brief = {
        "title": _title(asked, chosen.understood),
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


def _on(
    name: str, kind: str, themes: Sequence[str], wanted: Wanted, catalogue: Catalogue
) -> _Chosen:
    """Return the stories on a topic or with figures on a theme; most results come first.

    A topic has those that carry it, and those with an outcome on one of its themes.
    """
    numbers = {number for _, number in catalogue.tagged(kind, [name])}
    if kind == "topic":
        numbers |= {number for _, number in catalogue.tagged("outcome", themes)}
    stories = catalogue.stories(_left(numbers, wanted, catalogue))

    def order(number: int) -> tuple[object, ...]:
        kinds: Counter[str] = Counter(
            metric["kind"]
            for metric in relevant(stories[number]["metrics"], themes)
            if metric["value"] is not None
        )
        story = stories[number]
        return (*(-kinds[each] for each in KINDS), story["city_id"], story["id"])

    found = sorted(stories, key=order)
    understood: Understood = {
        "kind": "topic" if kind == "topic" else "theme",
        "id": name,
        "query": None,
        "themes": list(themes),
        "only": {},
    }
    return _Chosen(found[: wanted.limit or None], len(found), understood)


def _left(numbers: Iterable[int], wanted: Wanted, catalogue: Catalogue) -> list[int]:
    """Return those of *numbers* that the filters leave."""
    where, values = conditions.of_stories(catalogue, **_filters(wanted))
    rows = catalogue.rows(
        "SELECT story.number FROM story JOIN city ON city.id = story.city_id"
        f" WHERE {' AND '.join(['1', *where])}",
        values,
    )
    left = {number for (number,) in rows}
    return [number for number in numbers if number in left]


def _answering(wanted: Wanted, catalogue: Catalogue) -> _Chosen:
    """Return the stories that answer a query; of weak answers beside a good one, none."""
    asked = search.Wanted(text=wanted.text, limit=wanted.limit).replaced(**_filters(wanted))
    found = search.search(asked, catalogue)
    best = max((hit["score"] for hit in found.hits), default=0)
    hits = [hit for hit in found.hits if hit["score"] >= best * LEAST_OF_BEST]
    numbers = catalogue.story_numbers(hit["id"] for hit in hits)
    stories = catalogue.stories(list(numbers.values()))
    understood: Understood = {
        "kind": "query",
        "id": None,
        "query": found.searched_for or wanted.text,
        "themes": _themes([(hit, stories[numbers[hit["id"]]]) for hit in hits]),
        "only": {},
    }
    order = [numbers[hit["id"]] for hit in hits]
    return _Chosen(order, found.total, understood, found.remark, found.near)


def _themes(found: Iterable[tuple[Hit, Story]]) -> list[str]:
    """Return the themes of the figures in which the words of a query stand, weightiest first.

    A story speaks for a theme with its score. Where the words stand in no figure there is no
    theme: whatever came of it answers.
    """
    weight: Counter[str] = Counter()
    for hit, story in found:
        terms = [
            f" {match['term']} "
            for match in hit["matched"]
            if match["field"] == "metrics" and match["via"] != "name"
        ]
        matched = {
            metric["theme"]
            for metric in story["metrics"]
            if any(term in _searched(metric) for term in terms)
        }
        weight.update(dict.fromkeys(matched, hit["score"]))
    most = max(weight.values(), default=0)
    kept = [theme for theme, each in weight.items() if each >= most * LEAST_OF_THEME]
    return sorted(kept, key=lambda theme: (-weight[theme], theme))


def _searched(metric: Metric) -> str:
    """Return the words of a figure as the search has them (searchable.py)."""
    text = f"{metric['statement']} {metric['subject']} {metric['theme']}"
    return f" {' '.join(words(text))} "


def relevant(metrics: Iterable[Metric], themes: Sequence[str]) -> list[Metric]:
    """Return the figures on *themes*, or all where there are none, outcomes first.

    How many people live there is no answer to anything.
    """
    kept = [
        metric
        for metric in metrics
        if (metric["theme"] in themes if themes else metric["theme"] != "population")
    ]
    return sorted(kept, key=lambda metric: KINDS.index(metric["kind"]))


def _told(
    chosen: _Chosen,
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
        "city_id": card["city_id"],
        "city": card["city"],
        "subdivision": card["subdivision"],
        "country": card["country"],
        "country_code": card["country_code"],
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


def _filters(wanted: Wanted) -> dict[str, Sequence[str]]:
    names = ("topics", "countries", "states", "levels", "themes")
    return {name: getattr(wanted, name) for name in names}


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


def _title(asked: str, understood: Understood) -> str:
    name = (understood["id"] or "").replace("-", " ").capitalize() or f"“{asked}”"
    return f"{name}: what cities did and what came of it"
