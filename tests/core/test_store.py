"""The bundled TinyDB files, and any TinyDB file, as records."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from tests import small_store
from wwc_cli.core import store
from wwc_cli.errors import DataError, ExitCode

if TYPE_CHECKING:
    from pathlib import Path


def test_every_table_is_read_in_order_as_lists_of_records(small_store_folder: Path) -> None:
    tables = store.read(str(small_store_folder))
    assert list(tables) == list(store.TABLES)
    for name, records in small_store.TABLES.items():
        assert tables[name] == list(records)


def test_the_files_are_the_tables_in_the_folder() -> None:
    assert store.files("/x") == [os.path.join("/x", f"{name}.json") for name in store.TABLES]


def test_records_come_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    path = tmp_path / "any.json"
    path.write_text('{"t": {"1": {"n": 1}, "2": {"n": 2}, "10": {"n": 10}}}', "utf-8")
    assert store.read_file(str(path), tables=["t"], hint="") == {
        "t": [{"n": 1}, {"n": 2}, {"n": 10}]
    }


def test_a_table_that_a_file_has_not_is_empty(tmp_path: Path) -> None:
    path = tmp_path / "any.json"
    path.write_text('{"t": {}}', "utf-8")
    assert store.read_file(str(path), tables=["t", "u"], hint="") == {"t": [], "u": []}


def test_reading_changes_no_file(store_folder: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in store_folder.iterdir()}
    store.read(str(store_folder))
    assert {path: path.stat().st_mtime_ns for path in store_folder.iterdir()} == before


def problem(folder: Path, path: Path) -> DataError:
    with pytest.raises(DataError) as caught:
        store.read(str(folder))
    assert caught.value.code == ExitCode.DATA
    assert str(path) in caught.value.message
    assert caught.value.hint == "The store came with wwc: installing wwc again puts it right."
    return caught.value


@pytest.mark.parametrize("name", store.TABLES)
def test_a_missing_file_is_named_with_the_way_out(store_folder: Path, name: str) -> None:
    path = store_folder / f"{name}.json"
    path.unlink()
    assert problem(store_folder, path).message.startswith("Cannot read ")


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"{", id="cut short"),
        pytest.param(b"not json", id="no JSON"),
        pytest.param(b"[" * 100_000, id="nested too deep"),
        pytest.param(b"\xff\xfe{}", id="no UTF-8"),
        pytest.param(json.dumps({"cities": {"1": {"name": "é"}}}).encode("utf-16"), id="UTF-16"),
        pytest.param(b"5", id="a number"),
        pytest.param(b'"cities"', id="a string"),
        pytest.param(b"[1]", id="a list"),
        pytest.param(b'{"cities": []}', id="table a list"),
        pytest.param(b'{"cities": [{"id": "a"}]}', id="table a list of records"),
        pytest.param(b'{"cities": null}', id="table null"),
        pytest.param(b'{"cities": 5}', id="table a number"),
        pytest.param(b'{"cities": {"one": {"id": "a"}}}', id="record without a number"),
        pytest.param(b'{"cities": {"1": "a"}}', id="record a string"),
        pytest.param(b'{"cities": {"1": null}}', id="record null"),
        pytest.param(b'{"cities": {"1": [1]}}', id="record a list"),
        pytest.param(b"[]", id="an empty list"),
        pytest.param(b"", id="zero bytes"),
        pytest.param(b"null", id="null"),
        pytest.param(b"{}", id="no table"),
    ],
)
def test_a_damaged_file_is_named_with_the_way_out(store_folder: Path, content: bytes) -> None:
    path = store_folder / "cities.json"
    path.write_bytes(content)
    assert "is damaged" in problem(store_folder, path).message


def test_text_that_is_not_utf8_is_told_as_such(store_folder: Path) -> None:
    path = store_folder / "topics.json"
    path.write_bytes(b'{"topics": {"1": {"id": "caf\xe9"}}}')
    assert "not UTF-8" in problem(store_folder, path).message


def test_a_folder_in_place_of_a_file_is_named(store_folder: Path) -> None:
    path = store_folder / "stories.json"
    path.unlink()
    path.mkdir()
    problem(store_folder, path)


def test_a_file_that_cannot_be_opened_is_named(store_folder: Path) -> None:
    path = store_folder / "stories.json"
    path.unlink()
    path.symlink_to(path)
    problem(store_folder, path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_named(store_folder: Path) -> None:
    path = store_folder / "stories.json"
    path.chmod(0)
    problem(store_folder, path)
