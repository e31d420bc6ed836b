"""The help of commands, looked up and taken apart."""

from __future__ import annotations

import click
import pytest

from wwc_cli import manual
from wwc_cli.errors import UsageProblem


@click.group()
@click.option("--color", help="When to use colors.")
def root() -> None:
    """Look things up.

    In two
    lines.

    \b
    One kept:
      as it is

    \b
    Examples:
      root shelf add x
      root shelf
    """


@root.group()
def shelf() -> None:
    """Keep things."""


@shelf.command()
@click.argument("thing")
@click.option("--force", is_flag=True)
@click.option("--width", hidden=True)
def add(thing: str, *, force: bool, width: str) -> None:
    """Add a THING."""


CONTEXT = click.Context(root, info_name="root")


def found(*names: str) -> click.Context:
    return manual.command(names, CONTEXT, topics=["formats"])


def test_no_name_is_the_root() -> None:
    assert found() is CONTEXT


def test_names_lead_into_groups() -> None:
    assert found("shelf").command is shelf
    assert found("shelf", "add").command is add
    assert found("shelf", "add").command_path == "root shelf add"


@pytest.mark.parametrize(
    ("typed", "message", "hint", "near"),
    [
        (["shelv"], "There is no help on 'shelv'.", "Did you mean wwc help shelf?", ["shelf"]),
        (["form"], "There is no help on 'form'.", "Did you mean wwc help formats?", ["formats"]),
        (
            ["formats", "csv"],
            "There is no help on 'formats csv'.",
            "Did you mean wwc help formats?",
            ["formats"],
        ),
        (["xyzzy"], "There is no help on 'xyzzy'.", "What there is: wwc help", []),
        (
            ["shelf", "ad"],
            "wwc shelf has no command 'ad'.",
            "Did you mean wwc help shelf add?",
            ["add"],
        ),
        (
            ["shelf", "formats"],
            "wwc shelf has no command 'formats'.",
            "Its help: wwc help shelf",
            [],
        ),
        (
            ["shelf", "add", "x"],
            "wwc shelf add has no command 'x'.",
            "Its help: wwc help shelf add",
            [],
        ),
    ],
    ids=str,
)
def test_what_there_is_not_is_answered_with_what_is_near(
    typed: list[str], message: str, hint: str, near: list[str]
) -> None:
    with pytest.raises(UsageProblem) as raised:
        found(*typed)
    assert (raised.value.message, raised.value.hint) == (message, hint)
    assert raised.value.suggestions == near


def test_a_page_is_the_help_in_its_parts() -> None:
    assert manual.page(CONTEXT) == {
        "id": "",
        "title": "Look things up.",
        "text": ["In two lines.", "One kept:\n  as it is"],
        "entries": [
            {"term": "--color TEXT", "text": "When to use colors."},
            {"term": "--help", "text": "Show this message and exit."},
        ],
        "notes": [],
        "examples": ["root shelf add x", "root shelf"],
    }


def test_a_page_has_options_but_no_hidden_ones_and_no_arguments() -> None:
    page = manual.page(found("shelf", "add"))
    assert (page["id"], page["title"], page["text"]) == ("shelf add", "Add a THING.", [])
    assert [entry["term"] for entry in page["entries"]] == ["--force", "--help"]
