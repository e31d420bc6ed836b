"""Bytes become text whatever their encoding, or are refused with the reason."""

from __future__ import annotations

import codecs

import pytest

from wwc_cli.importers.decoding import LARGEST, NotText, text

ACCENTED = "Peñalolén’s Mayor"


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (b"", "utf-16-le"),
        (b"", "utf-16-be"),
        (b"", "cp1252"),
    ],
)
def test_a_page_is_read_in_any_usual_encoding(mark: bytes, encoding: str) -> None:
    assert text(mark + ACCENTED.encode(encoding)) == ACCENTED


@pytest.mark.parametrize("said", ["iso-8859-2", "windows-1250", "'ISO-8859-2'"])
def test_what_a_page_says_of_itself_is_believed(said: str) -> None:
    page = f"<html><head><meta charset={said}></head><p>Łódź, łódka</p>"
    assert text(page.encode(said.strip("'"))) == page


@pytest.mark.parametrize("said", ["iso-8859-1", "x-made-up", "utf-7", "rot13", "zlib_codec"])
def test_what_a_page_says_is_tried_only_where_browsers_would(said: str) -> None:
    page = f"<meta charset={said}><p>{ACCENTED} +AGE-</p>"
    assert text(page.encode()) == page


def test_a_page_that_says_it_is_in_utf8_and_is_not_is_read_all_the_same() -> None:
    assert text('<meta charset="utf-8">Peñalolén'.encode("cp1252")).endswith("Peñalolén")


def test_bytes_that_mean_nothing_become_marks_of_it() -> None:
    assert text(b"caf\x81\xe9") == "caf\ufffdé"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7 ...", "a PDF"),
        (b"PK\x03\x04...", "ZIP"),
        (b"\x89PNG\r\n", "a picture"),
        (b"\xff\xd8\xff\xe0", "a picture"),
        (b"GIF89a", "a picture"),
        (b"\x1f\x8b\x08", "compressed"),
        (b"bplist00", "Safari"),
        (b"SQLite format 3\x00", "a database"),
        (b"\x01\x02\x03\x04" * 100, "no text"),
    ],
)
def test_what_is_no_page_is_named(data: bytes, reason: str) -> None:
    with pytest.raises(NotText, match=reason):
        text(data)


def test_too_much_is_refused_before_it_is_read() -> None:
    with pytest.raises(NotText, match="larger than 32 MiB"):
        text(bytes(LARGEST + 1))


def test_nothing_is_an_empty_text() -> None:
    assert text(b"") == ""
