"""`wwc topics`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from wwc_cli import options
from wwc_cli.core import topics as counting
from wwc_cli.views import topics as view

if TYPE_CHECKING:
    from wwc_cli.render import Output
    from wwc_cli.workspace import Workspace


@click.command()
@click.option(
    "--by",
    type=click.Choice(["country", "level", "year"]),
    help="A grid of stories by country, by level of the city now, or by year.",
)
@options.country
@options.state
@options.level
@options.coverage
@options.origin
@options.output
@click.pass_obj
def topics(workspace: Workspace, /, output: Output, **wanted: Any) -> None:
    """Count stories, figures and cities by topic and theme.

    A topic is what a story is about, as its page prints it; a theme is what a figure is about.
    The year of a story is the last that it reports on.

    \b
    Examples:
      wwc topics --by country
      wwc topics --by year --country "United States"
      wwc topics --level gold --coverage full
      wwc topics --json | jq -r '.[] | select(.stories == 0) | .id'
    """
    counted = counting.topics(counting.Wanted(**wanted), workspace.catalogue)
    workspace.emit(view.topics(counted), output)
