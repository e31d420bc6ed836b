"""A page saved as text becomes lines: joined where a terminal broke them, each with its kind."""

from __future__ import annotations

import pytest

from tests.importers import reading
from wwc_cli.importers.decoding import NotText
from wwc_cli.importers.plain_text import LONGEST, bare, kind, page


def texts(text: str) -> list[str]:
    return [line.text for line in page(text).lines]


def test_each_line_is_a_line_with_the_empty_ones_before_it_counted() -> None:
    lines = page("one\n\n\ntwo\nthree").lines
    assert [(line.text, line.gap) for line in lines] == [("one", 0), ("two", 2), ("three", 0)]


@pytest.mark.parametrize("sign", ["•", "●", "–", "—", "*", "-", "·", "1.", "12)"])
def test_an_item_of_a_list_is_known_by_its_sign(sign: str) -> None:
    assert kind(f"{sign} lamps mended") == "item"
    assert bare(f"{sign} lamps mended") == "lamps mended"


@pytest.mark.parametrize("text", ["40 lamps", "3.5 miles", "2024. And on", "-5 degrees", "1.5x"])
def test_a_number_at_its_beginning_makes_no_item(text: str) -> None:
    assert kind(text) == "text"
    assert bare(text) == text


def test_a_badge_is_told_by_its_words() -> None:
    assert kind("Gold Certification Badge 2021") == "badge"
    assert kind("She keeps a gold certification badge " + "in a drawer " * 10) == "text"


def test_white_space_of_any_kind_is_one_space_and_hidden_characters_go() -> None:
    assert texts("a\u00a0\u2003b\tc\u00ad\u200bd\x1b[2J\u202ee") == ["a b cde"]


def test_a_line_without_a_word_is_none() -> None:
    assert texts("---\n* * *\nword") == ["word"]


def test_lines_that_a_terminal_broke_are_joined_and_lists_are_not() -> None:
    lines = (reading.PAGES / "wrapped.txt").read_text(encoding="utf-8")
    joined = texts(lines)
    assert joined[2:7] == [
        "Project Type:",
        "Public Safety",
        "At a Glance",
        (
            "* 30% more boats were seen on the river in 2024"
            " than in the year before, when nobody looked."
        ),
        "* 12 bridges have a counter.",
    ]
    # An address is longer than the screen, since it has no place to break it.
    assert joined[9].endswith("stands-alone-on-its-line for a picture of it.")


def test_a_line_with_room_for_the_next_word_is_not_joined() -> None:
    broken = "Words and words that go on to the end of the line as they do in a mail or so.\n"
    assert texts(f"{broken * 9}the end.\nA Heading\nMore text")[1:] == ["A Heading", "More text"]


def test_lines_are_not_joined_where_some_are_longer_than_a_screen() -> None:
    short = "A line of some sixty characters, as headings often are, more or less."
    assert len(texts(f"{short}\n" * 10 + "word " * 30)) == 11


def test_a_very_long_text_is_refused_unread() -> None:
    with pytest.raises(NotText, match="more than 4,000,000 characters"):
        page("a" * (LONGEST + 1))


def test_of_a_run_of_accents_only_the_beginning_stays() -> None:
    assert texts("a" + "\u0301\u0316" * 100) == ["a" + "\u0301\u0316" * 16]
    assert texts("a" + "\uff9e\u0301" * 100) == ["a" + "\uff9e\u0301" * 16]
    assert texts("wörd" + "!" * 32) == ["wörd" + "!" * 32]
