"""How well a story answers a query, told from the words that are marked in its fields.

FTS5 finds which stories have any form of an idea, and marks them. What it cannot do is weigh an
idea once, however many of its forms a story has; nor weigh a field by what it says of a story
rather than by its length; nor weigh how many of a query's ideas a story answers. That is here.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from wwc_cli.core import searchable
from wwc_cli.core.snippet import CLOSE, OPEN
from wwc_cli.core.text import words
from wwc_cli.shape import Shape

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import TypeVar

    from wwc_cli.core.query import Form, Idea
    from wwc_cli.core.stems import Stemmer

    Key = TypeVar("Key")

FAR_KIN = 0.5  # of a word, where another of its stem stands that is hardly alike
FURTHER, MOST_FURTHER = 0.3, 2  # of an idea's further forms in one field, and how many count
ENDINGS = re.compile(r"(ness|ment|ion|ing|ed|ly|es|s|e)$")
LEAST_BARE = 3  # letters that a word keeps when its endings go
ONCE = 0.8  # of what a form counts in a field that has it more than once
LEAST_WEIGHT = 0.1  # of an idea that every story has
MISSED = 0.5  # of an idea that no story has: it should lower a score, not decide it


class Evidence(Shape):
    """That a story has an idea: in which field, in which form, as which words."""

    idea: int
    field: str
    form: Form
    found: str
    strength: float


def runs(text: str) -> list[list[str]]:
    """Return the marked words of a text, folded, in runs that nothing parts but signs."""
    found: list[list[str]] = []
    parted = True
    for part in text.split(OPEN)[1:]:
        marked, _, rest = part.partition(CLOSE)
        if parted:
            found.append([])
        found[-1] += words(marked)
        parted = any(c.isalnum() for c in rest)
    return found


Runs = dict[str, list[list[str]]]  # by field of a story: its marked words


def marked_runs(stories: Mapping[Key, Mapping[str, str]], stemmer: Stemmer) -> dict[Key, Runs]:
    """Return the marked words of stories, by number and field, and have their stems learned."""
    found = {
        number: {field: runs(text) for field, text in fields.items()}
        for number, fields in stories.items()
    }
    stemmer.learn(
        word
        for by_field in found.values()
        for each in by_field.values()
        for run in each
        for word in run
    )
    return found


def evidence(by_field: Runs, ideas: Sequence[Idea], stemmer: Stemmer) -> list[Evidence]:
    """Return for each idea and field of a story the best form that stands there."""
    found = []
    for field, marked in by_field.items():
        stems = [[stemmer.stem(word) for word in run] for run in marked]
        standing: dict[str, list[tuple[int, int]]] = {}
        for at, run in enumerate(stems):
            for start, stem in enumerate(run):
                standing.setdefault(stem, []).append((at, start))
        for at, idea in enumerate(ideas):
            here = [
                _evidence(at, field, form, places, marked)
                for form in idea.forms
                if form.field in {None, field} and (places := _places(form, stems, standing))
            ]
            if here:
                found += _best(here)
    return found


def _evidence(
    idea: int,
    field: str,
    form: Form,
    places: Sequence[tuple[int, int]],
    marked: Sequence[Sequence[str]],
) -> Evidence:
    """Return the evidence of one form in one field, with the words that stand there."""
    run, start = _as_typed(places, marked, form)
    standing = " ".join(marked[run][start : start + len(form.words)])
    often = 1.0 if len(places) > 1 else ONCE
    kin = FAR_KIN if len(form.words) == 1 and _is_far(standing, form.words[0]) else 1.0
    about = searchable.ABOUT[field]
    if form.via != "name" and len(form.words) == 1:
        about = searchable.IN_NAMES.get(field, about)
    return Evidence(idea, field, form, standing, about * form.weight * often * kin)


def _is_far(word: str, typed: str) -> bool:
    """Tell whether two words of one stem share little else: government and governance."""
    if word == typed or _bare(word) == _bare(typed):
        return False
    shared = next(
        (at for at, pair in enumerate(zip(word, typed, strict=False)) if pair[0] != pair[1]),
        min(len(word), len(typed)),
    )
    return shared < 0.7 * max(len(word), len(typed))


def _bare(word: str) -> str:
    """Return a word without its endings: trains, trained and training → train."""
    while (cut := ENDINGS.sub("", word)) != word and len(cut) >= LEAST_BARE:
        word = cut
    return word


def _best(here: Sequence[Evidence]) -> list[Evidence]:
    """Return the best evidence of an idea in a field: of its forms, or of words of a phrase apart.

    Further forms that stand there in other words say so again: streets where crashes, deaths on
    the road and traffic lights are told of are surer than those with crashes alone.
    """
    parts = [each for each in here if each.form.is_part]
    whole = sorted(
        (each for each in here if not each.form.is_part), key=lambda each: -each.strength
    )
    if not whole or whole[0].strength < sum(each.strength for each in parts):
        return parts
    best, *others = whole
    said = set(best.form.key.split())
    further: list[Evidence] = []
    for each in others:
        if len(further) < MOST_FURTHER and said.isdisjoint(stems := each.form.key.split()):
            further.append(each.replaced(strength=FURTHER * each.strength))
            said.update(stems)
    return [best, *further]


def _places(
    form: Form,
    stems: Sequence[Sequence[str]],
    standing: Mapping[str, Sequence[tuple[int, int]]],
) -> Sequence[tuple[int, int]]:
    """Return where the stems of a form stand side by side: (run, place in it)."""
    first, *rest = form.key.split(" ")
    return [
        (run, start)
        for run, start in standing.get(first, ())
        if not rest or list(stems[run][start + 1 : start + 1 + len(rest)]) == rest
    ]


def _as_typed(
    places: Sequence[tuple[int, int]], marked: Sequence[Sequence[str]], form: Form
) -> tuple[int, int]:
    """Return the place where the very words of *form* stand, or else the first."""
    size = len(form.words)
    for run, start in places:
        if tuple(marked[run][start : start + size]) == form.words:
            return run, start
    return places[0]


def answered(found: Iterable[Evidence]) -> dict[int, float]:
    """Return by idea how far a story answers it, 0 to 1: the more fields say so, the surer."""
    missing: dict[int, float] = {}
    for each in found:
        missing[each.idea] = missing.get(each.idea, 1.0) * (1 - each.strength)
    return {idea: 1 - rest for idea, rest in missing.items()}


def weights(ideas: Sequence[Idea], frequencies: Sequence[int], total: int) -> list[float]:
    """Return what each idea counts: the fewer stories have it, the more (BM25's idf)."""
    counted = []
    for idea, frequency in zip(ideas, frequencies, strict=True):
        if not frequency:
            counted.append(0.0 if idea.bonus else MISSED * idea.weight)
            continue
        rarity = math.log(1 + (total - frequency + 0.5) / (frequency + 0.5))
        counted.append(idea.weight * max(rarity, LEAST_WEIGHT))
    return counted


def score(answers: Mapping[int, float], counted: Sequence[float]) -> float:
    """Return how much of the query a story answers, 0 to 100."""
    whole = sum(counted)
    return 100 * sum(counted[at] * part for at, part in answers.items()) / whole if whole else 0.0
