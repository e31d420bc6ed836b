"""A figure by itself: a metric with its city, its story and its source, and what it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from wwc_cli.core.naming import located

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from wwc_cli.core.answers import Basis, Card, Figure
    from wwc_cli.core.catalogue import Catalogue
    from wwc_cli.core.records import Metric, Source

    # A metric, the card of its story, and the ids of the sources of that story.
    Chosen = tuple[Metric, Card, Sequence[str]]

_OF_METRIC = (
    *("statement", "value", "from_value", "unit", "direction", "subject", "theme", "kind"),
    *("qualifier", "period", "baseline_period"),
)


def basis(metric: Metric) -> Basis:
    """Return what a page says of the time and the start of a figure.

    The first that holds: the time or group compared with; the value at the start; the time that
    the figure is for; nothing.
    """
    if metric["baseline_period"]:
        return "baseline"
    if metric["from_value"] is not None:
        return "start-value"
    return "period" if metric["period"] else "none"


def measure(metric: Metric) -> str | None:
    """Return the unit in which a metric is ranked; `None` where it has no number."""
    return metric["unit"] if metric["value"] is not None else None


def cited(chosen: Sequence[Chosen], catalogue: Catalogue) -> list[Figure]:
    """Return metrics as figures, each with the source of its story that has an address, or any."""
    ids = dict.fromkeys(source_id for _, _, source_ids in chosen for source_id in source_ids)
    sources = {source["id"]: source for source in catalogue.sources(ids)}
    return [
        _figure(metric, card, _source(source_ids, sources)) for metric, card, source_ids in chosen
    ]


def _source(ids: Iterable[str], sources: Mapping[str, Source]) -> Source | None:
    """Return the source to name for a story; `None` where none of its sources is described."""
    known = [sources[each] for each in ids if each in sources]
    return next((source for source in known if source["url"]), known[0] if known else None)


def _figure(metric: Metric, card: Card, source: Source | None) -> Figure:
    of_metric: Mapping[str, Any] = metric
    figure = {
        **located(card),
        "story_id": card["id"],
        "headline": card["headline"],
        "coverage": card["coverage"],
        "origin": card["origin"],
        **{key: of_metric[key] for key in _OF_METRIC},
        "basis": basis(metric),
        "source_id": source["id"] if source else None,
        "source_url": source["url"] if source else None,
    }
    return cast("Figure", figure)
