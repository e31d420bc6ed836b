"""Two to four cities side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests import showcase
from tests.factories import make_city, make_metric, make_story
from tests.screens import drawn, held, in_each_format, missing, page, widest
from wwc_cli.core.compare import compare
from wwc_cli.render import plain, table
from wwc_cli.views import comparison
from wwc_cli.views.model import Note, SideBySide
from wwc_cli.views.model import plain as text_of

if TYPE_CHECKING:
    from typing import Any

    from wwc_cli.core.answers import Profile
    from wwc_cli.views.model import Answer

TWO = (showcase.harbor(), showcase.rio_alto())
FOUR = (*TWO, showcase.elm_grove(), showcase.long_name())


def compared(*profiles: Profile) -> Answer:
    return comparison.comparison(compare(profiles))


def told(*stories: Any, city_id: str = "alpha-nj", **changes: Any) -> Profile:
    """Return a city with those stories."""
    city = make_city(city_id, **changes)
    return {**showcase.unknown(), "city": city, "stories": list(stories)}


def cells(answer: Answer, aspect: str) -> list[str]:
    """Return what is said of each city under an aspect."""
    (sides,) = [block for block in answer.sheet() if isinstance(block, SideBySide)]
    (row,) = [of_cities for name, of_cities in sides.rows if text_of(name) == aspect]
    return [text_of(cell) for cell in row]


def footer(answer: Answer) -> str:
    (note,) = [block for block in answer.sheet() if isinstance(block, Note)]
    return text_of(note.text)


@pytest.mark.parametrize("width", [60, 80, 100, 160])
def test_two_cities_side_by_side(width: int) -> None:
    held(f"compare-2-{width}", drawn(compared(*TWO), width))


@pytest.mark.parametrize("width", [80, 160])
def test_four_cities_side_by_side(width: int) -> None:
    held(f"compare-4-{width}", drawn(compared(*FOUR), width))


@pytest.mark.parametrize("width", [80, 140])
def test_a_story_in_brief_beside_one_in_full(width: int) -> None:
    answer = compared(showcase.harbor(), showcase.bay_view())
    held(f"compare-brief-{width}", drawn(answer, width))
    assert cells(answer, "Story")[1] == "Fines off the Books (in brief)"
    assert footer(answer).endswith(" In brief: a story written from part of its page.")


def test_stories_in_full_need_no_mark() -> None:
    assert "in brief" not in footer(compared(TWO[0], showcase.elm_grove())).lower()


def test_two_cities_in_ascii() -> None:
    held("compare-2-ascii", table.render(compared(*TWO).sheet(), page(80, unicode=False)))


def test_two_cities_in_markdown() -> None:
    held("compare-2-markdown", in_each_format(compared(*TWO))["markdown"])


def test_two_cities_in_plain_words() -> None:
    rows = [block for block in compared(*TWO).sheet() if isinstance(block, SideBySide)]
    held("compare-2-plain", plain.render(rows))


def test_the_footer_in_plain_words_explains_what_stands_there() -> None:
    assert ". (shared) stands" not in plain.render(compared(*TWO).sheet())


@pytest.mark.parametrize("width", [20, 40, 60, 80, 160])
@pytest.mark.parametrize("profiles", [TWO, FOUR], ids=["two", "four"])
def test_no_line_of_a_comparison_is_wider_than_the_page(
    width: int, profiles: tuple[Profile, ...]
) -> None:
    assert widest(drawn(compared(*profiles), width)) <= width


@pytest.mark.parametrize(
    ("profiles", "width"), [(TWO, 60), (TWO, 80), (TWO, 160), (FOUR, 80), (FOUR, 160)]
)
def test_every_word_of_a_comparison_is_on_the_screen(
    profiles: tuple[Profile, ...], width: int
) -> None:
    answer = compared(*profiles)
    words = [
        word
        for block in answer.sheet()
        if isinstance(block, SideBySide)
        for name, cells in (("", block.columns), *block.rows)
        for text in map(text_of, (name, *cells))
        for word in text.split()
    ]
    assert len(words) > 100
    assert missing(words, drawn(answer, width)) == []


def test_no_word_is_broken_where_four_cities_share_a_narrow_page() -> None:
    topics = ["infrastructure-and-utilities", "cross-sector-collaboration", "transportation"]
    profiles = [
        told(make_story(city_id, topics=topics, metrics=[make_metric(theme="participation")]),
             city_id=city_id)
        for city_id in ("alpha-nj", "beta-nj", "gamma-nj", "delta-nj")
    ]  # fmt: skip
    words = ["infrastructure", "collaboration", "transportation"] * 4
    assert missing(words, drawn(compared(*profiles), 80)) == []


def test_an_aspect_that_no_city_has_is_left_out() -> None:
    answer = compared(showcase.elm_grove(), showcase.long_name())
    (sides,) = [block for block in answer.sheet() if isinstance(block, SideBySide)]
    assert [name for name, _ in sides.rows] == ["Size", "Certified"]
    assert footer(answer).startswith("No shared topic.")


def test_shared_topics_come_first_and_are_marked() -> None:
    assert cells(compared(*TWO), "Topics") == [
        "public safety =\ninfrastructure and utilities =\ntransportation",
        "public safety =\ninfrastructure and utilities =\nenvironment",
    ]


def test_a_theme_on_which_two_cities_have_figures_is_marked() -> None:
    (sides, note) = compared(*TWO).sheet()
    assert isinstance(sides, SideBySide)
    themes = [text_of(name) for name, _ in sides.rows][7:-2]
    assert themes == ["traffic safety =", "service speed", "public space", "mobility", "trust",
                      "trees"]  # fmt: skip
    assert isinstance(note, Note)
    assert "Figures of one kind and unit: traffic safety." in text_of(note.text)


def test_figures_are_given_with_subject_and_time() -> None:
    assert cells(compared(*TWO), "traffic safety =")[0].splitlines() == [
        "↓ 19% crashes (2024, against 2023)",
        "up to $22,000,000: spent on crossings",
        "↓ 0 people: deaths on the road (2030)",
    ]


def test_more_figures_than_fit_are_counted() -> None:
    metrics = [make_metric(value=at, subject=f"subject {at}") for at in range(1, 10)]
    of_first = cells(compared(told(make_story(metrics=metrics)), TWO[1]), "traffic safety =")[0]
    assert of_first.splitlines()[-1] == "and 3 more"
    assert len(of_first.splitlines()) == 7


def test_population_as_a_theme_is_told_by_the_size() -> None:
    story = make_story(metrics=[make_metric(theme="population", unit="people")])
    shown = drawn(compared(told(story), TWO[1]))
    assert "100,000 people" in shown
    assert "population not known" in shown
    assert "\npopulation" not in shown


def test_prose_is_given_by_its_first_sentence() -> None:
    story = make_story(outcome="Crashes fell by 1.5% in 2024. 12 crossings were painted.")
    assert cells(compared(told(story), TWO[1]), "Outcome")[0] == "Crashes fell by 1.5% in 2024."


@pytest.mark.parametrize(
    "sentence",
    [
        "Port St. Lucie had few sidewalks.",
        "The U.S. Census missed households.",
        "Mayor Ras J. Baraka named the problem.",
    ],
)
def test_an_abbreviation_does_not_end_the_first_sentence(sentence: str) -> None:
    story = make_story(challenge=f"{sentence} More follows.")
    assert cells(compared(told(story), TWO[1]), "Challenge")[0] == sentence


def test_a_long_step_ends_at_a_pause_and_shows_that_it_goes_on() -> None:
    long = (
        "Counted all crossings, near schools and far from them, each with a film of its own, twice."
    )
    steps = ["Counted crossings.", long, "a " * 20]
    assert cells(compared(told(make_story(approach=steps)), TWO[1]), "Approach")[0] == (
        "1. Counted crossings\n"
        "2. Counted all crossings, near schools and far from them …\n"
        f"3. {'a ' * 14}…"
    )


def test_a_row_of_the_flat_formats_is_an_aspect_with_a_column_a_city() -> None:
    answer = compared(*TWO)
    assert [column.name for column in answer.columns] == [
        "aspect", "port-st-mary-or", "rio-alto-cl"
    ]  # fmt: skip
    assert answer.rows[1] == {
        "aspect": "Size",
        "port-st-mary-or": "123,456 people",
        "rio-alto-cl": "population not known",
    }
