"""`wwc peers`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from wwc_cli import options
from wwc_cli.core import nearness, resolve
from wwc_cli.core import peers as finding
from wwc_cli.views import peers as roster

if TYPE_CHECKING:
    from wwc_cli.render import Output
    from wwc_cli.workspace import Workspace


def _complete_weight(_c: click.Context, _p: click.Parameter, incomplete: str) -> list[str]:
    return [f"{name}=" for name in nearness.WEIGHTS if name.startswith(incomplete)]


@click.command()
@click.argument("city", nargs=-1, required=True, shell_complete=options.complete_cities)
@click.option(
    "--with-topic",
    "with_topics",
    multiple=True,
    metavar="TOPIC",
    shell_complete=options.complete_topics,
    help="Only cities with a story on this topic; may be repeated.",
)
@options.country
@options.level
@options.coverage
@click.option(
    "--weight",
    "weights",
    multiple=True,
    metavar="NAME=N",
    shell_complete=_complete_weight,
    help=f"What a part counts: {', '.join(nearness.WEIGHTS)}; 0 leaves it out. May be repeated.",
)
@options.limit
@options.output
@click.pass_obj
def peers(workspace: Workspace, /, city: tuple[str, ...], output: Output, **wanted: Any) -> None:
    """Find cities like yours that have a story, and why.

    Near in size, country, language and level, and in the topics and outcomes of their stories.
    CITY is a name, with its state or country where need be, or an id; it need not have a story.

    \b
    Examples:
      wwc peers Port St. Lucie
      wwc peers Monterrey --weight size=5 --weight topics=0
      wwc peers Ottawa --with-topic housing
      wwc peers Newark --json | jq -r '.[] | "\\(.score) \\(.city): \\(.reasons | join(", "))"'
    """
    found = resolve.city(" ".join(city), workspace.catalogue)
    near = finding.peers(finding.Wanted(found.city, **wanted), workspace.catalogue)
    workspace.emit(roster.peers(near), output)
    workspace.remark(found)
