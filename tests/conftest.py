"""Surroundings of every test: a small made-up store, a pinned screen, a home of its own.

None can reach the user's files or the network. The runner lets unforeseen exceptions through.
"""

from __future__ import annotations

import json
import shutil
import socket
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import pytest
from click.testing import CliRunner

from tests import small_store
from wwc_cli import paths
from wwc_cli.cli import wwc as root
from wwc_cli.core.catalogue import open_catalogue

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from click.testing import Result

    from wwc_cli.core.catalogue import Catalogue

BUNDLED = Path(__file__).resolve().parent.parent / "data"
PINNED = {"COLUMNS": "80", "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}
CLEARED = ("NO_COLOR", "FORCE_COLOR", "COLORTERM", "PAGER", "_WWC_COMPLETE", "TTY_COMPATIBLE")


class Answer:
    """What a command said: exit code, both streams, and its stdout read as JSON."""

    def __init__(self, result: Result) -> None:
        self.exit_code = result.exit_code
        self.stdout = result.stdout
        self.stderr = result.stderr

    @property
    def json(self) -> Any:
        return json.loads(self.stdout)

    @property
    def error(self) -> dict[str, Any]:
        error: dict[str, Any] = json.loads(self.stderr)["error"]
        return error

    def __repr__(self) -> str:
        return f"exit {self.exit_code}\n--- stdout\n{self.stdout}\n--- stderr\n{self.stderr}"


@pytest.fixture(autouse=True)
def surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name, value in PINNED.items():
        monkeypatch.setenv(name, value)
    for name in CLEARED:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("WWC_HOME", str(tmp_path / "home"))

    def refuse(*_: object, **__: object) -> NoReturn:
        raise AssertionError("a test reached for the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.fixture(scope="session")
def small_store_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("small") / "data"
    small_store.write(folder)
    return folder


@pytest.fixture
def store_folder(small_store_folder: Path, tmp_path: Path) -> Path:
    """A copy of the small store that a test may damage."""
    return Path(shutil.copytree(small_store_folder, tmp_path / "data"))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "home"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def small(
    small_store_folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Catalogue]:
    """The catalogue of the small store."""
    folder = tmp_path_factory.mktemp("small-cache")
    catalogue = open_catalogue(
        store_folder=str(small_store_folder),
        library_path=str(folder / "library.json"),
        cache_folder=str(folder),
    )
    yield catalogue
    catalogue.close()


@pytest.fixture(scope="session")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalogue]:
    """The catalogue of the store that comes with wwc."""
    folder = tmp_path_factory.mktemp("bundled-cache")
    catalogue = open_catalogue(
        store_folder=str(BUNDLED),
        library_path=str(folder / "library.json"),
        cache_folder=str(folder),
    )
    yield catalogue
    catalogue.close()


@pytest.fixture(scope="session")
def bundled_cache(bundled: Catalogue) -> Path:
    """The folder of the bundled catalogue, so that not every test makes one."""
    (row,) = bundled.rows("SELECT file FROM pragma_database_list WHERE name = 'main'")
    return Path(row[0]).parent


@pytest.fixture
def wwc(bundled_cache: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Answer]:
    """Run a command on the bundled store: `wwc("show", "Newark", "--json")`."""
    monkeypatch.setattr(paths, "cache", lambda: str(bundled_cache))
    monkeypatch.setattr(paths, "library", lambda: str(bundled_cache / "library.json"))
    return _run


@pytest.fixture
def wwc_small(store_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Answer]:
    """Run a command on the small store, in a home of the test's own."""
    monkeypatch.setattr(paths, "store", lambda: str(store_folder))
    return _run


def _run(*arguments: str, **options: Any) -> Answer:
    result = CliRunner().invoke(root, list(arguments), catch_exceptions=False, **options)
    return Answer(result)
