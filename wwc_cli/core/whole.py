"""Whether records are all there: every key, and lists where lists belong.

A light check when the catalogue is made, so that what is not whole is named with its file; what
else must hold of a record is in docs/schema/, which the tests hold the store against.
"""

from __future__ import annotations

import typing
from typing import TYPE_CHECKING, Any, get_origin

from wwc_cli.core import records
from wwc_cli.core.whole_metrics import is_sound
from wwc_cli.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wwc_cli.core.store import Tables

_TYPES: dict[str, type] = {
    "cities": records.City,
    "stories": records.Story,
    "certifications": records.Certification,
    "sources": records.Source,
    "topics": records.Topic,
    "thesaurus": records.Concept,
    "programme": records.Entry,
}
_PARTS: dict[str, type] = {
    "metrics": records.Metric,
    "programs": records.Program,
    "people": records.Person,
    "text": records.Statement,
}
_EVENTS = frozenset(typing.get_args(records.EventKind))


def check(tables: Tables, *, path: str) -> None:
    """Raise `DataError` with *path* and the record where one of *tables* is not whole."""
    parts = {name: frozenset(typing.get_type_hints(kind)) for name, kind in _PARTS.items()}
    for table, found in tables.items():
        shape = {
            key: get_origin(hint) is list
            for key, hint in typing.get_type_hints(_TYPES[table]).items()
        }
        known: set[object] = set()
        for record in found:
            wrong = _wrong(record, shape, parts)
            if not wrong and "id" in shape:
                wrong = "its id is there twice" if record["id"] in known else ""
                known.add(record["id"])
            if wrong:
                name = record.get("id") or record.get("city_id") or "without an id"
                raise DataError(
                    f"{path} is damaged: in {table}, record {name!r}: {wrong}.",
                    hint="docs/data-format.md says what a record has. Mend it, or take it out.",
                )


def _wrong(
    record: Mapping[str, Any], shape: Mapping[str, bool], parts: Mapping[str, frozenset[str]]
) -> str:
    """Return what is wrong with a record, in words; nothing where it is whole."""
    if missing := [key for key in shape if key not in record]:
        return f"{missing[0]} is missing"
    if mistaken := [key for key, is_list in shape.items() if is_list != _is_list(record[key])]:
        return f"{mistaken[0]} is {'no' if shape[mistaken[0]] else 'a'} list"
    for part, keys in parts.items():
        for item in record.get(part, ()):
            is_whole = isinstance(item, dict) and item.keys() >= keys
            if not is_whole or (part == "metrics" and not is_sound(item)):
                return f"one of its {part} is not whole"
    if "event" in shape and record["event"] not in _EVENTS:
        return f"there is no event {record['event']!r}"
    telling = ("id", "city_id", "name", *(["date"] if "event" in shape else []))
    if any(record.get(key) is None for key in telling if key in shape):
        return "it lacks what tells it apart"
    return ""


def _is_list(value: object) -> bool:
    return isinstance(value, list)
