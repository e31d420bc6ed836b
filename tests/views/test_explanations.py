"""An entry on the program as a sheet and as rows, and the program in short."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import pytest

from tests.factories import make_entry, make_source, make_statement
from tests.screens import drawn, held, in_each_format, missing, page, widest
from wwc_cli.render import table
from wwc_cli.views import explanations
from wwc_cli.views.citing import BASIS, Citing

if TYPE_CHECKING:
    from wwc_cli.core.answers import Explanation
    from wwc_cli.views.model import Answer

SOURCES = [
    make_source("portal", publisher="What Works Cities", title="Criteria [2022]", published=None),
    make_source("copy", url=None, note="A copy that a city made.", published="2023-09"),
    make_source("gaceta", publisher="Gaceta", url="https://example.org/" + "a-long-way/" * 9),
]
EVERY_BASIS = [
    make_statement("A source says this of cities of 30,000 people.", "portal", "copy"),
    make_statement("One copy says this.", "copy", basis="second-hand"),
    make_statement("Of 43 criteria that is 30 to 36.", "gaceta", "portal", basis="derived"),
    make_statement("One says 203, another 250.", "portal", "copy", basis="disputed"),
    make_statement("How long it lasts.", basis="unknown"),
    make_statement("Data are what is given.", basis="general"),
    make_statement("40 of the 115 cities are there.", basis="counted"),
    make_statement("What follows is a list.", basis="remark"),
]
STORIES = [
    {
        "id": f"city-{at}",
        "city_id": f"city-{at}",
        "city": f"Río {at}",
        "subdivision": None,
        "country": "Chile",
        "country_code": "CL",
        "headline": "Menos robos, más árboles",
    }
    for at in range(1, 11)
]
CRITERIA = [
    make_entry(
        f"pa{at}",
        kind="criterion",
        code=f"PA{at}",
        parent="performance-and-analytics",
        term={"en": title, "es": None, "pt": None},
        text=[make_statement("Progress is judged by data.", "copy", basis=basis)],
    )
    for at, (title, basis) in enumerate(
        [
            ("Selecting and Using Performance Metrics for Goals and Priorities", "second-hand"),
            ("Sharing Goals", "stated"),
        ],
        start=1,
    )
]
AREA = make_entry(
    "performance-and-analytics",
    kind="area",
    code="PA",
    parent="standard",
    term={
        "en": "Performance & Analytics",
        "es": "Desempeño y analítica",
        "pt": "Desempenho e análise de dados",
    },
)


def explained(entry: Any, *members: Any, **belonging: Any) -> Explanation:
    return cast(
        "Explanation",
        {
            **entry,
            "members": list(members),
            "stories": belonging.get("stories", []),
            "sources": belonging.get("sources", SOURCES),
        },
    )


def part(entry_id: str, **changes: Any) -> Any:
    return make_entry(entry_id, **{"kind": "part", "text": EVERY_BASIS[-1:], **changes})


def member(entry_id: str, kind: str, **changes: Any) -> Any:
    return make_entry(entry_id, **{"kind": kind, "text": EVERY_BASIS[:2], **changes})


EXPLAINED = {
    "term": explained(
        make_entry(
            term={"en": "open data", "es": "datos abiertos", "pt": "dados abertos"},
            text=EVERY_BASIS,
            see_also=["open-data-policy", "od1"],
        ),
        stories=STORIES,
    ),
    "area": explained({**AREA, "text": EVERY_BASIS[:1]}, *CRITERIA, stories=STORIES[:1]),
    "standard": explained(part("standard"), AREA, *CRITERIA),
    "timeline": explained(
        part("timeline"),
        member("launch", "event", date="2015-04-20"),
        member("second", "event", date="2018"),
    ),
    "steps": explained(part("steps"), member("data-snapshot", "step"), member("review", "step")),
    "partners": explained(
        part("partners"),
        member(
            "govex",
            "partner",
            term={"en": "Bloomberg Center for Government Excellence", "es": None, "pt": None},
        ),
    ),
    "questions": explained(
        part("questions"),
        member("climate", "question", term={"en": "What of it?", "es": None, "pt": None}),
    ),
    "glossary": explained(
        part("glossary"),
        make_entry("blight", term={"en": "blight", "es": "deterioro urbano", "pt": None}),
        AREA,
        sources=[],
    ),
    "overview": explained(
        part("what-works-cities", text=EVERY_BASIS[:3]),
        *(part(name) for name in ("certification", "levels", "questions", "sources")),
        AREA,
        member("climate", "question"),
    ),
}


def answer(name: str) -> Answer:
    return explanations.explanation(EXPLAINED[name])


@pytest.mark.parametrize("width", [80, 140])
@pytest.mark.parametrize("name", EXPLAINED)
def test_the_sheet_of_an_entry(name: str, width: int) -> None:
    held(f"about-{name}-{width}", drawn(answer(name), width))


@pytest.mark.parametrize("format_name", ["plain", "markdown"])
@pytest.mark.parametrize("name", ["term", "area", "standard", "overview"])
def test_an_entry_in_the_other_formats_for_people(name: str, format_name: str) -> None:
    held(f"about-{name}-{format_name}", in_each_format(answer(name))[format_name])


def test_an_entry_in_ascii() -> None:
    held("about-term-ascii", table.render(answer("term").sheet(), page(80, unicode=False)))


@pytest.mark.parametrize("width", [20, 40, 60, 80, 160])
@pytest.mark.parametrize("name", EXPLAINED)
def test_no_line_is_wider_than_the_page(name: str, width: int) -> None:
    assert widest(drawn(answer(name), width)) <= width


@pytest.mark.parametrize("name", ["area", "standard"])
def test_no_word_of_a_criterion_is_broken(name: str) -> None:
    assert missing("PA1 Selecting Performance Priorities PA2".split(), drawn(answer(name))) == []


def test_a_mark_says_what_a_statement_rests_on() -> None:
    marks = [Citing(EXPLAINED["term"]).mark(statement) for statement in EVERY_BASIS]
    assert marks == [
        "[1, 2]",
        "[2; one copy only]",
        "[1, 3; worked out]",
        "[1, 2; sources differ]",
        "[no source says]",
        "[general knowledge]",
        "[counted here]",
        "",
    ]
    assert {statement["basis"] for statement in EVERY_BASIS} == set(BASIS)


def test_what_one_copy_means_is_told_only_where_it_is_marked() -> None:
    assert "One copy only:" in drawn(answer("area"))
    assert "One copy only:" not in drawn(answer("overview"))


def test_of_many_stories_the_first_are_shown_and_the_rest_counted() -> None:
    screen = drawn(answer("term"))
    assert "Río 8, Chile" in screen
    assert "Río 9, Chile" not in screen
    assert "2 more with --json." in screen


def test_the_overview_names_only_the_sources_of_what_it_says() -> None:
    screen = " ".join(drawn(answer("overview")).split())
    assert "Sources: 1 What Works Cities, 2 City News, 3 Gaceta." in screen
    short = {**EXPLAINED["overview"], "text": EVERY_BASIS[:1]}
    screen = " ".join(drawn(explanations.explanation(cast("Explanation", short))).split())
    assert "Sources: 1 What Works Cities, 2 City News. Addresses" in screen


def test_the_flat_formats_have_a_row_a_statement() -> None:
    rows = answer("area").rows
    assert [(row["id"], row["basis"]) for row in rows] == [
        ("performance-and-analytics", "stated"),
        ("pa1", "second-hand"),
        ("pa2", "stated"),
    ]
    assert [column.name for column in answer("area").columns] == list(rows[0])
    assert rows[0]["es"] == "Desempeño y analítica"


def test_json_is_the_explanation_itself() -> None:
    assert answer("term").records == EXPLAINED["term"]
