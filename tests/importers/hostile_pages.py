"""Pages written to harm whoever reads them, each made by a function; run to read one of them."""

from __future__ import annotations

import json
import resource
import sys
from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MEMORY = 1536 * 2**20  # bytes
HEAD = "Alpha, New Jersey, USA\nLamps for All\nProject Type:\nHousing\n"
HTML_HEAD = "<html><p>Alpha, New Jersey<h1>Lamps for All</h1><p>Project Type: Housing<p>"
ARCHIVE = "MIME-Version: 1.0\n"
DEEP, LONG, MUCH = "deep", "more than 4,000,000", "more text than a page"
ATTRIBUTES, ARCHIVED = "too many attributes", "no web archive"


class Outcome(TypedDict):
    """What became of a page."""

    problem: str | None
    stories: int
    events: int
    unsafe: list[str]


def _numbered(text: str, count: int) -> str:
    return "".join(text.replace("#", str(number)) for number in range(count))


def _towns(count: int) -> str:
    letters = str.maketrans("0123456789", "abcdefghij")
    return "".join(f"● Town{str(at).translate(letters)}, Ohio\n" for at in range(count))


# By name: the page, and what it is read as. A text is in the problem; two numbers are the
# stories and the events found.
PAGES: dict[str, tuple[Callable[[], bytes | str], str | tuple[int, int]]] = {
    "empty": (lambda: b"", "nothing"),
    "white": (lambda: " \n\t" * 500_000, "nothing"),
    "binary": (lambda: bytes(range(256)) * 20_000, "no text"),
    "zeros": (lambda: bytes(1_000_000), "no text"),
    "zeros in text": (lambda: HEAD.replace("a", "\0a").encode(), "no text"),
    "UTF-16 with a mark": (lambda: (HEAD + "Words.").encode("utf-16"), (1, 0)),
    "UTF-16 without": (lambda: (HEAD + "Words.").encode("utf-16-be"), (1, 0)),
    "Latin-1": (lambda: (HEAD + "Peñalolén.").encode("latin-1"), (1, 0)),
    "half a character": (lambda: HEAD.encode() + b"Pe\xc3", (1, 0)),
    "50 MiB": (lambda: b"x" * (50 * 2**20), "larger than 32 MiB"),
    "31 MiB of words": (lambda: "word " * 6_000_000, LONG),
    "31 MiB of lines": (lambda: b"a\n" * 15_000_000, LONG),
    "bells": (lambda: HEAD + "\x1b]0;own\x07" * 20_000, "no text"),
    "escapes": (lambda: HEAD + "\x1b[2J\x1b]0;own\x1b\\" * 20_000, (1, 0)),
    "open escapes": (lambda: HEAD + "\x1b]" * 1_500_000, (1, 0)),
    "numbers of escapes": (lambda: HEAD + "\x1b[;" * 1_000_000, (1, 0)),
    "a line of a million columns": (lambda: HEAD + "a " * 500_000, (1, 0)),
    "a word of a million letters": (lambda: HEAD + "A" * 1_000_000, (1, 0)),
    "names without end": (lambda: HEAD + "Ann Bee Cee " * 50_000, (1, 0)),
    "a name with signs": (lambda: HEAD + "Aa" + "-." * 500_000, (1, 0)),
    "accents upon accents": (lambda: HEAD + "a" + "\u0301\u0316" * 900_000, (1, 0)),
    "letters that unfold": (lambda: HEAD + "\ufdfa" * 300_000, (1, 0)),
    "stories without end": (lambda: "Project Type:\n" * 100_000, MUCH),
    "stories": (lambda: "Project Type:\n\n" * 9_000, "Project Type:"),
    "topics": (lambda: HEAD + "Housing\n" * 19_000, (1, 0)),
    "topics on lines": (lambda: HEAD + ("Housing Equity " * 6 + "\n") * 5_000, (1, 0)),
    "items": (lambda: f"{HEAD}\nAt a Glance\n" + "• 25% fewer in 2024\n" * 19_000, (1, 0)),
    "a long item": (lambda: f"{HEAD}\nAt a Glance\n• " + "25% of 5 " * 100_000, (1, 0)),
    "figures": (lambda: HEAD + "40%\n" * 9_000 + ("1 " * 80 + "\n") * 5_000, (1, 0)),
    "commas and digits": (lambda: HEAD + "1," * 900_000, (1, 0)),
    "opening marks": (lambda: HEAD + "“" * 1_900_000, (1, 0)),
    "marks by turns": (lambda: HEAD + '“”"«»' * 350_000, (1, 0)),
    "quotations": (lambda: HEAD + "“a b c d e” " * 150_000, (1, 0)),
    "said": (lambda: HEAD + "“a b c d e” said Ann Bee. " * 25_000, (1, 0)),
    "said before": (lambda: HEAD + ", said: “a b c d” " * 30_000, (1, 0)),
    "said by he": (lambda: HEAD + "“a b c d e” he said. Mayor Ann Bee\n" * 5_000, (1, 0)),
    "quotations never closed": (lambda: HEAD + "“a b c d e\n" * 19_000, (1, 0)),
    "speakers": (lambda: HEAD + _numbered("“w# b c d e”\nMayor Ann Bee\n", 9_000), (1, 0)),
    "speakers of nothing": (lambda: HEAD + ("a " * 30 + "\n\nMayor A Bee\n\n") * 6_000, (1, 0)),
    "brackets": (lambda: HEAD + "(" * 900_000 + "\n" + "x (" * 200_000, (1, 0)),
    "badges": (lambda: HEAD + "silver certification badge \n" * 19_000, (1, 0)),
    "captions": (lambda: HEAD + ("photo " * 25 + "\n") * 10_000, (1, 0)),
    "cities": (lambda: "Achieved Silver Certification\n" + _towns(10_000), (0, 10_000)),
    "a city many times": (
        lambda: ("achieved Gold Certification: " + "Lima, Ohio, and " * 35 + "\n") * 600,
        (0, 1),
    ),
    "levels": (lambda: ("certif from silver " + "x" * 500 + "\n") * 3_500, "nothing"),
    "lines broken": (lambda: ("aaaa " * 18 + "\n") * 19_000, "nothing"),
    "archive in archives": (
        lambda: ARCHIVE + _numbered("Content-Type: multipart/x; boundary=b#\n\n--b#\n", 20_000),
        ARCHIVED,
    ),
    "archive of parts": (
        lambda: (
            f"{ARCHIVE}Content-Type: multipart/x; boundary=b\n\n"
            + "--b\nContent-Type: text/plain\n\nx\n" * 110_000
        ),
        ARCHIVED,
    ),
    "archive of headers": (lambda: ARCHIVE + "X: y\n" * 500_000 + "\n", ARCHIVED),
    "archive of pieces": (
        lambda: f"{ARCHIVE}Content-Type: multipart/x;" + " a*0=b;\n" * 200_000 + "\n\nx",
        ARCHIVED,
    ),
    "archive of a page too long": (
        lambda: (
            f"{ARCHIVE}Content-Type: text/html\nContent-Transfer-Encoding: base64\n\n"
            + "QUFB" * 5_000_000
        ),
        LONG,
    ),
    "scripts": (lambda: HTML_HEAD + "<script>x</script>" * 300_000, (1, 0)),
    "open scripts": (lambda: HTML_HEAD + "<script>" * 2_000_000, (1, 0)),
    "open comments": (lambda: HTML_HEAD + "<!--" * 3_000_000, (1, 0)),
    "comments": (lambda: HTML_HEAD + "<!---->" * 500_000, (1, 0)),
    "open tags": (lambda: HTML_HEAD + "<" * 1_000_000, (1, 0)),
    "open elements": (lambda: HTML_HEAD + "<a " * 400_000, ATTRIBUTES),
    "open quotes": (lambda: HTML_HEAD + "<a x=" + "\"'" * 1_900_000, (1, 0)),
    "quotes that end nothing": (lambda: HTML_HEAD + "<a x='\"" * 500_000, ATTRIBUTES),
    "a million deep": (lambda: "<html>" + "<div>" * 700_000, DEEP),
    "deep by what ends nothing": (lambda: "<html>" + "<div></x>" * 90_000, DEEP),
    "deep by words in quotes": (lambda: "<html>" + "<div x='</div>'>" * 90_000, DEEP),
    "deep by items": (lambda: "<html>" + "<li><dd>" * 90_000, DEEP),
    "deep by drawings": (lambda: "<html><svg>" + "<td>" * 190_000, DEEP),
    "formatting that goes on": (
        lambda: "<html>" + _numbered("<b id=#></i>", 20_000) + "<p>" * 60_000,
        DEEP,
    ),
    "formatting in cells": (
        lambda: HTML_HEAD + _numbered("<b id=#><table><td></b></table>", 450) + "<p>" * 60_000,
        (1, 0),
    ),
    "at the limit": (lambda: HTML_HEAD + "<div>" * 490 + "<p>word" * 4_000, (1, 0)),
    "hidden in hidden": (lambda: HTML_HEAD + "Words" + "<div hidden>" * 490, (1, 0)),
    "elements": (lambda: "<html>" + "<p>a" * 250_000, "more than 200,000 elements"),
    "100,000 attributes": (
        lambda: f"<html><div {_numbered('a# ', 100_000)}>",
        ATTRIBUTES,
    ),
    "attributes behind a sign": (
        lambda: f"<html><div x='>' {_numbered('a#=1 ', 100_000)}>",
        ATTRIBUTES,
    ),
    "attributes of one body": (lambda: "<html>" + _numbered("<body a#>", 90_000), ATTRIBUTES),
    "entities of entities": (
        lambda: (
            "<!DOCTYPE x [<!ENTITY a 'aaaa'>"
            + _numbered("<!ENTITY b# '&a;&a;&a;'>", 1_000)
            + f"]>{HTML_HEAD}"
            + "&b9;" * 100_000
        ),
        (1, 0),
    ),
    "links": (lambda: HTML_HEAD + "<a>x</a>" * 50_000, (1, 0)),
    "quotes in elements": (
        lambda: HTML_HEAD + "<blockquote>a b c d e</blockquote><p>Mayor A Bee" * 9_000,
        (1, 0),
    ),
    "heads": (lambda: "<html>" + "<meta property='og:titl'>" * 100_000, "nothing"),
    "declarations": (lambda: "<?xml " * 600_000, MUCH),
    "comments before nothing": (lambda: "<!-- -->" * 2_400 + " " * 10_000 + "x", "nothing"),
}


def _unsafe(values: list[str], is_safe: Callable[[str], bool]) -> Iterator[str]:
    for value in values:
        if not is_safe(value):
            yield ascii(value[:100])


def main(name: str) -> None:
    """Read a hostile page, with little memory, and print what became of it."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    from tests.importers import reading
    from wwc_cli.core import whole

    page = PAGES[name][0]()
    found = reading.read(page if isinstance(page, bytes) else page.encode("utf-8"))
    tables = reading.library_of([found]) if found.stories or len(found.announced) < 1_000 else {}
    whole.check(tables, path="library.json")
    values = [*reading.strings(found), *reading.strings(tables)]
    answer: Outcome = {
        "problem": found.problem,
        "stories": len(found.stories),
        "events": len(found.announced),
        "unsafe": list(_unsafe(values, reading.is_safe)),
    }
    print(json.dumps(answer))


if __name__ == "__main__":
    main(sys.argv[1])
