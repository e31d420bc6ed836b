"""The tables for spreadsheets."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from tests import small_store
from tests.exporters.taking import of_store, taken
from tests.exporters.test_tables import COLUMNS
from tests.factories import make_metric, make_story
from wwc_cli.exporters import csv_files

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from wwc_cli.core.catalogue import Catalogue


def cells(lines: Iterable[str]) -> list[list[str]]:
    return list(csv.reader(io.StringIO("".join(lines), newline="")))


def test_a_file_a_table_with_a_header_also_above_nothing(small: Catalogue, tmp_path: Path) -> None:
    csv_files.csv(taken(small, countries=["Chile"]), str(tmp_path))
    assert {path.stem for path in tmp_path.iterdir()} == set(COLUMNS)
    for name, columns in COLUMNS.items():
        made = (tmp_path / f"{name}.csv").read_bytes()
        assert made.startswith("\ufeff".encode())
        header, *rows = cells([made.decode("utf-8-sig")])
        assert header == columns.split()
        assert all(len(row) == len(header) for row in rows)
    assert (tmp_path / "stories.csv").read_text("utf-8-sig").count("\n") == 1


def test_one_table_is_the_same_as_its_file(small: Catalogue, tmp_path: Path) -> None:
    found = taken(small)
    csv_files.csv(found, str(tmp_path))
    for name in COLUMNS:
        lines = "".join(csv_files.one_table(found, name))
        assert lines == (tmp_path / f"{name}.csv").read_text("utf-8-sig")


def test_a_row_of_figures(small: Catalogue) -> None:
    _, *rows = cells(csv_files.one_table(taken(small, cities=["rochester-ny"]), "metrics"))
    assert rows[0] == [
        *("rochester-ny", "1", "rochester-ny", "Days to a permit went from 6 to 2.", "2", "6"),
        *("days", "decrease", "wait for a permit", "service-speed", "outcome", "exact", "", ""),
    ]


@pytest.mark.parametrize("formula", ["=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0"])
def test_a_text_that_a_spreadsheet_would_run_is_guarded(formula: str, tmp_path: Path) -> None:
    story = make_story(headline=formula, tools=[formula], metrics=[make_metric(value=-5)])
    found = of_store(tmp_path, stories=[story])
    assert cells(csv_files.one_table(found, "stories"))[1][2] == f"'{formula}"
    assert cells(csv_files.one_table(found, "tools"))[1][2] == f"'{formula}"
    assert cells(csv_files.one_table(found, "metrics"))[1][4] == "-5"


def test_a_new_line_in_a_text_stays_in_its_cell(tmp_path: Path) -> None:
    found = of_store(tmp_path, stories=[make_story(summary='one\n"two", three')])
    header, row = cells(csv_files.one_table(found, "stories"))
    assert row[header.index("summary")] == 'one\n"two", three'


def test_for_programs_cells_are_as_they_are(tmp_path: Path) -> None:
    folder = tmp_path / "made"
    folder.mkdir()
    found = of_store(tmp_path, stories=[make_story(headline="=1+1")])
    csv_files.write_tables(found, str(folder), for_spreadsheet=False)
    header, row = cells([(folder / "stories.csv").read_text("utf-8")])
    assert (header[0], row[2]) == ("id", "=1+1")


def test_rows_are_in_the_order_of_the_files(small: Catalogue) -> None:
    _, *rows = cells(csv_files.one_table(taken(small), "cities"))
    assert [row[0] for row in rows] == [city["id"] for city in small_store.CITIES]
