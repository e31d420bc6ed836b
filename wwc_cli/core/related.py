"""Stories near a city's own: those that share its rarer topics and the themes of its outcomes."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from wwc_cli.core.naming import story_name
from wwc_cli.core.sharing import as_words, rarity
from wwc_cli.core.text import join

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wwc_cli.core.answers import Related
    from wwc_cli.core.catalogue import Catalogue
    from wwc_cli.core.records import Story

MOST = 3  # related stories named for a city
# A topic is wide (`public-safety`), a theme with outcomes is what changed (`traffic-safety`).
# One result on the same theme says more than several wide topics.
_WEIGHT = {"topic": 1.0, "outcome": 5.0}


def related(stories: Sequence[Story], catalogue: Catalogue) -> list[Related]:
    """Return the stories of other cities nearest to *stories*, best first, each with its reason.

    Each shared topic or theme counts by its rarity (inverse document frequency).
    """
    own = {
        "topic": {topic for story in stories for topic in story["topics"]},
        "outcome": {
            metric["theme"]
            for story in stories
            for metric in story["metrics"]
            if metric["kind"] == "outcome"
        },
    }
    total = max(catalogue.story_count(), 1)
    score: defaultdict[int, float] = defaultdict(float)
    shared: dict[tuple[int, str], list[str]] = {}
    for kind, values in own.items():
        pairs = catalogue.tagged(kind, sorted(values))
        frequency = Counter(value for value, _ in pairs)
        for value, number in pairs:
            score[number] += _WEIGHT[kind] * rarity(frequency[value], total)
            shared.setdefault((number, kind), []).append(value)
    # A few more than asked for, since the city's own stories are among them.
    best = sorted(score, key=lambda number: (-score[number], number))[: MOST + len(stories)]
    cards = catalogue.cards(best)
    own_ids = {story["id"] for story in stories}
    near: list[Related] = []
    for number in best:
        card = cards[number]
        if card["id"] in own_ids:
            continue
        topics = sorted(shared.get((number, "topic"), []))
        themes = sorted(shared.get((number, "outcome"), []))
        near.append(
            {
                **story_name(card),
                "coverage": card["coverage"],
                "shared_topics": topics,
                "shared_themes": themes,
                "reason": _reason(topics, themes),
            }
        )
    return near[:MOST]


def _reason(topics: Sequence[str], themes: Sequence[str]) -> str:
    """Return in words what is shared: `results on crime and trust; public safety, equity`."""
    parts = []
    if themes:
        parts.append(f"results on {join(as_words(themes))}")
    if topics:
        parts.append(", ".join(as_words(topics)))
    return "; ".join(parts)
