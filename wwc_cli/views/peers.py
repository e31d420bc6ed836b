"""The peers of a city as a ranked list, with the reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wwc_cli.core.naming import called, near_place
from wwc_cli.core.sharing import as_words, listed
from wwc_cli.core.text import count, join
from wwc_cli.views import phrases
from wwc_cli.views.model import Answer, Column, Note, Span, Table, Title, column

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wwc_cli.core.answers import Peer, PeerStory
    from wwc_cli.core.peers import Found
    from wwc_cli.core.records import Level
    from wwc_cli.views.model import Block, Inline

MOST_STORIES = 3  # of one city; `wwc show CITY` has them all
COLUMNS = [
    column("city_id"),
    column("city"),
    column("subdivision", "state"),
    column("country"),
    column("country_code"),
    column("population"),
    column("level"),
    column("level_date"),
    column("score"),
    column("reasons"),
    column("population_ratio"),
    column("same_country"),
    column("same_language"),
    column("same_level"),
    column("shared_topics"),
    column("shared_themes"),
    Column("stories", "stories", lambda p: [f"{s['id']}: {s['headline']}" for s in p["stories"]]),
]


def peers(found: Found) -> Answer:
    """Return the answer of peers."""

    def sheet() -> Sequence[Block]:
        blocks: list[Block] = [_title(found)]
        if found.peers:
            headers = ["#", "City", "Why", "Story", "Score"]
            rows = [_row(at, peer) for at, peer in enumerate(found.peers, start=1)]
            blocks.append(Table(headers, rows, right=(0, 4)))
        return [*blocks, Note(_footer(found)), *map(Note, _unweighed(found))]

    return Answer(found.peers, found.peers, COLUMNS, sheet)


def _title(found: Found) -> Title:
    """Return whose peers they are, and what they were weighed by."""
    topics = listed(as_words(sorted(found.known.topics)))
    below: list[Inline] = [[Span(_people(found.known.population), "muted")]]
    if topics or not found.has_story:
        below.append([Span(f"topics: {topics}" if topics else "no story", "muted")])
    return Title(f"Peers of {called(found.city)}", _level(found.known.level), below)


def _row(at: int, peer: Peer) -> list[Inline]:
    return [
        str(at),
        _city(peer),
        _why(peer["reasons"]),
        _stories(peer["stories"]),
        str(peer["score"]),
    ]


def _city(peer: Peer) -> Inline:
    parts: list[str | Span] = [Span(peer["city"], "strong"), f"\n{near_place(peer)}\n"]
    if level := peer["level"]:
        parts += [Span(level, level), "\n"]
    return [*parts, _people(peer["population"])]


def _level(level: Level | None) -> Inline:
    return phrases.level(level) if level else ""


def _people(population: int | None) -> str:
    return count(population, "person", "people") if population else "size not known"


def _why(reasons: Sequence[str]) -> str:
    """Return reasons as running text: a line each would leave most of a column empty."""
    return "; ".join(reasons)


def _stories(stories: Sequence[PeerStory]) -> Inline:
    parts: list[str | Span] = []
    for story in stories[:MOST_STORIES]:
        parts += ["\n"] if parts else []
        parts.append(Span(story["headline"], "strong"))
        if story["coverage"] == "brief":
            parts.append(Span(" (in brief)", "muted"))
        if story["origin"] == "library":
            parts.append(Span(" (your library)", "muted"))
    if len(stories) > MOST_STORIES:
        parts.append(f"\nand {len(stories) - MOST_STORIES:,} more")
    return parts


def _footer(found: Found) -> str:
    """Return how many there are, what their order means, and where to go on."""
    if not found.peers:
        return "No other city with a story passes these filters."
    shown, total = len(found.peers), found.total
    cities = f"{count(total, 'city', 'cities')} with a story"
    cities += ", nearest first" if found.weighed else ", in the order of their ids"
    if shown < total:
        cities += f", the first {shown:,} shown (--limit 0 shows all)"
    parts = [f"{cities}."]
    if found.weighed:
        by = join([f"{part} {found.weights[part]:g}" for part in found.weighed])
        parts.append(f"Score: how near, of 100, by {by} (--weight changes that).")
    parts.append(f"Side by side: wwc compare {found.city['id']} {found.peers[0]['city_id']}")
    return " ".join(parts)


def _unweighed(found: Found) -> Iterator[str]:
    """Yield what could not be weighed, and why."""
    no_story = "it has no story; --with-topic asks for a topic"
    reasons = {
        "size": "its population is not known",
        "language": "that of its country is not known",
        "level": "none is stated for it",
        "topics": "its stories name none" if found.has_story else no_story,
        "themes": "no outcome among its figures" if found.has_story else no_story,
    }
    by_reason: dict[str, list[str]] = {}
    for part in found.unweighed:
        by_reason.setdefault(reasons[part], []).append(part)
    if by_reason:
        parts = "; ".join(f"{join(named)} ({why})" for why, named in by_reason.items())
        yield f"Not weighed: {parts}."
