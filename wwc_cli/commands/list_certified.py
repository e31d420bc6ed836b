"""`wwc list-certified`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from wwc_cli import options
from wwc_cli.core import certified
from wwc_cli.views import roll

if TYPE_CHECKING:
    from wwc_cli.render import Output
    from wwc_cli.workspace import Workspace


@click.command("list-certified")
@options.level
@options.country
@options.state
@click.option(
    "--event",
    "events",
    multiple=True,
    type=click.Choice(["certified", "moved-up", "recertified", "honor-roll"]),
    help="Only cities with such an event; may be repeated.",
)
@click.option(
    "--year",
    "years",
    multiple=True,
    metavar="YEAR",
    type=click.IntRange(2000, 2100),
    help="Only cities with an event in that year; may be repeated.",
)
@options.date("--as-of", "How things stood at the end of that day, month or year.")
@options.date("--since", "Only cities with an event on that date or later.")
@click.option(
    "--with-story/--without-story", default=None, help="Only cities with, or without, a story."
)
@click.option("--history", is_flag=True, help="Every event of each city.")
@click.option("--honor-roll", is_flag=True, help="Also cities that were only on the honor roll.")
@click.option(
    "--sort",
    type=click.Choice(["city", "country", "level", "date"]),
    default="city",
    show_default=True,
)
@options.output
@click.pass_obj
def list_certified(
    workspace: Workspace, /, output: Output, *, history: bool, **wanted: Any
) -> None:
    """List certified cities, with level and latest event.

    The level is the latest that a source states; a recertification whose level nobody states
    leaves it standing. --event, --year and --since look for one event that is all of them.

    \b
    Examples:
      wwc list-certified --level platinum
      wwc list-certified --country Chile --json | jq -r '.[].city'
      wwc list-certified --event moved-up --since 2026
      wwc list-certified --as-of 2019 --sort level
    """
    rows = certified.certified(certified.Wanted(**wanted), workspace.catalogue)
    workspace.emit(roll.roll(rows, history=history), output)
