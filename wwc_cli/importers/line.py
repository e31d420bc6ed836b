"""A page as its lines: what HTML and plain text have in common once they are read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from wwc_cli.shape import Shape

if TYPE_CHECKING:
    from collections.abc import Sequence

Kind = Literal["text", "heading", "item", "quote", "caption", "badge"]


class Line(Shape):
    """One paragraph, heading, list item or caption, cleaned, on one line.

    `gap` is how many empty lines stand before it, where lines are all that a page has. `boxes`
    are the numbers of the elements around it, outermost first, where it has elements.
    """

    text: str
    kind: Kind = "text"
    gap: int = 1
    boxes: Sequence[int] = ()


class Page(Shape):
    """A saved page: its lines, and what it says of itself; `None` where it does not."""

    lines: Sequence[Line]
    title: str | None = None
    url: str | None = None
    site: str | None = None
    published: str | None = None
    language: str | None = None
