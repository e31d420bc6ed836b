"""The sentence of a story that says why it was found.

Matched words come from the index between two marks of the private use area, which clean text
does not have; a snippet has them in `**`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wwc_cli.core.text import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

OPEN, CLOSE = "\ue000", "\ue001"
OF_PAGE = frozenset({"quotes", "text"})  # words of a saved page, where ours hold nothing
MOST_WORDS = 32
_LEAST_WORTH = 0.1  # of a marked word that is no evidence by itself
_BEFORE = 6  # words kept before the first matched one, where a sentence is too long
_JOINTS = (" ", "-", "–", "'", "’", "")  # between two matched words that are one to the eye


def marked_words(text: str) -> list[str]:
    """Return the words between marks, in order."""
    return [part.partition(CLOSE)[0] for part in text.split(OPEN)[1:]]


def snippet(
    fields: Mapping[str, str], *, weights: Mapping[str, float], worth: Mapping[str, float]
) -> str:
    """Return the sentence that holds most of a query, from the weightiest field; else nothing.

    *fields* are marked texts; *worth* tells what a found word counts (typed more than added).
    Words count as one by their first letters, which is near enough here.
    """
    best, best_value = "", (0.0, 0.0)
    for field, weight in weights.items():
        if best and field in OF_PAGE:
            break
        for line in fields.get(field, "").split("\n"):
            # A sentence holds no more than its line: most lines of a long text can be left.
            if OPEN not in line or (_held(line, worth), weight) <= best_value:
                continue
            for sentence in _marked_sentences(line):
                if (value := (_held(sentence, worth), weight)) > best_value:
                    best, best_value = sentence, value
    return _starred(_window(best))


def _held(text: str, worth: Mapping[str, float]) -> float:
    """Return what the marked words of a text count."""
    held: dict[str, float] = {}
    for word in " ".join(marked_words(text)).split():
        folded = word.casefold()
        held[folded[:5]] = max(held.get(folded[:5], 0), worth.get(folded, _LEAST_WORTH))
    return round(sum(held.values()), 3)


def _marked_sentences(line: str) -> Iterator[str]:
    """Yield the sentences that have a mark in them; a name or a list of words is none."""
    yield from (each for each in sentences(line) if OPEN in each and _is_ended(each))


def _is_ended(sentence: str) -> bool:
    return sentence.replace(CLOSE, "").rstrip(")”\"'").endswith((".", "!", "?"))


def _window(sentence: str) -> str:
    """Return at most `MOST_WORDS` words of *sentence*, around its first matched word."""
    words = sentence.split()
    if len(words) <= MOST_WORDS:
        return sentence
    first = next((at for at, word in enumerate(words) if OPEN in word), 0)
    start = max(0, min(first - _BEFORE, len(words) - MOST_WORDS))
    end = start + MOST_WORDS
    before, after = "… " if start else "", " …" if end < len(words) else ""
    return f"{before}{' '.join(words[start:end])}{after}"


def _starred(text: str) -> str:
    for joint in _JOINTS:
        text = text.replace(f"{CLOSE}{joint}{OPEN}", joint)
    return text.replace(OPEN, "**").replace(CLOSE, "**")
