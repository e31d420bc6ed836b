"""The user's own TinyDB file of stories and events, beside the store; it need not exist.

What goes into it is collecting.py's; here it is read, and changed by one writer at a time.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Literal

from wwc_cli.core import merging, store, whole
from wwc_cli.core.safe_records import safe
from wwc_cli.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from wwc_cli.core.store import Tables

TABLES = ("cities", "stories", "certifications", "sources")
PATIENCE = 120.0  # seconds to wait for another writer


def read(path: str) -> Tables:
    """Return the tables of the library at *path*, empty where there is no such file.

    Raises `DataError` with the path, and how to go on, where the file cannot be read as TinyDB
    data, or a record in it is not whole.
    """
    if not os.path.lexists(path):
        return empty()
    with _way_back_told(path):
        tables = store.read_file(path, tables=TABLES, hint="")
        if _is_emptied(path):
            raise DataError(f"{path} is damaged: it is empty, and the version before was not.")
        for story in tables["stories"]:
            # Not there before pages could be read.
            story.setdefault("text", None)
            story.setdefault("quotes", [])
        whole.check(tables, path=path)
    return tables


def read_beside(bundled: Tables, path: str) -> Tables:
    """Return the tables of the library at *path*, which may rely on the cities of *bundled*.

    Raises `DataError` as `read` does, and where a record is of a city that neither describes.
    """
    own = read(path)
    with _way_back_told(path):
        merging.check_cities(own, [*bundled["cities"], *own["cities"]], path=path)
    return own


def empty() -> Tables:
    """Return the tables of a library with nothing in it."""
    return {name: [] for name in TABLES}


def previous(path: str) -> Literal["good", "damaged"] | None:
    """Return how the version before is; `None` where there is none."""
    before = _previous_path(path)
    if not os.path.lexists(before):
        return None
    try:
        read(before)
    except DataError:
        return "damaged"
    return "good"


def change(path: str, changed: Callable[[Tables], Tables | None]) -> None:
    """Replace the library's tables by what *changed* makes of them; `None` leaves the file.

    Held under a lock from reading to writing, and written whole or not at all.
    Raises `DataError` where the library is damaged, in use for long, or cannot be written; it is
    then as it was.
    """
    from tinydb import TinyDB

    from wwc_cli.core.atomic_storage import AtomicStorage

    if os.path.islink(path) and not os.path.exists(path):
        read(path)  # which says so
    file = _file_of(path)
    with _locked(file):
        tables: Tables = safe(read(path))  # a lone surrogate could not be written back
        if (wanted := changed(tables)) is None:
            AtomicStorage(file).remove_abandoned()
            return
        try:
            with TinyDB(file, storage=AtomicStorage) as database:
                content: dict[str, Any] = dict(database.storage.read() or {})
                # All tables at once: TinyDB's own methods would write the file for each.
                database.storage.write(content | _numbered(wanted))
        except OSError as error:
            raise _unwritable(path, error) from error


def _file_of(path: str) -> str:
    """Return the file itself, where *path* is a link: not the link is to be replaced."""
    return os.path.realpath(path) if os.path.islink(path) else path


def _previous_path(path: str) -> str:
    return f"{_file_of(path)}.bak"


def _is_emptied(path: str) -> bool:
    """Tell whether a file without a byte had something in it before; TinyDB begins with none."""
    before = _previous_path(path)
    return not os.path.getsize(path) and os.path.isfile(before) and os.path.getsize(before) > 0


def _numbered(tables: Tables) -> dict[str, dict[str, Any]]:
    """Return tables as TinyDB keeps them: each record under its number."""
    return {
        name: {str(number): record for number, record in enumerate(records, start=1)}
        for name, records in tables.items()
    }


@contextmanager
def _way_back_told(path: str) -> Iterator[None]:
    """Add to what is wrong with the library how to go on."""
    try:
        yield
    except DataError as error:
        hints = [error.hint, _way_back(path)]
        raise DataError(error.message, hint="\n".join(filter(None, hints))) from error


def _way_back(path: str) -> str:
    """Return how to go on after damage: with the version before, or without a library."""
    from shlex import quote

    aside = f"To go on without it: mv {quote(path)} {quote(f'{path}.damaged')}"
    if previous(path) != "good":
        return aside
    before = quote(_previous_path(path))
    return f"To go back to the version before: cp {before} {quote(path)}\n{aside}"


@contextmanager
def _locked(path: str) -> Iterator[None]:
    """Hold the lock of the library, which the system lets go when a process dies."""
    from filelock import FileLock, Timeout

    try:
        os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
        lock = FileLock(f"{path}.lock", timeout=PATIENCE)
        lock.acquire()
    except Timeout as error:
        raise DataError(
            f"Another wwc has been changing {path} for {PATIENCE:.0f} seconds.",
            hint="Wait until it is done, or stop it, and try again.",
        ) from error
    except (OSError, NotImplementedError) as error:  # the latter where there are no locks
        raise _unwritable(path, error) from error
    try:
        yield
    finally:
        lock.release()


def _unwritable(path: str, error: OSError | NotImplementedError) -> DataError:
    reason = getattr(error, "strerror", None) or error
    return DataError(
        f"Cannot write {path}: {reason}. Nothing was changed.",
        hint="Make room or get the right to write there, or set WWC_HOME to another folder.",
    )
