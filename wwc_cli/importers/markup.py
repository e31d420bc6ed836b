"""HTML made fit to be parsed: without what is never read, and not of a shape that never ends.

A parser that mends what is broken can take hours over a few kilobytes written for that: elements
nested a hundred thousand deep, thousands of attributes of one element, open formatting elements
that every paragraph repeats. Saved pages have nothing of the kind; what has is refused unread.
"""

from __future__ import annotations

import re

from wwc_cli.importers.decoding import NotText

MOST_TAGS = 200_000  # a story page has some three thousand
DEEPEST = 1_000  # elements in one another; a story page has some thirty
MOST_REPEATED = 1_000_000  # open formatting elements times the elements that repeat them
MOST_COMPARED = 400_000_000  # attributes of an element are compared each with each

_UNREAD = (("<!--", "-->"), ("<script", "</script"), ("<style", "</style"), ("<![cdata[", "]]>"))
_DATA = re.compile(r"data:[a-z]+/[^\"')\s>]*", re.IGNORECASE)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_FORMATTING = frozenset("a b big code em font i nobr s small strike strong tt u".split())
# What has no end, or ends by itself where the next one begins.
_ENDLESS = frozenset(
    "area base br col embed hr img input link meta source track wbr"
    " p li dt dd td th tr tbody thead tfoot option optgroup rp rt colgroup".split()
)
_BETWEEN_ATTRIBUTES = b" \t\r\n\f/\"'"


def sound(markup: str) -> str:
    """Return *markup* without scripts, styles, comments and embedded data.

    Raises `NotText` with the reason where parsing it could take very long.
    """
    for start, end in _UNREAD:
        markup = _without(markup, start, end)
    markup = _DATA.sub("data:", markup)
    _check_attributes(markup.encode("utf-8", "replace"))
    _check_nesting(markup)
    return markup


def _without(markup: str, start: str, end: str) -> str:
    """Return *markup* without the parts from *start* to *end*; one that does not end goes on."""
    lowered = markup.lower() if markup.isascii() else re.sub("[A-Z]", _lower, markup)
    kept, at = [], 0
    while (begin := lowered.find(start, at)) >= 0:
        kept.append(markup[at:begin])
        stop = lowered.find(end, begin + len(start))
        if stop < 0:
            return " ".join(kept)
        stop = lowered.find(">", stop)
        at = stop + 1 if stop >= 0 else len(markup)
    kept.append(markup[at:])
    return " ".join(kept)


def _lower(letter: re.Match[str]) -> str:
    return letter[0].lower()  # of ASCII alone: other letters can change their length


def _check_attributes(markup: bytes) -> None:
    compared = 0
    for part in markup.split(b">"):
        if (begin := part.find(b"<")) >= 0:
            tag = part[begin:]
            compared += (len(tag) - len(tag.translate(None, _BETWEEN_ATTRIBUTES))) ** 2
    if compared > MOST_COMPARED:
        raise NotText("an element of it has too many attributes to be a page that people read")


def _check_nesting(markup: str) -> None:
    depth = formatting = deepest = repeated = 0
    for tags, tag in enumerate(_TAG.finditer(markup)):
        if tags > MOST_TAGS:
            raise NotText(f"it has more than {MOST_TAGS:,} elements")
        name = tag[2].lower()
        step = -1 if tag[1] else 1
        if name in _FORMATTING:
            formatting = max(formatting + step, 0)
        else:
            repeated += formatting
        if name not in _ENDLESS:
            depth = max(depth + step, 0)
            deepest = max(deepest, depth)
    if deepest > DEEPEST or repeated > MOST_REPEATED:
        raise NotText(f"its elements stand in one another more than {DEEPEST:,} deep")
