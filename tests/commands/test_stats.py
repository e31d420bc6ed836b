"""wwc stats."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Answer

    Wwc = Callable[..., Answer]

SHAPE = {
    "totals": ["cities", "certified", "events", "stories", "figures", "sources"],
    "events_by_year": [
        *("year", "platinum", "gold", "silver", "unstated", "honor_roll", "total"),
    ],
    "cities_by_level": ["level", "cities"],
    "cities_by_country": [
        *("country", "country_code", "platinum", "gold", "silver", "unstated", "total"),
    ],
    "stories_by_coverage": ["coverage", "stories"],
    "stories_by_theme": ["theme", "stories", "figures"],
    "stories_by_country": ["country", "country_code", "stories"],
}


def test_the_json_is_as_promised(wwc_small: Wwc) -> None:
    result = wwc_small("stats", "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    assert list(result.json) == list(SHAPE)
    assert list(result.json["totals"]) == SHAPE["totals"]
    for name, keys in list(SHAPE.items())[1:]:
        assert all(list(row) == keys for row in result.json[name])
    assert result.json["events_by_year"][0] == {
        "year": 2018,
        "platinum": 0,
        "gold": 0,
        "silver": 0,
        "unstated": 0,
        "honor_roll": 1,
        "total": 1,
    }


def test_fields_keep_parts_of_the_json(wwc_small: Wwc) -> None:
    assert list(wwc_small("stats", "--fields", "totals", "--json").json) == ["totals"]


def test_csv_has_a_row_a_count(wwc_small: Wwc) -> None:
    made = wwc_small("stats", "--format", "csv").stdout
    header, *rows = csv.reader(io.StringIO(made))
    assert header == ["what", "key", "part", "count"]
    assert ["totals", "stories", "", "4"] in rows
    assert ["cities_by_level", "gold", "cities", "1"] in rows


def test_the_screen_has_the_numbers_of_the_json(wwc: Wwc) -> None:
    result = wwc("stats", "--format", "plain")
    assert (result.exit_code, result.stderr) == (0, "")
    for row in wwc("stats", "--json").json["events_by_year"]:
        assert f"\n{row['year']}: {row['total']} (" in result.stdout
    table = wwc("stats", "--width", "80").stdout
    assert max(map(len, table.splitlines())) <= 80
    assert "Certification events by year" in table
