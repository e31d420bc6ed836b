"""Where the cache cannot be written, the catalogue is made in memory."""

from __future__ import annotations

import os
import sqlite3
from typing import TYPE_CHECKING, Any

import pytest

from tests.core import stores
from tests.core.test_catalogue_build import file_of, is_whole
from wwc_cli.core import catalogue_build

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from wwc_cli.core.catalogue import Catalogue


def a_file_is_the_folder(folder: Path, _: pytest.MonkeyPatch) -> None:
    (folder / "cache").write_text("in the way", "utf-8")


def a_link_leads_nowhere(folder: Path, _: pytest.MonkeyPatch) -> None:
    (folder / "cache").symlink_to(folder / "gone" / "cache")


def a_folder_is_the_file(folder: Path, _: pytest.MonkeyPatch) -> None:
    file_of(folder).mkdir(parents=True)


def no_folder_may_be_made(_: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "makedirs", refused)


def no_file_may_be_replaced(_: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "replace", refused)


def no_database_can_be_made(_: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    connect: Callable[[str], sqlite3.Connection] = sqlite3.connect

    def refused(name: str, **_: object) -> sqlite3.Connection:
        if name != ":memory:":
            raise sqlite3.OperationalError("unable to open database file")
        return connect(name)

    monkeypatch.setattr(sqlite3, "connect", refused)


OBSTACLES = [
    a_file_is_the_folder,
    a_link_leads_nowhere,
    a_folder_is_the_file,
    no_folder_may_be_made,
    no_file_may_be_replaced,
    no_database_can_be_made,
]


def is_in_memory(catalogue: Catalogue) -> bool:
    return catalogue.rows("SELECT file FROM pragma_database_list WHERE name = 'main'") == [("",)]


@pytest.mark.parametrize("obstacle", OBSTACLES)
def test_where_the_cache_cannot_be_written_the_catalogue_is_in_memory(
    store_folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    obstacle: Callable[[Path, pytest.MonkeyPatch], None],
    capfd: pytest.CaptureFixture[str],
) -> None:
    folder = store_folder.parent
    obstacle(folder, monkeypatch)
    before = set(folder.rglob("*"))
    catalogue = stores.opened_in(folder)
    assert is_in_memory(catalogue)
    assert is_whole(catalogue)
    assert set(folder.rglob("*")) <= before | {folder / "cache"}
    assert capfd.readouterr() == ("", "")


def test_once_the_obstacle_is_gone_the_cache_is_written(store_folder: Path) -> None:
    folder = store_folder.parent
    (folder / "cache").write_text("in the way", "utf-8")
    assert is_in_memory(stores.opened_in(folder))
    (folder / "cache").unlink()
    assert not is_in_memory(stores.opened_in(folder))
    assert file_of(folder).is_file()


def test_a_full_disk_leaves_no_temporary_file(
    store_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = store_folder.parent
    fill = catalogue_build._fill

    def full(connection: sqlite3.Connection, *tables: Any, **options: Any) -> None:
        fill(connection, *tables, **options)
        if not connection.execute("SELECT file FROM pragma_database_list").fetchone() == ("",):
            raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(catalogue_build, "_fill", full)
    catalogue = stores.opened_in(folder)
    assert is_in_memory(catalogue)
    assert is_whole(catalogue)
    assert list((folder / "cache").iterdir()) == []
