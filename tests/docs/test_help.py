"""The examples that the help of each command shows work; those of the pages, test_readme.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.docs.test_readme import arguments
from wwc_cli.cli import wwc as root
from wwc_cli.commands import COMMANDS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Answer

    Wwc = Callable[..., Answer]


def examples(name: str) -> list[str]:
    """Return the lines of shell that the help of a command shows; without a name, the root's."""
    command = root.get_command(None, name) if name else root  # type: ignore[arg-type]
    assert command
    shown = (command.help or "").partition("Examples:")[2].splitlines()
    return [line.strip() for line in shown if line.strip()]


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_help_shows_three_examples_or_more(name: str) -> None:
    assert len(examples(name)) >= 3
    assert all(line.startswith(f"wwc {name}") for line in examples(name))


@pytest.mark.parametrize("line", [line for name in ("", *COMMANDS) for line in examples(name)])
def test_every_example_in_the_help_works_and_finds_something(
    line: str, wwc: Wwc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)  # for those that write a file
    call = arguments(line)
    assert call
    result = wwc(*call)
    if written := [path.name for path in here.iterdir()]:
        assert (result.exit_code, result.stdout) == (0, "")
        assert result.stderr.startswith(f"Wrote {written[0]}")
        return
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.strip() not in {"", "[]", "No city."}
    assert not result.stdout.startswith("No story found")


def test_an_example_is_read_as_the_shell_reads_it() -> None:
    line = "wwc compare Newark \"Las Condes\" --json | jq '.a | .b' > x"
    assert arguments(line) == ["compare", "Newark", "Las Condes", "--json"]
