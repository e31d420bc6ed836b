"""The root of all commands; errors become words and exit codes here, and nowhere else."""

from __future__ import annotations

import errno
import os
import sys
from typing import TYPE_CHECKING, Any, NoReturn

import click

from wwc_cli import __version__, options
from wwc_cli.commands import COMMANDS
from wwc_cli.errors import ExitCode, UsageProblem, WwcError
from wwc_cli.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Sequence


class Root(click.Group):
    """A group that imports a command when it is called, and knows their help without."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's shape
        """Return the names of all commands, in the order in which help lists them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return the command of that name; `None` if there is none."""
        if cmd_name not in COMMANDS:
            return None
        from importlib import import_module

        name = cmd_name.replace("-", "_")
        command: click.Command = getattr(import_module(f"wwc_cli.commands.{name}"), name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the list of commands from the table."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that *args* begin with; a near name is told where there is none."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from difflib import get_close_matches

            typed = args[0].lower()
            near = [name for name in COMMANDS if name.startswith(typed)]
            near = near or get_close_matches(typed, COMMANDS, n=1, cutoff=0.6)
            raise UsageProblem(
                f"There is no command {args[0]!r}.",
                hint=f"Did you mean wwc {near[0]}?"
                if near
                else f"To find stories: wwc search {args[0]!r}. All commands: wwc --help",
                suggestions=near,
            )
        return super().resolve_command(ctx, args)

    def main(  # type: ignore[override]  # one way to run, with our own ending
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        **extra: Any,  # noqa: ANN401 - what click passes on
    ) -> NoReturn:
        """Run the command that *args* name, and exit as docs/scripting.md promises."""
        if "_WWC_COMPLETE" in os.environ:
            super().main(args, prog_name or "wwc", **extra)
        if sys.stdout is None:  # the shell closed it: >&-
            sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - to the end
        arguments = [_as_text(argument) for argument in (sys.argv[1:] if args is None else args)]
        extra.pop("standalone_mode", None)
        try:
            with self.make_context(prog_name or "wwc", arguments, **extra) as context:
                self.invoke(context)
            sys.stdout.flush()
            code = ExitCode.OK
        except click.exceptions.Exit as end:
            code = end.exit_code
        except BrokenPipeError:
            # Whoever read us has enough. Python would flush once more at exit, and complain.
            _forget_stdout()
            code = ExitCode.OK
        except (KeyboardInterrupt, EOFError, click.Abort):
            click.echo(err=True)
            code = ExitCode.INTERRUPTED
        except (click.ClickException, WwcError, OSError) as error:
            code = _failed(error, arguments)
        try:
            sys.stdout.flush()
        except OSError:
            _forget_stdout()  # a full disk, already reported
        sys.exit(code)


def _failed(error: Exception, arguments: Sequence[str]) -> int:
    """Report an error that we foresaw, and return its exit code; raise any other again."""
    if isinstance(error, WwcError):
        _report(error.message, error.hint, error.code, arguments, error.suggestions)
        return error.code
    if isinstance(error, click.UsageError):
        help_of = error.ctx.command_path if error.ctx else "wwc"
        hint = f"Help: {help_of} --help"
        _report(error.format_message(), hint, ExitCode.USAGE, arguments)
        return ExitCode.USAGE
    if isinstance(error, click.ClickException):
        message = error.format_message()
    elif isinstance(error, OSError) and error.errno == errno.ENOSPC:
        message = "Cannot write the answer: the disk is full."
    else:
        raise error
    _report(message, None, ExitCode.FAILED, arguments)
    return ExitCode.FAILED


def _as_text(argument: str) -> str:
    """Return an argument as text: a locale without UTF-8 hands its bytes over as surrogates."""
    if argument.isascii():
        return argument
    return argument.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _forget_stdout() -> None:
    """Let what is left for stdout go nowhere, so that the exit has nothing to stumble over."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _report(
    message: str,
    hint: str | None,
    code: int,
    arguments: Sequence[str],
    suggestions: Sequence[str] = (),
) -> None:
    """Write an error to stderr: in words, or as one JSON object where JSON was asked for."""
    if "--json" in arguments or _asks(arguments, "json") or _asks(arguments, "jsonl"):
        import json

        error = {"code": code, "message": message, "suggestions": list(suggestions)}
        text = json.dumps({"error": error})
    else:
        text = f"Error: {message}" + (f"\n{hint}" if hint else "")
    click.echo(text.encode("utf-8", "replace").decode("utf-8"), err=True)


def _asks(arguments: Sequence[str], format_name: str) -> bool:
    """Tell whether *arguments* hold `--format` with that name."""
    asked = " ".join(arguments).replace("--format=", "--format ")
    return f" --format {format_name} " in f" {asked} "


@click.group(cls=Root, invoke_without_command=True)
@click.version_option(__version__, prog_name="wwc", message="%(prog)s %(version)s")
@options.page
@click.pass_context
def wwc(context: click.Context) -> None:
    """Look up what certified What Works Cities did with data, and what came of it.

    \b
    Examples:
      wwc search "traffic safety"
      wwc show Newark
      wwc compare Newark "Las Condes"
      wwc list-certified --country Chile --json | jq -r '.[].city'
    """
    context.call_on_close(context.ensure_object(Workspace).close)
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


main = wwc.main
