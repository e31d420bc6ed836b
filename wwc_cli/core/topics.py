"""How much there is on each topic and theme: stories, figures, cities, and where there is none.

A topic is a story's, and counts all figures of that story; a theme is a figure's.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Literal

from wwc_cli.core import conditions
from wwc_cli.core.certified import LEVELS, UNSTATED
from wwc_cli.shape import Shape

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from wwc_cli.core.answers import Card, Subject
    from wwc_cli.core.catalogue import Catalogue
    from wwc_cli.core.records import Story, Topic

    By = Literal["country", "level", "year"]


class Wanted(conditions.Filters):
    """Which stories count, and by what."""

    by: By | None = None


class Told(Shape):
    """A story as far as it is counted: *themes* has the theme of each of its figures.

    *column* is the (key, name) of the country, level or year that it counts for, if any.
    """

    city_id: str
    column: tuple[str, str]
    topics: Sequence[str]
    themes: Sequence[str]


class Counted(Shape):
    """Topics, then themes, each with most stories first, and how many stories there are in all.

    `columns` are (key, name) of what stories are counted by, if they are.
    """

    subjects: list[Subject]
    columns: list[tuple[str, str]]
    stories: int
    by: By | None = None


def topics(wanted: Wanted, catalogue: Catalogue) -> Counted:
    """Return every topic and theme with its counts, zero where the filters leave no story.

    Raises `UsageProblem` for a filter value that is not known.
    """
    where, values = conditions.of_stories(wanted, catalogue)
    stories: list[Told] = catalogue.read(
        "SELECT story.card, story.record FROM story JOIN city ON city.id = story.city_id"
        f" WHERE {' AND '.join(['1', *where])} ORDER BY story.number",
        values,
        lambda row: _told(*map(json.loads, row), by=wanted.by),
    )
    columns = _columns({story.column for story in stories}, wanted.by)
    subjects = [
        *(_topic(topic, stories) for topic in catalogue.topics()),
        *(_theme(theme, stories) for theme in catalogue.tags("theme")),
    ]
    for subject in subjects:
        subject["by"] = {key: subject["by"].get(key, 0) for key, _ in columns}
    subjects.sort(key=lambda each: (each["kind"] == "theme", -each["stories"], each["id"]))
    return Counted(subjects, columns, len(stories), wanted.by)


def _told(card: Card, story: Story, *, by: By | None) -> Told:
    """Return a story as far as it is counted; its year is the last that it reports on."""
    level = card["level"] or UNSTATED
    year = str(story["end_year"] or story["start_year"] or UNSTATED)
    column = ("", "")
    if by:
        column = {
            "country": (card["country_code"], card["country"]),
            "level": (level, level),
            "year": (year, year),
        }[by]
    themes = [metric["theme"] for metric in story["metrics"]]
    return Told(card["city_id"], column, story["topics"], themes)


def _columns(found: Iterable[tuple[str, str]], by: By | None) -> list[tuple[str, str]]:
    """Return what stories are counted by: countries by name, levels best first, years in order."""
    if by == "country":
        return sorted(found, key=lambda column: column[1])
    if by == "level":
        return [(level, level) for level in (*LEVELS, UNSTATED)]
    return sorted(found, key=lambda column: (column[0] == UNSTATED, column)) if by else []


def _topic(topic: Topic, stories: Iterable[Told]) -> Subject:
    """Return the row of a topic, which counts all figures of its stories."""
    on_it = [story for story in stories if topic["id"] in story.topics]
    names = topic["name"]
    return {
        "kind": "topic",
        "id": topic["id"],
        "name": {"en": names["en"], "es": names["es"], "pt": names["pt"]},
        "stories": len(on_it),
        "figures": sum(len(story.themes) for story in on_it),
        "cities": _cities(on_it),
        "by": _by(on_it),
    }


def _theme(theme: str, stories: Iterable[Told]) -> Subject:
    """Return the row of a theme, which has an English name only."""
    on_it = [story for story in stories if theme in story.themes]
    return {
        "kind": "theme",
        "id": theme,
        "name": {"en": theme.replace("-", " ").capitalize(), "es": None, "pt": None},
        "stories": len(on_it),
        "figures": sum(story.themes.count(theme) for story in on_it),
        "cities": _cities(on_it),
        "by": _by(on_it),
    }


def _cities(stories: Iterable[Told]) -> int:
    return len({story.city_id for story in stories})


def _by(stories: Iterable[Told]) -> dict[str, int]:
    """Return how many of *stories* count for each column."""
    return dict(Counter(story.column[0] for story in stories))
