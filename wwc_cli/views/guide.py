"""Help as an answer: a topic as a sheet, the help of a command and a script as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wwc_cli.views.model import (
    Answer,
    Facts,
    Heading,
    Paragraph,
    Title,
    Verbatim,
    column,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wwc_cli.core.answers import HelpPage
    from wwc_cli.views.model import Block

# What the entries of a topic are.
_ENTRIES = {
    "names": "Forms",
    "formats": "Formats",
    "environment": "Variables",
    "exit-codes": "Codes",
}
COLUMNS = [column("term"), column("text")]


def topic(page: HelpPage) -> Answer:
    """Return the answer of `wwc help TOPIC`; the flat formats have a row an entry."""

    def sheet() -> Sequence[Block]:
        blocks: list[Block] = [Title(page["title"].rstrip("."), "", [])]
        blocks += [Paragraph(said) for said in page["text"]]
        blocks.append(Heading(_ENTRIES[page["id"]], 3))
        blocks.append(Facts([(entry["term"], entry["text"]) for entry in page["entries"]]))
        blocks.append(Heading("Also", 3))
        blocks += [Paragraph(said) for said in page["notes"]]
        if page["examples"]:
            blocks.append(Heading("Examples", 3))
            blocks.append(Verbatim("\n".join(page["examples"]), "sh"))
        return blocks

    return Answer(page, page["entries"], COLUMNS, sheet)


def command(page: HelpPage, text: str) -> Answer:
    """Return the answer of `wwc help COMMAND`: on screen its help as --help prints it."""
    return Answer(page, page["entries"], COLUMNS, lambda: [Verbatim(text, "text")], page["title"])


def script(shell: str, text: str) -> Answer:
    """Return a script for a shell, which is written as it is."""
    record = {"shell": shell, "script": text}
    title = f"Completion for {shell}"
    columns = [column(name) for name in record]
    return Answer(record, [record], columns, lambda: [Verbatim(text, shell)], title)
