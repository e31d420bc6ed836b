"""A TinyDB storage that loses nothing: the file is only ever replaced by a whole one.

TinyDB's own storage empties the file and writes it anew, so that a crash, a full disk or a second
writer leaves half a file. Here the new content is written beside it, flushed to the disk and moved
into place; the version before is kept as `.bak`. Who changes a file holds its lock from reading
to writing (`library.change`).
"""

from __future__ import annotations

import errno
import json
import os
import re
import stat
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from tinydb import Storage

if TYPE_CHECKING:
    from collections.abc import Mapping

_ANYBODY = 0o666  # the rights of a new file, of which the user's umask takes some
_TRIES, _PAUSE = 20, 0.1  # of moving into place; seconds


class AtomicStorage(Storage):
    """One JSON file in UTF-8; *path* need not exist, and is no link."""

    def __init__(self, path: str) -> None:
        self._path = path

    def read(self) -> dict[str, dict[str, Any]] | None:
        """Return the content of the file; `None` where there is none, or it is empty.

        Raises `OSError` and `ValueError` where it cannot be read as JSON.
        """
        try:
            with open(self._path, encoding="utf-8") as file:
                text = file.read()
        except FileNotFoundError:
            return None
        content: dict[str, dict[str, Any]] | None = json.loads(text) if text.strip() else None
        return content

    def write(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        """Put *data* in place of the file, and the file before in place of `.bak`.

        Raises `OSError` where that cannot be done; the file is then as it was.
        """
        content = json.dumps(data, ensure_ascii=False).encode() + b"\n"
        rights = self._rights()
        self.remove_abandoned()
        temporary = f"{self._path}.{os.getpid()}.tmp"
        try:
            _write(temporary, content, rights)
            self._keep(f"{temporary}.bak", rights)
            _move(temporary, self._path)
        finally:
            for left in (temporary, f"{temporary}.bak"):
                with suppress(OSError):
                    os.remove(left)
        _flush_folder(os.path.dirname(self._path) or ".")

    def _rights(self) -> int | None:
        """Return the rights of the file, which the next one gets too; `None` if there is none.

        Raises `PermissionError` for a file that may not be written: replacing it asks for the
        rights of its folder only.
        """
        try:
            rights = stat.S_IMODE(os.stat(self._path).st_mode)
        except FileNotFoundError:
            return None
        if not os.access(self._path, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), self._path)
        return rights

    def _keep(self, second_name: str, rights: int | None) -> None:
        """Keep the file as it is as `.bak`; a file that nobody wrote yet needs no keeping."""
        if rights is None:
            return
        try:
            os.link(self._path, second_name)
        except OSError:  # a file system without links
            with open(self._path, "rb") as file:
                _write(second_name, file.read(), rights)
        _move(second_name, f"{self._path}.bak")

    def remove_abandoned(self) -> None:
        """Remove what a killed writer left; only for who holds the lock: it is nobody's then."""
        folder, name = os.path.split(self._path)
        ours = re.compile(rf"{re.escape(name)}\.\d+\.tmp(\.bak)?")
        for entry in os.listdir(folder or "."):
            if ours.fullmatch(entry):
                with suppress(OSError):
                    os.remove(os.path.join(folder, entry))


def _write(path: str, content: bytes, rights: int | None) -> None:
    """Write a file and have it on the disk when this returns; *rights* as `os.chmod` has them."""

    def opener(name: str, flags: int) -> int:
        return os.open(name, flags, _ANYBODY if rights is None else rights)

    with open(path, "wb", opener=opener) as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    if rights is not None:
        os.chmod(path, rights)  # what the umask took


def _move(path: str, to: str) -> None:
    """Put the file at *path* in place of the one at *to*.

    On Windows that is refused while another program reads the file there: waited for, a moment.
    """
    for tried in range(1, _TRIES + 1):
        try:
            os.replace(path, to)
        except PermissionError:
            if tried == _TRIES:
                raise
            time.sleep(_PAUSE)
        else:
            return


def _flush_folder(folder: str) -> None:
    """Make the disk remember which name means which file, where the system can."""
    with suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)
