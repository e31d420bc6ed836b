"""Stories near a city's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.core import stores
from tests.factories import make_metric, make_story
from wwc_cli.core.related import related

if TYPE_CHECKING:
    from pathlib import Path

    from wwc_cli.core.answers import Related
    from wwc_cli.core.catalogue import Catalogue
    from wwc_cli.core.records import Story


def near(catalogue: Catalogue, city_id: str) -> list[Related]:
    return related(catalogue.stories_of(city_id), catalogue)


def opened(folder: Path, *stories: Story) -> Catalogue:
    return stores.opened(folder, stories=stories)


def told(city_id: str, *topics: str, **changes: Any) -> Story:
    return make_story(city_id, **{"topics": list(topics), "metrics": [], **changes})


def test_a_story_that_shares_a_topic_is_near_and_says_so(small: Catalogue) -> None:
    assert near(small, "nowhere-nj") == [
        {
            "id": "rochester-ny",
            "city_id": "rochester-ny",
            "city": "Rochester",
            "subdivision": "New York",
            "country": "United States",
            "country_code": "US",
            "headline": "Homes [bold]for[/bold] All: a Plan",
            "coverage": "full",
            "shared_topics": ["housing"],
            "shared_themes": [],
            "reason": "housing",
        }
    ]


def test_a_story_that_shares_nothing_is_not_near(small: Catalogue) -> None:
    assert near(small, "medellin-co") == []


def test_a_result_on_the_same_theme_counts_more_than_several_topics(tmp_path: Path) -> None:
    falls = make_metric(theme="traffic-safety")
    catalogue = opened(
        tmp_path,
        told("alpha-nj", "a", "b", "c", metrics=[falls]),
        told("medellin-co", "a", "b", "c"),
        told("nowhere-nj", "z", metrics=[falls]),
    )
    found = near(catalogue, "alpha-nj")
    assert [(story["city_id"], story["reason"]) for story in found] == [
        ("nowhere-nj", "results on traffic safety"),
        ("medellin-co", "a, b, c"),
    ]


def test_only_outcomes_make_a_shared_theme(tmp_path: Path) -> None:
    output = make_metric(theme="crime", kind="output")
    catalogue = opened(
        tmp_path,
        told("alpha-nj", "a", metrics=[output]),
        told("nowhere-nj", "b", metrics=[make_metric(theme="crime")]),
        told("medellin-co", "c", metrics=[output]),
    )
    assert near(catalogue, "alpha-nj") == []
    assert near(catalogue, "nowhere-nj") == []


def test_a_rare_topic_counts_more_than_a_common_one(tmp_path: Path) -> None:
    catalogue = opened(
        tmp_path,
        told("alpha-nj", "common", "rare"),
        told("rochester-mn", "common"),
        told("rochester-ny", "common"),
        told("nowhere-nj", "rare"),
    )
    assert near(catalogue, "alpha-nj")[0]["city_id"] == "nowhere-nj"


def test_themes_and_topics_make_one_reason(tmp_path: Path) -> None:
    metrics = [make_metric(theme=theme) for theme in ("trust", "crime", "city-data")]
    catalogue = opened(
        tmp_path,
        told("alpha-nj", "public-safety", "equity", metrics=metrics),
        told("nowhere-nj", "public-safety", "equity", "youth", metrics=metrics),
    )
    (found,) = near(catalogue, "alpha-nj")
    assert found["reason"] == "results on city data, crime and trust; equity, public safety"
    assert found["shared_topics"] == ["equity", "public-safety"]
    assert found["shared_themes"] == ["city-data", "crime", "trust"]


def test_at_most_three_are_near_and_none_of_the_citys_own(tmp_path: Path) -> None:
    own = [told("alpha-nj", "a", "b", id=f"alpha-nj-{at}") for at in range(4)]
    others = [
        told(name, "a")
        for name in ("rochester-mn", "rochester-ny", "nowhere-nj", "medellin-co", "honored-nj")
    ]
    found = near(opened(tmp_path, *own, *others), "alpha-nj")
    assert [story["city_id"] for story in found] == ["rochester-mn", "rochester-ny", "nowhere-nj"]


def test_at_most_three_are_near_where_a_story_of_the_city_shares_nothing(tmp_path: Path) -> None:
    own = [told("alpha-nj", "a", id="one"), told("alpha-nj", id="two")]
    others = [
        told(name, "a") for name in ("rochester-mn", "rochester-ny", "nowhere-nj", "medellin-co")
    ]
    assert len(near(opened(tmp_path, *own, *others), "alpha-nj")) == 3


def test_no_stories_have_none_near(small: Catalogue) -> None:
    assert related([], small) == []


def test_what_is_near_a_bundled_story_is_of_another_city_and_its_reason_is_true(
    bundled: Catalogue,
) -> None:
    topics: dict[str, set[str]] = {}
    themes: dict[str, set[str]] = {}
    for city_id in bundled.cities_with_story():
        for story in bundled.stories_of(city_id):
            topics[story["id"]] = set(story["topics"])
            themes[story["id"]] = {
                metric["theme"] for metric in story["metrics"] if metric["kind"] == "outcome"
            }
    for city_id in bundled.cities_with_story():
        own = [story["id"] for story in bundled.stories_of(city_id)]
        found = near(bundled, city_id)
        assert 0 < len(found) <= 3
        for other in found:
            assert other["city_id"] != city_id
            shared = (set(other["shared_topics"]), set(other["shared_themes"]))
            assert shared == (
                set().union(*(topics[i] for i in own)) & topics[other["id"]],
                set().union(*(themes[i] for i in own)) & themes[other["id"]],
            )
            assert any(shared)
            for value in (*other["shared_topics"], *other["shared_themes"]):
                assert value.replace("-", " ") in other["reason"]
