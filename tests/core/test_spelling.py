"""Slips in a query put right."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from wwc_cli.core import query
from wwc_cli.core.stems import Stemmer

if TYPE_CHECKING:
    from wwc_cli.core.catalogue import Catalogue


def corrected(text: str, catalogue: Catalogue) -> str | None:
    return query.parse(text, catalogue, Stemmer()).searched_for


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("evicton", "eviction"),
        ("homelesness", "homelessness"),
        ("Philadelpia", "philadelphia"),
        ("teen pregancy", "teen pregnancy"),
        ("emision", "emission"),
        ("barraka", "baraka"),
    ],
)
def test_a_slip_becomes_the_word_that_was_meant(typed: str, meant: str, bundled: Catalogue) -> None:
    told = corrected(typed, bundled)
    assert told is not None
    assert told.startswith(meant[:-1])


@pytest.mark.parametrize("typed", ["seguirdad vial", "seguridade viaria", "despejjos"])
def test_slips_in_spanish_and_portuguese_are_put_right(typed: str, bundled: Catalogue) -> None:
    assert corrected(typed, bundled)


@pytest.mark.parametrize("typed", ["crime", "trees", "fines", "meals", "leaks", "Newark"])
def test_a_word_that_is_known_is_never_touched(typed: str, bundled: Catalogue) -> None:
    assert corrected(typed, bundled) is None


@pytest.mark.parametrize("typed", ["zzqqxx", "cryptocurrency", "qwertyuiop", "xyz"])
def test_what_is_like_nothing_stays_as_it_is(typed: str, bundled: Catalogue) -> None:
    assert corrected(typed, bundled) is None


def test_words_typed_as_one_are_parted(bundled: Catalogue) -> None:
    told = query.parse("greencostshare", bundled, Stemmer()).ideas[0].typed
    assert told.replace(" ", "") == "greencostshare"
    assert told != "greencostshare"
