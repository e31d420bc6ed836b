"""A saved file → what is in it: stories with their figures, and what an announcement says.

What comes out has no ids of ours yet: core/collecting.py gives them, knowing what is stored.
"""

from __future__ import annotations

import os
import re
from email import message_from_bytes, policy
from typing import TYPE_CHECKING

from wwc_cli.core.text import clean, words
from wwc_cli.importers import cohort, decoding, html, metrics, plain_text, story
from wwc_cli.importers.decoding import NotText
from wwc_cli.importers.plain_text import tidy
from wwc_cli.shape import Shape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wwc_cli.core.records import Metric
    from wwc_cli.importers.cohort import Announced
    from wwc_cli.importers.known import Known
    from wwc_cli.importers.line import Line, Page
    from wwc_cli.importers.story import FoundStory

_LONGEST_TITLE = 160  # characters
_LONGEST_HEAD = 20_000  # bytes
_HEADER = re.compile(rb"^[!-9;-~]{1,76}:", re.MULTILINE)
_MOST_HEADERS = 100_000
_MOST_PARTED = 1_000  # times that an archive speaks of parts; a browser nests them once
# Ten stories in one file are 500 lines and 70,000 characters.
_MOST_LINES = 20_000
_MOST_TEXT = 2_000_000
# Of At a Glance, which has five lines.
_MOST_FIGURES = 100
_LONGEST_SENTENCE = 2_000


class Reading(Shape):
    """What one file gave, or the *problem* with it.

    `figures` are those of each story, in the order of `stories`; `accessed` is the day on which
    the file was saved, as far as it tells.
    """

    file: str
    stories: Sequence[FoundStory] = ()
    figures: Sequence[Sequence[Metric]] = ()
    announced: Sequence[Announced] = ()
    title: str = ""
    url: str | None = None
    site: str | None = None
    published: str | None = None
    language: str | None = None
    accessed: str | None = None
    problem: str | None = None

    @property
    def is_empty(self) -> bool:
        """Whether the file was read, and nothing that can be kept was in it."""
        return not (self.stories or self.announced or self.problem)


def read(data: bytes, file: str, known: Known, *, accessed: str | None) -> Reading:
    """Return what is in the bytes of a saved page; *file* is how the user calls it.

    Never raises for what is in *data*: a page that cannot be read is a `Reading` with a problem.
    """
    try:
        page = _page(data)
        found_stories = story.find(page.lines, known)
    except NotText as error:
        return Reading(file, accessed=accessed, problem=error.message)
    stories = [found for found in found_stories if found.city]
    nameless = [found for found in found_stories if not found.city]
    announced = [] if stories else cohort.find(page.lines, known)
    problem = None
    if nameless and not stories:
        problem = f"the city of {nameless[0].headline!r} is not named above it"
    return Reading(
        file,
        stories,
        [_figures(found) for found in stories],
        announced,
        _title(page.title, page.lines, file),
        page.url,
        page.site,
        page.published,
        page.language,
        accessed,
        problem,
    )


def _page(data: bytes) -> Page:
    address = None
    if data[:2048].lstrip().lower().startswith((b"from: <saved by", b"mime-version:")):
        data, address = _in_archive(data)
    text = decoding.text(data)
    page = html.page(text) if html.is_html(text) else plain_text.page(text)
    if len(page.lines) > _MOST_LINES or sum(len(line.text) for line in page.lines) > _MOST_TEXT:
        raise NotText("it has more text than a page that people read")
    return page.replaced(url=page.url or address)


def _in_archive(data: bytes) -> tuple[bytes, str | None]:
    """Return the page in a web archive (MHTML), and its address.

    Such an archive is an e-mail message in its form: many parts, of which the page is the first.
    """
    head = re.split(rb"\r?\n\r?\n", data[: _LONGEST_HEAD + 1], maxsplit=1)[0]
    if (
        len(data) > decoding.LARGEST
        or len(head) > _LONGEST_HEAD
        or data.lower().count(b"boundary") > _MOST_PARTED
        or len(_HEADER.findall(data)) > _MOST_HEADERS
    ):
        raise NotText("it is no web archive that a browser saves")
    try:
        message = message_from_bytes(data, policy=policy.compat32)
        for part in message.walk():
            if part.get_content_type() == "text/html":
                address = str(message["Snapshot-Content-Location"] or part["Content-Location"])
                payload = part.get_payload(decode=True)
                if isinstance(payload, bytes):
                    return payload, address if html.is_address(address) else None
    except (ValueError, LookupError) as error:
        raise NotText(f"it is a damaged web archive: {error}") from error
    return data, None


def _figures(found: FoundStory) -> list[Metric]:
    """Return the figures of At a Glance and of what is set apart from the text."""
    sentences = dict.fromkeys([*found.glance[:_MOST_FIGURES], *found.callouts])
    short = (sentence for sentence in sentences if len(sentence) <= _LONGEST_SENTENCE)
    return [metric for sentence in short for metric in metrics.read(sentence)]


def _title(said: str | None, lines: Sequence[Line], file: str) -> str:
    """Return what a page is called: as it says, or by its first line, or by its file."""
    texts = (line.text for line in lines if len(words(line.text)) > 3)
    first = next((text for text in texts if not text.lower().startswith("skip to ")), None)
    title = said or first or tidy(clean(os.path.basename(file)))
    if len(title) <= _LONGEST_TITLE:
        return title
    return re.sub(r"\s+\S*$", "", title[:_LONGEST_TITLE]) + "…"
