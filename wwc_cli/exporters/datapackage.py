"""datapackage: a Frictionless Data Package, the flat tables with a description of every column.

Its cells are for programs and stand as they are: a `'` before a formula would be another value
than the one that the schema describes. For spreadsheets there is csv.
"""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any, get_args

from wwc_cli import __version__
from wwc_cli.core import records, vocabulary
from wwc_cli.exporters import tables
from wwc_cli.exporters.csv_files import write_tables

if TYPE_CHECKING:
    from wwc_cli.core.extract import Extract
    from wwc_cli.exporters.flat import Field, FlatTable

LICENSE = {
    "name": "CC-BY-4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
    "title": "Creative Commons Attribution 4.0 International",
}
DESCRIPTION = (
    "Stories, figures and certification events of What Works Cities, with the sources of each."
    " The license is that of our own prose (summaries, steps, outcomes, statements, notes) and of"
    " the selection; names, titles, dates and figures are facts of the sources. Coordinates, and"
    " populations whose source is geonames, are from GeoNames. Stories whose origin is library"
    " came from the library of whoever made this package, and the license does not cover them."
    " Not affiliated with Bloomberg Philanthropies or Results for America."
)
# As precise as known, which no date type of the Table Schema allows.
_DATE = r"\d{4}(-\d{2}(-\d{2})?)?"
_LEVELS = get_args(records.Level)
_EVENTS = get_args(records.EventKind)
_CLOSED: dict[tuple[str, str], tuple[str, ...]] = {
    ("cities", "level"): _LEVELS,
    ("cities", "last_event"): _EVENTS,
    ("certifications", "level"): _LEVELS,
    ("certifications", "event"): _EVENTS,
    ("certifications", "basis"): ("stated", "derived"),
    ("stories", "coverage"): ("full", "brief"),
    ("stories", "origin"): get_args(records.Origin),
    ("metrics", "unit"): vocabulary.UNITS,
    ("metrics", "direction"): get_args(records.Direction),
    ("metrics", "theme"): vocabulary.THEMES,
    ("metrics", "kind"): get_args(records.MetricKind),
    ("metrics", "qualifier"): get_args(records.Qualifier),
    ("programs", "kind"): vocabulary.PROGRAM_KINDS,
    ("practices", "practice"): vocabulary.PRACTICES,
}
_LIMITS: dict[tuple[str, str], dict[str, Any]] = {
    ("cities", "latitude"): {"minimum": -90, "maximum": 90},
    ("cities", "longitude"): {"minimum": -180, "maximum": 180},
    ("cities", "population"): {"minimum": 0},
    ("cities", "country_code"): {"pattern": "[A-Z]{2}"},
}
_TYPES: dict[str, dict[str, Any]] = {
    "string": {"type": "string"},
    "date": {"type": "string", "constraints": {"pattern": _DATE}},
    "url": {"type": "string", "format": "uri"},
    "integer": {"type": "integer"},
    "year": {"type": "year"},
    "number": {"type": "number"},
}


def datapackage(taken: Extract, folder: str) -> None:
    """Write datapackage.json and a file a table into *folder*."""
    write_tables(taken, folder, for_spreadsheet=False)
    text = json.dumps(description(), ensure_ascii=False, indent=2) + "\n"
    with open(os.path.join(folder, "datapackage.json"), "w", encoding="utf-8", newline="") as file:
        file.write(text)


def description() -> dict[str, Any]:
    """Return the package's own description: Data Package and Table Schema, version 1."""
    return {
        "profile": "tabular-data-package",
        "name": "wwc",
        "title": "What Works Cities: stories, figures, certifications and sources",
        "description": DESCRIPTION,
        "version": __version__,
        "licenses": [LICENSE],
        "contributors": [{"title": "The wwc authors", "role": "author"}],
        "sources": [
            {"title": "What Works Cities, and the news and city pages in sources.csv",
             "path": "https://whatworkscities.bloomberg.org/"},
            {"title": "GeoNames, CC BY 4.0", "path": "https://www.geonames.org/"},
        ],
        "keywords": ["what works cities", "cities", "open data", "evidence", "public policy"],
        "resources": [_resource(table) for table in tables.TABLES],
    }  # fmt: skip


def _resource(table: FlatTable) -> dict[str, Any]:
    keys = [
        {"fields": [field.name], "reference": {"resource": field.refers, "fields": ["id"]}}
        for field in table.fields
        if field.refers
    ]
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "description": table.said,
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "fields": [_field(table.name, field) for field in table.fields],
            "primaryKey": list(table.key),
            **({"foreignKeys": keys} if keys else {}),
        },
    }


def _field(table: str, field: Field) -> dict[str, Any]:
    kind = dict(_TYPES[field.type])
    constraints = {
        **({"required": True} if field.required else {}),
        **kind.pop("constraints", {}),
        **_LIMITS.get((table, field.name), {}),
        **({"enum": list(words)} if (words := _CLOSED.get((table, field.name))) else {}),
    }
    return {
        "name": field.name,
        **kind,
        "description": field.said,
        **({"constraints": constraints} if constraints else {}),
    }
