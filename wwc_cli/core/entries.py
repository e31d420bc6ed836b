"""Typed text → an entry on the program: a term in three languages, a code, a part, a question.

In this order: what it is called; a question, by the words it has in common with one of ours; the
one entry of which a name begins so; a single slip in a name. What fits nothing, or several, is an
error that names what is near. How near is near enough: resolve.py, which does so for cities.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wwc_cli.core.programme import entry_key
from wwc_cli.core.resolve import (
    MOST_NAMED,
    NEAR_RATIO,
    SHORTEST_BEGINNING,
    SHORTEST_SLIP,
    SLIP_LEAD,
    SLIP_RATIO,
)
from wwc_cli.core.text import fold, join, words
from wwc_cli.errors import UnknownName
from wwc_cli.shape import Shape

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from wwc_cli.core.catalogue import Catalogue
    from wwc_cli.core.records import Entry

OVERVIEW = "what-works-cities"
FAINT_RATIO = 50  # of 100: the one to name where nothing is as near as an error wants
WHAT_THERE_IS = "What can be asked for: wwc about. By what cities did: wwc search WORDS."
LIKE_QUESTION = 0.6  # of 1: Dice's coefficient of the words of two questions
SHARED_WORDS = 3  # at least; two words are the name of a thing more often than a question
# How people begin who ask what something is.
_LEAD = re.compile(
    r"(?:(?:what|who) (?:is|are|does)|que (?:es|son|significa)|quien(?:es)? (?:es|son)"
    r"|o que (?:e|sao|significa)|quem (?:e|sao)|define|meaning of) (?:(?:an?|the|una?|uma?"
    r"|el|los?|las?|os?|as) )?"
)


class Found(Shape):
    """An entry, and a remark for the user where the way to it should be told."""

    entry: Entry
    remark: str | None


def entry(text: str, catalogue: Catalogue) -> Found:
    """Return the entry that *text* names; the overview where it is empty.

    Raises `UnknownName` where none does, or several do.
    """
    key = entry_key(text) if text.strip() else OVERVIEW.replace("-", " ")
    for named in dict.fromkeys((key, key.removesuffix("s"), _asked(key))):
        if fitting := catalogue.entries_called(named):
            if len(fitting) > 1:
                raise _ambiguous(text, fitting)
            return Found(fitting[0], None)
    return (
        _by_question(text, key, catalogue)
        or _by_beginning(text, key, catalogue)
        or _by_slip(text, key, catalogue)
    )


def _asked(key: str) -> str:
    """Return what a question asks the meaning of: `what is open data` → `open data`."""
    return _LEAD.sub("", key, count=1) if _LEAD.match(key) else key


def _by_question(text: str, key: str, catalogue: Catalogue) -> Found | None:
    """Return the question of ours that has most words in common with *text*, if it has enough."""
    from wwc_cli.core.stems import Stemmer
    from wwc_cli.core.stopwords import STOP_WORDS

    typed = {word for word in words(key) if word not in STOP_WORDS}
    if len(typed) < SHARED_WORDS:
        return None
    stemmer = Stemmer()

    def likeness(form: str) -> float:
        wanted = {stemmer.stem(word) for word in typed}
        own = {stemmer.stem(word) for word in words(form) if word not in STOP_WORDS}
        shared = len(wanted & own)
        return 2 * shared / (len(wanted) + len(own)) if shared >= SHARED_WORDS else 0

    ranked = [
        (max(map(likeness, (asked["term"]["en"], *asked["aliases"]))), asked)
        for asked in catalogue.entries()
        if asked["kind"] == "question"
    ]
    stemmer.close()
    best, nearest = max(ranked, key=lambda pair: pair[0], default=(0, None))
    if nearest is None or best < LIKE_QUESTION:
        return None
    return Found(nearest, f"Took {text!r} for {nearest['term']['en']!r}.")


def _by_beginning(text: str, key: str, catalogue: Catalogue) -> Found | None:
    """Return the one entry of which a name begins with *key*."""
    if len(key) < SHORTEST_BEGINNING:
        return None
    fitting = _records((i for name, i in catalogue.entry_keys() if name.startswith(key)), catalogue)
    if len(fitting) > 1:
        raise _ambiguous(text, fitting)
    if not fitting:
        return None
    return Found(fitting[0], f"Only {label(fitting[0])} begins with {text!r}.")


def _by_slip(text: str, key: str, catalogue: Catalogue) -> Found:
    """Return the entry of which *key* is a name with a single slip in it."""
    from thefuzz import fuzz

    likeness: dict[str, int] = {}
    for name, entry_id in catalogue.entry_keys():
        likeness[entry_id] = max(likeness.get(entry_id, 0), int(fuzz.ratio(key, name)))
    # Sorting keeps the order of the store where two are as near.
    ranked = sorted(likeness, key=lambda entry_id: -likeness[entry_id])
    best, second = [*(likeness[entry_id] for entry_id in ranked[:2]), 0, 0][:2]
    letters = sum(c.isalpha() for c in key)
    if letters >= SHORTEST_SLIP and best >= SLIP_RATIO and best >= second + SLIP_LEAD:
        (nearest,) = _records(ranked[:1], catalogue)
        return Found(nearest, f"Took {text!r} for {label(nearest)}.")
    # What is much less near than the best is not what was meant.
    least = max(NEAR_RATIO, best - SLIP_LEAD) if letters >= SHORTEST_BEGINNING else 101
    near = [each for each in ranked[:3] if likeness[each] >= least]
    faint = ranked[:1] if letters >= SHORTEST_SLIP and best >= FAINT_RATIO else []
    near = [*_sharing(key, catalogue), *near]
    raise _unknown(text, key, _records(near, catalogue), _records(faint, catalogue), catalogue)


def _sharing(key: str, catalogue: Catalogue) -> list[str]:
    """Return the ids of entries that have all words of *key* in a name, or whose name is in it."""
    typed = set(key.split())
    return [
        entry_id
        for name, entry_id in catalogue.entry_keys()
        if typed and (typed <= set(name.split()) or set(name.split()) <= typed)
    ]


def _records(ids: Iterable[str], catalogue: Catalogue) -> list[Entry]:
    """Return the entries with those ids, in that order, each once."""
    found = (catalogue.entry(entry_id) for entry_id in dict.fromkeys(ids))
    return [each for each in found if each]


def label(entry: Entry) -> str:
    """Return an entry as errors and remarks name it: `open data portal (open-data-portal)`."""
    term, entry_id = entry["term"]["en"], entry["id"]
    return term if fold(term) == entry_id else f"{term} ({entry_id})"


def _ambiguous(text: str, fitting: Sequence[Entry]) -> UnknownName:
    """Return the error for a name that several entries have, or begin with."""
    shown = [label(each) for each in fitting[:MOST_NAMED]]
    if len(fitting) > MOST_NAMED:
        shown.append(f"{len(fitting) - MOST_NAMED} more")
    return UnknownName(
        f"{text!r} can be {join(shown, last='or')}.",
        hint=f"Say which with its id: wwc about {fitting[0]['id']}",
        suggestions=[each["id"] for each in fitting],
    )


def _unknown(
    text: str, key: str, near: Sequence[Entry], faint: Sequence[Entry], catalogue: Catalogue
) -> UnknownName:
    """Return the error for what no entry is called; *faint* is named if none is *near*."""
    near = near[:MOST_NAMED]
    if cities := catalogue.cities_called(key):
        near, hint = [], f"It is a city: wwc show {cities[0]['id']}"
    elif key in {entry_key(topic["id"]) for topic in catalogue.topics()}:
        near, hint = [], f"It is a topic of stories: wwc search --topic {key.replace(' ', '-')}"
    elif near:
        hint = f"Did you mean {join([label(each) for each in near], last='or')}?"
    elif near := faint:
        hint = f"The nearest is {label(near[0])}. {WHAT_THERE_IS}"
    else:
        hint = WHAT_THERE_IS
    return UnknownName(
        f"Nothing on the program is called {text!r}.",
        hint=hint,
        suggestions=[each["id"] for each in near],
    )
