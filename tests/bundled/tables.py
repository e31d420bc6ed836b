"""The files of the bundled store, read bare."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
DATA = ROOT / "data"
# Table: the record type that it holds, as docs/schema/ names it.
RECORDS = {
    "cities": "city",
    "stories": "story",
    "certifications": "certification",
    "sources": "source",
    "topics": "topic",
    "programme": "entry",
}


@cache
def table(name: str) -> list[Any]:
    """Return the records of a table, in their order."""
    data = json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))
    return list(data[name].values())


def ids(name: str) -> set[str]:
    """Return the ids of the records of a table."""
    return {record["id"] for record in table(name)}


def metrics() -> list[tuple[str, Any]]:
    """Return every metric with the id of its story."""
    return [(story["id"], metric) for story in table("stories") for metric in story["metrics"]]
