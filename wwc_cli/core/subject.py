"""What a brief is asked about: a topic or a theme that the words name exactly, or else a query."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wwc_cli.core import filters
from wwc_cli.core.places import name_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wwc_cli.core.catalogue import Catalogue

# The themes of figures that tell what came of work on a topic. A topic that is a way of working
# (with whom, with what) has none of its own: whatever came of it, tells.
THEMES: dict[str, Sequence[str]] = {
    "communications": ("participation", "trust"),
    "community-engagement": ("participation", "trust"),
    "cross-sector-collaboration": (),
    "economic-development": ("employment", "business-support", "revenue"),
    "education": ("education",),
    "energy": ("energy", "emissions"),
    "environment": ("emissions", "waste", "water", "trees", "energy"),
    "equity": ("equity", "justice", "care"),
    "finance": ("revenue", "savings"),
    "health-and-wellbeing": ("health-access", "teen-pregnancy", "care", "recreation"),
    "high-performing-government": (
        *("service-speed", "city-data", "open-data", "trust", "savings", "animals"),
    ),
    "homelessness": ("homelessness",),
    "housing": ("housing", "evictions", "blight", "homelessness"),
    "infrastructure-and-utilities": ("water", "waste", "energy", "mobility", "public-space"),
    "parks-and-recreation": ("recreation", "public-space", "trees"),
    "public-safety": (
        *("crime", "traffic-safety", "emergency-response", "fire-safety", "disaster-relief"),
    ),
    "technology": (),
    "transportation": ("mobility", "traffic-safety"),
    "youth-development": ("education", "teen-pregnancy", "recreation"),
}


def topic(text: str, catalogue: Catalogue) -> str | None:
    """Return the id of the topic that *text* names whole: by id, name or printed form."""
    return filters.topic_keys(catalogue).get(name_key(text))


def theme(text: str, catalogue: Catalogue) -> str | None:
    """Return the theme that *text* names whole."""
    return filters.theme_keys(catalogue).get(name_key(text))
