"""The bundled TinyDB files, read-only: `{table: {number: record}}`, one table a file.

Read when the catalogue is built, and by nothing else at run time.
"""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

from wwc_cli.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Iterable

    Record = dict[str, Any]
    Tables = dict[str, list[Record]]

WAY_OUT = "The store came with wwc: installing wwc again puts it right."
TABLES = (*("cities", "stories", "certifications", "sources", "topics", "thesaurus", "programme"),)


def files(folder: str) -> list[str]:
    """Return the paths of the tables that the catalogue is made from."""
    return [os.path.join(folder, f"{name}.json") for name in TABLES]


def read(folder: str) -> Tables:
    """Return the bundled tables by name, each a list of records.

    Raises `DataError` with the path of a file that is missing, unreadable or damaged.
    """
    return {
        name: read_file(path, tables=[name], hint=WAY_OUT, is_whole=True)[name]
        for name, path in zip(TABLES, files(folder), strict=True)
    }


def read_file(path: str, *, tables: Iterable[str], hint: str, is_whole: bool = False) -> Tables:
    """Return *tables* of one TinyDB file, each a list of records.

    A table that is not there is empty, unless the file *is_whole*: then it is damage.

    Raises `DataError` with the path and *hint* where the file is not what TinyDB writes.
    """
    from tinydb import TinyDB

    try:
        with TinyDB(path, access_mode="r", encoding="utf-8") as database:
            # Read at once: each look at a table of TinyDB would parse the whole file again.
            content: Any = database.storage.read()
        found = _tables(content, tables, is_whole=is_whole)
    except OSError as error:
        raise DataError(f"Cannot read {path}: {error.strerror or error}.", hint=hint) from error
    except (ValueError, AttributeError, TypeError, KeyError, RecursionError) as error:
        # What json and TinyDB raise on text that is no JSON, no UTF-8, or of another shape.
        raise DataError(f"{path} is damaged: {_reason(error)}.", hint=hint) from error
    return found


def _tables(content: Any, tables: Iterable[str], *, is_whole: bool) -> Tables:  # noqa: ANN401 - JSON
    if content is None and not is_whole:
        content = {}  # a file of no bytes is how TinyDB begins
    if not isinstance(content, dict):
        raise TypeError
    if is_whole and not all(isinstance(content.get(name), dict) for name in tables):
        raise TypeError
    return {name: _records(content.get(name, {})) for name in tables}


def _records(table: dict[str, Record]) -> list[Record]:
    """Return the records of a table as TinyDB keeps it, in the order of their numbers."""
    records = [record for _, record in sorted(table.items(), key=lambda item: int(item[0]))]
    if not all(isinstance(record, dict) for record in records):
        raise TypeError
    return records


def _reason(error: Exception) -> str:
    """Return why a file could not be read as TinyDB data, in a few words."""
    if isinstance(error, UnicodeDecodeError):
        return "it is not UTF-8 text"
    if isinstance(error, json.JSONDecodeError):
        return f"it is no JSON ({error})"
    return "it does not hold tables of records as TinyDB writes them"
