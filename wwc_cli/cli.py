"""The root of all commands; errors become words and exit codes here, and nowhere else."""

from __future__ import annotations

import errno
import inspect
import os
import sys
from typing import TYPE_CHECKING, Any, NoReturn

import click

from wwc_cli import __version__, listing, options
from wwc_cli.commands import COMMANDS, GROUPS
from wwc_cli.errors import ExitCode, WwcError
from wwc_cli.groups import Commands
from wwc_cli.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Sequence


class Root(Commands):
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

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write what wwc is for, and the examples in one line, so that the whole fits a screen."""
        said, _, shown = inspect.cleandoc(self.help or "").partition("\b\nExamples:\n")
        examples = [line.strip() for line in shown.strip().splitlines()]
        in_one_line = "   ".join(examples)
        fits = len(in_one_line) <= formatter.width - 2
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(said.strip())
            formatter.write_paragraph()
            for line in [in_one_line] if fits else examples:
                formatter.write_text(line)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands from the table, and the options after them, which are rarely asked."""
        self.format_commands(ctx, formatter)
        records = [option.get_help_record(ctx) for option in self.get_params(ctx)]
        formatter.write_paragraph()
        formatter.write_text(f"Options: {', '.join(record[0] for record in records if record)}")

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the groups of commands from the table."""
        formatter.write_paragraph()
        listing.write(formatter, GROUPS)

    def way_out(self, ctx: click.Context, typed: str) -> str:
        """Return what to do where *typed* is near no command: it may be what is looked for."""
        return f"To find stories: wwc search {typed!r}. {super().way_out(ctx, typed)}"

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
        workspace = extra.setdefault("obj", Workspace())
        try:
            with self.make_context(prog_name or "wwc", arguments, **extra) as context:
                self.invoke(context)
            workspace.warn()
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
            if not _wants_json(arguments):  # whose error is one object
                workspace.warn()
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
    if _wants_json(arguments):
        import json

        error = {"code": code, "message": message, "suggestions": list(suggestions)}
        text = json.dumps({"error": error})
    else:
        from wwc_cli.core.text import clean

        # A name in it may be that of a file which came from elsewhere.
        text = clean(f"Error: {message}" + (f"\n{hint}" if hint else ""))
    click.echo(text.encode("utf-8", "replace").decode("utf-8"), err=True)


def _wants_json(arguments: Sequence[str]) -> bool:
    """Tell whether an error is to be JSON, as the answer would have been."""
    return "--json" in arguments or _asks(arguments, "json") or _asks(arguments, "jsonl")


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
      wwc compare Newark Tulsa
    """
    context.call_on_close(context.ensure_object(Workspace).close)
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


main = wwc.main
