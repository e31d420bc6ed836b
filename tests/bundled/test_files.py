"""The files of the store are what TinyDB reads and what a diff can be read of."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator
from tinydb import TinyDB

from tests.bundled.tables import DATA, RECORDS, ROOT, table
from wwc_cli.core import store

if TYPE_CHECKING:
    from pathlib import Path

FILES = sorted(DATA.glob("*.json"))


def test_the_tables_that_commands_read_are_there() -> None:
    assert {path.stem for path in FILES} >= {*RECORDS, *store.TABLES}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_is_set_out_so_that_a_change_is_a_few_lines(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=2) + "\n"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_is_one_table_that_tinydb_opens(path: Path) -> None:
    with TinyDB(path, access_mode="r", encoding="utf-8") as database:
        assert database.tables() == {path.stem}
        records = database.table(path.stem).all()
    assert [dict(record) for record in records] == table(path.stem)
    assert records


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_records_of_a_file_are_numbered_from_1(path: Path) -> None:
    numbers = list(json.loads(path.read_text(encoding="utf-8"))[path.stem])
    assert numbers == [str(at) for at in range(1, len(numbers) + 1)]


@pytest.mark.parametrize(("name", "record"), RECORDS.items())
def test_every_record_is_as_its_schema_says(name: str, record: str) -> None:
    path = ROOT / "docs" / "schema" / f"{record}.json"
    schema = json.loads(path.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    wrong = [
        f"{name}: {error.json_path}: {error.message}"
        for made in table(name)
        for error in validator.iter_errors(made)
    ]
    assert wrong == []


@pytest.mark.parametrize(("name", "record"), RECORDS.items())
def test_a_schema_has_the_keys_of_a_record_in_their_order(name: str, record: str) -> None:
    path = ROOT / "docs" / "schema" / f"{record}.json"
    keys = list(json.loads(path.read_text(encoding="utf-8"))["properties"])
    for made in table(name):
        assert list(made) == keys


@pytest.mark.parametrize("name", RECORDS)
def test_no_text_has_what_cannot_be_seen(name: str) -> None:
    def texts(value: object) -> list[str]:
        if isinstance(value, str):
            return [value]
        if isinstance(value, dict):
            return [text for item in value.values() for text in texts(item)]
        return [text for item in value for text in texts(item)] if isinstance(value, list) else []

    for record in table(name):
        for text in texts(record):
            assert text.isprintable(), text
            assert text == text.strip(), text
            assert "  " not in text, text
