"""The user's own TinyDB file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.core import stores
from tests.factories import make_source, make_story
from wwc_cli.core import library
from wwc_cli.errors import DataError, ExitCode

if TYPE_CHECKING:
    from pathlib import Path

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
    assert f"mv {str(path)!r}" in caught.value.hint
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
