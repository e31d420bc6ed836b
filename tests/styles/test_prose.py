"""APA and Chicago, in plain text and in Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from markdown_it import MarkdownIt

from tests.factories import make_item
from wwc_cli.core.cite import IN_A_LIST
from wwc_cli.styles.citations import STYLES, apa, chicago, markdown
from wwc_cli.styles.prose import chicago_markdown

if TYPE_CHECKING:
    from collections.abc import Callable

    from wwc_cli.core.citation_records import Item

DAY = {"date-parts": [[2019, 4, 24]]}
MONTH = {"date-parts": [[2025, 2]]}
YEAR = {"date-parts": [[2021]]}
WORDS = {"literal": "spring of 2021"}
READ = {"date-parts": [[2026, 11, 22]]}
STORE = make_item(
    type="dataset", title="The store: stories", author=[{"literal": "The authors"}],
    URL=None, version="1.2", note="SHA-256 of the files: 00ff.",
)  # fmt: skip
HOSTILE = [
    "50% of R&D: {a} ~ $5_000 #1 \\new ^ `x` \"y\" 'z'", "*x* _y_ [z](https://example.org)",
    "<b>bold</b>", "&amp;", "~~x~~ | y", "[bold]x[/bold]", "# x", "1. x", "- x", "x!", "Bogotá",
]  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "City News. (n.d.). Safer Streets. https://example.org/alpha"),
        ({"issued": DAY}, "City News. (2019, April 24). Safer Streets. https://example.org/alpha"),
        ({"issued": MONTH}, "City News. (2025, February). Safer Streets. https://example.org/alpha"),
        ({"issued": YEAR}, "City News. (2021). Safer Streets. https://example.org/alpha"),
        ({"issued": WORDS}, "City News. (spring of 2021). Safer Streets. https://example.org/alpha"),
        ({"accessed": READ, "URL": "https://x.org"},
         "City News. (n.d.). Safer Streets. Retrieved November 22, 2026, from https://x.org"),
        ({"accessed": READ, "URL": None},
         "City News. (n.d.). Safer Streets. Retrieved November 22, 2026."),
        ({"URL": None}, "City News. (n.d.). Safer Streets."),
        ({"author": None}, "Safer Streets. (n.d.). https://example.org/alpha"),
        ({"author": None, "URL": None}, "Safer Streets. (n.d.)."),
        ({"author": [{"literal": "A"}, {"literal": "B Inc."}], "URL": None},
         "A & B Inc. (n.d.). Safer Streets."),
        ({"title": "Safer?", "URL": None}, "City News. (n.d.). Safer?"),
        ({"title": "On “Safety”", "URL": None}, "City News. (n.d.). On “Safety.”"),
        ({"genre": IN_A_LIST, "URL": "https://x.org"},
         "City News. (n.d.). Safer Streets [Seen in a list at this address]. https://x.org"),
        ({"note": "Second-hand."}, "City News. (n.d.). Safer Streets. https://example.org/alpha"),
    ],
)  # fmt: skip
def test_apa(changes: dict[str, Any], expected: str) -> None:
    assert apa(make_item(**changes)) == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "City News. “Safer Streets.” https://example.org/alpha."),
        ({"issued": DAY}, "City News. “Safer Streets.” April 24, 2019. https://example.org/alpha."),
        ({"issued": MONTH, "URL": None}, "City News. “Safer Streets.” February 2025."),
        ({"issued": YEAR, "URL": None}, "City News. “Safer Streets.” 2021."),
        ({"issued": WORDS, "URL": None}, "City News. “Safer Streets.” spring of 2021."),
        (
            {"accessed": READ},
            "City News. “Safer Streets.” Accessed November 22, 2026. https://example.org/alpha.",
        ),
        ({"author": None, "URL": None}, "“Safer Streets.”"),
        ({"author": [{"literal": "A"}, {"literal": "B"}], "URL": None},
         "A and B. “Safer Streets.”"),
        ({"title": "Safer?", "URL": None}, "City News. “Safer?”"),
        ({"title": "On “Safety”", "URL": None}, "City News. “On ‘Safety.’”"),
        ({"title": 'A "B" C', "URL": None}, "City News. “A ‘B’ C.”"),
        (
            {"genre": IN_A_LIST, "URL": None},
            "City News. “Safer Streets.” Seen in a list at this address.",
        ),
    ],
)  # fmt: skip
def test_chicago(changes: dict[str, Any], expected: str) -> None:
    assert chicago(make_item(**changes)) == expected


def test_a_data_set_has_its_version_and_its_checksum() -> None:
    assert apa(STORE) == (
        "The authors. (n.d.). The store: stories (Version 1.2) [Data set]."
        " SHA-256 of the files: 00ff."
    )
    assert chicago(STORE) == (
        "The authors. The store: stories. Version 1.2. Data set. n.d. SHA-256 of the files: 00ff."
    )


def test_markdown_is_apa_with_a_title_in_italics_and_a_link() -> None:
    assert markdown(make_item(genre=IN_A_LIST)) == (
        "City News. (n.d.). *Safer Streets* \\[Seen in a list at this address\\]."
        " <https://example.org/alpha>"
    )
    assert chicago_markdown(make_item()) == (
        "City News. “Safer Streets.” <https://example.org/alpha>."
    )


def read(made: str) -> str:
    """Return a paragraph of Markdown as a reader sees it; it must be one paragraph."""
    opened, inline, closed = MarkdownIt("commonmark").enable("strikethrough").parse(made)
    assert (opened.type, closed.type) == ("paragraph_open", "paragraph_close")
    assert {child.type for child in inline.children or []} <= {
        "text", "text_special", "em_open", "em_close", "link_open", "link_close"
    }  # fmt: skip
    return "".join(child.content for child in inline.children or [])


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize(("plain", "marked"), [(apa, markdown), (chicago, chicago_markdown)])
def test_markdown_is_read_back_as_the_plain_text(
    text: str, plain: Callable[[Item], str], marked: Callable[[Item], str]
) -> None:
    item = make_item(title=text, author=[{"literal": text}], genre=text)
    assert read(marked(item)) == plain(item)
    item = make_item(title=text, author=None)
    assert read(marked(item)) == plain(item)


def test_only_an_address_of_the_web_is_a_link() -> None:
    made = markdown(make_item(URL="javascript:alert(1)"))
    assert made.endswith(" javascript:alert(1)")


@pytest.mark.parametrize("style", ["apa", "chicago", "markdown"])
def test_a_citation_is_one_line_whatever_is_in_it(style: str) -> None:
    text = "x\n\ny\r\nz\x1b[2J\u202e\tw"
    item = make_item(title=text, author=[{"literal": text}], URL=f"https://x.org/{text}")
    made = STYLES[style](item)
    assert "\n" not in made
    assert made.isprintable()
    assert "x y z" in made


@pytest.mark.parametrize("style", STYLES)
def test_a_style_leaves_the_item_as_it_was(style: str) -> None:
    item = make_item(issued=DAY, accessed=READ, note="A note.", genre=IN_A_LIST)
    before = repr(item)
    STYLES[style](item)
    assert repr(item) == before
