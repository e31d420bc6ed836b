"""markdown: a page a city, as `wwc show` gives it, and an index that links to them."""

from __future__ import annotations

import os
import re
import zlib
from typing import TYPE_CHECKING

from wwc_cli.core.naming import near_place
from wwc_cli.core.profile import profile
from wwc_cli.core.text import count
from wwc_cli.render import markdown as rendering
from wwc_cli.views import sheets
from wwc_cli.views.model import Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wwc_cli.core.extract import Extract

INDEX = "index"
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST = 100  # letters of an id that names a file


def markdown(taken: Extract, folder: str) -> None:
    """Write a page a city and index.md into *folder*."""
    for city in taken.cities:
        answer = sheets.city(profile(city, taken.catalogue), section=None)
        _write(folder, page_name(city["id"]), rendering.render(answer.sheet()))
    _write(folder, INDEX, "\n".join(_index(taken)) + "\n")


def page_name(city_id: str) -> str:
    """Return the name of a city's file without its ending: its id, if that is one.

    A library can hold what is none, and no text of a record may choose where a file goes.
    """
    if _ID.fullmatch(city_id) and len(city_id) <= _LONGEST and city_id != INDEX:
        return city_id
    return f"city-{zlib.crc32(city_id.encode('utf-8', 'replace')):08x}"


def _write(folder: str, name: str, text: str) -> None:
    with open(os.path.join(folder, f"{name}.md"), "w", encoding="utf-8", newline="") as file:
        file.write(text)


def _index(taken: Extract) -> Iterator[str]:
    told: dict[str, list[str]] = {}
    for story in taken.stories():
        told.setdefault(story["city_id"], []).append(story["headline"])
    yield "# What Works Cities"
    yield ""
    cities = count(len(taken.cities), "city", "cities")
    yield f"{cities}, {count(len(taken.numbers), 'story', 'stories')}."
    yield ""
    yield "| City | Where | Level | Stories |"
    yield "|---|---|---|---|"
    for city in sorted(taken.cities, key=lambda city: (city["name"], city["id"])):
        stands = taken.standings.get(city["id"])
        cells = [
            f"[{_said(city['name'])}]({page_name(city['id'])}.md)",
            _said(near_place(city)),
            (stands["level"] if stands else None) or "",
            "<br>".join(map(_said, told.get(city["id"], []))),
        ]
        yield f"| {' | '.join(cells)} |"


def _said(text: str) -> str:
    """Return *text* as Markdown on one line."""
    return rendering.render([Paragraph(text)]).strip()
