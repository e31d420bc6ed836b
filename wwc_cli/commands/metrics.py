"""`wwc metrics`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from wwc_cli import options
from wwc_cli.core import metrics as figures
from wwc_cli.core import resolve
from wwc_cli.views import metrics as view

if TYPE_CHECKING:
    from wwc_cli.render import Output
    from wwc_cli.workspace import Workspace


@click.command()
@click.argument("query", nargs=-1)
@options.theme
@options.topic
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice(figures.KINDS),
    help="Only outcomes, outputs, targets or context; may be repeated.",
)
@click.option(
    "--direction",
    "directions",
    multiple=True,
    type=click.Choice(figures.DIRECTIONS),
    help="Only what went that way; none is no change told. May be repeated.",
)
@options.unit
@options.city
@options.country
@options.state
@options.level
@options.coverage
@options.origin
@options.number("--min", "least", "Only values of N or more, in one unit.")
@options.number("--max", "most", "Only values of N or less, in one unit.")
@click.option(
    "--limit", type=click.IntRange(min=0), default=0, show_default=True, help="0 shows all."
)
@click.option(
    "--sort",
    type=click.Choice(["value", "city", "theme", "period"]),
    default="value",
    show_default=True,
)
@options.output
@click.pass_obj
def metrics(
    workspace: Workspace,
    /,
    query: tuple[str, ...],
    cities: tuple[str, ...],
    output: Output,
    **wanted: Any,
) -> None:
    """Rank the figures of stories, with period and basis.

    QUERY is words, looked for in the figures themselves and in the name of their city. Only
    what is alike is ranked together: of one unit and kind, all decreases or all increases.
    Values of one filter are alternatives; different filters must all hold.

    \b
    Examples:
      wwc metrics --theme crime --direction decrease --kind outcome
      wwc metrics "response time"
      wwc metrics --unit USD --min 1000000
      wwc metrics --kind outcome --json | jq -r '.[] | select(.basis == "baseline") | .statement'
    """
    named = resolve.several(cities, workspace.catalogue, least=0, most=len(cities))
    ids = [each.city["id"] for each in named]
    asked = figures.Wanted(text=" ".join(query), cities=ids, **wanted)
    found = figures.metrics(asked, workspace.catalogue)
    workspace.emit(view.metrics(found), output)
    workspace.remark(*named, found)
