"""The help of commands as it is written in them: looked up by name, and taken apart.

Not here: the topics of `wwc help`, which are texts of their own (core/guide.py).
"""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING

import click

from wwc_cli.errors import UsageProblem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from wwc_cli.core.answers import HelpPage

_EXAMPLES = "Examples:\n"


def command(names: Sequence[str], root: click.Context, *, topics: Iterable[str]) -> click.Context:
    """Return the context of the command that *names* call, one within the other; *root* for none.

    Raises `UsageProblem` with what is near, among commands and *topics*, where there is none.
    """
    context = root
    for name in names:
        group = context.command
        known = group.list_commands(context) if isinstance(group, click.Group) else []
        inner = group.get_command(context, name) if isinstance(group, click.Group) else None
        if inner is None:
            if context is root:
                raise _none(" ".join(names), name, context, known=[*known, *topics])
            raise _none(name, name, context, known=known)
        context = click.Context(inner, info_name=name, parent=context)
    return context


def _none(typed: str, name: str, context: click.Context, *, known: Sequence[str]) -> UsageProblem:
    """Return the error that nothing is called *typed*; *name* is the word that is not *known*."""
    from difflib import get_close_matches

    within = context.command_path.split()[1:]
    called, asked = " ".join(["wwc", *within]), " ".join(["wwc help", *within])
    folded = name.lower()
    near = [each for each in known if folded and each.startswith(folded)]
    near = near or get_close_matches(folded, known, n=1, cutoff=0.6)
    return UsageProblem(
        f"{called} has no command {typed!r}." if within else f"There is no help on {typed!r}.",
        hint=f"Did you mean {asked} {near[0]}?"
        if near
        else f"{'Its help' if within else 'What there is'}: {asked}",
        suggestions=near,
    )


def page(context: click.Context) -> HelpPage:
    """Return the help of a command in its parts; `entries` are its options."""
    first, *blocks = inspect.cleandoc(context.command.help or "").split("\n\n")
    kept = [block.removeprefix("\b\n") for block in blocks if block.startswith("\b\n")]
    options = [
        option.get_help_record(context)
        for option in context.command.get_params(context)
        if isinstance(option, click.Option)
    ]
    return {
        "id": " ".join(context.command_path.split()[1:]),
        "title": first,
        "text": [_paragraph(block) for block in blocks if not _is_examples(block)],
        "entries": [{"term": term, "text": said} for term, said in filter(None, options)],
        "notes": [],
        "examples": [
            line.strip()
            for block in kept
            if block.startswith(_EXAMPLES)
            for line in block.splitlines()[1:]
        ],
    }


def _is_examples(block: str) -> bool:
    return block.startswith(f"\b\n{_EXAMPLES}")


def _paragraph(block: str) -> str:
    """Return running text in one line, and a block that is to keep its lines with them."""
    return block.removeprefix("\b\n") if block.startswith("\b\n") else " ".join(block.split())
