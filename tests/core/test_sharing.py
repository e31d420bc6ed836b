"""What a shared topic or theme counts."""

from __future__ import annotations

import math

import pytest

from wwc_cli.core.sharing import as_words, listed, rarity


def test_the_fewer_have_it_the_more_it_counts() -> None:
    counted = [rarity(frequency, 24) for frequency in (1, 2, 12, 24)]
    assert counted == sorted(counted, reverse=True)
    assert len(set(counted)) == 4


def test_what_all_have_counts_little_and_not_nothing() -> None:
    assert rarity(24, 24) == pytest.approx(math.log(2))


def test_tags_are_told_as_words() -> None:
    assert as_words(["traffic-safety", "crime"]) == ["traffic safety", "crime"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], ""),
        (["a and b"], "a and b"),
        (["a", "b"], "a and b"),
        (["a", "b", "c"], "a, b and c"),
        (["a and b", "c"], "a and b, and c"),
        (["a", "b and c", "d"], "a, b and c, and d"),
    ],
)
def test_a_name_with_an_and_is_told_from_its_neighbor(words: list[str], said: str) -> None:
    assert listed(words) == said
