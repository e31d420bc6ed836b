"""`wwc library remove`: pages taken out of the library, as many as it holds of those named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wwc_cli.core import held, library, store
from wwc_cli.shape import Shape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wwc_cli.core.store import Tables
    from wwc_cli.errors import UnknownName


class Removal(Shape):
    """The ids of the pages that were *removed*, and what is wrong with the others, if any."""

    removed: Sequence[str]
    problem: UnknownName | None


def remove(ids: Sequence[str], *, store_folder: str, library_path: str) -> Removal:
    """Take the pages of those *ids* out of the library.

    Raises `UnknownName` where it holds none of them, and `DataError` where it cannot be read or
    written; it is then as it was.
    """
    bundled = store.read(store_folder)
    made: list[Removal] = []

    def changed(own: Tables) -> Tables:
        kept, missing = held.without(ids, own, bundled)
        removed = [each for each in dict.fromkeys(ids) if each not in missing]
        problem = held.unknown(missing, kept, bundled) if missing else None
        if problem and not removed:
            raise problem
        made.append(Removal(removed, problem))
        return kept

    library.change(library_path, changed)
    return made[-1]


def check_complete(removal: Removal) -> None:
    """Raise `UnknownName` with the ids that the library does not hold, where there are any."""
    if removal.problem:
        raise removal.problem
