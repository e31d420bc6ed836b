"""The store and the library as one: what the catalogue is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wwc_cli.core import library
from wwc_cli.errors import DataError

if TYPE_CHECKING:
    from wwc_cli.core.store import Tables


def merge(bundled: Tables, own: Tables, *, store_folder: str, library_path: str) -> Tables:
    """Return the tables of store and library together; a bundled record wins over its like."""
    merged = dict(bundled)
    for name in library.TABLES:
        known = {record.get("id") for record in bundled[name]}
        added = [r for r in own[name] if r.get("id") is None or r["id"] not in known]
        merged[name] = bundled[name] + added
    for story in merged["stories"][len(bundled["stories"]) :]:
        story["origin"] = "library"  # whatever the file says
    cities = {city["id"] for city in merged["cities"]}
    for tables, path in ((bundled, store_folder), (own, library_path)):
        for name in ("stories", "certifications"):
            for record in tables[name]:
                if record.get("city_id") not in cities:
                    raise DataError(
                        f"{path} is damaged: a record in {name} has the city"
                        f" {record.get('city_id')!r}, which is nowhere described.",
                        hint="Add the city, or remove the record.",
                    )
    return merged
