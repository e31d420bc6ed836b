"""Finding stories: candidates by FTS5, filters, ranking, and the reason for every hit.

How a query becomes ideas is query.py; how well a story answers them, ranking.py; which text is
searched, searchable.py.
"""

from __future__ import annotations

import math
from contextlib import closing
from typing import TYPE_CHECKING, Literal, cast

from wwc_cli.core import conditions, query, ranking, searchable
from wwc_cli.core.snippet import CLOSE, OPEN, snippet
from wwc_cli.core.stems import Stemmer
from wwc_cli.shape import Shape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wwc_cli.core.answers import Card, Hit, Match, Via
    from wwc_cli.core.catalogue import Catalogue
    from wwc_cli.core.query import Idea
    from wwc_cli.core.ranking import Evidence

# A story that answers less than this of a query (of 100) is no answer to it.
LEAST_SCORE = 8
# What a story in brief counts for: of two that answer alike, the one told whole comes first.
IN_BRIEF = 0.95
# Of a story's score, what the sentence that answers most of the query at once has in it.
AT_ONCE = 0.1
# Candidates weighed one by one: all of a small store, such as the bundled one; of a large library,
# a few more than are asked for, since BM25 puts the best among them.
FEWEST_CANDIDATES = 64
SPARE_CANDIDATES = 1.2


class Wanted(conditions.Filters):
    """What is asked for: words as typed, and what the stories must be."""

    text: str = ""
    limit: int = 10
    sort: Literal["score", "city", "date"] = "score"


class Found(Shape):
    """The stories found, best first; how many there are beyond the limit, and were searched.

    `typed` is the query, and `searched_for` what it was understood as, where they differ.
    `near` are topics to try where nothing was found.
    """

    hits: list[Hit]
    total: int
    searched: int
    typed: str = ""
    searched_for: str | None = None
    near: Sequence[str] = ()

    @property
    def remark(self) -> str | None:
        """What to tell the user of how the query was understood."""
        return query.remark(self.typed, self.searched_for)


def search(wanted: Wanted, catalogue: Catalogue) -> Found:
    """Return the stories that answer the query and pass every filter.

    Without a query: all that the filters leave, with score 0.
    Raises `UsageProblem` for a filter value that is not known.
    """
    where, values = conditions.of_stories(wanted, catalogue)
    searched = catalogue.story_count()
    if not wanted.text.strip():
        return _filtered(wanted, where, values, catalogue, searched=searched)
    with closing(Stemmer(catalogue.stems)) as stemmer:
        return _answered(wanted, (where, values), catalogue, stemmer, searched=searched)


def _answered(
    wanted: Wanted,
    filtered: tuple[list[str], list[str]],
    catalogue: Catalogue,
    stemmer: Stemmer,
    *,
    searched: int,
) -> Found:
    """Return the stories that answer the query, of those that the filters leave."""
    where, values = filtered
    asked = query.parse(wanted.text, catalogue, stemmer)
    ideas = asked.ideas
    # In another order than by score, the first can be any of them.
    limit = wanted.limit if wanted.sort == "score" else 0
    candidates, total = _candidates(ideas, where, values, catalogue, limit=limit)
    fields = _marked(ideas, candidates, catalogue)
    runs = ranking.marked_runs(fields, stemmer)
    found = {n: ranking.evidence(runs.get(n, {}), ideas, stemmer) for n in candidates}
    answers = {number: ranking.answered(each) for number, each in found.items()}
    # Of all stories, so that a filter does not change a score. One idea alone is all there is.
    frequencies = [1] * len(ideas)
    if len(ideas) > 1:
        frequencies = [catalogue.matching(_any([idea])) for idea in ideas]
    counted = ranking.weights(ideas, frequencies, searched)
    scores = {number: ranking.score(answer, counted) for number, answer in answers.items()}
    if len(ideas) > 1:
        from wwc_cli.core import passage  # of one idea alone, all sentences hold the same

        for number, marked in fields.items():
            at_once = passage.best(marked, ideas, counted, stemmer)
            scores[number] += AT_ONCE * (at_once - scores[number])
    kept = [number for number in candidates if scores[number] >= LEAST_SCORE]
    total -= len(candidates) - len(kept)
    if not kept:
        from wwc_cli.core import filters  # and with it thefuzz, where there is no hit to show

        near = filters.near_topics(wanted.text, catalogue)
        return Found([], 0, searched, wanted.text, asked.searched_for, near)
    cards = catalogue.cards(kept)
    scores |= {n: scores[n] * IN_BRIEF for n in kept if cards[n]["coverage"] == "brief"}
    kept.sort(key=lambda number: _order(cards[number], scores[number], wanted.sort))
    shown = kept[: wanted.limit] if wanted.limit else kept
    hits = [_hit(cards[n], score=scores[n], found=found[n], fields=fields[n]) for n in shown]
    return Found(hits, total, searched, wanted.text, asked.searched_for)


def _order(card: Card, score: float, sort: str) -> tuple[object, ...]:
    """Return what stories are sorted by; ties by city, so that the same query gives the same."""
    if sort == "city":
        return (card["city_id"], card["id"])
    newest_first = tuple(-ord(c) for c in card["level_date"] or "") if sort == "date" else ()
    return (newest_first == (), newest_first, -round(score, 6), card["city_id"], card["id"])


def _filtered(
    wanted: Wanted, where: list[str], values: list[str], catalogue: Catalogue, *, searched: int
) -> Found:
    """Return all stories that the filters leave."""
    numbers = [
        number
        for (number,) in catalogue.rows(
            "SELECT story.number FROM story JOIN city ON city.id = story.city_id"
            f" WHERE {' AND '.join(['1', *where])}",
            values,
        )
    ]
    cards = catalogue.cards(numbers)
    numbers.sort(key=lambda number: _order(cards[number], 0.0, wanted.sort))
    shown = numbers[: wanted.limit] if wanted.limit else numbers
    hits = [_hit(cards[number], score=0.0, found=[], fields={}) for number in shown]
    return Found(hits, len(numbers), searched)


def _any(ideas: Sequence[Idea]) -> str:
    """Return the FTS5 query for stories with any form of any of *ideas*."""
    return " OR ".join(form.match for idea in ideas for form in idea.forms)


def _candidates(
    ideas: Sequence[Idea],
    where: list[str],
    values: list[str],
    catalogue: Catalogue,
    *,
    limit: int,
) -> tuple[list[int], int]:
    """Return the stories worth weighing, by number, and how many there are of their kind.

    First those that have every idea as typed, then every idea in any form, then any idea: in a
    large library the first are enough, and the rest is not read, nor counted.
    """
    if not ideas:
        return [], 0
    asked = [idea for idea in ideas if not idea.is_weak] or [
        idea for idea in ideas if not idea.bonus
    ]
    typed = " AND ".join(idea.as_typed.match for idea in asked)
    whole = " AND ".join(f"({_any([idea])})" for idea in asked)
    enough = math.ceil(SPARE_CANDIDATES * limit)
    most = max(enough, FEWEST_CANDIDATES) if limit else -1
    weights = ", ".join(map(str, searchable.WEIGHTS))
    numbers: dict[int, None] = {}
    total = 0
    joined = (
        " JOIN story ON story.number = story_text.rowid JOIN city ON city.id = story.city_id"
        if where
        else ""
    )
    matching = f"FROM story_text{joined} WHERE {' AND '.join(['story_text MATCH ?', *where])}"
    for expression in (typed, whole, _any(asked)):
        if limit and len(numbers) >= most:
            break
        rows = catalogue.rows(
            f"SELECT story_text.rowid {matching}"
            f" ORDER BY bm25(story_text, {weights}), story_text.rowid LIMIT {most}",
            [expression, *values],
        )
        numbers.update((number, None) for (number,) in rows)
        total = len(numbers)
        if limit and len(rows) >= most:
            ((count,),) = catalogue.rows(f"SELECT count(*) {matching}", [expression, *values])
            total = max(total, count)
    found = list(numbers)
    return (found[:enough] if limit and total > most else found), total


def _marked(
    ideas: Sequence[Idea], numbers: Sequence[int], catalogue: Catalogue
) -> dict[int, dict[str, str]]:
    """Return, by story, the text of each field in which a form stands, matched words marked."""
    if not numbers:
        return {}
    columns = ", ".join(
        f"highlight(story_text, {at}, '{OPEN}', '{CLOSE}')" for at in range(len(searchable.FIELDS))
    )
    marks = ", ".join("?" * len(numbers))
    rows = catalogue.rows(
        f"SELECT rowid, {columns} FROM story_text WHERE story_text MATCH ? AND rowid IN ({marks})",
        [_any(ideas), *numbers],
    )
    return {
        number: {
            field: text
            for field, text in zip(searchable.FIELDS, texts, strict=True)
            if OPEN in text
        }
        for number, *texts in rows
    }


def _hit(card: Card, *, score: float, found: Sequence[Evidence], fields: dict[str, str]) -> Hit:
    """Return a story found, with its reasons and a snippet."""
    matched: list[Match] = [
        {"field": each.field, "term": each.found, "via": _via(each)} for each in found
    ]
    of_card = {key: value for key, value in card.items() if key != "source_url"}
    hit = {
        **of_card,
        "score": min(round(score), 100),
        "matched": list({tuple(match.items()): match for match in matched}.values()),
        "snippet": snippet(fields, weights=searchable.PROSE, worth=_worth(found)),
        "source_url": card["source_url"],
    }
    return cast("Hit", hit)


def _worth(found: Sequence[Evidence]) -> dict[str, float]:
    """Return what each found word counts in a snippet."""
    worth: dict[str, float] = {}
    for each in found:
        for word in each.found.split():
            worth[word] = max(worth.get(word, 0.0), each.form.weight)
    return worth


def _via(evidence: Evidence) -> Via:
    """Return by which way words were found: as typed, or another word of the same stem, or ours."""
    if evidence.form.via == "word" and evidence.found != " ".join(evidence.form.words):
        return "stem"
    return evidence.form.via
