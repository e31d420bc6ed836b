"""When the catalogue is made, and where. What goes into it: test_catalogue_content.py."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

from tests import small_store
from tests.core import stores
from tests.factories import make_story
from wwc_cli.core import catalogue as catalogue_module
from wwc_cli.core import catalogue_build, store
from wwc_cli.core.profile import profile

if TYPE_CHECKING:
    from collections.abc import Callable

    from wwc_cli.core.catalogue import Catalogue

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture
def folder(store_folder: Path) -> Path:
    """A folder with the small store in data/, and no cache yet."""
    return store_folder.parent


def file_of(folder: Path) -> Path:
    return folder / "cache" / "catalogue.sqlite"


def is_whole(catalogue: Catalogue) -> bool:
    """Ask all that commands ask."""
    cities = catalogue.cities()
    profiles = [profile(city, catalogue) for city in cities]
    return (
        len(cities) == len(small_store.CITIES)
        and sum(len(each["stories"]) for each in profiles) == len(small_store.STORIES)
        and len(catalogue.certifications()) == len(small_store.EVENTS)
        and len(catalogue.cities_called("rochester")) == 2
        and bool(catalogue.rows("SELECT rowid FROM story_text WHERE story_text MATCH 'city'"))
    )


def is_good(folder: Path) -> bool:
    """Tell whether the cache file is opened as it is, without being made again."""
    inode = file_of(folder).stat().st_ino
    return is_whole(stores.opened_in(folder)) and file_of(folder).stat().st_ino == inode


def refuse(*_: object, **__: object) -> NoReturn:
    raise AssertionError("the catalogue was made again")


def test_a_catalogue_is_made_on_first_use_and_kept(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert is_whole(stores.opened_in(folder))
    monkeypatch.setattr(catalogue_build, "build", refuse)
    assert is_whole(stores.opened_in(folder))


def test_reading_makes_the_cache_file_and_nothing_else(folder: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in (folder / "data").iterdir()}
    assert is_whole(stores.opened_in(folder))
    made = {path for path in folder.rglob("*") if folder / "data" not in (path, path.parent)}
    assert made == {folder / "cache", file_of(folder)}
    assert {path: path.stat().st_mtime_ns for path in (folder / "data").iterdir()} == before


@pytest.mark.parametrize("name", store.TABLES)
def test_a_store_file_that_changed_has_it_made_again(folder: Path, name: str) -> None:
    stores.opened_in(folder)
    inode = file_of(folder).stat().st_ino
    path = folder / "data" / f"{name}.json"
    path.write_bytes(path.read_bytes() + b" ")
    assert is_whole(stores.opened_in(folder))
    assert file_of(folder).stat().st_ino != inode


def test_a_change_of_the_same_size_is_seen_by_its_time(folder: Path) -> None:
    stores.opened_in(folder)
    path = folder / "data" / "cities.json"
    path.write_bytes(path.read_bytes().replace(b"Nowhere", b"Erewhon"))
    later = time.time_ns() + 1_000_000
    os.utime(path, ns=(later, later))
    assert [city["id"] for city in stores.opened_in(folder).cities_called("erewhon")]


def test_a_library_that_comes_changes_and_goes_is_followed(folder: Path) -> None:
    path = folder / "library.json"

    def stories() -> list[str]:
        return [story["id"] for story in stores.opened_in(folder).stories_of("alpha-nj")]

    assert stories() == ["alpha-nj"]
    stores.write_library(path, stories=[make_story(id="mine", headline="Mine")])
    assert stories() == ["alpha-nj", "mine"]
    stores.write_library(path, stories=[make_story(id="other", headline="Other")])
    assert stories() == ["alpha-nj", "other"]
    path.unlink()
    assert stories() == ["alpha-nj"]


def test_a_library_that_may_be_read_only_now_is_read_anew(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither size nor time of a file tell that its rights have changed."""
    stores.write_library(folder / "library.json", stories=[make_story(id="mine", headline="Mine")])
    with monkeypatch.context() as patch:
        patch.setattr(os, "access", lambda *_: False)
        stores.opened_in(folder)
        inode = file_of(folder).stat().st_ino
        stores.opened_in(folder)
        assert file_of(folder).stat().st_ino == inode
    stores.opened_in(folder)
    assert file_of(folder).stat().st_ino != inode


@pytest.mark.parametrize(("name", "value"), [("__version__", "99.0"), ("SCHEMA", 99)])
def test_another_version_or_schema_has_it_made_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: object
) -> None:
    stores.opened_in(folder)
    inode = file_of(folder).stat().st_ino
    monkeypatch.setattr(catalogue_module, name, value)
    assert is_whole(stores.opened_in(folder))
    assert file_of(folder).stat().st_ino != inode
    assert is_good(folder)


def zeros_from(start: float, end: float) -> Callable[[bytes], bytes]:
    """Return how a file is damaged whose bytes from *start* to *end*, as parts, are lost."""

    def damaged(whole: bytes) -> bytes:
        first, last = int(len(whole) * start), int(len(whole) * end)
        return whole[:first] + bytes(last - first) + whole[last:]

    return damaged


@pytest.mark.parametrize(
    "damaged",
    [
        pytest.param(lambda _: b"", id="zero bytes"),
        pytest.param(lambda _: b"this is no database" * 1000, id="garbage"),
        pytest.param(lambda whole: whole[: len(whole) // 2], id="cut in half"),
        pytest.param(lambda whole: whole[:5000], id="cut in the second page"),
        pytest.param(lambda whole: whole[:-1], id="last byte lost"),
        pytest.param(lambda whole: bytes(len(whole)), id="all zeros"),
        pytest.param(zeros_from(0.2, 0.8), id="zeros in the middle"),
        pytest.param(zeros_from(0.5, 1), id="zeros from the middle on"),
        pytest.param(
            lambda whole: whole.replace(
                b"tablecitycity\x03CREATE", b"table\xbc\xbc\xbc\xbccity\x03CRE((("
            ),
            id="name of a table no text",
        ),
    ],
)
def test_a_damaged_file_is_made_again_without_a_word(
    folder: Path, damaged: Callable[[bytes], bytes], capfd: pytest.CaptureFixture[str]
) -> None:
    stores.opened_in(folder)
    path = file_of(folder)
    path.write_bytes(damaged(path.read_bytes()))
    assert is_whole(stores.opened_in(folder))
    assert is_good(folder)
    assert capfd.readouterr() == ("", "")


def test_a_file_that_opens_and_fails_on_a_later_query_is_made_again(folder: Path) -> None:
    stores.opened_in(folder)
    file_of(folder).unlink()
    paths = store.files(str(folder / "data"))
    connection = sqlite3.connect(file_of(folder))
    connection.execute("CREATE TABLE about (key TEXT, value TEXT)")
    stamp = catalogue_module.stamp([*paths, str(folder / "library.json")])
    connection.execute("INSERT INTO about VALUES ('stamp', ?)", [stamp])
    connection.commit()
    connection.close()
    assert catalogue_module.connect(str(file_of(folder)), stamp=stamp)
    assert is_whole(stores.opened_in(folder))
    assert is_good(folder)


def test_a_file_of_which_a_record_is_damaged_is_made_again(folder: Path) -> None:
    stores.opened_in(folder)
    connection = sqlite3.connect(file_of(folder))
    connection.execute("UPDATE city SET record = '{' WHERE id = 'alpha-nj'")
    connection.commit()
    connection.close()
    assert is_whole(stores.opened_in(folder))


def test_a_query_that_is_wrong_in_itself_fails_after_one_more_try(folder: Path) -> None:
    catalogue = stores.opened_in(folder)
    with pytest.raises(sqlite3.OperationalError):
        catalogue.rows("SELECT nothing FROM nowhere")
    assert is_whole(catalogue)


@pytest.mark.parametrize("name", ["with space", "100%25", "a?b", "a#b", "é ñ", "a&mode=rw", "'"])
def test_a_folder_may_be_called_as_it_likes(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    assert is_whole(stores.opened(folder))
    assert is_good(folder)


def test_an_abandoned_temporary_file_is_removed_and_a_young_one_is_left(folder: Path) -> None:
    cache = folder / "cache"
    cache.mkdir()
    old, young, other = cache / "old.tmp", cache / "young.tmp", cache / "other.txt"
    for path, age in ((old, 3700), (young, 600), (other, 3700)):
        path.write_text("x", "utf-8")
        os.utime(path, (time.time() - age, time.time() - age))
    stores.opened_in(folder)
    assert {path.name for path in cache.iterdir()} == {
        "catalogue.sqlite",
        "young.tmp",
        "other.txt",
    }


@pytest.mark.parametrize(
    "left",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"SQLite format 3\x00", id="a beginning"),
        pytest.param(b"garbage" * 1000, id="garbage"),
    ],
)
def test_what_a_killed_process_of_the_same_number_left_is_no_hindrance(
    folder: Path, left: bytes
) -> None:
    (folder / "cache").mkdir()
    temporary = folder / "cache" / f"catalogue.sqlite.{os.getpid()}.tmp"
    temporary.write_bytes(left)
    assert is_whole(stores.opened_in(folder))
    assert not temporary.exists()


def test_processes_that_make_it_at_once_all_succeed_and_leave_one_whole_file(
    folder: Path,
) -> None:
    code = (
        "import os, sys, time\n"
        "from pathlib import Path\n"
        "from tests.core import stores, test_catalogue_build as tests\n"
        "folder = Path(sys.argv[1])\n"
        "print('ready', flush=True)\n"
        "while not (folder / 'go').exists(): time.sleep(0.001)\n"
        "sys.exit(not tests.is_whole(stores.opened_in(folder)))\n"
    )
    command = [sys.executable, "-c", code, str(folder)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    running = [
        subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(6)
    ]
    for process in running:
        assert process.stdout
        assert process.stdout.readline() == b"ready\n"
    (folder / "go").touch()
    ends = [(*process.communicate(timeout=60), process.returncode) for process in running]
    assert ends == [(b"", b"", 0)] * 6
    assert [path.name for path in (folder / "cache").iterdir()] == ["catalogue.sqlite"]
    assert is_good(folder)
