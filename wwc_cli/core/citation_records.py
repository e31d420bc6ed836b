"""What is cited, as CSL-JSON has it, and how it is answered; like records.py, for checking."""

from __future__ import annotations

from typing import Literal, Required, TypedDict

# A date of CSL-JSON: year, month and day as far as they are known, or words.
CslDate = TypedDict("CslDate", {"date-parts": list[list[int]], "literal": str}, total=False)


class Author(TypedDict):
    """A name that is cited as it stands: an organization, or several people under one name."""

    literal: str


class Item(TypedDict, total=False):
    """What is cited, as CSL-JSON has it: a key that is not known is absent, never null.

    *id*, *type* and *title* are always there. *genre* says what stands at the address where that
    is not the page itself, *note* what else to know of it.
    """

    id: Required[str]
    type: Required[Literal["webpage", "dataset"]]
    title: Required[str]
    author: list[Author]
    issued: CslDate
    accessed: CslDate
    URL: str
    version: str
    language: str
    genre: str
    note: str
    abstract: str


class Citation(TypedDict):
    """A source to cite, and for which city; *story_id* is `None` where it is not of a story."""

    story_id: str | None
    city_id: str
    city: str
    source_id: str | None
    key: str
    item: Item


class DataSet(TypedDict):
    """The store as a thing to cite; *released* and *url* are `None` until there are such."""

    key: str
    title: str
    version: str
    authors: list[str]
    license: str
    url: str | None
    released: str | None
    sha256: str
    item: Item
