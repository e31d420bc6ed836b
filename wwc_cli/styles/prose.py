"""Citations as people print them: APA and Chicago, as plain text or as Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wwc_cli.core.text import clean, join
from wwc_cli.render.markdown import begun, escaped
from wwc_cli.shape import Shape

if TYPE_CHECKING:
    from collections.abc import Callable

    from wwc_cli.core.citation_records import CslDate, Item

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)
_DATA_SET = "Data set"
_INNER = (("“", "‘"), ("”", "’"))  # quotation marks within a title that is itself in such


class _Markup(Shape):
    """How text, an emphasized title and an address are written."""

    text: Callable[[str], str]
    emphasized: Callable[[str], str]
    link: Callable[[str], str]


def _autolink(url: str) -> str:
    return f"<{url}>" if re.match("https?://", url) else escaped(url)


_PLAIN = _Markup(str, str, str)
_MARKDOWN = _Markup(escaped, lambda text: f"*{escaped(text)}*", _autolink)


def apa(item: Item) -> str:
    """Return a reference as APA 7 has it, on one line; without a date it has (n.d.).

    The publisher is its group author. The title stays as published. `Retrieved … from` stands
    only where the day is known on which the page was read.
    """
    return _apa(item, _PLAIN)


def markdown(item: Item) -> str:
    """Return the reference of `apa` as a paragraph of Markdown, the title in italics."""
    return begun(_apa(item, _MARKDOWN))


def chicago(item: Item) -> str:
    """Return the bibliography entry of Chicago's notes and bibliography style, on one line.

    A page without a date has none, as Chicago wants it; `Accessed …` stands only where the day is
    known.
    """
    return _chicago(item, _PLAIN)


def chicago_markdown(item: Item) -> str:
    """Return the entry of `chicago` as a paragraph of Markdown."""
    return begun(_chicago(item, _MARKDOWN))


def _apa(item: Item, markup: _Markup) -> str:
    details = ""
    if "version" in item:
        details += f" (Version {one_line(item['version'])})"
    if described := _described(item):
        details += f" [{described}]"
    title = one_line(item["title"])
    emphasized = markup.emphasized(title if details else _with_stop(title))
    named = emphasized + markup.text(_stopped(details) if details else "")
    date = f"({_apa_date(item['issued']) if 'issued' in item else 'n.d.'})."
    parts = [markup.text(_authors(item, "&")), date, named] if "author" in item else [named, date]
    read = f"Retrieved {_day(item['accessed'])}" if "accessed" in item else ""
    if "URL" in item:
        parts += [markup.text(f"{read}, from")] if read else []
        parts.append(markup.link(address(item)))
    elif read:
        parts.append(markup.text(f"{read}."))
    return " ".join([*parts, *_about(item, markup)])


def _chicago(item: Item, markup: _Markup) -> str:
    parts = [markup.text(_authors(item, "and"))] if "author" in item else []
    title = _with_stop(one_line(item["title"]))
    if item["type"] == "dataset":
        parts.append(markup.emphasized(title))
    else:
        for outer, inner in _INNER:
            title = title.replace(outer, inner)
        title = re.sub(r'"([^"]*)"', r"‘\1’", title)
        parts.append(markup.text(f"“{title}”"))
    if "version" in item:
        parts.append(markup.text(_stopped(f"Version {one_line(item['version'])}")))
    if described := _described(item):
        parts.append(markup.text(_stopped(described)))
    if "issued" in item:
        parts.append(markup.text(f"{_day(item['issued'])}."))
    elif item["type"] == "dataset":
        parts.append("n.d.")
    if "accessed" in item:
        parts.append(markup.text(f"Accessed {_day(item['accessed'])}."))
    if "URL" in item:
        parts.append(f"{markup.link(address(item))}.")
    return " ".join([*parts, *_about(item, markup)])


def _described(item: Item) -> str:
    """Return what the thing is, where that is not plain: a data set, a story in a list."""
    return _DATA_SET if item["type"] == "dataset" else one_line(item.get("genre", ""))


def _about(item: Item, markup: _Markup) -> list[str]:
    """Return the note on a data set: its licence and checksum, without which it is not that one."""
    noted = item.get("note") if item["type"] == "dataset" else None
    return [markup.text(_stopped(one_line(noted)))] if noted else []


def _authors(item: Item, last: str) -> str:
    return _stopped(join([one_line(name["literal"]) for name in item["author"]], last=last))


def _apa_date(date: CslDate) -> str:
    """Return a date with the year first: `2019, April 24`."""
    year, month, day = date_parts(date)
    if year is None:
        return _day(date)
    return f"{year:04}{f', {_MONTHS[month - 1]}' if month else ''}{f' {day}' if day else ''}"


def _day(date: CslDate) -> str:
    """Return a date as Americans write it: `April 24, 2019`, `April 2019`, `2019`."""
    year, month, day = date_parts(date)
    if year is None:
        return one_line(date.get("literal", ""))
    if not month:
        return f"{year:04}"
    return f"{_MONTHS[month - 1]}{f' {day},' if day else ''} {year:04}"


def _stopped(text: str) -> str:
    """Return text with a full stop, unless it ends in one or the like."""
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _with_stop(title: str) -> str:
    """Return a title with a full stop, which stands before a closing quotation mark."""
    bare = title.removesuffix("”")
    if bare.endswith((".", "?", "!")):
        return title
    return f"{bare}.{title[len(bare) :]}"


def date_parts(date: CslDate) -> tuple[int | None, int | None, int | None]:
    """Return year, month and day of a date, `None` for what is not known."""
    known = [*date.get("date-parts", [[]])[0], None, None, None]
    return known[0], known[1], known[2]


def one_line(text: str) -> str:
    """Return text safe to show, on one line: a new line would begin another field or entry."""
    return " ".join(clean(text).split())


def address(item: Item) -> str:
    """Return the address with those signs spelled out that no address has, and formats obey."""
    unsafe = {ord(mark): f"%{ord(mark):02X}" for mark in ' "<>\\^`{|}'}
    return one_line(item["URL"]).translate(unsafe)
