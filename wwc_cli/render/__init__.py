"""Answers → text: one place that picks a format, narrows to fields, and hands over to a stream."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from wwc_cli.errors import UsageProblem
from wwc_cli.shape import Shape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wwc_cli.render.stream import Page
    from wwc_cli.views.model import Answer, Block

FORMATS = ("table", "plain", "json", "jsonl", "csv", "tsv", "markdown", "html")
# What the name of an output file says of its format.
ENDINGS = {"txt": "plain", "json": "json", "jsonl": "jsonl", "ndjson": "jsonl", "csv": "csv"}
ENDINGS |= {"tsv": "tsv", "md": "markdown", "markdown": "markdown"}
ENDINGS |= {"html": "html", "htm": "html"}
_OF_RECORDS = {"json", "jsonl"}


class Output(Shape):
    """How an answer is wanted: in which format, which fields of it, into which file.

    `is_chosen` says whether anything of that was asked for, or is only the default.
    """

    format: str = "table"
    fields: Sequence[str] = ()
    path: str | None = None
    is_chosen: bool = True


def emit(answer: Answer, output: Output, page: Page) -> None:
    """Write *answer* as asked, to stdout or to the file that *output* names.

    The whole text is made before the first byte is written.
    Raises `UsageProblem` for a field that there is not, `WwcError` where a file cannot be written.
    """
    from wwc_cli.render import stream

    if output.path == "-":
        output = output.replaced(path=None)
    if output.path:
        page = page.for_file()
    if answer.piped is not None and not (output.is_chosen or page.is_terminal):
        stream.write(answer.piped, page, may_page=False)
        stream.note(answer.piped_note)
        return
    text = _text(answer, output, page)
    if output.path:
        stream.write_file(text, output.path, for_spreadsheet=output.format in {"csv", "tsv"})
    else:
        stream.write(text, page, may_page=output.format == "table")


def _text(answer: Answer, output: Output, page: Page) -> str:
    if output.fields:
        answer = _narrowed(answer, output.fields, of_records=output.format in _OF_RECORDS)
    if output.format in {"json", "jsonl", "csv", "tsv"}:
        from wwc_cli.render import records

        return records.FORMATS[output.format](answer, page)
    sheet = answer.sheet()
    if output.format == "markdown":
        from wwc_cli.render import markdown

        return markdown.render(sheet)
    if output.format == "html":
        from wwc_cli.render import html

        return html.render(sheet, page, title=answer.title)
    if (text := _as_it_is(sheet, page)) is not None:
        return text
    if output.format == "plain":
        from wwc_cli.render import plain

        return plain.render(sheet)
    from wwc_cli.render import table

    return table.render(sheet, page)


def _as_it_is(sheet: Sequence[Block], page: Page) -> str | None:
    """Return the text of a sheet that is nothing but that; `None` for any other sheet."""
    from wwc_cli.core.text import clean
    from wwc_cli.views.model import Verbatim

    if len(sheet) != 1 or not isinstance(sheet[0], Verbatim):
        return None
    text = sheet[0].text
    if sheet[0].language == "json" and not page.unicode:
        import json

        # A quotation mark that stdout cannot encode must not become one that ends a string.
        return json.dumps(json.loads(text), indent=2) + "\n"
    # Ends of lines and tabs belong to the format; nothing else that a terminal obeys does.
    return "".join(p if p in {"\r\n", "\t"} else clean(p) for p in re.split("(\r\n|\t)", text))


def _narrowed(answer: Answer, fields: Sequence[str], *, of_records: bool) -> Answer:
    """Return *answer* with only *fields*, in that order."""
    from wwc_cli.core.text import join
    from wwc_cli.views.model import Table

    records: Any = answer.records
    by_name = {column.name: column for column in answer.columns}
    known = list(records) if of_records and isinstance(records, dict) else list(by_name)
    if unknown := [field for field in fields if field not in known]:
        raise UsageProblem(
            f"There is no field {join([repr(field) for field in unknown], last='or')} here.",
            hint=f"The fields are {join(known)}.",
            suggestions=known,
        )
    if of_records:
        if isinstance(records, dict):
            return answer.replaced(records={field: records[field] for field in fields})
        return answer.replaced(records=[{f: record.get(f) for f in fields} for record in records])
    columns = [by_name[field] for field in fields]

    def sheet() -> list[Any]:
        from wwc_cli.render.records import cell

        rows = [[str(cell(column.cell(row))) for column in columns] for row in answer.rows]
        return [Table([column.header for column in columns], rows)]

    return answer.replaced(columns=columns, sheet=sheet)
