"""A brief as a page, drawn from a made-up store of two cities."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests import showcase
from tests.core import stores
from tests.pages import assert_sound
from tests.screens import drawn, held, in_each_format, missing, page, widest
from wwc_cli.core.brief import brief as write
from wwc_cli.core.brief_stories import Wanted
from wwc_cli.render import html, table
from wwc_cli.views import brief as view
from wwc_cli.views.model import Heading, Note, Paragraph, plain

if TYPE_CHECKING:
    from wwc_cli.core.answers import Brief, BriefFigure, BriefStory
    from wwc_cli.core.catalogue import Catalogue
    from wwc_cli.views.model import Answer

HARBOR, RIO = showcase.harbor(), showcase.rio_alto()


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return stores.opened(
        tmp_path_factory.mktemp("brief"),
        cities=[HARBOR["city"], RIO["city"]],
        stories=[*HARBOR["stories"], *RIO["stories"]],
        sources=HARBOR["sources"],
        certifications=[],
    )


@pytest.fixture
def written(catalogue: Catalogue) -> Brief:
    return write(Wanted(text="public safety", countries=["us", "cl"]), catalogue).brief


@pytest.fixture
def answer(written: Brief) -> Answer:
    return view.brief(written)


def figure(**changes: Any) -> BriefFigure:
    """Return a figure of Port St. Mary, with *changes*."""
    made: Any = {**HARBOR["stories"][0]["metrics"][0], "city": "Alpha", "citation": 1}
    made.update(changes)
    return made  # type: ignore[no-any-return]  # what a view looks at, and no more


@pytest.mark.parametrize("width", [60, 80, 140])
def test_a_brief(width: int, answer: Answer) -> None:
    held(f"brief-{width}", drawn(answer, width))


@pytest.mark.parametrize("format_name", ["plain", "markdown"])
def test_a_brief_in_the_other_formats_for_people(format_name: str, answer: Answer) -> None:
    held(f"brief-{format_name}", in_each_format(answer)[format_name])


def test_a_brief_in_ascii(answer: Answer) -> None:
    held("brief-ascii", table.render(answer.sheet(), page(80, unicode=False)))


def test_a_brief_as_a_page(answer: Answer) -> None:
    made = html.render(answer.sheet(), page(), title=answer.title)
    assert assert_sound(made).texts("h2") == [
        "What cities did", "The figures", "What is not known", "Sources",
    ]  # fmt: skip
    held("brief-html", made.partition("</head>\n")[2])


@pytest.mark.parametrize("width", [20, 40, 60, 80, 140])
def test_no_line_is_wider_than_the_page(width: int, answer: Answer) -> None:
    assert widest(drawn(answer, width)) <= width


@pytest.mark.parametrize("width", [60, 80, 140])
def test_every_word_of_the_stories_is_on_the_screen(
    width: int, answer: Answer, written: Brief
) -> None:
    words = [word for story in written["stories"] for word in story["summary"].split()]
    words += [word for sentence in written["not_known"] for word in sentence.split()]
    assert missing(words, drawn(answer, width)) == []


def test_nothing_found_is_said_with_what_was_searched(catalogue: Catalogue) -> None:
    nothing = view.brief(write(Wanted(text="qqzzqq"), catalogue).brief)
    (note,) = nothing.sheet()
    assert isinstance(note, Note)
    assert plain(note.text).startswith("No story found; 3 stories searched. Topics to try: ")
    empty: Brief = write(
        Wanted(text="public safety", countries=["us"], levels=["gold"]), catalogue
    ).brief
    (bare,) = view.brief(empty).sheet()
    assert isinstance(bare, Note)
    assert plain(bare.text) == "No story found; 3 stories searched."


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "2024, against 2023"),
        ({"period": None}, "against 2023"),
        ({"baseline_period": None}, "2024, no baseline"),
        ({"baseline_period": None, "from_value": 6}, "2024"),
        ({"baseline_period": None, "period": None}, "no period, no baseline"),
        ({"baseline_period": None, "period": "2022 to 2023"}, "2022 to 2023"),
        ({"baseline_period": None, "period": None, "direction": "none"}, "no period"),
        ({"baseline_period": None, "direction": "none"}, "2024"),
        ({"baseline_period": None, "kind": "target"}, "2024"),
    ],
)
def test_a_basis_is_the_time_and_what_is_missing(changes: dict[str, Any], said: str) -> None:
    assert view._basis(figure(**changes)) == said


@pytest.mark.parametrize(
    ("changes", "text", "is_in"),
    [
        ({}, "Crashes fell by 19% at once.", True),
        ({}, "The 19 crashes of 2023.", False),
        ({}, "A fall of 119%, or 19.5%.", False),
        ({"unit": "people", "value": 37}, "It helped 37 people.", True),
        ({"unit": "people", "value": 37}, "It helped 37 families.", False),
        ({"unit": "properties", "value": 15_000}, "down by 15,000 by 2018", True),
        ({"unit": "properties", "value": 15_000}, "down by 115,000 by 2018", False),
        ({"unit": "USD", "value": 22_000_000}, "It spent $22,000,000 on it.", True),
        ({"value": None, "unit": None}, "Fewer crashes.", True),
        ({"value": None, "unit": None}, "Fewer thefts.", False),
    ],
)
def test_a_summary_has_a_figure_where_its_number_stands_in_it(
    changes: dict[str, Any], text: str, is_in: bool
) -> None:
    assert view._is_in(figure(**changes), text) is is_in


def test_a_summary_without_a_figure_on_the_matter_is_followed_by_one(written: Brief) -> None:
    story: BriefStory = {**written["stories"][0], "summary": "It counted."}
    assert plain(view._told(story)).endswith(
        "It counted. Crashes were 19% lower in 2024 than in 2023."
    )
    assert plain(view._told({**story, "figures": []})).endswith("It counted.")
    assert plain(view._told({**story, "headline": "Why?"})).startswith("Why? It counted.")


def test_a_story_in_brief_and_one_of_the_library_are_told_as_such(written: Brief) -> None:
    told = plain(view._told({**written["stories"][0], "coverage": "brief", "origin": "library"}))
    assert told.endswith("In brief: written from part of the page. From your library.")


def test_each_city_has_its_heading_with_the_number_of_its_source(answer: Answer) -> None:
    blocks = answer.sheet()
    cities = [b.text for b in blocks if isinstance(b, Heading) and b.level == 3]
    assert cities == ["Port St. Mary, Oregon [1]", "Río Alto, Chile [2]"]
    assert sum(isinstance(block, Paragraph) for block in blocks) == len(cities)


def test_the_columns_are_the_keys_of_a_figure(answer: Answer, written: Brief) -> None:
    assert {column.name for column in answer.columns} == set(written["figures"][0])
    assert answer.rows == written["figures"]


def test_a_citation_has_its_text_in_apa(answer: Answer) -> None:
    first = answer.records["citations"][0]
    assert list(first) == ["story_id", "city_id", "city", "source_id", "key", "style", "text",
                           "item"]  # fmt: skip
    assert (first["style"], first["text"]) == (
        "apa", "City News. (2025, February). Safer Streets. https://example.org/story"
    )  # fmt: skip
