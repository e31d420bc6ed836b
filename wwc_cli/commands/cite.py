"""`wwc cite`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from wwc_cli import options
from wwc_cli.core import cite as citing
from wwc_cli.core import dataset, resolve
from wwc_cli.exporters import citations
from wwc_cli.views import bibliography

if TYPE_CHECKING:
    from wwc_cli.render import Output
    from wwc_cli.workspace import Workspace


@click.command()
@click.argument("names", nargs=-1, metavar="[CITY]...", shell_complete=options.complete_cities)
@click.option(
    "--style",
    type=click.Choice(list(citations.STYLES)),
    help="How to write the citation; apa is the default, or what the ending of --output says.",
)
@click.option(
    "--all-sources", is_flag=True, help="Also the sources of certification and population."
)
@click.option("--data", is_flag=True, help="Cite the store of wwc, with version and checksum.")
@options.output
@click.pass_obj
def cite(
    workspace: Workspace,
    /,
    names: tuple[str, ...],
    output: Output,
    *,
    style: str | None,
    **wanted: Any,
) -> None:
    """Cite the stories of cities, in a style you choose.

    What is cited is the page that a story was written from. No date is made up: where none is
    known, it is left out, or n.d. in APA. A name of several words needs quotes.
    --output refs.bib or refs.ris writes a file in that style.

    \b
    Examples:
      wwc cite Newark
      wwc cite Newark "Las Condes" --style chicago
      wwc cite rochester-ny --style bibtex
      wwc cite Austin --all-sources
      wwc cite --data
    """
    asked = citing.Wanted(names, **wanted)
    citing.check(asked)
    chosen = citations.style(style, path=output.path)
    if asked.data:
        store = dataset.data_set(workspace.store)
        workspace.emit(bibliography.data_set(store, style=chosen), output)
        return
    found = resolve.cities(names, workspace.catalogue)
    cited = citing.bibliography(
        [each.city for each in found], workspace.catalogue, all_sources=asked.all_sources
    )
    workspace.emit(bibliography.bibliography(cited.citations, style=chosen), output)
    workspace.remark(*found, cited)
