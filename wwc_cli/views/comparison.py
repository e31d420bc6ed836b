"""Two to four cities side by side.

A comparison shows what sets the cities side by side: prose is given by its gist, and the whole
of it is in `wwc show` and in JSON.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wwc_cli.core.naming import called
from wwc_cli.core.text import join, sentences
from wwc_cli.views import phrases
from wwc_cli.views.model import Answer, Note, SideBySide, Span, column, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wwc_cli.core.answers import Comparison, Profile
    from wwc_cli.core.records import Metric
    from wwc_cli.views.model import Block, Inline

STEP_WORDS = 14
_SIZE = "population"  # a theme that the row on size tells better
MOST_FIGURES = 6  # of one theme and city; `wwc show CITY --section metrics` has them all
_SHARED = Span("=", "shared")  # after what two or more have


def comparison(compared: Comparison) -> Answer:
    """Return the answer of compare; the flat formats have a row an aspect, a column a city."""
    aspects = _aspects(compared)
    ids = [profile["city"]["id"] for profile in compared["cities"]]
    rows = [
        {"aspect": plain(aspect), **dict(zip(ids, map(plain, cells), strict=True))}
        for aspect, cells in aspects
    ]
    columns = [column(name, name) for name in ("aspect", *ids)]

    def sheet() -> Sequence[Block]:
        heads: list[Inline] = [_head(profile) for profile in compared["cities"]]
        return [SideBySide(heads, aspects), Note(_footer(compared))]

    title = join([called(profile["city"]) for profile in compared["cities"]])
    return Answer(compared, rows, columns, sheet, title)


def _head(profile: Profile) -> Inline:
    return [Span(called(profile["city"]), "strong")]


def _aspects(compared: Comparison) -> list[tuple[Inline, list[Inline]]]:
    profiles = compared["cities"]
    by_city: list[tuple[Inline, list[Inline]]] = [
        ("Story", [_lines(phrases.headline(s) for s in p["stories"]) for p in profiles]),
        ("Size", [_size(p) for p in profiles]),
        ("Certified", [_certified(p) for p in profiles]),
        ("Topics", [_topics(p, compared) for p in profiles]),
        ("Challenge", [_lines(_gist(s["challenge"]) for s in p["stories"]) for p in profiles]),
        ("Approach", [_steps(p) for p in profiles]),
        ("Outcome", [_lines(_gist(s["outcome"]) for s in p["stories"]) for p in profiles]),
    ]
    for theme in compared["themes"]:
        if theme["theme"] == _SIZE:
            continue
        shared = sum(bool(metrics) for metrics in theme["metrics"].values()) > 1
        name = phrases.words(theme["theme"])
        by_city.append(
            (
                [name, " ", _SHARED] if shared else name,
                [_figures(theme["metrics"][p["city"]["id"]]) for p in profiles],
            )
        )
    by_city += [
        ("Programs", [_names(p, "programs") for p in profiles]),
        ("Tools", [_names(p, "tools") for p in profiles]),
    ]
    return [(aspect, cells) for aspect, cells in by_city if any(cells)]


def _lines(texts: object) -> str:
    return "\n".join(text for text in texts if text)  # type: ignore[attr-defined]


def _gist(text: str | None) -> str:
    """Return the first sentence of *text*."""
    return next(sentences(text), text) if text else ""


def _size(profile: Profile) -> str:
    population = profile["city"]["population"]
    return f"{population:,} people" if population else "population not known"


def _certified(profile: Profile) -> Inline:
    stands = profile["certification"]
    if not stands or not stands["first_certified"]:
        return "honor roll only" if stands else "no"
    level = stands["level"]
    parts: list[str | Span] = [Span(level, level) if level else "level not stated"]
    parts.append(f"\nsince {phrases.date(stands['first_certified'])}")
    if stands["last_date"] != stands["first_certified"]:
        last = phrases.EVENTS[stands["last_event"]]
        parts.append(f"\n{last} {phrases.date(stands['last_date'])}")
    return parts


def _topics(profile: Profile, compared: Comparison) -> Inline:
    """Return the topics of a city, those it shares first and marked."""
    own = {topic for story in profile["stories"] for topic in story["topics"]}
    parts: list[str | Span] = []
    for topic in compared["shared_topics"]:
        if topic in own:
            parts += [Span(phrases.words(topic), "strong"), " ", _SHARED, "\n"]
    alone = [phrases.words(topic) for topic in compared["topics_only"][profile["city"]["id"]]]
    return [*parts, "\n".join(alone)] if alone else parts[:-1]


def _steps(profile: Profile) -> Inline:
    steps = [step for story in profile["stories"] for step in story["approach"]]
    return "\n".join(f"{at}. {_short(step)}" for at, step in enumerate(steps, start=1))


def _short(step: str) -> str:
    """Return a step up to the last pause within its first words."""
    words = step.rstrip(".").split()
    if len(words) <= STEP_WORDS:
        return " ".join(words)
    kept = words[:STEP_WORDS]
    for at in range(len(kept) - 1, 4, -1):
        if kept[at][-1] in ",;:":
            return " ".join(kept[: at + 1]).rstrip(",;:") + " …"
    return " ".join(kept) + " …"


def _figures(metrics: Sequence[Metric]) -> Inline:
    """Return the figures of one theme, outcomes first."""
    parts: list[str | Span] = []
    for metric in metrics[:MOST_FIGURES]:
        when = phrases.when(metric)
        if parts:
            parts.append("\n")
        parts += [
            Span(phrases.amount(metric), "figure"),
            f"{' ' if metric['unit'] == 'percent' else ': '}{metric['subject']}",
            *([f" ({when})"] if when else []),
        ]
    if len(metrics) > MOST_FIGURES:
        parts.append(f"\nand {len(metrics) - MOST_FIGURES} more")
    return parts


def _names(profile: Profile, field: str) -> Inline:
    named = [
        item if isinstance(item, str) else item["name"]
        for story in profile["stories"]
        for item in dict(story)[field]  # type: ignore[attr-defined]
    ]
    return "\n".join(named)


def _footer(compared: Comparison) -> Inline:
    parts = []
    if compared["shared_topics"]:
        shared = join([phrases.words(topic) for topic in compared["shared_topics"]])
        parts.append(f"Shared topics: {shared}.")
    else:
        parts.append("No shared topic.")
    comparable = [theme["theme"] for theme in compared["themes"] if theme["comparable"]]
    if figures := [phrases.words(theme) for theme in comparable if theme != _SIZE]:
        parts.append(f"Figures of one kind and unit: {join(figures)}.")
    parts.append("What two or more have is marked ")
    brief = phrases.in_brief(story for p in compared["cities"] for story in p["stories"])
    return [" ".join(parts), _SHARED, f"; wwc show CITY has the whole.{brief}"]
