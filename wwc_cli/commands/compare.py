"""`wwc compare`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from wwc_cli import options
from wwc_cli.core import compare as comparing
from wwc_cli.core import resolve
from wwc_cli.core.profile import profile
from wwc_cli.views import comparison

if TYPE_CHECKING:
    from wwc_cli.render import Output
    from wwc_cli.workspace import Workspace


@click.command()
@click.argument(
    "cities", nargs=-1, metavar="CITY CITY [CITY CITY]", shell_complete=options.complete_cities
)
@options.output
@click.pass_obj
def compare(workspace: Workspace, cities: tuple[str, ...], output: Output) -> None:
    """Set two to four cities side by side.

    Size, certification, topics, what they faced, did and reached, and their figures by theme.
    What two or more have is marked =. A name of several words needs quotes.

    \b
    Examples:
      wwc compare Newark "Las Condes"
      wwc compare carlsbad-ca savannah-ga port-st-lucie-fl
      wwc compare Newark "Las Condes" --json | jq '.shared_topics'
    """
    found = resolve.several(cities, workspace.catalogue, least=2, most=4)
    compared = comparing.compare([profile(each.city, workspace.catalogue) for each in found])
    workspace.emit(comparison.comparison(compared), output)
    workspace.remark(*found)
