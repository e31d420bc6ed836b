"""Pages of HTML read back: elements, their texts, their attributes; what a page must keep to."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise

VOID = {"meta", "br"}
PARTS = {"html", "head", "body", "main", "header", "title", "style"}


class Element:
    """An element with its attributes, and the text in it and in those within it."""

    def __init__(self, tag: str, attributes: dict[str, str | None], within: list[str]) -> None:
        self.tag = tag
        self.attributes = attributes
        self.within = within
        self.text = ""

    def __repr__(self) -> str:
        return f"<{self.tag} {self.attributes}> {self.text!r}"


class Reading(HTMLParser):
    """A page as the elements it has, in their order; it fails where one is not closed."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self._open: list[Element] = []
        self.feed(page)
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"<{tag}> has an attribute twice"
        element = Element(tag, dict(attrs), [each.tag for each in self._open])
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.text += data

    def of(self, *tags: str) -> list[Element]:
        """Return the elements of these tags."""
        return [element for element in self.elements if element.tag in tags]

    def texts(self, *tags: str) -> list[str]:
        """Return the texts of the elements of these tags, white space as a browser shows it."""
        return [" ".join(element.text.split()) for element in self.of(*tags)]


def assert_sound(page: str) -> Reading:
    """Hold a page to what every page promises; return it read."""
    assert page.startswith("<!DOCTYPE html>\n")
    read = Reading(page)
    levels = [int(each.tag[1]) for each in read.of("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below <= above + 1 for above, below in pairwise(levels))
    ids = [each.attributes["id"] for each in read.elements if "id" in each.attributes]
    assert len(ids) == len(set(ids))
    assert all(ids)
    (html,) = read.of("html")
    assert html.attributes == {"lang": "en"}
    assert read.texts("title") == read.texts("h1")
    _assert_alone(read)
    for table in read.of("table"):
        assert table.attributes["role"] == "table"
    assert len(read.of("caption")) == len(read.of("table"))
    assert all(read.texts("caption"))
    for head in read.of("th"):
        assert head.attributes["scope"] in {"col", "row", "rowgroup"}
    return read


def _assert_alone(read: Reading) -> None:
    """Hold a page to run nothing, and to ask for nothing but itself."""
    assert {each.tag for each in read.elements} <= PARTS | {
        *("meta", "h1", "h2", "h3", "h4", "p", "ol", "ul", "li", "dl", "div", "dt", "dd"),
        *("table", "caption", "thead", "tbody", "tr", "th", "td"),
        *("span", "strong", "b", "mark", "code", "pre", "abbr", "a"),
    }
    names = {name for each in read.elements for name in each.attributes}
    assert names <= {
        *("lang", "charset", "name", "content", "http-equiv", "id", "class", "href"),
        *("role", "aria-label", "scope", "colspan", "data-label", "title"),
        "style",
    }
    for element in read.elements:
        assert re.fullmatch(r"width: \d+\.\d%|", element.attributes.get("style") or "")
    for link in read.of("a"):
        assert (link.attributes["href"] or "").startswith(("http://", "https://"))
    policies = [
        each.attributes["content"]
        for each in read.of("meta")
        if each.attributes.get("http-equiv") == "Content-Security-Policy"
    ]
    assert policies == ["default-src 'none'; style-src 'unsafe-inline'"]
    (style,) = read.of("style")
    assert style.within == ["html", "head"]
    assert not [word for word in ("url(", "@import", "</") if word in style.text]
