"""Cities side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.factories import make_city, make_metric, make_story
from wwc_cli.core.compare import compare, is_comparable
from wwc_cli.core.profile import profile

if TYPE_CHECKING:
    from wwc_cli.core.answers import Profile
    from wwc_cli.core.catalogue import Catalogue
    from wwc_cli.core.records import Metric, Story


def make_profile(city_id: str, *stories: Story) -> Profile:
    return {
        "city": make_city(city_id),
        "certification": None,
        "stories": list(stories),
        "related": [],
        "sources": [],
    }


def about(city_id: str, *topics: str) -> Profile:
    return make_profile(city_id, make_story(city_id, topics=topics, metrics=[]))


def measured(city_id: str, *metrics: Metric) -> Profile:
    return make_profile(city_id, make_story(city_id, metrics=list(metrics)))


def test_the_profiles_are_kept_as_they_are_in_the_order_asked_for() -> None:
    profiles = [about("b-nj"), about("a-nj")]
    comparison = compare(profiles)
    assert comparison["cities"] == profiles
    assert list(comparison) == ["cities", "shared_topics", "topics_only", "themes"]


def test_a_topic_of_two_cities_is_shared_in_the_order_of_the_first() -> None:
    comparison = compare(
        [about("a-nj", "youth", "water", "housing"), about("b-nj", "housing", "youth", "trees")]
    )
    assert comparison["shared_topics"] == ["youth", "housing"]
    assert comparison["topics_only"] == {"a-nj": ["water"], "b-nj": ["trees"]}


def test_of_three_cities_a_topic_of_two_is_shared() -> None:
    comparison = compare([about("a-nj", "x"), about("b-nj", "y", "z"), about("c-nj", "y")])
    assert comparison["shared_topics"] == ["y"]
    assert comparison["topics_only"] == {"a-nj": ["x"], "b-nj": ["z"], "c-nj": []}


def test_a_topic_of_two_stories_of_one_city_is_not_shared() -> None:
    twice = make_profile(
        "a-nj", *(make_story("a-nj", id=name, topics=["x"], metrics=[]) for name in ("1", "2"))
    )
    comparison = compare([twice, about("b-nj", "y")])
    assert comparison["shared_topics"] == []
    assert comparison["topics_only"] == {"a-nj": ["x"], "b-nj": ["y"]}


def test_a_city_without_a_story_shares_nothing() -> None:
    comparison = compare([about("a-nj", "x"), make_profile("b-nj")])
    assert comparison["shared_topics"] == []
    assert comparison["topics_only"] == {"a-nj": ["x"], "b-nj": []}
    assert comparison["themes"] == []


def test_each_theme_has_the_metrics_of_each_city_and_an_empty_list_for_one_without() -> None:
    first, second = make_metric(theme="crime"), make_metric(theme="crime", value=5)
    comparison = compare([measured("a-nj", first, second), measured("b-nj")])
    assert comparison["themes"] == [
        {"theme": "crime", "metrics": {"a-nj": [first, second], "b-nj": []}, "comparable": False}
    ]


def test_themes_of_more_cities_come_first_and_comparable_ones_before_others() -> None:
    dollars = make_metric(theme="savings", unit="USD")
    comparison = compare(
        [
            measured(
                "a-nj",
                make_metric(theme="only-a"),
                make_metric(theme="savings"),
                make_metric(theme="crime"),
            ),
            measured("b-nj", dollars, make_metric(theme="crime")),
        ]
    )
    assert [(theme["theme"], theme["comparable"]) for theme in comparison["themes"]] == [
        ("crime", True),
        ("savings", False),
        ("only-a", False),
    ]


@pytest.mark.parametrize(
    ("changes", "comparable"),
    [
        ({}, True),
        ({"value": 3, "period": "1999", "qualifier": "over", "subject": "other"}, True),
        ({"unit": "people"}, False),
        ({"direction": "increase"}, False),
        ({"direction": "none"}, False),
        ({"kind": "target"}, False),
        ({"value": None}, False),
    ],
)
def test_figures_compare_only_where_unit_direction_and_kind_agree(
    changes: dict[str, Any], *, comparable: bool
) -> None:
    assert is_comparable([[make_metric()], [make_metric(**changes)]]) is comparable


def test_figures_of_one_city_are_not_compared_with_each_other() -> None:
    assert not is_comparable([[make_metric(), make_metric()], []])


def test_of_three_cities_any_two_may_compare() -> None:
    assert is_comparable([[make_metric(unit="days")], [make_metric()], [make_metric()]])


def test_agreement_is_of_one_figure_with_one_and_not_piecemeal() -> None:
    first = [make_metric(unit="days"), make_metric(unit="percent", direction="increase")]
    assert not is_comparable([first, [make_metric(unit="days", direction="increase")]])


def test_figures_without_a_unit_do_not_compare() -> None:
    assert not is_comparable([[make_metric(unit=None)], [make_metric(unit=None)]])


def test_two_bundled_cities_are_set_side_by_side(bundled: Catalogue) -> None:
    names = ("newark-nj", "las-condes-cl")
    cities = [city for name in names if (city := bundled.city(name))]
    comparison = compare([profile(city, bundled) for city in cities])
    assert "public-safety" in comparison["shared_topics"]
    crime = next(theme for theme in comparison["themes"] if theme["theme"] == "crime")
    assert crime["comparable"]
    assert all(crime["metrics"][name] for name in names)
