"""The figures of all stories as one list: filtered, found by words, put in order.

Figures of unlike units are never ranked together, nor a change with what is none, nor what
came about with what was aimed at.
Which figures words find is metric_query.py.
"""

from __future__ import annotations

import itertools
import json
import math
import re
from collections import Counter
from typing import TYPE_CHECKING, Any, Literal

from wwc_cli.core import conditions, query
from wwc_cli.core.figures import cited, measure
from wwc_cli.core.text import join
from wwc_cli.errors import UsageProblem
from wwc_cli.shape import Shape

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from wwc_cli.core.answers import Figure
    from wwc_cli.core.catalogue import Catalogue
    from wwc_cli.core.figures import Chosen
    from wwc_cli.core.metric_query import Answers
    from wwc_cli.core.records import Metric

DIRECTIONS = ("decrease", "increase", "none")
KINDS = ("outcome", "output", "target", "context")
_YEAR = re.compile(r"\d{4}")
MOST_NAMED = 6  # units that an error lists


class Wanted(conditions.Filters):
    """Which figures are asked for, of which stories.

    *cities* are ids; *least* and *most* bound the value, which needs figures of one unit.
    """

    text: str = ""
    kinds: Sequence[str] = ()
    directions: Sequence[str] = ()
    units: Sequence[str] = ()
    cities: Sequence[str] = ()
    least: float | None = None
    most: float | None = None
    limit: int = 0
    sort: Literal["value", "city", "theme", "period"] = "value"


class Found(Shape):
    """The figures found, in order; by unit how many there are beyond the limit, of how many cities.

    `typed` is the query, and `searched_for` what it was understood as, where they differ.
    """

    figures: list[Figure]
    units: Mapping[str | None, int]
    cities: int
    sort: str = "value"
    typed: str = ""
    searched_for: str | None = None

    @property
    def total(self) -> int:
        """How many figures there are, shown or not."""
        return sum(self.units.values())

    @property
    def remark(self) -> str | None:
        """What to tell the user of how the query was understood."""
        return query.remark(self.typed, self.searched_for)


def metrics(wanted: Wanted, catalogue: Catalogue) -> Found:
    """Return the figures that answer the query and pass every filter.

    By value: units with most figures first, in a unit outcomes, outputs, targets and context;
    in each decreases, increases, then what is no change; changes told by their size before those
    from one value to another. In each of these the largest value comes first. Figures without a
    number come last.
    Raises `UsageProblem` for a filter value that is not known, and for bounds without one unit.
    """
    where, values = conditions.of_stories(wanted, catalogue)
    if wanted.cities:
        where.append(f"story.city_id IN ({', '.join('?' * len(wanted.cities))})")
        values += wanted.cities
    themes, of_units = _as_stored(wanted, catalogue)
    if of_units:
        marks = ", ".join("?" * len(of_units))
        where.append(
            f"story.number IN (SELECT story FROM tag WHERE kind = 'unit' AND value IN ({marks}))"
        )
        values += of_units
    answers = _answers(wanted.text, catalogue)

    def passes(metric: Metric) -> bool:
        return (
            (not themes or metric["theme"] in themes)
            and (not wanted.kinds or metric["kind"] in wanted.kinds)
            and (not wanted.directions or metric["direction"] in wanted.directions)
            and (not of_units or metric["unit"] in of_units)
        )

    def read(row: tuple[int, str, str]) -> list[Chosen]:
        number, card, record = row
        story = json.loads(record)
        chosen = [
            metric
            for place, metric in enumerate(story["metrics"])
            if passes(metric) and (answers is None or answers.has(number, place))
        ]
        if not chosen:
            return []
        of_story = json.loads(card)
        return [(metric, of_story, story["source_ids"]) for metric in chosen]

    if answers:
        where.append(answers.condition)
    found = itertools.chain.from_iterable(
        catalogue.read(
            "SELECT story.number, story.card, story.record FROM story"
            f" JOIN city ON city.id = story.city_id WHERE {' AND '.join(['1', *where])}"
            " ORDER BY story.city_id, story.number",
            values,
            read,
        )
    )
    chosen = _within(list(found), least=wanted.least, most=wanted.most)
    counted = Counter(measure(metric) for metric, _, _ in chosen)
    units = sorted(counted, key=lambda unit: (unit is None, -counted[unit], unit or ""))
    chosen.sort(key=_ORDERS[wanted.sort])
    if wanted.sort == "value":
        chosen.sort(key=lambda each: units.index(measure(each[0])))
    shown = chosen[: wanted.limit] if wanted.limit else chosen
    return Found(
        cited(shown, catalogue),
        {unit: counted[unit] for unit in units},
        len({card["city_id"] for _, card, _ in chosen}),
        wanted.sort,
        wanted.text,
        answers.searched_for if answers else None,
    )


def _as_stored(wanted: Wanted, catalogue: Catalogue) -> tuple[list[str], list[str]]:
    """Return the themes and units that are asked for, as figures carry them."""
    if not (wanted.themes or wanted.units):
        return [], []
    from wwc_cli.core import filters

    return filters.themes(wanted.themes, catalogue), filters.units(wanted.units, catalogue)


def _answers(text: str, catalogue: Catalogue) -> Answers | None:
    """Return which figures answer a query; `None` without one."""
    if not text.strip():
        return None
    from wwc_cli.core import metric_query

    return metric_query.answers(text, catalogue)


def _within(chosen: list[Chosen], *, least: float | None, most: float | None) -> list[Chosen]:
    """Return the figures whose value is neither below *least* nor above *most*.

    Raises `UsageProblem` for bounds that nothing can meet, and where figures have several units.
    """
    if least is None and most is None:
        return chosen
    low = -math.inf if least is None else least
    high = math.inf if most is None else most
    if not low <= high:
        raise UsageProblem(f"No value is at least {low:g} and at most {high:g}.")
    counted = Counter(metric["unit"] for metric, _, _ in chosen if measure(metric))
    if len(counted) > 1:
        named = [unit for unit, _ in counted.most_common()]
        listed = [f"{unit} ({counted[unit]})" for unit in named[:MOST_NAMED]]
        if len(named) > MOST_NAMED:
            listed.append(f"{len(named) - MOST_NAMED} more")
        raise UsageProblem(
            f"--min and --max need figures of one unit; here are {join(listed)}.",
            hint=f"Say which: --unit {named[0]!r}.",
            suggestions=[unit for unit in named if unit],
        )
    return [
        each for each in chosen if (value := each[0]["value"]) is not None and low <= value <= high
    ]


def _by_value(chosen: Chosen) -> tuple[object, ...]:
    """Return what figures of one unit are ranked by: what is alike together, the largest first.

    A decrease by 3 days is one thing, a decrease to 3 days another.
    """
    metric, _, _ = chosen
    has_start = metric["from_value"] is not None
    alike = (KINDS.index(metric["kind"]), DIRECTIONS.index(metric["direction"]), has_start)
    return (*alike, -(metric["value"] or 0))


def _by_period(chosen: Chosen) -> int:
    """Return what the newest come first by: the last year that a period names; without one last."""
    return -max(map(int, _YEAR.findall(chosen[0]["period"] or "")), default=0)


# Figures come by city and story; what these leave equal stays so.
_ORDERS: dict[str, Callable[[Chosen], Any]] = {
    "value": _by_value,
    "city": lambda chosen: chosen[1]["city_id"],
    "theme": lambda chosen: (chosen[0]["theme"], *_by_value(chosen)),
    "period": _by_period,
}
