"""Made-up pages of city stories, as text and as HTML: our words, shuffled, in the form of a page.

The same number always gives the same page, so that runs compare.
"""

from __future__ import annotations

import json
import random
from functools import cache
from html import escape
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent.parent / "data"
PARAGRAPHS, WORDS = 14, 55  # of a story: some 5 KB of text, as real ones have
_FRAME = 40  # elements of navigation around a story, as real pages have


@cache
def _vocabulary() -> list[str]:
    stories = json.loads((DATA / "stories.json").read_text(encoding="utf-8"))["stories"]
    return [word.strip(".,") for story in stories.values() for word in story["summary"].split()]


def headline(number: int) -> str:
    """Return the headline of a page: no two are alike."""
    return f"Made-Up Page Number {number}"


def _parts(number: int) -> tuple[list[str], list[str]]:
    """Return the items of At a Glance, and the paragraphs with a quotation among them."""
    chance = random.Random(number)  # noqa: S311 - made-up text, not a secret
    glance = [
        f"{chance.randint(2, 60)}% fewer crashes on main streets in 20{chance.randint(18, 25)}",
        f"{chance.randint(100, 9000):,} residents reached in {chance.randint(2, 11)} months",
        f"${chance.randint(2, 90)} million saved on street repairs",
    ]
    paragraphs = [
        " ".join(chance.choices(_vocabulary(), k=WORDS)).capitalize() + "."
        for _ in range(PARAGRAPHS)
    ]
    said = " ".join(chance.choices(_vocabulary(), k=20)).capitalize()
    paragraphs.insert(4, f"“{said},” said Ana Pérez, Director of Streets.")
    return glance, paragraphs


def as_text(number: int) -> str:
    """Return a page as a browser saves it as text."""
    glance, paragraphs = _parts(number)
    items = "\n".join(f"- {item}" for item in glance)
    body = "\n\n".join(paragraphs)
    return (
        f"Newark, New Jersey, USA\n\n{headline(number)}\n\nProject Type: Public Safety\n\n"
        f"At a Glance\n\n{items}\n\n{body}\n"
    )


def as_html(number: int) -> str:
    """Return a page as it comes from a site, with what stands around a story."""
    glance, paragraphs = _parts(number)
    links = "".join(f'<li><a href="/{at}">Menu {at}</a></li>' for at in range(_FRAME))
    items = "".join(f"<li>{escape(item)}</li>" for item in glance)
    body = "".join(f'<div class="row"><p>{escape(each)}</p></div>' for each in paragraphs)
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8">'
        f"<title>{headline(number)}</title><style>p {{ margin: 0 }}</style></head><body>"
        f"<nav><ul>{links}</ul></nav><main><p>Newark, New Jersey, USA</p>"
        f"<h1>{headline(number)}</h1><p>Project Type: Public Safety</p>"
        f"<h2>At a Glance</h2><ul>{items}</ul>{body}</main>"
        f"<footer><ul>{links}</ul></footer></body></html>"
    )


def write(folder: Path, numbers: range, *, html: bool = False) -> list[Path]:
    """Write the pages of those numbers into a folder, a file each, and return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for number in numbers:
        path = folder / f"page-{number:05}.{'html' if html else 'txt'}"
        path.write_text(as_html(number) if html else as_text(number), encoding="utf-8")
        paths.append(path)
    return paths
