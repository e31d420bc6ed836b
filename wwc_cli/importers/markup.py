"""HTML made fit to be parsed: without what is never read, and not of a shape that never ends.

A parser that mends what is broken can take hours over a few kilobytes written for that: elements
nested a hundred thousand deep, thousands of attributes of one element, open formatting elements
that every paragraph repeats. So what parsers have rules of its own for, and we do not (formatting,
tables, forms, drawings), gets a plain name; and what is still too deep is refused unread.
"""

from __future__ import annotations

import re

from wwc_cli.importers.decoding import NotText

LONGEST = 4_000_000  # characters of markup; a story page has some 300,000 without its pictures
MOST_TAGS = 200_000  # a story page has some three thousand
DEEPEST = 500  # elements in one another; a story page has some thirty
MOST_COMPARED = 400_000_000  # attributes of an element are compared each with each
PLAIN = "x-"  # begins the names of elements that are renamed

# What is never read, by how it begins: a comment may be `<!-->`, the others end in a tag.
_UNREAD = re.compile(
    r"<!--|<!\[cdata\[|<(script|style|iframe|textarea|xmp|noembed|noframes|title)(?=[\s/>])",
    re.IGNORECASE | re.ASCII,
)
_ENDS = {
    name: re.compile(rf"</{name}[^>]*>?", re.IGNORECASE | re.ASCII)
    for name in "script style iframe textarea xmp noembed noframes title".split()
}
_DATA = re.compile(r"data:[a-z]+/[^\"')\s>]*", re.IGNORECASE)
# A tag as browsers see it, where it ends included: quotation marks count after `=` alone. No
# part of it gives back what it took, so the time it takes grows with the markup alone.
_TAG = re.compile(
    r"<(?:[!?]|/[^a-zA-Z])[^>]*+"  # what is none, but taken for a comment
    r"|<(/?)([a-zA-Z][^ \t\n\f\r/>]*+)"
    r"(?:[ \t\n\f\r/]++"
    r"|[^ \t\n\f\r/>][^ \t\n\f\r/>=]*+"
    r"(?:[ \t\n\f\r]*+=[ \t\n\f\r]*+(?:\"[^\"]*\"|'[^']*'|[^ \t\n\f\r>\"'][^ \t\n\f\r>]*+)?+)?+"
    r")*+"
)
_QUOTED = re.compile(r"=\s*+(?:\"[^\"]*\"|'[^']*')")
_FEW = 200  # characters of a tag with so few attributes that comparing them is nothing
_RENAMED = re.compile(
    "<(/?)(?=(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u"
    "|table|caption|colgroup|col|tbody|thead|tfoot|tr|td|th|ruby|rb|rt|rp|rtc|svg|math"
    "|form|select|option|optgroup|button|object|applet|marquee|template|noscript|dialog"
    r"|frameset|frame|plaintext)[\s/>])",
    re.IGNORECASE,
)
_VOID = frozenset(
    "area base basefont bgsound br embed hr img image input keygen link meta param source track"
    " wbr html head body".split()  # the last are there once, whatever a page says
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_CONTAINERS = frozenset({"address", "div", "p"})  # of blocks, those that an item may hold
_LISTS = frozenset({"ol", "ul"})
_ITEMS = {"li": frozenset({"li"}), "dd": frozenset({"dd", "dt"}), "dt": frozenset({"dd", "dt"})}
_BLOCKS = _HEADINGS | _CONTAINERS | _LISTS | _ITEMS.keys()
_BLOCKS |= {"article", "aside", "blockquote", "center", "details", "dir", "dl", "fieldset"}
_BLOCKS |= {"figcaption", "figure", "footer", "header", "hgroup", "listing", "main", "menu"}
_BLOCKS |= {"nav", "pre", "section", "summary"}


def sound(markup: str) -> str:
    """Return *markup* without scripts, styles, comments and embedded data, some tags renamed.

    Raises `NotText` with the reason where parsing it could take very long.
    """
    markup = _DATA.sub("data:", _read(markup))
    if len(markup) > LONGEST:
        raise NotText(f"it has more than {LONGEST:,} characters, even without its pictures")
    markup = _RENAMED.sub(rf"<\1{PLAIN}", markup)
    _check(markup)
    return markup


def _read(markup: str) -> str:
    """Return *markup* without what is never read; what does not end goes on to the end."""
    kept, at = [], 0
    while begin := _UNREAD.search(markup, at):
        kept.append(markup[at : begin.start()])
        name = (begin[1] or "").lower()
        if name:
            end = _ENDS[name].search(markup, begin.end())
            stop, at = (end.start(), end.end()) if end else (len(markup), len(markup))
            if name == "title":
                inner = markup[begin.start() + 1 : stop].replace("<", "&lt;")
                kept.append(f"<{inner}</title>")
        else:
            closing = "-->" if begin[0] == "<!--" else "]]>"
            stop = markup.find(closing, begin.start() + 2)
            at = stop + 3 if stop >= 0 else len(markup)
    kept.append(markup[at:])
    joined = "".join(kept)  # a comment may stand inside a word
    is_mended = any((found[1] or "").lower() != "title" for found in _UNREAD.finditer(joined))
    return " ".join(kept) if is_mended else joined


def _check(markup: str) -> None:
    """Raise `NotText` where *markup* has too many elements, attributes, or elements around one."""
    around: list[str] = []
    compared = merged = 0
    for number, tag in enumerate(_TAG.finditer(markup)):
        name = (tag[2] or "").lower()
        if number > MOST_TAGS:
            raise NotText(f"it has more than {MOST_TAGS:,} elements")
        if name in {"html", "body"}:
            merged += _attributes(tag[0])  # of all such tags, into one element
            compared += merged**2
        elif tag.end() - tag.start() > _FEW:
            compared += _attributes(tag[0]) ** 2
        if compared > MOST_COMPARED:
            raise NotText("an element of it has too many attributes to be a page that people read")
        if name and name not in _VOID:
            (_close if tag[1] else _open)(name, around)
        if len(around) > DEEPEST:
            raise NotText(f"its elements stand in one another more than {DEEPEST:,} deep")


def _attributes(tag: str) -> int:
    """Return how many attributes a tag has, at most."""
    return len(_QUOTED.sub(" ", tag).replace("/", " ").split())


def _open(name: str, around: list[str]) -> None:
    """Begin an element in those *around* it; some end where the next one begins, as HTML says."""
    if alike := _ITEMS.get(name):
        for at in reversed(range(len(around))):
            if around[at] in alike:
                del around[at:]
                break
            if around[at] in _BLOCKS - _CONTAINERS:
                break
    if name in _BLOCKS:
        _close("p", around)
    if name in _HEADINGS and around and around[-1] in _HEADINGS:
        around.pop()
    around.append(name)


def _close(name: str, around: list[str]) -> None:
    """End the innermost element of that name, with all in it, if HTML lets it end there."""
    alike = _HEADINGS if name in _HEADINGS else {name}
    if name not in _HEADINGS and name not in around:
        return
    for at in reversed(range(len(around))):
        if around[at] in alike:
            del around[at:]
            return
        is_kept = around[at] in _LISTS if name == "li" else around[at] in _BLOCKS - {name}
        if is_kept and (name == "li" or name not in _BLOCKS):
            return
