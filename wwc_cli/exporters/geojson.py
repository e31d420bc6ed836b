"""geojson: the cities as points on a map (RFC 7946), drawn by simplestyle where that is known."""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Any

from wwc_cli.core.naming import called

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wwc_cli.core.extract import Extract
    from wwc_cli.core.records import City, Standing

# Told apart by lightness too, for those who do not see the colours.
_COLORS = {"platinum": "#6f2da8", "gold": "#e0a100", "silver": "#8f979e", None: "#4a4a4a"}
_NOT_CERTIFIED = "#d0d0d0"


def geojson(taken: Extract, *, ascii_only: bool) -> Iterator[str]:
    """Yield a FeatureCollection: a Point a city, a city a line.

    A city whose place is not known has no geometry, which RFC 7946 allows (section 3.2).
    """
    told: dict[str, list[Any]] = {}
    for story in taken.stories():
        told.setdefault(story["city_id"], []).append((story["headline"], story["topics"]))
    encode = json.JSONEncoder(ensure_ascii=ascii_only, separators=(",", ":")).encode
    yield '{"type":"FeatureCollection","features":['
    for at, city in enumerate(taken.cities):
        stands = taken.standings.get(city["id"])
        feature = _feature(city, stands, told.get(city["id"], []))
        yield f"{',' if at else ''}\n{encode(feature)}"
    yield "\n]}\n"


def _feature(city: City, stands: Standing | None, told: list[Any]) -> dict[str, Any]:
    headlines = [headline for headline, _ in told]
    topics = list(dict.fromkeys(topic for _, of_story in told for topic in of_story))
    said = [_standing(stands), *headlines]
    is_certified = stands is not None and stands["first_certified"] is not None
    level = stands["level"] if stands else None
    return {
        "type": "Feature",
        "id": city["id"],
        "geometry": _point(city["latitude"], city["longitude"]),
        "properties": {
            "id": city["id"],
            "name": city["name"],
            "subdivision": city["subdivision"],
            "country": city["country"],
            "country_code": city["country_code"],
            "population": city["population"],
            "level": level,
            "level_date": stands["level_date"] if stands else None,
            "first_certified": stands["first_certified"] if stands else None,
            "topics": topics,
            "stories": headlines,
            "title": _unmarked(called(city)),
            "description": _unmarked(". ".join(said)),
            "marker-color": _COLORS.get(level, _COLORS[None]) if is_certified else _NOT_CERTIFIED,
        },
    }


def _point(latitude: object, longitude: object) -> dict[str, Any] | None:
    if not (_is_degree(latitude, most=90) and _is_degree(longitude, most=180)):
        return None
    return {"type": "Point", "coordinates": [longitude, latitude]}


def _is_degree(value: object, *, most: int) -> bool:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return is_number and math.isfinite(value) and abs(value) <= most  # type: ignore[arg-type]


def _standing(stands: Standing | None) -> str:
    """Return how a city stands, in a few words."""
    if not stands:
        return "Not certified"
    if not stands["first_certified"]:
        return "On the honor roll, not certified"
    if not stands["level"]:
        return "Certified, level not stated"
    return f"{stands['level'].capitalize()} as of {stands['level_date']}"


def _unmarked(text: str) -> str:
    """Return *text* without what makes HTML: maps show title and description as such."""
    return text.replace("<", "\u2039").replace(">", "\u203a")  # single quotation marks look alike
