"""wwc cite."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import bibtexparser
import pytest
import rispy

from tests import process
from tests.core.stores import write_library
from tests.factories import make_source, make_story
from wwc_cli.core import dataset

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Answer

    Wwc = Callable[..., Answer]

APA = "City News. (2024, January 23). Title of story-alpha-nj. https://example.org/story-alpha-nj"
ALPHA = {
    "story_id": "alpha-nj",
    "city_id": "alpha-nj",
    "city": "Alpha",
    "source_id": "story-alpha-nj",
    "key": "wwc-alpha-nj",
    "style": "apa",
    "text": APA,
    "item": {
        "id": "wwc-alpha-nj",
        "type": "webpage",
        "title": "Title of story-alpha-nj",
        "author": [{"literal": "City News"}],
        "issued": {"date-parts": [[2024, 1, 23]]},
        "URL": "https://example.org/story-alpha-nj",
        "language": "en",
    },
}
STORE = [
    *("key", "title", "version", "authors", "license", "url", "released", "sha256", "style"),
    *("text", "item"),
]


def test_a_story_is_cited_in_apa_on_one_line(wwc_small: Wwc) -> None:
    result = wwc_small("cite", "Alpha")
    assert (result.exit_code, result.stdout, result.stderr) == (0, f"{APA}\n", "")


def test_the_json_of_a_citation_is_as_promised(wwc_small: Wwc) -> None:
    result = wwc_small("cite", "Alpha", "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    (record,) = result.json
    assert list(record.items()) == list(ALPHA.items())
    assert list(record["item"]) == list(ALPHA["item"])


def test_the_json_of_the_store_is_as_promised(wwc_small: Wwc, store_folder: Path) -> None:
    result = wwc_small("cite", "--data", "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    record = result.json
    assert list(record) == STORE
    assert record["sha256"] == dataset.checksum(str(store_folder))
    assert (record["url"], record["released"]) == (None, None)
    assert record["sha256"] in record["text"]
    assert list(record["item"]) == [
        "id", "type", "title", "author", "version", "language", "note", "abstract"
    ]  # fmt: skip


def test_the_store_is_cited_without_reading_it_whole(wwc_small: Wwc, store_folder: Path) -> None:
    (store_folder / "stories.json").write_text("{")
    result = wwc_small("cite", "--data")
    assert result.exit_code == 0
    assert dataset.checksum(str(store_folder)) in result.stdout


@pytest.mark.parametrize(
    "how", [["--style", "csl-json"], ["--style", "csl-json", "--json"],
            ["--style", "csl-json", "--output", "refs.json"]],
    ids=["text", "json", "file"],
)  # fmt: skip
def test_csl_json_is_csl_json_however_it_is_asked_for(
    how: list[str], wwc_small: Wwc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = wwc_small("cite", "Alpha", *how)
    text = (tmp_path / "refs.json").read_text("utf-8") if "--output" in how else result.stdout
    assert json.loads(text) == [ALPHA["item"]]


@pytest.mark.parametrize("width", ["20", "80", "140"])
@pytest.mark.parametrize("style", ["apa", "chicago", "bibtex", "ris", "csl-json", "markdown"])
def test_a_citation_is_not_folded(style: str, width: str, wwc: Wwc) -> None:
    cities = ["New Orleans", "Bogotá", "Philly"]
    shown = wwc("cite", *cities, "--style", style, "--width", width, "--color", "always").stdout
    assert "\x1b" not in shown
    assert "collaboration-and-data-to-increase-opportunity-d23f3eed14de" in shown
    assert shown == wwc("cite", *cities, "--style", style, "--format", "plain").stdout


def test_a_file_of_bibtex_or_ris_is_named_by_its_ending(wwc: Wwc, tmp_path: Path) -> None:
    cities = ["Newark", "Bogotá", "Issaquah"]
    keys = ["wwc-newark-nj", "wwc-bogota-co", "wwc-issaquah-wa"]
    for name in ("refs.bib", "refs.ris"):
        result = wwc("cite", *cities, "--output", str(tmp_path / name))
        assert (result.exit_code, result.stdout) == (0, "")
        assert result.stderr == f"Wrote {tmp_path / name}.\n"
    bib = bibtexparser.loads((tmp_path / "refs.bib").read_text("utf-8"))
    assert [entry["ID"] for entry in bib.entries] == keys
    ris = (tmp_path / "refs.ris").read_bytes().decode("utf-8")
    assert [record["id"] for record in rispy.loads(ris)] == keys
    assert ris.count("\r\n") == ris.count("\n")


def test_in_a_pipe_the_bytes_are_those_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "refs.ris"
    call = ["cite", "Maipú", "Newark", "--style", "ris"]
    piped = process.run(*call)
    assert (piped.returncode, piped.stderr) == (0, b"")
    assert process.run(*call, "--output", str(path)).returncode == 0
    assert piped.stdout == path.read_bytes()
    assert "Maipú".encode() in piped.stdout


def test_where_stdout_is_ascii_json_stays_json_and_the_rest_loses_its_accents() -> None:
    call = ["cite", "New Orleans", "Bogotá", "--style"]
    made = process.run(*call, "csl-json", PYTHONIOENCODING="ascii")
    orleans, bogota = json.loads(made.stdout.decode("ascii"))
    assert "“BlightState”" in orleans["title"]
    assert "Bogotá" in bogota["title"]
    made = process.run(*call, "apa", PYTHONIOENCODING="ascii")
    assert (made.returncode, made.stderr) == (0, b"")
    assert b'"BlightState"' in made.stdout
    assert b"Bogota's" in made.stdout


def test_cities_are_cited_in_the_order_asked_for_each_once(wwc_small: Wwc) -> None:
    result = wwc_small("cite", "rochester-ny", "Alpha", "The A", "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    assert [record["city_id"] for record in result.json] == ["rochester-ny", "alpha-nj"]


def test_names_that_nobody_has_are_reported_together(wwc_small: Wwc) -> None:
    result = wwc_small("cite", "Paris", "Alpha", "Rochester")
    assert (result.exit_code, result.stdout) == (3, "")
    assert "No city is called 'Paris'." in result.stderr
    assert "'Rochester' can be" in result.stderr
    assert wwc_small("cite", "Paris", "Rochester", "--json").error["code"] == 3


def test_a_name_that_lacks_its_quotes_is_recognized(wwc: Wwc) -> None:
    result = wwc("cite", "Las", "Condes")
    assert result.exit_code == 3
    assert "A name of several words needs quotes: 'Las Condes'." in result.stderr


def test_how_a_name_was_understood_is_told(wwc_small: Wwc) -> None:
    result = wwc_small("cite", "Medelin")
    assert result.exit_code == 0
    assert result.stderr == "Took 'Medelin' for Medellín, Colombia (medellin-co).\n"


def test_a_city_without_a_story_is_an_answer_and_a_way_on(wwc_small: Wwc) -> None:
    told = (
        "There is no story of Rochester, Minnesota.\n"
        "To cite what else is known of it: wwc cite rochester-mn --all-sources\n"
    )
    for arguments, said in (([], ""), (["--json"], "[]\n"), (["--style", "csl-json"], "[]\n")):
        result = wwc_small("cite", "rochester-mn", *arguments)
        assert (result.exit_code, result.stdout, result.stderr) == (0, said, told)
    result = wwc_small("cite", "rochester-mn", "--all-sources", "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    assert [(r["source_id"], r["story_id"]) for r in result.json] == [
        ("news", None), ("geonames", None)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "There is nothing to cite."),
        (["--style", "ris"], "There is nothing to cite."),
        (["Alpha", "--data"], "--data cites the store itself, and nothing else."),
        (["--all-sources", "--data"], "--data cites the store itself, and nothing else."),
    ],
)
def test_nothing_or_too_much_to_cite_is_a_mistake(
    arguments: list[str], message: str, wwc_small: Wwc
) -> None:
    result = wwc_small("cite", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"Error: {message}\n")
    assert wwc_small("cite", *arguments, "--json").error["message"] == message


def test_a_style_that_is_none_is_answered_with_those_there_are(wwc_small: Wwc) -> None:
    result = wwc_small("cite", "Alpha", "--style", "mla")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "'apa', 'chicago', 'bibtex', 'ris', 'csl-json', 'markdown'" in result.stderr


def test_csv_has_the_keys_of_json_but_for_the_item(wwc_small: Wwc) -> None:
    made = wwc_small("cite", "Alpha", "--style", "bibtex", "--format", "csv").stdout
    header, row = csv.reader(io.StringIO(made))
    assert header == list(ALPHA)[:-1]
    # What a spreadsheet would run as a formula is guarded.
    assert f"{row[-1]}\n" == "'" + wwc_small("cite", "Alpha", "--style", "bibtex").stdout


def test_csv_of_csl_json_has_a_column_a_field(wwc_small: Wwc) -> None:
    made = wwc_small("cite", "Alpha", "--style", "csl-json", "--format", "csv").stdout
    (row,) = csv.DictReader(io.StringIO(made))
    assert (row["author"], row["issued"], row["version"]) == ("City News", "2024-01-23", "")


@pytest.mark.parametrize(
    ("arguments", "shown"),
    [
        (["--fields", "key,city", "--format", "csv"], "key,city\nwwc-alpha-nj,Alpha\n"),
        (["--fields", "key", "--json"], '[\n{"key":"wwc-alpha-nj"}\n]\n'),
        (
            ["--style", "csl-json", "--fields", "id,version", "--json"],
            '[\n{"id":"wwc-alpha-nj","version":null}\n]\n',
        ),
        (["--fields", "key"], "key\n────────────\nwwc-alpha-nj\n"),
    ],
)
def test_fields_of_a_citation(arguments: list[str], shown: str, wwc_small: Wwc) -> None:
    result = wwc_small("cite", "Alpha", *arguments)
    assert (result.exit_code, result.stdout, result.stderr) == (0, shown, "")


def test_markdown_has_prose_as_prose_and_the_rest_as_code(wwc_small: Wwc) -> None:
    prose = wwc_small("cite", "Alpha", "--format", "markdown").stdout
    assert prose == wwc_small("cite", "Alpha", "--style", "markdown").stdout
    assert "*Title of story-alpha-nj.* <https://example.org/story-alpha-nj>" in prose
    code = wwc_small("cite", "Alpha", "--style", "bibtex", "--format", "markdown").stdout
    assert code == f"```bibtex\n{wwc_small('cite', 'Alpha', '--style', 'bibtex').stdout}```\n"


def test_a_story_of_the_library_is_cited_with_the_day_it_was_read(
    wwc_small: Wwc, home: Path
) -> None:
    page = make_source(
        "library-alpha-nj", publisher=None, title="My {Alpha}: 54%", url=None, published=None,
        accessed="2026-11-22", note="Read from a page that you saved.",
    )  # fmt: skip
    story = make_story(id="alpha-nj-2", headline="Mine", source_ids=["library-alpha-nj"])
    write_library(home / "library.json", stories=[story], sources=[page])
    assert wwc_small("cite", "Alpha").stdout == (
        f"{APA}\n\nMy {{Alpha}}: 54%. (n.d.). Retrieved November 22, 2026.\n"
    )
    _, bib = wwc_small("cite", "Alpha", "--style", "bibtex").stdout.split("\n\n")
    (entry,) = bibtexparser.loads(bib).entries
    assert entry == {
        "ENTRYTYPE": "misc", "ID": "wwc-library-alpha-nj", "urldate": "2026-11-22",
        "title": r"{My {\textbraceleft}Alpha{\textbraceright}: 54\%}", "language": "en",
        "annote": "Read from a page that you saved.",
    }  # fmt: skip


def test_every_city_of_the_store_can_be_cited_with_all_that_is_known_of_it(wwc: Wwc) -> None:
    cities = [row["city_id"] for row in wwc("list-certified", "--honor-roll", "--json").json]
    result = wwc("cite", *cities, "--all-sources", "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    assert {record["city_id"] for record in result.json} <= set(cities)
    assert len(result.json) > 130
    assert all(record["text"].count("(") for record in result.json)
