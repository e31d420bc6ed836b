"""Pages taken out of the library, in its file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.factories import make_source, make_story
from wwc_cli.core import library, removing
from wwc_cli.errors import DataError, UnknownName

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(home: Path) -> Path:
    """A library of two stories."""
    stories = [make_story("alpha-nj", id=f"alpha-{name}", source_ids=[name]) for name in "ab"]
    tables = {"stories": stories, "sources": [make_source("a"), make_source("b")]}
    numbered = {
        name: dict(enumerate(records, start=1))  # type: ignore[arg-type,var-annotated]
        for name, records in tables.items()
    }
    made = home / "library.json"
    made.write_text(json.dumps(numbered))
    return made


def remove(path: Path, store: Path, *ids: str) -> removing.Removal:
    return removing.remove(ids, store_folder=str(store), library_path=str(path))


def left(path: Path) -> list[str]:
    return [story["id"] for story in library.read(str(path))["stories"]]


def test_what_is_named_is_removed_each_once(path: Path, store_folder: Path) -> None:
    removal = remove(path, store_folder, "alpha-b", "alpha-b")
    assert (removal.removed, removal.problem) == (["alpha-b"], None)
    assert left(path) == ["alpha-a"]
    removing.check_complete(removal)


def test_the_version_before_is_kept(path: Path, store_folder: Path) -> None:
    before = path.read_bytes()
    remove(path, store_folder, "alpha-a")
    assert (path.parent / "library.json.bak").read_bytes() == before


def test_what_is_held_goes_and_what_is_not_is_told_after(path: Path, store_folder: Path) -> None:
    removal = remove(path, store_folder, "gone", "alpha-a", "alfa-b")
    assert removal.removed == ["alpha-a"]
    assert left(path) == ["alpha-b"]
    with pytest.raises(UnknownName) as caught:
        removing.check_complete(removal)
    assert caught.value.message == "The library holds no page 'gone' or 'alfa-b'."
    assert caught.value.suggestions == ["alpha-b"]  # and not what has just been removed


def test_where_none_is_held_nothing_changes(path: Path, store_folder: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(UnknownName, match="'gone'"):
        remove(path, store_folder, "gone")
    assert path.read_bytes() == before
    assert not (path.parent / "library.json.bak").exists()


def test_a_damaged_library_stays_as_it_is(path: Path, store_folder: Path) -> None:
    path.write_text("{")
    with pytest.raises(DataError):
        remove(path, store_folder, "alpha-a")
    assert path.read_text() == "{"
