"""Which stories, and which of their figures, answer what a brief is asked."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from wwc_cli.core import conditions, search, subject
from wwc_cli.core.text import words
from wwc_cli.shape import Shape

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from wwc_cli.core.answers import Hit, Understood
    from wwc_cli.core.catalogue import Catalogue
    from wwc_cli.core.records import Metric, Story

KINDS = ("outcome", "target", "output", "context")  # in the order in which figures are given
# Of the best score, for a story to answer the same query: a brief is read as an answer.
LEAST_OF_BEST = 1 / 3
# Of what speaks for the weightiest theme of a query, for another theme to be one of it too.
LEAST_OF_THEME = 1 / 2


class Wanted(search.Wanted):
    """What is asked, as of a search."""

    limit: int = 6


class Chosen(Shape):
    """The stories that answer, best first; what was found, and understood."""

    numbers: Sequence[int]
    total: int
    understood: Understood
    remark: str | None = None
    near: Sequence[str] = ()


def choose(wanted: Wanted, catalogue: Catalogue) -> Chosen:
    """Return the stories on the topic or theme that the words name, or that answer them.

    Raises `UsageProblem` for a filter value that is not known.
    """
    if topic := subject.topic(wanted.text, catalogue):
        return _on(topic, "topic", subject.THEMES.get(topic, ()), wanted, catalogue)
    if theme := subject.theme(wanted.text, catalogue):
        return _on(theme, "theme", [theme], wanted, catalogue)
    return _answering(wanted, catalogue)


def _on(
    name: str, kind: str, themes: Sequence[str], wanted: Wanted, catalogue: Catalogue
) -> Chosen:
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
    return Chosen(found[: wanted.limit or None], len(found), understood)


def _left(numbers: Iterable[int], wanted: Wanted, catalogue: Catalogue) -> list[int]:
    """Return those of *numbers* that the filters leave."""
    where, values = conditions.of_stories(wanted, catalogue)
    rows = catalogue.rows(
        "SELECT story.number FROM story JOIN city ON city.id = story.city_id"
        f" WHERE {' AND '.join(['1', *where])}",
        values,
    )
    left = {number for (number,) in rows}
    return [number for number in numbers if number in left]


def _answering(wanted: Wanted, catalogue: Catalogue) -> Chosen:
    """Return the stories that answer a query; of weak answers beside a good one, none."""
    found = search.search(wanted, catalogue)
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
    return Chosen(order, found.total, understood, found.remark, found.near)


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
