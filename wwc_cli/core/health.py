"""Whether the library can be read, and the version before it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from wwc_cli.core import library, store

if TYPE_CHECKING:
    from wwc_cli.core.library_records import Health


def check(path: str, *, store_folder: str) -> Health:
    """Return how the library at *path* is.

    Raises `DataError` with the way back where it is damaged.
    """
    own = library.read_beside(store.read(store_folder), path)
    return {
        "path": path,
        "exists": os.path.lexists(path),
        "stories": len(own["stories"]),
        "certifications": len(own["certifications"]),
        "cities": len(own["cities"]),
        "sources": len(own["sources"]),
        "previous": library.previous(path),
    }
