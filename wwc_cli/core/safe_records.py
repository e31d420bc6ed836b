"""Records made safe to show on their way into the catalogue, and their JSON."""

from __future__ import annotations

import json
from typing import Any

from wwc_cli.core.text import clean

as_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def safe(record: Any) -> Any:  # noqa: ANN401 - whatever JSON holds, the same shape back
    """Return *record* with every string in it safe to show."""
    return safe_with_json(record)[0]


def safe_with_json(record: Any) -> tuple[Any, str]:  # noqa: ANN401 - as above
    """Return *record* with every string in it safe to show, and as JSON.

    Nearly every record is so already, which its JSON tells at once: there, an unsafe character
    is one that cannot be printed, or an escape.
    """
    text = as_json(record)
    if text.isprintable() and "\\" not in text.replace('\\"', ""):
        return record, text
    cleaned = _cleaned(record)
    return cleaned, as_json(cleaned)


def _cleaned(value: Any) -> Any:  # noqa: ANN401 - as above
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [_cleaned(item) for item in value]
    if isinstance(value, dict):
        return {key: _cleaned(item) for key, item in value.items()}
    return value
