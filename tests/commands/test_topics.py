"""wwc topics."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Answer

    Wwc = Callable[..., Answer]

HOUSING = {
    "kind": "topic",
    "id": "housing",
    "name": {"en": "Housing", "es": "Vivienda", "pt": "Habitação"},
    "stories": 2,
    "figures": 2,
    "cities": 2,
}


def test_the_json_of_a_topic_is_as_promised(wwc_small: Wwc) -> None:
    result = wwc_small("topics", "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    assert list(result.json[0].items()) == list(HOUSING.items())
    assert {row["kind"] for row in result.json} == {"topic", "theme"}


@pytest.mark.parametrize(
    ("by", "counted"),
    [
        ("country", {"CO": 0, "US": 2}),
        ("level", {"platinum": 0, "gold": 0, "silver": 1, "unstated": 1}),
        ("year", {"2024": 2, "unstated": 0}),
    ],
)
def test_stories_are_counted_by_what_is_asked_for(
    by: str, counted: dict[str, int], wwc_small: Wwc
) -> None:
    first = wwc_small("topics", "--by", by, "--json").json[0]
    assert list(first.items()) == [*HOUSING.items(), ("by", counted)]


def test_csv_has_a_column_for_each_count(wwc_small: Wwc) -> None:
    made = wwc_small("topics", "--by", "country", "--format", "csv").stdout
    header, first, *_ = csv.reader(io.StringIO(made))
    assert header == ["kind", "id", "name", "stories", "figures", "cities", "CO", "US"]
    assert first == ["topic", "housing", "Housing", "2", "2", "2", "0", "2"]


def test_filters(wwc_small: Wwc) -> None:
    rows = wwc_small("topics", "--country", "Colombia", "--coverage", "brief", "--json").json
    assert [row["id"] for row in rows if row["stories"]] == ["health-and-wellbeing"]
    assert len(rows) == 6


def test_where_no_story_is_left_everything_is_a_hole(wwc_small: Wwc) -> None:
    for extra in ([], ["--by", "country"], ["--by", "year"]):
        result = wwc_small("topics", "--country", "Chile", *extra)
        assert (result.exit_code, result.stderr) == (0, "")
        assert "0 stories" in result.stdout
        assert "·" in result.stdout


def test_every_topic_is_in_the_table_with_its_count(wwc: Wwc) -> None:
    result = wwc("topics", "--width", "80")
    assert result.exit_code == 0
    for row in wwc("topics", "--json").json:
        numbers = " ".join(f"{row[name]:,}" for name in ("stories", "figures", "cities"))
        said = f"{row['id'].replace('-', ' ')} {numbers}"
        assert said in [" ".join(line.split()) for line in result.stdout.splitlines()]


@pytest.mark.parametrize("arguments", [["--by", "size"], ["--country", "Atlantis"]])
def test_what_there_is_not_is_a_mistake(arguments: list[str], wwc_small: Wwc) -> None:
    result = wwc_small("topics", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
