"""Words and their stems, by the tokenizer of the index itself, so that both always agree."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

# How FTS5 parts text into words and brings them to their stems, for index and query alike.
TOKENIZER = "porter unicode61 remove_diacritics 2"


class Stemmer:
    """Stems of folded words, asked of FTS5 in batches and remembered.

    *look_up* gives the stems of those words that are known somewhere already, which is quicker.
    """

    def __init__(self, look_up: Callable[[list[str]], dict[str, str]] | None = None) -> None:
        self._known: dict[str, str] = {}
        self._look_up = look_up
        self._tokenizer: sqlite3.Connection | None = None

    def close(self) -> None:
        """Let go of the index in memory; stems already learned stay known."""
        if self._tokenizer is not None:
            self._tokenizer.close()
            self._tokenizer = None

    def learn(self, words: Iterable[str]) -> None:
        """Find the stems of *words* at once, which is much quicker than one by one."""
        new = [word for word in dict.fromkeys(words) if word not in self._known]
        if new and self._look_up:
            self._known.update(self._look_up(new))
            new = [word for word in new if word not in self._known]
        if not new:
            return
        if self._tokenizer is None:
            # An index in memory that holds the words, and a view of what it made of them.
            self._tokenizer = sqlite3.connect(":memory:")
            self._tokenizer.executescript(
                f"CREATE VIRTUAL TABLE word USING fts5(text, tokenize = '{TOKENIZER}');"
                "CREATE VIRTUAL TABLE stem USING fts5vocab(word, instance);"
            )
        first = len(self._known)
        self._tokenizer.executemany(
            "INSERT INTO word (rowid, text) VALUES (?, ?)", enumerate(new, start=first)
        )
        stems = dict(self._tokenizer.execute("SELECT doc, term FROM stem WHERE doc >= ?", [first]))
        self._known.update((word, stems.get(at, word)) for at, word in enumerate(new, start=first))

    def stem(self, word: str) -> str:
        """Return the stem of a folded word: `evictions` → `evict`."""
        if word not in self._known:
            self.learn([word])
        return self._known[word]

    def key(self, words: Iterable[str]) -> str:
        """Return the stems of *words* as one key, by which phrases are compared."""
        return " ".join(map(self.stem, words))
