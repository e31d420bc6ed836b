"""`wwc brief`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from wwc_cli import options
from wwc_cli.core import brief as briefing
from wwc_cli.core.brief_stories import Wanted
from wwc_cli.views import brief as page

if TYPE_CHECKING:
    from wwc_cli.render import Output
    from wwc_cli.workspace import Workspace


@click.command()
@click.argument(
    "about",
    nargs=-1,
    required=True,
    metavar="TOPIC|QUERY...",
    shell_complete=options.complete_subjects,
)
@options.topic
@options.country
@options.state
@options.level
@options.theme
@click.option(
    "--limit",
    type=click.IntRange(min=0),
    default=6,
    show_default=True,
    help="How many stories; 0 takes all.",
)
@options.output
@click.pass_obj
def brief(workspace: Workspace, /, about: tuple[str, ...], output: Output, **wanted: Any) -> None:
    """Write a page to hand on about what cities did.

    What they did about a topic, a theme or a question, the figures with what they are measured
    against, what is not known, and the sources. Words that name a topic
    or a theme are taken for it, others are searched for.

    \b
    Examples:
      wwc brief crime
      wwc brief public safety --country Chile
      wwc brief how did cities cut traffic deaths
      wwc brief housing --format markdown
    """
    asked = Wanted(text=" ".join(about), **wanted)
    written = briefing.brief(asked, workspace.catalogue)
    workspace.emit(page.brief(written.brief), output)
    workspace.remark(written)
