"""`wwc library` and its commands."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from wwc_cli import options, paths
from wwc_cli.groups import Commands

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from wwc_cli.render import Output
    from wwc_cli.workspace import Workspace


@click.group(cls=Commands, invoke_without_command=True)
@click.pass_context
def library(context: click.Context) -> None:
    """Keep pages of your own beside the store.

    A page that you saved from the program's site, as HTML or as text, is read without the
    network: its story, with figures and quotations, or the certifications that it announces. From
    then on all commands find, show and compare it. The library is one file of yours; the store
    that came with wwc stays as it is.

    \b
    Examples:
      wwc library add newark.html
      wwc library list
      wwc show Newark --section quotes
    """
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


def _tell_of_waiting(
    _context: click.Context, _parameter: click.Parameter, files: tuple[str, ...]
) -> tuple[str, ...]:
    """Tell on stderr that a page is waited for, where stdin is asked for and is a terminal."""
    if "-" in files and sys.stdin is not None and sys.stdin.isatty():
        click.echo("Reading what you type or paste; Ctrl-D ends it.", err=True)
    return files


@library.command()
@click.argument(
    "files",
    nargs=-1,
    required=True,
    metavar="FILE...",
    type=click.Path(allow_dash=True),
    callback=_tell_of_waiting,
)
@options.date("--date", "The date of certifications, for an announcement that gives none.")
@click.option("--dry-run", "is_dry", is_flag=True, help="Say what would happen; store nothing.")
@options.output
@click.pass_obj
def add(
    workspace: Workspace, files: tuple[str, ...], date: str | None, output: Output, *, is_dry: bool
) -> None:
    """Read saved pages, and keep what is in them.

    FILE is a page saved as HTML, as text or as a web archive, a folder of such files, or - for
    what is piped in. Adding a page again changes nothing, unless the page has changed. Nothing is
    fetched: what is read is what you saved. In a pipe the ids of the stories are printed.

    \b
    Examples:
      wwc library add newark.html
      wwc library add saved-pages/ --dry-run
      curl -s https://whatworkscities.bloomberg.org/cities/newark-nj | wwc library add -
      wwc library add announcement.txt --date 2026-01-14
    """
    from wwc_cli.core import adding
    from wwc_cli.render.progress import Progress
    from wwc_cli.views import shelf

    reports = adding.add(
        files,
        store_folder=paths.store(),
        library_path=paths.library(),
        date=date,
        is_dry=is_dry,
        stdin=workspace.stdin,
        on_progress=Progress("Reading pages"),
    )
    workspace.emit(shelf.added(reports, adding.without_a_page(reports), is_dry=is_dry), output)
    adding.check_complete(reports)


@library.command("list")
@options.output
@click.pass_obj
def list_pages(workspace: Workspace, output: Output) -> None:
    """List the pages that the library holds.

    \b
    Examples:
      wwc library list
      wwc library list --json | jq -r '.[].id'
    """
    from wwc_cli.core import held
    from wwc_cli.views import shelf

    own, bundled = workspace.libraries()
    workspace.emit(shelf.held(held.pages(own, bundled), paths.library()), output)


def _complete_pages(
    _context: click.Context, _parameter: click.Parameter, typed: str
) -> list[CompletionItem]:
    from click.shell_completion import CompletionItem

    from wwc_cli.core import held
    from wwc_cli.errors import WwcError
    from wwc_cli.workspace import Workspace

    try:
        pages = held.pages(*Workspace().libraries())
    except WwcError:
        return []
    return [
        CompletionItem(page["id"], help=page["title"])
        for page in pages
        if page["id"].startswith(typed)
    ]


@library.command("show")
@click.argument("page_id", metavar="ID", shell_complete=_complete_pages)
@options.output
@click.pass_obj
def show(workspace: Workspace, page_id: str, output: Output) -> None:
    """Show what was read from one page.

    Of a story: its figures, quotations and text; of an announcement: its certifications. ID is as
    `wwc library list` gives it. What is shown is what the page says; `wwc show CITY` sets it
    beside the store.

    \b
    Examples:
      wwc library show newark-nj
      wwc library show newark-nj --json | jq -r '.story.quotes[].speaker'
    """
    from wwc_cli.core import held
    from wwc_cli.views import shelf

    workspace.emit(shelf.holding(held.page(page_id, *workspace.libraries())), output)


@library.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID...", shell_complete=_complete_pages)
@options.output
@click.pass_obj
def remove(workspace: Workspace, ids: tuple[str, ...], output: Output) -> None:
    """Take pages out of the library.

    What the store knows of the city stays. The version before is kept as library.json.bak.

    \b
    Examples:
      wwc library remove newark-nj
      wwc library list --json | jq -r '.[].id' | xargs wwc library remove
    """
    from wwc_cli.core import removing
    from wwc_cli.views import shelf

    removal = removing.remove(ids, store_folder=paths.store(), library_path=paths.library())
    workspace.emit(shelf.removed(removal.removed), output)
    removing.check_complete(removal)


@library.command()
@options.output
@click.pass_obj
def path(workspace: Workspace, output: Output) -> None:
    """Print where the library is, whether it is there yet or not.

    \b
    Examples:
      wwc library path
      cp "$(wwc library path)" ~/backup/
    """
    from wwc_cli.views import shelf

    workspace.emit(shelf.place(paths.library()), output)


@library.command()
@options.output
@click.pass_obj
def check(workspace: Workspace, output: Output) -> None:
    """Check that the library can be read, or say how to go back.

    A damaged library ends this with 4. Searching and showing go on without it, with a warning.

    \b
    Examples:
      wwc library check
      wwc library check --json | jq .stories
    """
    from wwc_cli.core import health
    from wwc_cli.views import shelf

    workspace.emit(shelf.health(health.check(paths.library(), store_folder=paths.store())), output)
