"""A bar on stderr for what takes longer than a second; nothing where that is no terminal."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

PATIENCE = 1.0  # seconds before a bar appears


class Progress:
    """Shows how far something is: call it with what is done and what there is in all."""

    def __init__(self, label: str) -> None:
        self._label = label
        self._begun = time.monotonic()
        self._bar: ProgressBar[int] | None = None
        self._shown = 0

    def __call__(self, done: int, total: int) -> None:
        """Show *done* of *total*; the bar ends by itself when all is done."""
        if self._bar is None:
            if time.monotonic() - self._begun < PATIENCE or not sys.stderr.isatty():
                return
            import click

            self._bar = click.progressbar(length=total, label=self._label, file=sys.stderr)
            self._bar.__enter__()
        self._bar.update(done - self._shown)
        self._shown = done
        if done >= total:
            self._bar.__exit__(None, None, None)
