"""`wwc export`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from wwc_cli import exporters, options
from wwc_cli.core import extract
from wwc_cli.exporters import tables

if TYPE_CHECKING:
    from wwc_cli.workspace import Workspace


@click.command()
@click.argument("destination", required=False, type=click.Path())
@click.option(
    "--format",
    "format_name",
    type=click.Choice(exporters.FORMATS),
    help="As what; otherwise the ending of DESTINATION says it.",
)
@click.option(
    "--table",
    type=click.Choice(list(tables.BY_NAME)),
    metavar="TABLE",
    help=f"One table, as csv or jsonl: {', '.join(tables.BY_NAME)}.",
)
@options.city
@options.topic
@options.country
@options.state
@options.level
@options.theme
@options.coverage
@options.origin
@click.option("--force", is_flag=True, help="Write over what is there.")
@click.option(
    "--output", "output_path", metavar="PATH", type=click.Path(), help="The same as DESTINATION."
)
@options.page_too
@click.pass_obj
def export(  # noqa: PLR0913 - a name for each of what is typed
    workspace: Workspace,
    /,
    destination: str | None,
    output_path: str | None,
    format_name: str | None,
    *,
    table: str | None,
    force: bool,
    **wanted: Any,
) -> None:
    """Take the data along as CSV, SQLite, GeoJSON or JSONL.

    DESTINATION is a file, or for csv, datapackage and markdown a folder. Without one, or with -,
    jsonl, geojson, opensearch and a single table of csv go to stdout. Filters choose stories and
    cities; what belongs to them comes along.

    \b
    Examples:
      wwc export wwc.sqlite
      wwc export --format geojson --country Chile
      wwc export --format csv --table metrics --topic housing
      wwc export --format jsonl | jq -r '.record.headline // empty'
      wwc export --format datapackage wwc-data
    """
    if destination and output_path:
        raise click.UsageError("DESTINATION and --output are the same; give one.")
    target = exporters.target(
        destination=destination or output_path, format_name=format_name, table=table, force=force
    )
    taken = extract.extract(extract.Wanted(**wanted), workspace.catalogue)
    workspace.export(taken, target)
    workspace.remark(*taken.understood)
