"""All that is known of one city, put together from the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wwc_cli.core.related import related

if TYPE_CHECKING:
    from wwc_cli.core.catalogue import Catalogue
    from wwc_cli.core.records import City, Profile


def profile(city: City, catalogue: Catalogue) -> Profile:
    """Return the profile of *city*; `sources` are those of its stories, events and population."""
    stories = catalogue.stories_of(city["id"])
    certification = catalogue.standing(city["id"])
    cited = [source_id for story in stories for source_id in story["source_ids"]]
    for event in reversed(certification["history"] if certification else []):
        cited += event["source_ids"]
    if city["population_source_id"]:
        cited.append(city["population_source_id"])
    return {
        "city": city,
        "certification": certification,
        "stories": stories,
        "related": related(stories, catalogue) if stories else [],
        "sources": catalogue.sources(cited),
    }
