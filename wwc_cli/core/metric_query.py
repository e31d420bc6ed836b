"""Which figures answer a query: by their own words, and by the city that they are of.

A query is understood as in a search (query.py). But a story tells of much, and a figure of one
thing: what counts is its statement, its subject and its theme, not the rest of its story.
"""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from wwc_cli.core import query, ranking, searchable
from wwc_cli.core.snippet import CLOSE, OPEN
from wwc_cli.core.stems import Stemmer
from wwc_cli.shape import Shape

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from wwc_cli.core.catalogue import Catalogue
    from wwc_cli.core.query import Form, Idea

# Of what a query says, by how rare its ideas are: less than this is no answer to it.
LEAST = 0.5
_COLUMN = searchable.FIELDS.index("metrics")

_Figure = tuple[int, int]  # the number of a story, and the place of a metric in it


class Answers(Shape):
    """The figures that answer a query, by story; `None` stands for all of a story.

    `searched_for` is what the query was understood as, if not as it was typed.
    """

    by_story: Mapping[int, set[int] | None]
    searched_for: str | None

    @property
    def condition(self) -> str:
        """The SQL condition for the stories that these figures are of."""
        return f"story.number IN ({', '.join(map(str, self.by_story))})"

    def has(self, story: int, place: int) -> bool:
        """Tell whether the metric at *place* of a story is among them."""
        places = self.by_story.get(story, set())
        return places is None or place in places


def answers(text: str, catalogue: Catalogue) -> Answers:
    """Return the figures that answer a query.

    A city or country that is named must be that of the figure, or stand in it. Of the rest of
    the query a figure must answer as much as any other does, and half of it at least.
    """
    with closing(Stemmer(catalogue.stems)) as stemmer:
        asked = query.parse(text, catalogue, stemmer)
        ideas = [idea for idea in asked.ideas if not idea.is_weak]
        ideas = ideas or [idea for idea in asked.ideas if not idea.bonus]
        places = [at for at, idea in enumerate(ideas) if _in_cities(idea)]
        own = _own_words(ideas, catalogue, stemmer)
    inside = {n for at in places for n in _stories(_in_cities(ideas[at]), catalogue)}
    if places:
        own = {
            figure: found
            for figure, found in own.items()
            if figure[0] in inside or any(at in found for at in places)
        }
    if len(places) == len(ideas):
        return Answers({**_by_story(own), **dict.fromkeys(inside)}, asked.searched_for)
    return Answers(_by_story(_best(own, ideas, places, catalogue)), asked.searched_for)


def _in_cities(idea: Idea) -> list[Form]:
    """Return the forms of an idea that name a city, or where cities lie."""
    return [form for form in idea.forms if form.field == "city"]


def _stories(forms: Iterable[Form], catalogue: Catalogue) -> Iterable[int]:
    """Return the numbers of the stories that have one of *forms*."""
    rows = catalogue.rows(
        "SELECT rowid FROM story_text WHERE story_text MATCH ?",
        [" OR ".join(form.match for form in forms)],
    )
    return (number for (number,) in rows)


def _own_words(
    ideas: Sequence[Idea], catalogue: Catalogue, stemmer: Stemmer
) -> dict[_Figure, dict[int, float]]:
    """Return by figure how far its own words answer each idea: 1, or less for part of a phrase."""
    forms = [form.match for idea in ideas for form in idea.forms if form.field is None]
    if not forms:
        return {}
    rows = catalogue.rows(
        f"SELECT rowid, highlight(story_text, {_COLUMN}, '{OPEN}', '{CLOSE}') FROM story_text"
        " WHERE story_text MATCH ?",
        [f"metrics : ({' OR '.join(forms)})"],
    )
    marked = {
        figure: {"metrics": text}
        for number, field in rows
        for figure, text in _figures(number, field)
    }
    found: dict[_Figure, dict[int, float]] = {}
    for figure, runs in ranking.marked_runs(marked, stemmer).items():
        for each in ranking.evidence(runs, ideas, stemmer):
            of_figure = found.setdefault(figure, {})
            said = each.form.weight if each.form.is_part else 1.0
            of_figure[each.idea] = min(of_figure.get(each.idea, 0.0) + said, 1.0)
    return found


def _figures(number: int, field: str) -> Iterable[tuple[_Figure, str]]:
    """Yield the figures of a story that have marked words, each with its lines."""
    lines = field.split("\n")
    for at in range(0, len(lines), searchable.METRIC_LINES):
        text = "\n".join(lines[at : at + searchable.METRIC_LINES])
        if OPEN in text:
            yield (number, at // searchable.METRIC_LINES), text


def _best(
    own: Mapping[_Figure, Mapping[int, float]],
    ideas: Sequence[Idea],
    places: Sequence[int],
    catalogue: Catalogue,
) -> list[_Figure]:
    """Return the figures that answer most of what is asked beside *places*, and enough of it."""
    counted = [1.0] * len(ideas)
    if len(ideas) > 1:
        stories = [
            catalogue.matching(" OR ".join(form.match for form in idea.forms)) for idea in ideas
        ]
        counted = ranking.weights(ideas, stories, catalogue.story_count())
    for at in places:
        counted[at] = 0.0
    scores = {
        figure: sum(counted[at] * said for at, said in found.items())
        for figure, found in own.items()
    }
    enough = max([LEAST * sum(counted), *scores.values()]) - 1e-9
    return [figure for figure, score in scores.items() if score >= enough]


def _by_story(figures: Iterable[_Figure]) -> dict[int, set[int] | None]:
    by_story: dict[int, set[int] | None] = {}
    for story, place in figures:
        places = by_story.setdefault(story, set())
        if places is not None:
            places.add(place)
    return by_story
