"""Sentences of a story → metrics: the figures that are surely figures, each typed and whole.

What is not sure stays a sentence without a value. Nothing is computed: every value stands in the
sentence, in digits or in words. docs/data-format.md says what is read and how well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wwc_cli.core import text
from wwc_cli.importers.metrics import (
    changes,
    figures,
    kinds,
    pairs,
    periods,
    qualifiers,
    subjects,
    themes,
    units,
)
from wwc_cli.importers.metrics.tokens import Words, sentences, squeezed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wwc_cli.core.records import Direction, Metric
    from wwc_cli.importers.metrics.numbers import Number
    from wwc_cli.importers.metrics.pairs import Figure
    from wwc_cli.importers.metrics.periods import Time

_NEAR = 10  # tokens on each side of a figure that tell what it is about
_FAR = 60
_LONG = 600  # characters of an item that tell what all of it is about


def read(sentence: str) -> list[Metric]:
    """Return the figures of a sentence or list item in order, or one metric without a value.

    The statement of each is the whole text with its white space cleaned. The same figure said
    twice is one.
    """
    statement = squeezed(sentence)
    parts = sentences(statement)
    found: list[Metric] = []
    for words in parts:
        times = periods.find(words)
        if found and (next_level := figures.next_level(words, times)):
            found[-1] = _at_next_level(found[-1], next_level, statement, words, times)
            continue
        for metric in _metrics(words, times, statement):
            if not any(_is_same(metric, other) for other in found[-8:]):
                found.append(metric)
    return found or [_without_value(parts, statement)]


def has_figure(callout: str) -> bool:
    """Tell whether a short text is a callout with a figure, and not a caption or a name."""
    return read(callout)[0]["value"] is not None or any(
        _is_countable(words, number)
        for words in sentences(squeezed(callout))
        for number in figures.numbers_of(words, periods.find(words))
    )


def _is_countable(words: Words, number: Number) -> bool:
    """Tell whether a number that begins a text counts something whose unit we do not have."""
    if number.first > 2 or (number.is_written and number.value < 13):
        return False
    following = words[number.last]
    return following.low == ":" or (
        following.is_word and not following.is_capitalized and following.low not in units.STOPS
    )


def _is_same(one: Metric, other: Metric) -> bool:
    return all(one[key] == other[key] for key in ("value", "unit", "direction", "from_value"))


def _metrics(words: Words, times: list[Time], statement: str) -> Iterator[Metric]:
    """Yield the figures of one sentence as metrics."""
    found = figures.find(words, times)
    end, subject = 0, ""
    limits = [*(figure.first for figure in found[1:]), len(words)]
    for figure, limit in zip(found, limits, strict=False):
        way = figure.way or pairs.way_of(words, figure, start=end)
        subject = subjects.of_figure(
            words, first=figure.first, counted=figure.counted, before=subject
        )
        when = _when(words, times, figure, way=way, limit=limit)
        yield _metric(words, figure, statement, subject=subject, way=way, when=when)
        end = figure.last


def _metric(  # noqa: PLR0913 - what the fields are made of
    words: Words,
    figure: Figure,
    statement: str,
    *,
    subject: str,
    way: Direction,
    when: tuple[str | None, str | None],
) -> Metric:
    unit = figure.counted.unit
    near = words.lows(figure.first - _NEAR, figure.last + _NEAR)
    whole = words.lows(figure.first - _FAR, figure.last + _FAR)
    return {
        "statement": statement,
        "value": figure.value,
        "from_value": figure.from_value,
        "unit": unit,
        "direction": way,
        "subject": subject,
        "theme": themes.theme(near, whole, unit) or _theme_of(statement),
        "kind": kinds.kind(words, at=figure.first, unit=unit, way=way),
        "qualifier": figure.qualifier
        or qualifiers.qualifier(
            words, first=figure.first, last=figure.last, has_plus=figure.has_plus
        ),
        "period": when[0],
        "baseline_period": when[1],
    }


def _theme_of(statement: str) -> str:
    return themes.theme([], text.words(statement[:_LONG]), None) or themes.FALLBACK


def _at_next_level(
    before: Metric, level: Number, statement: str, words: Words, times: list[Time]
) -> Metric:
    """Return a figure with the level the next sentence gives it: `that number was 2,044`."""
    start = before["value"] or 0
    period = next((time.text for time in times if not time.is_baseline), None)
    return {
        **before,
        "statement": statement,
        "value": level.value,
        "from_value": start,
        "direction": changes.between(start, level.value),
        "kind": "outcome",
        "qualifier": qualifiers.qualifier(
            words, first=level.first, last=level.last, has_plus=level.has_plus
        ),
        "period": period,
        "baseline_period": before["period"],
    }


def _when(
    words: Words, times: list[Time], figure: Figure, *, way: Direction, limit: int
) -> tuple[str | None, str | None]:
    """Return the time of a figure and the time it is compared with.

    Its time is the one told after it and before the next figure, else the nearest before it,
    else the next if no comma comes between. Only a change is compared with a time. A change
    since a date is compared with it; a count since then is of the time since.
    """
    started = figure.started
    baselines = [time for time in times if time.is_baseline and time != started]
    baseline = next((t for t in baselines if figure.first < t.first), None)
    baseline = started or baseline or (baselines[0] if baselines else None)
    own = [t for t in times if not (t.is_baseline or t.is_aside or t == started)]
    after = [time for time in own if figure.first < time.first][:2]
    joined = [t for t in after if not {",", ";", "which"} & set(words.lows(figure.last, t.first))]
    near = [t for t in after if t.first < limit and ";" not in words.lows(figure.last, t.first)]
    prior = [time for time in own if time.first < figure.first]
    time = next(iter([*near[:1], *prior[-1:], *joined[:1]]), None)
    against = baseline.text if baseline and way != "none" else None
    if time is None:
        return None, against
    if time.is_since:
        return (None, time.text) if way != "none" else (f"since {time.text}", against)
    if time.start and way != "none":
        return time.end, time.start
    return time.text, against


def _without_value(parts: list[Words], statement: str) -> Metric:
    words = parts[0] if parts else Words("")
    ways = {changes.told_direction(part) for part in parts} - {"none"}
    way = ways.pop() if len(ways) == 1 else "none"
    return {
        "statement": statement,
        "value": None,
        "from_value": None,
        "unit": None,
        "direction": way,
        "subject": subjects.of_sentence(words),
        "theme": _theme_of(statement),
        "kind": kinds.kind(words, at=0, unit=None, way=way),
        "qualifier": "exact",
        "period": None,
        "baseline_period": None,
    }
