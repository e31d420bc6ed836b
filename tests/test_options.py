"""The options that commands share."""

from __future__ import annotations

import csv
import io
import json
import os
import re
from typing import TYPE_CHECKING, Any

import pytest

from tests.screens import widest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Answer

    Wwc = Callable[..., Answer]

SGR = re.compile(r"\x1b\[[\d;]*m")
SHOW = ("show", "rochester-ny")
LIST = ("list-certified", "--country", "Chile")
MARK = b"\xef\xbb\xbf"


def test_color_and_width_may_stand_before_or_after_the_command(wwc_small: Wwc) -> None:
    page = ["--width", "60", "--color", "always"]
    before, after = wwc_small(*page, *SHOW), wwc_small(*SHOW, *page)
    assert (before.exit_code, after.exit_code) == (0, 0)
    assert before.stdout == after.stdout
    assert 50 < widest(SGR.sub("", before.stdout)) <= 60
    assert SGR.search(before.stdout)


def test_what_stands_after_the_command_counts_more(wwc_small: Wwc) -> None:
    both = wwc_small(
        "--width", "100", "--color", "always", *SHOW, "--width", "60", "--color", "never"
    )
    assert both.stdout == wwc_small(*SHOW, "--width", "60").stdout


def test_the_help_of_a_command_does_not_repeat_color_and_width(wwc_small: Wwc) -> None:
    assert "--width" not in wwc_small("show", "--help").stdout
    assert "--width" in wwc_small("--help").stdout


@pytest.mark.parametrize("width", ["19", "0", "-5", "wide", ""])
def test_a_width_that_is_none_is_a_mistake(width: str, wwc_small: Wwc) -> None:
    result = wwc_small(*SHOW, "--width", width)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--width" in result.stderr


def test_columns_of_the_environment_are_heeded_unless_a_width_is_given(
    wwc_small: Wwc, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    narrow = wwc_small(*SHOW).stdout
    assert narrow == wwc_small(*SHOW, "--width", "60").stdout
    monkeypatch.setenv("COLUMNS", "70")
    assert wwc_small(*SHOW, "--width", "60").stdout == narrow
    monkeypatch.delenv("COLUMNS")
    assert wwc_small(*SHOW).stdout == wwc_small(*SHOW, "--width", "100").stdout


@pytest.mark.parametrize(
    ("environ", "option", "styled", "colored"),
    [
        ({}, None, False, False),
        ({}, "always", True, True),
        ({"FORCE_COLOR": "1"}, None, True, True),
        ({"FORCE_COLOR": "1"}, "auto", True, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, None, True, False),
        ({"FORCE_COLOR": "1"}, "never", False, False),
        ({"NO_COLOR": "1"}, "always", True, True),
    ],
)
def test_colors_in_a_pipe(  # noqa: PLR0917 - pytest fills them in
    environ: dict[str, str],
    option: str | None,
    styled: bool,
    colored: bool,
    wwc_small: Wwc,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    plain = wwc_small(*SHOW).stdout
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    shown = wwc_small(*SHOW, *(["--color", option] if option else [])).stdout
    codes = "".join(SGR.findall(shown))
    assert bool(codes) is styled
    assert bool(re.search(r"[\[;](3|4|9|10)\d", codes)) is colored
    assert [line.rstrip() for line in SGR.sub("", shown).splitlines()] == plain.splitlines()


@pytest.mark.parametrize(
    "format_name", ["plain", "json", "jsonl", "csv", "tsv", "markdown", "html"]
)
def test_the_other_formats_never_have_colors(format_name: str, wwc_small: Wwc) -> None:
    asked = wwc_small(*SHOW, "--format", format_name, "--color", "always")
    assert asked.exit_code == 0
    assert asked.stdout == wwc_small(*SHOW, "--format", format_name).stdout
    assert "\x1b" not in asked.stdout


def test_json_is_short_for_its_format_and_excludes_the_others(wwc_small: Wwc) -> None:
    short = wwc_small(*SHOW, "--json")
    assert short.exit_code == 0
    assert short.stdout == wwc_small(*SHOW, "--format", "json").stdout
    assert short.stdout == wwc_small(*SHOW, "--json", "--format", "json").stdout
    both = wwc_small(*SHOW, "--json", "--format", "csv")
    assert (both.exit_code, both.stdout) == (2, "")
    assert both.error["message"] == "--json and --format csv exclude each other."


@pytest.mark.parametrize(
    ("name", "format_name"),
    [
        ("x.json", "json"),
        ("x.jsonl", "jsonl"),
        ("x.ndjson", "jsonl"),
        ("x.csv", "csv"),
        ("x.CSV", "csv"),
        ("x.tsv", "tsv"),
        ("x.md", "markdown"),
        ("x.markdown", "markdown"),
        ("x.html", "html"),
        ("x.htm", "html"),
        ("x.txt", "plain"),
        ("x.out", "table"),
        ("x", "table"),
    ],
)
def test_the_ending_of_a_file_names_its_format(
    name: str, format_name: str, wwc_small: Wwc, tmp_path: Path
) -> None:
    path = tmp_path / name
    result = wwc_small(*LIST, "--output", str(path))
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", f"Wrote {path}.\n")
    written = path.read_bytes()
    assert written.startswith(MARK) == (format_name in {"csv", "tsv"})
    expected = wwc_small(*LIST, "--format", format_name).stdout
    assert written.removeprefix(MARK).decode() == expected
    assert "San Fernando" in expected


def test_a_format_that_is_given_counts_more_than_an_ending(wwc_small: Wwc, tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    wwc_small(*LIST, "--output", str(path), "--json")
    assert [row["city"] for row in json.loads(path.read_text())] == ["San Fernando"]


def test_a_file_never_has_colors(wwc_small: Wwc, tmp_path: Path) -> None:
    path = tmp_path / "x.out"
    wwc_small(*LIST, "--output", str(path), "--color", "always")
    assert b"\x1b" not in path.read_bytes()


@pytest.mark.parametrize("as_json", [[], ["--json"]], ids=["words", "json"])
def test_a_folder_that_is_not_there_is_named(
    as_json: list[str], wwc_small: Wwc, tmp_path: Path
) -> None:
    path = tmp_path / "no" / "x.csv"
    result = wwc_small(*LIST, "--output", str(path), *as_json)
    assert (result.exit_code, result.stdout) == (1, "")
    message = f"Cannot write {path}: No such file or directory."
    if as_json:
        assert result.error == {"code": 1, "message": message, "suggestions": []}
    else:
        assert result.stderr == (
            f"Error: {message}\nName a file in a folder that exists and that you may write to.\n"
        )
    assert not path.parent.exists()


def test_a_folder_is_no_file(wwc_small: Wwc, tmp_path: Path) -> None:
    result = wwc_small(*LIST, "--output", str(tmp_path))
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--output" in result.stderr


def test_a_failed_command_leaves_the_file_as_it_was(wwc_small: Wwc, tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("before")
    assert wwc_small("show", "Paris", "--output", str(path)).exit_code == 3
    assert wwc_small(*LIST, "--fields", "nope", "--output", str(path)).exit_code == 2
    assert path.read_text() == "before"
    assert sorted(os.listdir(tmp_path)) == ["data", "home", "x.csv"]


def fields(wwc_small: Wwc, *arguments: str) -> Any:
    result = wwc_small(*arguments, "--fields", "level, city")
    assert (result.exit_code, result.stderr) == (0, "")
    return result


def test_fields_of_a_list_in_json_in_the_order_asked_for(wwc_small: Wwc) -> None:
    (record,) = fields(wwc_small, *LIST, "--json").json
    assert list(record.items()) == [("level", "silver"), ("city", "San Fernando")]


def test_fields_of_an_object_in_json_are_its_keys(wwc_small: Wwc) -> None:
    result = wwc_small("show", "alpha-nj", "--json", "--fields", "sources,city")
    assert (result.exit_code, list(result.json)) == (0, ["sources", "city"])


@pytest.mark.parametrize(
    ("format_name", "expected"),
    [
        ("csv", "level,city\nsilver,San Fernando\n"),
        ("tsv", "level\tcity\nsilver\tSan Fernando\n"),
        ("jsonl", '{"level":"silver","city":"San Fernando"}\n'),
        ("table", "level    city\n─────────────────────\nsilver   San Fernando\n"),
        ("plain", "level: silver\ncity: San Fernando\n"),
        ("markdown", "| level | city |\n|---|---|\n| silver | San Fernando |\n"),
    ],
)
def test_fields_in_every_format(format_name: str, expected: str, wwc_small: Wwc) -> None:
    assert fields(wwc_small, *LIST, "--format", format_name).stdout == expected


@pytest.mark.parametrize(
    ("arguments", "known"),
    [
        (["show", "alpha-nj", "--json"], "city, certification, stories, related and sources"),
        (["show", "alpha-nj", "--section", "people"], "story_id, name and role"),
        (["compare", "alpha-nj", "medellin-co"], "aspect, alpha-nj and medellin-co"),
    ],
)
def test_an_unknown_field_is_answered_with_those_there_are(
    arguments: list[str], known: str, wwc_small: Wwc
) -> None:
    result = wwc_small(*arguments, "--fields", "name,nope")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "'nope'" in result.stderr
    names = re.split(", | and ", known)
    if "--json" in arguments:
        assert result.error["suggestions"] == names
    else:
        assert result.stderr.splitlines()[1] == f"The fields are {known}."


@pytest.mark.parametrize("fields", ["level", "level,city", "city,has_story,country"])
def test_the_header_of_csv_is_the_fields(fields: str, wwc_small: Wwc) -> None:
    made = wwc_small("list-certified", "--format", "csv", "--fields", fields).stdout
    assert next(csv.reader(io.StringIO(made))) == fields.split(",")


@pytest.mark.parametrize("date", ["2024-13", "2024-00-01", "24", "2024-1", "June 2024", ""])
@pytest.mark.parametrize("option", ["--as-of", "--since"])
def test_what_is_no_date_is_a_mistake(option: str, date: str, wwc_small: Wwc) -> None:
    result = wwc_small("list-certified", option, date)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "is not a date like 2024, 2024-06 or 2024-06-17." in result.stderr


@pytest.mark.parametrize("date", ["2024", "2024-06", "2024-06-17"])
@pytest.mark.parametrize("option", ["--as-of", "--since"])
def test_a_date_is_as_precise_as_known(option: str, date: str, wwc_small: Wwc) -> None:
    assert wwc_small("list-certified", option, date).exit_code == 0


@pytest.mark.parametrize("level", ["gold", "GOLD", "Gold"])
def test_a_level_may_be_typed_in_any_case(level: str, wwc_small: Wwc) -> None:
    rows = wwc_small("list-certified", "--level", level, "--json").json
    assert [row["city_id"] for row in rows] == ["alpha-nj"]
