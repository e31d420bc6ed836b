"""A page saved as text → its lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wwc_cli.core.text import clean
from wwc_cli.importers.line import Line, Page

if TYPE_CHECKING:
    from wwc_cli.importers.line import Kind

# A longest line below this is where a terminal or an editor has broken the lines.
_WRAPPED = 100
_BULLET = re.compile(r"(?:[•●▪◦‣∙·*+-]|\d{1,2}[.)])\s+(?=\S)")
_BADGE = re.compile(r"\b(silver|gold|platinum) certification badge\b", re.IGNORECASE)


def page(text: str) -> Page:
    """Return the page that *text* is, line by line; lines that a terminal broke are joined."""
    lines: list[Line] = []
    gap = 0
    raw = [tidy(each) for each in clean(text).splitlines()]
    joined = _is_wrapped(raw)
    for each in raw:
        if not each:
            gap += 1
            continue
        if joined and not gap and lines and not _BULLET.match(each):
            lines[-1] = lines[-1].replaced(text=f"{lines[-1].text} {each}")
            continue
        if any(map(str.isalnum, each)):
            lines.append(Line(each, kind(each), gap))
        gap = 0
    return Page(lines)


def tidy(text: str) -> str:
    """Return *text* with each run of white space, of any kind, as one space."""
    return " ".join(text.split())


def kind(text: str) -> Kind:
    """Return what a line of text is by its own looks: a badge, an item of a list, or text."""
    if _BADGE.search(text) and len(text) < 100:
        return "badge"
    return "item" if _BULLET.match(text) else "text"


def bare(text: str) -> str:
    """Return an item of a list without its sign or number."""
    sign = _BULLET.match(text)
    return text[sign.end() :] if sign else text


def _is_wrapped(lines: list[str]) -> bool:
    """Tell whether lines were broken to fit a width: many, and none longer than that."""
    full = [line for line in lines if len(line) > _WRAPPED // 2]
    return len(full) > 8 and max(map(len, lines)) <= _WRAPPED
