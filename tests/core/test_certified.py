"""The certified cities, filtered, sorted, and at a date."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest

from tests.core import stores
from tests.factories import make_event, make_story
from wwc_cli.core.certified import Wanted, certified
from wwc_cli.errors import UsageProblem

if TYPE_CHECKING:
    from pathlib import Path

    from wwc_cli.core.catalogue import Catalogue

ALL = [
    "alpha-nj",
    "medellin-co",
    "port-st-mary-fl",
    "rochester-mn",
    "rochester-ny",
    "san-fernando-cl",
    "san-fernando-del-valle-de-catamarca-ar",
]


def ids(catalogue: Catalogue, **wanted: Any) -> list[str]:
    return [row["city_id"] for row in certified(Wanted(**wanted), catalogue)]


def test_a_row_tells_how_a_city_stands(small: Catalogue) -> None:
    row = certified(Wanted(), small)[0]
    history = row.pop("history")  # type: ignore[misc]  # looked at by itself
    assert row == {
        "city_id": "alpha-nj",
        "city": "Alpha",
        "subdivision": "New Jersey",
        "country": "United States",
        "country_code": "US",
        "level": "gold",
        "level_date": "2021",
        "last_event": "recertified",
        "last_date": "2024-06-17",
        "first_certified": "2019-04-24",
        "has_story": True,
        "coverage": "full",
    }
    assert [event["date"] for event in history] == ["2019-04-24", "2021", "2024-06-17"]


def test_a_row_tells_whether_its_story_is_in_brief(small: Catalogue) -> None:
    rows = certified(Wanted(), small)
    told = {row["city_id"]: (row["has_story"], row["coverage"]) for row in rows}
    assert told["alpha-nj"] == (True, "full")
    assert told["medellin-co"] == (True, "brief")
    assert told["rochester-mn"] == (False, None)


def test_the_fullest_of_several_stories_counts(bundled: Catalogue, tmp_path: Path) -> None:
    assert bundled.cities_with_story()["boulder-co"] == "brief"
    brief = make_story("alpha-nj", id="alpha-nj-fines", coverage="brief")
    catalogue = stores.opened(tmp_path, stories=[make_story("alpha-nj"), brief])
    assert catalogue.cities_with_story() == {"alpha-nj": "full"}


def test_each_certified_city_has_one_row_and_others_none(small: Catalogue) -> None:
    assert ids(small) == ALL


def test_the_honor_roll_is_listed_where_asked_for(small: Catalogue) -> None:
    assert ids(small, honor_roll=True) == sorted([*ALL, "honored-nj"])


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({"levels": ["gold"]}, ["alpha-nj"]),
        ({"levels": ["gold", "platinum"]}, ["alpha-nj", "medellin-co"]),
        ({"levels": ["unstated"]}, ["rochester-mn"]),
        ({"countries": ["Chile"]}, ["san-fernando-cl"]),
        ({"countries": ["CL", "colômbia"]}, ["medellin-co", "san-fernando-cl"]),
        ({"states": ["NY"]}, ["rochester-ny"]),
        ({"states": ["Minn.", "antioquia"]}, ["medellin-co", "rochester-mn"]),
        ({"events": ["moved-up"]}, ["alpha-nj"]),
        ({"events": ["moved-up", "recertified"]}, ["alpha-nj"]),
        ({"years": [2021]}, ["alpha-nj", "rochester-ny"]),
        ({"years": [2025, 2026]}, ALL[-2:]),
        ({"with_story": True}, ["alpha-nj", "medellin-co", "rochester-ny"]),
        ({"since": "2025"}, ALL[-2:]),
        ({"since": "2024-02"}, ["alpha-nj", *ALL[-2:]]),
        ({"as_of": "2019"}, ["alpha-nj"]),
        ({"as_of": "2019-04-23"}, []),
        ({"as_of": "2021"}, ["alpha-nj", "rochester-ny"]),
        ({"levels": ["silver"], "countries": ["US"], "with_story": False}, ["port-st-mary-fl"]),
        ({"countries": ["Chile"], "states": ["NY"]}, []),
    ],
)
def test_values_of_a_filter_are_alternatives_and_filters_add_up(
    small: Catalogue, wanted: dict[str, Any], expected: list[str]
) -> None:
    assert ids(small, **wanted) == expected


def test_without_story_is_the_rest_of_with_story(small: Catalogue) -> None:
    without = ids(small, with_story=False)
    assert sorted([*without, *ids(small, with_story=True)]) == ALL


def test_event_year_and_since_ask_for_one_event_that_is_all_of_them(small: Catalogue) -> None:
    assert ids(small, events=["certified"], years=[2019]) == ["alpha-nj"]
    assert ids(small, events=["moved-up"], years=[2024]) == []
    assert ids(small, events=["moved-up"], since="2022") == []
    assert ids(small, years=[2019], since="2024") == []


def test_as_of_a_date_a_city_stands_as_it_stood_then(small: Catalogue) -> None:
    (row,) = certified(Wanted(as_of="2020"), small)
    assert (row["level"], row["level_date"]) == ("silver", "2019-04-24")
    assert (row["last_event"], len(row["history"])) == ("certified", 1)
    assert ids(small, as_of="2020", levels=["gold"]) == []


def test_of_a_year_alone_the_event_counts_from_its_end(small: Catalogue) -> None:
    levels = {
        date: certified(Wanted(as_of=date, states=["NJ"]), small)[0]["level"]
        for date in ("2021-06", "2021-12", "2021")
    }
    assert levels == {"2021-06": "silver", "2021-12": "gold", "2021": "gold"}


def test_as_of_and_since_leave_what_lies_between(small: Catalogue) -> None:
    assert ids(small, since="2021", as_of="2021") == ["alpha-nj", "rochester-ny"]


def test_a_city_certified_after_the_date_is_then_on_the_honor_roll_only(tmp_path: Path) -> None:
    events = [
        make_event("alpha-nj", date="2018", level=None, event="honor-roll"),
        make_event("alpha-nj", date="2020"),
    ]
    catalogue = stores.opened(tmp_path, certifications=events)
    assert ids(catalogue, as_of="2019") == []
    (row,) = certified(Wanted(as_of="2019", honor_roll=True), catalogue)
    assert (row["last_event"], row["first_certified"]) == ("honor-roll", None)


@pytest.mark.parametrize("wanted", [{"countries": ["Narnia"]}, {"states": ["Mordor"]}])
def test_an_unknown_place_is_a_usage_problem(small: Catalogue, wanted: dict[str, Any]) -> None:
    with pytest.raises(UsageProblem):
        certified(Wanted(**wanted), small)


def test_sorted_by_country_then_region(small: Catalogue) -> None:
    assert ids(small, sort="country") == [
        "san-fernando-del-valle-de-catamarca-ar",
        "san-fernando-cl",
        "medellin-co",
        "port-st-mary-fl",
        "rochester-mn",
        "alpha-nj",
        "rochester-ny",
    ]


def test_sorted_by_level_the_best_come_first_and_the_unstated_last(small: Catalogue) -> None:
    assert ids(small, sort="level") == [
        "medellin-co",
        "alpha-nj",
        "port-st-mary-fl",
        "rochester-ny",
        "san-fernando-cl",
        "san-fernando-del-valle-de-catamarca-ar",
        "rochester-mn",
    ]


def test_sorted_by_date_the_newest_come_first_and_of_one_day_by_city(small: Catalogue) -> None:
    assert ids(small, sort="date") == [
        "san-fernando-del-valle-de-catamarca-ar",
        "san-fernando-cl",
        "alpha-nj",
        "medellin-co",
        "rochester-mn",
        "port-st-mary-fl",
        "rochester-ny",
    ]


def test_the_programme_has_certified_115_cities_and_two_more_were_honored(
    bundled: Catalogue,
) -> None:
    everyone = ids(bundled)
    assert len(everyone) == len(set(everyone)) == 115
    assert set(ids(bundled, honor_roll=True)) - set(everyone) == {"las-vegas-nv", "providence-ri"}


def test_as_of_2019_thirteen_cities_are_certified(bundled: Catalogue) -> None:
    assert ids(bundled, as_of="2019") == [
        *("arlington-tx", "boston-ma", "kansas-city-mo", "los-angeles-ca", "louisville-ky"),
        *("memphis-tn", "new-orleans-la", "philadelphia-pa", "san-diego-ca"),
        *("san-francisco-ca", "scottsdale-az", "seattle-wa", "washington-dc"),
    ]


def test_since_2026_ten_of_32_cities_were_recertified_at_a_level_that_nobody_states(
    bundled: Catalogue,
) -> None:
    rows = certified(Wanted(since="2026-01"), bundled)
    events = [event for row in rows for event in row["history"] if event["date"].startswith("2026")]
    assert len(rows) == len(events) == 32
    recertified = [event["level"] for event in events if event["event"] == "recertified"]
    assert recertified.count(None) == 10


def test_every_bundled_city_has_one_of_the_levels_or_none_stated(bundled: Catalogue) -> None:
    levels = Counter(row["level"] for row in certified(Wanted(), bundled))
    assert set(levels) == {"silver", "gold", "platinum", None}
    for level in ("silver", "gold", "platinum"):
        assert len(ids(bundled, levels=[level])) == levels[level]
    assert len(ids(bundled, levels=["unstated"])) == levels[None]
