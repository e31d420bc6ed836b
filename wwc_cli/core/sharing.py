"""What it says that two stories, or two cities, have a topic or a theme in common."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from wwc_cli.core.text import join

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def rarity(frequency: int, total: int) -> float:
    """Return what a tag counts that *frequency* of *total* have: the fewer, the more.

    Inverse document frequency, above 0 even for what all of them have.
    """
    return math.log(1 + total / frequency)


def as_words(tags: Iterable[str]) -> list[str]:
    """Return tags as people read them: `traffic-safety` → `traffic safety`."""
    return [tag.replace("-", " ") for tag in tags]


def listed(words: Sequence[str]) -> str:
    """Return `a, b and c`; a comma before the last `and` where one of the words has its own.

    `health and wellbeing, and housing` are two topics.
    """
    if len(words) > 1 and any(" and " in word for word in words):
        return f"{', '.join(words[:-1])}, and {words[-1]}"
    return join(words)
