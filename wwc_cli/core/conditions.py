"""Filters as SQL conditions on `story` and `city`, for all that is counted or listed by story."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wwc_cli.core.catalogue import Catalogue


def of_stories(
    catalogue: Catalogue,
    *,
    topics: Sequence[str] = (),
    themes: Sequence[str] = (),
    countries: Sequence[str] = (),
    states: Sequence[str] = (),
    levels: Sequence[str] = (),
    coverages: Sequence[str] = (),
    origins: Sequence[str] = (),
) -> tuple[list[str], list[str]]:
    """Return conditions that must all hold, and the values bound to them, in their order.

    Values of one filter, as typed, are alternatives. Raises `UsageProblem` for one not known.
    """
    conditions: list[str] = []
    values: list[str] = []

    if topics or themes or countries or states:
        from wwc_cli.core import filters

    def add(condition: str, alternatives: Sequence[str]) -> None:
        if alternatives:
            conditions.append(condition.format(", ".join("?" * len(alternatives))))
            values.extend(alternatives)

    tagged = "story.number IN (SELECT story FROM tag WHERE kind = '{}' AND value IN ({{}}))"
    if topics:
        add(tagged.format("topic"), filters.topics(topics, catalogue))
    if themes:
        add(tagged.format("theme"), filters.themes(themes, catalogue))
    if countries:
        add("city.country_code IN ({})", filters.countries(countries, catalogue))
    if states:
        known = filters.states(states, catalogue)
        conditions.append(
            "(city.country_code, city.subdivision) IN (VALUES "
            + ", ".join(["(?, ?)"] * len(known))
            + ")"
        )
        values.extend(value for state in known for value in state)
    add("coalesce(city.level, 'unstated') IN ({})", levels)
    add("story.coverage IN ({})", coverages)
    add("story.origin IN ({})", origins)
    return conditions, values
