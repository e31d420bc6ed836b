"""A typed query → the ideas that are looked for, each in all the forms in which stories put it.

In this order: the words as typed; slips put right; phrases that mean something (places, topics,
concepts in three languages), longest first; what is left, word by word. Any text is safe here:
what FTS5 would read as syntax is parted from the words before the words are quoted.
"""

from __future__ import annotations

import math
import re
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from wwc_cli.core import thesaurus
from wwc_cli.core.stopwords import STOP_WORDS, WEAK_WORDS
from wwc_cli.core.text import fold
from wwc_cli.shape import Shape

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wwc_cli.core.catalogue import Catalogue
    from wwc_cli.core.stems import Stemmer
    from wwc_cli.core.thesaurus import Sense

    Via = Literal["word", "synonym", "spelling", "name"]

MOST_WORDS = 24  # a query longer than that is a text; its first words say what it is about

# What a form counts against the words as typed, which count 1.
PART = 0.7  # the words of a typed phrase, where they do not stand side by side
LEAST_SHARE = 0.45  # of what a phrase says, for one of its words to be looked for alone
LATER, LEAST_LATER = 0.04, 0.7  # what each further word for a concept loses, and keeps
SYNONYM = 0.6  # what we added to a word that stories know
TRANSLATION = 0.9  # what we added to a word of another language, which stories cannot know
PLAIN = 0.5  # a word that means nothing known, beside two parts that do
WEAK = 0.25  # a word that many stories have whatever they are about
PAIR = 0.5  # that two words stand side by side in the story as in the query


class Word(Shape):
    """A word of a query, folded; *joined* to the one before by a hyphen or the like."""

    text: str
    joined: bool = False
    corrected: bool = False


class Form(Shape):
    """One way in which a story can have an idea: words in a row, anywhere or in one field.

    *key* is their stems. A *part* is one word of a typed phrase, on its own.
    """

    words: tuple[str, ...]
    weight: float
    via: Via
    field: str | None = None
    is_part: bool = False
    key: str = ""

    @property
    def match(self) -> str:
        """The FTS5 query for this form."""
        phrase = f'"{" ".join(self.words)}"'
        return f"{{{self.field}}} : {phrase}" if self.field else phrase


class Idea(Shape):
    """A part of a query that a story can answer, in any of its forms.

    A *bonus* is looked for beside other ideas, and not missed where no story has it.
    """

    typed: str
    forms: list[Form]
    weight: float = 1.0
    bonus: bool = False

    @property
    def as_typed(self) -> Form:
        """The form in the words of the query, or the first of those that stand for it."""
        return next((form for form in self.forms if form.via != "name"), self.forms[0])

    @property
    def is_weak(self) -> bool:
        """Tell whether the idea is too common to look for stories by it alone."""
        return self.bonus or self.weight <= WEAK


class Query(Shape):
    """What is looked for, and what to tell of it: what was searched for, if not what was typed."""

    ideas: list[Idea]
    searched_for: str | None


def parse(text: str, catalogue: Catalogue, stemmer: Stemmer) -> Query:
    """Return the ideas of a typed query; none where it has no word."""
    words = list(_words(text))[:MOST_WORDS]
    stemmer.learn(word.text for word in words)
    if unknown := _unknown(words, catalogue, stemmer):
        from wwc_cli.core import spelling  # and with it thefuzz, for slips only

        words = spelling.corrected(words, unknown, catalogue, stemmer)
        stemmer.learn(word.text for word in words)
    segments = list(_segments(words, catalogue, stemmer))
    if any(senses or not _is_stop(part) for part, senses in segments):
        segments = [(part, senses) for part, senses in segments if senses or not _is_stop(part)]
    ideas = [_idea(part, senses, catalogue) for part, senses in segments]
    if sum(bool(senses) for _, senses in segments) > 1:
        ideas = [
            idea if senses else idea.replaced(weight=min(idea.weight, PLAIN))
            for idea, (_, senses) in zip(ideas, segments, strict=True)
        ]
    shown = [_shown(part, senses) for part, senses in segments]
    differs = any(word.corrected for word in words) or any(
        _is_foreign(senses) for _, senses in segments
    )
    ideas += _pairs(segments)
    stemmer.learn(word for idea in ideas for form in idea.forms for word in form.words)
    keyed = [
        idea.replaced(forms=[form.replaced(key=stemmer.key(form.words)) for form in idea.forms])
        for idea in ideas
    ]
    return Query(keyed, " ".join(shown) if differs else None)


def remark(typed: str, searched_for: str | None) -> str | None:
    """Return what to tell the user of how a query was understood, where that is not plain."""
    if searched_for is None:
        return None
    return f'Searched for "{searched_for}" (you typed "{typed}").'


def _words(text: str) -> Iterator[Word]:
    """Yield the words of *text*."""
    folded = fold(text)
    end = 0
    for word in re.finditer(r"[^\W_]+", folded):
        yield Word(word.group(), joined=end > 0 and _is_joint(folded[end : word.start()]))
        end = word.end()


def _unknown(words: Sequence[Word], catalogue: Catalogue, stemmer: Stemmer) -> set[str]:
    """Return the words that no story, concept or place has, in any form of their stem."""
    telling = {
        word.text: stemmer.stem(word.text)
        for word in words
        if not _is_stop([word]) and word.text not in WEAK_WORDS and not word.text.isdigit()
    }
    return set(telling) - catalogue.known(telling) if telling else set()


def _is_joint(between: str) -> bool:
    return len(between) == 1 and between in "-&/.'’"


def _is_stop(part: Sequence[Word]) -> bool:
    """Tell whether no word of a part says anything on its own; a lone letter never does."""
    return all(
        word.text in STOP_WORDS or (len(word.text) == 1 and not word.text.isdigit())
        for word in part
    )


_Segment = tuple[list[Word], "list[Sense]"]


def _segments(words: Sequence[Word], catalogue: Catalogue, stemmer: Stemmer) -> Iterator[_Segment]:
    """Yield the words in parts: those that mean something together, longest first, or one."""
    keys = {
        (at, length): stemmer.key(word.text for word in words[at : at + length])
        for at in range(len(words))
        for length in range(1, min(thesaurus.LONGEST, len(words) - at) + 1)
        if not _is_stop(words[at : at + length])
    }
    typed = {
        key: " ".join(word.text for word in words[at : at + length])
        for (at, length), key in keys.items()
    }
    known = thesaurus.senses(typed, catalogue) if keys else {}
    at = 0
    while at < len(words):
        length = next(
            (
                length
                for length in range(min(thesaurus.LONGEST, len(words) - at), 0, -1)
                if keys.get((at, length)) in known
            ),
            0,
        )
        if not length:
            length = 1
            while at + length < len(words) and words[at + length].joined:
                length += 1
            yield list(words[at : at + length]), []
        else:
            yield list(words[at : at + length]), known[keys[at, length]]
        at += length


def _idea(part: Sequence[Word], senses: Sequence[Sense], catalogue: Catalogue) -> Idea:
    """Return what to look for: the words as typed, together and apart, and what they mean."""
    typed = tuple(word.text for word in part)
    via: Via = "spelling" if any(word.corrected for word in part) else "word"
    forms = [
        Form(_phrase(sense.name), 1.0, "name", sense.kind)
        for sense in senses
        if sense.kind in thesaurus.NAMED
    ]
    is_foreign = _is_foreign(senses)
    if not is_foreign or all(catalogue.frequencies(typed).get(word) for word in typed):
        forms.append(Form(typed, 1.0, via))
        is_place = bool(senses) and all(sense.kind == "city" for sense in senses)
        if not is_place:  # Washington State is not in Washington, nor the Carolinas one state
            forms += _parts(typed, 1.0, via, catalogue)
    added = TRANSLATION if is_foreign else SYNONYM
    for sense in senses:
        if sense.kind == "topic":
            forms.append(Form(_phrase(sense.name), added, "synonym", "topics"))
        elif sense.kind == "concept":
            forms += _found_by(sense, added)
            if is_foreign:
                forms.append(Form(_phrase(sense.name), added, "synonym"))
    weak = not senses and all(word in WEAK_WORDS for word in typed)
    return Idea(" ".join(typed), _best_of_each(forms), WEAK if weak else 1.0)


def _found_by(sense: Sense, weight: float) -> list[Form]:
    """Return the words that stories have for a concept; the first are the most telling."""
    return [
        Form(_phrase(find), weight * max(1 - LATER * at, LEAST_LATER), "synonym")
        for at, find in enumerate(sense.finds)
    ]


def _parts(phrase: Sequence[str], weight: float, via: Via, catalogue: Catalogue) -> list[Form]:
    """Return the words of a phrase on their own, by what each says of it: the rarer, the more.

    The cameras of surveillance cameras say much, the safety of traffic safety very little.
    """
    if len(phrase) < 2:
        return []
    total = catalogue.story_count()
    rarity = {
        word: math.log(1 + total / (catalogue.matching(f'"{word}"') + 0.5))
        for word in phrase
        if _tells(word)
    }
    whole = sum(rarity.values())
    return [
        Form((word,), PART * weight * rare / whole, via, is_part=True)
        for word, rare in rarity.items()
        if rare / whole >= LEAST_SHARE
    ]


def _best_of_each(forms: Sequence[Form]) -> list[Form]:
    """Return *forms* without a repeat, the weightier of two alike."""
    best: dict[tuple[tuple[str, ...], str | None], Form] = {}
    for form in forms:
        if form.words:
            best.setdefault((form.words, form.field), form)
    return list(best.values())


def _tells(word: str) -> bool:
    return word not in STOP_WORDS and word not in WEAK_WORDS and len(word) > 1


def _phrase(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[^\W_]+", fold(text)))


def _pairs(segments: Sequence[_Segment]) -> Iterator[Idea]:
    """Yield a bonus for each two parts that stand side by side in the query."""
    for (first, senses), (second, more) in pairwise(segments):
        if _is_foreign(senses) or _is_foreign(more):
            continue
        both = tuple(word.text for word in (*first, *second))
        yield Idea(" ".join(both), [Form(both, 1.0, "word")], PAIR, bonus=True)


def _is_foreign(senses: Sequence[Sense]) -> bool:
    """Tell whether a part is known as Spanish or Portuguese, and as nothing else."""
    return bool(senses) and all(sense.language in {"es", "pt"} for sense in senses)


def _shown(part: Sequence[Word], senses: Sequence[Sense]) -> str:
    """Return a part as it was searched for: in English, slips put right."""
    if _is_foreign(senses):
        return senses[0].name.lower()
    text = part[0].text
    for word in part[1:]:
        text += ("-" if word.joined else " ") + word.text
    return text
