"""Setting cities side by side: what they share, where they differ, which figures compare."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from wwc_cli.core.answers import Comparison, Profile, SharedTheme
    from wwc_cli.core.records import Metric


def compare(profiles: Sequence[Profile]) -> Comparison:
    """Return the comparison of two or more cities.

    `shared_topics` are those that two or more have, in the order of the first; `themes` come
    with those first that most cities have figures on, comparable ones before others.
    """
    topics = {p["city"]["id"]: _topics(p) for p in profiles}
    everything = list(dict.fromkeys(topic for own in topics.values() for topic in own))
    shared = [t for t in everything if sum(t in own for own in topics.values()) > 1]
    return {
        "cities": list(profiles),
        "shared_topics": shared,
        "topics_only": {
            city: [topic for topic in own if topic not in shared] for city, own in topics.items()
        },
        "themes": _themes(profiles),
    }


def _topics(profile: Profile) -> list[str]:
    return list(dict.fromkeys(topic for story in profile["stories"] for topic in story["topics"]))


def _themes(profiles: Sequence[Profile]) -> list[SharedTheme]:
    by_theme: dict[str, dict[str, list[Metric]]] = {}
    for profile in profiles:
        for story in profile["stories"]:
            for metric in story["metrics"]:
                cities = by_theme.setdefault(
                    metric["theme"], {p["city"]["id"]: [] for p in profiles}
                )
                cities[profile["city"]["id"]].append(metric)
    themes: list[SharedTheme] = [
        {"theme": theme, "metrics": metrics, "comparable": is_comparable(metrics.values())}
        for theme, metrics in by_theme.items()
    ]
    return sorted(
        themes,
        key=lambda theme: (
            -sum(bool(of_city) for of_city in theme["metrics"].values()),
            not theme["comparable"],
        ),
    )


def _is_measured(metric: Metric) -> bool:
    return metric["value"] is not None and metric["unit"] is not None


def is_comparable(by_city: Iterable[Sequence[Metric]]) -> bool:
    """Tell whether figures of one theme can be set against each other.

    They can where two cities have one of the same unit, direction and kind: two falls in
    percent compare; a fall in percent and a share in percent do not.
    """
    measures = [
        {(m["unit"], m["direction"], m["kind"]) for m in metrics if _is_measured(m)}
        for metrics in by_city
    ]
    return any(one & other for at, one in enumerate(measures) for other in measures[at + 1 :])
