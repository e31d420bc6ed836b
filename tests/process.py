"""Running wwc as a shell does: a process of its own, with real streams, from the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WWC = (sys.executable, "-m", "wwc_cli")


def environment(**changes: str | None) -> dict[str, str]:
    """Return the surroundings of the test with *changes*; `None` takes a variable away."""
    wanted = {**os.environ, "PYTHONPATH": str(ROOT), **changes}
    return {name: value for name, value in wanted.items() if value is not None}


def run(*arguments: str, **changes: str | None) -> subprocess.CompletedProcess[bytes]:
    """Run `wwc` to its end; *changes* are environment variables."""
    return python("-m", "wwc_cli", *arguments, **changes)


def python(*arguments: str, **changes: str | None) -> subprocess.CompletedProcess[bytes]:
    """Run Python to its end, with wwc_cli from the checkout."""
    return subprocess.run(
        [sys.executable, *arguments],
        env=environment(**changes),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=60,
    )


def on_a_terminal(
    *arguments: str, columns: int = 80, lines: int = 200, **changes: str | None
) -> tuple[int, str]:
    """Run `wwc` on a terminal of that size; return its exit code and all that it showed."""
    import fcntl
    import pty
    import select
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
    with subprocess.Popen(
        [*WWC, *arguments],
        env=environment(COLUMNS=None, **changes),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    ) as process:
        os.close(theirs)
        shown = b""
        while select.select([ours], [], [], 30)[0]:
            try:
                shown += os.read(ours, 65536)
            except OSError:  # Linux says so when the other side is closed
                break
        else:
            process.kill()
        os.close(ours)
    return process.returncode, shown.decode("utf-8").replace("\r\n", "\n")
