"""Stores and libraries of a test's own, written down and opened."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tests import small_store
from wwc_cli.core.catalogue import open_catalogue

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from wwc_cli.core.catalogue import Catalogue


def write_library(path: Path, **tables: Sequence[Any]) -> None:
    """Write *tables* as one TinyDB file."""
    content = {
        name: {str(at): record for at, record in enumerate(records, start=1)}
        for name, records in tables.items()
    }
    path.write_text(json.dumps(content), "utf-8")


def opened_in(folder: Path) -> Catalogue:
    """Open what lies in *folder*: data/, library.json if there is one, cache/."""
    return open_catalogue(
        store_folder=str(folder / "data"),
        library_path=str(folder / "library.json"),
        cache_folder=str(folder / "cache"),
    )


def opened(folder: Path, **changed: Sequence[Any]) -> Catalogue:
    """Open the small store with some tables changed."""
    small_store.write(folder / "data", **changed)
    return opened_in(folder)
