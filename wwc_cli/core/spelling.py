"""Slips in the words of a query put right: by the words that stories, concepts and names have.

A word that any of them knows is never touched, nor one of everyday language.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wwc_cli.core.everyday import EVERYDAY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from wwc_cli.core.catalogue import Catalogue
    from wwc_cli.core.query import Word
    from wwc_cli.core.stems import Stemmer

SHORTEST = 4  # letters; in a shorter word another letter makes another word
# Likeness of 100 that two words need: one letter wrong, missing, doubled, or two swapped.
RATIO = {4: 85, 5: 80, 6: 80}
LONGEST = 40  # letters; a longer word is no name typed as one
MOST_PARTS = 3  # words that are typed as one: greencostshare
RATIO_LONG = 82
LEAD = 3  # ahead of the next word of another stem; closer than that, who knows


def corrected(
    words: Sequence[Word], unknown: set[str], catalogue: Catalogue, stemmer: Stemmer
) -> list[Word]:
    """Return *words* with the unknown ones parted, joined or put right, as stories have them."""
    return list(_corrected(words, unknown, catalogue, stemmer))


def _corrected(
    words: Sequence[Word], unknown: set[str], catalogue: Catalogue, stemmer: Stemmer
) -> Iterator[Word]:
    at = 0
    while at < len(words):
        word = words[at]
        both = word.text + words[at + 1].text if at + 1 < len(words) else ""
        if both and {word.text, words[at + 1].text} & unknown and catalogue.known({both: both}):
            yield word.replaced(text=both)
            at += 2
            continue
        at += 1
        if word.text not in unknown or word.text in EVERYDAY:
            yield word
        elif parts := _parted(word.text, catalogue):
            yield word.replaced(text=parts[0])
            yield from (word.replaced(text=part, joined=True) for part in parts[1:])
        elif right := _nearest(word.text, catalogue, stemmer):
            yield word.replaced(text=right, corrected=True)
        else:
            yield word


def _parted(text: str, catalogue: Catalogue, *, most: int = MOST_PARTS) -> list[str]:
    """Return the words that stand side by side in a story and together make *text*, if any."""
    for at in range(1, len(text) if len(text) <= LONGEST else 0):
        first, rest = text[:at], text[at:]
        if catalogue.matching(f'"{first} {rest}"') and max(len(first), len(rest)) > 2:
            return [first, rest]
        if most > 2 and at > 2 and catalogue.matching(f'"{first}"'):
            more = _parted(rest, catalogue, most=most - 1)
            if more and catalogue.matching(f'"{" ".join([first, *more])}"'):
                return [first, *more]
    return []


def _nearest(text: str, catalogue: Catalogue, stemmer: Stemmer) -> str | None:
    """Return the known word that *text* is a slip of, if one is clearly nearer than others."""
    if len(text) < SHORTEST:
        return None
    from thefuzz import fuzz, process

    reach = 1 if len(text) < 9 else 2
    candidates = catalogue.words_like(text, reach=reach)
    best = process.extract(text, candidates, processor=None, scorer=fuzz.ratio, limit=12)
    near: list[tuple[str, int]] = [
        (word, ratio) for word, ratio in best if ratio >= RATIO.get(len(text), RATIO_LONG)
    ]
    if not near:
        return None
    # Of words alike the one that more stories have; of two stems the clearly nearer.
    top, ratio = near[0]
    stemmer.learn(word for word, _ in near)
    rivals = [w for w, r in near if r > ratio - LEAD and stemmer.stem(w) != stemmer.stem(top)]
    if not rivals:
        return top
    weights = catalogue.frequencies([top, *rivals])
    first, second, *_ = sorted((weights.get(word, 0) for word in (top, *rivals)), reverse=True)[:2]
    if first >= 2 * max(second, 1) or _same_letters(text, top):
        return max(
            (top, *rivals), key=lambda word: (_same_letters(text, word), weights.get(word, 0))
        )
    return top if _same_beginning(text, top, rivals) else None


def _same_letters(one: str, other: str) -> bool:
    """Tell whether two words differ by the order of their letters alone."""
    return sorted(one) == sorted(other)


def _same_beginning(text: str, top: str, rivals: Iterable[str]) -> bool:
    """Tell whether *top* alone begins as *text* does: slips are rare in the first letters."""
    return text[:2] == top[:2] and not any(text[:2] == rival[:2] for rival in rivals)
