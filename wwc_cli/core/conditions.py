"""Filters as SQL conditions on `story` and `city`, for all that is counted or listed by story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wwc_cli.shape import Shape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wwc_cli.core.catalogue import Catalogue


class Filters(Shape):
    """What stories must be, as typed: values of one filter are alternatives, filters add up."""

    topics: Sequence[str] = ()
    themes: Sequence[str] = ()
    countries: Sequence[str] = ()
    states: Sequence[str] = ()
    levels: Sequence[str] = ()
    coverages: Sequence[str] = ()
    origins: Sequence[str] = ()


def of_stories(wanted: Filters, catalogue: Catalogue) -> tuple[list[str], list[str]]:
    """Return conditions that must all hold, and the values bound to them, in their order.

    Raises `UsageProblem` for a filter value that is not known.
    """
    conditions: list[str] = []
    values: list[str] = []

    if wanted.topics or wanted.themes or wanted.countries or wanted.states:
        from wwc_cli.core import filters

    def add(condition: str, alternatives: Sequence[str]) -> None:
        if alternatives:
            conditions.append(condition.format(", ".join("?" * len(alternatives))))
            values.extend(alternatives)

    tagged = "story.number IN (SELECT story FROM tag WHERE kind = '{}' AND value IN ({{}}))"
    if wanted.topics:
        add(tagged.format("topic"), filters.topics(wanted.topics, catalogue))
    if wanted.themes:
        add(tagged.format("theme"), filters.themes(wanted.themes, catalogue))
    if wanted.countries:
        add("city.country_code IN ({})", filters.countries(wanted.countries, catalogue))
    if wanted.states:
        known = filters.states(wanted.states, catalogue)
        conditions.append(
            "(city.country_code, city.subdivision) IN (VALUES "
            + ", ".join(["(?, ?)"] * len(known))
            + ")"
        )
        values.extend(value for state in known for value in state)
    add("coalesce(city.level, 'unstated') IN ({})", wanted.levels)
    add("story.coverage IN ({})", wanted.coverages)
    add("story.origin IN ({})", wanted.origins)
    return conditions, values
