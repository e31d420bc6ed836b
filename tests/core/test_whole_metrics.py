"""What a figure must be to be shown, put in order and counted."""

from __future__ import annotations

from typing import Any

import pytest

from tests.factories import make_metric, make_story
from wwc_cli.core import whole
from wwc_cli.core.whole_metrics import is_sound
from wwc_cli.errors import DataError


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"value": 0, "from_value": -1.5},
        {"value": 22_000_000_000, "unit": "USD"},
        {"value": None, "unit": None, "period": None, "baseline_period": None},
        {"note": ["a key of the user's own"]},
    ],
)
def test_a_sound_figure(changes: dict[str, Any]) -> None:
    assert is_sound(make_metric(**changes))


@pytest.mark.parametrize(
    "changes",
    [
        {"value": "19"},
        {"value": [19]},
        {"value": True},
        {"value": float("nan")},
        {"value": float("inf")},
        {"from_value": 10**40},
        {"unit": 5},
        {"unit": ["percent"]},
        {"direction": "down"},
        {"direction": None},
        {"direction": ["decrease"]},
        {"kind": "result"},
        {"qualifier": {}},
        {"statement": None},
        {"subject": 5},
        {"theme": None},
        {"period": 2024},
        {"baseline_period": {}},
    ],
)
def test_a_story_with_what_is_no_figure_is_not_whole(changes: dict[str, Any]) -> None:
    story: Any = make_story(metrics=[make_metric(), make_metric(**changes)])
    with pytest.raises(DataError, match="one of its metrics is not whole"):
        whole.check({"stories": [story]}, path="library.json")
