"""wwc about."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import pytest

from tests import hostile, small_store
from tests.factories import make_entry, make_statement
from tests.test_hostile import assert_harmless
from wwc_cli.render import FORMATS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Answer

    Wwc = Callable[..., Answer]

KEYS = [
    "id",
    "kind",
    "code",
    "term",
    "aliases",
    "date",
    "parent",
    "text",
    "see_also",
    "practices",
    "topics",
    "story_ids",
]
DM1: dict[str, Any] = {
    "id": "dm1",
    "kind": "criterion",
    "code": "DM1",
    "term": {"en": "Sharing Data", "es": None, "pt": None},
    "aliases": [],
    "date": None,
    "parent": "data-management",
    "text": [{"text": "Data are shared.", "basis": "second-hand", "source_ids": ["long"]}],
    "see_also": [],
    "practices": [],
    "topics": [],
    "story_ids": ["rochester-ny", "gone"],
    "members": [],
    "stories": [
        {
            "id": "rochester-ny",
            "city_id": "rochester-ny",
            "city": "Rochester",
            "subdivision": "New York",
            "country": "United States",
            "country_code": "US",
            "headline": "Homes [bold]for[/bold] All: a Plan",
        }
    ],
}


def test_the_json_of_an_entry_is_as_promised(wwc_small: Wwc) -> None:
    result = wwc_small("about", "dm1", "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    found = result.json
    assert list(found) == [*KEYS, "members", "stories", "sources"]
    (source,) = found.pop("sources")
    assert list(source) == [
        *("id", "publisher", "title", "url", "published", "accessed", "language", "note"),
    ]
    assert source["id"] == "long"
    assert found == DM1
    assert list(found["stories"][0]) == list(DM1["stories"][0])
    assert list(found["text"][0]) == ["text", "basis", "source_ids"]
    assert list(found["term"]) == ["en", "es", "pt"]


def test_members_have_the_keys_of_an_entry(wwc_small: Wwc) -> None:
    members = wwc_small("about", "standard", "--json").json["members"]
    assert [list(each) for each in members] == [KEYS, KEYS]


def test_words_need_no_quotes(wwc_small: Wwc) -> None:
    assert wwc_small("about", "datos", "abiertos", "--json").json["id"] == "open-data"


def test_without_a_term_it_is_the_program_in_short(wwc_small: Wwc) -> None:
    result = wwc_small("about", "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.json["id"] == "what-works-cities"


def test_a_guess_is_told_on_stderr(wwc_small: Wwc) -> None:
    result = wwc_small("about", "datos abeirtos", "--json")
    assert result.exit_code == 0
    assert result.json["id"] == "open-data"
    assert result.stderr == "Took 'datos abeirtos' for open data (open-data).\n"


def test_what_nothing_is_called_is_an_error_with_a_way_out(wwc_small: Wwc) -> None:
    result = wwc_small("about", "xyzzy")
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr == (
        "Error: Nothing on the program is called 'xyzzy'.\n"
        "What can be asked for: wwc about. By what cities did: wwc search WORDS.\n"
    )


def test_an_error_in_json_has_the_near_ones(wwc_small: Wwc) -> None:
    result = wwc_small("about", "sliver", "--json")
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.error == {
        "code": 3,
        "message": "Nothing on the program is called 'sliver'.",
        "suggestions": ["silver"],
    }


def test_several_that_fit_are_a_choice(wwc_small: Wwc) -> None:
    result = wwc_small("about", "pilot", "--json")
    assert (result.exit_code, result.error["suggestions"]) == (3, ["pilot-a", "pilot-b"])


def test_csv_has_a_row_a_statement(wwc_small: Wwc) -> None:
    made = wwc_small("about", "DM", "--format", "csv").stdout
    header, *rows = csv.reader(io.StringIO(made))
    assert header == ["id", "kind", "code", "date", "en", "es", "pt", "text", "basis", "source_ids"]
    assert rows == [
        ["data-management", "area", "DM", "", "data management", "", "", "Data are in order.",
         "stated", "long; news"],
        ["dm1", "criterion", "DM1", "", "Sharing Data", "", "", "Data are shared.",
         "second-hand", "long"],
    ]  # fmt: skip


def test_fields_keep_keys_of_the_json_and_columns_of_the_rest(wwc_small: Wwc) -> None:
    assert wwc_small("about", "gold", "--fields", "term,id", "--json").json == {
        "term": {"en": "Gold", "es": "Oro", "pt": "Ouro"},
        "id": "gold",
    }
    made = wwc_small("about", "DM", "--fields", "code,basis", "--format", "csv").stdout
    assert made == "code,basis\nDM,stated\nDM1,second-hand\n"


@pytest.mark.parametrize("format_name", FORMATS)
@pytest.mark.parametrize("term", [[], ["omega"], ["standard"], ["glossary"]], ids=str)
def test_hostile_text_in_an_entry_is_harmless(
    term: list[str], format_name: str, wwc_small: Wwc, store_folder: Path
) -> None:
    said = make_statement(f"So. {hostile.TEXT}")
    entry = make_entry("omega", kind="part", parent="what-works-cities", text=[said])
    named = make_entry("beta", term={"en": hostile.TEXT, "es": hostile.TEXT, "pt": None})
    records = [*small_store.ENTRIES, entry, named]
    table = {"programme": {str(at): record for at, record in enumerate(records, start=1)}}
    (store_folder / "programme.json").write_text(json.dumps(table), "utf-8")
    result = wwc_small("about", *term, "--format", format_name)
    assert (result.exit_code, result.stderr) == (0, "")
    assert_harmless(result.stdout, but="\n\t" if format_name == "tsv" else "\n")


def test_a_damaged_file_is_named(wwc_small: Wwc, store_folder: Path) -> None:
    (store_folder / "programme.json").write_text("{")
    result = wwc_small("about")
    assert (result.exit_code, result.stdout) == (4, "")
    assert "programme.json is damaged" in result.stderr


def test_the_program_in_short_fits_a_screen(wwc: Wwc) -> None:
    result = wwc("about", "--width", "80")
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) < 24
