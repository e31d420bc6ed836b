"""A page saved as text → its lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wwc_cli.core.text import clean
from wwc_cli.importers.decoding import NotText
from wwc_cli.importers.line import Line, Page

if TYPE_CHECKING:
    from wwc_cli.importers.line import Kind

LONGEST = 4_000_000  # characters, empty lines and all
# A longest line below this is where a terminal or an editor has broken the lines.
_WRAPPED = 100
# Signs and accents, with those two that are letters until they are taken apart.
_SIGNS = re.compile(r"((?:[^\w\s]|[\uff9e\uff9f]){32})(?:[^\w\s]|[\uff9e\uff9f])++")
_INDENTED = 10  # columns by which lists and the like are set in
_BULLET = re.compile(r"(?:[•●▪◦‣∙·*+–—-]|\d{1,2}[.)])\s+(?=\S)")
_BADGE = re.compile(r"\b(silver|gold|platinum) certification badge\b", re.IGNORECASE)


def page(text: str) -> Page:
    """Return the page that *text* is, line by line; lines that a terminal broke are joined.

    Raises `NotText` where *text* is longer than any page.
    """
    if len(text) > LONGEST:
        raise NotText(f"it has more than {LONGEST:,} characters")
    paragraphs: list[tuple[int, list[str]]] = []
    gap = 0
    raw = [tidy(each) for each in clean(text).splitlines()]
    width = _width(raw)
    for each, above in zip(raw, ["", *raw], strict=False):
        if not each:
            gap += 1
            continue
        # A line with room for the next word was ended on purpose.
        is_full = len(above) + 1 + len(each.split(maxsplit=1)[0]) > width - _INDENTED
        if width and is_full and not gap and paragraphs and kind(each) == "text":
            paragraphs[-1][1].append(each)
        else:
            paragraphs.append((gap, [each]))
        gap = 0
    joined = [(before, " ".join(parts)) for before, parts in paragraphs]
    return Page(
        [Line(each, kind(each), before) for before, each in joined if any(map(str.isalnum, each))]
    )


def tidy(text: str) -> str:
    """Return *text* with each run of white space, of any kind, as one space.

    Of a run of accents or other signs that no reader would read, only the beginning stays: to put
    accents in order takes the square of their number.
    """
    text = " ".join(text.split())
    return text if text.isascii() else _SIGNS.sub(r"\1", text)


def kind(text: str) -> Kind:
    """Return what a line of text is by its own looks: a badge, an item of a list, or text."""
    if _BADGE.search(text) and len(text) < 100:
        return "badge"
    return "item" if _BULLET.match(text) else "text"


def bare(text: str) -> str:
    """Return an item of a list without its sign or number."""
    sign = _BULLET.match(text)
    return text[sign.end() :] if sign else text


def _width(lines: list[str]) -> int:
    """Return the width that lines were broken to fit, 0 if they were not: many, and none longer.

    An address has no place to break it, and may be longer.
    """
    full = [len(line) for line in lines if len(line) > _WRAPPED // 2 and " " in line]
    return max(full) if len(full) > 8 and max(full) <= _WRAPPED else 0
