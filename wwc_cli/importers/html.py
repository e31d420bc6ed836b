"""A page saved as HTML → its lines, without what a browser does not show and what is no story.

Nothing of a page is run, fetched or resolved: it is only parsed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wwc_cli.core.text import clean
from wwc_cli.importers.line import Line, Page
from wwc_cli.importers.markup import PLAIN, sound
from wwc_cli.importers.plain_text import kind, tidy

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

    from wwc_cli.importers.line import Kind

# A page may begin with a comment, with any element, or with the headers of its transfer.
_LOOKS_LIKE = re.compile(
    r"\s*+(?:<\?xml[^>]*+>\s*+)?(?:<!--(?:(?!-->).)*+-->\s*+)*+"
    r"<(?:!doctype|[a-z][a-z0-9-]*+(?:\s[^<>]*+)?/?>)",
    re.IGNORECASE | re.DOTALL,
)
_WITHIN = re.compile(r"^\s*+<(?:!doctype html|html|head|body)\b", re.IGNORECASE | re.MULTILINE)
# What is never read: not shown, not text, or for finding one's way.
_DROPPED = (
    *("script", "style", "iframe", "embed", "canvas", "audio", "video", "nav", "head", "title"),
    *("label", "legend", "textarea", "datalist"),
    *(
        f"{PLAIN}{name}"
        for name in "noscript template object svg math button select dialog frameset".split()
    ),
    *("[hidden]", "[aria-hidden=true]", "[role=navigation]", "[role=banner]", "[role=dialog]"),
    *("[role=contentinfo]", "[role=search]", "[role=alertdialog]", "[style*='display:none' i]"),
    *("[style*='display: none' i]", "[style*='visibility:hidden' i]"),
    *("[style*='visibility: hidden' i]", ".breadcrumb", ".breadcrumbs", ".skip-link"),
    *(".screen-reader-text", ".sr-only", ".visually-hidden"),
)
# Of these, not what the story stands in: a whole page may be marked `cookies-not-set`.
_BANNERS = (
    *("[id*=cookie i]", "[class*=cookie i]", "[id*=consent i]", "[class*=consent-banner i]"),
    "[id*=onetrust i]",
)
# Of classes by width of the screen (Tailwind, Bootstrap), as they are on a wide one.
_SHOWN_WIDE = re.compile(
    r"(?:sm|md|lg|xl|2xl):(?:block|flex|grid|contents|table|inline\S*|list-item|flow-root)"
)
_HIDDEN_WIDE = re.compile(r"(?:sm|md|lg|xl|2xl):hidden")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = _HEADINGS | frozenset(
    "address article aside blockquote body center cite dd details div dl dt fieldset figcaption"
    " figure footer form header hgroup html li main ol p pre section summary table tbody td tfoot"
    " th thead tr ul".split()
)
_KINDS: dict[str, Kind] = {"li": "item", "figcaption": "caption", "blockquote": "quote"}
_KINDS |= dict.fromkeys(_HEADINGS, "heading")
_BEGINNING = 20_000  # characters in which the first element stands
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d{4}\)(\S{1,2000}) -->")
# Links and labels that style alone sets apart: `Housing` and `Equity` are two, `N` and `ewark` one.
_SEAM = "\x03"
_ENDED = {"a": "\x01", "span": "\x02"}
_BETWEEN = re.compile(r"(?<=[^\W\d_A-Z])\x02\x03(?=[^\W\d_a-z])")
_DEEPEST = 200  # elements around a line that are kept; a story's page has some twenty


def is_html(text: str) -> bool:
    """Tell whether *text* begins as a page of HTML does."""
    beginning = text[:_BEGINNING]
    return bool(_LOOKS_LIKE.match(beginning) or _WITHIN.search(beginning))


def page(markup: str) -> Page:
    """Return the page that *markup* is: a line for each block of text, in reading order."""
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(sound(markup))
    saved_from = _SAVED_FROM.search(markup[:_BEGINNING])
    said = _said(tree, saved_from[1] if saved_from else None)
    return Page(_lines(tree), **said)


def _dropped(tree: LexborHTMLParser) -> set[int]:
    """Return the numbers of the elements that are never read."""
    dropped = {node.mem_id for selector in _DROPPED for node in tree.css(selector)}
    dropped |= {
        node.mem_id
        for selector in _BANNERS
        for node in tree.css(selector)
        if node.tag not in {"html", "body"} and not node.css_first("h1, main, article")
    }
    return dropped | {
        node.mem_id
        for node in tree.css("[class*=hidden]")
        if _is_hidden((node.attributes.get("class") or "").split())
    }


def _is_hidden(classes: list[str]) -> bool:
    """Tell whether an element of these *classes* is not shown on a wide screen."""
    if any(map(_HIDDEN_WIDE.fullmatch, classes)):
        return True
    return "hidden" in classes and not any(map(_SHOWN_WIDE.fullmatch, classes))


def _said(tree: LexborHTMLParser, saved_from: str | None) -> dict[str, str | None]:
    """Return what a page says of itself in its head; *saved_from* is what a browser adds."""

    def meta(*names: str) -> str | None:
        for name in names:
            for attribute in ("property", "name", "itemprop"):
                node = tree.css_first(f'meta[{attribute}="{name}"]')
                if node and (content := tidy(clean(node.attributes.get("content") or ""))):
                    return content
        return None

    title = tree.css_first("title")
    link = tree.css_first('link[rel="canonical"]')
    address = (link.attributes.get("href") if link else None) or meta("og:url")
    address = address if address and is_address(address) else saved_from
    time = tree.css_first("time[datetime]")
    published = meta("article:published_time", "datePublished", "date", "dc.date")
    published = published or (time.attributes.get("datetime") if time else None)
    date = _DATE.match(published or "")
    root = tree.css_first("html")
    language = (root.attributes.get("lang") or "") if root else ""
    return {
        "title": meta("og:title") or (tidy(clean(title.text())) if title else None) or None,
        "url": address if address and is_address(address) else None,
        "site": meta("og:site_name"),
        "published": date[0] if date else None,
        "language": language[:2].lower() if language[:2].isalpha() else None,
    }


def is_address(text: str) -> bool:
    """Tell whether *text* is an address on the web, and nothing that a click would run."""
    return text.startswith(("https://", "http://")) and len(text) < 2000 and text.isprintable()


def _lines(tree: LexborHTMLParser) -> list[Line]:
    """Return a line for each stretch of text that no block element interrupts."""
    made = _Made()
    dropped = _dropped(tree)
    # The elements that are open, each with what is left in it: no recursion, however deep.
    body = tree.body
    stack = [("body", body.iter(include_text=True))] if body else []
    while stack:
        node = next(stack[-1][1], None)
        if node is None:
            made.leave(stack.pop()[0])
            continue
        tag = str(node.tag).removeprefix(PLAIN)
        if tag == "-text":
            made.add(node.text_content or "")
        elif tag.startswith("-") or node.mem_id in dropped:
            continue
        elif tag in {"br", "hr"}:
            made.end_line()
        elif tag == "img":
            made.picture(node.attributes.get("alt") or "")
        else:
            made.enter(tag)
            stack.append((tag, node.iter(include_text=True)))
    return made.lines


class _Made:
    """The `lines` read so far, the one that is being read, and the block elements around it."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._texts: list[str] = []
        self._around: list[str] = []
        self._boxes: list[int] = []
        self._counts: list[int] = []  # items read of each list that is open
        self._entered = 0
        self._sign = ""  # of the item that has begun

    def add(self, text: str) -> None:
        """Take a piece of text; what follows it belongs to the same line."""
        self._texts.append(text)

    def enter(self, tag: str) -> None:
        """Begin an element; a block ends the line before it."""
        if tag not in _BLOCKS:
            if self._texts and self._texts[-1] == _ENDED.get(tag):
                self._texts.append(" " if tag == "a" else _SEAM)
            return
        self.end_line()
        self._entered += 1
        self._around.append(tag)
        self._boxes.append(self._entered)
        if tag in {"ul", "ol"}:
            self._counts.append(0)
        elif tag == "li" and self._counts:
            self._counts[-1] += 1
            lists = [each for each in self._around if each in {"ul", "ol"}]
            self._sign = f"{self._counts[-1]}. " if lists[-1] == "ol" else "• "

    def leave(self, tag: str) -> None:
        """End an element; a block ends its last line with it."""
        if tag not in _BLOCKS:
            if tag in _ENDED:
                self._texts.append(_ENDED[tag])
            return
        self.end_line()
        if self._around:
            self._around.pop()
            self._boxes.pop()
        if tag in {"ul", "ol"}:
            self._counts.pop()

    def end_line(self) -> None:
        """Make a line of what was read, if there is a word in it."""
        text = tidy(clean(_BETWEEN.sub(" ", "".join(self._texts))))
        self._texts.clear()
        if not any(map(str.isalnum, text)):
            return
        of_kind = self._kind(text)
        if of_kind == "item" and self._sign:
            text, self._sign = f"{self._sign}{text}", ""
        self._put(text, of_kind)

    def picture(self, said: str) -> None:
        """Make a line of a picture that is a badge; other pictures say nothing here."""
        if kind(text := tidy(clean(said))) == "badge":
            self.end_line()
            self._put(text, "badge")

    def _put(self, text: str, of_kind: Kind) -> None:
        self.lines.append(Line(text, of_kind, 1, tuple(self._boxes[-_DEEPEST:])))

    def _kind(self, text: str) -> Kind:
        """Return what a line is, by the innermost element that says."""
        if kind(text) == "badge":
            return "badge"
        for tag in reversed(self._around):
            if tag in {"cite", "footer"}:
                return "text"
            if tag in _KINDS:
                return _KINDS[tag]
        return "text"
