"""Help as an answer."""

from __future__ import annotations

import pytest

from tests.screens import drawn, held, in_each_format, widest
from wwc_cli.core.guide import TOPICS
from wwc_cli.views import guide
from wwc_cli.views.model import Verbatim


@pytest.mark.parametrize("width", [80, 140])
@pytest.mark.parametrize("topic", TOPICS)
def test_the_screen_of_a_topic(topic: str, width: int) -> None:
    screen = drawn(guide.topic(TOPICS[topic]), width)
    assert widest(screen) <= width
    held(f"help-{topic}-{width}", screen)


@pytest.mark.parametrize("format_name", ["plain", "markdown"])
def test_a_topic_in_other_formats(format_name: str) -> None:
    held(f"help-names-{format_name}", in_each_format(guide.topic(TOPICS["names"]))[format_name])


@pytest.mark.parametrize("topic", TOPICS)
def test_examples_stand_in_a_line_each(topic: str) -> None:
    lines = drawn(guide.topic(TOPICS[topic])).splitlines()
    assert [line for line in TOPICS[topic]["examples"] if f"  {line}" not in lines] == []


def test_rows_are_the_entries() -> None:
    answer = guide.topic(TOPICS["formats"])
    assert [column.name for column in answer.columns] == ["term", "text"]
    assert answer.rows == TOPICS["formats"]["entries"]
    assert answer.records == TOPICS["formats"]


def test_the_help_of_a_command_is_shown_as_it_is() -> None:
    (block,) = guide.command(TOPICS["formats"], "Usage: wwc\n").sheet()
    assert block == Verbatim("Usage: wwc\n", "text")


def test_a_script_is_written_as_it_is_and_its_own_record() -> None:
    answer = guide.script("zsh", "#compdef wwc\n")
    assert answer.records == {"shell": "zsh", "script": "#compdef wwc\n"}
    assert answer.rows == [answer.records]
    assert answer.sheet() == [Verbatim("#compdef wwc\n", "zsh")]
