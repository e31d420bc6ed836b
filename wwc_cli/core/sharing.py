"""What it says that two stories, or two cities, have a topic or a theme in common."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def rarity(frequency: int, total: int) -> float:
    """Return what a tag counts that *frequency* of *total* have: the fewer, the more.

    Inverse document frequency, above 0 even for what all of them have.
    """
    return math.log(1 + total / frequency)


def as_words(tags: Iterable[str]) -> list[str]:
    """Return tags as people read them: `traffic-safety` → `traffic safety`."""
    return [tag.replace("-", " ") for tag in tags]
