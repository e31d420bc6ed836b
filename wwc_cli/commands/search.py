"""`wwc search`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from wwc_cli import options
from wwc_cli.core import search as finding
from wwc_cli.views import hits

if TYPE_CHECKING:
    from wwc_cli.render import Output
    from wwc_cli.workspace import Workspace


@click.command()
@click.argument("query", nargs=-1)
@options.topic
@options.country
@options.state
@options.level
@options.theme
@options.coverage
@options.origin
@click.option(
    "--limit", type=click.IntRange(min=0), default=10, show_default=True, help="0 shows all."
)
@click.option(
    "--sort", type=click.Choice(["score", "city", "date"]), default="score", show_default=True
)
@click.option("--explain", is_flag=True, help="Say in which field each word was found.")
@options.output
@click.pass_obj
def search(
    workspace: Workspace, /, query: tuple[str, ...], output: Output, *, explain: bool, **wanted: Any
) -> None:
    """Find stories by what cities did and what came of it.

    QUERY is words or a question, in any order. Without one, all stories that the filters leave
    are listed. Values of one filter are alternatives; different filters must all hold.

    \b
    Examples:
      wwc search "traffic safety"
      wwc search which cities cut crime --country Chile
      wwc search --topic housing --level silver
      wwc search robberies --json | jq -r '.[].city_id'
    """
    text = " ".join(query)
    found = finding.search(finding.Wanted(text=text, **wanted), workspace.catalogue)
    answer = hits.hits(found, is_ranked=bool(text.strip()), explain=explain)
    workspace.emit(answer, output)
    workspace.remark(found)
