"""wwc help."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from wwc_cli.commands import COMMANDS
from wwc_cli.core.guide import TOPICS
from wwc_cli.render import FORMATS

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Answer

    Wwc = Callable[..., Answer]

KEYS = ["id", "title", "text", "entries", "notes", "examples"]


def test_alone_it_is_the_help_of_wwc_and_the_topics(wwc_small: Wwc) -> None:
    result = wwc_small("help")
    assert (result.exit_code, result.stderr) == (0, "")
    known, _, topics = result.stdout.partition("\n\nTopics ")
    assert f"{known}\n" == wwc_small("--help").stdout
    listed = [line.split(maxsplit=1) for line in topics.splitlines()]
    assert listed == [[name, topic["title"]] for name, topic in TOPICS.items()]


@pytest.mark.parametrize("name", COMMANDS)
def test_on_a_command_it_is_the_help_of_that_command(name: str, wwc_small: Wwc) -> None:
    result = wwc_small("help", name)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == wwc_small(name, "--help").stdout


@pytest.mark.parametrize("name", TOPICS)
def test_on_a_topic_it_has_the_title_and_every_entry(name: str, wwc_small: Wwc) -> None:
    result = wwc_small("help", name)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith(TOPICS[name]["title"].rstrip("."))
    for entry in TOPICS[name]["entries"]:
        assert f"\n  {entry['term']} " in result.stdout


def test_the_json_of_a_topic_is_as_promised(wwc_small: Wwc) -> None:
    result = wwc_small("help", "exit", "codes", "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    assert list(result.json) == KEYS
    assert result.json["id"] == "exit-codes"
    assert result.json["entries"][0] == {
        "term": "0",
        "text": "Answered, even if nothing was found.",
    }


def test_the_json_of_a_command_has_its_options(wwc_small: Wwc) -> None:
    found = wwc_small("help", "show", "--json").json
    assert list(found) == KEYS
    assert found["title"] == COMMANDS["show"]
    assert found["text"][0].startswith("CITY is a name, with its state")
    assert found["examples"][0] == "wwc show Newark"
    assert [entry["term"].split()[0] for entry in found["entries"]] == [
        *("--section", "--json", "--format", "--fields", "--output", "--help"),
    ]


def test_the_json_of_all_has_commands_and_topics(wwc_small: Wwc) -> None:
    found = wwc_small("help", "--json").json
    assert list(found) == KEYS
    assert [entry["term"] for entry in found["entries"]] == [*COMMANDS, *TOPICS]


def test_csv_has_a_row_an_entry(wwc_small: Wwc) -> None:
    made = wwc_small("help", "formats", "--format", "csv").stdout
    header, *rows = csv.reader(io.StringIO(made))
    assert header == ["term", "text"]
    assert [row[0] for row in rows] == list(FORMATS)


@pytest.mark.parametrize("format_name", FORMATS)
@pytest.mark.parametrize("asked", [[], ["search"], ["names"]], ids=str)
def test_it_comes_in_every_format(asked: list[str], format_name: str, wwc_small: Wwc) -> None:
    result = wwc_small("help", *asked, "--format", format_name)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.strip()


@pytest.mark.parametrize(
    ("typed", "near"),
    [("serch", "search"), ("exit", "exit-codes"), ("envirnoment", "environment"), ("LIS", "list")],
)
def test_what_is_neither_is_answered_with_the_near_one(
    typed: str, near: str, wwc_small: Wwc
) -> None:
    result = wwc_small("help", typed)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"Error: There is no help on {typed!r}.\n")
    assert f"\nDid you mean wwc help {near}" in result.stderr


def test_what_is_near_neither_is_answered_with_the_way_out(wwc_small: Wwc) -> None:
    for typed in ("xyzzy", ""):
        result = wwc_small("help", typed)
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr == f"Error: There is no help on {typed!r}.\nWhat there is: wwc help\n"


def test_an_error_in_json_has_the_near_ones(wwc_small: Wwc) -> None:
    result = wwc_small("help", "formt", "--json")
    assert (result.exit_code, result.error["suggestions"]) == (2, ["formats"])


def test_a_word_after_a_command_that_has_none_in_it_is_an_error(wwc_small: Wwc) -> None:
    result = wwc_small("help", "show", "Newark")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == ("Error: wwc show has no command 'Newark'.\nIts help: wwc help show\n")


def test_its_own_help_names_every_topic(wwc_small: Wwc) -> None:
    said = wwc_small("help", "--help").stdout
    assert [topic for topic in TOPICS if topic not in said.partition("Examples")[0]] == []


def test_it_reads_no_data(wwc_small: Wwc, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wwc_cli.paths.store", lambda: "/no/such/folder")
    assert wwc_small("help", "names").exit_code == 0
