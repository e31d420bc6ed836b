"""The man pages, made from the help: a page a command, for share/man/man1.

Ours, since click-man knows no commands that are imported late, cuts what it lists at 45 letters,
fills examples into a paragraph and escapes nothing: a line that began with `.` would be lost.
"""

from __future__ import annotations

import re
from textwrap import dedent
from typing import TYPE_CHECKING

import click

from wwc_cli import __version__, manual
from wwc_cli.cli import wwc
from wwc_cli.commands import GROUPS
from wwc_cli.core.guide import TOPICS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from wwc_cli.core.answers import HelpEntry, HelpPage

# What groff would take for something else, or print as another character than was written.
_ESCAPES = {"\\": r"\e", "-": r"\-", "'": r"\(aq", "`": r"\(ga", "^": r"\(ha", "~": r"\(ti"}
# Heading of a section of wwc(1): the topic that it tells.
_TOLD = {
    "NAMES OF CITIES": "names",
    "FORMATS": "formats",
    "ENVIRONMENT": "environment",
    "EXIT STATUS": "exit-codes",
}


def pages() -> dict[str, str]:
    """Return every page by the name of its file, in roff; without a date, so that none is stale."""
    return {
        f"{_name(context)}.1": "\n".join(_page(context)) + "\n"
        for context in _contexts(click.Context(wwc, info_name="wwc"))
    }


def _contexts(context: click.Context) -> Iterator[click.Context]:
    """Yield *context*, and if it is a group those of all commands in it."""
    yield context
    group = context.command
    if not isinstance(group, click.Group):
        return
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None, name  # noqa: S101 - listed, so there
        yield from _contexts(click.Context(command, info_name=name, parent=context))


def _name(context: click.Context) -> str:
    return context.command_path.replace(" ", "-")


def _page(context: click.Context) -> Iterator[str]:
    page = manual.page(context)
    title = _name(context)
    yield f'.TH "{title.upper()}" "1" "" "wwc {__version__}" "wwc manual"'
    yield from (".nh", ".ad l")  # names and paths stay whole
    yield from (".SH NAME", rf"{_text(title)} \- {_text(page['title'].rstrip('.'))}")
    yield from (".SH SYNOPSIS", rf"\fB{_text(context.command_path)}\fR {_usage(context)}")
    yield ".SH DESCRIPTION"
    for said in [page["title"], *page["text"]]:
        yield from (".PP", *_kept(said)) if "\n" in said else (".PP", _text(said))
    if inner := _commands(context):
        yield ".SH COMMANDS"
        for group, names in inner.items():
            yield from [f".SS {group}"] if group else []
            for name, said in names.items():
                yield from (".TP", rf"\fB{_text(f'{title}-{name}')}\fR(1)", _text(said))
    yield ".SH OPTIONS"
    yield from _entries(page["entries"])
    if context.parent is None:
        for heading, topic in _TOLD.items():
            yield from (f".SH {heading}", *_topic(TOPICS[topic]))
    if page["examples"]:
        yield from (".SH EXAMPLES", *_kept("\n".join(page["examples"])))
    yield from (".SH SEE ALSO", _see_also(context))


def _commands(context: click.Context) -> Mapping[str, Mapping[str, str]]:
    """Return the commands of a group with what each does, those of wwc by what people want."""
    if context.parent is None:
        return GROUPS
    inner = [manual.page(each) for each in _contexts(context)][1:]
    return {"": {page["id"].split()[-1]: page["title"] for page in inner}} if inner else {}


def _usage(context: click.Context) -> str:
    return _text(" ".join(context.command.collect_usage_pieces(context)))


def _topic(topic: HelpPage) -> Iterator[str]:
    yield from map(_text, topic["text"])
    yield from _entries(topic["entries"])
    for note in topic["notes"]:
        yield from (".PP", _text(note))


def _entries(entries: list[HelpEntry]) -> Iterator[str]:
    for entry in entries:
        term = _text(entry["term"]).replace("|", r"|\:")  # a line may break between choices
        yield from (".TP", rf"\fB{term}\fR", _text(entry["text"]))


def _see_also(context: click.Context) -> str:
    if context.parent is None:
        return "wwc help TOPIC, and docs/scripting.md of the source."
    return r"\fBwwc\fR(1), for names of cities, formats, environment and exit codes."


def _kept(text: str) -> Iterator[str]:
    """Yield lines that are to stay as they are."""
    yield from (".RS 2", ".EX", *map(_text, dedent(text).splitlines()), ".EE", ".RE")


def _text(text: str) -> str:
    """Return *text* so that groff prints it as it is; at the start of a line . would command."""
    escaped = re.sub(r"[\\\-'`^~]", lambda found: _ESCAPES[found[0]], text)
    return rf"\&{escaped}" if escaped.startswith(".") else escaped
