"""Whether records are all there: every key, with a value of the kind that belongs there.

Looked at when the catalogue is made, so that what is not whole is named with its file, and can
trip up nothing that comes later; what else must hold of a record is in docs/schema/, which the
tests hold the store against.
"""

from __future__ import annotations

import json
import types
import typing
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

from wwc_cli.core import records
from wwc_cli.core.whole_metrics import is_sound
from wwc_cli.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from wwc_cli.core.store import Tables

    Fits = Callable[[Any], bool]

_TYPES: dict[str, type] = {
    "cities": records.City,
    "stories": records.Story,
    "certifications": records.Certification,
    "sources": records.Source,
    "topics": records.Topic,
    "thesaurus": records.Concept,
    "programme": records.Entry,
}

_MISSING = object()  # of a type that no value has


def check(tables: Tables, *, path: str) -> None:
    """Raise `DataError` with *path* and the record where one of *tables* is not whole."""
    for table, found in tables.items():
        kinds = typing.get_type_hints(_TYPES[table])
        fits = _fits(_TYPES[table])
        known: set[object] = set()
        for record in found:
            wrong = "" if fits(record) else _wrong(record, kinds)
            if not wrong and not all(map(is_sound, record.get("metrics", ()))):
                wrong = "one of its metrics is not whole"
            if not wrong and "id" in kinds:
                wrong = "its id is there twice" if record["id"] in known else ""
                known.add(record["id"])
            if wrong:
                name = record.get("id") or record.get("city_id") or "without an id"
                raise DataError(
                    f"{path} is damaged: in {table}, record {name!r}: {wrong}.",
                    hint="docs/data-format.md says what a record has. Mend it, or take it out.",
                )


def _wrong(record: Mapping[str, Any], kinds: Mapping[str, Any]) -> str:
    """Return the first thing that is wrong with a record, in words."""
    for key, kind in kinds.items():
        if key not in record:
            return f"{key} is missing"
        if not _fits(kind)(record[key]):
            return _said(key, record[key], kind)
    return "it is not whole"


def _said(key: str, value: object, kind: Any) -> str:  # noqa: ANN401 - a type
    """Return in words that a value is not of its kind."""
    if get_origin(kind) is list:
        return f"one of its {key} is not whole" if isinstance(value, list) else f"{key} is no list"
    if isinstance(value, list):
        return f"{key} is a list"
    if get_origin(kind) is Literal:
        return f"there is no {key} {value!r}"
    return f"{key} cannot be {json.dumps(value)[:40]}"


def _fits(kind: Any) -> Fits:  # noqa: ANN401 - a type
    """Return what tells whether a value read from JSON is of *kind*."""
    if typing.is_typeddict(kind):
        return _fits_fields(typing.get_type_hints(kind))
    if get_origin(kind) is list:
        (of,) = get_args(kind)
        if simple := _simple(of):
            return lambda value: type(value) is list and simple.issuperset(map(type, value))
        fits_item = _fits(of)
        return lambda value: type(value) is list and all(map(fits_item, value))
    if get_origin(kind) is Literal:
        words = get_args(kind)
        return lambda value: value in words
    if simple := _simple(kind):
        return lambda value: type(value) in simple
    of_each = [_fits(each) for each in get_args(kind)]
    return lambda value: any(fits(value) for fits in of_each)


def _fits_fields(kinds: Mapping[str, Any]) -> Fits:
    """Return what tells whether a value is an object with at least the keys of *kinds*."""
    simple = [(key, allowed) for key, kind in kinds.items() if (allowed := _simple(kind))]
    others = [(key, _fits(kind)) for key, kind in kinds.items() if not _simple(kind)]

    def fits(value: Any) -> bool:  # noqa: ANN401 - out of JSON
        if type(value) is not dict:
            return False
        # Plain loops: of a large library, a million values go through here.
        for key, allowed in simple:
            if type(value.get(key, _MISSING)) not in allowed:
                return False
        for key, fits_value in others:
            if key not in value or not fits_value(value[key]):
                return False
        return True

    return fits


def _simple(kind: Any) -> frozenset[type]:  # noqa: ANN401 - a type
    """Return the types that values of *kind* have, where the type alone tells; else nothing."""
    if isinstance(kind, types.UnionType):
        alternatives = [_simple(each) for each in get_args(kind)]
        return frozenset().union(*alternatives) if all(alternatives) else frozenset()
    if kind is float:  # JSON has one sort of number
        return frozenset({int, float})
    return frozenset({kind}) if kind in {str, int, type(None)} else frozenset()
