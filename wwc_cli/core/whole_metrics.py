"""Whether the numbers of a figure can be shown, put in order and added up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

LARGEST = 1e18  # no figure is larger, nor is it what is called infinite or no number


def is_sound(metric: Mapping[str, Any]) -> bool:
    """Tell whether the value of *metric* and what it started from are numbers of this world."""
    value, start = metric["value"], metric["from_value"]
    return (value is None or -LARGEST < value < LARGEST) and (
        start is None or -LARGEST < start < LARGEST
    )
