"""Lines of a page → the city stories in it: where each begins and ends, and its parts.

A story is known by the line `Project Type:`. Above it stand the city and the headline, below it
the topics; then, where they are, a badge, the list At a Glance, and the text with quotations,
lists, captions, and figures set apart.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from wwc_cli.core.text import words
from wwc_cli.importers import metrics, quotations, speakers
from wwc_cli.importers.decoding import NotText
from wwc_cli.importers.plain_text import bare
from wwc_cli.shape import Shape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wwc_cli.core.records import City, Level, Quote
    from wwc_cli.importers.known import Known
    from wwc_cli.importers.line import Line

_TOPICS = re.compile(r"project types?\s*:?\s*(.*)", re.IGNORECASE)
_GLANCE = re.compile(r"at a glance\s*:?", re.IGNORECASE)
_BADGE = re.compile(
    r"\b(silver|gold|platinum) certification badge\b(?:.*?\b(20\d\d)\b)?", re.IGNORECASE
)
# What stands below a story on its page.
_END = re.compile(
    r"(?:join our certified cities|disclaimer$|(?:read )?(?:more|other|related) (?:city )?stories"
    r"|related (?:content|cities|posts)|share (?:this|on)|follow us|subscribe|sign up (?:for|to)"
    r"|privacy policy|terms of (?:use|service)|all rights reserved|©|copyright\b|back to top"
    r"|explore (?:more|other|all)|see all (?:cities|stories)|next story|previous story)",
    re.IGNORECASE,
)
MOST_STORIES = 500  # in one file; all stories of the program are a fifth of that
_LONGEST_END = 60  # characters of such a line
_ABOVE = 8  # lines above `Project Type:` in which city and headline are looked for
_LONGEST_HEADLINE = 300
_LONGEST_ITEM = 400  # characters of an item of At a Glance, where no list marks it
_MOST_ITEMS = 12
_MOST_SHORT = 300  # short lines of a story in which a figure is looked for
_SHORT = 170  # characters of a figure set apart from the text
_AMOUNT = re.compile(r"[$€£]?\d[\d,.]*\s?(?:%|\+|percent|million|billion|k|x)?\+?", re.IGNORECASE)


class Badge(Shape):
    """A certification badge that the page shows; `year` is `None` where it has none."""

    level: Level
    year: str | None


class FoundStory(Shape):
    """A story as the page has it; `city` is `None` where no line names one."""

    city: City | None
    headline: str
    topics: Sequence[str]
    printed_topics: Sequence[str]
    badge: Badge | None
    glance: Sequence[str]
    callouts: Sequence[str]
    text: Sequence[str]
    lead: str | None
    quotes: Sequence[Quote]


def find(lines: Sequence[Line], known: Known) -> list[FoundStory]:
    """Return the stories in *lines*, in their order.

    Raises `NotText` where there are more than anybody has written.
    """
    anchors = [at for at, line in enumerate(lines) if _anchor(line)]
    if len(anchors) > MOST_STORIES:
        raise NotText(f"it says 'Project Type:' more than {MOST_STORIES:,} times")
    heads = [
        _head(lines, at, known, after=before)
        for before, at in zip([-1, *anchors], anchors, strict=False)
    ]
    found = []
    for number, (anchor, (start, city, headline)) in enumerate(zip(anchors, heads, strict=True)):
        limit = heads[number + 1][0] if number + 1 < len(heads) else len(lines)
        if headline and start <= anchor:
            end = _end(lines, anchor, limit)
            found.append(_story(lines[:end], anchor, known, city=city, headline=headline))
    return found


def _anchor(line: Line) -> bool:
    return (
        len(line.text) < 400
        and bool(_TOPICS.fullmatch(line.text))
        and (":" in line.text or line.text.lower() in {"project type", "project types"})
    )


def _head(
    lines: Sequence[Line], anchor: int, known: Known, *, after: int
) -> tuple[int, City | None, str | None]:
    """Return where a story begins, its city and its headline: lines above its topics."""
    above = range(anchor - 1, max(after, anchor - 1 - _ABOVE), -1)
    for at in above:
        if city := known.city(lines[at].text):
            between = [line for line in lines[at + 1 : anchor] if _may_be_headline(line)]
            if between:
                return at, city, _headline(between)
            if at - 1 > after and _may_be_headline(lines[at - 1]):
                return at - 1, city, _headline([lines[at - 1]])
    for at in above:
        if lines[at].kind == "heading" or at == anchor - 1:
            return at, None, lines[at].text
    return anchor, None, None


def _may_be_headline(line: Line) -> bool:
    return line.kind in {"heading", "text"} and 3 < len(line.text) <= _LONGEST_HEADLINE


def _headline(lines: Sequence[Line]) -> str:
    headings = [line for line in lines if line.kind == "heading"]
    return (headings or lines)[0].text.removesuffix(".")


def _end(lines: Sequence[Line], anchor: int, limit: int) -> int:
    """Return the number after the last line of a story."""
    for at in range(anchor + 1, limit):
        text = lines[at].text
        if len(text) <= _LONGEST_END and _END.match(text):
            return at
    return limit


def _story(
    lines: Sequence[Line], anchor: int, known: Known, *, city: City | None, headline: str
) -> FoundStory:
    """Return the story of which *lines* end it, and *anchor* is the line `Project Type:`."""
    end = len(lines)
    printed, at = _printed_topics(lines, anchor, end, known)
    badge: Badge | None = None
    glance: list[str] = []
    rest: list[Line] = []
    while at < end:
        line = lines[at]
        at += 1
        if line.kind == "badge":
            badge = badge or _badge(line.text)
        elif not glance and not rest and _GLANCE.fullmatch(line.text):
            glance, at = _glance(lines, at, end)
        else:
            rest.append(line)
    body = _joined_amounts(rest)
    quoted = quotations.find(body)
    captions = {number for number in range(len(body)) if _is_caption(body, number, quoted.taken)}
    apart = quoted.taken | captions
    prose = [number for number in range(len(body)) if number not in apart]
    short = [
        body[n].text
        for n in prose
        if body[n].kind in {"text", "heading"} and _may_be_callout(body[n].text)
    ]
    lead = next((body[n].text for n in prose if _is_lead(body[n])), None)
    text = [line.text for number, line in enumerate(body) if number not in captions]
    return FoundStory(
        city=city,
        headline=headline,
        topics=list(dict.fromkeys(topic for each in printed for topic in known.topics(each))),
        printed_topics=printed,
        badge=badge,
        glance=glance,
        callouts=[text for text in short[:_MOST_SHORT] if metrics.has_figure(text)],
        text=[*glance, *text],
        lead=lead,
        quotes=quoted.quotes,
    )


def _printed_topics(
    lines: Sequence[Line], anchor: int, end: int, known: Known
) -> tuple[list[str], int]:
    """Return the topics printed below `Project Type:`, and the number of the line after them."""
    said = _TOPICS.fullmatch(lines[anchor].text)
    printed = known.printed_topics(said[1]) if said and said[1] else []
    at = anchor + 1
    while at < end and len(lines[at].text) < _LONGEST_ITEM and lines[at].kind != "badge":
        topics = known.printed_topics(bare(lines[at].text))
        # The first line may have a topic that nobody knows yet; the next ones must be topics.
        is_list = all(len(topic.split()) <= 5 for topic in topics) and "." not in lines[at].text
        if not (all(map(known.topics, topics)) if printed else is_list):
            break
        if _GLANCE.fullmatch(lines[at].text):
            break
        printed += topics
        at += 1
    return list(dict.fromkeys(printed)), at


def _badge(text: str) -> Badge | None:
    found = _BADGE.search(text)
    level: Any = found[1].lower() if found else None
    return Badge(level, found[2]) if found else None


def _glance(lines: Sequence[Line], at: int, end: int) -> tuple[list[str], int]:
    """Return the items of At a Glance, and the number of the line after them."""
    stop = at
    if at < end and lines[at].kind == "item":
        while stop < end and lines[stop].kind == "item":
            stop += 1
    elif at < end and lines[at].gap > 1:
        while (
            stop < end
            and stop - at < _MOST_ITEMS
            and lines[stop].gap > 1
            and lines[stop].kind in {"text", "item"}
            and lines[stop].text[0] not in '“"'
        ):
            stop += 1
    elif boxed := _in_the_box_of(lines, at - 1, end):
        stop = boxed
    else:
        while (
            stop < end
            and stop - at < _MOST_ITEMS
            and lines[stop].kind == "text"
            and len(lines[stop].text) <= _LONGEST_ITEM
            and lines[stop].text[0] not in '“"'
        ):
            stop += 1
    return [bare(line.text) for line in lines[at:stop]], stop


def _in_the_box_of(lines: Sequence[Line], heading: int, end: int) -> int | None:
    """Return the number after the lines that share the heading's element; `None` if that is all."""
    for box in reversed(lines[heading].boxes):
        stop = heading + 1
        while stop < end and box in lines[stop].boxes:
            stop += 1
        if stop > heading + 1:
            return stop if stop < end and stop - heading - 1 <= _MOST_ITEMS else None
    return None


def _joined_amounts(lines: Sequence[Line]) -> list[Line]:
    """Return *lines* with a figure that stands alone joined to the words below it."""
    joined: list[Line] = []
    for line in lines:
        above = joined[-1] if joined else None
        if above and _AMOUNT.fullmatch(above.text) and len(line.text) <= _SHORT:
            joined[-1] = line.replaced(text=f"{above.text} {line.text}", kind="text", gap=above.gap)
        else:
            joined.append(line)
    return joined


def _is_caption(lines: Sequence[Line], at: int, taken: frozenset[int]) -> bool:
    """Tell whether a line says what a picture shows: by itself, or right below a speaker."""
    line = lines[at]
    if at in taken:
        return False
    if line.kind == "caption":
        return True
    if len(line.text) > 2 * _SHORT or line.kind != "text":
        return False
    return speakers.is_caption(line.text) or (line.gap == 0 and at > 0 and at - 1 in taken)


def _may_be_callout(text: str) -> bool:
    """Tell whether a line may be a figure set apart from the text, and is surely no sentence."""
    return len(text) <= _SHORT and (
        text[0].isdigit() or text[0] == "$" or not text.endswith((".", ":", "?", ")"))
    )


def _is_lead(line: Line) -> bool:
    return line.kind == "text" and len(words(line.text)) >= 12
