"""What the examples of the pages take for granted: saved pages, and a library with them in it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from tests import process, saved_pages
from tests.conftest import Answer
from wwc_cli.cli import wwc as root

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NEWARK = saved_pages.story("Newark, New Jersey, USA", "A Group Approach to Violence Prevention")


EXAMPLE = "docs/examples/port-st-mary.html"


def _write_pages(folder: Path) -> None:
    example = process.ROOT / EXAMPLE
    saved_pages.write(folder, EXAMPLE, example.read_text(encoding="utf-8"))
    saved_pages.write(folder, "newark.html", NEWARK)
    saved_pages.write(folder, "announcement.txt", saved_pages.ANNOUNCEMENT)
    saved_pages.write(folder / "saved-pages", "newark.html", NEWARK)


@pytest.fixture(scope="session")
def home_with_a_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home whose library holds the page of Newark and that of the example; it is only read."""
    home = tmp_path_factory.mktemp("with-a-page")
    pages = [saved_pages.write(home, "newark.html", NEWARK), str(process.ROOT / EXAMPLE)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WWC_HOME", str(home))
        CliRunner().invoke(root, ["library", "add", *pages], catch_exceptions=False)
    return home


@pytest.fixture
def wwc_in_a_folder(
    home_with_a_page: Path, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Answer]:
    """Run an example as its reader would: beside saved pages, with some of them in the library.

    Those of the library have one that they may change; the others share a catalogue.
    """
    folder = tmp_path / "reader"
    _write_pages(folder)
    monkeypatch.chdir(folder)
    shutil.copy(home_with_a_page / "library.json", home)

    def run(*arguments: str) -> Answer:
        own = home if arguments[:1] == ("library",) else home_with_a_page
        monkeypatch.setenv("WWC_HOME", str(own))
        return Answer(
            CliRunner().invoke(root, list(arguments), input=NEWARK, catch_exceptions=False)
        )

    return run
