"""`wwc show`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from wwc_cli import options
from wwc_cli.core import resolve
from wwc_cli.core.profile import profile
from wwc_cli.views import sections, sheets

if TYPE_CHECKING:
    from wwc_cli.render import Output
    from wwc_cli.workspace import Workspace


@click.command()
@click.argument("city", nargs=-1, required=True, shell_complete=options.complete_cities)
@click.option(
    "--section", type=click.Choice(sections.NAMES), help="Only this part of what is known."
)
@options.output
@click.pass_obj
def show(workspace: Workspace, city: tuple[str, ...], section: str | None, output: Output) -> None:
    """Show all that is known about a city.

    CITY is a name, with its state or country where need be, or an id. Names of several words
    need no quotes.

    \b
    Examples:
      wwc show Newark
      wwc show Rochester, New York
      wwc show Las Condes --section metrics
      wwc show rochester-ny --json | jq '.stories[0].metrics'
    """
    found = resolve.city(" ".join(city), workspace.catalogue)
    workspace.emit(sheets.city(profile(found.city, workspace.catalogue), section=section), output)
    workspace.remark(found)
