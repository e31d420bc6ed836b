"""The storage that only ever replaces its file by a whole one. Under load: tests/reliability."""

from __future__ import annotations

import errno
import json
import os
import stat
from typing import TYPE_CHECKING, Any, NoReturn

import pytest

from wwc_cli.core import atomic_storage
from wwc_cli.core.atomic_storage import AtomicStorage

if TYPE_CHECKING:
    from pathlib import Path

ONE = {"stories": {"1": {"headline": "Bogotá"}}}
TWO = {"stories": {"1": {"headline": "Maipú"}}}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.json"


def written(path: Path, *contents: dict[str, Any]) -> None:
    for content in contents:
        AtomicStorage(str(path)).write(content)


def held(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


def bak(path: Path) -> Path:
    return path.with_name("library.json.bak")


def names(path: Path) -> set[str]:
    return {each.name for each in path.parent.iterdir()}


def test_what_is_written_is_read_again(path: Path) -> None:
    written(path, ONE)
    assert AtomicStorage(str(path)).read() == ONE
    assert "Bogotá".encode() in path.read_bytes()
    assert names(path) == {"library.json"}


@pytest.mark.parametrize("content", ["", " \n"])
def test_no_file_and_an_empty_one_hold_nothing(path: Path, content: str) -> None:
    assert AtomicStorage(str(path)).read() is None
    path.write_text(content)
    assert AtomicStorage(str(path)).read() is None


def test_the_version_before_is_kept_and_no_other(path: Path) -> None:
    written(path, ONE, TWO)
    assert (held(path), held(bak(path))) == (TWO, ONE)
    written(path, {})
    assert (held(path), held(bak(path))) == ({}, TWO)
    assert names(path) == {"library.json", "library.json.bak"}


def test_changing_the_file_in_place_leaves_the_version_before(path: Path) -> None:
    written(path, ONE, TWO)
    path.write_text("{")
    assert held(bak(path)) == ONE


def refused(number: int) -> Any:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise OSError(number, os.strerror(number))

    return refuse


def test_where_there_are_no_links_the_version_before_is_a_copy_on_the_disk(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flushed: list[str] = []
    flush = os.fsync

    def noted(number: int) -> None:
        flushed.append(os.readlink(f"/proc/self/fd/{number}"))
        flush(number)

    written(path, ONE)
    path.chmod(0o640)
    monkeypatch.setattr(os, "link", refused(errno.EPERM))
    monkeypatch.setattr(os, "fsync", noted)
    written(path, TWO)
    assert (held(path), held(bak(path))) == (TWO, ONE)
    assert stat.S_IMODE(bak(path).stat().st_mode) == 0o640
    assert [name for name in flushed if name.endswith(".tmp.bak")]
    assert names(path) == {"library.json", "library.json.bak"}


@pytest.mark.parametrize("call", ["fsync", "replace"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EROFS])
def test_what_fails_leaves_the_file_as_it_was_and_nothing_beside_it(
    path: Path, call: str, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(path, ONE)
    monkeypatch.setattr(os, call, refused(number))
    with pytest.raises(OSError, match=os.strerror(number)):
        written(path, TWO)
    assert held(path) == ONE
    assert names(path) == {"library.json"}


def test_an_interrupt_leaves_the_file_as_it_was_and_nothing_beside_it(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> NoReturn:
        raise KeyboardInterrupt

    written(path, ONE)
    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        written(path, TWO)
    assert held(path) == ONE
    assert names(path) == {"library.json"}


@pytest.mark.parametrize("rights", [0o600, 0o640, 0o664, 0o666])
def test_the_new_file_has_the_rights_of_the_old_one(path: Path, rights: int) -> None:
    written(path, ONE)
    path.chmod(rights)
    written(path, TWO)
    assert stat.S_IMODE(path.stat().st_mode) == rights
    assert stat.S_IMODE(bak(path).stat().st_mode) == rights


def test_a_first_file_has_the_rights_that_the_user_gives_new_files(path: Path) -> None:
    before = os.umask(0o027)
    try:
        written(path, ONE)
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_private_file_is_at_no_moment_open_to_others(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[int] = []
    flush = os.fsync

    def noted(number: int) -> None:
        seen.append(stat.S_IMODE(os.fstat(number).st_mode))
        flush(number)

    written(path, ONE)
    path.chmod(0o600)
    monkeypatch.setattr(os, "fsync", noted)
    written(path, TWO)
    assert seen[0] == 0o600


def test_a_file_that_may_not_be_written_is_not_replaced(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(path, ONE)
    path.chmod(0o444)
    monkeypatch.setattr(os, "access", lambda *_: False)  # as for anybody but root
    with pytest.raises(PermissionError):
        written(path, TWO)
    assert held(path) == ONE


def test_a_reader_that_hinders_as_on_windows_is_waited_for(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace, tries = os.replace, iter([PermissionError, PermissionError])

    def busy(source: str, target: str) -> None:
        if error := next(tries, None):
            raise error(13, "being used by another process")
        replace(source, target)

    written(path, ONE)
    monkeypatch.setattr(os, "replace", busy)
    monkeypatch.setattr(atomic_storage, "_PAUSE", 0)
    written(path, TWO)
    assert (held(path), held(bak(path))) == (TWO, ONE)


def test_a_file_that_stays_in_use_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(path, ONE)
    monkeypatch.setattr(os, "replace", refused(errno.EACCES))
    monkeypatch.setattr(atomic_storage, "_PAUSE", 0)
    with pytest.raises(PermissionError):
        written(path, TWO)
    assert held(path) == ONE
    assert names(path) == {"library.json"}


def test_what_killed_writers_left_goes_and_the_users_files_stay(path: Path) -> None:
    written(path, ONE)
    mine = {"library.json.mine.tmp", "library.json.tmp", "other.json.12.tmp", "library.json.12"}
    for name in (*mine, "library.json.12.tmp", "library.json.345.tmp.bak"):
        path.with_name(name).write_text("{")
    written(path, TWO)
    assert names(path) == {"library.json", "library.json.bak", *mine}
