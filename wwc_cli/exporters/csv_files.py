"""csv: the flat tables for spreadsheets, a file a table or one of them as a text.

What a spreadsheet would run as a formula is guarded; programs that take every cell as it is are
better served by a data package (datapackage.py).
"""

from __future__ import annotations

import csv as comma_separated
import os
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

from wwc_cli.exporters import flat, tables
from wwc_cli.render.records import cell, guarded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wwc_cli.core.extract import Extract
    from wwc_cli.exporters.flat import FlatTable, Row


def csv(taken: Extract, folder: str) -> None:
    """Write a file a table into *folder*, each with a byte-order mark, for Excel."""
    write_tables(taken, folder, for_spreadsheet=True)


def one_table(taken: Extract, name: str) -> Iterator[str]:
    """Yield the lines of one table, its header first."""
    table = tables.BY_NAME[name]
    line = _Line()
    writer = comma_separated.writer(line, lineterminator="\n")
    writer.writerow(_header(table))
    yield line.text
    for _, row in flat.rows(taken, [table]):
        writer.writerow(_cells(table, row, guard=True))
        yield line.text


def write_tables(taken: Extract, folder: str, *, for_spreadsheet: bool) -> None:
    """Write every table as TABLE.csv into *folder*; a table without rows has its header."""
    encoding = "utf-8-sig" if for_spreadsheet else "utf-8"
    writers: dict[str, Any] = {}
    with ExitStack() as opened:
        for table in tables.TABLES:
            path = os.path.join(folder, f"{table.name}.csv")
            file = opened.enter_context(open(path, "w", encoding=encoding, newline=""))
            writers[table.name] = comma_separated.writer(file, lineterminator="\n")
            writers[table.name].writerow(_header(table))
        for table, row in flat.rows(taken, tables.TABLES):
            writers[table.name].writerow(_cells(table, row, guard=for_spreadsheet))


def _header(table: FlatTable) -> list[str]:
    return [field.name for field in table.fields]


def _cells(table: FlatTable, row: Row, *, guard: bool) -> list[str | int | float]:
    cells = [cell(row[field.name]) for field in table.fields]
    return [guarded(each) if isinstance(each, str) else each for each in cells] if guard else cells


class _Line:
    """A file of one line: what a writer last wrote."""

    text = ""

    def write(self, text: str) -> None:
        """Take the line."""
        self.text = text
