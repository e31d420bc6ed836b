"""wwc export: what goes where; what is in each format, tests/exporters/."""

from __future__ import annotations

import csv
import io
import json
import os
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from tests import hostile, process, small_store
from tests.benchmarks import synthetic
from tests.factories import make_city, make_source, make_story
from wwc_cli.exporters import FORMATS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Answer

    Wwc = Callable[..., Answer]

COUNTS = "9 cities, 4 stories, 10 certifications and 6 sources"
FOLDERS = {"csv", "datapackage", "markdown"}


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def message(result: Answer) -> str:
    """Return what is wrong, be it told in words or, as jsonl asks for, in JSON."""
    if result.stderr.startswith("{"):
        return str(result.error["message"])
    return result.stderr.removeprefix("Error: ")


def test_a_line_of_jsonl_names_its_table(wwc_small: Wwc) -> None:
    result = wwc_small("export", "--format", "jsonl")
    assert (result.exit_code, result.stderr) == (0, "")
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert [list(line) for line in lines] == [["table", "record"]] * len(lines)
    assert lines[0] == {"table": "cities", "record": small_store.CITIES[0]}
    assert len(lines) == 9 + 4 + 10 + 6 + 3


def test_the_ending_of_the_name_chooses_the_format(wwc_small: Wwc, here: Path) -> None:
    for name in ("wwc.jsonl", "wwc.geojson", "wwc.sqlite"):
        result = wwc_small("export", name)
        counts = "9 cities" if name == "wwc.geojson" else COUNTS
        assert (result.exit_code, result.stdout) == (0, "")
        assert result.stderr == f"Wrote {name}: {counts}.\n"
    assert names(here) == ["wwc.geojson", "wwc.jsonl", "wwc.sqlite"]
    assert json.loads((here / "wwc.geojson").read_text("utf-8"))["type"] == "FeatureCollection"
    with closing(sqlite3.connect(here / "wwc.sqlite")) as connection:
        assert connection.execute("SELECT count(*) FROM stories").fetchone() == (4,)


@pytest.mark.parametrize("format_name", FORMATS)
def test_every_format_can_be_written(format_name: str, wwc_small: Wwc, here: Path) -> None:
    result = wwc_small("export", "--format", format_name, "made")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith("Wrote made: 9 cities")
    assert (here / "made").is_dir() == (format_name in FOLDERS)
    assert names(here) == ["made"]


def test_output_is_the_same_as_the_destination(wwc_small: Wwc, here: Path) -> None:
    assert wwc_small("export", "--output", "wwc.jsonl").exit_code == 0
    assert names(here) == ["wwc.jsonl"]
    both = wwc_small("export", "a.jsonl", "--output", "b.jsonl")
    assert (both.exit_code, both.stdout) == (2, "")
    assert "give one" in both.stderr


@pytest.mark.parametrize("format_name", ["jsonl", "geojson", "opensearch"])
def test_stdout_gets_what_the_file_gets(format_name: str, wwc_small: Wwc, here: Path) -> None:
    wwc_small("export", "--format", format_name, "made")
    for arguments in ([], ["-"], ["--output", "-"]):
        result = wwc_small("export", "--format", format_name, *arguments)
        assert (result.exit_code, result.stderr) == (0, "")
        assert result.stdout == (here / "made").read_text("utf-8")


def test_one_table_of_csv_goes_to_stdout_and_with_a_mark_for_excel_to_a_file(
    wwc_small: Wwc, here: Path
) -> None:
    call = ["export", "--format", "csv", "--table", "people"]
    result = wwc_small(*call)
    assert (result.exit_code, result.stderr) == (0, "")
    header, *rows = csv.reader(io.StringIO(result.stdout))
    assert header == ["story_id", "position", "name", "role"]
    assert rows[0] == ["alpha-nj", "1", "Ana Pérez", "Mayor"]
    written = wwc_small("export", "people.csv", "--table", "people")
    assert (written.exit_code, written.stderr) == (0, "Wrote people.csv.\n")
    made = (here / "people.csv").read_bytes()
    assert made == b"\xef\xbb\xbf" + result.stdout.encode()


def test_filters_choose_stories_and_what_belongs_to_them_comes_along(wwc_small: Wwc) -> None:
    result = wwc_small(
        "export", "--format", "jsonl", "--topic", "housing", "--state", "NY", "--level", "silver"
    )
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    ids = [(line["table"], line["record"].get("id")) for line in lines]
    assert [pair for pair in ids if pair[0] != "topics"] == [
        ("cities", "rochester-ny"),
        ("stories", "rochester-ny"),
        ("certifications", None),
        ("sources", "geonames"),
        ("sources", "news"),
        ("sources", "story-rochester-ny"),
    ]


def test_cities_are_named_as_everywhere_and_a_slip_is_told(wwc_small: Wwc) -> None:
    result = wwc_small("export", "--format", "jsonl", "--table", "cities", "--city", "Medelin")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["id"] == "medellin-co"
    assert "Took 'Medelin' for Medellín" in result.stderr
    unknown = wwc_small("export", "--format", "jsonl", "--city", "Paris")
    assert (unknown.exit_code, unknown.stdout) == (3, "")


def test_filters_that_leave_nothing_are_answered(wwc_small: Wwc) -> None:
    nothing = ["export", "--origin", "library"]
    empty = wwc_small(*nothing, "--format", "geojson")
    assert (empty.exit_code, empty.json["features"]) == (0, [])
    assert wwc_small(*nothing, "--format", "jsonl", "--table", "stories").stdout == ""
    table = wwc_small(*nothing, "--format", "csv", "--table", "tools")
    assert table.stdout == "story_id,position,name\n"
    assert wwc_small(*nothing, "a.sqlite").stderr == (
        "Wrote a.sqlite: 0 cities, 0 stories, 0 certifications and 0 sources.\n"
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "Say in which format"),
        (["wwc.json"], "'wwc.json' does not say in which format"),
        (["wwc.csv"], "A CSV file holds one table."),
        (["--format", "sqlite"], "cannot go to stdout"),
        (["--format", "markdown", "-"], "cannot go to stdout"),
        (["wwc.sqlite", "--table", "cities"], "--table goes with csv and jsonl"),
        (["--format", "xml"], "'xml' is not one of"),
        (["--format", "csv", "--table", "figures"], "'figures' is not one of"),
        (["a.jsonl", "--topic", "magic"], "No topic is called 'magic'"),
    ],
)
def test_what_cannot_be_is_a_mistake_and_writes_nothing(
    arguments: list[str], said: str, wwc_small: Wwc, here: Path
) -> None:
    result = wwc_small("export", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr
    assert names(here) == []


@pytest.mark.parametrize("format_name", FORMATS)
def test_what_is_there_is_written_over_only_where_that_is_asked_for(
    format_name: str, wwc_small: Wwc, here: Path
) -> None:
    call = ["export", "--format", format_name, "made"]
    first = wwc_small(*call)
    files = {path: path.read_bytes() for path in here.rglob("*") if path.is_file()}
    again = wwc_small(*call)
    assert (again.exit_code, again.stdout) == (1, "")
    assert message(again).startswith("Cannot write made: the")
    assert "--force" in again.stderr
    assert {path: path.read_bytes() for path in here.rglob("*") if path.is_file()} == files
    forced = wwc_small(*call, "--force")
    assert (forced.exit_code, forced.stderr) == (0, first.stderr)
    assert {path: path.read_bytes() for path in here.rglob("*") if path.is_file()} == files


@pytest.mark.parametrize("format_name", FORMATS)
def test_a_place_that_cannot_be_is_named(format_name: str, wwc_small: Wwc, here: Path) -> None:
    result = wwc_small("export", "--format", format_name, "no-such-folder/made")
    assert (result.exit_code, result.stdout) == (1, "")
    assert message(result).startswith("Cannot write no-such-folder/made: ")
    assert names(here) == []


FULL = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000))
from wwc_cli.cli import main
main(sys.argv[1:])
"""


@pytest.mark.skipif(os.name == "nt", reason="there is no limit to set")
@pytest.mark.parametrize("format_name", FORMATS)
def test_a_disk_that_fills_up_leaves_nothing_half_written(
    format_name: str, here: Path, tmp_path: Path
) -> None:
    warm = str(tmp_path / "warm")
    assert process.run("list-certified", WWC_HOME=warm).returncode == 0
    ended = process.python(
        "-c", FULL, "export", "--format", format_name, str(here / "made"), WWC_HOME=warm
    )
    assert (ended.returncode, ended.stdout) == (1, b"")
    assert f"Cannot write {here / 'made'}: " in ended.stderr.decode()
    assert b"Traceback" not in ended.stderr
    assert names(here) == []


def test_a_reader_that_has_enough_ends_it_quietly() -> None:
    script = f"{' '.join(process.WWC)} export --format jsonl | head -n 1"
    ended = process.python("-c", f"import subprocess; subprocess.run({script!r}, shell=True)")
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert json.loads(ended.stdout)["table"] == "cities"


def test_where_stdout_has_no_accents_json_is_escaped_and_csv_without_them() -> None:
    arguments = ["export", "--city", "medellin-co", "--table", "cities"]
    for format_name, said in (("jsonl", rb"Medell\u00edn"), ("csv", b",Medellin,")):
        ended = process.run(*arguments, "--format", format_name, PYTHONIOENCODING="ascii")
        assert (ended.returncode, ended.stderr) == (0, b"")
        assert said in ended.stdout


def test_an_error_is_json_where_json_lines_were_asked_for(wwc_small: Wwc) -> None:
    result = wwc_small("export", "--format", "jsonl", "--topic", "magic")
    assert (result.exit_code, result.error["code"]) == (2, 2)


def test_color_and_width_may_stand_after_it_as_everywhere(wwc_small: Wwc) -> None:
    result = wwc_small("export", "--format", "geojson", "--color", "never", "--width", "80")
    assert result.exit_code == 0


def test_an_export_without_a_damaged_library_says_so(
    wwc_small: Wwc, home: Path, here: Path
) -> None:
    (home / "library.json").write_text("{")
    result = wwc_small("export", "wwc.sqlite")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "Warning: " in result.stderr
    assert str(home / "library.json") in result.stderr
    assert names(here) == ["wwc.sqlite"]


def test_hostile_records_are_exported_in_every_format(
    wwc_small: Wwc, home: Path, here: Path
) -> None:
    hostile.write_library(home)
    for format_name in FORMATS:
        result = wwc_small("export", "--format", format_name, f"made-{format_name}")
        assert (result.exit_code, result.stdout) == (0, "")
    assert len(names(here)) == len(FORMATS)


def test_the_stories_of_one_library_become_those_of_another(
    wwc_small: Wwc, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own: dict[str, list[Any]] = {
        "cities": [make_city("erewhon-nj")],
        "stories": [make_story("erewhon-nj", origin="library", source_ids=["own"])],
        "sources": [make_source("own")],
    }
    numbered = {name: {"1": records[0]} for name, records in own.items()}
    (home / "library.json").write_text(json.dumps(numbered))
    made = wwc_small("export", "--format", "jsonl", "--origin", "library").stdout
    tables: dict[str, dict[str, Any]] = {}
    for line in map(json.loads, made.splitlines()):
        table = tables.setdefault(line["table"], {})
        table[str(len(table) + 1)] = line["record"]
    other = tmp_path / "other"
    other.mkdir()
    (other / "library.json").write_text(json.dumps({name: tables[name] for name in own}))
    before = wwc_small("show", "erewhon-nj", "--json").json
    monkeypatch.setenv("WWC_HOME", str(other))
    assert wwc_small("show", "erewhon-nj", "--json").json == before
    assert before["stories"] == own["stories"]


def test_a_large_library_is_read_in_parts(
    wwc_small: Wwc, home: Path, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from wwc_cli import paths

    monkeypatch.setattr(paths, "store", lambda: str(synthetic.DATA))
    synthetic.write(450, home)
    assert wwc_small("export", "wwc.sqlite").exit_code == 0
    with closing(sqlite3.connect(here / "wwc.sqlite")) as connection:
        ((count,),) = connection.execute("SELECT count(*) FROM stories WHERE origin = 'library'")
        assert count == 450
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
