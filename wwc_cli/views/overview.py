"""The program in a few lines, and what can be asked of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wwc_cli.views.citing import Citing
from wwc_cli.views.model import Facts, Heading, Note, Paragraph, Span, Title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wwc_cli.core.answers import Explanation
    from wwc_cli.views.model import Block, Inline

_TOLD = frozenset({"questions", "sources"})  # parts that have a line of their own


def overview(explained: Explanation) -> Iterator[Block]:
    """Yield the sheet of `wwc about` without a term; it fits a screen."""
    citing = Citing(explained)
    ids: dict[str, list[str]] = {}
    for member in explained["members"]:
        if member["id"] in _TOLD:
            continue
        ids.setdefault(member["kind"], []).append(member["id"])
    yield Title(explained["term"]["en"], "", [])
    yield Paragraph(citing.said(explained["text"]))
    yield Heading("What can be asked: wwc about TERM", 3)
    asked: list[tuple[str, Inline]] = [
        ("Parts", [Span(", ".join(ids.get("part", [])), "id")]),
        ("Areas", [Span(", ".join(ids.get("area", [])), "id")]),
        ("Also", "criteria by code (DM1 …), terms of the field in three languages"),
        ("Questions", [Span(", ".join(ids.get("question", [])), "id")]),
    ]
    yield Facts([(label, what) for label, what in asked if what])
    own = {source_id for said in explained["text"] for source_id in said["source_ids"]}
    publishers = [
        f"{at} {source['publisher']}"
        for at, source in enumerate(explained["sources"], start=1)
        if source["id"] in own
    ]
    yield Note(f"Sources: {', '.join(publishers)}. Addresses: wwc about sources")
