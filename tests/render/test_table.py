"""The format for people."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests import showcase
from tests.screens import page, widest
from wwc_cli.core.compare import compare
from wwc_cli.render.table import render
from wwc_cli.views import comparison, hits, model, roll, sheets
from wwc_cli.views.model import Span

if TYPE_CHECKING:
    from wwc_cli.render.stream import Page
    from wwc_cli.views.model import Block

STYLED = page(styled=True, colored=True)
SGR = re.compile(r"\x1b\[([\d;]*)m")
COLOR = re.compile(r"(?:^|;)(?:3[0-8]|4[0-8]|9\d|10\d)(?:;|$)")
ALL_BLOCKS: list[Block] = [
    model.Title("Títle", [Span("gold", "gold")], ["Below.", [Span("id-nj", "id")]]),
    model.Heading("Heading"),
    model.Heading("Lesser", 3),
    model.Paragraph("Some text."),
    model.Steps(["One.", "Two."]),
    model.Points(["Three.", "Four."]),
    model.Facts([("Label", "Value"), ("Other", [Span("https://example.org/", "link")])]),
    model.Table(["#", "City"], [["1", "Alpha\nNew Jersey"]], right=(0,)),
    model.Groups(["F", "O", "W"], [("Group", [["↓ 5%", "crashes", "2024"]])]),
    model.SideBySide(["Alpha", "Beta"], [("Size", ["1", ""])]),
    model.Note(["Found ", Span("street", "match"), "."]),
    model.Sections(["City", "More", "#"], [("Days", [["Alpha", "More of it.", "2"]])], (2,), (1,)),
    model.Bars([model.Series("cities")], [("gold", [4]), ("silver", [2])]),
    model.Grid([("CL", "Chile"), ("US", "United States")], [("housing", [0, 12])]),
]


def colors(text: str) -> list[str]:
    """Return the escape sequences of *text* that set a colour."""
    return [codes for codes in SGR.findall(text) if COLOR.search(codes)]


def test_every_block_as_it_is_drawn() -> None:
    assert render(ALL_BLOCKS, page(40)) == (
        "Títle  gold\n"
        "Below.\n"
        "id-nj\n"
        "\n"
        "Heading\n"
        "───────\n"
        "\n"
        "Lesser\n"
        "  Some text.\n"
        "  1.  One.\n"
        "  2.  Two.\n"
        "  •  Three.\n"
        "  •  Four.\n"
        "  Label  Value\n"
        "  Other  https://example.org/\n"
        "# City\n"
        "────────────\n"
        "1 Alpha\n"
        "  New Jersey\n"
        "  Group\n"
        "  ↓ 5%  crashes  2024\n"
        "Size\n"
        "  Alpha\n"
        "    1\n"
        "\n"
        "Found **street**.\n"
        "City  More        #\n"
        "───────────────────\n"
        "Days\n"
        "Alpha More of it. 2\n"
        "  gold    ███████████████████████████  4\n"
        "  silver  ██████████████  2\n"
        "           CL  US\n"
        "  housing   ·  12\n"
    )


def test_styles_and_colors_are_there_where_the_page_has_them() -> None:
    drawn = render(ALL_BLOCKS, STYLED)
    assert "\x1b[1mTítle" in drawn
    assert "**street**" not in drawn
    assert len(colors(drawn)) == 5  # the level, the id, the match, two bars
    lines = [line.rstrip() for line in SGR.sub("", drawn).split("\n")]
    assert "\n".join(lines).replace("street", "**street**") == render(ALL_BLOCKS, page())


def test_without_colors_bold_is_left() -> None:
    sheet = [*ALL_BLOCKS, model.Paragraph(["a ", Span("bold", "match")])]
    drawn = render(sheet, page(styled=True, colored=False))
    assert colors(drawn) == []
    assert "\x1b[1mbold\x1b[0m" in drawn


@pytest.mark.parametrize("term", ["dumb", "unknown"])
def test_a_match_is_marked_where_styles_are_asked_for_on_a_dumb_terminal(
    term: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", term)
    drawn = render([model.Note(["a ", Span("street", "match")])], STYLED)
    assert "**street**" in drawn or SGR.search(drawn)


@pytest.mark.parametrize("term", ["dumb", "unknown", "xterm-256color", ""])
def test_the_width_is_that_of_the_page_on_any_terminal(
    term: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", term)
    text = "word " * 100
    assert widest(SGR.sub("", render([model.Note(text)], STYLED.replaced(width=120)))) > 115


def test_nothing_but_what_is_data_needs_more_than_ascii() -> None:
    drawn = render(ALL_BLOCKS, page(40, unicode=False))
    assert drawn.replace("í", "i").isascii()
    assert "  down " in drawn


def test_a_figure_with_its_sign_spelled_has_room() -> None:
    rows = [["↓ 12.5 → 6 days", "wait for a permit", ""]]
    drawn = render([model.Groups(["", "", ""], [("Group", rows)])], page(80, unicode=False))
    assert "down 12.5 -> 6 days" in drawn


@pytest.mark.parametrize(
    "text", ["[bold]x[/bold]", "[link=https://x.org]x[/link]", ":smile:", "[/]"]
)
@pytest.mark.parametrize("where", [page(), STYLED], ids=["pipe", "styled"])
def test_markup_and_emoji_in_a_text_are_text(text: str, where: Page) -> None:
    sheet: list[Block] = [
        model.Title(text, text, [text]),
        model.Heading(text),
        model.Facts([(text, text)]),
        model.Steps([text]),
        model.Table([text], [[text]]),
        model.SideBySide([text, "y"], [(text, [text, ""])]),
        model.Note([Span(text, "muted"), "."]),
    ]
    assert SGR.sub("", render(sheet, where.replaced(width=120))).count(text) == 13


@pytest.mark.parametrize("where", [page(), STYLED], ids=["pipe", "styled"])
def test_what_a_terminal_obeys_is_taken_out(where: Page) -> None:
    text = "a\x1b[2Jb\u202ec\x07d\x1b]0;title\x07e\tf"
    drawn = render([model.Heading(text), model.Table(["City"], [[text]]), model.Note(text)], where)
    assert SGR.sub("", drawn).replace("─", "").split("\n")[0] == "abcde f"
    assert all(char == "\n" or char.isprintable() for char in SGR.sub("", drawn))


@pytest.mark.parametrize("width", [20, 30, 45])
def test_letters_that_take_two_columns_fit_the_page(width: int) -> None:
    wide = "交通安全 数据 驱动的城市治理与公共安全" * 2
    sheet: list[Block] = [
        model.Heading(wide),
        model.Table(["City", "Story"], [[wide, wide]]),
        model.Groups(["", "", ""], [(wide, [["↓ 5%", wide, "2024"]])]),
        model.SideBySide([wide, "B"], [("Size", [wide, wide])]),
        model.Facts([(wide, wide)]),
    ]
    drawn = render(sheet, page(width))
    assert widest(drawn) <= width
    shown = re.sub(r"[^\u3400-\u9fff]", "", drawn)
    assert len(shown) >= 8 * len(re.sub(r"[^\u3400-\u9fff]", "", wide))


def test_no_line_ends_in_white_space() -> None:
    harbor, rio = showcase.harbor(), showcase.rio_alto()
    for answer in (
        sheets.city(harbor, section=None),
        comparison.comparison(compare([harbor, rio])),
        roll.roll([showcase.row(harbor)], history=True),
        hits.hits(showcase.found(showcase.make_hit()), is_ranked=True, explain=False),
    ):
        for width in (60, 100):
            assert not re.search(r"[ \t]\n", render(answer.sheet(), page(width)))


def test_prose_does_not_run_wider_than_it_can_be_read() -> None:
    assert widest(render([model.Paragraph("word " * 100)], page(200))) <= 94


def test_prose_stands_side_by_side_only_where_there_is_room() -> None:
    prose = "a sentence of some length that goes on for more than a line"
    sides = model.SideBySide(["Alpha", "Beta"], [("Story", [prose, prose])])
    assert "Alpha" in render([sides], page(100)).splitlines()[0]
    narrow = render([sides], page(60)).splitlines()
    assert narrow[:2] == ["Story", "  Alpha"]
    assert "  Beta" in narrow
