"""`wwc completion`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click
from click.shell_completion import get_completion_class

from wwc_cli import options
from wwc_cli.views import guide

if TYPE_CHECKING:
    from wwc_cli.render import Output

# Shell: where a script of it is to be called from, and the line that does it.
SHELLS = {
    "bash": ("~/.bashrc", 'eval "$(wwc completion bash)"'),
    "zsh": ("~/.zshrc, after compinit", 'eval "$(wwc completion zsh)"'),
    "fish": ("~/.config/fish/completions/wwc.fish", "wwc completion fish | source"),
}


@click.command()
@click.argument("shell", type=click.Choice(list(SHELLS)))
@options.output
@click.pass_context
def completion(context: click.Context, shell: str, output: Output) -> None:
    """Print what makes Tab complete wwc in your shell.

    Commands, options, topics, levels, countries and the ids of cities are completed then. Add
    the line of your shell to the file beside it, and start a new shell.

    \b
      bash  ~/.bashrc                            eval "$(wwc completion bash)"
      zsh   ~/.zshrc, after compinit             eval "$(wwc completion zsh)"
      fish  ~/.config/fish/completions/wwc.fish  wwc completion fish | source

    \b
    Examples:
      wwc completion bash
      wwc completion zsh
      wwc completion fish --output wwc.fish
    """
    root = context.find_root()
    made = get_completion_class(shell)
    assert made  # noqa: S101 - click knows the three
    script = made(root.command, {}, "wwc", "_WWC_COMPLETE").source()
    context.obj.emit(guide.script(shell, script), output)
    if sys.stdout.isatty() and not output.path:
        file, line = SHELLS[shell]
        click.echo(f"To complete wwc in {shell}, add this to {file}:\n{line}", err=True)
