"""Words that carry nothing in a query, or little."""

from __future__ import annotations

from wwc_cli.core.stopwords import STOP_WORDS, WEAK_WORDS
from wwc_cli.core.text import fold


def test_they_are_folded() -> None:
    assert {word for word in STOP_WORDS | WEAK_WORDS if fold(word) != word} == set()


def test_no_word_carries_nothing_and_little() -> None:
    assert STOP_WORDS.isdisjoint(WEAK_WORDS)
