"""What an export takes along."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests import small_store
from tests.core import stores
from tests.factories import make_story
from wwc_cli.core import extract as extracting
from wwc_cli.core.extract import Wanted, extract
from wwc_cli.errors import UnknownName, UsageProblem

if TYPE_CHECKING:
    from pathlib import Path

    from wwc_cli.core.catalogue import Catalogue
    from wwc_cli.core.extract import Extract

ALL_CITIES = [city["id"] for city in small_store.CITIES]


def taken(catalogue: Catalogue, **wanted: Any) -> Extract:
    return extract(Wanted(**wanted), catalogue)


def city_ids(found: Extract) -> list[str]:
    return [city["id"] for city in found.cities]


def story_ids(found: Extract) -> list[str]:
    return [story["id"] for story in found.stories()]


def source_ids(found: Extract) -> list[str]:
    return [source["id"] for source in found.sources]


def test_without_filters_all_is_taken_as_it_is_and_in_the_order_of_the_files(
    small: Catalogue,
) -> None:
    found = taken(small)
    assert found.cities == small_store.CITIES
    assert found.certifications == small_store.EVENTS
    assert found.sources == small_store.SOURCES
    assert found.topics == small_store.TOPICS
    assert list(found.stories()) == small_store.STORIES
    assert list(found.stories()) == list(found.stories())


def test_how_cities_stand_is_worked_out(small: Catalogue) -> None:
    standings = taken(small).standings
    assert standings["alpha-nj"]["level"] == "gold"
    assert standings["honored-nj"]["first_certified"] is None
    assert "nowhere-nj" not in standings


@pytest.mark.parametrize(
    ("wanted", "cities", "stories"),
    [
        ({"cities": ["Alpha", "rochester-ny"]}, ["alpha-nj", "rochester-ny"],
         ["alpha-nj", "rochester-ny"]),
        ({"countries": ["chile"]}, ["san-fernando-cl"], []),
        ({"states": ["NJ"]}, ["alpha-nj", "nowhere-nj", "honored-nj"], ["alpha-nj", "nowhere-nj"]),
        ({"levels": ["platinum", "gold"]}, ["alpha-nj", "medellin-co"],
         ["alpha-nj", "medellin-co"]),
        ({"levels": ["unstated"]}, ["rochester-mn", "nowhere-nj", "honored-nj"], ["nowhere-nj"]),
        ({"topics": ["housing"]}, ["rochester-ny", "nowhere-nj"], ["rochester-ny", "nowhere-nj"]),
        ({"topics": ["Vivienda"], "states": ["NY"]}, ["rochester-ny"], ["rochester-ny"]),
        ({"themes": ["service-speed"]}, ["rochester-ny"], ["rochester-ny"]),
        ({"coverages": ["brief"]}, ["medellin-co"], ["medellin-co"]),
        ({"origins": ["library"]}, [], []),
        ({"topics": ["housing"], "countries": ["Chile"]}, [], []),
    ],
)  # fmt: skip
def test_filters_leave_stories_and_cities(
    wanted: dict[str, Any], cities: list[str], stories: list[str], small: Catalogue
) -> None:
    found = taken(small, **wanted)
    assert (city_ids(found), story_ids(found)) == (cities, stories)
    assert {event["city_id"] for event in found.certifications} <= set(cities)


def test_what_belongs_to_a_city_comes_along_and_nothing_else(small: Catalogue) -> None:
    found = taken(small, cities=["rochester-ny"])
    assert [event["date"] for event in found.certifications] == ["2021-12-15"]
    assert source_ids(found) == ["geonames", "news", "story-rochester-ny"]
    assert found.topics == small_store.TOPICS
    assert list(found.standings) == ["rochester-ny"]


def test_a_source_that_nothing_cites_comes_along_only_with_everything(small: Catalogue) -> None:
    assert "story-nowhere-nj" in source_ids(taken(small))
    assert "story-nowhere-nj" not in source_ids(taken(small, cities=["alpha-nj"]))


def test_stories_are_read_in_batches_and_none_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(extracting, "_BATCH", 3)
    stories = [make_story("alpha-nj", id=f"alpha-nj-{at}") for at in range(10)]
    found = taken(stores.opened(tmp_path, stories=stories))
    assert list(found.stories()) == stories


def test_how_a_city_was_understood_can_be_told(small: Catalogue) -> None:
    (understood,) = taken(small, cities=["Alph"]).understood
    assert understood.remark
    assert taken(small).understood == []


@pytest.mark.parametrize(
    ("wanted", "error"),
    [
        ({"cities": ["Paris"]}, UnknownName),
        ({"cities": ["Alpha", "alpha-nj"]}, UsageProblem),
        ({"topics": ["magic"]}, UsageProblem),
        ({"themes": ["magic"]}, UsageProblem),
        ({"countries": ["Narnia"]}, UsageProblem),
        ({"states": ["Mordor"]}, UsageProblem),
    ],
)
def test_what_is_not_known_is_said(
    wanted: dict[str, Any], error: type[Exception], small: Catalogue
) -> None:
    with pytest.raises(error):
        taken(small, **wanted)
