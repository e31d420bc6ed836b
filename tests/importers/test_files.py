"""Files, folders and what is piped in are read; what cannot be is a problem with its reason."""

from __future__ import annotations

import io
import os
import threading
from typing import TYPE_CHECKING

import pytest

from tests.importers.reading import HEAD, KNOWN, cities
from wwc_cli.importers import files

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from wwc_cli.importers.pages import Reading

PAGE = f"{HEAD}It is a story of lamps.\n"


def readings(*paths: str, stdin: bytes = b"") -> list[Reading]:
    done: list[tuple[int, int]] = []
    read = files.readings(
        files.found_in(paths),
        KNOWN,
        stdin=io.BytesIO(stdin),
        on_progress=lambda at, of: done.append((at, of)),
    )
    assert done == [(number, len(read)) for number in range(1, len(read) + 1)]
    return read


def test_of_a_folder_the_pages_are_read_by_name(tmp_path: Path) -> None:
    wanted = ["a.html", "b.TXT", "c/d.mhtml", "c/e.md", "z.htm"]
    other = [
        "a.png",
        ".hidden.html",
        ".git/x.html",
        "a_files/frame.html",
        "page.pdf",
        "f_fileshtml",
    ]
    for name in [*wanted, *other]:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    found = [os.path.relpath(path, tmp_path) for path in files.found_in([str(tmp_path)])]
    assert sorted(found) == wanted


def test_a_file_that_is_named_twice_is_read_once(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    page.write_text(PAGE)
    assert files.found_in([str(page), str(tmp_path), str(page)]) == [str(page)]


def test_a_file_that_is_named_is_read_whatever_its_ending(tmp_path: Path) -> None:
    page = tmp_path / ".a.page"
    page.write_text(PAGE)
    (read,) = readings(str(page))
    assert cities(read) == ["alpha-nj"]


def test_what_is_piped_in_is_read() -> None:
    (read,) = readings("-", stdin=PAGE.encode())
    assert cities(read) == ["alpha-nj"]
    assert read.file == "-"


def test_the_day_is_that_of_the_file(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    page.write_text(PAGE)
    os.utime(page, (1_700_000_000, 1_700_000_000))
    assert readings(str(page))[0].accessed == "2023-11-14"


@pytest.mark.parametrize("name", ["missing.html", "a\0b.html", "x" * 300, "loop", "dangling"])
def test_a_file_that_cannot_be_read_is_a_problem(name: str, tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    good = tmp_path / "good.html"
    good.write_text(PAGE)
    bad, read = readings(str(tmp_path) + "/" + name, str(good))
    assert bad.problem
    assert bad.problem.startswith("it cannot be read: ")
    assert cities(read) == ["alpha-nj"]


def test_links_that_go_round_in_a_folder_end(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "round").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "loop.html").symlink_to(tmp_path / "loop.html")
    (tmp_path / "a.html").write_text(PAGE)
    read = {os.path.basename(each.file): each for each in readings(str(tmp_path))}
    assert set(read) == {"a.html", "loop.html"}
    assert read["loop.html"].problem


def test_pipes_in_a_folder_are_passed_by(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.html")
    assert files.found_in([str(tmp_path)]) == []


def in_time(work: Callable[[], list[Reading]]) -> list[Reading]:
    """Return what *work* gives; fail rather than wait for ever."""
    given: list[list[Reading]] = []
    thread = threading.Thread(target=lambda: given.append(work()), daemon=True)
    thread.start()
    thread.join(60)
    assert given
    return given[0]


def test_a_pipe_that_nobody_writes_into_is_a_problem(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (read,) = in_time(lambda: readings(str(tmp_path / "pipe")))
    assert read.problem == "nothing comes out of the pipe"


def test_what_a_shell_hands_over_as_a_pipe_is_waited_for() -> None:
    ours, theirs = os.pipe()

    def write() -> None:
        with os.fdopen(theirs, "wb") as pipe:
            for part in PAGE.encode().splitlines(keepends=True):
                pipe.write(part)
                pipe.flush()

    writer = threading.Thread(target=write)
    timer = threading.Timer(0.2, writer.start)  # later than it is opened
    timer.start()
    (read,) = in_time(lambda: readings(f"/dev/fd/{ours}"))
    timer.join()
    writer.join()
    os.close(ours)
    assert cities(read) == ["alpha-nj"]


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/urandom", "/dev/null", "/dev/full"])
def test_a_device_without_end_is_read_so_far_and_no_further(device: str) -> None:
    if not os.path.exists(device):
        pytest.skip("this system has no such device")
    (read,) = in_time(lambda: readings(device))
    assert read.is_empty or read.problem
