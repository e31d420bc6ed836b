"""A saved file of any form is read into stories with figures, or an announcement, or a problem."""

from __future__ import annotations

import base64
import quopri

import pytest

from tests.importers import reading
from tests.importers.reading import HEAD, cities, read, read_file

WORDPRESS = (reading.PAGES / "wordpress.html").read_bytes()


def archive(body: bytes, *, encoding: str, header: str = "From: <Saved by Blink>\r\n") -> bytes:
    """Return a page as browsers save it whole: a message with the page as its first part."""
    head = (
        f"{header}Snapshot-Content-Location: https://example.org/saved\r\n"
        "Subject: Lamps\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="--B"\r\n\r\n----B\r\n'
        f"Content-Type: text/html\r\nContent-Transfer-Encoding: {encoding}\r\n"
        "Content-Location: https://example.org/saved\r\n\r\n"
    )
    return head.encode() + body + b"\r\n----B\r\nContent-Type: text/css\r\n\r\na {}\r\n----B--\r\n"


@pytest.mark.parametrize("encoding", ["base64", "quoted-printable", "binary"])
def test_a_web_archive_is_read_as_the_page_in_it(encoding: str) -> None:
    encoded = {"base64": base64.encodebytes, "quoted-printable": quopri.encodestring}
    body = encoded.get(encoding, lambda data: data)(WORDPRESS)
    found = read(archive(body, encoding=encoding))
    assert found.stories == read(WORDPRESS).stories
    assert found.url == "https://example.org/cities/alpha-nj/"


def test_a_web_archive_says_where_its_page_was() -> None:
    page = f"<html><p>{HEAD.replace(chr(10), '<p>')}".encode()
    assert read(archive(page, encoding="binary")).url == "https://example.org/saved"


@pytest.mark.parametrize(
    "data",
    [
        b"MIME-Version: 1.0\r\n\r\n",
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n",
        (
            b'MIME-Version: 1.0\nContent-Type: text/html; charset="\0"\n'
            b"Content-Transfer-Encoding: base64\n\n\xc3\xa9"
        ),
        b"MIME-Version: 1.0\nContent-Type: text/html; charset*=x'y'z\n\nword",
        b"MIME-Version: 1.0\nContent-Transfer-Encoding: x-uue\nContent-Type: text/html\n\nbegin",
        b"MIME-Version: 1.0\nContent-Type: text/html; " + b"a*0=b; " * 10_000 + b"\n\nword",
        b"MIME-Version: 1.0\nContent-Type: multipart/x; boundary=b\n\n"
        + b"--b\nContent-Type: multipart/x; boundary=b\n\n" * 2_000,
    ],
)
def test_a_damaged_archive_is_a_problem_or_holds_nothing(data: bytes) -> None:
    found = read(data)
    assert found.is_empty or found.problem


def test_figures_are_those_of_at_a_glance_and_of_what_is_set_apart() -> None:
    found = read_file("wordpress.html")
    (figures,) = found.figures
    assert [(each["value"], each["unit"]) for each in figures][:1] == [(14, "percent")]
    assert {each["statement"] for each in figures} == {
        *found.stories[0].glance,
        *found.stories[0].callouts,
    }


def test_a_page_with_stories_announces_nothing() -> None:
    page = f"{HEAD}It is a story of lamps.\n\nAchieved Gold Certification\n• Medellín, Colombia\n"
    found = read(page)
    assert cities(found) == ["alpha-nj"]
    assert found.announced == []


def test_a_page_with_neither_is_empty_and_no_problem() -> None:
    found = read("A page about lamps that is neither a story nor an announcement.")
    assert found.is_empty
    assert found.problem is None


def test_a_story_without_a_city_is_left_out_beside_one_that_has_one() -> None:
    page = f"{HEAD}It is a story of lamps.\n\n\nNo Place At All\n\n\n\n\n\n\n\n\n\n"
    found = read(f"{page}{'Words.' * 3}\n" * 1 + "a\n" * 9 + "Project Type: Housing\n")
    assert cities(found) == ["alpha-nj"]
    assert found.problem is None


@pytest.mark.parametrize(
    ("page", "title"),
    [
        ("<html><title>From the head</title><p>A line of four words", "From the head"),
        ("<html><p>Menu<p>A line of four words", "A line of four words"),
        ("Skip to main content\n\nMenu\n\nA line of four words\n", "A line of four words"),
        ("Menu\n", "page.html"),
        ("word " * 100, "word " * 31 + "word…"),
    ],
)
def test_a_page_is_called_as_it_says_or_by_its_first_line(page: str, title: str) -> None:
    assert read(page, "folder/page.html").title == title


def test_encodings_make_no_difference() -> None:
    text = WORDPRESS.decode()
    plain = read(WORDPRESS)
    for encoding in ("utf-8-sig", "utf-16", "utf-16-le", "utf-32"):
        assert read(text.encode(encoding)).stories == plain.stories


def test_the_day_is_handed_on() -> None:
    assert read(HEAD).accessed == "2026-02-03"
    assert read(b"%PDF").accessed == "2026-02-03"
