"""All that is known of one city, put together from the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wwc_cli.core.related import related

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wwc_cli.core.answers import Profile
    from wwc_cli.core.catalogue import Catalogue
    from wwc_cli.core.records import City, Standing, Story


def profile(city: City, catalogue: Catalogue) -> Profile:
    """Return the profile of *city*; `sources` are those of its stories, events and population."""
    stories = catalogue.stories_of(city["id"])
    certification = catalogue.standing(city["id"])
    return {
        "city": city,
        "certification": certification,
        "stories": stories,
        "related": related(stories, catalogue) if stories else [],
        "sources": catalogue.sources(source_ids(city, stories, certification)),
    }


def source_ids(city: City, stories: Sequence[Story], stands: Standing | None) -> list[str]:
    """Return the sources of stories, then of events (newest first), then of population."""
    cited = [source_id for story in stories for source_id in story["source_ids"]]
    for event in reversed(stands["history"] if stands else []):
        cited += event["source_ids"]
    if city["population_source_id"]:
        cited.append(city["population_source_id"])
    return cited
