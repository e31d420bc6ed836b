"""What the catalogue answers. How and when it is made: test_catalogue_build.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests import small_store

if TYPE_CHECKING:
    from wwc_cli.core.catalogue import Catalogue


def test_a_city_comes_back_as_its_record(small: Catalogue) -> None:
    for city in small_store.CITIES:
        assert small.city(city["id"]) == city


@pytest.mark.parametrize("city_id", ["", "alpha", "Alpha-NJ", "%", "alpha-nj'"])
def test_an_id_that_no_city_has_gives_none(small: Catalogue, city_id: str) -> None:
    assert small.city(city_id) is None


def test_cities_come_by_id(small: Catalogue) -> None:
    assert [city["id"] for city in small.cities()] == sorted(c["id"] for c in small_store.CITIES)


@pytest.mark.parametrize(
    ("key", "ids"),
    [
        ("rochester", ["rochester-mn", "rochester-ny"]),
        ("the a", ["alpha-nj"]),
        ("medellin", ["medellin-co"]),
        ("port saint mary", ["port-st-mary-fl"]),
        ("roch", []),
        ("", []),
    ],
)
def test_cities_are_called_by_name_and_alias(small: Catalogue, key: str, ids: list[str]) -> None:
    assert [city["id"] for city in small.cities_called(key)] == ids


@pytest.mark.parametrize(
    ("key", "ids"),
    [
        ("roch", ["rochester-mn", "rochester-ny"]),
        ("medal", ["medellin-co"]),
        ("san fernando", ["san-fernando-cl", "san-fernando-del-valle-de-catamarca-ar"]),
        ("ochester", []),
        ("roch%", []),
    ],
)
def test_cities_begin_with_a_name_or_an_alias(small: Catalogue, key: str, ids: list[str]) -> None:
    assert [city["id"] for city in small.cities_beginning(key)] == ids


def test_a_city_of_which_two_names_begin_so_comes_once(bundled: Catalogue) -> None:
    assert [city["id"] for city in bundled.cities_beginning("phil")] == ["philadelphia-pa"]


def test_ids_are_completed_with_where_the_city_lies(small: Catalogue) -> None:
    assert small.city_ids("roch") == [
        ("rochester-mn", "Rochester, Minnesota"),
        ("rochester-ny", "Rochester, New York"),
    ]
    assert len(small.city_ids()) == len(small_store.CITIES)
    assert small.city_ids("zz") == []


def test_stories_come_back_as_their_records(small: Catalogue) -> None:
    for story in small_store.STORIES:
        assert small.stories_of(story["city_id"]) == [story]
    assert small.stories_of("rochester-mn") == []
    assert small.story_count() == len(small_store.STORIES)


def test_a_card_shows_a_story_with_its_city_its_level_and_its_address(small: Catalogue) -> None:
    assert small.cards([1]) == {
        1: {
            "id": "alpha-nj",
            "city_id": "alpha-nj",
            "city": "Alpha",
            "subdivision": "New Jersey",
            "country": "United States",
            "country_code": "US",
            "headline": "Safer Streets",
            "topics": ["public-safety"],
            "level": "gold",
            "level_date": "2021",
            "coverage": "full",
            "origin": "bundled",
            "source_url": "https://example.org/story-alpha-nj",
        }
    }


def test_a_card_has_no_address_where_the_source_has_none(small: Catalogue) -> None:
    assert small.cards([2])[2]["source_url"] is None


def test_a_very_long_address_is_kept_whole(small: Catalogue) -> None:
    (card,) = [card for card in small.cards([1, 2, 3, 4]).values() if card["coverage"] == "brief"]
    assert card["source_url"] == small_store.LONG_ADDRESS


def test_cards_that_are_not_asked_for_or_not_there_are_left_out(small: Catalogue) -> None:
    assert small.cards([]) == {}
    assert small.cards([99]) == {}


def test_certifications_come_oldest_first(small: Catalogue) -> None:
    events = small.certifications()
    assert len(events) == len(small_store.EVENTS)
    assert [event["date"] for event in events] == sorted(e["date"] for e in small_store.EVENTS)


def test_the_standing_of_a_city_is_of_its_events(small: Catalogue) -> None:
    stands = small.standing("alpha-nj")
    assert stands
    assert [event["date"] for event in stands["history"]] == ["2019-04-24", "2021", "2024-06-17"]
    assert small.standing("nowhere-nj") is None


def test_sources_come_in_the_order_asked_for_each_once_without_the_unknown(
    small: Catalogue,
) -> None:
    found = small.sources(["news", "gone", "geonames", "news"])
    assert [source["id"] for source in found] == ["news", "geonames"]
    assert small.sources([]) == []


def test_topics_come_by_id_as_their_records(small: Catalogue) -> None:
    assert small.topics() == sorted(small_store.TOPICS, key=lambda topic: topic["id"])


def test_tags_are_the_topics_the_themes_and_the_themes_with_an_outcome(small: Catalogue) -> None:
    assert small.tags("topic") == ["health-and-wellbeing", "housing", "public-safety"]
    assert small.tags("theme") == ["blight", "service-speed", "traffic-safety"]
    assert small.tags("outcome") == ["service-speed", "traffic-safety"]
    assert small.tags("other") == []


def test_tagged_stories_come_with_the_tag_that_they_carry(small: Catalogue) -> None:
    assert small.tagged("topic", ["housing", "health-and-wellbeing"]) == [
        ("housing", 2),
        ("health-and-wellbeing", 3),
        ("housing", 4),
    ]
    assert small.tagged("topic", []) == []
    assert small.tagged("theme", ["housing"]) == []


def test_countries_and_subdivisions_are_those_with_a_city(small: Catalogue) -> None:
    assert small.countries() == [
        ("AR", "Argentina"),
        ("CL", "Chile"),
        ("CO", "Colombia"),
        ("US", "United States"),
    ]
    assert ("US", "MN", "Minnesota") in small.subdivisions()
    assert ("CO", None, "Antioquia") in small.subdivisions()


def test_cities_with_a_story_are_told_with_its_coverage(small: Catalogue) -> None:
    assert small.cities_with_story() == {
        "alpha-nj": "full", "rochester-ny": "full", "medellin-co": "brief", "nowhere-nj": "full"
    }  # fmt: skip
