"""The examples that the help of each command shows work; those of the pages, test_readme.py."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

import click
import pytest

from tests.docs.test_readme import arguments
from wwc_cli.cli import wwc as root

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Answer

    Wwc = Callable[..., Answer]


def every_command(
    group: click.Group = root, path: tuple[str, ...] = ()
) -> dict[tuple[str, ...], click.Command]:
    """Return every command by the words that call it, each group before what is in it."""
    found: dict[tuple[str, ...], click.Command] = {}
    for name in group.list_commands(None):  # type: ignore[arg-type]
        command = group.get_command(None, name)  # type: ignore[arg-type]
        assert command
        found[*path, name] = command
        if isinstance(command, click.Group):
            found |= every_command(command, (*path, name))
    return found


COMMANDS: dict[tuple[str, ...], click.Command] = {(): root, **every_command()}


def examples(command: click.Command) -> list[str]:
    """Return the lines of shell that the help of a command shows."""
    shown = (command.help or "").partition("Examples:")[2].splitlines()
    return [line.strip() for line in shown if line.strip()]


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_help_shows_examples_of_the_command(path: tuple[str, ...]) -> None:
    shown = examples(COMMANDS[path])
    assert len(shown) >= (3 if len(path) < 2 else 2)
    is_group = isinstance(COMMANDS[path], click.Group)
    called = " ".join(("wwc", *path))
    assert sum(called in line for line in shown) >= (2 if is_group else len(shown))


def called(line: str) -> list[str] | None:
    """Return what an example hands to wwc, also where wwc stands in the middle of it."""
    inner = re.search(r"\$\((wwc [^)]*)\)", line)
    return arguments(inner[1] if inner else line[line.index("wwc ") :])


@pytest.mark.parametrize(
    "line", [line for command in COMMANDS.values() for line in examples(command)]
)
def test_every_example_in_the_help_works_and_finds_something(
    line: str, wwc_in_a_folder: Wwc
) -> None:
    call = called(line)
    assert call
    before = set(os.listdir())
    result = wwc_in_a_folder(*call)
    if written := set(os.listdir()) - before:
        assert (result.exit_code, result.stdout) == (0, "")
        assert result.stderr.startswith(f"Wrote {min(written)}")
        return
    # In a pipe, what became of certifications or of a dry run is told on stderr.
    is_told = call[:2] == ["library", "add"]
    assert (result.exit_code, result.stderr if not is_told else "") == (0, "")
    said = result.stdout + (result.stderr if is_told else "")
    assert said.strip() not in {"", "[]", "No city."}
    assert not result.stdout.startswith(("No story found", "The library is empty"))


def test_an_example_is_read_as_the_shell_reads_it() -> None:
    line = "wwc compare Newark \"Las Condes\" --json | jq '.a | .b' > x"
    assert arguments(line) == ["compare", "Newark", "Las Condes", "--json"]
    assert called("curl -s https://example.org/a | wwc library add -") == ["library", "add", "-"]
    assert called('cp "$(wwc library path)" ~/backup/') == ["library", "path"]
