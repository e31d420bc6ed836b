"""The arguments and options that commands share, each defined once, with its completion."""

from __future__ import annotations

import os
import re
from functools import update_wrapper
from typing import TYPE_CHECKING, Any

import click

from wwc_cli.render import ENDINGS, FORMATS, Output

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.shell_completion import CompletionItem

    from wwc_cli.core.catalogue import Catalogue
    from wwc_cli.workspace import Workspace

    Command = Callable[..., Any]
    Complete = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]

LEVELS = ("silver", "gold", "platinum", "unstated")
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def _completing(values: Callable[[Catalogue, str], list[tuple[str, str]]]) -> Complete:
    """Return a completion from (value, help) pairs of the catalogue; none where it cannot be read.

    What the shell asks for is answered or left alone: an error would land in the user's line.
    """

    def complete(
        context: click.Context, _parameter: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem

        from wwc_cli.errors import WwcError
        from wwc_cli.workspace import Workspace

        workspace = context.find_object(Workspace) or Workspace()
        try:
            pairs = values(workspace.catalogue, incomplete)
        except WwcError:
            return []
        start = incomplete.casefold()
        return [
            CompletionItem(value, help=said)
            for value, said in pairs
            if value.casefold().startswith(start)
        ]

    return complete


complete_cities = _completing(lambda catalogue, typed: catalogue.city_ids(typed.casefold()))
complete_entries = _completing(lambda catalogue, typed: catalogue.entry_ids(typed.casefold()))
complete_topics = _completing(
    lambda catalogue, _: [(topic["id"], topic["name"]["en"]) for topic in catalogue.topics()]
)
_themes = _completing(lambda catalogue, _: [(theme, "") for theme in catalogue.tags("theme")])
complete_subjects = _completing(
    lambda catalogue, _: list(
        {
            **dict.fromkeys(catalogue.tags("theme"), ""),
            **{topic["id"]: topic["name"]["en"] for topic in catalogue.topics()},
        }.items()
    )
)
_countries = _completing(lambda catalogue, _: [(n, c) for c, n in catalogue.countries()])
_units = _completing(lambda catalogue, _: [(unit, "") for unit in catalogue.tags("unit")])
_states = _completing(lambda catalogue, _: [(n, c or "") for _, c, n in catalogue.subdivisions()])


def _several(name: str, complete: Complete, said: str) -> Callable[[Command], Command]:
    """Return an option that may be given more than once; its values are alternatives."""
    plural = {"city": "cities", "country": "countries"}.get(name, f"{name}s")
    return click.option(
        f"--{name}", plural, multiple=True, metavar=name.upper(), shell_complete=complete, help=said
    )


topic = _several("topic", complete_topics, "Only this topic, by id or name; may be repeated.")
theme = _several("theme", _themes, "Only with figures on this theme; may be repeated.")
country = _several("country", _countries, "Only this country; may be repeated.")
state = _several("state", _states, "Only this state or region; may be repeated.")
unit = _several("unit", _units, "Only figures in this unit; may be repeated.")
city = _several("city", complete_cities, "Only this city, by name or id; may be repeated.")
level = click.option(
    "--level",
    "levels",
    multiple=True,
    type=click.Choice(LEVELS, case_sensitive=False),
    help="Only cities at this level; may be repeated.",
)

coverage = click.option(
    "--coverage",
    "coverages",
    multiple=True,
    type=click.Choice(["full", "brief"]),
    help="Only stories written from the whole page, or from part of it.",
)
origin = click.option(
    "--origin",
    "origins",
    multiple=True,
    type=click.Choice(["bundled", "library"]),
    help="Only stories that came with wwc, or from your library.",
)
limit = click.option(
    "--limit", type=click.IntRange(min=0), default=10, show_default=True, help="0 shows all."
)


def number(name: str, parameter: str, said: str) -> Callable[[Command], Command]:
    """Return an option that takes a number, which infinity and what is no number are not."""

    def check(_c: click.Context, _p: click.Parameter, typed: float | None) -> float | None:
        if typed is not None and not abs(typed) < float("inf"):
            raise click.BadParameter(f"{typed} is not a number to compare with.")
        return typed

    return click.option(name, parameter, metavar="N", type=float, callback=check, help=said)


def date(name: str, said: str) -> Callable[[Command], Command]:
    """Return an option that takes a date as precise as known: 2024, 2024-06 or 2024-06-17."""

    def check(_c: click.Context, _p: click.Parameter, typed: str | None) -> str | None:
        if typed is not None and not _DATE.fullmatch(typed):
            raise click.BadParameter(f"{typed!r} is not a date like 2024, 2024-06 or 2024-06-17.")
        return typed

    return click.option(name, metavar="DATE", callback=check, help=said)


def _color_and_width(command: Command, *, hidden: bool) -> Command:
    """Add the options of the page; commands take them too, so that they may stand anywhere."""

    def keep_color(context: click.Context, _p: click.Parameter, value: str | None) -> None:
        if value is not None:
            _workspace(context).color = value

    def keep_width(context: click.Context, _p: click.Parameter, value: int | None) -> None:
        if value is not None:
            _workspace(context).width = value

    command = click.option(
        "--width",
        type=click.IntRange(min=20),
        metavar="N",
        expose_value=False,
        callback=keep_width,
        hidden=hidden,
        help="Columns to fill; otherwise those of the terminal, or 100 in a pipe.",
    )(command)
    return click.option(
        "--color",
        type=click.Choice(["auto", "always", "never"]),
        expose_value=False,
        callback=keep_color,
        hidden=hidden,
        help="When to use colors; auto heeds NO_COLOR and FORCE_COLOR.",
    )(command)


def page(command: Command) -> Command:
    """Add --color and --width."""
    return _color_and_width(command, hidden=False)


def page_too(command: Command) -> Command:
    """Let --color and --width stand after a command as well; help does not list them there."""
    return _color_and_width(command, hidden=True)


def _workspace(context: click.Context) -> Workspace:
    from wwc_cli.workspace import Workspace

    return context.ensure_object(Workspace)


def output(command: Command) -> Command:
    """Add the output options, and hand them over as one `output: Output`."""

    def with_output(
        *args: object,
        as_json: bool,
        format_name: str | None,
        fields: str | None,
        output_path: str | None,
        **values: object,
    ) -> object:
        if as_json and format_name not in {None, "json"}:
            raise click.UsageError(f"--json and --format {format_name} exclude each other.")
        ending = os.path.splitext(output_path or "")[1].removeprefix(".").lower()
        wanted = Output(
            format="json" if as_json else format_name or ENDINGS.get(ending, "table"),
            fields=[name.strip() for name in (fields or "").split(",") if name.strip()],
            path=output_path,
            is_chosen=bool(as_json or format_name or fields or output_path),
        )
        return command(*args, output=wanted, **values)

    wrapped: Command = update_wrapper(with_output, command)
    for option in (
        click.option(
            "--output",
            "output_path",
            metavar="FILE",
            type=click.Path(dir_okay=False, allow_dash=True),
            help="Write to FILE; its ending names the format where none is given.",
        ),
        click.option("--fields", metavar="A,B", help="Only these fields, in this order."),
        click.option(
            "--format",
            "format_name",
            type=click.Choice(FORMATS),
            help="How to show the answer; table is the default.",
        ),
        click.option("--json", "as_json", is_flag=True, help="The same as --format json."),
    ):
        wrapped = option(wrapped)
    return _color_and_width(wrapped, hidden=True)
