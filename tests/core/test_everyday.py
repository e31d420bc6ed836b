"""Everyday words that are no slips."""

from __future__ import annotations

from wwc_cli.core.everyday import EVERYDAY
from wwc_cli.core.spelling import SHORTEST
from wwc_cli.core.stopwords import STOP_WORDS, WEAK_WORDS
from wwc_cli.core.text import fold


def test_they_are_folded_and_long_enough_to_be_taken_for_slips() -> None:
    assert {word for word in EVERYDAY if fold(word) != word or len(word) < SHORTEST} == set()


def test_none_is_looked_after_already() -> None:
    assert EVERYDAY.isdisjoint(STOP_WORDS | WEAK_WORDS)
