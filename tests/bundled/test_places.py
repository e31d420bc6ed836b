"""The cities of the store and how each certification of theirs is known."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict

import pytest

from tests.bundled.tables import ids, table
from wwc_cli.core.places import COUNTRIES, SUBDIVISIONS, name_key
from wwc_cli.core.standing import standing
from wwc_cli.core.text import fold

DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
BEGUN = "2015"  # the year in which the programme began


def is_date(text: str) -> bool:
    """Tell whether *text* is a date that there was, as precise as known."""
    if not DATE.fullmatch(text):
        return False
    parts = [int(part) for part in text.split("-")]
    day = dt.date(*([*parts, 1, 1])[:3])
    return text >= BEGUN and day <= dt.datetime.now(tz=dt.UTC).date()


@pytest.mark.parametrize("name", ["cities", "stories", "sources", "topics", "programme"])
def test_no_id_is_given_twice(name: str) -> None:
    assert len(ids(name)) == len(table(name))


def test_the_id_of_a_city_is_its_name_and_its_state_or_country() -> None:
    for city in table("cities"):
        code = city["subdivision_code"] if city["country_code"] in {"US", "CA"} else None
        words = re.findall(r"[a-z0-9]+", fold(re.sub(r"['’.]", "", city["name"])))
        assert city["id"] == "-".join([*words, (code or city["country_code"]).lower()])


def test_an_alias_names_one_city_only() -> None:
    named = defaultdict(set)
    for city in table("cities"):
        for name in (city["name"], *city["aliases"]):
            named[name_key(name)].add(city["id"])
    for city in table("cities"):
        for alias in city["aliases"]:
            assert named[name_key(alias)] == {city["id"]}, alias


def test_no_alias_says_the_name_again() -> None:
    for city in table("cities"):
        names = [city["name"], *city["aliases"]]
        assert len(set(names)) == len(names), city["id"]


def test_countries_and_states_are_called_as_the_code_calls_them() -> None:
    for city in table("cities"):
        assert city["country"] == COUNTRIES[city["country_code"]][0]
        if states := SUBDIVISIONS.get(city["country_code"]):
            assert city["subdivision"] == states[city["subdivision_code"]][0]
        else:
            assert city["subdivision_code"] is None


def test_every_city_lies_in_the_americas() -> None:
    for city in table("cities"):
        assert -60 <= city["latitude"] <= 75, city["id"]
        assert -170 <= city["longitude"] <= -30, city["id"]


def test_a_population_has_a_source_and_no_source_stands_without_one() -> None:
    for city in table("cities"):
        assert (city["population"] is None) == (city["population_source_id"] is None)
        assert city["population"] is None or 1_000 < city["population"] < 30_000_000


def test_every_city_has_an_event_or_a_story() -> None:
    with_events = {event["city_id"] for event in table("certifications")}
    assert ids("cities") == with_events | {story["city_id"] for story in table("stories")}


def test_115_cities_are_certified() -> None:
    certified = {e["city_id"] for e in table("certifications") if e["event"] != "honor-roll"}
    assert len(certified) == 115


def test_every_event_has_a_source_and_a_date_that_there_was() -> None:
    for event in table("certifications"):
        assert event["source_ids"], event
        assert is_date(event["date"]), event


def test_a_derived_event_says_how_it_was_worked_out() -> None:
    derived = [event for event in table("certifications") if event["basis"] == "derived"]
    assert derived
    for event in derived:
        assert event["note"], event
        assert event["note"].endswith("."), event


def test_no_event_is_there_twice() -> None:
    kept = [(e["city_id"], e["date"], e["event"]) for e in table("certifications")]
    assert len(set(kept)) == len(kept)


def test_a_city_is_certified_before_it_moves_up_and_never_certified_twice() -> None:
    by_city = defaultdict(list)
    for event in table("certifications"):
        by_city[event["city_id"]].append(event)
    for city_id, events in by_city.items():
        stands = standing(events)
        assert stands
        kinds = [event["event"] for event in stands["history"] if event["event"] != "honor-roll"]
        assert kinds[:1] in (["certified"], []), city_id
        assert kinds.count("certified") <= 1, city_id


def test_a_level_is_stated_where_a_city_moved_up_and_not_on_the_honor_roll() -> None:
    for event in table("certifications"):
        assert event["event"] != "moved-up" or event["level"] in {"gold", "platinum"}, event
        assert event["event"] != "honor-roll" or event["level"] is None, event


def test_every_source_exists_and_every_source_is_used() -> None:
    used = {
        *(source for story in table("stories") for source in story["source_ids"]),
        *(source for event in table("certifications") for source in event["source_ids"]),
        *(c["population_source_id"] for c in table("cities") if c["population_source_id"]),
        *(i for entry in table("programme") for said in entry["text"] for i in said["source_ids"]),
    }
    assert used == ids("sources")


def test_a_source_is_dated_as_precisely_as_known_and_has_an_address_or_says_why_not() -> None:
    for source in table("sources"):
        for key in ("published", "accessed"):
            assert source[key] is None or is_date(source[key]), source
        assert source["url"] or source["note"], source
        assert source["url"] is None or not re.search(r"\s", source["url"]), source


def test_no_address_is_the_source_of_two_records_of_one_title() -> None:
    kept = [(source["url"], source["title"]) for source in table("sources") if source["url"]]
    assert sorted({one for one in kept if kept.count(one) > 1}) == []
