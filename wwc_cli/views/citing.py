"""Statements with what they rest on: marks behind them, and the sources the marks lead to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wwc_cli.views import phrases
from wwc_cli.views.model import Heading, Note, Span, Steps

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wwc_cli.core.answers import Explanation
    from wwc_cli.core.records import Statement
    from wwc_cli.views.model import Block

# What a mark says beside the numbers; what a source states, and a remark on a list, say nothing.
BASIS = {
    "stated": "",
    "second-hand": "one copy only",
    "derived": "worked out",
    "disputed": "sources differ",
    "unknown": "no source says",
    "general": "general knowledge",
    "counted": "counted here",
    "remark": "",
}
SECOND_HAND = (
    "One copy only: the wording rests on one public copy of the program's list, made by a city."
)


class Citing:
    """The numbers of the sources of an explanation, in the order of its list."""

    def __init__(self, explained: Explanation) -> None:
        self._explained = explained
        self._numbers = {
            source["id"]: at for at, source in enumerate(explained["sources"], start=1)
        }

    def said(self, statements: Sequence[Statement]) -> list[str | Span]:
        """Return *statements* as one text, each with its mark: `… of the criteria. [2, 3]`."""
        parts: list[str | Span] = []
        for statement in statements:
            parts += [*([" "] if parts else []), statement["text"]]
            if mark := self.mark(statement):
                parts.append(Span(f" {mark}", "muted"))
        return parts

    def mark(self, statement: Statement) -> str:
        """Return what a statement rests on: `[2, 3; worked out]`; empty for a remark."""
        numbers = sorted(self._numbers[i] for i in statement["source_ids"] if i in self._numbers)
        resting = [", ".join(map(str, numbers)), BASIS[statement["basis"]]]
        return f"[{'; '.join(filter(None, resting))}]" if any(resting) else ""

    def sources(self) -> Iterator[Block]:
        """Yield what marks mean, where it is not plain, and the sources under their numbers."""
        explained = self._explained
        shown = [explained, *explained["members"]]
        if any(said["basis"] == "second-hand" for each in shown for said in each["text"]):
            yield Note(SECOND_HAND)
        if explained["sources"]:
            yield Heading("Sources")
            yield Steps([phrases.source(source) for source in explained["sources"]])
