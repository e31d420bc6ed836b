"""A figure by itself: a metric with its city, its story and its source, and what it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from wwc_cli.core.answers import Basis, Figure
    from wwc_cli.core.catalogue import Catalogue
    from wwc_cli.core.records import Metric, Source

    # A metric, the card of its story, and the ids of the sources of that story.
    Chosen = tuple[Metric, Mapping[str, Any], Sequence[str]]

_OF_CARD = ("headline", "coverage", "origin")
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


def _figure(metric: Metric, card: Mapping[str, Any], source: Source | None) -> Figure:
    of_metric: Mapping[str, Any] = metric
    figure = {
        "city_id": card["city_id"],
        "city": card["city"],
        "subdivision": card["subdivision"],
        "country": card["country"],
        "country_code": card["country_code"],
        "story_id": card["id"],
        **{key: card[key] for key in _OF_CARD},
        **{key: of_metric[key] for key in _OF_METRIC},
        "basis": basis(metric),
        "source_id": source["id"] if source else None,
        "source_url": source["url"] if source else None,
    }
    return cast("Figure", figure)
