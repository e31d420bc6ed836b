"""Citations as an answer: a text as it is, and the records it was made from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.factories import make_item
from tests.screens import held
from wwc_cli.core.cite import IN_A_LIST
from wwc_cli.styles import citations
from wwc_cli.views import bibliography
from wwc_cli.views.model import Verbatim

if TYPE_CHECKING:
    from wwc_cli.core.citation_records import Citation, DataSet, Item
    from wwc_cli.views.model import Answer


def made(item: Item, city: str) -> Citation:
    return {
        "story_id": item["id"].removeprefix("wwc-"),
        "city_id": item["id"].removeprefix("wwc-"),
        "city": city,
        "source_id": item["id"].replace("wwc-", "story-"),
        "key": item["id"],
        "item": item,
    }


CITED = [
    made(
        make_item(
            id="wwc-port-st-mary-or",
            title="Safer Streets: How a Harbor City [re]Counted “Near Misses” & 54% of *Crashes*",
            author=[{"literal": "What Works Cities"}],
            URL="https://example.org/cities/port-st-mary-oregon-usa/" + "a-very-long-way/" * 7,
            issued={"date-parts": [[2025, 2]]},
            accessed={"date-parts": [[2026, 11, 22]]},
        ),
        "Port St. Mary",
    ),
    made(
        make_item(
            id="wwc-rio-alto-cl",
            title="Menos robos, más árboles",
            author=[{"literal": "What Works Cities"}],
            URL="https://example.org/?cities_region=chile",
            language="es",
            genre=IN_A_LIST,
            note="The address is a list.",
        ),
        "Río Alto",
    ),
    made(make_item(id="wwc-elm-grove-oh", title="Who pays?", author=None, URL=None), "Elm Grove"),
]
STORE: DataSet = {
    "key": "wwc-store-1.2",
    "title": "The store",
    "version": "1.2",
    "authors": ["The authors"],
    "license": "CC-BY-4.0",
    "url": None,
    "released": None,
    "sha256": "00ff",
    "item": make_item(
        id="wwc-store-1.2", type="dataset", title="The store", version="1.2", URL=None,
        author=[{"literal": "The authors"}], note="SHA-256 of the files: 00ff.",
    ),
}  # fmt: skip


def verbatim(answer: Answer) -> Verbatim:
    (block,) = answer.sheet()
    assert isinstance(block, Verbatim)
    return block


@pytest.mark.parametrize("style", ["apa", "chicago", "bibtex", "csl-json", "markdown"])
def test_a_bibliography_in_each_style(style: str) -> None:
    held(f"cite-{style}", verbatim(bibliography.bibliography(CITED, style=style)).text)


def test_a_bibliography_in_ris() -> None:
    text = verbatim(bibliography.bibliography(CITED, style="ris")).text
    held("cite-ris", text.replace("\r\n", "\n"))


@pytest.mark.parametrize("style", citations.STYLES)
def test_the_store_in_each_style(style: str) -> None:
    text = verbatim(bibliography.data_set(STORE, style=style)).text
    assert "00ff" in text
    assert text == citations.text([STORE["item"]], style=style)


@pytest.mark.parametrize(
    ("style", "language", "is_prose"),
    [
        ("apa", "", True),
        ("chicago", "", True),
        ("markdown", "", True),
        ("bibtex", "bibtex", False),
        ("ris", "", False),
        ("csl-json", "json", False),
    ],
)
def test_prose_is_said_in_markdown_and_the_rest_is_code(
    style: str, language: str, is_prose: bool
) -> None:
    block = verbatim(bibliography.bibliography(CITED, style=style))
    assert (block.language, block.markdown is not None) == (language, is_prose)


def test_a_record_ends_with_its_text_and_its_item() -> None:
    (record, *_) = bibliography.bibliography(CITED, style="apa").records
    assert list(record) == [
        "story_id", "city_id", "city", "source_id", "key", "style", "text", "item"
    ]  # fmt: skip
    assert record["text"] == citations.apa(CITED[0]["item"])
    assert record["item"] == CITED[0]["item"]


def test_the_columns_are_the_keys_of_a_record_but_for_the_item() -> None:
    answer = bibliography.bibliography(CITED, style="ris")
    assert [column.name for column in answer.columns] == list(answer.records[0])[:-1]
    store = bibliography.data_set(STORE, style="ris")
    assert [column.name for column in store.columns] == list(store.records)[:-1]


def test_the_records_of_csl_json_are_its_items() -> None:
    assert bibliography.bibliography(CITED, style="csl-json").records == [c["item"] for c in CITED]
    assert bibliography.data_set(STORE, style="csl-json").records == [STORE["item"]]


def test_the_columns_of_csl_json_say_names_and_dates_as_words() -> None:
    answer = bibliography.bibliography(CITED, style="csl-json")
    cells = {column.name: [column.cell(row) for row in answer.rows] for column in answer.columns}
    assert cells["author"] == [["What Works Cities"], ["What Works Cities"], []]
    assert cells["issued"] == ["2025-02", None, None]
    assert cells["accessed"] == ["2026-11-22", None, None]
    assert cells["version"] == [None, None, None]


def test_making_an_answer_leaves_the_records_as_they_were() -> None:
    before = repr((CITED, STORE))
    bibliography.bibliography(CITED, style="bibtex").sheet()
    bibliography.data_set(STORE, style="bibtex").sheet()
    assert repr((CITED, STORE)) == before
