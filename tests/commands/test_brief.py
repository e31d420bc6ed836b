"""wwc brief."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from tests.pages import assert_sound

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Answer

    Wwc = Callable[..., Answer]

FIGURE = [
    *("statement", "value", "from_value", "unit", "direction", "subject", "theme", "kind"),
    *("qualifier", "period", "baseline_period", "city_id", "city", "subdivision", "country"),
    *("country_code", "story_id", "headline", "coverage", "origin", "basis", "source_id"),
    *("source_url", "citation"),
]


def test_the_json_of_a_brief_has_the_promised_shape(wwc_small: Wwc) -> None:
    result = wwc_small("brief", "traffic", "safety", "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    brief = result.json
    assert list(brief) == [
        "title", "asked", "understood_as", "total", "searched", "stories", "figures",
        "not_known", "citations", "near",
    ]  # fmt: skip
    assert brief["title"] == "Traffic safety: what cities did and what came of it"
    assert brief["asked"] == "traffic safety"
    assert brief["understood_as"] == {
        "kind": "theme",
        "id": "traffic-safety",
        "query": None,
        "themes": ["traffic-safety"],
        "only": {"topics": [], "themes": [], "countries": [], "states": [], "levels": []},
    }
    assert (brief["total"], brief["searched"], brief["near"]) == (1, 4, [])
    (story,) = brief["stories"]
    figures = story.pop("figures")
    assert story == {
        "id": "alpha-nj",
        "city_id": "alpha-nj",
        "city": "Alpha",
        "subdivision": "New Jersey",
        "country": "United States",
        "country_code": "US",
        "level": "gold",
        "level_date": "2021",
        "headline": "Safer Streets",
        "summary": "The city painted its crossings.",
        "approach": ["Counted crashes.", "Painted crossings."],
        "outcome": "Fewer crashes.",
        "start_year": 2023,
        "end_year": 2024,
        "coverage": "full",
        "origin": "bundled",
        "citation": 1,
    }
    assert figures == brief["figures"]
    assert sorted(figures[0]) == sorted(FIGURE)
    assert (figures[0]["basis"], figures[0]["citation"]) == ("baseline", 1)
    (sentence,) = brief["not_known"]
    assert sentence.startswith("For the one story, no evaluation with research methods is shown:")
    assert brief["citations"] == wwc_small("cite", "alpha-nj", "--json").json


def test_words_that_name_nothing_are_searched_for(wwc_small: Wwc) -> None:
    result = wwc_small("brief", "wait for a permit", "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    understood = result.json["understood_as"]
    assert (understood["kind"], understood["id"]) == ("query", None)
    assert understood["query"] == "wait for a permit"
    assert understood["themes"] == ["service-speed"]
    assert result.json["stories"][0]["id"] == "rochester-ny"


def test_words_need_no_quotes(wwc: Wwc) -> None:
    quoted = wwc("brief", "public safety", "--json")
    assert quoted.json["understood_as"]["id"] == "public-safety"
    assert wwc("brief", "public", "safety", "--json").stdout == quoted.stdout


def test_a_query_that_was_corrected_is_told_on_stderr(wwc: Wwc) -> None:
    result = wwc("brief", "trafic saftey")
    assert result.exit_code == 0
    assert result.stderr == 'Searched for "traffic safety" (you typed "trafic saftey").\n'
    assert result.stdout.startswith("“traffic safety”: what cities did")  # a page to hand on
    assert "found for “traffic safety”" in result.stdout
    assert wwc("brief", "crime").stderr == ""


@pytest.mark.parametrize("format_name", ["table", "plain", "markdown"])
def test_nothing_found_is_an_answer(format_name: str, wwc_small: Wwc) -> None:
    result = wwc_small("brief", "qqzzqq", "--format", format_name)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("No story found; 4 stories searched. Topics to try:")


def test_nothing_found_is_a_record_with_empty_lists(wwc_small: Wwc) -> None:
    brief = wwc_small("brief", "public safety", "--country", "Chile", "--json").json
    assert (brief["total"], brief["stories"], brief["figures"]) == (0, [], [])
    assert (brief["not_known"], brief["citations"]) == ([], [])
    header = wwc_small("brief", "qqzzqq", "--format", "csv").stdout
    assert sorted(header.strip().split(",")) == sorted(FIGURE)


@pytest.mark.parametrize("words", [[], ["--json"]])
def test_without_words_it_is_a_mistake(words: list[str], wwc_small: Wwc) -> None:
    result = wwc_small("brief", *words)
    assert (result.exit_code, result.stdout) == (2, "")


def test_empty_words_are_a_mistake_with_a_way_out(wwc_small: Wwc) -> None:
    result = wwc_small("brief", " ")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "Error: Say what the brief is about: a topic, a theme or a question.\n"
        "For example: wwc brief crime\n"
    )


@pytest.mark.parametrize("option", ["--topic", "--country", "--state", "--theme"])
def test_a_filter_value_that_is_unknown_is_named(option: str, wwc_small: Wwc) -> None:
    result = wwc_small("brief", "housing", option, "qqzzqq", "--json")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.error["message"] == f"No {option[2:]} is called 'qqzzqq'."


@pytest.mark.parametrize(
    ("limit", "shown"), [([], 6), (["--limit", "2"], 2), (["--limit", "0"], 8)]
)
def test_the_limit_is_that_many_stories_and_0_is_all(
    limit: list[str], shown: int, wwc: Wwc
) -> None:
    brief = wwc("brief", "crime", *limit, "--json").json
    assert (len(brief["stories"]), brief["total"]) == (shown, 8)
    assert len(brief["citations"]) == shown


def test_filters_are_told_on_the_page(wwc: Wwc) -> None:
    shown = wwc("brief", "crime", "--country", "Chile", "--level", "silver").stdout
    assert "Only Chile, silver\n" in shown
    assert "Las Condes, Chile [1]" in shown
    assert "Newark" not in shown


def test_csv_has_a_row_a_figure(wwc: Wwc) -> None:
    rows = list(csv.DictReader(io.StringIO(wwc("brief", "crime", "--format", "csv").stdout)))
    figures = wwc("brief", "crime", "--json").json["figures"]
    assert [row["statement"] for row in rows] == [figure["statement"] for figure in figures]
    assert sorted(rows[0]) == sorted(FIGURE)


def test_a_page_is_written_to_hand_on(wwc: Wwc, tmp_path: Path) -> None:
    path = tmp_path / "crime.html"
    result = wwc("brief", "crime", "--output", str(path))
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", f"Wrote {path}.\n")
    read = assert_sound(path.read_text("utf-8"))
    assert read.texts("h1") == ["Crime: what cities did and what came of it"]
    assert len(read.of("a")) == 6


@pytest.mark.parametrize("query", ['"', "(", "*", "a AND b", "--", "ñ́", "🚲", "x" * 10_000])
def test_no_query_is_read_as_syntax(query: str, wwc_small: Wwc) -> None:
    result = wwc_small("brief", "--json", "--", query)
    assert result.exit_code == 0
    assert result.json["asked"] == query


def test_topics_and_themes_are_completed_each_once(wwc: Wwc) -> None:
    from click.shell_completion import ShellComplete

    from wwc_cli.cli import wwc as root

    assert wwc("list-certified").exit_code == 0
    items = ShellComplete(root, {}, "wwc", "_WWC_COMPLETE").get_completions(["brief"], "")
    values = [item.value for item in items]
    assert {"housing", "public-safety", "traffic-safety", "service-speed"} <= set(values)
    assert len(values) == len(set(values))
