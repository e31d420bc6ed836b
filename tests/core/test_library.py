"""The user's own TinyDB file."""

from __future__ import annotations

import errno
import json
from shlex import quote
from typing import TYPE_CHECKING, NoReturn

import pytest
from filelock import FileLock
from tinydb import TinyDB

from tests.core import stores
from tests.factories import make_source, make_story
from wwc_cli.core import library
from wwc_cli.errors import DataError, ExitCode

if TYPE_CHECKING:
    from pathlib import Path

    from wwc_cli.core.store import Tables

EMPTY: dict[str, list[object]] = {"cities": [], "stories": [], "certifications": [], "sources": []}


def test_where_there_is_no_library_every_table_is_empty_and_none_is_made(tmp_path: Path) -> None:
    assert library.read(str(tmp_path / "library.json")) == EMPTY
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", ["", "{}", '{"_default": {}}', '{"notes": {"1": {"a": 1}}}'])
def test_a_library_without_our_tables_is_empty(tmp_path: Path, content: str) -> None:
    path = tmp_path / "library.json"
    path.write_text(content, "utf-8")
    assert library.read(str(path)) == EMPTY


def test_the_records_of_a_library_are_read(tmp_path: Path) -> None:
    path = tmp_path / "library.json"
    story, source = make_story(origin="library"), make_source("mine")
    stores.write_library(path, stories=[story], sources=[source])
    assert library.read(str(path)) == {**EMPTY, "stories": [story], "sources": [source]}


def test_reading_leaves_the_library_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "library.json"
    stores.write_library(path, stories=[make_story()])
    before = (path.read_bytes(), path.stat().st_mtime_ns)
    library.read(str(path))
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


def problem(path: Path) -> DataError:
    with pytest.raises(DataError) as caught:
        library.read(str(path))
    assert caught.value.code == ExitCode.DATA
    assert str(path) in caught.value.message
    assert caught.value.hint
    assert f"mv {quote(str(path))} " in caught.value.hint
    return caught.value


@pytest.mark.parametrize(
    "content",
    [b"{", b"not json", b"\xff\xfe", b"[1]", b"5", b'{"stories": []}', b'{"stories": {"1": 5}}'],
)
def test_a_damaged_library_is_named_with_the_way_out(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "library.json"
    path.write_bytes(content)
    assert "is damaged" in problem(path).message


def test_a_folder_in_place_of_the_library_is_named(tmp_path: Path) -> None:
    path = tmp_path / "library.json"
    path.mkdir()
    problem(path)


def test_a_link_that_leads_nowhere_is_no_empty_library(tmp_path: Path) -> None:
    path = tmp_path / "library.json"
    path.symlink_to(tmp_path / "gone.json")
    problem(path)


def test_what_an_older_version_did_not_write_is_filled_in(tmp_path: Path) -> None:
    path = tmp_path / "library.json"
    story = {key: value for key, value in make_story().items() if key not in {"text", "quotes"}}
    stores.write_library(path, stories=[story])
    (read,) = library.read(str(path))["stories"]
    assert (read["text"], read["quotes"]) == (None, [])
    assert read == make_story()


def test_a_file_that_lost_all_its_content_is_no_empty_library(tmp_path: Path) -> None:
    path = tmp_path / "library.json"
    for number in range(2):
        library.change(str(path), lambda own, n=number: added(own, f"s{n}"))  # type: ignore[misc]
    path.write_bytes(b"")
    said = problem(path)
    assert "it is empty, and the version before was not" in said.message
    assert said.hint
    assert said.hint.startswith(f"To go back to the version before: cp {path}.bak {path}\n")
    with pytest.raises(DataError):
        library.change(str(path), lambda own: added(own, "s2"))
    assert path.read_bytes() == b""
    assert len(library.read(f"{path}.bak")["stories"]) == 1


def added(own: Tables, story_id: str) -> Tables:
    """Return a library with one story more."""
    return {**own, "stories": [*own["stories"], dict(make_story(id=story_id))]}


def ids(path: Path) -> list[str]:
    return [story["id"] for story in library.read(str(path))["stories"]]


def test_a_change_makes_the_folder_and_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a home" / "deep" / "library.json"
    library.change(str(path), lambda own: added(own, "one"))
    assert ids(path) == ["one"]


def test_a_change_to_nothing_leaves_the_file(tmp_path: Path) -> None:
    path = tmp_path / "library.json"
    library.change(str(path), lambda _: None)
    assert not path.exists()
    library.change(str(path), lambda own: added(own, "one"))
    before = (path.read_bytes(), path.stat().st_mtime_ns, path.stat().st_ino)
    library.change(str(path), lambda _: None)
    assert (path.read_bytes(), path.stat().st_mtime_ns, path.stat().st_ino) == before
    assert not (tmp_path / "library.json.bak").exists()


def test_a_change_keeps_the_version_before_and_tables_that_are_not_ours(tmp_path: Path) -> None:
    path = tmp_path / "library.json"
    path.write_text('{"notes": {"1": {"mine": "Bogotá"}}, "stories": {}}', "utf-8")
    library.change(str(path), lambda own: added(own, "one"))
    library.change(str(path), lambda own: added(own, "two"))
    assert ids(path) == ["one", "two"]
    assert ids(tmp_path / "library.json.bak") == ["one"]
    assert json.loads(path.read_text("utf-8"))["notes"] == {"1": {"mine": "Bogotá"}}
    with TinyDB(path, access_mode="r", encoding="utf-8") as database:
        assert [story["id"] for story in database.table("stories").all()] == ["one", "two"]


def test_a_library_that_is_a_link_stays_one(tmp_path: Path) -> None:
    path, file = tmp_path / "home" / "library.json", tmp_path / "cloud" / "mine.json"
    for folder in (path.parent, file.parent):
        folder.mkdir()
    stores.write_library(file, stories=[make_story(id="one")])
    path.symlink_to(file)
    library.change(str(path), lambda own: added(own, "two"))
    assert path.is_symlink()
    assert ids(path) == ids(file) == ["one", "two"]
    assert ids(file.with_name("mine.json.bak")) == ["one"]
    assert library.previous(str(path)) == "good"
    file.write_text("{")
    hint = problem(path).hint
    assert hint
    assert hint.startswith(f"To go back to the version before: cp {file}.bak {path}\n")


def test_a_link_that_leads_nowhere_is_not_followed_to_make_folders(tmp_path: Path) -> None:
    path = tmp_path / "library.json"
    path.symlink_to(tmp_path / "unmounted" / "library.json")
    with pytest.raises(DataError):
        library.change(str(path), lambda own: added(own, "one"))
    assert [each.name for each in tmp_path.iterdir()] == ["library.json"]


def test_a_damaged_library_is_not_changed(tmp_path: Path) -> None:
    path = tmp_path / "library.json"
    path.write_text("{")
    with pytest.raises(DataError, match="is damaged"):
        library.change(str(path), lambda own: added(own, "one"))
    assert path.read_text() == "{"
    assert not (tmp_path / "library.json.bak").exists()


def test_another_writer_is_waited_for_and_told_after_a_while(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "library.json"
    monkeypatch.setattr(library, "PATIENCE", 0.2)
    with FileLock(f"{path}.lock"), pytest.raises(DataError) as caught:
        library.change(str(path), lambda own: added(own, "one"))
    assert f"Another wwc has been changing {path}" in caught.value.message
    library.change(str(path), lambda own: added(own, "one"))
    assert ids(path) == ["one"]


@pytest.mark.parametrize(
    "error",
    [OSError(errno.ENOLCK, "No locks available"), NotImplementedError("no flock here")],
)
def test_where_there_are_no_locks_nothing_is_changed(
    tmp_path: Path, error: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise error

    monkeypatch.setattr(FileLock, "acquire", refuse)
    with pytest.raises(DataError, match="Nothing was changed") as caught:
        library.change(str(tmp_path / "library.json"), lambda own: added(own, "one"))
    assert caught.value.code == ExitCode.DATA


def test_what_cannot_be_written_is_told_with_the_path_and_the_way_out(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file in the way")
    path = tmp_path / "home" / "library.json"
    with pytest.raises(DataError) as caught:
        library.change(str(path), lambda own: added(own, "one"))
    assert caught.value.message.startswith(f"Cannot write {path}: ")
    assert caught.value.hint
    assert "WWC_HOME" in caught.value.hint


def test_an_error_in_the_change_is_passed_on_and_lets_the_lock_go(tmp_path: Path) -> None:
    path = tmp_path / "library.json"

    def fail(_: Tables) -> NoReturn:
        raise FileNotFoundError("of another file")

    with pytest.raises(FileNotFoundError, match="of another file"):
        library.change(str(path), fail)
    library.change(str(path), lambda own: added(own, "one"))
    assert ids(path) == ["one"]


@pytest.mark.parametrize(("content", "said"), [(None, None), ("{}", "good"), ("{", "damaged")])
def test_how_the_version_before_is(tmp_path: Path, content: str | None, said: str | None) -> None:
    if content is not None:
        (tmp_path / "library.json.bak").write_text(content)
    assert library.previous(str(tmp_path / "library.json")) == said


def test_what_a_killed_writer_left_goes_also_where_nothing_changes(tmp_path: Path) -> None:
    path = tmp_path / "library.json"
    stores.write_library(path, stories=[make_story(origin="library")])
    (tmp_path / "library.json.4194304.tmp").write_bytes(b"{")
    library.change(str(path), lambda _: None)
    assert not list(tmp_path.glob("*.tmp"))
