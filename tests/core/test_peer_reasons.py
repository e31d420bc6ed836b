"""Why a city is a peer, in words."""

from __future__ import annotations

from typing import Any

import pytest

from wwc_cli.core.nearness import Known
from wwc_cli.core.peer_reasons import reasons, times


def known(**changes: Any) -> Known:
    tags = {"topics": frozenset[str](), "themes": frozenset[str]()}
    return Known(**{"population": None, "country_code": "US", "level": None, **tags, **changes})


def said(own: Known, other: Known, **shared: Any) -> list[str]:
    return reasons(own, other, **{"topics": [], "themes": [], **shared})


@pytest.mark.parametrize(
    ("ratio", "words"),
    [
        (1, "about as large"),
        (1.1, "about as large"),
        (0.91, "about as large"),
        (1.11, "11% larger"),
        (0.9, "10% smaller"),
        (1.42, "42% larger"),
        (0.53, "47% smaller"),
        (1.89, "89% larger"),
        (1.9, "about twice as large"),
        (0.52, "about half as large"),
        (2.6, "about three times as large"),
        (1 / 3, "about a third as large"),
        (7.8, "about eight times as large"),
        (10.4, "about ten times as large"),
        (0.1, "about a tenth as large"),
        (10.6, "more than ten times as large"),
        (900, "more than ten times as large"),
        (0.0004, "less than a tenth as large"),
    ],
)
def test_a_size_in_words(ratio: float, words: str) -> None:
    assert times(ratio) == words


def test_a_size_is_told_with_both_numbers() -> None:
    pair = (known(population=204_851), known(population=290_000))
    assert said(*pair) == ["42% larger (290,000 against 204,851)", "same country"]


def test_where_a_population_is_not_known_nothing_is_said_of_size() -> None:
    for pair in ((known(population=5), known()), (known(), known(population=5))):
        assert said(*pair) == ["same country"]


@pytest.mark.parametrize(
    ("own", "other", "words"),
    [
        ("US", "US", ["same country"]),
        ("US", "CA", ["also in North America", "English spoken in both"]),
        ("BR", "AR", ["also in Latin America"]),
        ("US", "JM", ["English spoken in both"]),
        ("US", "BR", []),
        ("XX", "XX", ["same country"]),
        ("XX", "US", []),
    ],
)
def test_a_place_in_words(own: str, other: str, words: list[str]) -> None:
    assert said(known(country_code=own), known(country_code=other)) == words


@pytest.mark.parametrize(
    ("own", "other", "words"),
    [
        ("gold", "gold", ["both gold"]),
        ("gold", "silver", ["silver, a level below"]),
        ("silver", "gold", ["gold, a level above"]),
        ("silver", "platinum", ["platinum, two levels above"]),
        ("platinum", "silver", ["silver, two levels below"]),
        (None, "gold", []),
        ("gold", None, []),
        (None, None, []),
    ],
)
def test_a_level_in_words(own: str | None, other: str | None, words: list[str]) -> None:
    pair = (known(level=own, country_code="US"), known(level=other, country_code="BR"))
    assert said(*pair) == words


@pytest.mark.parametrize(
    ("shared", "words"),
    [
        ({"topics": ["energy"]}, "shares energy"),
        ({"topics": ["energy", "public-safety"]}, "shares energy and public safety"),
        ({"topics": list("abcd")}, "shares a, b, c and d"),
        ({"topics": list("abcde")}, "shares a, b, c and 2 more"),
        ({"themes": ["traffic-safety", "crime"]}, "results on traffic safety and crime in both"),
        ({"asked": ["housing"]}, "tells of housing"),
    ],
)
def test_what_both_are_about_in_words(shared: dict[str, list[str]], words: str) -> None:
    assert said(known(), known(country_code="BR"), **shared) == [words]


def test_the_reasons_come_in_one_order() -> None:
    own = known(population=100, level="gold", country_code="MX")
    other = known(population=1000, level="silver", country_code="CO")
    assert said(own, other, topics=["energy"], themes=["crime"], asked=["housing"]) == [
        "about ten times as large (1,000 against 100)",
        "also in Latin America",
        "Spanish spoken in both",
        "silver, a level below",
        "tells of housing",
        "shares energy",
        "results on crime in both",
    ]
