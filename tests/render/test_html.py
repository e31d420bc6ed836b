"""The format for browsers and paper, read back by a parser of HTML."""

from __future__ import annotations

import html as escaping
import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests import showcase
from tests.pages import Reading, assert_sound
from tests.render.test_markdown import AWKWARD
from tests.screens import held, page
from wwc_cli.core.compare import compare
from wwc_cli.render import Output, html
from wwc_cli.render import emit as emitted
from wwc_cli.views import comparison, hits, model, roll, sections, sheets
from wwc_cli.views.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from wwc_cli.views.model import Answer, Block

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser")
HARBOR, RIO, LONG = showcase.harbor(), showcase.rio_alto(), showcase.long_name()
MORE_AWKWARD = [
    "</p>", "</style><script>alert(1)</script>", '" onload="alert(1)', "' onclick='x", "]]>",
    "{{ 7 * 7 }}", "{% raw %}", "{# x #}", "<!-- x -->", "&lt;b&gt;", "&#60;", "<img src=x>",
]  # fmt: skip
ANSWERS = {
    "show": sheets.city(HARBOR, section=None),
    **{f"show-{name}": sheets.city(RIO, section=name) for name in sections.NAMES},
    "show-nothing": sheets.city(showcase.unknown(), section=None),
    "compare-2": comparison.comparison(compare([HARBOR, RIO])),
    "compare-4": comparison.comparison(compare([HARBOR, RIO, LONG, showcase.elm_grove()])),
    "list-certified": roll.roll([showcase.row(HARBOR), showcase.row(LONG)], history=True),
    "list-certified-none": roll.roll([], history=False),
    "search": hits.hits(
        showcase.found(showcase.make_hit()).replaced(typed="streets"), is_ranked=True, explain=True
    ),
    "search-unranked": hits.hits(
        showcase.found(showcase.make_hit()), is_ranked=False, explain=False
    ),
}


def made(answer: Answer) -> str:
    return html.render(answer.sheet(), page(), title=answer.title)


def of(*blocks: Block) -> Reading:
    return assert_sound(html.render(blocks, page(), title="Title"))


@pytest.mark.parametrize("name", ANSWERS)
def test_every_sheet_is_a_sound_page(name: str) -> None:
    assert_sound(made(ANSWERS[name]))


@pytest.mark.parametrize("name", ["show", "compare-2"])
def test_the_body_of_a_page(name: str) -> None:
    held(f"{name}-html", made(ANSWERS[name]).partition("</head>\n")[2])


@pytest.mark.parametrize("text", AWKWARD + MORE_AWKWARD)
@pytest.mark.parametrize(
    ("block", "tag"),
    [
        pytest.param(model.Heading, "h2", id="heading"),
        pytest.param(model.Paragraph, "p", id="paragraph"),
        pytest.param(lambda text: model.Steps([text]), "li", id="step"),
        pytest.param(lambda text: model.Points([text]), "li", id="point"),
        pytest.param(lambda text: model.Facts([(text, "x")]), "dt", id="label"),
        pytest.param(lambda text: model.Table([text], [["x"]]), "th", id="header"),
        pytest.param(lambda text: model.Table(["x", "y"], [["x", text]]), "td", id="cell"),
        pytest.param(lambda text: model.Note([Span(text, "strong")]), "strong", id="strong"),
        pytest.param(lambda text: model.Note([Span(text, "muted")]), "span", id="muted"),
    ],
)
def test_a_text_is_read_back_as_it_was(text: str, block: type[model.Heading], tag: str) -> None:
    assert of(block(text)).texts(tag)[0] == text


@pytest.mark.parametrize("text", MORE_AWKWARD)
def test_a_text_in_an_attribute_stays_in_it(text: str) -> None:
    read = of(model.Table(["x", text], [["x", "y"]]))
    assert read.of("td")[0].attributes == {"role": "cell", "data-label": text}


def test_the_page_is_called_as_its_sheet_or_else_as_its_answer() -> None:
    title = model.Title("Alpha", [Span("gold", "gold")], ["Certified.", [Span("alpha-nj", "id")]])
    read = of(title, model.Note("Noted."))
    assert read.texts("title", "h1") == ["Alpha", "Alpha"]
    assert read.texts("p") == ["Level: gold", "Certified.", "alpha-nj", "Noted."]
    assert of(model.Note("Noted.")).texts("h1") == ["Title"]
    assert Reading(html.render([], page(), title="")).texts("h1") == ["What Works Cities"]


def test_the_lists_and_comparisons_have_names_of_their_own() -> None:
    names = {name: Reading(made(answer)).texts("h1")[0] for name, answer in ANSWERS.items()}
    assert names["compare-2"] == "Port St. Mary, Oregon and Río Alto, Chile"
    assert names["list-certified"] == "Certified cities"
    assert names["search"] == "Stories on “streets”"
    assert names["search-unranked"] == "Stories"


def test_headings_leave_no_level_out_whatever_the_sheet_says() -> None:
    read = of(model.Heading("Three", 3), model.Heading("Two"), model.Heading("Three again", 3))
    assert [each.tag for each in read.of("h1", "h2", "h3")] == ["h1", "h2", "h2", "h3"]


def test_a_second_title_is_a_heading_and_those_below_it_are_deeper() -> None:
    read = of(model.Title("A", "", []), model.Heading("B"), model.Title("C", "", []),
              model.Heading("D"), model.Heading("E", 3))  # fmt: skip
    assert [each.tag for each in read.of("h1", "h2", "h3", "h4")] == ["h1", "h2", "h2", "h3", "h4"]


def test_headings_that_say_the_same_have_ids_of_their_own() -> None:
    read = of(model.Heading("Figures: 25%"), model.Heading("Figures, 25"), model.Heading("!"))
    assert [each.attributes["id"] for each in read.of("h2")] == [
        "figures-25",
        "figures-25-2",
        "part",
    ]


def test_a_table_has_headers_for_columns_and_rows_and_is_called_as_the_heading() -> None:
    read = of(
        model.Heading("Results"),
        model.Table(["#", "City", "Score"], [["1", "Alpha\nOhio", "80"]], right=(0, 2)),
    )
    assert read.texts("caption") == ["Results"]
    heads = [(each.attributes["scope"], each.text.strip()) for each in read.of("th")]
    assert heads == [("col", "#"), ("col", "City"), ("col", "Score"), ("row", "AlphaOhio")]
    assert read.texts("td") == ["1", "80"]
    assert [each.text for each in read.of("span")] == ["Alpha", "Ohio"]


def test_groups_are_one_table_and_each_row_is_told_by_what_it_is_of() -> None:
    read = of(
        model.Groups(
            ["Figure", "Of what", "When"],
            [("Outcomes", [["5%", "crashes", "2024"]]), ("Outputs", [["3", "maps", ""]])],
        )
    )
    heads = [(each.attributes["scope"], " ".join(each.text.split())) for each in read.of("th")]
    assert heads[3:] == [
        ("rowgroup", "Outcomes"), ("row", "crashes"), ("rowgroup", "Outputs"), ("row", "maps"),
    ]  # fmt: skip
    assert len(read.of("table")) == 1
    assert len(read.of("tbody")) == 2


def test_sections_are_one_table_with_all_its_columns() -> None:
    read = of(
        model.Sections(
            ["City", "Figure", "More"],
            [("Percent", [["Alpha", "5%", "x"]]), ("Days", [["Beta", "2", ""]])],
            right=(1,),
            spare=(2,),
        )
    )
    heads = [(each.attributes["scope"], " ".join(each.text.split())) for each in read.of("th")]
    assert heads[3:] == [
        ("rowgroup", "Percent"), ("row", "Alpha"), ("rowgroup", "Days"), ("row", "Beta"),
    ]  # fmt: skip
    assert read.texts("td") == ["5%", "x", "2", ""]


def test_bars_have_their_numbers_and_lengths_in_percent_of_the_longest() -> None:
    series = [model.Series("gold", "gold"), model.Series("silver", "silver")]
    read = of(model.Bars(series, [("Chile", [1, 3]), ("Peru", [1000, 0]), ("Fiji", [0, 0])]))
    assert read.texts("th") == ["gold", "silver", "all", "Chile", "Peru", "Fiji"]
    numbers = [each.text for each in read.of("td") if "right" in str(each.attributes.get("class"))]
    assert numbers == ["1", "3", "4", "1,000", "0", "1,000", "0", "0", "0"]
    bars = [each.attributes for each in read.of("span")]
    assert [(bar["class"], bar["style"]) for bar in bars] == [
        ("gold", "width: 0.1%"), ("silver", "width: 0.3%"), ("gold", "width: 100.0%"),
    ]  # fmt: skip
    assert of(model.Bars([model.Series("cities")], [("Chile", [4])])).texts("th") == [
        "cities", "Chile",
    ]  # fmt: skip


def test_a_grid_names_its_columns_whole_and_shows_its_holes() -> None:
    read = of(model.Grid([("hou", "housing"), ("tra", "trees")], [("Chile", [0, 2])]))
    assert [(each.text, each.attributes["title"]) for each in read.of("abbr")] == [
        ("hou", "housing"), ("tra", "trees"),
    ]  # fmt: skip
    assert read.texts("td")[1:] == ["·", "2"]
    assert [each.attributes.get("data-label") for each in read.of("td")][1:] == ["housing", "trees"]


def test_side_by_side_says_for_each_cell_whose_it_is() -> None:
    read = of(model.SideBySide([[Span("Alpha", "strong")], "Beta"], [("Size", ["5", ""])]))
    heads = [(each.attributes["scope"], each.text.strip()) for each in read.of("th")]
    assert heads == [("col", "Alpha"), ("col", "Beta"), ("row", "Size")]
    cells = [each.attributes.get("data-label") for each in read.of("td")]
    assert cells == [None, "Alpha", "Beta"]


@pytest.mark.parametrize("text", ["\nx\n  y", "a\r\nb", "<b>x</b>\n"])
def test_a_text_that_is_given_as_it_is_keeps_its_lines(text: str) -> None:
    (shown,) = of(model.Verbatim(text, "*x*")).of("pre")
    assert shown.text == text.replace("\r", "").strip("\n")


def test_facts_are_labels_with_what_belongs_to_them() -> None:
    read = of(model.Facts([("Partners", "A\nB"), ("Tools", "C")]))
    assert (read.texts("dt"), read.texts("dd")) == (["Partners", "Tools"], ["A B", "C"])


@pytest.mark.parametrize(
    ("sign", "said"), [("↓ 25%", "down"), ("↑ 4", "up"), ("6 → 2 days", "to"), ("1.5×", "times")]
)
def test_our_signs_are_read_out_as_words(sign: str, said: str) -> None:
    read = of(model.Note([Span(sign, "figure")]))
    assert read.texts("p") == [sign]
    assert [e.attributes["aria-label"] for e in read.of("b") if "role" in e.attributes] == [said]


def test_the_words_of_a_record_have_no_signs_of_ours() -> None:
    assert of(model.Note("1 → 2 × 3 = 6")).of("b") == []


@pytest.mark.parametrize("address", ["https://example.org/a?b=1&c=%22d", "HTTP://example.org"])
def test_an_address_is_a_link_and_said_as_it_is(address: str) -> None:
    (link,) = Reading(html.render([model.Note([Span(address, "link")])], page(), title="")).of("a")
    assert (link.attributes["href"], link.text) == (address, address)


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "file:///etc/passwd",
     "//example.org", "example.org", " javascript:https://x", "https:", "vbscript:x", ""],
)  # fmt: skip
def test_what_is_no_address_of_a_page_stays_text(address: str) -> None:
    read = of(model.Note(["See ", Span(address, "link")]))
    assert read.of("a") == []
    assert read.texts("p") == [" ".join(f"See {address}".split())]


def test_what_a_terminal_obeys_and_what_turns_text_is_taken_out() -> None:
    made = html.render([model.Paragraph("a\x1b[2Jb\u202ec\x00\td\u2066")], page(), title="\u202ex")
    assert "<p>abc d</p>" in made
    assert "<title>x</title>" in made


def test_a_page_in_another_encoding_loses_no_letter() -> None:
    made = html.render([model.Paragraph("Medellín → 5")], page(unicode=False), title="")
    assert made.isascii()
    assert Reading(made).texts("p") == ["Medellín → 5"]


def test_fields_alone_are_a_table_under_the_name_of_the_city(
    capsys: pytest.CaptureFixture[str],
) -> None:
    emitted(ANSWERS["show"], Output(format="html", fields=["subject", "value"]), page())
    read = assert_sound(capsys.readouterr().out)
    assert read.texts("h1", "caption") == ["Port St. Mary, Oregon"] * 2
    assert read.texts("th")[:2] == ["subject", "value"]


def colors(style: str) -> list[dict[str, str]]:
    """Return the colors of a style sheet by name: the light ones, and with the dark ones."""
    light, dark = (
        dict(re.findall(r"--(\w+): (#[0-9a-f]{6});", part)) for part in style.split("@media")[:2]
    )
    return [light, light | dark]


def luminance(color: str) -> float:
    """Return the relative luminance of a color (WCAG 2.2)."""
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("dark", [0, 1], ids=["light", "dark"])
def test_every_color_of_text_stands_out_from_its_ground(dark: int) -> None:
    by_name = colors(Reading(made(ANSWERS["show"])).of("style")[0].text)[dark]
    for name in ("ink", "muted", "link", "silver", "gold", "platinum"):
        assert contrast(by_name[name], by_name["paper"]) >= 4.5, name
    assert contrast(by_name["ink"], by_name["mark"]) >= 4.5


def overflowing(pages: Sequence[str], folder: Path, *, width: int) -> list[int]:
    """Return by how many pixels each page is wider than a window of *width*, in a browser."""
    frames = "".join(
        f'<iframe style="width:{width}px" srcdoc="{escaping.escape(each)}"></iframe>'
        for each in pages
    )
    measure = (
        "onload = () => { document.body.textContent = [...document.querySelectorAll('iframe')]"
        ".map(f => f.contentDocument.documentElement)"
        ".map(d => d.scrollWidth - d.clientWidth).join(' ') }"
    )
    (folder / "wrapped.html").write_text(
        f'<!DOCTYPE html><meta charset="utf-8"><body>{frames}<script>{measure}</script>', "utf-8"
    )
    ended = subprocess.run(
        [BROWSER or "", "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
         "--disable-background-networking", f"--user-data-dir={folder / 'profile'}",
         "--dump-dom", (folder / "wrapped.html").as_uri()],
        capture_output=True, text=True, check=True, timeout=120, encoding="utf-8",
    )  # fmt: skip
    return [int(each) for each in Reading(ended.stdout).texts("body")[0].split()]


@pytest.mark.skipif(BROWSER is None, reason="there is no browser to measure with")
def test_no_page_is_wider_than_the_window(tmp_path: Path) -> None:
    word = model.Table(["A", "B"], [["x" * 300, "y"], ["z", [Span("https://x.org/" * 30, "link")]]])
    counts: list[Block] = [
        model.Grid([(str(at), "x" * 30) for at in range(40)], [("x" * 50, [10_000] * 40)]),
        model.Bars([model.Series("x" * 40), model.Series("y")], [("x" * 90, [1, 2])]),
        model.Sections(list("ABCDEFGH"), [("x" * 90, [["x" * 40] * 8])]),
    ]
    pages = [
        *map(made, ANSWERS.values()),
        *(html.render([block], page(), title="W" * 200) for block in (word, *counts)),
    ]
    for width in (320, 390, 1280):
        assert overflowing(pages, tmp_path, width=width) == [0] * len(pages)
    wide = "<!DOCTYPE html><p style='width:2000px'>x"
    assert overflowing([wide], tmp_path, width=390)[0] > 1500
