"""The library on screen: what became of pages, the list of them, one of them, how it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests import showcase
from tests.factories import make_event, make_source
from tests.library_factories import (
    LIBRARY,
    make_collected,
    make_collected_event,
    make_health,
    make_held,
    make_report,
)
from tests.screens import drawn, held, in_each_format, missing, page, widest
from wwc_cli.core.collecting import NOTHING
from wwc_cli.render import plain, table
from wwc_cli.views import shelf
from wwc_cli.views.model import Note

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wwc_cli.core.library_records import (
        Collected,
        Held,
        Holding,
        Status,
    )
    from wwc_cli.views.model import Answer

WIDTHS = (80, 140)
LONG = "Improving Quality of Life Through a Data-Driven, Resident-Oriented Municipal Budget"


EVENTS = [
    make_collected_event(level="platinum", event="moved-up"),
    make_collected_event(),
    make_collected_event(),
    make_collected_event(level=None, event="recertified"),
    make_collected_event("unchanged", level=None, event="honor-roll", date="2018"),
]
REPORTS = [
    make_report(
        "saved pages/" + "a-long-way-down/" * 5 + "two stories.html",
        stories=[
            make_collected(),
            make_collected(
                "updated",
                id="san-juan-de-los-molinos-del-valle-ar",
                city="San Juan de los Molinos del Valle",
                headline=LONG,
                metrics=0,
                quotes=1,
            ),
        ],
    ),
    make_report("again.txt", stories=[make_collected("repeated")]),
    make_report("-", certifications=EVENTS),
    make_report("letter.txt", problem=NOTHING),
    make_report("photo.jpg", problem="it is a picture; save the page as HTML or as text"),
]
PAGES = [
    make_held("alpha-nj", is_bundled=True),
    make_held(
        "san-juan-de-los-molinos-del-valle-ar",
        city="San Juan de los Molinos del Valle",
        title=LONG,
        metrics=1,
        quotes=0,
        certifications=1,
        accessed=None,
    ),
    make_held(
        "announcement-2026-01-14",
        kind="announcement",
        city_id=None,
        city=None,
        title="Thirteen new cities [are] certified",
        metrics=0,
        quotes=0,
        certifications=32,
    ),
]


def added(*reports: Collected, is_dry: bool = False) -> Answer:
    return shelf.added(reports, [], is_dry=is_dry)


def a_story() -> Holding:
    """Return the page of the harbor city's story."""
    harbor = showcase.harbor()
    (story,) = harbor["stories"]
    return {
        "page": make_held(
            story["id"],
            city_id=story["city_id"],
            city="Port St. Mary",
            title=story["headline"],
            is_bundled=True,
        ),
        "story": {**story, "origin": "library", "programs": [], "challenge": None},
        "certifications": [make_event(story["city_id"], date="2024", basis="derived")],
        "sources": [harbor["sources"][-1]],
    }


def an_announcement() -> Holding:
    """Return a page that announces certifications."""
    return {
        "page": PAGES[2],
        "story": None,
        "certifications": [
            make_event("alpha-nj", date="2026-01-14"),
            make_event("omega-or", date="2026-01-14", level=None, event="recertified"),
        ],
        "sources": [make_source("announcement-2026-01-14", url=None, publisher=None)],
    }


SHEETS = {
    "add": added(*REPORTS),
    "list": shelf.held(PAGES, LIBRARY),
    "show-story": shelf.holding(a_story()),
    "show-announcement": shelf.holding(an_announcement()),
    "check": shelf.health(make_health()),
}


def read_out(answer: Answer) -> str:
    return plain.render(answer.sheet())


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", SHEETS)
def test_the_screens_of_the_library(name: str, width: int) -> None:
    held(f"library-{name}-{width}", drawn(SHEETS[name], width))


@pytest.mark.parametrize("format_name", ["plain", "markdown"])
@pytest.mark.parametrize("name", ["add", "list"])
def test_the_screens_in_the_other_formats_for_people(name: str, format_name: str) -> None:
    held(f"library-{name}-{format_name}", in_each_format(SHEETS[name])[format_name])


@pytest.mark.parametrize("width", [20, 40, 60, *WIDTHS])
@pytest.mark.parametrize("name", SHEETS)
def test_no_line_is_wider_than_the_page(name: str, width: int) -> None:
    assert widest(drawn(SHEETS[name], width)) <= width


@pytest.mark.parametrize("width", [60, *WIDTHS])
def test_every_word_of_a_list_is_on_the_screen(width: int) -> None:
    said = "Safer Streets 2 quotes 20 Jan 2026 32 certifications 1 certification San Juan de los"
    words = f"{said} Molinos del Valle: {LONG} announcement-2026-01-14".split()
    assert missing(words, drawn(SHEETS["list"], width)) == []


def test_a_screen_in_ascii_has_no_sign_of_ours_that_is_not() -> None:
    for name in ("add", "list", "check"):
        assert table.render(SHEETS[name].sheet(), page(80, unicode=False)).isascii()


# add


@pytest.mark.parametrize(
    ("status", "is_dry", "begins", "note"),
    [
        ("new", False, "Added ", "To see what was read: wwc library show alpha-nj"),
        ("updated", False, "Updated ", "To see what was read: wwc library show alpha-nj"),
        ("unchanged", False, "Already there, and unchanged: ", "To see what was read: wwc library"),
        ("new", True, "Would add ", "Nothing was stored: this was a dry run."),
        ("updated", True, "Would update ", "Nothing was stored: this was a dry run."),
    ],
)
def test_one_story_of_one_file_is_a_sentence(
    status: Status, is_dry: bool, begins: str, note: str
) -> None:
    shown = read_out(added(make_report(stories=[make_collected(status)]), is_dry=is_dry))
    said = "Alpha: Safer Streets (alpha-nj), with 6 figures and 2 quotes.\n\n"
    assert shown.startswith(f"{begins}{said}{note}")


@pytest.mark.parametrize(
    ("metrics", "quotes", "end"),
    [(1, 1, ", with 1 figure and 1 quote."), (0, 3, ", with 3 quotes."), (0, 0, " (alpha-nj).")],
)
def test_what_a_page_has_none_of_is_left_out(metrics: int, quotes: int, end: str) -> None:
    report = make_report(stories=[make_collected(metrics=metrics, quotes=quotes)])
    assert read_out(added(report)).splitlines()[0].endswith(end)


def test_one_announcement_is_a_sentence() -> None:
    assert read_out(added(make_report(certifications=EVENTS[:4]))) == (
        "Added 4 certifications of 14 Jan 2026: 1 moved up to platinum, 2 certified at silver"
        " and 1 recertified.\n"
    )


def test_a_sentence_begins_at_the_margin() -> None:
    assert drawn(added(make_report(stories=[make_collected()]))).startswith("Added Alpha: ")


def totals(reports: Sequence[Collected], *, is_dry: bool = False) -> str:
    note = list(shelf.added(reports, [], is_dry=is_dry).sheet())[-1]
    assert isinstance(note, Note)
    return str(note.text)


def test_the_last_line_counts_stories_and_certifications_by_what_became_of_them() -> None:
    assert totals(REPORTS) == (
        "2 stories (1 new, 1 updated) and 5 certifications (4 new, 1 unchanged)."
        " 1 told again in another file."
    )
    assert totals(REPORTS, is_dry=True).endswith(" Nothing was stored: this was a dry run.")


def test_a_file_is_named_on_one_line_and_harmlessly() -> None:
    shown = read_out(added(make_report("a\nb\x1b[2J\u202ec.html", problem=NOTHING), *REPORTS))
    assert shown.startswith("a?b?[2J?c.html\nResult: nothing\n")
    assert "\nWhat was piped in\nResult: new\n" in shown


def test_a_pipe_gets_each_id_once_and_the_rest_on_stderr() -> None:
    answer = shelf.added(REPORTS, ["letter.txt: nothing."], is_dry=False)
    assert answer.piped == "alpha-nj\nsan-juan-de-los-molinos-del-valle-ar\n"
    assert answer.piped_note == f"letter.txt: nothing.\n{totals(REPORTS)}"
    assert added(make_report(stories=[make_collected()])).piped_note is None


def test_rows_have_a_row_a_story_and_a_row_for_events_of_one_fate() -> None:
    answer = added(*REPORTS)
    rows: list[dict[str, Any]] = [
        {column.name: column.cell(row) for column in answer.columns} for row in answer.rows
    ]
    assert [(row["file"][:5], row["id"], row["certifications"], row["status"]) for row in rows] == [
        ("saved", "alpha-nj", None, "new"),
        ("saved", "san-juan-de-los-molinos-del-valle-ar", None, "updated"),
        ("again", "alpha-nj", None, "repeated"),
        ("-", None, 4, "new"),
        ("-", None, 1, "unchanged"),
        ("lette", None, None, None),
        ("photo", None, None, None),
    ]
    assert answer.records == tuple(REPORTS)


# list


@pytest.mark.parametrize(
    ("pages", "said"),
    [
        (PAGES, "2 stories, 1 of them in the store too; 1 announcement."),
        (PAGES[:1], "1 story, which is in the store too."),
        ([PAGES[0], PAGES[0]], "2 stories, all of them in the store too."),
        (PAGES[1:2], "1 story."),
        (PAGES[2:], "1 announcement."),
    ],
)
def test_the_last_line_counts_the_pages(pages: list[Held], said: str) -> None:
    assert read_out(shelf.held(pages, LIBRARY)).endswith(f"\n{said} The library is {LIBRARY}.\n")


def test_an_empty_library_says_how_to_fill_it() -> None:
    assert read_out(shelf.held([], LIBRARY)) == (
        "The library is empty. To put a page in: wwc library add FILE\n"
    )


# show, remove, path, check


def test_a_page_says_whether_the_store_has_its_story() -> None:
    said = "The store has this story too: wwc show port-st-mary-or gives both in one."
    assert said in read_out(SHEETS["show-story"])
    own = a_story()
    own["page"]["is_bundled"] = False
    assert "The store" not in read_out(shelf.holding(own))


def test_a_page_of_a_story_has_its_figures_its_quotations_and_its_text() -> None:
    shown = read_out(SHEETS["show-story"])
    for heading in ("In short", "Figures", "Who to ask", "In their words", "The page", "Sources"):
        assert f"\n{heading}\n" in shown
    assert "\nport-st-mary-or: certified at silver, 2024\n" in shown


def test_what_was_removed_is_told_in_a_sentence() -> None:
    assert read_out(shelf.removed(["a-nj"])) == "Removed a-nj.\n"
    assert read_out(shelf.removed(["a-nj", "b-nj", "c-nj"])) == (
        "Removed 3 pages: a-nj, b-nj and c-nj.\n"
    )
    assert shelf.removed(["a-nj"]).records == [{"id": "a-nj"}]


@pytest.mark.parametrize(
    ("previous", "said"),
    [
        ("good", f"Version before: good: {LIBRARY}.bak"),
        ("damaged", f"Version before: damaged: {LIBRARY}.bak"),
        (None, "Version before: none yet"),
    ],
)
def test_how_the_library_is_and_the_version_before(previous: str | None, said: str) -> None:
    shown = read_out(shelf.health(make_health(previous=previous))).splitlines()
    assert shown == [f"Library: good: {LIBRARY}", "Stories: 1,234", "Certifications: 32", said]


def test_where_there_is_no_library_its_place_is_told() -> None:
    shown = read_out(shelf.health(make_health(exists=False)))
    assert shown == f"There is no library yet; it would be {LIBRARY}.\n"
