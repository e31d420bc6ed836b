"""Made-up pages, damaged in every way: they are read without an error into records that are whole.

Three hundred cases by default, the same each time; `WWC_MUTATIONS=5000` looks at so many others.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.importers import reading
from tests.importers.reading import is_safe, library_of, read, strings
from wwc_cli.core import whole

if TYPE_CHECKING:
    from collections.abc import Callable

MUTATIONS = int(os.environ.get("WWC_MUTATIONS", "300"))
CHOSEN = settings(
    deadline=None,
    database=None,
    max_examples=MUTATIONS,
    derandomize="WWC_MUTATIONS" not in os.environ,
    suppress_health_check=list(HealthCheck),
)
QUICKER = settings(CHOSEN, max_examples=max(MUTATIONS // 3, 100))

PAGES = [path.read_bytes() for path in sorted(reading.PAGES.iterdir())]
MARKS = '“ ” " « » ’ ‘ ( ) , . : ; — – ~ • ● 1. 14% $3 < > & = = <? <! ]]> --> =\' ="'.split(" ")
SPACES = "\n|\n\n|\n\n\n|\r\n|\r|\t|\u00a0|\u00ad|\u200b|\u2028|\u202e|\u200d|\u0301".split("|")
UNSAFE = "\x00|\x1b[2J|\x1b]0;x\x07|\x9b|\ue000|\ufeff|&#27;|&#x202e;|&#0;|&nbsp;|&amp;".split("|")
TAGS = (
    "<p> </p> <div> </div> <li> <ul> </ul> <ol> <br> <a> </a> <b> <blockquote> </blockquote>"
    " <cite> </cite> <footer> <figcaption> <figure> <span> </span> <!-- <script> </script>"
    " <style> <title> <svg> <table> <tr> <td> <form> <template> <select> <head> <body> <html>"
    " <![CDATA[ <p/hidden> <div/class=hidden>"
).split()
WORDS = (
    "Project Type:|At a Glance|Join Our Certified Cities!|Alpha, New Jersey, USA|Rochester, USA"
    "|Dry Gulch, Texas|Housing|Mayor|Rosa Quill|says|she said|said,|Achieved Silver Certification"
    "|from Silver to Gold|re-certified|Honor Roll|MIME-Version: 1.0\n|From: <Saved by Blink>\n"
    "|Content-Type: text/html\n|Gold certification badge 2024|\u0130|\ufb00|\u017f"
    "|<img alt='Gold Certification Badge 2024'>"
).split("|")
PIECES = [*MARKS, *SPACES, *UNSAFE, *TAGS, *WORDS]
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "cp500"]

Change = tuple[str, float, float, str]
changes = st.lists(
    st.tuples(
        st.sampled_from(["cut", "swap", "double", "insert", "insert", "byte", "drop line"]),
        st.floats(0, 1),
        st.floats(0, 1),
        st.one_of(st.sampled_from(PIECES), st.text(max_size=5)),
    ),
    max_size=12,
)


def _changed(page: bytes, change: Change) -> bytes:
    """Return a page with one change, at places that are parts of its length."""
    kind, one, other, piece = change
    data = piece.encode("utf-8", "surrogatepass")
    first, last = sorted((int(one * len(page)), int(other * len(page))))
    if kind == "drop line":
        lines = page.splitlines(keepends=True)
        at = int(one * len(lines))
        return b"".join(lines[:at] + lines[at + 1 :])
    makers: dict[str, Callable[[], bytes]] = {
        "cut": lambda: page[:first] + page[last:] if last - first < 300 else page[:last],
        "swap": lambda: page[:first] + page[last:] + page[first:last],
        "double": lambda: page[:last] + page[first:last][-2_000:] + page[last:],
        "insert": lambda: page[:first] + data + page[first:],
        "byte": lambda: page[:first] + bytes([int(other * 255)]) + page[first + 1 :],
    }
    return makers[kind]()


def _encoded(page: bytes, encoding: str) -> bytes:
    return page.decode("utf-8", "replace").encode(encoding, "replace")


@CHOSEN
@given(st.sampled_from(PAGES), changes, st.sampled_from(ENCODINGS[:1] * 6 + ENCODINGS))
def test_a_damaged_page_is_read_into_whole_and_safe_records(
    page: bytes, changed: list[Change], encoding: str
) -> None:
    for change in changed:
        page = _changed(page, change)
    page = _encoded(page, encoding) if encoding != "utf-8" else page
    found = read(page)
    tables = library_of([found])
    whole.check(tables, path="library.json")
    for table, records in tables.items():
        for record in records:
            assert [text for text in strings(record) if not is_safe(text)] == [], table
            assert all(record.get(key) != "" for key in ("id", "city_id", "headline", "name"))
    assert [text for text in strings(found) if not is_safe(text)] == []
    for story in tables["stories"]:
        assert all(story["text"])
        assert all(quote["text"] for quote in story["quotes"])
        assert all(len(event["date"]) in {4, 10} for event in tables["certifications"])
    assert read(page) == found


@QUICKER
@given(st.text(max_size=400))
def test_any_text_is_read(text: str) -> None:
    found = read(text.encode("utf-8", "surrogatepass"))
    assert [each for each in strings(found) if not is_safe(each)] == []


@QUICKER
@given(st.binary(max_size=400))
def test_any_bytes_are_read(data: bytes) -> None:
    assert [each for each in strings(read(data)) if not is_safe(each)] == []


@QUICKER
@given(st.lists(st.sampled_from(PIECES), max_size=60))
def test_any_pieces_of_pages_are_read(pieces: list[str]) -> None:
    for start in ("", "<html><p>", reading.HEAD):
        found = read((start + " ".join(pieces)).encode())
        whole.check(library_of([found]), path="library.json")
        assert [each for each in strings(found) if not is_safe(each)] == []
