"""All that is known of one city."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.core import stores
from tests.factories import make_city, make_event, make_source, make_story
from wwc_cli.core.profile import profile

if TYPE_CHECKING:
    from pathlib import Path

    from wwc_cli.core.answers import Profile
    from wwc_cli.core.catalogue import Catalogue


def profile_of(city_id: str, catalogue: Catalogue) -> Profile:
    city = catalogue.city(city_id)
    assert city
    return profile(city, catalogue)


def test_a_profile_has_the_city_its_standing_its_stories_and_their_sources(
    small: Catalogue,
) -> None:
    found = profile_of("alpha-nj", small)
    assert list(found) == ["city", "certification", "stories", "related", "sources"]
    assert found["city"] == small.city("alpha-nj")
    assert found["certification"] == small.standing("alpha-nj")
    assert [story["id"] for story in found["stories"]] == ["alpha-nj"]
    assert [source["id"] for source in found["sources"]] == ["story-alpha-nj", "news", "geonames"]


def test_a_city_without_certification_is_told_as_such(small: Catalogue) -> None:
    found = profile_of("nowhere-nj", small)
    assert found["certification"] is None
    assert [story["id"] for story in found["stories"]] == ["nowhere-nj"]
    assert [source["id"] for source in found["sources"]] == ["story-nowhere-nj", "geonames"]


def test_a_city_without_a_story_has_its_certification_and_nothing_related(
    small: Catalogue,
) -> None:
    found = profile_of("rochester-mn", small)
    assert found["certification"]
    assert (found["stories"], found["related"]) == ([], [])
    assert [source["id"] for source in found["sources"]] == ["news", "geonames"]


def test_a_population_without_a_source_adds_none(small: Catalogue) -> None:
    assert [source["id"] for source in profile_of("san-fernando-cl", small)["sources"]] == ["news"]


def test_sources_are_of_stories_then_of_events_newest_first_each_once(tmp_path: Path) -> None:
    catalogue = stores.opened(
        tmp_path,
        cities=[make_city("alpha-nj", population_source_id="story")],
        stories=[make_story("alpha-nj", source_ids=["story", "both"])],
        certifications=[
            make_event("alpha-nj", date="2019", source_ids=["old", "both"]),
            make_event("alpha-nj", date="2024", source_ids=["new", "nowhere"]),
        ],
        sources=[make_source(name) for name in ("both", "new", "old", "story")],
    )
    sources = profile_of("alpha-nj", catalogue)["sources"]
    assert [source["id"] for source in sources] == ["story", "both", "new", "old"]


def test_every_source_that_a_bundled_profile_cites_is_in_it(bundled: Catalogue) -> None:
    for city in bundled.cities():
        found = profile(city, bundled)
        cited = {source for story in found["stories"] for source in story["source_ids"]}
        if found["certification"]:
            cited |= {s for event in found["certification"]["history"] for s in event["source_ids"]}
        if city["population_source_id"]:
            cited.add(city["population_source_id"])
        assert {source["id"] for source in found["sources"]} == cited
        assert cited
