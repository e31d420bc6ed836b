"""What the user names → the bytes of files: files, folders of pages, and what is piped in."""

from __future__ import annotations

import os
import stat
import time
from typing import TYPE_CHECKING

from wwc_cli.importers.decoding import LARGEST
from wwc_cli.importers.pages import Reading, read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import IO

    from wwc_cli.importers.known import Known

# Of a folder, only what a page is saved as; a file that is named itself is always read.
ENDINGS = (".html", ".htm", ".xhtml", ".mhtml", ".mht", ".txt", ".text", ".md")


def found_in(paths: Sequence[str]) -> list[str]:
    """Return the files that *paths* mean, each once: of a folder, all pages in it, by name."""
    found: dict[str, None] = {}
    for path in paths:
        if path != "-" and os.path.isdir(path):
            found.update(dict.fromkeys(_pages_below(path)))
        else:
            found[path] = None
    return list(found)


def _pages_below(folder: str) -> Iterator[str]:
    for where, folders, names in os.walk(folder):
        # Beside `Newark.html`, browsers save its pictures and frames in `Newark_files`.
        saved = {f"{os.path.splitext(name)[0]}_files" for name in names}
        folders[:] = sorted(each for each in folders if each[0] != "." and each not in saved)
        for name in sorted(names):
            path = os.path.join(where, name)
            if name.lower().endswith(ENDINGS) and name[0] != "." and not _is_special(path):
                yield path


def _is_special(path: str) -> bool:
    """Tell whether a file is a pipe or a device, of which nobody knows when it ends."""
    return os.path.exists(path) and not os.path.isfile(path)


def readings(
    files: Sequence[str],
    known: Known,
    *,
    stdin: IO[bytes],
    on_progress: Callable[[int, int], None],
) -> list[Reading]:
    """Return what is in each of *files*; one that cannot be read is a reading with a problem."""
    made = []
    for done, file in enumerate(files, start=1):
        made.append(_reading(file, known, stdin))
        on_progress(done, len(files))
    return made


def _reading(file: str, known: Known, stdin: IO[bytes]) -> Reading:
    try:
        if file == "-":
            return read(stdin.read(LARGEST + 1), file, known, accessed=_day(time.time()))
        with open(file, "rb", opener=_open_at_once) as opened:
            status = os.fstat(opened.fileno())
            data = opened.read(LARGEST + 1)
            if not data and stat.S_ISFIFO(status.st_mode):
                return Reading(file, problem="nothing comes out of the pipe")
            # When it was saved, as far as the file tells: a copy may have the day of copying.
            return read(data, file, known, accessed=_day(status.st_mtime))
    except OSError as error:
        return Reading(file, problem=f"it cannot be read: {error.strerror or error}")
    except ValueError as error:  # a name with a NUL in it
        return Reading(file, problem=f"it cannot be read: {error}")


def _open_at_once(path: str, flags: int) -> int:
    """Open a file without waiting: a pipe that nobody writes into is empty."""
    opened = os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
    if hasattr(os, "O_NONBLOCK"):
        os.set_blocking(opened, True)
    return opened


def _day(moment: float) -> str:
    return time.strftime("%Y-%m-%d", time.localtime(moment))
