"""The records of the library's commands, typed as their JSON; see records.py."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypedDict

if TYPE_CHECKING:
    from wwc_cli.core.records import Certification, EventKind, Level, Source, Story

Status = Literal["new", "updated", "unchanged", "repeated"]


class CollectedStory(TypedDict):
    """What became of a story in a saved page."""

    id: str
    city_id: str
    city: str
    headline: str
    metrics: int
    quotes: int
    status: Status


class CollectedEvent(TypedDict):
    """What became of a certification event in a saved page."""

    city_id: str
    city: str
    date: str
    level: Level | None
    event: EventKind
    status: Status


class Collected(TypedDict):
    """What became of a saved page: an item of `wwc library add --json`."""

    file: str
    stories: list[CollectedStory]
    certifications: list[CollectedEvent]
    problem: str | None


class Held(TypedDict):
    """A page that the library holds: an item of `wwc library list --json`."""

    id: str
    kind: Literal["story", "announcement"]
    city_id: str | None
    city: str | None
    title: str
    metrics: int
    quotes: int
    certifications: int
    accessed: str | None
    is_bundled: bool


class Holding(TypedDict):
    """A page of the library with its records: what `wwc library show --json` gives."""

    page: Held
    story: Story | None
    certifications: list[Certification]
    sources: list[Source]


class Health(TypedDict):
    """How the library is: what `wwc library check --json` gives.

    *previous* says of the version before whether it can be read; `None` where there is none.
    """

    path: str
    exists: bool
    stories: int
    certifications: int
    cities: int
    sources: int
    previous: Literal["good", "damaged"] | None
