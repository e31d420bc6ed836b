"""Where exports go: whole or not at all."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from wwc_cli.errors import ExitCode, WwcError
from wwc_cli.exporters import destination


def write(path: Path, text: str = "new", *, force: bool = False) -> None:
    with destination.file(str(path), force=force) as made, open(made, "w", encoding="utf-8") as out:
        out.write(text)


def fill(path: Path, *names: str, force: bool = False) -> None:
    with destination.folder(str(path), force=force) as made:
        for name in names:
            with open(os.path.join(made, name), "w", encoding="utf-8") as file:
                file.write("new")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_there_when_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    with destination.file(str(path), force=False) as made:
        with open(made, "w", encoding="utf-8") as file:
            file.write("new")
        assert not path.exists()
    assert path.read_text("utf-8") == "new"
    assert names(tmp_path) == ["a.jsonl"]


def test_a_file_that_is_there_is_replaced_only_where_that_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("old")
    with pytest.raises(WwcError, match="there is such a file already") as caught:
        write(path)
    assert caught.value.code == ExitCode.FAILED
    assert "--force" in str(caught.value.hint)
    assert path.read_text() == "old"
    write(path, force=True)
    assert path.read_text() == "new"
    assert names(tmp_path) == ["a.jsonl"]


@pytest.mark.parametrize("failure", [ValueError, KeyboardInterrupt])
def test_what_fails_half_way_leaves_nothing(failure: type[BaseException], tmp_path: Path) -> None:
    path, folder = tmp_path / "a.jsonl", tmp_path / "tables"
    path.write_text("old")

    def fail_in_file() -> None:
        with destination.file(str(path), force=True) as made:
            with open(made, "w", encoding="utf-8") as file:
                file.write("half")
            raise failure

    def fail_in_folder() -> None:
        with destination.folder(str(folder), force=False) as made:
            Path(made, "half.csv").write_text("half")
            raise failure

    for fail in (fail_in_file, fail_in_folder):
        with pytest.raises(failure):
            fail()
    assert names(tmp_path) == ["a.jsonl"]
    assert path.read_text() == "old"


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    path, link = tmp_path / "a.jsonl", tmp_path / "link.jsonl"
    path.write_text("old")
    link.symlink_to(path)
    write(link, force=True)
    assert link.is_symlink()
    assert path.read_text() == "new"


def test_a_named_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(path.read_text("utf-8")))
    reader.start()
    write(path)
    reader.join(10)
    assert read == ["new"]
    assert path.is_fifo()


def test_a_database_goes_into_an_ordinary_file_only() -> None:
    with (
        pytest.raises(WwcError, match="not an ordinary file"),
        destination.file(os.devnull, force=True, as_stream=False),
    ):
        pass


@pytest.mark.parametrize("name", ["no-such-folder/a.jsonl", ""])
def test_a_place_that_cannot_be_is_named(name: str, tmp_path: Path) -> None:
    with pytest.raises(WwcError, match="Cannot write"):
        write(tmp_path / name)
    assert names(tmp_path) == []


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="Linux has a disk that is full")
def test_a_full_disk_is_said() -> None:
    with pytest.raises(WwcError, match="Cannot write /dev/full: No space left on device"):
        write(Path("/dev/full"))


def test_a_folder_is_made_whole(tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    with destination.folder(str(folder), force=False) as made:
        with open(os.path.join(made, "a.csv"), "w", encoding="utf-8") as file:
            file.write("new")
        assert not folder.exists()
    assert names(folder) == ["a.csv"]
    assert names(tmp_path) == ["tables"]


def test_an_empty_folder_that_is_there_is_filled(tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    folder.mkdir(mode=0o750)
    before = folder.stat().st_ino
    fill(folder, "a.csv", "b.csv")
    assert names(folder) == ["a.csv", "b.csv"]
    assert folder.stat().st_ino == before


def test_a_folder_with_something_in_it_is_left_alone_unless_asked(tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    folder.mkdir()
    (folder / "mine.txt").write_text("mine")
    (folder / "a.csv").write_text("old")
    with pytest.raises(WwcError, match="the folder is not empty") as caught:
        fill(folder, "a.csv")
    assert "--force" in str(caught.value.hint)
    assert (folder / "a.csv").read_text() == "old"
    fill(folder, "a.csv", force=True)
    assert names(folder) == ["a.csv", "mine.txt"]
    assert (folder / "a.csv").read_text() == "new"
    assert (folder / "mine.txt").read_text() == "mine"


def test_a_file_where_a_folder_is_to_be_and_the_other_way_round(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("old")
    with pytest.raises(WwcError, match="a file of that name is there"):
        fill(tmp_path / "file", "a.csv", force=True)
    (tmp_path / "folder").mkdir()
    with pytest.raises(WwcError, match="it is a folder"):
        write(tmp_path / "folder", force=True)
    assert (tmp_path / "file").read_text() == "old"
