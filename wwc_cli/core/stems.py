"""Which words are one word to the index: those that its own tokenizer brings to one stem."""

from __future__ import annotations

import sqlite3
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# How FTS5 parts text into words and brings them to their stems, for index and query alike.
TOKENIZER = "porter unicode61 remove_diacritics 2"


class Stems:
    """The terms of a query, asked for by any word that has the stem of one."""

    def __init__(self, terms: Sequence[str]) -> None:
        self.terms = list(terms)
        self._known: dict[str, str | None] = {term: term for term in terms}

    @cached_property
    def _index(self) -> sqlite3.Connection:
        index = sqlite3.connect(":memory:")
        index.execute(f"CREATE VIRTUAL TABLE term USING fts5(word, tokenize='{TOKENIZER}')")
        index.executemany("INSERT INTO term VALUES (?)", [(term,) for term in self.terms])
        return index

    def term_of(self, word: str) -> str | None:
        """Return the term that *word* (folded) stands for, itself or by its stem, if any."""
        if word not in self._known:
            row = self._index.execute(
                "SELECT word FROM term WHERE term MATCH ? ORDER BY rowid", [f'"{word}"']
            ).fetchone()
            self._known[word] = row[0] if row else None
        return self._known[word]
