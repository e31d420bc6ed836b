"""wwc show."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from wwc_cli.errors import ExitCode

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Answer

    Wwc = Callable[..., Answer]

CITY = [
    "id", "name", "aliases", "subdivision", "subdivision_code", "country", "country_code",
    "latitude", "longitude", "population", "population_source_id",
]  # fmt: skip
STORY = [
    "id", "city_id", "headline", "topics", "printed_topics", "summary", "challenge", "approach",
    "outcome", "metrics", "programs", "partners", "people", "tools", "practices", "start_year",
    "end_year", "coverage", "origin", "source_ids", "text", "quotes",
]  # fmt: skip
METRIC = [
    "statement", "value", "from_value", "unit", "direction", "subject", "theme", "kind",
    "qualifier", "period", "baseline_period",
]  # fmt: skip
EVENT = ["city_id", "date", "level", "event", "basis", "source_ids", "note"]
STANDING = ["level", "level_date", "last_event", "last_date", "first_certified", "history"]
SOURCE = ["id", "publisher", "title", "url", "published", "accessed", "language", "note"]
RELATED = [
    "id", "city_id", "city", "subdivision", "country", "country_code", "headline",
    "coverage", "shared_topics", "shared_themes", "reason",
]  # fmt: skip


def test_a_slip_in_a_name_is_answered_with_the_city(wwc: Wwc) -> None:
    result = wwc("show", "Medelin", "--json")
    assert result.exit_code == ExitCode.OK
    assert result.json["city"]["id"] == "medellin-co"
    assert "Medellín" in result.stderr


def test_the_json_of_a_city_has_the_promised_keys(wwc: Wwc) -> None:
    result = wwc("show", "Newark", "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    profile = result.json
    assert list(profile) == ["city", "certification", "stories", "related", "sources"]
    assert list(profile["city"]) == CITY
    assert list(profile["certification"]) == STANDING
    assert list(profile["certification"]["history"][0]) == EVENT
    (story,) = profile["stories"]
    assert list(story) == STORY
    assert list(story["metrics"][0]) == METRIC
    assert list(story["programs"][0]) == ["name", "kind", "description"]
    assert list(story["people"][0]) == ["name", "role"]
    assert list(profile["related"][0]) == RELATED
    assert list(profile["sources"][0]) == SOURCE


def test_the_json_of_a_city_as_a_whole(wwc_small: Wwc) -> None:
    result = wwc_small("show", "medellin-co", "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    profile = result.json
    assert profile["city"] == {
        "id": "medellin-co",
        "name": "Medellín",
        "aliases": ["Medallo"],
        "subdivision": "Antioquia",
        "subdivision_code": None,
        "country": "Colombia",
        "country_code": "CO",
        "latitude": 40.0,
        "longitude": -74.0,
        "population": None,
        "population_source_id": None,
    }
    event = {
        "city_id": "medellin-co",
        "date": "2024-01-23",
        "level": "platinum",
        "event": "certified",
        "basis": "stated",
        "source_ids": ["news"],
        "note": None,
    }
    assert profile["certification"] == {
        "level": "platinum",
        "level_date": "2024-01-23",
        "last_event": "certified",
        "last_date": "2024-01-23",
        "first_certified": "2024-01-23",
        "history": [event],
    }
    assert [story["headline"] for story in profile["stories"]] == ["Menos embarazo adolescente"]
    assert [source["id"] for source in profile["sources"]] == ["long", "news"]


def test_what_is_not_known_is_null_and_not_absent(wwc_small: Wwc) -> None:
    profile = wwc_small("show", "nowhere-nj", "--json").json
    assert profile["certification"] is None
    assert profile["stories"][0]["metrics"] == []
    honored = wwc_small("show", "honored-nj", "--json").json
    assert honored["certification"]["first_certified"] is None
    assert (honored["stories"], honored["related"]) == ([], [])


@pytest.mark.parametrize(
    ("words", "city_id"),
    [
        (["Alpha"], "alpha-nj"),
        (["The", "A"], "alpha-nj"),
        (["san", "fernando"], "san-fernando-cl"),
        (["Rochester,", "New", "York"], "rochester-ny"),
        (["port", "st.", "mary"], "port-st-mary-fl"),
        (["ROCHESTER-MN"], "rochester-mn"),
    ],
)
def test_names_of_several_words_need_no_quotes(
    words: list[str], city_id: str, wwc_small: Wwc
) -> None:
    result = wwc_small("show", *words, "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.json["city"]["id"] == city_id


def test_a_city_that_several_names_fit_is_asked_for(wwc_small: Wwc) -> None:
    result = wwc_small("show", "Rochester", "--json")
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.error["suggestions"] == ["rochester-mn", "rochester-ny"]


def test_a_city_that_is_unknown_is_answered_with_near_ones(wwc_small: Wwc) -> None:
    result = wwc_small("show", "Medelxyn")
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr == (
        "Error: No city is called 'Medelxyn'.\nDid you mean Medellín, Colombia (medellin-co)?\n"
    )


@pytest.mark.parametrize("format_name", ["table", "plain", "json", "csv"])
def test_how_a_name_was_understood_is_told_on_stderr_in_every_format(
    format_name: str, wwc_small: Wwc
) -> None:
    result = wwc_small("show", "Alph", "--format", format_name)
    assert result.exit_code == 0
    assert result.stderr == "Only Alpha, New Jersey (alpha-nj) begins with 'Alph'.\n"
    assert result.stdout == wwc_small("show", "alpha-nj", "--format", format_name).stdout


def test_without_a_city_the_command_line_is_wrong(wwc_small: Wwc) -> None:
    result = wwc_small("show")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "CITY" in result.stderr


def test_one_section_in_json_is_its_rows(wwc_small: Wwc) -> None:
    result = wwc_small("show", "rochester-ny", "--section", "metrics", "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    assert list(result.json[0]) == ["city_id", "story_id", *METRIC]
    assert [row["value"] for row in result.json] == [2, None]
    assert wwc_small("show", "nowhere-nj", "--section", "metrics", "--json").json == []


def test_csv_is_the_metrics_where_no_section_is_named(wwc_small: Wwc) -> None:
    result = wwc_small("show", "rochester-ny", "--format", "csv")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        "city_id,story_id,statement,value,from_value,unit,direction,subject,theme,kind,qualifier,"
        "period,baseline_period\n"
        "rochester-ny,rochester-ny,Days to a permit went from 6 to 2.,2,6,days,decrease,"
        "wait for a permit,service-speed,outcome,exact,,\n"
        "rochester-ny,rochester-ny,Vacant lots also fell; no figure is given.,,,,decrease,"
        "vacant lots,blight,context,exact,2024,2023\n"
    )


def test_csv_of_a_section_without_rows_has_its_header(wwc_small: Wwc) -> None:
    result = wwc_small("show", "honored-nj", "--section", "people", "--format", "csv")
    assert (result.exit_code, result.stdout) == (0, "story_id,name,role\n")


@pytest.mark.parametrize("city", ["nowhere-nj", "medellin-co"])
@pytest.mark.parametrize(
    "format_name",
    [
        "table",
        "plain",
        "markdown",
        "html",
    ],
)
def test_the_figures_of_a_story_without_figures(
    format_name: str, city: str, wwc_small: Wwc
) -> None:
    result = wwc_small("show", city, "--section", "metrics", "--format", format_name)
    assert result.exit_code == 0


def test_a_section_that_there_is_not_is_answered_with_those_there_are(wwc_small: Wwc) -> None:
    result = wwc_small("show", "alpha-nj", "--section", "figures")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "'metrics'" in result.stderr


def test_an_address_is_whole_in_every_format(wwc_small: Wwc) -> None:
    address = "https://example.org/" + "a-very-long-way/" * 20
    for format_name in ("table", "plain", "markdown", "html", "json"):
        shown = wwc_small("show", "medellin-co", "--format", format_name).stdout
        assert address in "".join(shown.split()), format_name


def test_a_certified_city_without_a_story_is_shown_as_such(wwc: Wwc) -> None:
    result = wwc("show", "Detroit")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("Detroit, Michigan, United States  gold\nCertified since ")
    assert "No story of this city is in the store" in result.stdout
