"""Extracts to export: of the small store, of the small store with hostile or loose records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.core import stores
from wwc_cli.core.extract import Wanted, extract

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from wwc_cli.core.catalogue import Catalogue
    from wwc_cli.core.extract import Extract


def taken(catalogue: Catalogue, **wanted: Any) -> Extract:
    """Return what the filters leave of a catalogue."""
    return extract(Wanted(**wanted), catalogue)


def of_store(folder: Path, **changed: Sequence[Any]) -> Extract:
    """Return all of the small store with some tables changed."""
    return taken(stores.opened(folder, **changed))
