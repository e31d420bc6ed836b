"""`wwc stats`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from wwc_cli import options
from wwc_cli.core import stats as counting
from wwc_cli.views import stats as view

if TYPE_CHECKING:
    from wwc_cli.render import Output
    from wwc_cli.workspace import Workspace


@click.command()
@options.output
@click.pass_obj
def stats(workspace: Workspace, output: Output) -> None:
    """Count events, cities and stories, drawn as bars.

    Events by year and level, cities by level and country, stories by theme, country and
    coverage. Events are counted at the level that they state, cities at the latest that a source
    states.

    \b
    Examples:
      wwc stats --format plain
      wwc stats --format markdown
      wwc stats --json | jq '.events_by_year[] | {year, total}'
    """
    workspace.emit(view.stats(counting.stats(workspace.catalogue)), output)
