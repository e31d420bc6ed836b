"""jsonl: every record as it is, one a line; opensearch: the same as a bulk request."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from wwc_cli.exporters import flat, tables

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from wwc_cli.core.extract import Extract


def jsonl(taken: Extract, *, table: str | None, ascii_only: bool) -> Iterator[str]:
    """Yield a line a record: `{"table": …, "record": …}`, every key of the record untouched.

    With *table* the lines are that table's alone: records where a row is a whole record, else
    the rows of the flat table.
    """
    encode = _encoder(ascii_only=ascii_only)
    if table is None:
        for name in tables.RECORDS:
            for record in _records(taken, name):
                yield encode({"table": name, "record": record}) + "\n"
    elif table in tables.RECORDS:
        for record in _records(taken, table):
            yield encode(record) + "\n"
    else:
        for _, row in flat.rows(taken, [tables.BY_NAME[table]]):
            yield encode(row) + "\n"


def opensearch(taken: Extract, *, ascii_only: bool) -> Iterator[str]:
    """Yield the lines of a bulk request: an action, and the document that it is about.

    A search engine joins nothing, so a story has its city with it, and a city how it stands and
    its `location` as a geo_point.
    """
    encode = _encoder(ascii_only=ascii_only)
    cities = {city["id"]: _placed(city, taken) for city in taken.cities}
    known = flat.Known(taken)
    for name in tables.RECORDS:
        for record in _records(taken, name):
            document = record
            if name == "certifications":
                document = {"id": known.name_event(record), **record}
            elif name == "cities":
                document = cities[record["id"]]
            elif name == "stories":
                document = {**record, "city": cities[record["city_id"]]}
            action = {"index": {"_index": f"wwc-{name}", "_id": document["id"]}}
            yield f"{encode(action)}\n{encode(document)}\n"


def _placed(city: Any, taken: Extract) -> dict[str, Any]:  # noqa: ANN401 - a city, and more keys
    stands = taken.standings.get(city["id"])
    is_known = city["latitude"] is not None and city["longitude"] is not None
    return {
        **city,
        "location": {"lat": city["latitude"], "lon": city["longitude"]} if is_known else None,
        "level": stands["level"] if stands else None,
        "level_date": stands["level_date"] if stands else None,
        "first_certified": stands["first_certified"] if stands else None,
    }


def _records(taken: Extract, name: str) -> Iterable[Any]:
    return taken.stories() if name == "stories" else getattr(taken, name)


def _encoder(*, ascii_only: bool) -> Callable[[object], str]:
    return json.JSONEncoder(ensure_ascii=ascii_only, separators=(",", ":")).encode
