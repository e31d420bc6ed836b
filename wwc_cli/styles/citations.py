"""The styles of `wwc cite`: each a function from an item of CSL-JSON to text.

`apa(item)` and its like give one citation without the end of its last line; `text(items, style=…)`
gives a whole bibliography as a file has it.
"""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

from wwc_cli.styles.bibtex import bibtex
from wwc_cli.styles.prose import apa, chicago, chicago_markdown, markdown
from wwc_cli.styles.ris import NEWLINE, ris

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from wwc_cli.core.citation_records import Item

    Style = Callable[[Item], str]

__all__ = [
    "LANGUAGES",
    "STYLES",
    "apa",
    "as_markdown",
    "bibtex",
    "chicago",
    "csl_json",
    "markdown",
    "ris",
    "style",
    "text",
]


def csl_json(item: Item) -> str:
    """Return an item as JSON; a file of CSL-JSON is an array of them."""
    return json.dumps(item, ensure_ascii=False, indent=2)


# As the user types it: its function.
STYLES: dict[str, Style] = {
    "apa": apa,
    "chicago": chicago,
    "bibtex": bibtex,
    "ris": ris,
    "csl-json": csl_json,
    "markdown": markdown,
}
# The styles that Markdown can say as prose; the others are code there.
_AS_MARKDOWN: dict[str, Style] = {
    "apa": markdown,
    "chicago": chicago_markdown,
    "markdown": markdown,
}
# What the styles for programs are written in, where that has a name of its own.
LANGUAGES = {"bibtex": "bibtex", "csl-json": "json"}
# What the name of an output file says of the style.
_ENDINGS = {"bib": "bibtex", "ris": "ris"}


def style(named: str | None, *, path: str | None) -> str:
    """Return the style that is asked for: by name, else by the ending of *path*, else APA."""
    ending = os.path.splitext(path or "")[1].removeprefix(".").lower()
    return named or _ENDINGS.get(ending, "apa")


def text(items: Iterable[Item], *, style: str) -> str:
    """Return all of *items* as a file of *style*; nothing, or an empty array, for none."""
    if style == "csl-json":
        return json.dumps(list(items), ensure_ascii=False, indent=2) + "\n"
    made = [STYLES[style](item) for item in items]
    if style == "ris":
        return "".join(f"{record}{NEWLINE}" for record in made)
    return "\n\n".join(made) + "\n" * bool(made)


def as_markdown(items: Iterable[Item], *, style: str) -> str | None:
    """Return a bibliography as Markdown; `None` for a style that is for programs."""
    if style not in _AS_MARKDOWN:
        return None
    return "\n\n".join(_AS_MARKDOWN[style](item) for item in items)
