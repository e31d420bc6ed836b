"""The closed lists of words."""

from __future__ import annotations

import re

import pytest

from wwc_cli.core import vocabulary

LISTS = ["UNITS", "THEMES", "PROGRAM_KINDS", "PRACTICES"]


@pytest.mark.parametrize("name", LISTS)
def test_no_word_stands_twice_in_a_list(name: str) -> None:
    words = getattr(vocabulary, name)
    assert words
    assert sorted(words) == sorted(set(words))


@pytest.mark.parametrize("name", LISTS[1:])
def test_words_that_are_ids_are_lower_case_with_hyphens(name: str) -> None:
    for word in getattr(vocabulary, name):
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", word), word


def test_a_unit_carries_no_scale() -> None:
    for unit in vocabulary.UNITS:
        assert not re.search(r"thousands|million|billion|\b\d|%|\$", unit), unit
