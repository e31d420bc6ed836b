"""Citations as RIS, the tagged format that reference managers read.

After the RIS Format Specifications of Reference Manager: six characters a tag, a line a tag, lines
that end with carriage return and line feed, `TY` first and `ER` last.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wwc_cli.styles.prose import address, date_parts, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wwc_cli.core.citation_records import CslDate, Item

NEWLINE = "\r\n"
_TYPES = {"webpage": "ELEC", "dataset": "DATA"}
_TEXTS = {"TI": "title", "ET": "version", "M3": "genre", "LA": "language", "AB": "abstract"}
_TEXTS |= {"N1": "note"}


def ris(item: Item) -> str:
    """Return a record: its lines without the end of the last. What is not known has no tag."""
    return NEWLINE.join(f"{tag}  - {value}" for tag, value in _tags(item))


def _tags(item: Item) -> Iterator[tuple[str, str]]:
    yield "TY", _TYPES[item["type"]]
    yield "ID", item["id"]
    for author in item.get("author", ()):
        yield "AU", one_line(author["literal"].replace("*", " "))  # which the format keeps
    for tag, field in _TEXTS.items():
        if field in item:
            yield tag, one_line(str(dict(item)[field]))
    if "issued" in item:
        year, _, _ = date_parts(item["issued"])
        yield from [("PY", f"{year:04}")] if year else []
        yield "DA", _date(item["issued"])
    if "URL" in item:
        yield "UR", address(item)
    if "accessed" in item:
        yield "Y2", _date(item["accessed"])
    yield "ER", ""


def _date(date: CslDate) -> str:
    """Return a date in the four parts of RIS, the last of them for words: `2025/02//`."""
    year, month, day = date_parts(date)
    if year is None:
        return f"///{one_line(date.get('literal', '')).replace('/', '-')}"
    return f"{year:04}/{f'{month:02}' if month else ''}/{f'{day:02}' if day else ''}/"
