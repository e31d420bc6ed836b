"""A sentence as words, numbers and signs, each with where it stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wwc_cli.core import text as text_of
from wwc_cli.shape import Shape

if TYPE_CHECKING:
    from collections.abc import Iterator

# Digits with their commas and stops, words with their apostrophes, single signs. No part of it
# can match the same characters in two ways, so the time it takes grows with the text alone.
_TOKEN = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[^\W\d_]+(?:[’'][^\W\d_]+)*|\S")
# A stop after these ends no sentence; text.sentences knows words of one and two letters.
_ABBREVIATED = re.compile(
    r"\b(Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|Inc|Dept|approx|est)\.(?=\s)", re.IGNORECASE
)
_LONGEST = 1000  # characters of a sentence
_LONGEST_WORD = 100
DASHES = frozenset("-\u2010\u2011‒–—−")
HYPHENS = frozenset("-\u2010\u2011")
_FOREIGN = frozenset(
    "el la los las del en por que para con más y e da do das dos mais em de se al su".split()
)
_ENGLISH = frozenset("the of and in to a by for is was".split())


class Token(Shape):
    """A word, a number or a sign; *low* is in lower case, *glued* to the token before it."""

    text: str
    low: str
    glued: bool

    @property
    def is_number(self) -> bool:
        """Tell whether it is written in digits."""
        return self.text[0] in "0123456789"

    @property
    def is_word(self) -> bool:
        """Tell whether it is made of letters."""
        return self.text[0].isalpha()

    @property
    def is_capitalized(self) -> bool:
        """Tell whether it begins as names do."""
        return self.text[0].isupper()


class Words:
    """The tokens of a sentence, safe to ask for beyond its ends.

    *is_heading*: nearly all of it is capitalized. *is_foreign*: it is in Spanish or Portuguese,
    by its smallest words.
    """

    def __init__(self, sentence: str) -> None:
        end = 0
        self.tokens: list[Token] = []
        for found in _TOKEN.finditer(sentence):
            text = found.group()
            self.tokens.append(Token(text, text.lower().replace("’", "'"), found.start() == end))
            end = found.end()
        self._lows = [token.low for token in self.tokens]
        foreign = sum(low in _FOREIGN for low in self._lows)
        self.is_foreign = foreign > max(1, sum(low in _ENGLISH for low in self._lows))
        words = [token for token in self.tokens[:60] if token.is_word and len(token.text) > 3]
        capitals = sum(token.is_capitalized for token in words)
        self.is_heading = len(words) > 2 and capitals > 0.85 * len(words)

    def __len__(self) -> int:
        return len(self.tokens)

    def __getitem__(self, at: int) -> Token:
        return self.tokens[at] if 0 <= at < len(self.tokens) else _NOTHING

    def low(self, at: int) -> str:
        """Return the token at a place in lower case; empty beyond the ends."""
        return self._lows[at] if 0 <= at < len(self._lows) else ""

    def lows(self, first: int, last: int) -> list[str]:
        """Return the tokens from *first* up to *last* in lower case."""
        return self._lows[max(first, 0) : max(last, 0)]

    def has(self, at: int, *phrase: str) -> bool:
        """Tell whether a phrase of lower-case tokens begins at a place."""
        return all(self.low(at + step) == word for step, word in enumerate(phrase))

    def is_glued(self, at: int) -> bool:
        """Tell whether a token touches the one before it."""
        return at > 0 and self[at].glued

    def is_name(self, at: int) -> bool:
        """Tell whether a token is capitalized though no sentence begins with it."""
        return at > 0 and self[at].is_capitalized and not self.is_heading


_NOTHING = Token(" ", "", glued=False)


def squeezed(text: str) -> str:
    """Return *text* made safe, on one line, with single spaces."""
    return " ".join(text_of.clean(text).split())


def sentences(text: str) -> list[Words]:
    """Return the sentences of squeezed *text* as words.

    What is longer than any sentence is parted, and what is longer than any word is left out: the
    rules look both ways from a figure, and must not look far.
    """
    parts = text_of.sentences(_ABBREVIATED.sub(r"\1", text))
    return [Words(piece) for part in parts for piece in _pieces(part)]


def _pieces(sentence: str) -> Iterator[str]:
    if len(sentence) <= _LONGEST:
        yield sentence
        return
    piece: list[str] = []
    length = 0
    for word in sentence.split(" "):
        if len(word) > _LONGEST_WORD:
            continue
        # Not between a number and its scale, while words stand between numbers.
        if length > 2 * _LONGEST or (length > _LONGEST and piece[-1].isalpha()):
            yield " ".join(piece)
            piece, length = [], 0
        piece.append(word)
        length += len(word) + 1
    yield " ".join(piece)
