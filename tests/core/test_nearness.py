"""How near one city is to another, and the weights."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from wwc_cli.core import nearness
from wwc_cli.core.nearness import WEIGHTS, Known
from wwc_cli.errors import UsageProblem

if TYPE_CHECKING:
    from collections.abc import Mapping

ONE = {"population": 100_000, "country_code": "US", "level": "gold"}
RARITIES = {
    "topics": {"housing": 1.0, "energy": 3.0, "equity": 1.0},
    "themes": {"crime": 1.0, "trust": 1.0},
}


def known(**changes: Any) -> Known:
    tags = {"topics": frozenset({"housing", "energy"}), "themes": frozenset({"crime"})}
    return Known(**{**ONE, **tags, **changes})


def score(own: Known, other: Known, weight: Mapping[str, float] = WEIGHTS, **only: float) -> float:
    """Return a score with the usual weights, or with just these."""
    wanted = {**dict.fromkeys(WEIGHTS, 0.0), **only} if only else weight
    fields = (other.population, other.country_code, other.level, other.topics, other.themes)
    return nearness.scorer(own, wanted, RARITIES)(*fields)


def test_a_city_like_it_in_all_is_as_near_as_can_be() -> None:
    assert score(known(), known()) == pytest.approx(100)


def test_a_city_unlike_it_in_all_is_not_near() -> None:
    other = known(
        population=2_000_000,
        country_code="BR",
        level=None,
        topics=frozenset({"equity"}),
        themes=frozenset({"trust"}),
    )
    assert score(known(), other) == 0


@pytest.mark.parametrize(
    ("population", "near"),
    [
        (100_000, 100),
        (200_000, 69.9),
        (50_000, 69.9),
        (400_000, 39.8),
        (1_000_000, 0),
        (10_000, 0),
        (9_000_000, 0),
        (None, 0),
    ],
)
def test_size_goes_by_the_ratio_and_ends_at_ten_times(population: int | None, near: float) -> None:
    assert score(known(), known(population=population), size=1) == pytest.approx(near, abs=0.05)


@pytest.mark.parametrize(
    ("own", "other", "country", "language"),
    [
        ("US", "US", 100, 100),
        ("US", "CA", 50, 100),
        ("MX", "CO", 50, 100),
        ("MX", "BR", 50, 0),
        ("US", "BR", 0, 0),
        ("US", "XX", 0, 0),
    ],
)
def test_a_country_of_the_same_region_is_half_as_near(
    own: str, other: str, country: float, language: float
) -> None:
    pair = (known(country_code=own), known(country_code=other))
    assert score(*pair, country=1) == country
    assert score(*pair, language=1) == language


@pytest.mark.parametrize(
    ("own", "other", "near"),
    [
        ("gold", "gold", 100),
        ("gold", "silver", 50),
        ("gold", "platinum", 50),
        ("silver", "platinum", 0),
        ("gold", None, 0),
    ],
)
def test_a_level_apart_is_half_as_near(own: str, other: str | None, near: float) -> None:
    assert score(known(level=own), known(level=other), level=1) == near


def test_topics_are_the_share_of_both_that_either_has_by_rarity() -> None:
    other = known(topics=frozenset({"energy", "equity"}))
    assert score(known(), other, topics=1) == pytest.approx(60)  # 3 of 1 + 3 + 1


def test_themes_likewise() -> None:
    other = known(themes=frozenset({"crime", "trust"}))
    assert score(known(), other, themes=1) == 50


def test_a_city_with_every_topic_is_not_as_near_as_one_with_the_same() -> None:
    everything = known(topics=frozenset(RARITIES["topics"]))
    assert score(known(), everything, topics=1) < score(known(), known(), topics=1)


@pytest.mark.parametrize(
    ("changes", "left_out"),
    [
        ({}, []),
        ({"population": None}, ["size"]),
        ({"country_code": "XX"}, ["language"]),
        ({"level": None}, ["level"]),
        ({"topics": frozenset()}, ["topics"]),
        ({"themes": frozenset()}, ["themes"]),
        ({"population": None, "level": None}, ["size", "level"]),
    ],
)
def test_what_is_not_known_of_the_city_is_not_weighed(
    changes: dict[str, Any], left_out: list[str]
) -> None:
    own = known(**changes)
    assert nearness.weighed(own) == [part for part in WEIGHTS if part not in left_out]
    assert score(own, known(**changes)) == pytest.approx(100)


def test_where_nothing_can_be_weighed_all_are_0() -> None:
    assert score(known(population=None), known(), size=1) == 0


def test_a_weight_counts_by_its_share_of_all() -> None:
    other = known(country_code="CA")
    assert score(known(), other, size=3, country=1) == pytest.approx(87.5)
    assert score(known(), other, size=1, country=3) == pytest.approx(62.5)


def test_the_largest_and_smallest_weights_can_be_reckoned_with() -> None:
    other = known(country_code="CA")
    assert score(known(), other, size=1e308, country=1e308) == pytest.approx(75)
    assert score(known(), other, size=5e-324, country=5e-324) == pytest.approx(75)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [("US", "CA", True), ("US", "BR", False), ("US", "XX", None), ("SR", "SR", True)],
)
def test_whether_two_countries_speak_alike_may_not_be_known(
    one: str, other: str, alike: bool | None
) -> None:
    assert nearness.speaks_alike(one, other) is alike


@pytest.mark.parametrize(
    ("typed", "changed"),
    [
        ([], {}),
        (["size=5"], {"size": 5.0}),
        (["size=2", "topics=0"], {"size": 2.0, "topics": 0.0}),
        ([" Size = 0.5 "], {"size": 0.5}),
        (["size=1", "size=3"], {"size": 3.0}),
    ],
)
def test_weights_as_typed(typed: list[str], changed: dict[str, float]) -> None:
    assert nearness.weights(typed) == {**WEIGHTS, **changed}


@pytest.mark.parametrize("typed", ["sise=2", "=2", "", "distance=1", "2", "\x1b[2J=1"])
def test_another_name_is_answered_with_the_right_ones(typed: str) -> None:
    with pytest.raises(UsageProblem, match="No weight is called") as caught:
        nearness.weights([typed])
    assert caught.value.suggestions == [
        *("size", "country", "language", "level", "topics", "themes")
    ]
    assert "size, country, language, level, topics and themes" in (caught.value.hint or "")
    assert caught.value.message.isprintable()


@pytest.mark.parametrize("number", ["", "x", "-1", "nan", "inf", "2,5", "2=3"])
def test_what_is_no_number_from_0_up_is_a_mistake(number: str) -> None:
    with pytest.raises(UsageProblem, match="has no number from 0 up") as caught:
        nearness.weights([f"level={number}"])
    assert caught.value.hint == "For example: --weight level=2"


def test_something_must_be_left_to_weigh() -> None:
    with pytest.raises(UsageProblem, match="nothing to go by"):
        nearness.weights([f"{part}=0" for part in WEIGHTS])
