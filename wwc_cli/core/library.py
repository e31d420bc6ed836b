"""The user's own TinyDB file of stories and events, beside the store; it need not exist."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from wwc_cli.core import store

if TYPE_CHECKING:
    from wwc_cli.core.store import Tables

TABLES = ("cities", "stories", "certifications", "sources")


def read(path: str) -> Tables:
    """Return the tables of the library at *path*, empty where there is no such file.

    Raises `DataError` with the path where the file cannot be read as TinyDB data.
    """
    if not os.path.lexists(path):
        return {name: [] for name in TABLES}
    hint = f"Move the file away to go on without it: mv {path!r} {path + '.damaged'!r}"
    return store.read_file(path, tables=TABLES, hint=hint)
