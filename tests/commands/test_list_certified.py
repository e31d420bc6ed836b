"""wwc list-certified."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Answer

    Wwc = Callable[..., Answer]

ALPHA = {
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
HISTORY = [
    {
        "city_id": "alpha-nj",
        "date": date,
        "level": level,
        "event": event,
        "basis": basis,
        "source_ids": ["news"],
        "note": note,
    }
    for date, level, event, basis, note in (
        ("2019-04-24", "silver", "certified", "stated", None),
        ("2021", "gold", "moved-up", "derived", "By year."),
        ("2024-06-17", None, "recertified", "stated", None),
    )
]


def listed(wwc_small: Wwc, *arguments: str) -> list[str]:
    """Return the ids that are listed."""
    result = wwc_small("list-certified", *arguments, "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    return [row["city_id"] for row in result.json]


def test_the_json_of_a_city_is_as_promised(wwc_small: Wwc) -> None:
    result = wwc_small("list-certified", "--level", "gold", "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    (row,) = result.json
    assert list(row.items()) == list(ALPHA.items())


def test_with_history_every_event_comes_last(wwc_small: Wwc) -> None:
    (row,) = wwc_small("list-certified", "--level", "gold", "--history", "--json").json
    assert list(row) == [*ALPHA, "history"]
    assert row == {**ALPHA, "history": HISTORY}
    assert [list(event) for event in row["history"]] == [list(event) for event in HISTORY]


def test_a_level_that_nobody_states_is_null(wwc_small: Wwc) -> None:
    (row,) = wwc_small("list-certified", "--level", "unstated", "--json").json
    assert (row["city_id"], row["level"], row["level_date"]) == ("rochester-mn", None, None)


def test_cities_of_the_honor_roll_alone_are_listed_only_where_asked_for(wwc_small: Wwc) -> None:
    assert "honored-nj" not in listed(wwc_small)
    assert "honored-nj" in listed(wwc_small, "--honor-roll")
    assert listed(wwc_small, "--honor-roll", "--event", "honor-roll") == ["honored-nj"]


@pytest.mark.parametrize(
    ("arguments", "ids"),
    [
        (["--country", "Chile"], ["san-fernando-cl"]),
        (["--country", "chile", "--country", "CO"], ["medellin-co", "san-fernando-cl"]),
        (["--state", "NY"], ["rochester-ny"]),
        (["--state", "minnesota", "--level", "silver"], []),
        (["--event", "moved-up"], ["alpha-nj"]),
        (["--year", "2026"], ["san-fernando-del-valle-de-catamarca-ar"]),
        (["--year", "2019", "--event", "moved-up"], []),
        (["--since", "2025"], ["san-fernando-cl", "san-fernando-del-valle-de-catamarca-ar"]),
        (["--without-story", "--country", "Chile"], ["san-fernando-cl"]),
        (["--with-story", "--country", "Chile"], []),
    ],
)
def test_filters(arguments: list[str], ids: list[str], wwc_small: Wwc) -> None:
    assert listed(wwc_small, *arguments) == ids


def test_as_of_a_date_things_stand_as_they_stood_then(wwc_small: Wwc) -> None:
    assert listed(wwc_small, "--as-of", "2019") == ["alpha-nj"]
    (row,) = wwc_small("list-certified", "--as-of", "2019", "--json").json
    assert (row["level"], row["last_date"]) == ("silver", "2019-04-24")


@pytest.mark.parametrize(
    ("sort", "first"),
    [
        ("city", "alpha-nj"),
        ("country", "san-fernando-del-valle-de-catamarca-ar"),
        ("level", "medellin-co"),
        ("date", "san-fernando-del-valle-de-catamarca-ar"),
    ],
)
def test_sorting(sort: str, first: str, wwc_small: Wwc) -> None:
    assert listed(wwc_small, "--sort", sort)[0] == first
    assert sorted(listed(wwc_small, "--sort", sort)) == listed(wwc_small)


def test_no_city_is_an_answer(wwc_small: Wwc) -> None:
    nothing = ["list-certified", "--country", "Chile", "--level", "platinum"]
    for format_name, said in (
        ("json", "[]\n"),
        ("jsonl", ""),
        ("csv", ",".join(ALPHA) + "\n"),
        ("tsv", "\t".join(ALPHA) + "\n"),
        ("table", "No city.\n"),
        ("plain", "No city.\n"),
        ("markdown", "No city.\n"),
    ):
        result = wwc_small(*nothing, "--format", format_name)
        assert (result.exit_code, result.stdout, result.stderr) == (0, said, "")


@pytest.mark.parametrize("history", [[], ["--history"]], ids=["", "history"])
def test_csv_has_the_keys_of_json(history: list[str], wwc_small: Wwc) -> None:
    made = wwc_small("list-certified", *history, "--format", "csv").stdout
    header, *rows = csv.reader(io.StringIO(made))
    records = wwc_small("list-certified", *history, "--json").json
    assert set(header) == set(records[0])
    assert [row[header.index("city_id")] for row in rows] == [r["city_id"] for r in records]
    if history:
        assert rows[0][header.index("history")] == (
            "2019-04-24 certified silver; 2021 moved-up gold; 2024-06-17 recertified"
        )


def test_a_row_of_csv(wwc_small: Wwc) -> None:
    made = wwc_small("list-certified", "--level", "gold", "--format", "csv").stdout
    assert made.splitlines()[1] == (
        "alpha-nj,Alpha,New Jersey,United States,US,gold,2021,recertified,2024-06-17,2019-04-24,"
        "true,full"
    )


def test_the_table_ends_in_the_counts_of_all_listed(wwc: Wwc) -> None:
    result = wwc("list-certified", "--width", "200")
    assert (result.exit_code, result.stderr) == (0, "")
    total = len(wwc("list-certified", "--json").json)
    assert result.stdout.splitlines()[-1].startswith(f"{total} cities: ")


@pytest.mark.parametrize(
    "country",
    [
        "Atlantis",
        "Chil",
    ],
)
def test_a_country_without_a_city_is_answered_with_those_there_are(
    country: str, wwc_small: Wwc
) -> None:
    result = wwc_small("list-certified", "--country", country)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"Error: No country is called {country!r}.\n")
    assert "Chile" in result.stderr


@pytest.mark.parametrize("year", ["1999", "24", "soon"])
def test_what_is_no_year_of_the_program_is_a_mistake(year: str, wwc_small: Wwc) -> None:
    assert wwc_small("list-certified", "--year", year).exit_code == 2
