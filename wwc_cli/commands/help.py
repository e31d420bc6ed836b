"""`wwc help`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from wwc_cli import listing, manual, options
from wwc_cli.commands import COMMANDS
from wwc_cli.core import guide
from wwc_cli.views import guide as view

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from wwc_cli.render import Output
    from wwc_cli.views.model import Answer

_TITLES = {name: topic["title"] for name, topic in guide.TOPICS.items()}


def _complete(
    context: click.Context, _parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    from click.shell_completion import CompletionItem

    known = {} if context.params.get("names") else {**COMMANDS, **_TITLES}
    return [
        CompletionItem(name, help=said)
        for name, said in known.items()
        if name.startswith(incomplete.lower())
    ]


@click.command()
@click.argument("names", nargs=-1, metavar="[COMMAND|TOPIC]", shell_complete=_complete)
@options.output
@click.pass_context
def help(context: click.Context, names: tuple[str, ...], output: Output) -> None:  # noqa: A001 - as it is typed
    """Show the help of a command, or on a topic.

    The topics are names (of cities), formats, environment and exit-codes. Without either, all
    commands and topics.

    \b
    Examples:
      wwc help exit-codes
      wwc help search
      wwc help names
      wwc help environment --format plain
      wwc help formats --json | jq -r '.entries[].term'
    """
    topic = guide.topic(names)
    answer = view.topic(topic) if topic else _of_command(names, context.find_root())
    context.obj.emit(answer, output)


def _of_command(names: tuple[str, ...], root: click.Context) -> Answer:
    found = manual.command(names, root, topics=guide.TOPICS)
    page, text = manual.page(found), found.get_help()
    if found is root:
        both = {**COMMANDS, **_TITLES}
        page["entries"] = [{"term": name, "text": said} for name, said in both.items()]
        text = f"{text}\n\n{_topics(root)}"
    return view.command(page, f"{text.rstrip()}\n")


def _topics(root: click.Context) -> str:
    """Return the list of topics, set as that of the commands."""
    formatter = root.make_formatter()
    listing.write(formatter, {"Topics": _TITLES})
    return formatter.getvalue()
