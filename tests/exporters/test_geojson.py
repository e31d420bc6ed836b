"""The map: read by a reader of GeoJSON, and held against RFC 7946."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import geojson as reader
import pytest

from tests import small_store
from tests.exporters.taking import of_store, taken
from tests.factories import make_city, make_story
from wwc_cli.exporters.geojson import geojson

if TYPE_CHECKING:
    from pathlib import Path

    from wwc_cli.core.catalogue import Catalogue
    from wwc_cli.core.extract import Extract

PROPERTIES = [
    "id", "name", "subdivision", "country", "country_code", "population", "level", "level_date",
    "first_certified", "topics", "stories", "title", "description", "marker-color",
]  # fmt: skip


def made(found: Extract) -> dict[str, Any]:
    text = "".join(geojson(found, ascii_only=False))
    collection = reader.loads(text)
    assert collection.is_valid
    # The reader lets null pass for a place, and says nothing of other members.
    assert set(collection) == {"type", "features"}
    return {feature["id"]: feature for feature in collection["features"]}


def test_every_city_is_a_feature_at_its_place(bundled: Catalogue) -> None:
    found = taken(bundled)
    features = made(found)
    assert list(features) == [city["id"] for city in found.cities]
    for city in found.cities:
        feature = features[city["id"]]
        assert list(feature) == ["type", "id", "geometry", "properties"]
        assert list(feature["properties"]) == PROPERTIES
        assert feature["geometry"] == {
            "type": "Point",
            "coordinates": [city["longitude"], city["latitude"]],
        }


def test_newark_is_in_new_jersey_and_not_in_antarctica(bundled: Catalogue) -> None:
    (longitude, latitude) = made(taken(bundled))["newark-nj"]["geometry"]["coordinates"]
    assert -75.6 < longitude < -73.9
    assert 38.9 < latitude < 41.4


def test_the_properties_of_a_city(small: Catalogue) -> None:
    assert made(taken(small))["alpha-nj"]["properties"] == {
        "id": "alpha-nj",
        "name": "Alpha",
        "subdivision": "New Jersey",
        "country": "United States",
        "country_code": "US",
        "population": 100_000,
        "level": "gold",
        "level_date": "2021",
        "first_certified": "2019-04-24",
        "topics": ["public-safety"],
        "stories": ["Safer Streets"],
        "title": "Alpha, New Jersey",
        "description": "Gold as of 2021. Safer Streets",
        "marker-color": "#e0a100",
    }


def test_a_city_says_how_it_stands(small: Catalogue) -> None:
    features = made(taken(small))
    assert {city_id: f["properties"]["description"] for city_id, f in features.items()} == {
        "alpha-nj": "Gold as of 2021. Safer Streets",
        "rochester-mn": "Certified, level not stated",
        "rochester-ny": "Silver as of 2021-12-15. Homes [bold]for[/bold] All: a Plan",
        "port-st-mary-fl": "Silver as of 2024-01",
        "san-fernando-cl": "Silver as of 2025-02-26",
        "san-fernando-del-valle-de-catamarca-ar": "Silver as of 2026-01-14",
        "medellin-co": "Platinum as of 2024-01-23. Menos embarazo adolescente",
        "nowhere-nj": "Not certified. A Story without a Certificate",
        "honored-nj": "On the honor roll, not certified",
    }
    colors = {f["properties"]["marker-color"] for f in features.values()}
    assert len(colors) == 5
    assert all(re.fullmatch("#[0-9a-f]{6}", color) for color in colors)


def test_stories_of_one_city_share_its_feature(tmp_path: Path) -> None:
    stories = [
        make_story(topics=["housing", "public-safety"]),
        make_story(id="alpha-nj-two", headline="Two", topics=["public-safety"]),
    ]
    found = made(of_store(tmp_path, stories=stories))["alpha-nj"]["properties"]
    assert found["stories"] == ["Safer Streets", "Two"]
    assert found["topics"] == ["housing", "public-safety"]


@pytest.mark.parametrize(
    ("latitude", "longitude"),
    [(None, -74.0), (40.0, None), (None, None), (91, 0), (0, 181)],
)
def test_a_place_that_is_none_is_no_geometry(latitude: Any, longitude: Any, tmp_path: Path) -> None:
    lost = make_city("lost-nj", latitude=latitude, longitude=longitude)
    features = made(of_store(tmp_path, cities=[*small_store.CITIES, lost]))
    assert features["lost-nj"]["geometry"] is None
    assert features["lost-nj"]["properties"]["name"] == "Lost"


def test_what_a_map_shows_as_html_has_no_tags(tmp_path: Path) -> None:
    cities = [*small_store.CITIES, make_city("bad-nj", name="<img src=x onerror=alert(1)>")]
    story = make_story("bad-nj", headline="<script>alert(1)</script>")
    found = of_store(tmp_path, cities=cities, stories=[story])
    properties = made(found)["bad-nj"]["properties"]
    assert not re.search("[<>]", properties["title"] + properties["description"])
    assert properties["name"] == "<img src=x onerror=alert(1)>"


def test_no_city_is_an_empty_collection(small: Catalogue) -> None:
    text = "".join(geojson(taken(small, origins=["library"]), ascii_only=False))
    assert json.loads(text) == {"type": "FeatureCollection", "features": []}


def test_a_city_has_a_line(small: Catalogue) -> None:
    lines = "".join(geojson(taken(small), ascii_only=False)).splitlines()
    assert len(lines) == len(small_store.CITIES) + 2
    assert "Medellín" in "".join(lines)
    assert "".join(geojson(taken(small), ascii_only=True)).isascii()
