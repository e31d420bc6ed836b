"""The topics of `wwc help` are true: held against the code and the store that they tell of."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

import pytest

from tests.docs.test_readme import ROOT
from wwc_cli import paths
from wwc_cli.commands import COMMANDS
from wwc_cli.core import guide, resolve
from wwc_cli.errors import ExitCode
from wwc_cli.render import ENDINGS, FORMATS

if TYPE_CHECKING:
    from pathlib import Path

    from wwc_cli.core.catalogue import Catalogue

# Read for us by click and by Python.
OF_OTHERS = {"PAGER", "XDG_CONFIG_HOME", "PYTHONIOENCODING"}
INTERNAL = {"_WWC_COMPLETE"}  # set by the scripts of `wwc completion`
# A row of a table of docs/scripting.md: a code or a variable, and what it means.
ROW = re.compile(r"^\| `?([A-Z_]{4,}|\d+)\b[^|]*\| ", re.MULTILINE)


def terms(topic: str) -> list[str]:
    return [entry["term"] for entry in guide.TOPICS[topic]["entries"]]


def table(heading: str) -> list[str]:
    """Return the first column of the table of codes or variables under a heading of scripting."""
    page = (ROOT / "docs" / "scripting.md").read_text(encoding="utf-8")
    return ROW.findall(page.split(f"\n## {heading}\n")[1].split("\n## ")[0])


def test_the_exit_codes_are_those_of_the_code() -> None:
    codes = [value for name, value in vars(ExitCode).items() if name.isupper()]
    assert terms("exit-codes") == [str(code) for code in sorted(codes)]
    assert table("Exit codes") == terms("exit-codes")


def test_the_formats_are_those_that_answers_come_in() -> None:
    assert terms("formats") == list(FORMATS)
    named = re.findall(r"\.([a-z]+)", " ".join(guide.TOPICS["formats"]["notes"]))
    assert {ENDINGS[ending] for ending in named} == set(FORMATS) - {"table"}


def test_the_variables_are_those_that_are_read() -> None:
    lines = [
        line
        for path in (ROOT / "wwc_cli").rglob("*.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        if "environ" in line
    ]
    read = set(re.findall(r'"(_?[A-Z][A-Z_]+)"', "\n".join(lines)))
    assert read >= INTERNAL | {"WWC_HOME"}
    assert set(terms("environment")) == read - INTERNAL | OF_OTHERS
    assert set(table("Encodings and the environment")) == set(terms("environment"))


@pytest.mark.skipif(sys.platform != "linux", reason="other platforms have another place")
def test_the_folder_of_the_configuration_is_where_the_topic_says(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("WWC_HOME")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert paths.home() == str(tmp_path / "wwc")


@pytest.mark.parametrize("name", terms("names"))
def test_a_city_is_found_by_each_form_of_its_name(name: str, bundled: Catalogue) -> None:
    assert resolve.city(name, bundled).city["id"]


def test_the_id_that_is_shown_is_one(bundled: Catalogue) -> None:
    assert resolve.city(terms("names")[-1], bundled).city["id"] == terms("names")[-1]


@pytest.mark.parametrize(
    "typed", [["exit-codes"], ["exit", "codes"], ["exit codes"], ["Exit-Codes"]], ids=str
)
def test_a_topic_is_found_with_or_without_its_dash(typed: list[str]) -> None:
    assert guide.topic(typed) == guide.TOPICS["exit-codes"]


@pytest.mark.parametrize("typed", [[], [""], ["exit"], ["search"], ["nope"]], ids=str)
def test_what_is_no_topic_is_none(typed: list[str]) -> None:
    assert guide.topic(typed) is None


def test_no_topic_is_called_as_a_command() -> None:
    assert guide.TOPICS.keys() & COMMANDS.keys() == set()


@pytest.mark.parametrize("topic", guide.TOPICS)
def test_the_texts_are_plain_and_the_titles_fit_the_list(topic: str) -> None:
    page = guide.TOPICS[topic]
    said = [page["title"], *page["text"], *(e["text"] for e in page["entries"]), *page["notes"]]
    assert all(text.isascii() and text.isprintable() for text in said)
    assert len(page["title"]) <= 53
    assert all("wwc " in line for line in page["examples"])
