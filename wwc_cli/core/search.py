"""Finding stories: field-weighted BM25 over the catalogue's index, filters, reasons.

How a query becomes terms is query.py; which text is searched, with which weight, searchable.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, cast

from wwc_cli.core import query, searchable
from wwc_cli.core.snippet import CLOSE, OPEN, marked_words, snippet
from wwc_cli.core.stems import Stems
from wwc_cli.core.text import fold
from wwc_cli.shape import Shape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wwc_cli.core.catalogue import Catalogue
    from wwc_cli.core.records import Card, Hit, Match

# BM25 at which the score is halfway to 100: a word in the headline of a small collection.
_HALFWAY = 6.0


class Wanted(Shape):
    """What is asked for: words as typed, and filters as typed (alternatives within each)."""

    text: str = ""
    topics: Sequence[str] = ()
    countries: Sequence[str] = ()
    states: Sequence[str] = ()
    levels: Sequence[str] = ()
    themes: Sequence[str] = ()
    coverages: Sequence[str] = ()
    origins: Sequence[str] = ()
    limit: int = 10
    sort: Literal["score", "city", "date"] = "score"


class Found(Shape):
    """The stories found, best first; how many there are beyond the limit, and were searched."""

    hits: list[Hit]
    total: int
    searched: int


def search(wanted: Wanted, catalogue: Catalogue) -> Found:
    """Return the stories that have any word of the query and pass every filter.

    Without a query: all that the filters leave, with score 0.
    Raises `UsageProblem` for a filter value that is not known.
    """
    terms = query.terms(wanted.text)
    where, values = _conditions(wanted, catalogue)
    matching = "story_text MATCH ?" if terms else "1"
    weights = ", ".join(map(str, searchable.WEIGHTS.values()))
    rank = f"bm25(story_text, {weights})" if terms else "0"
    order = {
        "score": "rank, city.id, story.number",
        "city": "city.id, story.number",
        "date": "story.date IS NULL, story.date DESC, rank, city.id, story.number",
    }[wanted.sort]
    rows: list[tuple[int, float]] = []
    if terms or not wanted.text.strip():
        rows = catalogue.rows(
            f"SELECT story.number, {rank} AS rank FROM"
            f"{' story_text JOIN story ON story.number = story_text.rowid' if terms else ' story'}"
            f" JOIN city ON city.id = story.city_id"
            f" WHERE {' AND '.join([matching, *where])} ORDER BY {order}",
            [*([query.expression(terms)] if terms else []), *values],
        )
    shown = rows[: wanted.limit] if wanted.limit else rows
    cards = catalogue.cards([number for number, _ in shown])
    marked = _marked(terms, [number for number, _ in shown], catalogue)
    stems = Stems(terms)
    hits = [
        _hit(cards[number], rank=rank, stems=stems, fields=marked.get(number, {}))
        for number, rank in shown
    ]
    return Found(hits, total=len(rows), searched=catalogue.story_count())


def _conditions(wanted: Wanted, catalogue: Catalogue) -> tuple[list[str], list[str]]:
    """Return SQL conditions on `story` and `city`, and the values bound to them."""
    conditions: list[str] = []
    values: list[str] = []

    if wanted.topics or wanted.themes or wanted.countries or wanted.states:
        from wwc_cli.core import filters

    def add(condition: str, alternatives: Sequence[str]) -> None:
        if alternatives:
            conditions.append(condition.format(", ".join("?" * len(alternatives))))
            values.extend(alternatives)

    tagged = "story.number IN (SELECT story FROM tag WHERE kind = '{}' AND value IN ({{}}))"
    if wanted.topics:
        add(tagged.format("topic"), filters.topics(wanted.topics, catalogue))
    if wanted.themes:
        add(tagged.format("theme"), filters.themes(wanted.themes, catalogue))
    if wanted.countries:
        add("city.country_code IN ({})", filters.countries(wanted.countries, catalogue))
    if wanted.states:
        states = filters.states(wanted.states, catalogue)
        conditions.append(
            "(city.country_code, city.subdivision) IN (VALUES "
            + ", ".join(["(?, ?)"] * len(states))
            + ")"
        )
        values.extend(value for state in states for value in state)
    add("coalesce(city.level, 'unstated') IN ({})", wanted.levels)
    add("story.coverage IN ({})", wanted.coverages)
    add("story.origin IN ({})", wanted.origins)
    return conditions, values


def _marked(
    terms: Sequence[str], numbers: Sequence[int], catalogue: Catalogue
) -> dict[int, dict[str, str]]:
    """Return, by story, the text of each field in which a term stands, matched words marked."""
    if not terms or not numbers:
        return {}
    columns = ", ".join(
        f"highlight(story_text, {at}, '{OPEN}', '{CLOSE}')" for at in range(len(searchable.FIELDS))
    )
    marks = ", ".join("?" * len(numbers))
    any_term = " OR ".join(f'"{term}"' for term in terms)
    rows = catalogue.rows(
        f"SELECT rowid, {columns} FROM story_text WHERE story_text MATCH ? AND rowid IN ({marks})",
        [any_term, *numbers],
    )
    return {
        number: {
            field: text
            for field, text in zip(searchable.FIELDS, texts, strict=True)
            if OPEN in text
        }
        for number, *texts in rows
    }


def _hit(card: Card, *, rank: float, stems: Stems, fields: dict[str, str]) -> Hit:
    """Return a story found, with its reasons and a snippet."""
    of_card = {key: value for key, value in card.items() if key != "source_url"}
    hit = {
        **of_card,
        "score": round(100 * -rank / (_HALFWAY - rank)),
        "matched": [
            match for field, text in fields.items() for match in _matches(field, text, stems)
        ],
        "snippet": snippet(fields, weights=searchable.PROSE, meaning=stems.term_of),
        "source_url": card["source_url"],
    }
    return cast("Hit", hit)


def _matches(field: str, text: str, stems: Stems) -> list[Match]:
    """Return which terms stand in a field: as typed, or as another word of the same stem."""
    found = {fold(word) for word in marked_words(text)}
    by_stem = {stems.term_of(word) for word in found}
    return [
        {"field": field, "term": term, "via": "word" if term in found else "stem"}
        for term in stems.terms
        if term in found or term in by_stem
    ]
