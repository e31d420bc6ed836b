"""What docs/scaling.md shows is run out of the page: exports, SQL, Python; answers must fit."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import duckdb
import pytest

from tests.conftest import BUNDLED
from tests.docs.test_readme import ROOT, arguments
from wwc_cli.core import store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from tests.conftest import Answer

    Wwc = Callable[..., Answer]
    Ask = Callable[[str], list[Any]]

PAGE = (ROOT / "docs" / "scaling.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def blocks(heading: str) -> list[tuple[str, str]]:
    """Return the fenced blocks of a part of the page, as (language, text)."""
    part = PAGE.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    return BLOCK.findall(part)


def as_csv(rows: Iterable[Iterable[Any]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()


def export(heading: str, wwc: Wwc) -> None:
    """Run the exports that a part of the page shows, in the current folder."""
    for language, text in blocks(heading):
        for line in text.splitlines() if language == "sh" else ():
            call = arguments(line)
            if call and line.startswith("wwc "):
                assert wwc(*call).exit_code == 0


def run(heading: str, ask: Ask) -> int:
    """Run the statements of a part of the page; return how many. Answers that it shows must fit."""
    found = blocks(heading)
    statements = 0
    for at, (language, statement) in enumerate(found):
        if language != "sql":
            continue
        rows = ask(statement)
        statements += 1
        assert rows or "CREATE" in statement
        if at + 1 < len(found) and found[at + 1][0] == "text":
            assert as_csv(rows) == found[at + 1][1]
    return statements


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def test_the_statements_for_sqlite_answer(wwc: Wwc) -> None:
    export("SQLite", wwc)
    with closing(sqlite3.connect("wwc.sqlite")) as connection:
        assert run("SQLite", lambda sql: connection.execute(sql).fetchall()) == 3


def test_the_statements_for_duckdb_answer(wwc: Wwc) -> None:
    export("DuckDB", wwc)
    with duckdb.connect() as connection:
        assert run("DuckDB", lambda sql: connection.execute(sql).fetchall()) == 6


def test_the_mapping_for_opensearch_names_what_documents_have(wwc: Wwc, here: Path) -> None:
    export("OpenSearch", wwc)
    ((_, text),) = [block for block in blocks("OpenSearch") if block[0] == "json"]
    mapping = json.loads(text)["template"]["mappings"]["properties"]
    lines = (here / "wwc.ndjson").read_text("utf-8").splitlines()
    indexed = dict(zip(lines[::2], map(json.loads, lines[1::2]), strict=True))
    by_index = {json.loads(action)["index"]["_index"]: d for action, d in indexed.items()}
    city, story = by_index["wwc-cities"], by_index["wwc-stories"]
    assert set(mapping) == {*(city.keys() & mapping), "city", "metrics"}
    assert set(mapping["city"]["properties"]) <= set(story["city"])
    assert set(mapping["metrics"]["properties"]) <= set(story["metrics"][0])


def test_json_lines_make_the_store_again(wwc: Wwc, here: Path) -> None:
    export("Back into wwc", wwc)
    ((_, code),) = [block for block in blocks("Back into wwc") if block[0] == "python"]
    exec(compile(code, "scaling.md", "exec"), {})  # noqa: S102 - our own page
    names = ("cities", "stories", "certifications", "sources", "topics")
    assert {path.stem for path in (here / "restored").iterdir()} == set(names)
    for name in names:
        made = (here / "restored" / f"{name}.json").read_text("utf-8")
        assert made == (BUNDLED / f"{name}.json").read_text("utf-8")
    assert set(store.TABLES) - set(names) == {"programme", "thesaurus"}
