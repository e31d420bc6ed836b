"""Stored data that is damaged, missing, unwritable or the user's own, with real files."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import sqlite3
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from tests import process
from tests.factories import make_event, make_source, make_story
from tests.reliability import pages

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Answer

    Wwc = Callable[..., Answer]

NOT_TINYDB = [
    ("{", "it is no JSON"),
    ("not json", "it is no JSON"),
    ("[1, 2]", "it does not hold tables of records"),
    ("\ud800", "it is not UTF-8 text"),
]


def write(path: Path, text: str) -> None:
    path.write_bytes(text.encode("utf-8", "surrogatepass"))


def write_library(home: Path, **tables: list[Any]) -> Path:
    """Write a library as TinyDB does."""
    path = home / "library.json"
    data = {
        name: {str(at): record for at, record in enumerate(records, start=1)}
        for name, records in tables.items()
    }
    path.write_text(json.dumps(data), encoding="utf-8")
    return path


@pytest.mark.parametrize(("text", "reason"), NOT_TINYDB)
@pytest.mark.parametrize("table", ["cities", "stories", "topics"])
def test_a_damaged_file_of_the_store_is_named(
    table: str, text: str, reason: str, wwc_small: Wwc, store_folder: Path
) -> None:
    write(store_folder / f"{table}.json", text)
    for arguments in (["show", "alpha-nj"], ["list-certified"], ["search", "x"]):
        result = wwc_small(*arguments)
        assert (result.exit_code, result.stdout) == (4, "")
        assert result.stderr.startswith(f"Error: {store_folder / table}.json is damaged: ")
        assert reason in result.stderr
        assert result.stderr.splitlines()[-1] == (
            "The store came with wwc: installing wwc again puts it right."
        )


@pytest.mark.parametrize("table", ["cities", "certifications", "sources"])
def test_a_missing_file_of_the_store_is_named(
    table: str, wwc_small: Wwc, store_folder: Path
) -> None:
    path = store_folder / f"{table}.json"
    path.unlink()
    result = wwc_small("list-certified", "--json")
    assert (result.exit_code, result.stdout) == (4, "")
    assert result.error["code"] == 4
    assert result.error["message"] == f"Cannot read {path}: No such file or directory."


@pytest.mark.parametrize("table", ["cities", "stories", "topics"])
def test_a_file_of_the_store_that_was_emptied_is_named(
    table: str, wwc_small: Wwc, store_folder: Path
) -> None:
    write(store_folder / f"{table}.json", "")
    result = wwc_small("list-certified")
    assert (result.exit_code, result.stdout) == (4, "")
    assert str(store_folder / f"{table}.json") in result.stderr


READING = (
    ["show", "alpha-nj", "--json"],
    ["search", "streets", "--json"],
    ["compare", "alpha-nj", "rochester-ny", "--json"],
    ["list-certified", "--json"],
    ["cite", "alpha-nj", "--json"],
)


def assert_left_out(wwc_small: Wwc, home: Path, said: str) -> None:
    """Check that reading commands answer from the store, with one warning, and `library` fails."""
    path = home / "library.json"
    for arguments in (*READING, *READING):  # made anew, and from the cached catalogue
        result = wwc_small(*arguments)
        assert result.exit_code == 0
        assert result.json
        assert result.stderr.count("Warning: ") == 1
        assert result.stderr.startswith("Warning: ")
        assert said in result.stderr
        assert str(path) in result.stderr
        assert f"To go on without it: mv {path} {path}.damaged\n" in result.stderr
    for arguments in (["library", "check"], ["library", "remove", "alpha-nj"]):
        result = wwc_small(*arguments)
        assert (result.exit_code, result.stdout) == (4, "")
        assert result.stderr.startswith("Error: ")
        assert said in result.stderr
        assert f"mv {path} {path}.damaged\n" in result.stderr


@pytest.mark.parametrize(("text", "reason"), NOT_TINYDB)
def test_a_damaged_library_is_left_out_with_a_warning_and_the_way_back(
    text: str, reason: str, wwc_small: Wwc, home: Path
) -> None:
    write(home / "library.json", text)
    assert_left_out(wwc_small, home, reason)


@pytest.mark.parametrize("arguments", [["list"], ["show", "alpha-nj"], ["check"], ["add", "-"]])
def test_a_command_of_the_library_fails_where_it_is_damaged(
    arguments: list[str], wwc_small: Wwc, home: Path
) -> None:
    path = home / "library.json"
    path.write_text("{")
    (home / "library.json.bak").write_text("{}")
    result = wwc_small("library", *arguments, input=pages.as_text(1))
    assert (result.exit_code, result.stdout) == (4, "")
    assert f"Error: {path} is damaged: it is no JSON" in result.stderr
    assert f"To go back to the version before: cp {path}.bak {path}\n" in result.stderr
    assert path.read_text() == "{"
    assert (home / "library.json.bak").read_text() == "{}"


def paste(*ways: str) -> None:
    """Do in a shell what a hint says after its colon."""
    assert ways
    for way in ways:
        subprocess.run(["/bin/sh", "-c", way.partition(": ")[2]], check=True)


def test_the_way_back_that_is_told_leads_back(wwc_small: Wwc, home: Path, tmp_path: Path) -> None:
    for number, path in enumerate(pages.write(tmp_path / "pages", range(2)), start=1):
        assert wwc_small("library", "add", str(path)).exit_code == 0
        assert wwc_small("library", "check", "--json").json["stories"] == number
    write(home / "library.json", "{")
    told = wwc_small("show", "alpha-nj").stderr
    paste(*[line for line in told.splitlines() if line.startswith("To go back")])
    assert wwc_small("library", "check", "--json").json["stories"] == 1
    assert wwc_small("show", "alpha-nj").stderr == ""


def test_a_version_before_that_is_damaged_too_is_not_offered(wwc_small: Wwc, home: Path) -> None:
    for name in ("library.json", "library.json.bak"):
        write(home / name, "{")
    assert ".bak" not in wwc_small("show", "alpha-nj").stderr


@pytest.mark.parametrize("name", ["a home", "a'b", "a b'c $HOME"])
def test_the_way_back_can_be_pasted_whatever_the_home_is_called(name: str, tmp_path: Path) -> None:
    home = tmp_path / name
    home.mkdir()
    write(home / "library.json", "{")
    write(home / "library.json.bak", "{}")
    ended = process.run("library", "check", WWC_HOME=str(home))
    assert ended.returncode == 4
    paste(*[line for line in ended.stderr.decode().splitlines() if line.startswith("To go ")])
    assert (home / "library.json.damaged").read_text() == "{}"


def test_an_error_as_json_stays_one_object_where_the_library_is_damaged(
    wwc_small: Wwc, home: Path
) -> None:
    write(home / "library.json", "{")
    assert wwc_small("show", "nowhere at all", "--json").error["code"] == 3
    in_words = wwc_small("show", "nowhere at all")
    assert in_words.exit_code == 3
    assert in_words.stderr.startswith("Warning: ")
    assert "\nError: No city" in in_words.stderr


def test_a_library_that_is_a_folder_is_left_out(wwc_small: Wwc, home: Path) -> None:
    (home / "library.json").mkdir()
    assert_left_out(wwc_small, home, f"Cannot read {home / 'library.json'}: ")


def test_a_link_that_leads_nowhere_is_left_out_and_told_as_long_as_it_is_there(
    wwc_small: Wwc, home: Path
) -> None:
    assert wwc_small("show", "alpha-nj").stderr == ""
    path = home / "library.json"
    path.symlink_to(home / "gone" / "library.json")
    assert_left_out(wwc_small, home, f"Cannot read {path}: ")
    assert not (home / "gone").exists()
    path.unlink()
    assert wwc_small("show", "alpha-nj").stderr == ""


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_library_that_may_be_read_again_is_read(wwc_small: Wwc, home: Path) -> None:
    path = write_library(home, stories=[make_story("alpha-nj", id="own", headline="Mine")])
    path.chmod(0)
    assert "Warning: " in wwc_small("show", "alpha-nj").stderr
    path.chmod(0o600)
    assert wwc_small("show", "alpha-nj").stderr == ""


def test_a_story_of_a_city_that_is_nowhere_described_is_damage(wwc_small: Wwc, home: Path) -> None:
    write_library(home, stories=[make_story("atlantis-nj")])
    result = wwc_small("list-certified")
    assert result.exit_code == 0
    assert "'atlantis-nj', which is nowhere described" in result.stderr
    assert wwc_small("library", "check").exit_code == 4


@pytest.mark.parametrize(
    "tables",
    [
        {"stories": [{"id": "own", "city_id": "alpha-nj"}]},
        {"stories": [{**make_story("alpha-nj", id="own"), "metrics": None}]},
        {"stories": [make_story("alpha-nj", id="own"), make_story("alpha-nj", id="own")]},
        {"certifications": [make_event("alpha-nj", event="crowned")]},
        {"cities": [{"id": "own-nj"}]},
        {"sources": [{"title": "without an id"}]},
    ],
    ids=["a key is missing", "no list", "an id twice", "an unknown event", "no name", "no id"],
)
def test_a_record_of_the_library_that_is_not_whole_is_damage(
    tables: dict[str, Any], wwc_small: Wwc, home: Path
) -> None:
    write_library(home, **tables)
    assert_left_out(wwc_small, home, "is damaged: in ")


def test_the_users_own_stories_are_shown_beside_the_bundled_ones(
    wwc_small: Wwc, home: Path
) -> None:
    own = make_story(
        "alpha-nj", id="alpha-nj-own", headline="My Own Page", origin="library", source_ids=["own"]
    )
    write_library(home, stories=[own], sources=[make_source("own")])
    profile = wwc_small("show", "alpha-nj", "--json").json
    assert [story["id"] for story in profile["stories"]] == ["alpha-nj", "alpha-nj-own"]
    assert "own" in [source["id"] for source in profile["sources"]]
    found = wwc_small("search", "--origin", "library", "--json").json
    assert [hit["id"] for hit in found] == ["alpha-nj-own"]


def test_a_change_of_the_library_is_seen_by_the_next_command(wwc_small: Wwc, home: Path) -> None:
    assert len(wwc_small("show", "alpha-nj", "--json").json["stories"]) == 1
    path = write_library(home, stories=[make_story("alpha-nj", id="own", headline="Mine")])
    assert len(wwc_small("show", "alpha-nj", "--json").json["stories"]) == 2
    path.unlink()
    assert len(wwc_small("show", "alpha-nj", "--json").json["stories"]) == 1


@pytest.mark.parametrize("damage", ["", "no database", "SQLite format 3\0" + "x" * 4096])
def test_a_damaged_cache_is_made_again_without_a_word(
    damage: str, wwc_small: Wwc, home: Path
) -> None:
    before = wwc_small("show", "alpha-nj")
    cache = home / "cache" / "catalogue.sqlite"
    cache.write_text(damage)
    after = wwc_small("show", "alpha-nj")
    assert (after.exit_code, after.stdout, after.stderr) == (0, before.stdout, "")
    assert cache.stat().st_size > 10_000


def test_a_cache_that_is_damaged_in_the_middle_is_made_again_without_a_word(
    wwc_small: Wwc, home: Path
) -> None:
    before = wwc_small("show", "alpha-nj")
    cache = home / "cache" / "catalogue.sqlite"
    with contextlib.closing(sqlite3.connect(cache)) as made:
        (size,) = made.execute("PRAGMA page_size").fetchone()
        (root,) = made.execute("SELECT rootpage FROM sqlite_master WHERE name = 'city'").fetchone()
    whole = cache.read_bytes()
    cache.write_bytes(whole[: size * (root - 1)] + b"\xff" * size + whole[size * root :])
    after = wwc_small("show", "alpha-nj")
    assert (after.exit_code, after.stdout, after.stderr) == (0, before.stdout, "")


def test_deleting_the_cache_loses_nothing(wwc_small: Wwc, home: Path) -> None:
    before = wwc_small("list-certified")
    shutil.rmtree(home / "cache")
    after = wwc_small("list-certified")
    assert (after.stdout, after.stderr) == (before.stdout, "")


def test_reading_creates_nothing_but_the_cache(wwc_small: Wwc, home: Path) -> None:
    for arguments in (["show", "alpha-nj"], ["list-certified", "--json"], ["search", "x"]):
        assert wwc_small(*arguments).exit_code == 0
    files = [os.path.join(folder, name) for folder, _, names in os.walk(home) for name in names]
    assert files == [str(home / "cache" / "catalogue.sqlite")]


@pytest.mark.parametrize("in_the_way", ["home", "home/cache"])
def test_where_nothing_can_be_written_wwc_answers_all_the_same(
    in_the_way: str, wwc_small: Wwc, tmp_path: Path
) -> None:
    path = tmp_path / in_the_way
    path.parent.mkdir(exist_ok=True)
    path.write_text("a file in the way")
    result = wwc_small("show", "alpha-nj", "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.json["city"]["id"] == "alpha-nj"
    assert path.read_text() == "a file in the way"


@pytest.mark.parametrize("name", ["what?#%41 home", "Bogotá", "a'b"])
def test_a_home_may_have_any_name(name: str, tmp_path: Path) -> None:
    home = tmp_path / name
    for _ in range(2):
        ended = process.run("show", "newark-nj", "--fields", "city", "--json", WWC_HOME=str(home))
        assert (ended.returncode, ended.stderr) == (0, b"")
    assert [path.name for path in home.rglob("*")] == ["cache", "catalogue.sqlite"]


def test_a_store_that_is_damaged_is_named_by_a_process_as_well(tmp_path: Path) -> None:
    for name in ("wwc_cli", "data"):
        shutil.copytree(process.ROOT / name, tmp_path / name)
    path = tmp_path / "data" / "stories.json"
    path.write_text('{"stories": {"1": ')
    ended = process.run("search", "traffic", PYTHONPATH=str(tmp_path), PYTHONSAFEPATH="1")
    assert (ended.returncode, ended.stdout) == (4, b"")
    assert ended.stderr.decode().startswith(f"Error: {path} is damaged: ")
