"""The bytes of a saved file → its text, or the reason why there is none."""

from __future__ import annotations

import codecs
import re

from wwc_cli.errors import WwcError

LARGEST = 32 * 2**20  # bytes; a page saved with all its pictures stays below
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_KINDS = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"bplist", "a Safari web archive"),
    (b"SQLite format 3", "a database"),
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]{1,40})", re.IGNORECASE)
# What a page may say, as browsers take it: Latin-1 is Windows-1252 to all of them.
_KNOWN = re.compile(r"utf-?8|iso-8859-(?:[2-9]|1[0-6])|windows-125[0-8]|macintosh", re.IGNORECASE)
_START = 4096  # bytes in which a page says how it is encoded
_CONTROLS = bytes({*range(32), 127} - {9, 10, 12, 13, 27})  # ESC is cleaned away later


class NotText(WwcError):
    """A file that holds no page: too large, or no text."""


def text(data: bytes) -> str:
    """Return the text of *data*, whatever its encoding.

    In this order: the byte-order mark, what a page of HTML says, UTF-8, and Windows-1252, which
    any bytes can be. Raises `NotText` with the reason.
    """
    if len(data) > LARGEST:
        raise NotText(f"it is larger than {LARGEST // 2**20} MiB")
    for beginning, kind in _KINDS:
        if data.startswith(beginning):
            raise NotText(f"it is {kind}; save the page as HTML or as text")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    if wide := _without_mark(data):
        return data.decode(wide, "replace")
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls > len(data) // 50:
        raise NotText("it is no text; save the page as HTML or as text")
    said = _CHARSET.search(data[:_START])
    named = said[1].decode("ascii", "replace") if said else ""
    for encoding in (named if _KNOWN.fullmatch(named) else "utf-8", "utf-8"):
        try:
            return data.decode(encoding)
        except UnicodeError:
            continue
    return data.decode("cp1252", "replace")


def _without_mark(data: bytes) -> str | None:
    """Return the kind of UTF-16 that *data* is in, without a mark that says so."""
    start = data[:_START]
    halves = start[::2].count(0), start[1::2].count(0)
    if len(start) >= 8 and max(halves) > len(start) // 2 * 0.7 and min(halves) < len(start) // 20:
        return "utf-16-be" if halves[0] > halves[1] else "utf-16-le"
    return None
