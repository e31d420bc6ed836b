"""An announcement says which cities did what, in lists and in sentences."""

from __future__ import annotations

import pytest

from tests.importers.reading import read, read_file


def announced(page: str) -> list[tuple[str, str | None, str | None]]:
    return [(each.city["id"], each.event, each.level) for each in read(page).announced]


def test_an_announcement_in_html_is_read_list_by_list() -> None:
    reading = read_file("announcement.html")
    assert [(each.city["id"], each.event, each.level) for each in reading.announced] == [
        ("medellin-co", None, "platinum"),
        ("alpha-nj", "certified", "gold"),
        ("rochester-mn", "certified", "silver"),
        ("aguas-claras-cl", "certified", "silver"),
        ("rochester-ny", "moved-up", "gold"),
        ("nowhere-nj", "moved-up", "gold"),
        ("port-st-mary-fl", "recertified", None),
        ("honored-nj", "honor-roll", None),
    ]
    assert reading.published == "2024-06-17"
    assert reading.title == "Seven Cities Certified"


@pytest.mark.parametrize("sign", ["● ", "• ", "- ", "– ", "1. ", "* ", ""])
def test_cities_stand_in_lists_of_any_sign(sign: str) -> None:
    page = f"Achieved Silver Certification\n{sign}Alpha, New Jersey\n{sign}Rochester, Minnesota.\n"
    assert announced(page) == [
        ("alpha-nj", "certified", "silver"),
        ("rochester-mn", "certified", "silver"),
    ]


@pytest.mark.parametrize(
    ("line", "event", "level"),
    [
        ("Achieved Gold Certification", "certified", "gold"),
        ("SILVER CERTIFICATION", "certified", "silver"),
        ("Newly certified at Silver", "certified", "silver"),
        ("Two cities moved up from Silver to Gold:", "moved-up", "gold"),
        ("These rose from gold certification to platinum certification", "moved-up", "platinum"),
        ("Ten cities have re-certified:", "recertified", None),
        ("Recertified at the Gold level", "recertified", "gold"),
        ("Honour Roll of certified cities", "honor-roll", None),
        ("Cities achieved Platinum Certification:", None, "platinum"),
    ],
)
def test_the_line_above_says_what_they_did(line: str, event: str | None, level: str | None) -> None:
    assert announced(f"{line}\n• Alpha, New Jersey\n") == [("alpha-nj", event, level)]


@pytest.mark.parametrize(
    "line",
    [
        "Silver and Gold Certification",  # which
        "Our offices",
        "The lamps turned to gold",
        "Certified organic",
        "They moved up the hill",
    ],
)
def test_other_lines_say_nothing_of_the_cities_below(line: str) -> None:
    assert announced(f"{line}\n• Alpha, New Jersey\n") == []


def test_they_are_goes_on_with_what_was_said() -> None:
    assert announced("Two achieved Silver Certification.\nThey are:\n• Alpha, NJ\n") == [
        ("alpha-nj", None, "silver")
    ]


def test_another_paragraph_ends_what_was_said() -> None:
    page = (
        "Achieved Silver Certification\n• Alpha, NJ\nThe team went to see others.\n• Nowhere, NJ\n"
    )
    assert [city for city, *_ in announced(page)] == ["alpha-nj"]


def test_cities_are_named_in_a_sentence_after_its_colon() -> None:
    page = (
        "Two cities achieved Platinum Certification: Alpha, New Jersey, and Medellín, Colombia.\n"
    )
    assert announced(page) == [("alpha-nj", None, "platinum"), ("medellin-co", None, "platinum")]


def test_what_is_said_of_a_city_beside_its_name_is_left_out() -> None:
    page = "Achieved Gold Certification\n• Alpha, NJ (since May)\n• Medellín, Colombia – again\n"
    assert [city for city, *_ in announced(page)] == ["alpha-nj", "medellin-co"]


def test_a_city_of_which_there_are_several_is_left_out_without_its_state() -> None:
    assert announced("Achieved Gold Certification\n• Rochester, USA\n• Rochester, MN\n") == [
        ("rochester-mn", "certified", "gold")
    ]


def test_each_city_is_told_once_for_an_event() -> None:
    page = (
        "Achieved Gold Certification\n• Alpha, NJ\n• Alpha, New Jersey\nRe-certified\n• Alpha, NJ\n"
    )
    assert announced(page) == [("alpha-nj", "certified", "gold"), ("alpha-nj", "recertified", None)]
