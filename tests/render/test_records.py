"""The formats for programs."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.screens import page
from wwc_cli.render import records
from wwc_cli.views.model import Answer, column

if TYPE_CHECKING:
    from wwc_cli.render.stream import Page

TERMINAL = page(is_terminal=True)


def answer(*rows: dict[str, Any], keys: str = "city text") -> Answer:
    """Return an answer whose rows are its records, with a column a key."""
    return Answer(list(rows), list(rows), [column(key) for key in keys.split()], list)


def csv_cells(made: str, delimiter: str = ",") -> list[list[str]]:
    return list(csv.reader(io.StringIO(made), delimiter=delimiter))


def one_cell(value: object, format_name: str = "csv") -> str:
    """Return what becomes of a value in a cell."""
    made = records.FORMATS[format_name](answer({"city": "Alpha", "text": value}), page())
    return csv_cells(made, {"csv": ",", "tsv": "\t"}[format_name])[1][1]


def test_json_in_a_pipe_has_a_record_a_line() -> None:
    made = records.as_json(answer({"city": "Río"}, {"city": None}), page())
    assert made == '[\n{"city":"Río"},\n{"city":null}\n]\n'


def test_json_on_a_terminal_is_set_out_in_lines() -> None:
    assert (
        records.as_json(answer({"city": "Río"}), TERMINAL) == '[\n  {\n    "city": "Río"\n  }\n]\n'
    )


@pytest.mark.parametrize("where", [page(), TERMINAL], ids=["pipe", "terminal"])
def test_json_of_nothing_is_an_empty_list(where: Page) -> None:
    assert records.as_json(answer(), where) == "[]\n"
    assert records.as_jsonl(answer(), where) == ""


def test_json_of_one_record_is_an_object() -> None:
    one = Answer({"city": {"id": "a"}}, [], [], list)
    assert records.as_json(one, page()) == '{\n  "city": {\n    "id": "a"\n  }\n}\n'
    assert records.as_jsonl(one, page()) == '{"city":{"id":"a"}}\n'


def test_json_lines_have_a_record_each() -> None:
    assert records.as_jsonl(answer({"n": 1}, {"n": 2}), page()) == '{"n":1}\n{"n":2}\n'


@pytest.mark.parametrize("make", [records.as_json, records.as_jsonl])
def test_json_where_not_all_characters_can_be_written_is_ascii_and_the_same(make: Any) -> None:
    made = make(answer({"city": "Río", "sign": "→"}), page(unicode=False))
    assert made.isascii()
    assert json.loads(made.strip("[]\n")) == {"city": "Río", "sign": "→"}


@pytest.mark.parametrize("make", [records.as_csv, records.as_tsv])
def test_a_header_stands_there_also_without_rows(make: Any) -> None:
    assert make(answer(), page()).replace("\t", ",") == "city,text\n"


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (None, ""),
        (True, "true"),
        (False, "false"),
        (0, "0"),
        (1.5, "1.5"),
        ([], ""),
        (["a", "b"], "a; b"),
        (["a", None], "a; "),
        ('say "no", then', 'say "no", then'),
        ("two\nlines", "two\nlines"),
        ({"es": "Río"}, '{"es": "Río"}'),
    ],
)
def test_a_value_becomes_a_cell(value: object, cell: str) -> None:
    assert one_cell(value) == cell


def test_a_cell_of_tsv_has_neither_tab_nor_new_line() -> None:
    made = records.as_tsv(answer({"city": "A\tB", "text": "two\nlines  apart"}), page())
    assert made == "city\ttext\nA B\ttwo lines apart\n"


@pytest.mark.parametrize("format_name", ["csv", "tsv"])
@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0"])
def test_a_text_that_a_spreadsheet_would_run_is_guarded(text: str, format_name: str) -> None:
    assert one_cell(text, format_name) == f"'{text}"
    assert one_cell([text, "b"], format_name) == f"'{text}; b"


def test_a_formula_behind_a_tab_is_guarded() -> None:
    assert one_cell("\t=1+1") == "' =1+1"


@pytest.mark.parametrize("text", [" =1+1", "\n=1+1", "\u00a0@SUM(A1)"])
def test_a_formula_behind_white_space_is_guarded_in_tsv(text: str) -> None:
    assert one_cell(text, "tsv")[0] not in "=+-@"


@pytest.mark.parametrize("format_name", ["csv", "tsv"])
@pytest.mark.parametrize("value", [-5, -0.5])
def test_a_number_below_nothing_is_no_formula(value: float, format_name: str) -> None:
    assert one_cell(value, format_name) == str(value)


@pytest.mark.parametrize("format_name", ["csv", "tsv"])
@pytest.mark.parametrize("text", ["\x1b[2J", "a\u202eb", "\x9b31m"])
def test_a_cell_has_nothing_that_a_terminal_obeys(text: str, format_name: str) -> None:
    assert one_cell(text, format_name).isprintable()
