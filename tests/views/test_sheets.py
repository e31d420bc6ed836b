"""A city on one sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests import showcase
from tests.factories import make_city, make_event, make_story
from tests.screens import drawn, held, in_each_format, missing, page, widest
from wwc_cli.core.standing import standing
from wwc_cli.render import markdown, plain, table
from wwc_cli.views import sections, sheets
from wwc_cli.views.model import Groups, Heading, Note, Title

if TYPE_CHECKING:
    from wwc_cli.core.records import Certification

HARBOR = showcase.harbor()
WIDTHS = (60, 80, 100, 160)


def every_word() -> list[str]:
    """Return the words of the harbor city that its sheet promises to show, prose first."""
    (story,) = HARBOR["stories"]
    texts = [
        HARBOR["city"]["id"],
        story["headline"],
        story["summary"],
        str(story["challenge"]),
        *story["approach"],
        str(story["outcome"]),
        *(metric["subject"] for metric in story["metrics"]),
        *(f"{program['name']} {program['description']}" for program in story["programs"]),
        *(f"{person['name']} {person['role']}" for person in story["people"]),
        ", ".join(story["partners"]),
        ", ".join(story["tools"]),
        "data management, performance and analytics",
        "Worked out from two lists.",
        "Río Alto, Chile Menos robos, más árboles (in brief).",
        "results on traffic safety; public safety",
        "“Count what nearly happened [and] you need not count the dead.” “We were asked twice.”",
        "Not named How We Counted. Saved 20 Jan 2026. Read from a page saved as counted.html.",
        "City News: Gaceta: No address was found. The title is inferred from the address.",
    ]
    return [word for text in texts for word in text.split()]


@pytest.mark.parametrize("width", WIDTHS)
def test_the_sheet_of_a_city_with_all_there_can_be(width: int) -> None:
    held(f"show-{width}", drawn(sheets.city(HARBOR, section=None), width))


@pytest.mark.parametrize("width", [20, 33, *WIDTHS])
def test_no_line_of_a_sheet_is_wider_than_the_page(width: int) -> None:
    assert widest(drawn(sheets.city(HARBOR, section=None), width)) <= width


@pytest.mark.parametrize("width", WIDTHS)
def test_every_word_of_a_city_is_on_its_sheet(width: int) -> None:
    assert missing(every_word(), drawn(sheets.city(HARBOR, section=None), width)) == []


@pytest.mark.parametrize("width", [20, 60, 80, 160])
def test_a_long_address_is_folded_and_whole(width: int) -> None:
    screen = drawn(sheets.city(HARBOR, section="sources"), width)
    assert str(HARBOR["sources"][1]["url"]) in "".join(screen.split())


@pytest.mark.parametrize("format_name", ["plain", "markdown"])
def test_the_sheet_of_a_city_in_the_other_formats_for_people(format_name: str) -> None:
    held(f"show-{format_name}", in_each_format(sheets.city(HARBOR, section=None))[format_name])


def test_the_sheet_of_a_city_in_ascii() -> None:
    screen = table.render(sheets.city(HARBOR, section=None).sheet(), page(80, unicode=False))
    held("show-ascii", screen)
    drawn_by_us = screen
    for ours_in_data in ("é", "í", "á", "Ñ"):  # letters of the data are the stream's business
        drawn_by_us = drawn_by_us.replace(ours_in_data, "")
    assert drawn_by_us.isascii()


def test_a_city_with_two_stories_abroad() -> None:
    held("show-two-stories-80", drawn(sheets.city(showcase.rio_alto(), section=None)))


def test_a_story_in_brief_says_what_it_was_written_from() -> None:
    held("show-brief-80", drawn(sheets.city(showcase.bay_view(), section=None)))


@pytest.mark.parametrize("section", ["summary", "metrics", "people"])
@pytest.mark.parametrize("format_name", ["table", "plain", "markdown"])
def test_a_section_of_a_story_in_brief_says_so(section: str, format_name: str) -> None:
    shown = in_each_format(sheets.city(showcase.bay_view(), section=section))[format_name]
    assert "Fines off the Books (in brief)\n" in shown
    assert "In brief: a story written from part of its page." in shown
    told = in_each_format(sheets.city(HARBOR, section=section))[format_name]
    assert "in brief" not in told.lower()


def test_a_related_story_in_brief_is_marked_and_the_mark_explained() -> None:
    shown = plain.render(sheets.city(HARBOR, section="related").sheet())
    assert "Menos robos, más árboles (in brief). Shares results on traffic safety" in shown
    assert shown.endswith("In brief: a story written from part of its page.\n")


def test_a_certified_city_without_a_story_says_so() -> None:
    held("show-no-story-80", drawn(sheets.city(showcase.elm_grove(), section=None)))


def test_a_city_of_the_honor_roll_is_not_called_certified() -> None:
    held("show-honor-roll-80", drawn(sheets.city(showcase.long_name(), section=None)))


def test_a_city_of_which_nothing_is_known_says_so() -> None:
    screen = drawn(sheets.city(showcase.unknown(), section=None))
    assert "No story of this city is in the store" in screen
    assert "No certification of this city is known." in screen


@pytest.mark.parametrize("section", ["metrics", "certification", "people", "quotes", "text"])
def test_one_section_has_the_title_and_that_part_only(section: str) -> None:
    held(f"show-{section}-80", drawn(sheets.city(HARBOR, section=section)))


@pytest.mark.parametrize("section", [name for name in sections.NAMES if name != "metrics"])
@pytest.mark.parametrize("format_name", ["table", "plain", "markdown"])
def test_every_section_of_every_city_can_be_shown(section: str, format_name: str) -> None:
    for profile in (HARBOR, showcase.rio_alto(), showcase.elm_grove(), showcase.unknown()):
        name = profile["city"]["name"]
        shown = in_each_format(sheets.city(profile, section=section))[format_name]
        assert name in shown


def test_the_figures_of_a_story_without_figures_can_be_shown() -> None:
    screen = drawn(sheets.city(showcase.rio_alto(), section="metrics"))
    assert "Agua sin fugas (in brief)" in screen
    assert screen.count("No figures.") == 1


def test_metrics_stand_in_groups_by_kind_outcomes_first() -> None:
    blocks = sheets.city(HARBOR, section="metrics").sheet()
    (groups,) = [block for block in blocks if isinstance(block, Groups)]
    assert [(name, len(rows)) for name, rows in groups.groups] == [
        ("What changed (outcomes)", 4),
        ("What was done (outputs)", 1),
        ("What was aimed at (targets)", 1),
        ("What it was about (context)", 1),
    ]


def test_a_section_gives_its_rows_to_the_flat_formats_and_to_json() -> None:
    answer = sheets.city(HARBOR, section="people")
    expected = [
        {"story_id": "port-st-mary-or", "name": "Ana Pérez-O'Neill", "role": "Chief Data Officer"}
    ]
    assert answer.records == expected
    assert answer.rows == expected
    assert [column.name for column in answer.columns] == ["story_id", "name", "role"]


def test_the_whole_gives_the_profile_to_json_and_the_metrics_to_the_flat_formats() -> None:
    answer = sheets.city(HARBOR, section=None)
    assert answer.records == HARBOR
    assert [row["subject"] for row in answer.rows][:2] == ["crashes", "wait for a building permit"]


def test_a_sheet_says_what_a_story_was_written_from() -> None:
    shown = plain.render(sheets.city(showcase.rio_alto(), section=None).sheet())
    about = "infrastructure and utilities, 2022, in brief: written from part of the page"
    assert f"{about}, from your library\n" in shown


@pytest.mark.parametrize(
    ("events", "said"),
    [
        ([make_event()], "Certified since 23 Jan 2024."),
        ([make_event(level=None)], "Certified since 23 Jan 2024, level not stated in any source"),
        (
            [make_event(date="2019"), make_event(level="gold", event="moved-up")],
            "Certified since 2019, gold as of 23 Jan 2024.",
        ),
        (
            [make_event(date="2019-04"), make_event(level=None, event="recertified")],
            "Certified since Apr 2019; recertified 23 Jan 2024.",
        ),
        (
            [make_event(date="2019-04"), make_event(event="recertified")],
            "Certified since Apr 2019, silver as of 23 Jan 2024.",
        ),
        ([make_event(event="honor-roll", level=None)], "On the honor roll, 23 Jan 2024; not cert"),
    ],
)
def test_the_title_says_how_a_city_stands(events: list[Certification], said: str) -> None:
    profile = showcase.unknown() | {"certification": standing(events)}
    (title, *_) = sheets.city(profile, section=None).sheet()
    assert isinstance(title, Title)
    assert str(title.below[0]).startswith(said)


def test_parts_that_are_not_known_are_left_out_without_a_heading() -> None:
    bare = make_story(
        challenge=None, outcome=None, approach=[], metrics=[], programs=[], people=[],
        partners=[], tools=[], practices=[],
    )  # fmt: skip
    profile = showcase.unknown() | {"city": make_city(), "stories": [bare]}
    blocks = sheets.city(profile, section=None).sheet()
    assert [b.text for b in blocks if isinstance(b, Heading)] == ["Safer Streets"]
    assert [b.text for b in blocks if isinstance(b, Note)] == [
        "No certification of this city is known."
    ]


def section(name: str, **story: Any) -> str:
    """Return a section of a city with one story, as it is read out."""
    profile = showcase.unknown()
    profile["stories"] = [make_story(**story)]
    return plain.render(sheets.city(profile, section=name).sheet())


def test_where_the_words_of_the_page_are_not_there_it_is_said_how_to_get_them() -> None:
    for name in ("quotes", "text"):
        assert section(name).endswith(
            "\nThe page's own words are not in the store. To have them: wwc library add FILE\n"
        )
    assert section("tools", tools=[]).endswith("\nThe story has nothing on this.\n")


def test_a_page_on_which_nobody_is_quoted_says_so() -> None:
    assert section("quotes", text=["A street."]).endswith("\nNobody is quoted on the page.\n")


def test_a_quotation_stands_beside_who_says_it() -> None:
    shown = plain.render(sheets.city(HARBOR, section="quotes").sheet())
    said = "“Count what nearly happened [and] you need not count the dead.”"
    assert f"\nAna Pérez-O'Neill, Chief Data Officer: {said}\n" in shown
    assert "\nNot named: “We were asked twice.”\n" in shown


def test_the_whole_of_a_city_has_its_quotations_and_not_the_whole_text() -> None:
    headings = [b.text for b in sheets.city(HARBOR, section=None).sheet() if isinstance(b, Heading)]
    assert "In their words" in headings
    assert "The page" not in headings


def test_a_source_without_a_publisher_is_told_by_its_title() -> None:
    shown = plain.render(sheets.city(HARBOR, section="sources").sheet())
    assert (
        "\n4. How We Counted. Saved 20 Jan 2026. Read from a page saved as counted.html.\n" in shown
    )


def test_a_headline_with_brackets_is_shown_as_it_is() -> None:
    assert "City [re]Counted" in drawn(sheets.city(HARBOR, section=None), 160)
    assert r"City \[re\]Counted" in markdown.render(sheets.city(HARBOR, section=None).sheet())
