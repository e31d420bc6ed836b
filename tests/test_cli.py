"""The root of all commands: help, errors in words and in JSON, exit codes."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any, NoReturn

import pytest

from tests import process
from wwc_cli import __version__
from wwc_cli import commands as folder
from wwc_cli.cli import wwc as root
from wwc_cli.commands import COMMANDS, GROUPS
from wwc_cli.core import certified
from wwc_cli.errors import DataError, ExitCode, UnknownName, UsageProblem, WwcError

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Answer

    Wwc = Callable[..., Answer]

TWO_ROCHESTERS = (
    "'Rochester' can be Rochester, Minnesota (rochester-mn) or Rochester, New York (rochester-ny)."
)


def test_wwc_alone_prints_its_help(wwc_small: Wwc) -> None:
    alone, asked = wwc_small(), wwc_small("--help")
    assert (alone.exit_code, asked.exit_code) == (0, 0)
    assert alone.stdout == asked.stdout
    assert alone.stdout.startswith("Usage: wwc [OPTIONS] [COMMAND] [ARGS]...\n")
    assert alone.stderr == asked.stderr == ""


def test_options_without_a_command_print_the_help(wwc_small: Wwc) -> None:
    result = wwc_small("--width", "60", "--color", "never")
    assert result.exit_code == 0
    assert result.stdout.startswith("Usage: wwc")


def test_the_version_is_said_in_one_line(wwc_small: Wwc) -> None:
    result = wwc_small("--version")
    assert (result.exit_code, result.stdout, result.stderr) == (0, f"wwc {__version__}\n", "")


def test_every_file_of_a_command_is_in_the_table_of_commands() -> None:
    files = {
        name.removesuffix(".py").replace("_", "-")
        for name in os.listdir(os.path.dirname(folder.__file__))
        if name.endswith(".py") and name != "__init__.py"
    }
    assert files == set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_table_says_of_a_command_what_its_own_help_says_first(
    name: str, wwc_small: Wwc
) -> None:
    command = root.get_command(None, name)  # type: ignore[arg-type]
    assert command
    assert command.name == name
    assert (command.help or "").split("\n")[0] == COMMANDS[name]
    assert COMMANDS[name] in wwc_small(name, "--help").stdout


def test_the_help_lists_every_command_in_its_group_with_the_first_line_of_its_help(
    wwc_small: Wwc,
) -> None:
    expected = [
        f"{group if at == 0 else '':<7}{name:<14}  {said}"
        for group, names in GROUPS.items()
        for at, (name, said) in enumerate(names.items())
    ]
    listed = "\n".join(["", "", *expected, "", "Options: "])
    assert listed in wwc_small("--help").stdout


def test_a_command_is_in_one_group() -> None:
    assert len(COMMANDS) == sum(map(len, GROUPS.values()))


def test_the_help_names_every_option_and_shows_the_examples(wwc_small: Wwc) -> None:
    shown = wwc_small("--help").stdout
    assert shown.endswith("\nOptions: --version, --color [auto|always|never], --width N, --help\n")
    for example in ('wwc search "traffic safety"', "wwc show Newark", "wwc compare Newark Tulsa"):
        assert example in shown


@pytest.mark.skipif(os.name == "nt", reason="no pseudo-terminals")
def test_the_help_and_the_next_prompt_fit_the_smallest_usual_terminal() -> None:
    code, shown = process.on_a_terminal("--help", columns=80, lines=24)
    assert code == 0
    assert len(shown.splitlines()) <= 23
    assert max(map(len, shown.splitlines())) <= 80
    for name, said in COMMANDS.items():
        assert f" {name} " in shown
        assert f" {said}\n" in shown


@pytest.mark.skipif(os.name == "nt", reason="no pseudo-terminals")
def test_on_a_narrow_terminal_the_help_folds_and_no_example_is_broken() -> None:
    _, shown = process.on_a_terminal("--help", columns=60, lines=24)
    assert max(map(len, shown.splitlines())) <= 60
    lines = [line.strip() for line in shown.splitlines()]
    assert {'wwc search "traffic safety"', "wwc show Newark", "wwc compare Newark Tulsa"} <= {
        *lines
    }


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_has_examples(name: str, wwc_small: Wwc) -> None:
    result = wwc_small(name, "--help")
    assert (result.exit_code, result.stderr) == (0, "")
    assert f"Examples:\n    wwc {name} " in result.stdout


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("serch", "search"),
        ("shwo", "show"),
        ("comapre", "compare"),
        ("certified", "list-certified"),
        ("list_certified", "list-certified"),
        ("list", "list-certified"),
        ("COMPARE", "compare"),
        ("hlep", "help"),
        ("complete", "completion"),
    ],
)
def test_an_unknown_command_is_answered_with_the_near_one(
    typed: str, meant: str, wwc_small: Wwc
) -> None:
    result = wwc_small(typed, "x")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"Error: There is no command {typed!r}.\nDid you mean wwc {meant}?\n"


def test_an_unknown_command_that_is_near_none_is_answered_with_the_way_out(wwc_small: Wwc) -> None:
    result = wwc_small("robberies")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "Error: There is no command 'robberies'.\n"
        "To find stories: wwc search 'robberies'. All commands: wwc --help\n"
    )


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["show", "alpha-nj"], 0),
        (["search", "zzqqzz"], 0),
        (["list-certified", "--country", "Chile", "--level", "platinum"], 0),
        (["list-certified", "--output", "/no/such/folder/x.csv"], 1),
        (["--nope"], 2),
        (["show"], 2),
        (["show", "alpha-nj", "--section", "nope"], 2),
        (["search", "--topic", "nope"], 2),
        (["search", "--limit", "-1"], 2),
        (["compare", "alpha-nj"], 2),
        (["compare", "alpha-nj", "The A"], 2),
        (["list-certified", "--fields", "nope"], 2),
        (["list-certified", "--as-of", "yesterday"], 2),
        (["show", "Paris"], 3),
        (["show", "Rochester"], 3),
        (["compare", "alpha-nj", "Paris"], 3),
    ],
)
def test_the_exit_code_says_what_kind_of_end_it_was(
    arguments: list[str], code: int, wwc_small: Wwc
) -> None:
    result = wwc_small(*arguments)
    assert result.exit_code == code
    assert (result.stdout == "") == (code != 0)
    assert result.stderr.startswith("Error: ") == (code != 0)


def test_exit_codes_are_those_that_scripts_rely_on() -> None:
    assert [WwcError.code, UsageProblem.code, UnknownName.code, DataError.code] == [1, 2, 3, 4]
    assert (ExitCode.OK, ExitCode.INTERRUPTED) == (0, 130)


def test_an_error_says_first_what_is_wrong_and_then_the_way_out(wwc_small: Wwc) -> None:
    result = wwc_small("show", "Rochester")
    assert result.stderr == (
        f"Error: {TWO_ROCHESTERS}\n"
        "Say which with its id, or with its state or country:"
        " 'rochester-mn' or 'Rochester, Minnesota'.\n"
    )


@pytest.mark.parametrize(
    "as_json", [["--json"], ["--format", "json"], ["--format=json"]], ids=" ".join
)
def test_where_json_was_asked_for_an_error_is_one_json_object(
    as_json: list[str], wwc_small: Wwc
) -> None:
    result = wwc_small("show", "Rochester", *as_json)
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr.count("\n") == 1
    assert result.stderr == (
        '{"error": {"code": 3, "message": "' + TWO_ROCHESTERS + '",'
        ' "suggestions": ["rochester-mn", "rochester-ny"]}}\n'
    )


@pytest.mark.parametrize(
    ("arguments", "code", "suggestions"),
    [
        (["serch", "--json"], 2, ["search"]),
        (["show", "--nope", "--json"], 2, []),
        (["show", "--json"], 2, []),
        (["search", "--level", "bronze", "--json"], 2, []),
        (["search", "--topic", "housin", "--json"], 2, ["housing"]),
        (["list-certified", "--json", "--fields", "x"], 2, None),
        (["list-certified", "--json", "--output", "/no/such/folder/x"], 1, []),
        (["compare", "Rochestr", "Paris", "--json"], 3, None),
    ],
)
def test_every_kind_of_error_is_a_json_object_where_json_was_asked_for(
    arguments: list[str], code: int, suggestions: list[str] | None, wwc_small: Wwc
) -> None:
    result = wwc_small(*arguments)
    assert (result.exit_code, result.stdout) == (code, "")
    assert list(json.loads(result.stderr)) == ["error"]
    assert list(result.error) == ["code", "message", "suggestions"]
    assert result.error["code"] == code
    assert result.error["message"]
    if suggestions is not None:
        assert result.error["suggestions"] == suggestions


def test_all_wrong_names_are_reported_together(wwc_small: Wwc) -> None:
    result = wwc_small("compare", "Paris", "alpha-nj", "Rochester")
    assert result.exit_code == 3
    assert result.stderr.startswith(f"Error: No city is called 'Paris'.\n{TWO_ROCHESTERS}\n")


def test_a_mistake_on_the_command_line_names_the_help_of_that_command(wwc_small: Wwc) -> None:
    result = wwc_small("show", "--nope")
    assert result.stderr.endswith("\nHelp: wwc show --help\n")
    assert wwc_small("--nope").stderr.endswith("\nHelp: wwc --help\n")


def test_a_wrong_word_of_a_fixed_set_is_answered_with_the_right_ones(wwc_small: Wwc) -> None:
    result = wwc_small("list-certified", "--level", "bronze")
    assert result.exit_code == 2
    for level in ("silver", "gold", "platinum", "unstated"):
        assert f"'{level}'" in result.stderr


@pytest.mark.parametrize("error", [KeyboardInterrupt, EOFError])
def test_an_interrupt_ends_with_130_and_no_answer(
    error: type[BaseException], wwc_small: Wwc, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> NoReturn:
        raise error

    monkeypatch.setattr(certified, "certified", interrupted)
    result = wwc_small("list-certified", "--json")
    assert (result.exit_code, result.stdout, result.stderr) == (130, "", "\n")


def test_what_was_not_foreseen_is_not_swallowed(
    wwc_small: Wwc, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> Any:
        raise ZeroDivisionError

    monkeypatch.setattr(certified, "certified", broken)
    with pytest.raises(ZeroDivisionError):
        wwc_small("list-certified")


@pytest.mark.parametrize("typed", ["\x1b[2JParis", "a\u202eb", "tab\there"])
def test_what_was_typed_is_repeated_harmlessly(typed: str, wwc_small: Wwc) -> None:
    for arguments in (["show", typed], ["search", "--topic", typed], [typed]):
        result = wwc_small(*arguments)
        assert result.exit_code in {2, 3}
        assert result.stderr.replace("\n", "").isprintable()


@pytest.mark.parametrize(
    "arguments",
    [
        ["show", "\udcff"],
        ["list-certified", "--country", "\udcff"],
        ["\udcff"],
    ],
    ids=ascii,
)
def test_what_is_no_text_is_unknown_and_not_a_crash(arguments: list[str], wwc_small: Wwc) -> None:
    result = wwc_small(*arguments)
    assert (result.exit_code, result.stdout) == (3 if arguments[0] == "show" else 2, "")
