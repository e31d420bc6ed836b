"""A saved file → what is in it: stories with their figures, and what an announcement says.

What comes out has no ids of ours yet: core/collecting.py gives them, knowing what is stored.
"""

from __future__ import annotations

import os
import re
from email import message_from_bytes, policy
from typing import TYPE_CHECKING

from wwc_cli.core.text import words
from wwc_cli.importers import cohort, decoding, html, metrics, plain_text, story
from wwc_cli.importers.decoding import NotText
from wwc_cli.shape import Shape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wwc_cli.core.records import Metric
    from wwc_cli.importers.cohort import Announced
    from wwc_cli.importers.known import Known
    from wwc_cli.importers.line import Line, Page
    from wwc_cli.importers.story import FoundStory

_LONGEST_TITLE = 160  # characters


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
    except NotText as error:
        return Reading(file, accessed=accessed, problem=error.message)
    found_stories = story.find(page.lines, known)
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
    if data[:2048].lstrip().lower().startswith((b"from: <saved by", b"mime-version:")):
        data = _in_archive(data)
    text = decoding.text(data)
    return html.page(text) if html.is_html(text) else plain_text.page(text)


def _in_archive(data: bytes) -> bytes:
    """Return the page in a web archive (MHTML), which is an e-mail message in its form."""
    if len(data) > decoding.LARGEST:
        return data  # and refused for its size
    message = message_from_bytes(data, policy=policy.compat32)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            payload = part.get_payload(decode=True)
            return payload if isinstance(payload, bytes) else data
    return data


def _figures(found: FoundStory) -> list[Metric]:
    """Return the figures of At a Glance and of what is set apart from the text."""
    sentences = dict.fromkeys([*found.glance, *found.callouts])
    return [metric for sentence in sentences for metric in metrics.read(sentence)]


def _title(said: str | None, lines: Sequence[Line], file: str) -> str:
    """Return what a page is called: as it says, or by its first line, or by its file."""
    first = next((line.text for line in lines if len(words(line.text)) > 3), None)
    title = said or first or os.path.basename(file)
    if len(title) <= _LONGEST_TITLE:
        return title
    return re.sub(r"\s+\S*$", "", title[:_LONGEST_TITLE]) + "…"
