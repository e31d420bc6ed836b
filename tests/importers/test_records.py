"""What pages gave becomes records that are whole, with nothing in them that the page has not."""

from __future__ import annotations

from tests.importers.reading import HEAD, library_of, read, read_file, strings
from wwc_cli.core import whole
from wwc_cli.importers import records
from wwc_cli.importers.cohort import Announced


def test_a_story_has_what_the_page_says_and_leaves_the_rest_open() -> None:
    reading = read_file("wordpress.html")
    (found,), (figures,) = reading.stories, reading.figures
    story = records.story(found, figures, "alpha-nj-lamps", "page-1")
    assert story["summary"] == found.lead
    assert story["people"] == [{"name": "Rosa Quill", "role": "Director of Streets"}]
    assert story["text"] == list(found.text)
    assert story["quotes"] == list(found.quotes)
    assert story["metrics"] == list(figures)
    assert (story["id"], story["city_id"]) == ("alpha-nj-lamps", "alpha-nj")
    assert (story["coverage"], story["origin"], story["source_ids"]) == (
        "full",
        "library",
        ["page-1"],
    )
    unknown = (story["challenge"], story["outcome"], story["start_year"], story["end_year"])
    assert unknown == (None, None, None, None)
    for empty in ("approach", "programs", "partners", "tools", "practices"):
        assert dict(story)[empty] == []


def test_people_have_the_first_role_that_is_told_of_them_and_their_order() -> None:
    page = (
        f"{HEAD}“One two three four five.”\n\nRosa Quill, Mayor\n\n“Six seven eight nine ten.”\n\n"
        "Ana Sol, resident\n\n“Eleven, and twelve, and thirteen.”\n\nRosa Quill, former Mayor\n"
    )
    reading = read(page)
    story = records.story(reading.stories[0], [], "a", "b")
    assert story["people"] == [
        {"name": "Rosa Quill", "role": "Mayor"},
        {"name": "Ana Sol", "role": "resident"},
    ]


def test_without_a_paragraph_the_headline_sums_up() -> None:
    story = records.story(read(f"{HEAD}Short.\n").stories[0], [], "a", "b")
    assert story["summary"] == "Lamps for All"


def test_the_page_is_the_source_with_its_address_and_days() -> None:
    reading = read_file("wordpress.html")
    assert records.story_source(reading, reading.stories[0], "page-1") == {
        "id": "page-1",
        "publisher": "Our Cities",
        "title": "Lamps Where People Walk",
        "url": "https://example.org/cities/alpha-nj/",
        "published": "2025-02-26",
        "accessed": "2026-02-03",
        "language": "en",
        "note": "Read from a page saved as wordpress.html.",
    }


def test_an_address_that_several_stories_share_is_none_of_theirs() -> None:
    page = (
        "<html><link rel=canonical href='https://example.org/all'>"
        "<p>Alpha, New Jersey<h1>One lamp</h1><p>Project Type: Housing<p>Text of the first."
        "<p>Medellín, Colombia<h1>The other</h1><p>Project Type: Housing<p>Text of the second."
    )
    reading = read(page)
    assert reading.url == "https://example.org/all"
    assert [records.story_source(reading, found, "x")["url"] for found in reading.stories] == [
        None
    ] * 2


def test_an_announcement_is_a_source_with_the_publisher_that_it_names() -> None:
    reading = read_file("announcement.html")
    source = records.announcement_source(reading, "announcement-1")
    assert (source["title"], source["publisher"]) == ("Seven Cities Certified", None)
    assert source["published"] == "2024-06-17"


def test_what_is_piped_in_has_no_name() -> None:
    reading = read(HEAD + "It is a story.", "-")
    note = records.story_source(reading, reading.stories[0], "x")["note"]
    assert note == "Read from what was piped in."


def test_an_event_is_stated_unless_a_note_says_how_it_was_worked_out() -> None:
    city = read(HEAD + "It is a story.").stories[0].city
    assert city
    said = Announced(city, "moved-up", "gold")
    stated = records.event(said, "2024-06-17", source_id="s", note=None)
    derived = records.event(said, "2024-06-17", source_id="s", note="By the badge.")
    assert (stated["basis"], stated["note"]) == ("stated", None)
    assert (derived["basis"], derived["note"]) == ("derived", "By the badge.")
    assert (stated["city_id"], stated["event"], stated["level"]) == ("alpha-nj", "moved-up", "gold")


def test_what_pages_gave_is_a_library_that_is_whole() -> None:
    names = [
        "wordpress.html",
        "tailwind.html",
        "two_stories.txt",
        "wrapped.txt",
        "announcement.html",
    ]
    tables = library_of([read_file(name) for name in names])
    whole.check(tables, path="library.json")
    assert {name: len(found) for name, found in tables.items()} == {
        "cities": 2,
        "stories": 5,
        "certifications": 8,
        "sources": 6,
    }
    assert not [text for text in strings(tables) if not text.isprintable()]
