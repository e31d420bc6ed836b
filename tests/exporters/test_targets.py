"""Which format goes where."""

from __future__ import annotations

import pytest

from wwc_cli import exporters
from wwc_cli.errors import ExitCode, UsageProblem
from wwc_cli.exporters import FORMATS, Target


def target(
    destination: str | None = None, format_name: str | None = None, table: str | None = None
) -> Target:
    return exporters.target(
        destination=destination, format_name=format_name, table=table, force=False
    )


@pytest.mark.parametrize(
    ("name", "format_name"),
    [
        ("a.jsonl", "jsonl"), ("a.ndjson", "jsonl"), ("a.geojson", "geojson"),
        ("A.GeoJSON", "geojson"), ("a.sqlite", "sqlite"), ("a.sqlite3", "sqlite"),
        ("some.where/a.db", "sqlite"),
    ],
)  # fmt: skip
def test_the_ending_names_the_format(name: str, format_name: str) -> None:
    assert target(name) == Target(format_name, name)


def test_what_is_asked_for_goes_before_the_ending() -> None:
    assert target("wwc.ndjson", "opensearch").format == "opensearch"
    assert target("maps.geojson", "csv", "cities").is_text


@pytest.mark.parametrize("format_name", ["jsonl", "geojson", "opensearch"])
@pytest.mark.parametrize("destination", [None, "-"])
def test_one_text_can_go_to_stdout(format_name: str, destination: str | None) -> None:
    assert target(destination, format_name) == Target(format_name)


def test_one_table_of_csv_is_one_text_and_all_of_them_a_folder() -> None:
    assert target(None, "csv", "cities").is_text
    assert target("cities.csv", None, "cities") == Target("csv", "cities.csv", "cities")
    assert target("tables", "csv").is_folder


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((None, None), "there is no usual one"),
        (("wwc.json", None), "'wwc.json' does not say in which format"),
        (("wwc-data", None), "'wwc-data' does not say in which format"),
        ((None, "sqlite"), "cannot go to stdout"),
        (("-", "sqlite"), "cannot go to stdout"),
        ((None, "csv"), "csv is a folder of files"),
        ((None, "datapackage"), "cannot go to stdout"),
        ((None, "markdown"), "cannot go to stdout"),
        (("cities.csv", None), "holds one table"),
        (("a.sqlite", None, "cities"), "--table goes with csv and jsonl"),
        ((None, "geojson", "cities"), "--table goes with csv and jsonl"),
    ],
)
def test_what_cannot_be_is_a_usage_problem_with_a_way_out(
    arguments: tuple[str | None, ...], said: str
) -> None:
    with pytest.raises(UsageProblem) as caught:
        target(*arguments)
    assert said in caught.value.message
    assert caught.value.code == ExitCode.USAGE
    assert caught.value.hint


def test_every_format_is_named_where_none_can_be_told() -> None:
    with pytest.raises(UsageProblem) as caught:
        target("wwc.json")
    assert all(name in str(caught.value.hint) for name in FORMATS)
    assert caught.value.suggestions == list(FORMATS)
