"""Text as data: made safe to show, folded to be compared, put into sentences.

Not here: splitting a query into terms (query.py), recognising a city (resolve.py).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def clean(text: str) -> str:
    """Return *text* without what could move a cursor, hide or reverse other text."""
    if is_clean(text):
        return text
    from wwc_cli.core import unsafe

    return unsafe.removed(text)


def is_clean(text: str) -> bool:
    """Tell whether *text* is surely safe to show; nearly all text is, and this is quick."""
    return text.replace("\n", "").isprintable()


def fold(text: str) -> str:
    """Return *text* without accents and case, for comparing: `Medellín` → `medellin`."""
    if text.isascii():
        return text.lower()
    import unicodedata

    return re.sub("[\u0300-\u036f]+", "", unicodedata.normalize("NFKD", text)).casefold()


def words(text: str) -> list[str]:
    """Return the folded words of *text*: runs of letters and digits."""
    return re.findall(r"[^\W_]+", fold(text))


_LONGEST_WORD = 80  # characters that are looked at to tell an abbreviation


def sentences(text: str) -> Iterator[str]:
    """Yield the sentences of a line of *text*; what follows the last full stop comes last.

    A stop after a short word or a capital letter is an abbreviation (St., U.S., Ras J.) more
    often than an end.
    """
    start = 0
    # Only words that end in a sign can end a sentence, and only few do.
    for found in re.finditer(r"[^\w\s](?=\s|$)", text):
        end = found.end()
        word = text[max(start, end - _LONGEST_WORD) : end].rsplit(maxsplit=1)[-1]
        bare = word.rstrip(")”\"'\ue001").replace("\ue000", "").replace("\ue001", "")
        letters = bare[:-1].replace(".", "")
        short = letters.isalpha() and (len(letters) < 3 or letters.isupper())
        if bare.endswith((".", "!", "?")) and not (short and bare.endswith(".")):
            yield " ".join(text[start:end].split())
            start = end
    if rest := text[start:].split():
        yield " ".join(rest)


def join(items: Sequence[str], *, last: str = "and") -> str:
    """Return `a`, `a and b`, or `a, b and c`."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def count(number: int, noun: str, plural: str | None = None) -> str:
    """Return `1 story`, `24 stories`: a number with its noun."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
