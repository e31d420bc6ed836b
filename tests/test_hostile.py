"""Text that a terminal or a spreadsheet would obey is shown harmless, wherever it comes from."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests import hostile
from tests.factories import make_story
from tests.pages import assert_sound
from wwc_cli import exporters
from wwc_cli.render import FORMATS
from wwc_cli.styles import citations
from wwc_cli.views import sections

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Answer

    Wwc = Callable[..., Answer]

SGR = re.compile(r"\x1b\[[\d;]*m")
COMMANDS = [
    ["show", "omega-nj"],
    *(["show", "omega-nj", "--section", section] for section in sections.NAMES),
    *(["cite", "omega-nj", "--all-sources", "--style", style] for style in citations.STYLES),
    ["peers", "omega-nj"],
    ["peers", "alpha-nj"],
    ["brief", "traffic safety"],
    ["compare", "omega-nj", "alpha-nj"],
    ["list-certified", "--state", "nj", "--history"],
    ["search", "--origin", "bundled", "--limit", "0"],
    ["search", "street", "--explain", "--limit", "0"],
]


@pytest.fixture(params=["store", "library"])
def hostile_wwc(
    request: pytest.FixtureRequest, wwc_small: Wwc, store_folder: Path, home: Path
) -> Wwc:
    """Run a command with hostile records, in the store or in the user's library."""
    if request.param == "store":
        hostile.write_store(store_folder)
    else:
        hostile.write_library(home)
    return wwc_small


def assert_harmless(text: str, *, but: str = "\n") -> None:
    assert {char for char in text if not char.isprintable()} <= set(but)
    assert "owned" not in text
    assert "[2J" not in text


@pytest.mark.parametrize("format_name", FORMATS)
def test_no_format_of_any_command_lets_it_through(format_name: str, hostile_wwc: Wwc) -> None:
    for arguments in COMMANDS:
        result = hostile_wwc(*arguments, "--format", format_name)
        assert (result.exit_code, result.stderr) == (0, ""), arguments
        assert_harmless(result.stdout, but="\n\t" if format_name == "tsv" else "\n")


@pytest.mark.parametrize("format_name", FORMATS)
@pytest.mark.parametrize(
    "arguments",
    [["list"], ["show", "omega-nj"], ["check"], ["remove", "omega-nj-two"]],
    ids=" ".join,
)
def test_no_command_of_the_library_lets_it_through(
    arguments: list[str], format_name: str, wwc_small: Wwc, home: Path
) -> None:
    hostile.write_library(home)
    result = wwc_small("library", *arguments, "--format", format_name)
    assert (result.exit_code, result.stderr) == (0, "")
    assert_harmless(result.stdout, but="\n\t" if format_name == "tsv" else "\n")


@pytest.mark.parametrize("format_name", ["table", "plain", "markdown"])
def test_what_is_left_of_it_is_there_to_see(format_name: str, hostile_wwc: Wwc) -> None:
    for arguments in (["show", "omega-nj"], ["compare", "omega-nj", "alpha-nj"]):
        shown = hostile_wwc(*arguments, "--format", format_name, "--width", "400").stdout
        assert hostile.SEEN in shown.replace("\\", "").replace("  ", " "), arguments


@pytest.mark.parametrize("arguments", COMMANDS[:1] + COMMANDS[-6:], ids=" ".join)
def test_with_colors_the_only_escapes_are_ours(arguments: list[str], hostile_wwc: Wwc) -> None:
    shown = hostile_wwc(*arguments, "--color", "always").stdout
    assert SGR.search(shown)
    assert_harmless(SGR.sub("", shown))


def test_a_page_of_it_is_sound_and_shows_what_is_left(hostile_wwc: Wwc) -> None:
    for arguments in COMMANDS:
        read = assert_sound(hostile_wwc(*arguments, "--format", "html").stdout)
        if arguments[0] in {"show", "brief"} and "--section" not in arguments:
            shown = " ".join(read.of("main")[0].text.split())
            assert "Plan [bold]x back of thestreet <b>[/bold] !" in shown


def test_json_of_it_is_read_back_without_it(hostile_wwc: Wwc) -> None:
    profile = hostile_wwc("show", "omega-nj", "--json").json
    headline = profile["stories"][0]["headline"]
    assert headline.startswith(f"Safer Streets {hostile.SEEN}\n")
    assert_harmless(headline)


def test_csv_of_it_has_a_row_a_record_and_a_cell_a_column(hostile_wwc: Wwc) -> None:
    made = hostile_wwc("show", "omega-nj", "--section", "people", "--format", "csv").stdout
    rows = list(csv.reader(io.StringIO(made)))
    assert [len(row) for row in rows] == [3, 3, 3]
    made = hostile_wwc("show", "omega-nj", "--section", "people", "--format", "tsv").stdout
    assert [line.count("\t") for line in made.splitlines()] == [2, 2, 2]


def test_plain_has_no_line_that_a_record_made_up(hostile_wwc: Wwc) -> None:
    shown = hostile_wwc("show", "omega-nj", "--format", "plain").stdout
    assert not [line for line in shown.splitlines() if line.startswith("the")]


def test_a_remark_or_an_error_that_names_it_is_harmless(hostile_wwc: Wwc) -> None:
    remark = hostile_wwc("show", "omeg", "--json")
    assert remark.exit_code == 0
    assert "Only Omega" in remark.stderr
    assert_harmless(remark.stderr)
    error = hostile_wwc("show", "omegg")
    assert error.exit_code in {0, 3}
    assert_harmless(error.stderr)


def test_completion_of_it_is_harmless(hostile_wwc: Wwc) -> None:
    from click.shell_completion import ShellComplete

    from wwc_cli.cli import wwc as root

    assert hostile_wwc("list-certified").exit_code == 0
    completion = ShellComplete(root, {}, "wwc", "_WWC_COMPLETE")
    for item in completion.get_completions(["show"], "omega"):
        assert_harmless(f"{item.value}{item.help}")


@pytest.mark.parametrize("formula", ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x.org")'])
@pytest.mark.parametrize("format_name", ["csv", "tsv"])
def test_a_formula_in_a_record_is_guarded(
    formula: str, format_name: str, wwc_small: Wwc, home: Path
) -> None:
    story = make_story(
        "alpha-nj", id="own", headline=formula, origin="library", people=[
            {"name": formula, "role": formula}], tools=[formula],
    )  # fmt: skip
    (home / "library.json").write_text(json.dumps({"stories": {"1": story}}))
    delimiter = "," if format_name == "csv" else "\t"
    for arguments, column in (
        (["search", "--origin", "library"], 6),
        (["show", "alpha-nj", "--section", "tools"], 1),
        (["show", "alpha-nj", "--section", "people"], 2),
    ):
        made = wwc_small(*arguments, "--format", format_name).stdout
        rows = list(csv.reader(io.StringIO(made), delimiter=delimiter))
        assert rows[-1][column] == f"'{formula}"
    assert wwc_small("search", "--origin", "library", "--json").json[0]["headline"] == formula


@pytest.mark.parametrize("format_name", exporters.FORMATS)
def test_no_export_lets_it_through(format_name: str, hostile_wwc: Wwc, tmp_path: Path) -> None:
    made = tmp_path / "made"
    result = hostile_wwc("export", "--format", format_name, str(made))
    assert (result.exit_code, result.stdout) == (0, ""), result
    assert_harmless(result.stderr)
    for path in made.iterdir() if made.is_dir() else [made]:
        assert re.fullmatch(r"[a-z0-9_-]+(\.(csv|md|json))?", path.name)
        if format_name == "sqlite":
            with closing(sqlite3.connect(path)) as connection:
                assert_harmless("\n".join(connection.iterdump()))
        else:
            assert_harmless(path.read_text("utf-8-sig"))
