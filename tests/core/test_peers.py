"""The cities like one that have a story."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.core import stores
from tests.factories import make_city, make_event, make_metric, make_story
from wwc_cli.core.nearness import WEIGHTS
from wwc_cli.core.peers import Wanted, peers
from wwc_cli.errors import UsageProblem

if TYPE_CHECKING:
    from pathlib import Path

    from wwc_cli.core.catalogue import Catalogue
    from wwc_cli.core.peers import Found
    from wwc_cli.core.records import City


def near(catalogue: Catalogue, city_id: str, **wanted: Any) -> Found:
    city = catalogue.city(city_id)
    assert city
    return peers(Wanted(city, **{"limit": 0, **wanted}), catalogue)


def scores(catalogue: Catalogue, city_id: str, **wanted: Any) -> dict[str, int]:
    return {peer["city_id"]: peer["score"] for peer in near(catalogue, city_id, **wanted).peers}


def test_a_peer_has_what_is_known_of_it_and_why_it_is_near(small: Catalogue) -> None:
    assert near(small, "alpha-nj").peers[0] == {
        "city_id": "rochester-ny",
        "city": "Rochester",
        "subdivision": "New York",
        "country": "United States",
        "country_code": "US",
        "population": 100_000,
        "level": "silver",
        "level_date": "2021-12-15",
        "score": 71,  # 4 + 2 + 1 + 1/2 + 2/2 + 0, of 12
        "reasons": [
            "about as large (100,000 against 100,000)",
            "same country",
            "silver, a level below",
            "shares public safety",
        ],
        "population_ratio": 1.0,
        "same_country": True,
        "same_language": True,
        "same_level": False,
        "shared_topics": ["public-safety"],
        "shared_themes": [],
        "stories": [
            {
                "id": "rochester-ny",
                "headline": "Homes [bold]for[/bold] All: a Plan",
                "topics": ["housing", "public-safety"],
                "coverage": "full",
                "origin": "bundled",
            }
        ],
    }


def test_every_other_city_with_a_story_is_listed_nearest_first(small: Catalogue) -> None:
    found = scores(small, "alpha-nj")
    assert found == {"rochester-ny": 71, "nowhere-nj": 58, "medellin-co": 4}
    assert list(found) == ["rochester-ny", "nowhere-nj", "medellin-co"]


def test_a_city_without_a_story_has_peers_by_where_it_stands(small: Catalogue) -> None:
    found = near(small, "honored-nj")
    assert [(peer["city_id"], peer["score"]) for peer in found.peers] == [
        ("alpha-nj", 100), ("nowhere-nj", 100), ("rochester-ny", 100), ("medellin-co", 0)
    ]  # fmt: skip
    assert (found.has_story, found.weighed) == (False, ["size", "country", "language"])
    assert found.unweighed == ["level", "topics", "themes"]


def test_a_city_of_unknown_population_has_peers_by_all_else(small: Catalogue) -> None:
    found = near(small, "san-fernando-cl")
    best = found.peers[0]
    assert (best["city_id"], best["population_ratio"]) == ("medellin-co", None)
    assert best["reasons"] == [
        "also in Latin America", "Spanish spoken in both", "platinum, two levels above"
    ]  # fmt: skip
    assert "size" in found.unweighed
    assert best["score"] == 50  # 2/2 + 1 + 0, of 4


def test_what_could_not_be_told_is_null_and_not_false(small: Catalogue) -> None:
    (peer,) = near(small, "alpha-nj", countries=["Colombia"]).peers
    assert (peer["population"], peer["population_ratio"]) == (None, None)
    assert (peer["same_country"], peer["same_language"], peer["same_level"]) == (
        False, False, False
    )  # fmt: skip
    (peer,) = [p for p in near(small, "alpha-nj").peers if p["city_id"] == "nowhere-nj"]
    assert (peer["level"], peer["same_level"]) == (None, None)


def test_a_language_of_another_continent_is_not_known(tmp_path: Path) -> None:
    abroad = {"country": "Japan", "country_code": "JP"}
    cities = [
        make_city("alpha-nj"),
        make_city("beta-jp", **abroad),
        make_city("gamma-jp", **abroad),
    ]
    catalogue = stores.opened(
        tmp_path, cities=cities, stories=[make_story("beta-jp")], certifications=[]
    )
    assert near(catalogue, "alpha-nj").peers[0]["same_language"] is None
    found = near(catalogue, "gamma-jp")
    assert (found.peers[0]["same_language"], found.unweighed[0]) == (True, "language")


def ones_own(folder: Path, *cities: City, **changed: Any) -> Catalogue:
    """Open a store of these cities, each with a story like the others."""
    stories = [make_story(city["id"]) for city in cities]
    return stores.opened(
        folder, cities=cities, **{"stories": stories, "certifications": [], **changed}
    )


def test_ties_are_by_city_id(tmp_path: Path) -> None:
    names = ["zeta-nj", "beta-nj", "alpha-nj", "gamma-nj"]
    catalogue = ones_own(tmp_path, *map(make_city, names))
    assert list(scores(catalogue, "zeta-nj")) == ["alpha-nj", "beta-nj", "gamma-nj"]


def test_a_ratio_has_three_figures(tmp_path: Path) -> None:
    sizes = {"own-nj": 204_851, "half-nj": 290_000, "tiny-nj": 1_000, "huge-nj": 20_000_000}
    cities = [make_city(city_id, population=size) for city_id, size in sizes.items()]
    found = near(ones_own(tmp_path, *cities), "own-nj").peers
    assert {peer["city_id"]: peer["population_ratio"] for peer in found} == {
        "half-nj": 1.42, "tiny-nj": 0.00488, "huge-nj": 97.6
    }  # fmt: skip


@pytest.mark.parametrize("population", [0, -5, 10**30, None])
def test_a_population_that_is_none_is_not_known(tmp_path: Path, population: object) -> None:
    odd = make_city("odd-nj", population=population)
    catalogue = ones_own(tmp_path, make_city("own-nj"), odd)
    (peer,) = near(catalogue, "own-nj").peers
    assert (peer["population"], peer["population_ratio"]) == (None, None)
    assert "size" in near(catalogue, "odd-nj").unweighed


def test_the_reasons_name_rarer_topics_first_and_the_keys_are_sorted(tmp_path: Path) -> None:
    topics = {"own-nj": ["a", "b"], "near-nj": ["a", "b"], "far-nj": ["a"]}
    metrics = [make_metric(theme="trust"), make_metric(theme="crime")]
    stories = [make_story(city_id, topics=own, metrics=metrics) for city_id, own in topics.items()]
    catalogue = ones_own(tmp_path, *map(make_city, topics), stories=stories)
    peer = near(catalogue, "own-nj").peers[0]
    assert peer["reasons"][-2:] == ["shares b and a", "results on crime and trust in both"]
    assert (peer["shared_topics"], peer["shared_themes"]) == (["a", "b"], ["crime", "trust"])


def test_only_outcomes_make_a_shared_theme(tmp_path: Path) -> None:
    output = make_metric(kind="output")
    stories = [make_story("own-nj"), make_story("near-nj", metrics=[output])]
    catalogue = ones_own(tmp_path, make_city("own-nj"), make_city("near-nj"), stories=stories)
    assert near(catalogue, "own-nj").peers[0]["shared_themes"] == []
    assert near(catalogue, "near-nj").unweighed == ["level", "themes"]


def several(folder: Path) -> Catalogue:
    """Open a store with a city of three stories."""
    stories = [
        make_story("own-nj", topics=["a", "b"]),
        make_story("near-nj", id="one", topics=["z"]),
        make_story("near-nj", id="two", topics=["a"], coverage="brief"),
        make_story("near-nj", id="three", topics=["a", "b"]),
    ]
    topics = [{"id": name, "name": {"en": name, "es": name, "pt": name}, "printed_as": [name]}
              for name in "abz"]  # fmt: skip
    cities = [make_city("own-nj"), make_city("near-nj")]
    return ones_own(folder, *cities, stories=stories, topics=topics)


def test_stories_that_share_most_topics_come_first(tmp_path: Path) -> None:
    (peer,) = near(several(tmp_path), "own-nj").peers
    assert [story["id"] for story in peer["stories"]] == ["three", "two", "one"]
    assert peer["shared_topics"] == ["a", "b"]


def test_a_filter_chooses_stories_and_changes_no_score(tmp_path: Path) -> None:
    catalogue = several(tmp_path)
    (whole,) = near(catalogue, "own-nj").peers
    for wanted, ids in (
        ({"coverages": ["brief"]}, ["two"]),
        ({"with_topics": ["b"]}, ["three"]),
        ({"with_topics": ["b", "Z"]}, ["three", "one"]),
        ({"with_topics": ["a"], "coverages": ["full"]}, ["three"]),
    ):
        (peer,) = near(catalogue, "own-nj", **wanted).peers
        assert [story["id"] for story in peer["stories"]] == ids
        assert peer["score"] == whole["score"]


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        ({"with_topics": ["housing"]}, ["rochester-ny", "nowhere-nj"]),
        ({"with_topics": ["Vivienda", "salud y bienestar"]},
         ["rochester-ny", "nowhere-nj", "medellin-co"]),
        ({"countries": ["Colombia"]}, ["medellin-co"]),
        ({"levels": ["silver"]}, ["rochester-ny"]),
        ({"levels": ["unstated"]}, ["nowhere-nj"]),
        ({"coverages": ["brief"]}, ["medellin-co"]),
        ({"with_topics": ["housing"], "levels": ["platinum"]}, []),
        ({"countries": ["Chile"]}, []),
    ],
)  # fmt: skip
def test_values_of_a_filter_are_alternatives_and_filters_add_up(
    small: Catalogue, wanted: dict[str, Any], ids: list[str]
) -> None:
    found = near(small, "alpha-nj", **wanted)
    assert [peer["city_id"] for peer in found.peers] == ids
    assert found.total == len(ids)


def test_a_topic_asked_for_is_a_reason_where_the_city_does_not_have_it(small: Catalogue) -> None:
    (peer,) = near(small, "alpha-nj", with_topics=["housing"], levels=["silver"]).peers
    assert peer["reasons"][-2:] == ["tells of housing", "shares public safety"]
    (peer,) = near(small, "nowhere-nj", with_topics=["housing"], levels=["silver"]).peers
    assert peer["reasons"][-1] == "shares housing"


@pytest.mark.parametrize(("limit", "shown"), [(1, 1), (3, 3), (10, 3), (0, 3)])
def test_a_limit_leaves_the_nearest_and_the_total(small: Catalogue, limit: int, shown: int) -> None:
    found = near(small, "alpha-nj", limit=limit)
    assert (len(found.peers), found.total) == (shown, 3)
    assert found.peers == near(small, "alpha-nj").peers[:shown]


def test_weights_change_the_order(small: Catalogue) -> None:
    themes = ["size=0", "country=0", "language=0", "level=1", "topics=0", "themes=0"]
    found = near(small, "alpha-nj", weights=themes)
    assert (found.weighed, found.unweighed) == (["level"], [])
    assert [(peer["city_id"], peer["score"]) for peer in found.peers] == [
        ("medellin-co", 50), ("rochester-ny", 50), ("nowhere-nj", 0)
    ]  # fmt: skip


def test_what_has_no_weight_is_not_missed(small: Catalogue) -> None:
    found = near(small, "honored-nj", weights=["level=0", "topics=0"])
    assert (found.weighed, found.unweighed) == (["size", "country", "language"], ["themes"])


@pytest.mark.parametrize(
    "wanted",
    [
        {"weights": ["magic=1"]},
        {"with_topics": ["magic"]},
        {"countries": ["Narnia"]},
    ],
)
def test_what_is_not_known_is_a_usage_problem(small: Catalogue, wanted: dict[str, Any]) -> None:
    with pytest.raises(UsageProblem):
        near(small, "alpha-nj", **wanted)


def test_a_store_with_one_story_has_a_city_without_peers(tmp_path: Path) -> None:
    catalogue = ones_own(tmp_path, make_city("own-nj"))
    assert (near(catalogue, "own-nj").peers, near(catalogue, "own-nj").total) == ([], 0)


def test_a_story_of_ones_library_makes_a_peer_of_its_city(tmp_path: Path) -> None:
    own = make_story("rochester-mn", id="own", origin="library", topics=["housing"])
    stores.write_library(tmp_path / "library.json", stories=[own])
    (peer,) = near(stores.opened(tmp_path), "nowhere-nj", levels=["unstated"]).peers
    assert (peer["city_id"], peer["stories"][0]["origin"]) == ("rochester-mn", "library")


def test_a_level_is_that_of_today(tmp_path: Path) -> None:
    events = [
        make_event("own-nj", level="gold"),
        make_event("near-nj", date="2019"),
        make_event("near-nj", date="2021", level="gold", event="moved-up"),
    ]
    cities = [make_city("own-nj"), make_city("near-nj")]
    (peer,) = near(ones_own(tmp_path, *cities, certifications=events), "own-nj").peers
    assert (peer["level"], peer["level_date"], peer["same_level"]) == ("gold", "2021", True)
    assert "both gold" in peer["reasons"]


def test_every_bundled_city_has_peers_that_have_a_story_and_true_reasons(
    bundled: Catalogue,
) -> None:
    told = bundled.cities_with_story()
    for city in bundled.cities():
        found = peers(Wanted(city, limit=0), bundled)
        assert {peer["city_id"] for peer in found.peers} == told.keys() - {city["id"]}
        ranks = [peer["score"] for peer in found.peers]
        assert ranks == sorted(ranks, reverse=True)
        assert 0 <= ranks[-1] <= ranks[0] <= 100
        assert sorted([*found.weighed, *found.unweighed]) == sorted(WEIGHTS)
        assert ("size" in found.unweighed) == (city["population"] is None)
        for peer in found.peers:
            assert peer["stories"]
            said = "; ".join(peer["reasons"])
            assert ("same country" in said) == (peer["country_code"] == city["country_code"])
            assert (f"{peer['population']:,} against" in said if peer["population_ratio"]
                    else "against" not in said)  # fmt: skip
            assert (f"both {peer['level']}" in said) == (peer["same_level"] is True)
            assert ("shares" in said) == bool(peer["shared_topics"])
            assert ("results on" in said) == bool(peer["shared_themes"])


def first(bundled: Catalogue, city_id: str, most: int) -> list[str]:
    return [peer["city_id"] for peer in near(bundled, city_id, limit=most).peers]


def test_bundled_peers_are_those_that_a_city_manager_would_name(bundled: Catalogue) -> None:
    """What must hold of sensible weights, however many stories there are."""
    country = {city["id"]: city["country_code"] for city in bundled.cities()}
    size = {city["id"]: city["population"] or 0 for city in bundled.cities()}
    for city_id in ("port-st-lucie-fl", "newark-nj", "boston-ma", "ottawa-on"):
        assert {country[peer] for peer in first(bundled, city_id, 4)} <= {"US", "CA"}
    for city_id in ("monterrey-mx", "renca-cl", "bogota-co", "vicente-lopez-ar"):
        assert not {country[peer] for peer in first(bundled, city_id, 3)} & {"US", "CA"}
    assert all(50_000 < size[peer] < 500_000 for peer in first(bundled, "port-st-lucie-fl", 4))
    assert all(size[peer] > 800_000 for peer in first(bundled, "new-york-city-ny", 1))
