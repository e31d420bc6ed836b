"""The format for memos and pull requests, read back by a parser of Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from markdown_it import MarkdownIt

from tests import showcase
from wwc_cli.core.compare import compare
from wwc_cli.render.markdown import render
from wwc_cli.views import comparison, hits, model, roll, sheets
from wwc_cli.views.model import Span

if TYPE_CHECKING:
    from wwc_cli.views.model import Block

READER = MarkdownIt("commonmark").enable("table").enable("strikethrough")
AWKWARD = [
    "[bold]x[/bold]", "[x](https://example.org)", "![x](y)", "<b>x</b>", "<script>", "`x`",
    "*x* _x_ **x**", "~~x~~", "a | b", "# x", "x &amp; y", "R&D", "C:\\new", "snake_case_name",
    "5 > 4 < 6", "#12", "[^1]", "$5 to $6",
]  # fmt: skip


def blocks(made: str) -> list[str]:
    """Return the kinds of the outermost blocks of a Markdown text."""
    return [
        token.type.removesuffix("_open")
        for token in READER.parse(made)
        if token.level == 0 and token.nesting >= 0
    ]


def texts(made: str) -> list[str]:
    """Return the text of each run of a Markdown text, as a reader sees it."""
    return [
        "".join(
            "\n" if child.type.endswith("break") or child.content == "<br>" else child.content
            for child in token.children or []
        )
        for token in READER.parse(made)
        if token.type == "inline"
    ]


@pytest.mark.parametrize("text", AWKWARD)
@pytest.mark.parametrize(
    "block",
    [
        pytest.param(model.Heading, id="heading"),
        pytest.param(model.Paragraph, id="paragraph"),
        pytest.param(lambda text: model.Steps([text]), id="step"),
        pytest.param(lambda text: model.Table([text], [[""]]), id="cell"),
        pytest.param(lambda text: model.Paragraph([Span(text, "strong")]), id="strong"),
    ],
)
def test_a_text_is_read_back_as_it_was(text: str, block: type[model.Heading]) -> None:
    assert texts(render([block(text)]))[0] == text


@pytest.mark.parametrize("text", ["- x", "+ x", "1. x", "1) x", "2024. x", "---"])
def test_a_paragraph_that_begins_like_another_block_is_a_paragraph(text: str) -> None:
    made = render([model.Note("Before."), model.Paragraph(text)])
    assert blocks(made) == ["paragraph", "paragraph"]
    assert texts(made)[1] == text.strip()


@pytest.mark.parametrize(
    "block",
    [
        model.Heading("x\n- y\n\nz"),
        model.Steps(["x\n\nz", "second"]),
        model.Facts([("x", "y\n\nz"), ("second", "y")]),
        model.Title("x\n\nz", "", []),
    ],
    ids=lambda block: type(block).__name__.lower(),
)
def test_a_new_line_in_a_text_stays_in_its_block(block: Block) -> None:
    assert len(blocks(render([block]))) == 1


def test_lines_of_a_cell_are_broken_within_it() -> None:
    made = render([model.Table(["City"], [["Alpha\nNew Jersey"], ["Beta"]])])
    assert made == "| City |\n|---|\n| Alpha<br>New Jersey |\n| Beta |\n"
    assert texts(made) == ["City", "Alpha\nNew Jersey", "Beta"]


def test_a_column_set_to_the_right_is_set_to_the_right() -> None:
    assert render([model.Table(["#", "City"], [["1", "Alpha"]], right=(0,))]) == (
        "| \\# | City |\n|---:|---|\n| 1 | Alpha |\n"
    )


def test_a_title_has_its_level_and_lines_as_paragraphs() -> None:
    title = model.Title("Alpha", [Span("gold", "gold")], [[Span("alpha-nj", "id")]])
    assert render([title]) == "# Alpha\n\n**gold**\n\n`alpha-nj`\n"


def test_an_id_is_code_and_an_address_is_a_link() -> None:
    made = render([model.Note([Span("a`b", "id"), " ", Span("https://x.org/a_b*c>d", "link")])])
    assert made == "`ab` <https://x.org/a_b*c%3Ed>\n"


def test_matched_words_are_strong() -> None:
    assert render([model.Note([Span("street", "match"), " x"])]) == "**street** x\n"


def test_facts_are_a_list_and_steps_a_numbered_one() -> None:
    assert render([model.Facts([("A", "b"), ("C", "d")])]) == "- **A**: b\n- **C**: d\n"
    assert render([model.Steps(["One.", "Two."])]) == "1. One.\n2. Two.\n"


def test_points_are_a_list_and_none_begins_a_list_of_its_own() -> None:
    made = render([model.Points(["One.", "- two", "1. three"])])
    assert blocks(made) == ["bullet_list"]
    assert texts(made) == ["One.", "- two", "1. three"]


def test_groups_are_a_table_each() -> None:
    groups = model.Groups(["F", "S"], [("One", [["1", "2"]]), ("Two", [["3", "4"]])])
    assert render([groups]) == (
        "**One**\n\n| F | S |\n|---|---|\n| 1 | 2 |\n\n**Two**\n\n| F | S |\n|---|---|\n| 3 | 4 |\n"
    )


def test_sections_are_a_table_each_with_all_columns() -> None:
    sections = model.Sections(
        ["C", "M"], [("One\n", [["1", "2"]]), ("Two", [["3", "4"]])], (0,), (1,)
    )
    assert render([sections]) == (
        "**One**\n\n| C | M |\n|---:|---|\n| 1 | 2 |\n\n"
        "**Two**\n\n| C | M |\n|---:|---|\n| 3 | 4 |\n"
    )


def test_bars_are_a_table_of_their_numbers() -> None:
    alone = model.Bars([model.Series("cities")], [("gold|", [1200])])
    assert render([alone]) == "|  | cities |\n|---|---:|\n| gold\\| | 1,200 |\n"
    parted = model.Bars([model.Series("gold"), model.Series("silver")], [("2018", [0, 8])])
    assert render([parted]) == (
        "|  | gold | silver | all |\n|---|---:|---:|---:|\n| 2018 | · | 8 | 8 |\n"
    )


def test_a_grid_is_a_table_with_whole_names_and_dots() -> None:
    grid = model.Grid([("CL", "Chile")], [("housing", [0]), ("energy", [3])])
    assert render([grid]) == "|  | Chile |\n|---|---:|\n| housing | · |\n| energy | 3 |\n"


def test_what_a_terminal_obeys_is_taken_out() -> None:
    made = render([model.Note(["a\x1b[2Jb", Span("\u202ec\x07", "id"), Span("\x1bMd", "link")])])
    assert made == "ab`c`<d>\n"


def test_the_sheets_are_read_back_as_the_blocks_that_they_are() -> None:
    harbor, rio = showcase.harbor(), showcase.rio_alto()
    found = showcase.found(showcase.make_hit())
    for answer, kinds in (
        (comparison.comparison(compare([harbor, rio])), ["table", "paragraph"]),
        (roll.roll([showcase.row(harbor)], history=True), ["table", "paragraph"]),
        (hits.hits(found, is_ranked=True, explain=True), ["table", "paragraph"]),
    ):
        assert blocks(render(answer.sheet())) == kinds
    kinds = blocks(render(sheets.city(harbor, section=None).sheet()))
    assert kinds.count("heading") == 13
    assert kinds.count("table") == 4
    assert set(kinds) == {"heading", "paragraph", "table", "bullet_list", "ordered_list"}
