"""Which story is which: by city and headline, and by an id that says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wwc_cli.core.text import words

if TYPE_CHECKING:
    from collections.abc import Container


def story_key(city_id: str, headline: str) -> tuple[str, str]:
    """Return what tells a story from others: its city, and the letters of its headline."""
    return city_id, "".join(words(headline))


def free_id(city_id: str, headline: str, taken: Container[str]) -> str:
    """Return an id that is not *taken*: the city's, or with as many words as it needs behind it."""
    made = city_id
    for word in (each for each in words(headline) if len(each) > 2):
        if made not in taken:
            return made
        made = f"{made}-{word}"
    number = 2
    while made in taken:
        made, number = f"{city_id}-{number}", number + 1
    return made
