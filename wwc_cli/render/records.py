"""The formats for programs: json, jsonl, csv, tsv."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from wwc_cli.core.text import clean

if TYPE_CHECKING:
    from collections.abc import Callable

    from wwc_cli.render.stream import Page
    from wwc_cli.views.model import Answer

# A spreadsheet runs a cell that begins so as a formula (OWASP, "CSV Injection").
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_json(answer: Answer, page: Page) -> str:
    """Return the records as one JSON text; `[]` when there are none.

    Set out in lines for people; in a pipe a record a line, which is much quicker to make.
    """
    records = answer.records
    if page.is_terminal or not isinstance(records, list):
        return json.dumps(records, ensure_ascii=not page.unicode, indent=2) + "\n"
    lines = as_jsonl(answer, page).split("\n")[:-1]
    return "[\n" + ",\n".join(lines) + "\n]\n" if lines else "[]\n"


def as_jsonl(answer: Answer, page: Page) -> str:
    """Return a JSON text a record, each on a line; one line where the answer is one record."""
    records = answer.records if isinstance(answer.records, list) else [answer.records]
    return "".join(
        json.dumps(record, ensure_ascii=not page.unicode, separators=(",", ":")) + "\n"
        for record in records
    )


def as_csv(answer: Answer, _page: Page) -> str:
    """Return the rows as comma-separated values, with a header."""
    return _delimited(answer, ",")


def as_tsv(answer: Answer, _page: Page) -> str:
    """Return the rows as tab-separated values, with a header; no cell has a tab or a new line."""
    return _delimited(answer, "\t")


def _delimited(answer: Answer, delimiter: str) -> str:
    import csv
    import io

    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\n")
    writer.writerow([column.name for column in answer.columns])
    for row in answer.rows:
        cells = [cell(column.cell(row)) for column in answer.columns]
        if delimiter == "\t":
            cells = [" ".join(c.split()) if isinstance(c, str) else c for c in cells]
        writer.writerow([guarded(c) if isinstance(c, str) else c for c in cells])
    return text.getvalue()


def cell(value: object) -> str | int | float:
    """Return a value as one cell: lists joined by `; `, nothing for what is not known."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float | str):
        return value
    if isinstance(value, list):
        return "; ".join(str(cell(item)) for item in value)
    return json.dumps(value, ensure_ascii=False)


def guarded(text: str) -> str:
    """Return *text* safe to open in a spreadsheet: what it would run has a `'` before it."""
    safe = clean(text)
    return f"'{safe}" if text.startswith(_FORMULA) or safe.startswith(_FORMULA) else safe


FORMATS: dict[str, Callable[[Answer, Page], str]] = {
    "json": as_json,
    "jsonl": as_jsonl,
    "csv": as_csv,
    "tsv": as_tsv,
}
