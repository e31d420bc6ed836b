"""wwc completion: the script that makes Tab complete; what it completes is test_completion.py."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests import process
from tests.docs.test_readme import ROOT
from wwc_cli.commands.completion import SHELLS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Answer

    Wwc = Callable[..., Answer]

needs_a_terminal = pytest.mark.skipif(os.name == "nt", reason="no pseudo-terminals")


@pytest.mark.parametrize("shell", SHELLS)
def test_it_is_the_script_of_click_and_nothing_else(shell: str) -> None:
    ended = process.run("completion", shell)
    theirs = process.python(
        "-c", "from wwc_cli.cli import main; main(prog_name='wwc')",
        _WWC_COMPLETE=f"{shell}_source",
    )  # fmt: skip
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert ended.stdout == theirs.stdout
    assert b"_WWC_COMPLETE=%s_complete" % shell.encode() in ended.stdout


@pytest.mark.parametrize("typed", [[], ["tcsh"], ["BASH"]], ids=str)
def test_another_shell_or_none_is_answered_with_the_three(typed: list[str], wwc_small: Wwc) -> None:
    result = wwc_small("completion", *typed)
    assert (result.exit_code, result.stdout) == (2, "")
    for shell in ("bash", "zsh", "fish"):
        assert shell in result.stderr.partition("from" if not typed else "not one of")[2]


def test_the_json_is_as_promised(wwc_small: Wwc) -> None:
    found = wwc_small("completion", "zsh", "--json").json
    assert list(found) == ["shell", "script"]
    assert found["shell"] == "zsh"
    assert found["script"] == wwc_small("completion", "zsh").stdout


def test_it_can_be_written_to_a_file(wwc_small: Wwc, tmp_path: Path) -> None:
    path = tmp_path / "wwc.fish"
    result = wwc_small("completion", "fish", "--output", str(path))
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", f"Wrote {path}.\n")
    assert path.read_text(encoding="utf-8") == wwc_small("completion", "fish").stdout


@needs_a_terminal
@pytest.mark.parametrize("shell", SHELLS)
def test_on_a_terminal_it_says_where_the_line_belongs(shell: str) -> None:
    code, shown = process.on_a_terminal("completion", shell)
    file, line = SHELLS[shell]
    assert code == 0
    assert shown.endswith(f"\nTo complete wwc in {shell}, add this to {file}:\n{line}\n")


@pytest.mark.parametrize("shell", SHELLS)
def test_its_help_and_the_readme_say_where_the_line_belongs(shell: str, wwc_small: Wwc) -> None:
    file, line = SHELLS[shell]
    said = [row for row in wwc_small("completion", "--help").stdout.splitlines() if line in row]
    assert file in said[0]
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (row,) = [row for row in readme.splitlines() if line.replace("|", r"\|") in row]
    assert file.partition(",")[0] in row


@pytest.fixture
def on_the_path(tmp_path: Path) -> str:
    """A PATH with a `wwc` of the checkout before all else."""
    program = tmp_path / "bin" / "wwc"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m wwc_cli "$@"\n')
    program.chmod(0o755)
    return f"{program.parent}{os.pathsep}{os.environ['PATH']}"


def answered(shell: str, script: str, path: str) -> str:
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"{shell} is not installed")
    own = {"bash": ["--norc"], "zsh": ["-f"], "fish": ["--no-config"]}[shell]
    ended = subprocess.run(
        [program, *own, "-c", script],
        env=process.environment(PATH=path, _WWC_COMPLETE=None),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert ended.stderr == ""
    return ended.stdout


def test_bash_completes_with_it(on_the_path: str) -> None:
    script = """source <(wwc completion bash)
        complete -p wwc
        COMP_WORDS=(wwc help exi) COMP_CWORD=2
        _wwc_completion wwc
        echo "${COMPREPLY[@]}"
    """
    assert answered("bash", script, on_the_path) == (
        "complete -o nosort -F _wwc_completion wwc\nexit-codes\n"
    )


def test_zsh_completes_with_it(on_the_path: str) -> None:
    script = """autoload -Uz compinit && compinit -u -D
        eval "$(wwc completion zsh)"
        echo $_comps[wwc]
    """
    assert answered("zsh", script, on_the_path) == "_wwc_completion\n"


def test_fish_completes_with_it(on_the_path: str) -> None:
    script = 'wwc completion fish | source; complete -C "wwc help exi"'
    assert answered("fish", script, on_the_path).startswith("exit-codes")
