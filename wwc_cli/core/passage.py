"""The sentence of a story that answers most of a query at once.

Words that stand together mean more than the same words far apart: a story with open data in one
place and homelessness in another is not one of open data on homelessness.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wwc_cli.core import ranking
from wwc_cli.core.snippet import OPEN
from wwc_cli.core.text import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from wwc_cli.core.query import Idea
    from wwc_cli.core.stems import Stemmer

# What a sentence of a saved page counts against one that was written of the story.
IN_PAGE = 0.6
_OF_PAGE = frozenset({"quotes", "text"})


def best(
    fields: Mapping[str, str], ideas: Sequence[Idea], counted: Sequence[float], stemmer: Stemmer
) -> float:
    """Return how much of a query the best sentence answers, 0 to 100.

    *fields* are marked texts, *counted* what each idea counts (`ranking.weights`).
    """
    whole = sum(counted)
    if not whole:
        return 0.0
    most = 0.0
    for field, text in fields.items():
        page = IN_PAGE if field in _OF_PAGE else 1.0
        for stems in _marked(text, stemmer):
            held = sum(
                count * _said(idea, field, stems)
                for idea, count in zip(ideas, counted, strict=True)
                if count
            )
            most = max(most, page * held / whole)
    return 100 * most


def _marked(text: str, stemmer: Stemmer) -> Iterator[str]:
    """Yield the stems of the marked words of each sentence, a bar between words that are apart."""
    for line in text.split("\n"):
        if OPEN not in line:
            continue
        for sentence in sentences(line):
            if OPEN in sentence:
                runs = ranking.runs(sentence)
                yield "|".join(f" {stemmer.key(run)} " for run in runs)


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
