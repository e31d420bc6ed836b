"""Reading made-up pages as wwc does, knowing the cities and topics of the small store."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests import small_store
from wwc_cli.core import library
from wwc_cli.core.collecting import Collection
from wwc_cli.core.text import clean, is_clean
from wwc_cli.importers import pages
from wwc_cli.importers.known import Known

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wwc_cli.core.store import Tables
    from wwc_cli.importers.pages import Reading
    from wwc_cli.importers.story import FoundStory

KNOWN = Known(small_store.TABLES)
PAGES = Path(__file__).resolve().parent / "pages"
HEAD = "Alpha, New Jersey, USA\n\nLamps for All\n\nProject Type:\nHousing\n\n"


def read(page: str | bytes, file: str = "page.html") -> Reading:
    """Return what is in a page."""
    data = page.encode() if isinstance(page, str) else page
    return pages.read(data, file, KNOWN, accessed="2026-02-03")


def read_file(name: str) -> Reading:
    """Return what is in one of the made-up pages."""
    return read((PAGES / name).read_bytes(), name)


def story(page: str | bytes) -> FoundStory:
    """Return the only story of a page."""
    (found,) = read(page).stories
    return found


def spoken(page: str | bytes) -> list[tuple[str | None, str | None, str]]:
    """Return who speaks in the only story of a page, with role and words."""
    return [(each["speaker"], each["role"], each["text"]) for each in story(page).quotes]


def cities(reading: Reading) -> list[str | None]:
    """Return the ids of the cities of the stories read."""
    return [each.city and each.city["id"] for each in reading.stories]


def library_of(readings: Sequence[Reading]) -> Tables:
    """Return the tables of an empty library to which the pages were added."""
    bundled: Tables = {name: list(records) for name, records in small_store.TABLES.items()}
    collection = Collection(library.empty(), bundled)
    collection.add(readings, date="2024-06-17")
    return collection.tables


def strings(value: Any) -> Iterator[str]:
    """Yield every string in records or shapes."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from strings(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from strings(item)
    elif hasattr(value, "__dict__"):
        yield from strings(list(value.__dict__.values()))


def is_safe(text: str) -> bool:
    """Tell whether a string is one line that cannot harm a terminal.

    Joiners that scripts need, and characters newer than this Python, are harmless though it does
    not call them printable.
    """
    return is_clean(text) or ("\n" not in text and clean(text) == text)
