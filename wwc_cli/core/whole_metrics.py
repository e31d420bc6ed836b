"""Whether a figure is one that can be shown, put in order and counted."""

from __future__ import annotations

import typing
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from wwc_cli.core import records

if TYPE_CHECKING:
    from collections.abc import Mapping

_DIRECTIONS = frozenset(typing.get_args(records.Direction))
_KINDS = frozenset(typing.get_args(records.MetricKind))
_QUALIFIERS = frozenset(typing.get_args(records.Qualifier))
_LARGEST = 1e18  # no figure is larger, nor is it what is called infinite or no number
_NUMBERS = frozenset({int, float})
_fields = itemgetter(
    *("direction", "kind", "qualifier", "statement", "subject", "theme"),
    *("unit", "period", "baseline_period", "value", "from_value"),
)


def is_sound(metric: Mapping[str, Any]) -> bool:
    """Tell whether every field of *metric*, which are all there, holds what it can hold.

    In one expression, since a large library has more than a hundred thousand.
    """
    direction, kind, qualifier, statement, subject, theme, *rest = _fields(metric)
    unit, period, baseline, value, start = rest
    try:
        return (
            direction in _DIRECTIONS
            and kind in _KINDS
            and qualifier in _QUALIFIERS
            and type(statement) is type(subject) is type(theme) is str
            and (unit is None or type(unit) is str)
            and (period is None or type(period) is str)
            and (baseline is None or type(baseline) is str)
            and (value is None or (type(value) in _NUMBERS and -_LARGEST < value < _LARGEST))
            and (start is None or (type(start) in _NUMBERS and -_LARGEST < start < _LARGEST))
        )
    except TypeError:  # a list or an object, which cannot be looked for in a set
        return False
