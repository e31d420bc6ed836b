"""wwc metrics."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

from tests import small_store
from tests.factories import make_metric, make_story

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Answer

    Wwc = Callable[..., Answer]

CRASHES = {
    "city_id": "alpha-nj",
    "city": "Alpha",
    "subdivision": "New Jersey",
    "country": "United States",
    "country_code": "US",
    "story_id": "alpha-nj",
    "headline": "Safer Streets",
    "coverage": "full",
    "origin": "bundled",
    "statement": "Crashes were 19% lower in 2024 than in 2023.",
    "value": 19,
    "from_value": None,
    "unit": "percent",
    "direction": "decrease",
    "subject": "crashes",
    "theme": "traffic-safety",
    "kind": "outcome",
    "qualifier": "exact",
    "period": "2024",
    "baseline_period": "2023",
    "basis": "baseline",
    "source_id": "story-alpha-nj",
    "source_url": "https://example.org/story-alpha-nj",
}


def subjects(wwc: Wwc, *arguments: str) -> list[str]:
    result = wwc("metrics", *arguments, "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    return [figure["subject"] for figure in result.json]


def test_the_json_of_a_figure_is_as_promised(wwc_small: Wwc) -> None:
    result = wwc_small("metrics", "--theme", "traffic-safety", "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    (figure,) = result.json
    assert list(figure.items()) == list(CRASHES.items())
    assert '"value": 19,' in wwc_small("metrics", "crashes", "--json").stdout.replace(":", ": ")


def test_what_is_not_known_is_null_and_there(wwc_small: Wwc) -> None:
    (lots,) = wwc_small("metrics", "--theme", "blight", "--json").json
    assert list(lots) == list(CRASHES)
    assert (lots["value"], lots["unit"], lots["source_url"]) == (None, None, None)
    (permit,) = wwc_small("metrics", "--unit", "days", "--json").json
    assert (permit["basis"], permit["from_value"], permit["period"]) == ("start-value", 6, None)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], ["wait for a permit", "crashes", "vacant lots"]),
        (["crashes"], ["crashes"]),
        (["permit", "wait"], ["wait for a permit"]),
        (["--theme", "blight", "--theme", "traffic-safety"], ["crashes", "vacant lots"]),
        (["--topic", "Housing"], ["wait for a permit", "vacant lots"]),
        (["--kind", "context"], ["vacant lots"]),
        (["--direction", "increase"], []),
        (["--unit", "%"], ["crashes"]),
        (["--city", "alpha"], ["crashes"]),
        (["--city", "alpha-nj", "--city", "Rochester, NY", "--kind", "outcome"],
         ["wait for a permit", "crashes"]),
        (["--country", "US", "--state", "NJ"], ["crashes"]),
        (["--level", "gold"], ["crashes"]),
        (["--coverage", "brief"], []),
        (["--origin", "library"], []),
        (["--unit", "percent", "--min", "19"], ["crashes"]),
        (["--unit", "percent", "--min", "19.5"], []),
        (["--unit", "days", "--max", "2"], ["wait for a permit"]),
        (["--limit", "1"], ["wait for a permit"]),
        (["--sort", "city"], ["crashes", "wait for a permit", "vacant lots"]),
        (["--sort", "theme"], ["vacant lots", "wait for a permit", "crashes"]),
    ],
)  # fmt: skip
def test_figures_as_asked_for(arguments: list[str], expected: list[str], wwc_small: Wwc) -> None:
    assert subjects(wwc_small, *arguments) == expected


def test_no_figure_is_an_answer(wwc_small: Wwc) -> None:
    nothing = ["metrics", "--direction", "increase"]
    for format_name, said in (
        ("json", "[]\n"),
        ("jsonl", ""),
        ("csv", ",".join(CRASHES) + "\n"),
        ("tsv", "\t".join(CRASHES) + "\n"),
    ):
        result = wwc_small(*nothing, "--format", format_name)
        assert (result.exit_code, result.stdout, result.stderr) == (0, said, "")
    for format_name in ("table", "plain", "markdown"):
        result = wwc_small(*nothing, "--format", format_name)
        assert (result.exit_code, result.stderr) == (0, "")
        assert result.stdout.startswith("No figure found.")


def test_csv_has_the_keys_of_json(wwc_small: Wwc) -> None:
    made = wwc_small("metrics", "--format", "csv").stdout
    header, *rows = csv.reader(io.StringIO(made))
    assert header == list(CRASHES)
    assert [row[header.index("value")] for row in rows] == ["2", "19", ""]


def test_fields_narrow_a_figure(wwc_small: Wwc) -> None:
    fields = wwc_small("metrics", "crashes", "--fields", "city,value,basis", "--json").json
    assert fields == [{"city": "Alpha", "value": 19, "basis": "baseline"}]


@pytest.mark.parametrize("bound", [["--min", "5"], ["--max", "5"]])
def test_bounds_on_several_units_are_a_mistake(bound: list[str], wwc_small: Wwc) -> None:
    result = wwc_small("metrics", *bound)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "Error: --min and --max need figures of one unit; here are percent (1) and days (1).\n"
        "Say which: --unit 'percent'.\n"
    )


def test_the_units_to_choose_from_are_suggested_in_json(wwc_small: Wwc) -> None:
    error = wwc_small("metrics", "--min", "5", "--json").error
    assert error["code"] == 2
    assert set(error["suggestions"]) == {"days", "percent"}


def test_bounds_of_what_has_one_unit_need_no_unit(wwc_small: Wwc) -> None:
    assert subjects(wwc_small, "--theme", "service-speed", "--max", "3") == ["wait for a permit"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["--min", "nan", "--unit", "days"],
        ["--max", "inf", "--unit", "days"],
        ["--min", "many"],
        ["--min", "5", "--max", "2", "--unit", "days"],
        ["--unit", "furlongs"],
        ["--theme", "magic"],
        ["--kind", "result"],
        ["--direction", "down"],
        ["--sort", "size"],
        ["--limit", "-1"],
    ],
)
def test_what_there_is_not_is_a_mistake(arguments: list[str], wwc_small: Wwc) -> None:
    result = wwc_small("metrics", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("Error: ")


def test_an_unknown_unit_is_answered_with_those_there_are(wwc_small: Wwc) -> None:
    result = wwc_small("metrics", "--unit", "furlongs")
    assert result.stderr == ("Error: No unit is called 'furlongs'.\nThere are days and percent.\n")


def test_an_unknown_city_is_not_found(wwc_small: Wwc) -> None:
    result = wwc_small("metrics", "--city", "Atlantis", "--city", "Rochester")
    assert (result.exit_code, result.stdout) == (3, "")
    assert "Atlantis" in result.stderr
    assert "rochester-mn" in result.stderr


def test_a_slip_in_a_city_and_one_in_the_query_are_told(wwc: Wwc) -> None:
    result = wwc("metrics", "robbries", "--city", "Las Codnes", "--json")
    assert result.exit_code == 0
    assert {figure["city_id"] for figure in result.json} == {"las-condes-cl"}
    assert result.stderr == (
        "Took 'Las Codnes' for Las Condes, Chile (las-condes-cl).\n"
        'Searched for "robberies" (you typed "robbries").\n'
    )


def test_a_query_in_another_language_is_told(wwc: Wwc) -> None:
    result = wwc("metrics", "homicidios")
    assert "murders" in result.stdout
    assert result.stderr == 'Searched for "homicide" (you typed "homicidios").\n'


def test_who_cut_crime_by_how_much_and_over_what_period(wwc: Wwc) -> None:
    result = wwc(
        *("metrics", "--theme", "crime", "--direction", "decrease", "--kind", "outcome"),
        *("--width", "80"),
    )
    assert (result.exit_code, result.stderr) == (0, "")
    assert max(map(len, result.stdout.splitlines())) <= 80
    lines = [" ".join(line.split()) for line in result.stdout.splitlines()]
    for line in (
        "Newark auto thefts ↓ 36% 2024 against 2023",
        "Newark homicides ↓ 25% 2024 against 2023",
        "Las Condes robberies ↓ 22% 2023 no baseline",
        "Issaquah burglaries ↓ 37% 2023 no baseline",
        "Issaquah thefts ↓ 26% 2023 no baseline",
        "New Orleans murders ↓ 18% 2016 no baseline",
    ):
        assert any(each.startswith(line) for each in lines), line
    assert "Las Condes crime ↓ 29%" in "\n".join(lines)
    assert "↓ 44% 2019 against 2016" in "\n".join(lines)
    assert any(line.startswith("All are outcomes. Basis is what the page") for line in lines)


def test_a_figure_of_the_library_is_among_them(wwc_small: Wwc, home: Path) -> None:
    metric = make_metric(statement="[red]Fires[/red] fell by 99%.", value=99, subject="fires")
    mine = make_story("alpha-nj", id="alpha-nj-mine", headline="Mine", metrics=[metric])
    (home / "library.json").write_text(json.dumps({"stories": {"1": mine}}))
    assert subjects(wwc_small, "--origin", "library") == ["fires"]
    screen = wwc_small("metrics", "fires", "--width", "160").stdout
    assert "[red]Fires[/red]" in screen
    assert "(your library)" in screen
    assert len(small_store.STORIES) == 4
