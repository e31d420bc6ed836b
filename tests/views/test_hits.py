"""The list of stories that a search found; the hits are made by hand, not searched for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests import showcase
from tests.screens import drawn, held, in_each_format, missing, page, widest
from wwc_cli.render import table
from wwc_cli.views import hits
from wwc_cli.views.model import Note, Span, Table, plain

if TYPE_CHECKING:
    from wwc_cli.views.model import Answer

HITS = [
    showcase.make_hit(
        "port-st-mary-or",
        city="Port St. Mary",
        subdivision="Oregon",
        headline="Safer Streets: How a Harbor City [re]Counted “Near Misses”",
        level="gold",
        score=100,
        snippet="The city counted near misses on film, painted the worst **streets** first, and"
        " had 19% fewer crashes in 2024 than in 2023.",
        matched=[
            {"field": "headline", "term": "streets", "via": "word"},
            {"field": "summary", "term": "streets", "via": "word"},
            {"field": "metrics", "term": "safe", "via": "stem"},
        ],
    ),
    showcase.make_hit(
        "rio-alto-cl",
        city="Río Alto",
        subdivision="Ñuble",
        country="Chile",
        country_code="CL",
        headline="Menos robos, más árboles",
        topics=["environment", "public-safety"],
        level=None,
        coverage="brief",
        origin="library",
        score=7,
        snippet="",
        matched=[{"field": "topics", "term": "safety", "via": "synonym"}],
    ),
]
FOUND = showcase.found(*HITS, total=12)


def answered(*, is_ranked: bool = True, explain: bool = False) -> Answer:
    return hits.hits(FOUND, is_ranked=is_ranked, explain=explain)


@pytest.mark.parametrize("width", [60, 80, 100, 160])
def test_the_stories_found(width: int) -> None:
    held(f"search-{width}", drawn(answered(), width))


def test_the_stories_found_with_reasons() -> None:
    held("search-explained-80", drawn(answered(explain=True)))


def test_stories_without_a_query_have_neither_rank_nor_score() -> None:
    held("search-unranked-80", drawn(answered(is_ranked=False)))


def test_the_stories_found_in_ascii() -> None:
    held("search-ascii", table.render(answered().sheet(), page(80, unicode=False)))


@pytest.mark.parametrize("format_name", ["plain", "markdown"])
def test_the_stories_found_in_the_other_formats_for_people(format_name: str) -> None:
    held(f"search-{format_name}", in_each_format(answered())[format_name])


@pytest.mark.parametrize("width", [20, 40, 60, 80, 160])
def test_no_line_is_wider_than_the_page(width: int) -> None:
    assert widest(drawn(answered(explain=True), width)) <= width


@pytest.mark.parametrize("width", [60, 80, 160])
def test_every_word_of_a_hit_is_on_the_screen(width: int) -> None:
    words = [
        word
        for hit in HITS
        for field in ("city", "city_id", "headline", "snippet")
        for word in str(dict(hit)[field]).split()
    ]
    assert missing([*words, "Oregon", "Chile", "gold", "100"], drawn(answered(), width)) == []


def test_nothing_found_is_said_with_what_was_searched() -> None:
    nothing = hits.hits(showcase.found(), is_ranked=True, explain=False)
    assert drawn(nothing) == "No story found; 24 stories searched.\n"
    assert nothing.records == []


def test_the_footer_says_how_many_more_there_are_and_how_to_see_them() -> None:
    note = answered().sheet()[-1]
    assert isinstance(note, Note)
    assert plain(note.text) == (
        "12 stories, the first 2 shown (--limit 0 shows all). wwc show CITY has a story whole."
        " In brief: a story written from part of its page."
    )


def test_one_story_is_not_called_stories() -> None:
    note = hits.hits(showcase.found(HITS[0]), is_ranked=True, explain=False).sheet()[-1]
    assert isinstance(note, Note)
    assert plain(note.text) == "1 story. wwc show CITY has a story whole."


@pytest.mark.parametrize("format_name", ["table", "plain", "markdown"])
def test_a_story_in_brief_is_marked_in_every_format_for_people(format_name: str) -> None:
    brief = showcase.make_hit(headline="Fines off the Books", coverage="brief")
    answer = hits.hits(showcase.found(brief), is_ranked=True, explain=False)
    shown = " ".join(in_each_format(answer)[format_name].split())
    assert "Fines off the Books (in brief)" in shown.replace("**", "")
    assert "In brief: a story written from part of its page." in shown


def test_a_snippet_has_its_matched_words_as_spans() -> None:
    assert hits.marked("the **worst** street: **safe**") == [
        "the ", Span("worst", "match"), " street: ", Span("safe", "match")
    ]  # fmt: skip


def test_a_story_without_a_snippet_shows_its_topics() -> None:
    (found, _) = answered().sheet()
    assert isinstance(found, Table)
    assert plain(found.rows[1][2]) == (
        "Menos robos, más árboles (in brief) (your library)\nenvironment, public safety"
    )


def test_reasons_are_by_word_with_the_way_where_it_is_not_the_word_itself() -> None:
    (found, _) = answered(explain=True).sheet()
    assert isinstance(found, Table)
    reasons = [plain(row[2]).splitlines()[-1] for row in found.rows]
    assert reasons == [
        "found by streets in headline, summary; safe (stem) in metrics",
        "found by safety (synonym) in topics",
    ]


def test_the_columns_are_the_keys_of_a_hit() -> None:
    assert {column.name for column in hits.COLUMNS} == set(HITS[0])


def test_a_match_is_one_part_of_a_cell() -> None:
    (column,) = [column for column in hits.COLUMNS if column.name == "matched"]
    assert column.cell(HITS[1]) == ["topics:safety:synonym"]
