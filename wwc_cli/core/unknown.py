"""What some stories leave open, in sentences: counted from their records, and never guessed.

A sentence stands only where it is true of at least one story or figure.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wwc_cli.core.naming import called
from wwc_cli.core.text import count

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wwc_cli.core.answers import BriefStory
    from wwc_cli.core.records import Metric, Story

EVALUATED = "evaluations"  # the practice area of those that test what works
_MOST_NAMED = 4  # cities in a sentence; more are counted


def not_known(stories: Sequence[BriefStory], told: Sequence[Story]) -> list[str]:
    """Return what *stories* and their figures do not say; *told* are the same stories, whole."""
    figures = [metric for story in stories for metric in story["figures"]]
    outcomes = [metric for metric in figures if metric["kind"] == "outcome"]
    return [*_of_outcomes(outcomes), *_without_outcome(stories), *_of_stories(told)]


def _of_outcomes(outcomes: Sequence[Metric]) -> Iterator[str]:
    changes = [metric for metric in outcomes if metric["direction"] != "none"]
    if some := [metric for metric in outcomes if lacks_baseline(metric)]:
        yield f"For {_share(some, changes, 'change')}, what it is measured against is not said."
    if some := [metric for metric in outcomes if metric["period"] is None]:
        yield f"For {_share(some, outcomes, 'outcome')}, the period is not said."
    if some := [metric for metric in outcomes if metric["value"] is None]:
        yield f"For {_share(some, outcomes, 'outcome')}, no number is given."


def lacks_baseline(metric: Metric) -> bool:
    """Tell whether a change is told without what it is measured against.

    A change from one time to another is measured against the first.
    """
    return (
        metric["direction"] != "none"
        and metric["baseline_period"] is None
        and metric["from_value"] is None
        and " to " not in (metric["period"] or "")
    )


def _without_outcome(stories: Sequence[BriefStory]) -> Iterator[str]:
    """Yield which stories have no outcome among their figures, and which have targets instead."""
    bare = [s for s in stories if not any(m["kind"] == "outcome" for m in s["figures"])]
    aimed = [s for s in bare if any(m["kind"] == "target" for m in s["figures"])]
    if aimed:
        yield f"Only aimed at or forecast, with no outcome yet: {_named(aimed)}."
    if nothing := [s for s in bare if s not in aimed]:
        yield f"Without an outcome on this: {_named(nothing)}."


def _of_stories(told: Sequence[Story]) -> Iterator[str]:
    if some := [story for story in told if EVALUATED not in story["practices"]]:
        yield (
            f"For {_share(some, told, 'story')}, no evaluation with research methods is shown:"
            " what changed may have other causes."
        )
    if some := [story for story in told if story["coverage"] == "brief"]:
        yield f"In brief, from part of the page only: {_share(some, told, 'story')}."
    if some := [story for story in told if story["origin"] == "library"]:
        yield f"From your own library, which only you have checked: {_share(some, told, 'story')}."


def _share(some: Sequence[object], among: Sequence[object], noun: str) -> str:
    """Return `3 of 9 outcomes`, `all 9 outcomes` or `the one outcome`."""
    plural = {"story": "stories"}.get(noun, f"{noun}s")
    if len(some) < len(among):
        return f"{len(some)} of {count(len(among), noun, plural)}"
    if len(among) == 1:
        return f"the one {noun}"
    return f"both {plural}" if len(among) == 2 else f"all {len(among)} {plural}"


def _named(stories: Sequence[BriefStory]) -> str:
    names = list(dict.fromkeys(called(story) for story in stories))
    if len(names) > _MOST_NAMED:
        return count(len(stories), "story", "stories")
    return "; ".join(names)
