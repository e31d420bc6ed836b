"""Stems by the tokenizer of the index."""

from __future__ import annotations

import pytest

from wwc_cli.core.stems import Stemmer


@pytest.mark.parametrize(
    ("one", "other"),
    [("evictions", "evicted"), ("leak", "leaks"), ("crashes", "crash"), ("desalojo", "desalojos")],
)
def test_words_of_one_stem_are_one(one: str, other: str) -> None:
    stemmer = Stemmer()
    assert stemmer.stem(one) == stemmer.stem(other)


def test_words_of_two_stems_are_two() -> None:
    stemmer = Stemmer()
    assert stemmer.stem("crime") != stemmer.stem("trees")


def test_words_learned_together_or_apart_have_the_same_stem() -> None:
    together, apart = Stemmer(), Stemmer()
    together.learn(["evictions", "crashes", "evictions"])
    together.learn(["leaks"])
    for word in ("crashes", "leaks", "evictions"):
        assert together.stem(word) == apart.stem(word)


def test_a_key_is_the_stems_of_a_phrase() -> None:
    assert Stemmer().key(["water", "leaks"]) == "water leak"


def test_a_word_that_the_tokenizer_drops_is_its_own_stem() -> None:
    assert Stemmer().stem("") == ""
