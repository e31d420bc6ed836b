"""Records → files that other programs open: one place that picks a format and where it goes.

A format is a function, named as the user types it. Exporters leave records as they are.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from wwc_cli.core.text import count, join
from wwc_cli.errors import UsageProblem
from wwc_cli.shape import Shape

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from wwc_cli.core.extract import Extract
    from wwc_cli.render.stream import Page

FORMATS = ("jsonl", "csv", "geojson", "sqlite", "datapackage", "markdown", "opensearch")
# What the name of a file says of its format.
ENDINGS = {"jsonl": "jsonl", "ndjson": "jsonl", "geojson": "geojson", "csv": "csv"}
ENDINGS |= {"sqlite": "sqlite", "sqlite3": "sqlite", "db": "sqlite"}
# Formats that are one text, and so can go to stdout; csv is, with one table.
_TEXTS = frozenset({"jsonl", "geojson", "opensearch"})
_WITH_TABLE = frozenset({"jsonl", "csv"})


class Target(Shape):
    """What is to be written where: *path* is `None` for stdout, *table* for all tables."""

    format: str
    path: str | None = None
    table: str | None = None
    force: bool = False

    @property
    def is_text(self) -> bool:
        """Whether the export is one text."""
        return self.format in _TEXTS or (self.format == "csv" and self.table is not None)

    @property
    def is_folder(self) -> bool:
        """Whether the export is a folder of files."""
        return not self.is_text and self.format != "sqlite"


def target(
    *, destination: str | None, format_name: str | None, table: str | None, force: bool
) -> Target:
    """Return what is asked for, once it is clear.

    Raises `UsageProblem` where the format cannot be told, or does not go where it is to go.
    """
    path = None if destination == "-" else destination
    format_name = format_name or ENDINGS.get(_ending(path))
    if format_name is None:
        raise UsageProblem(
            f"The name {path!r} does not say in which format."
            if path
            else "Say in which format: there is no usual one.",
            hint="Give --format, or name a file that ends in .jsonl, .geojson or .sqlite.\n"
            f"The formats: {', '.join(FORMATS)}.",
            suggestions=FORMATS,
        )
    if table and format_name not in _WITH_TABLE:
        raise UsageProblem(
            f"--table goes with {join(sorted(_WITH_TABLE))}, not with {format_name}.",
            hint=f"For one table: wwc export --format csv --table {table}",
        )
    wanted = Target(format_name, path, table, force)
    if format_name == "csv" and wanted.is_folder and _ending(path) == "csv":
        raise UsageProblem(
            "A CSV file holds one table.",
            hint="Say which with --table, or name a folder, with --format csv, for all.",
        )
    if not path and not wanted.is_text:
        what = "a folder of files" if wanted.is_folder else "a file that is no text"
        example = f"--format {format_name} wwc-data" if wanted.is_folder else "wwc.sqlite"
        or_one = "\nOne table can: --table cities" if format_name in _WITH_TABLE else ""
        raise UsageProblem(
            f"{format_name} is {what}, and cannot go to stdout.",
            hint=f"Name a place for it: wwc export {example}{or_one}",
        )
    return wanted


def _ending(path: str | None) -> str:
    return os.path.splitext(path or "")[1].removeprefix(".").lower()


def write(taken: Extract, wanted: Target, page: Page) -> None:
    """Write *taken* as asked: whole or not at all, and what was written is told on stderr.

    Raises `WwcError` where something is there already, or cannot be written.
    """
    from wwc_cli.exporters import destination
    from wwc_cli.render import stream

    if wanted.path is None:
        stream.write("".join(_text(taken, wanted, plain=not page.unicode)), page, may_page=False)
        return
    if wanted.is_folder:
        with destination.folder(wanted.path, force=wanted.force) as made:
            _folder(wanted.format)(taken, made)
    elif wanted.format == "sqlite":
        from wwc_cli.exporters.sqlite import sqlite

        with destination.file(wanted.path, force=wanted.force, as_stream=False) as made:
            sqlite(taken, made)
    else:
        # A spreadsheet takes UTF-8 for something else without a byte-order mark.
        encoding = "utf-8-sig" if wanted.format == "csv" else "utf-8"
        with (
            destination.file(wanted.path, force=wanted.force) as made,
            open(made, "w", encoding=encoding, newline="") as text,
        ):
            text.writelines(_text(taken, wanted, plain=False))
    counts = "" if wanted.table else f": {_counts(taken, wanted.format)}"
    stream.note(f"Wrote {wanted.path}{counts}.")


def _text(taken: Extract, wanted: Target, *, plain: bool) -> Iterator[str]:
    """Yield the parts of an export that is one text; *plain* asks for ASCII where JSON can."""
    if wanted.format == "csv":
        from wwc_cli.exporters.csv_files import one_table

        return one_table(taken, str(wanted.table))
    if wanted.format == "geojson":
        from wwc_cli.exporters.geojson import geojson

        return geojson(taken, ascii_only=plain)
    from wwc_cli.exporters import json_lines

    if wanted.format == "opensearch":
        return json_lines.opensearch(taken, ascii_only=plain)
    return json_lines.jsonl(taken, table=wanted.table, ascii_only=plain)


def _folder(format_name: str) -> Callable[[Extract, str], None]:
    if format_name == "csv":
        from wwc_cli.exporters.csv_files import csv

        return csv
    if format_name == "datapackage":
        from wwc_cli.exporters.datapackage import datapackage

        return datapackage
    from wwc_cli.exporters.pages import markdown

    return markdown


def _counts(taken: Extract, format_name: str) -> str:
    """Return how much of what was written, as far as the format has it."""
    counts = [count(len(taken.cities), "city", "cities")]
    if format_name != "geojson":
        counts.append(count(len(taken.numbers), "story", "stories"))
        counts.append(count(len(taken.certifications), "certification"))
        counts.append(count(len(taken.sources), "source"))
    return join(counts)
