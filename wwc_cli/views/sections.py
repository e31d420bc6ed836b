"""The sections of a city's profile as flat rows, for the formats that have rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from wwc_cli.core.answers import Profile
    from wwc_cli.core.records import Story

_METRIC = (
    *("statement", "value", "from_value", "unit", "direction", "subject", "theme", "kind"),
    *("qualifier", "period", "baseline_period"),
)
# The columns of each section; one row of a section has just these keys.
COLUMNS: dict[str, list[str]] = {
    "summary": ["story_id", "summary"],
    "challenge": ["story_id", "challenge"],
    "approach": ["story_id", "step", "approach"],
    "outcome": ["story_id", "outcome"],
    "metrics": ["city_id", "story_id", *_METRIC],
    "programs": ["story_id", "name", "kind", "description"],
    "partners": ["story_id", "name"],
    "people": ["story_id", "name", "role"],
    "tools": ["story_id", "name"],
    "practices": ["story_id", "name"],
    "quotes": ["story_id", "text", "speaker", "role"],
    "text": ["story_id", "paragraph", "text"],
    "certification": ["city_id", "date", "level", "event", "basis", "source_ids", "note"],
    "related": [
        *("id", "city_id", "city", "subdivision", "country", "country_code", "headline"),
        *("coverage", "shared_topics", "shared_themes", "reason"),
    ],
    "sources": ["id", "publisher", "title", "url", "published", "accessed", "language", "note"],
}
NAMES = tuple(COLUMNS)


def rows(profile: Profile, section: str) -> list[dict[str, Any]]:
    """Return the rows of *section*, each with the keys of `COLUMNS`."""
    if section == "certification":
        stands = profile["certification"]
        return [dict(event) for event in stands["history"]] if stands else []
    if section == "related":
        return [dict(story) for story in profile["related"]]
    if section == "sources":
        return [dict(source) for source in profile["sources"]]
    return [row for story in profile["stories"] for row in _story_rows(story, section)]


def _story_rows(story: Story, section: str) -> list[dict[str, Any]]:
    value: Any = dict(story)[section]
    of_story = {"story_id": story["id"]}
    if section == "approach":
        return [{**of_story, "step": at, "approach": step} for at, step in enumerate(value, 1)]
    if section == "text":
        return [
            {**of_story, "paragraph": at, "text": each} for at, each in enumerate(value or (), 1)
        ]
    if section == "metrics":
        return [{"city_id": story["city_id"], **of_story, **metric} for metric in value]
    if section in {"partners", "tools", "practices"}:
        return [{**of_story, "name": name} for name in value]
    if isinstance(value, list):
        return [{**of_story, **item} for item in value]
    return [{**of_story, section: value}]
