"""The man pages say what the help says, as it is, whatever groff makes of some characters."""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import click
import pytest

from tests.process import ROOT
from wwc_cli import __version__, manual
from wwc_cli.cli import wwc as root
from wwc_cli.commands import COMMANDS
from wwc_cli.core.guide import TOPICS

if TYPE_CHECKING:
    from pathlib import Path

MAN = ROOT / "docs" / "man"


@pytest.fixture(scope="module")
def man_pages() -> Any:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(ROOT / "docs")
        import man_pages

    return man_pages


def words(text: str) -> list[str]:
    return re.sub(r"[\u2010-]\n\s*", "", text).split()


def printed(page: Path) -> str:
    """Return what `man` shows of a page, without bold."""
    program = shutil.which("groff")
    if program is None:
        pytest.skip("groff is not installed")
    ended = subprocess.run(
        [program, "-man", "-Tutf8", "-P-cbou", "-ww", page],
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    assert ended.stderr == ""
    return ended.stdout


def test_there_is_a_page_for_wwc_and_every_command_and_none_is_stale(man_pages: Any) -> None:
    made = man_pages.pages()
    assert set(made) >= {"wwc.1", *(f"wwc-{name}.1" for name in COMMANDS)}
    assert {path.name: path.read_text(encoding="utf-8") for path in MAN.iterdir()} == made


def test_a_page_has_the_version_and_no_date() -> None:
    for path in MAN.iterdir():
        title = path.stem.upper()
        head = path.read_text(encoding="utf-8").splitlines()[0]
        assert head == f'.TH "{title}" "1" "" "wwc {__version__}" "wwc manual"'


def test_no_line_is_lost_to_groff(man_pages: Any) -> None:
    assert man_pages._text(".[] | '.x' \\d --y ~/z") == (r"\&.[] | \(aq.x\(aq \ed \-\-y \(ti/z")


@pytest.mark.parametrize("name", COMMANDS)
def test_a_page_shows_the_examples_as_they_are_typed(name: str) -> None:
    command = root.get_command(None, name)  # type: ignore[arg-type]
    assert command
    page = manual.page(click.Context(command, info_name=name))
    shown = [line.strip() for line in printed(MAN / f"wwc-{name}.1").splitlines()]
    assert page["examples"]
    assert [line for line in page["examples"] if line not in shown] == []
    assert f"wwc-{name} - {COMMANDS[name].rstrip('.')}" in " ".join(shown)


def test_the_page_of_wwc_tells_all_topics_and_commands() -> None:
    shown = " ".join(words(printed(MAN / "wwc.1")))
    for heading in ("NAME", "SYNOPSIS", "COMMANDS", "OPTIONS", "ENVIRONMENT", "EXIT STATUS"):
        assert f" {heading} " in shown
    for name, said in COMMANDS.items():
        assert f"wwc-{name}(1) {said}" in shown
    for topic in TOPICS.values():
        for text in (*topic["text"], *topic["notes"], *(e["text"] for e in topic["entries"])):
            assert text in shown
