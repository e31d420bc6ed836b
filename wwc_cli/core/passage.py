"""The sentence of a story that answers most of a query at once.

Words that stand together mean more than the same words far apart: a story with open data in one
place and homelessness in another is not one of open data on homelessness.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wwc_cli.core import ranking
from wwc_cli.core.snippet import OF_PAGE, OPEN
from wwc_cli.core.text import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from wwc_cli.core.query import Idea
    from wwc_cli.core.stems import Stemmer


def best(
    fields: Mapping[str, str], ideas: Sequence[Idea], counted: Sequence[float], stemmer: Stemmer
) -> float:
    """Return how much of a query the best sentence answers, 0 to 100.

    *fields* are marked texts, *counted* what each idea counts (`ranking.weights`).
    """
    whole = sum(counted)
    if not whole:
        return 0.0
    shares = (
        sum(
            count * _said(idea, field, stems)
            for idea, count in zip(ideas, counted, strict=True)
            if count
        )
        for field, stems in _marked(fields, stemmer)
    )
    return 100 * max(shares, default=0.0) / whole


def _marked(fields: Mapping[str, str], stemmer: Stemmer) -> Iterator[tuple[str, str]]:
    """Yield by sentence its field and the stems of its marked words, a bar where they are apart."""
    for field, text in fields.items():
        # A saved page has so many sentences that some have anything together.
        lines = [] if field in OF_PAGE else text.split("\n")
        for sentence in (each for line in lines if OPEN in line for each in _sentences(line)):
            if OPEN in sentence:
                runs = ranking.runs(sentence)
                yield field, "|".join(f" {stemmer.key(run)} " for run in runs)


def _sentences(line: str) -> Iterable[str]:
    """Return the sentences of a line; most lines are one, which is quickly told."""
    return sentences(line) if any(end in line for end in (". ", "! ", "? ")) else (line,)


def _said(idea: Idea, field: str, stems: str) -> float:
    """Return the weight of the best form of an idea that stands in a sentence; 0 where none."""
    return max(
        (
            form.weight
            for form in idea.forms
            if f" {form.key} " in stems and form.field in {None, field}
        ),
        default=0.0,
    )
