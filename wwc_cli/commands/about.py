"""`wwc about`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from wwc_cli import options
from wwc_cli.core import about as explaining
from wwc_cli.views import explanations

if TYPE_CHECKING:
    from wwc_cli.render import Output
    from wwc_cli.workspace import Workspace


@click.command()
@click.argument("term", nargs=-1, shell_complete=options.complete_entries)
@options.output
@click.pass_obj
def about(workspace: Workspace, term: tuple[str, ...], output: Output) -> None:
    """Explain the program: its levels, criteria and terms.

    TERM is a part of the program, a level, a practice area, a criterion by its code, a partner,
    a term of the field in English, Spanish or Portuguese, or one of five questions. Without
    one, the program in short, and what can be asked. [ ] after a sentence says what it rests on.

    \b
    Examples:
      wwc about gold
      wwc about
      wwc about PA1
      wwc about datos abiertos
      wwc about How can data platforms strengthen emergency response?
      wwc about standard --json | jq -r '.members[] | select(.kind == "criterion") | .code'
    """
    found = explaining.about(" ".join(term), workspace.catalogue)
    workspace.emit(explanations.explanation(found.explanation), output)
    workspace.remark(found)
