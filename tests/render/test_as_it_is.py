"""A text in a format of its own: written as it is, whatever the page."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest
from markdown_it import MarkdownIt

from tests.screens import page
from wwc_cli.render import Output, emit, markdown, plain, stream, table
from wwc_cli.views.model import Answer, Heading, Verbatim

if TYPE_CHECKING:
    from wwc_cli.render.stream import Page
    from wwc_cli.views.model import Block

TEXT = "@misc{a,\n  title = {[bold]x[/bold] **y** " + "long " * 40 + "}  \n}\n\n\tend \n"


def written(block: Verbatim, format_name: str, on: Page, capsys: pytest.CaptureFixture[str]) -> str:
    emit(Answer([], [], [], lambda: [block]), Output(format_name), on)
    return capsys.readouterr().out


@pytest.mark.parametrize("format_name", ["table", "plain"])
@pytest.mark.parametrize("width", [20, 80])
def test_alone_it_is_written_as_it_is(
    format_name: str, width: int, capsys: pytest.CaptureFixture[str]
) -> None:
    on = page(width, styled=True, colored=True)
    assert written(Verbatim(TEXT), format_name, on, capsys) == TEXT


@pytest.mark.parametrize("format_name", ["table", "plain", "markdown"])
def test_nothing_in_it_is_obeyed_by_a_terminal(
    format_name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    block = Verbatim("a\x1b[2Jb\u202ec\rd\n")
    assert "abcd\n" in written(block, format_name, page(), capsys)
    block = Verbatim("x", markdown="a\x1b[2Jb\u202ec\rd\n")
    assert "\x1b" not in written(block, format_name, page(), capsys)


def test_ends_of_lines_are_those_of_its_format(tmp_path: object) -> None:
    path = os.path.join(str(tmp_path), "x.ris")
    answer = Answer([], [], [], lambda: [Verbatim("TY  - \r\nER  - \r\n")])
    emit(answer, Output(path=path), page())
    with open(path, "rb") as file:
        assert file.read() == b"TY  - \r\nER  - \r\n"


def test_where_stdout_makes_ends_of_lines_of_its_own_none_is_doubled(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(os, "linesep", "\r\n")
    stream.write("a\r\nb\n", page(), may_page=False)
    assert capsys.readouterr().out == "a\nb\n"


def test_json_keeps_its_strings_where_stdout_is_ascii(
    capsys: pytest.CaptureFixture[str],
) -> None:
    block = Verbatim('["“é”"]\n', "json")
    made = written(block, "table", page(unicode=False), capsys)
    assert made.isascii()
    assert json.loads(made) == ["“é”"]
    assert written(block, "table", page(), capsys) == '["“é”"]\n'


@pytest.mark.parametrize("text", ["x", "```\nx\n```", "a ````` b", "# x\n\n- y", "<b>"])
def test_in_markdown_it_is_code_in_its_language(text: str) -> None:
    (fence,) = MarkdownIt().parse(markdown.render([Verbatim(f"{text}\n", "bibtex")]))
    assert (fence.type, fence.info, fence.content) == ("fence", "bibtex", f"{text}\n")


def test_in_markdown_it_is_what_was_written_for_it() -> None:
    assert markdown.render([Verbatim("x", markdown="*x*")]) == "*x*\n"


def test_among_other_blocks_it_is_a_block() -> None:
    sheet: list[Block] = [Heading("Script"), Verbatim("one\ntwo\n")]
    assert plain.render(sheet) == "Script\n\none\ntwo\n"
    assert [line.strip() for line in table.render(sheet, page()).split()] == [
        "Script", "──────", "one", "two"
    ]  # fmt: skip
