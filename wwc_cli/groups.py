"""Groups of commands: a name that is none is answered with the nearest that is one."""

from __future__ import annotations

import click

from wwc_cli.errors import UsageProblem


class Commands(click.Group):
    """A group of commands, as `wwc` itself and `wwc library` are."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that *args* begin with; a near name is told where there is none."""
        known = self.list_commands(ctx)
        if args and args[0] not in known and not args[0].startswith("-"):
            from difflib import get_close_matches

            typed = args[0].lower()
            near = [name for name in known if name.startswith(typed)] if typed else []
            near = near or get_close_matches(typed, known, n=1, cutoff=0.6)
            path = ctx.command_path
            called = " ".join([*path.split()[1:], args[0]])
            raise UsageProblem(
                f"There is no command {called!r}.",
                hint=f"Did you mean {path} {near[0]}?" if near else self.way_out(ctx, args[0]),
                suggestions=near,
            )
        return super().resolve_command(ctx, args)

    def way_out(self, ctx: click.Context, typed: str) -> str:  # noqa: ARG002 - wwc names it
        """Return what to do where *typed* is near no command."""
        return f"All commands: {ctx.command_path} --help"
