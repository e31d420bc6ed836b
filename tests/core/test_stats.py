"""How many there are of everything."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tests.conftest import BUNDLED
from tests.core import stores
from wwc_cli.core.certified import Wanted, certified
from wwc_cli.core.stats import stats

if TYPE_CHECKING:
    from pathlib import Path

    from wwc_cli.core.catalogue import Catalogue


def stored(name: str) -> list[Any]:
    text = (BUNDLED / f"{name}.json").read_text(encoding="utf-8")
    return list(json.loads(text)[name].values())


def test_all_counts_of_the_small_store(small: Catalogue) -> None:
    counted = stats(small)
    assert counted["totals"] == {
        "cities": 9,
        "certified": 7,
        "events": 10,
        "stories": 4,
        "figures": 3,
        "sources": 6,
    }
    assert counted["cities_by_level"] == [
        {"level": "platinum", "cities": 1},
        {"level": "gold", "cities": 1},
        {"level": "silver", "cities": 4},
        {"level": "unstated", "cities": 1},
    ]
    assert counted["stories_by_coverage"] == [
        {"coverage": "full", "stories": 3},
        {"coverage": "brief", "stories": 1},
    ]
    assert counted["stories_by_country"] == [
        {"country": "United States", "country_code": "US", "stories": 3},
        {"country": "Colombia", "country_code": "CO", "stories": 1},
    ]
    assert counted["stories_by_theme"] == [
        {"theme": theme, "stories": 1, "figures": 1}
        for theme in ("blight", "service-speed", "traffic-safety")
    ]
    assert counted["cities_by_country"][0] == {
        "country": "United States",
        "country_code": "US",
        "platinum": 0,
        "gold": 1,
        "silver": 2,
        "unstated": 1,
        "total": 4,
    }
    assert [each["country_code"] for each in counted["cities_by_country"]] == [
        *("US", "AR", "CL", "CO")
    ]


def test_events_by_year_leave_no_year_out_and_show_the_level_that_nobody_states(
    small: Catalogue,
) -> None:
    by_year = stats(small)["events_by_year"]
    assert [each["year"] for each in by_year] == list(range(2018, 2027))
    rows = {each["year"]: tuple(each.values())[1:] for each in by_year}
    #           platinum, gold, silver, unstated, honor roll, all
    assert rows[2018] == (0, 0, 0, 0, 1, 1)
    assert rows[2019] == (0, 0, 1, 0, 0, 1)
    assert rows[2020] == (0, 0, 0, 0, 0, 0)
    assert rows[2021] == (0, 1, 1, 0, 0, 2)
    assert rows[2024] == (1, 0, 1, 2, 0, 4)


def test_without_events_and_stories_nothing_is_counted(tmp_path: Path) -> None:
    counted = stats(stores.opened(tmp_path, stories=[], certifications=[]))
    for name in ("events_by_year", "cities_by_country", "stories_by_theme", "stories_by_country"):
        assert dict(counted)[name] == []
    assert counted["totals"]["certified"] == counted["totals"]["figures"] == 0


def test_the_bundled_counts_are_those_of_the_files(bundled: Catalogue) -> None:
    counted = stats(bundled)
    events, stories = stored("certifications"), stored("stories")
    assert counted["totals"]["events"] == len(events)
    assert counted["totals"]["stories"] == len(stories)
    assert counted["totals"]["cities"] == len(stored("cities"))
    assert counted["totals"]["sources"] == len(stored("sources"))
    assert counted["totals"]["figures"] == sum(len(story["metrics"]) for story in stories)
    for row in counted["events_by_year"]:
        of_year = [event for event in events if event["date"].startswith(str(row["year"]))]
        assert row["total"] == len(of_year)
        assert row["gold"] == sum(event["level"] == "gold" for event in of_year)
        assert row["honor_roll"] == sum(event["event"] == "honor-roll" for event in of_year)
        parts = ("platinum", "gold", "silver", "unstated", "honor_roll")
        assert sum(dict(row)[part] for part in parts) == row["total"]  # type: ignore[misc]
    assert sum(row["total"] for row in counted["events_by_year"]) == len(events)


def test_the_parts_of_the_bundled_counts_add_up(bundled: Catalogue) -> None:
    counted = stats(bundled)
    everyone = certified(Wanted(), bundled)
    assert counted["totals"]["certified"] == len(everyone)
    assert sum(row["cities"] for row in counted["cities_by_level"]) == len(everyone)
    assert sum(row["total"] for row in counted["cities_by_country"]) == len(everyone)
    stories = counted["totals"]["stories"]
    assert sum(row["stories"] for row in counted["stories_by_country"]) == stories
    assert sum(row["stories"] for row in counted["stories_by_coverage"]) == stories


def test_the_events_of_2018_and_2024_as_counted_by_hand(bundled: Catalogue) -> None:
    by_year = {row["year"]: row for row in stats(bundled)["events_by_year"]}
    assert by_year[2018] == {
        "year": 2018,
        "platinum": 0,
        "gold": 1,
        "silver": 8,
        "unstated": 0,
        "honor_roll": 5,
        "total": 14,
    }
    assert by_year[2024]["total"] == 37
    assert by_year[2024]["unstated"] == 5
