"""Where exports go: made under a temporary name and moved into place, whole or not at all."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from wwc_cli.errors import WwcError

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def file(named: str, *, force: bool, as_stream: bool = True) -> Iterator[str]:
    """Yield the path to write to; once that is done, what was written is moved to *named*.

    A device or a named pipe is written to as it is, if what is written goes *as_stream*. Raises
    `WwcError` where *named* is there already and *force* is not given, and where it cannot be
    written.
    """
    path = os.path.realpath(named)  # a link stays a link
    if os.path.isdir(path):
        raise WwcError(
            f"Cannot write {named}: it is a folder.", hint="Name a file, in it or elsewhere."
        )
    if os.path.lexists(path) and not os.path.isfile(path):
        if not as_stream:
            raise WwcError(
                f"Cannot write {named}: it is not an ordinary file.", hint="Name another place."
            )
        with _translated(named):
            yield path
        return
    if os.path.lexists(path) and not force:
        raise _taken(named, "there is such a file already", "--force replaces it")
    temporary = f"{path}.{os.getpid()}.tmp"
    try:
        with _translated(named):
            yield temporary
            os.replace(temporary, path)
    except BaseException:
        if os.path.lexists(temporary):
            os.remove(temporary)
        raise


@contextmanager
def folder(named: str, *, force: bool) -> Iterator[str]:
    """Yield an empty folder to write files into; once that is done, they are moved to *named*.

    A folder that has something in it is written into only with *force*, which replaces files of
    the same names and leaves all others. Raises `WwcError` as `file` does.
    """
    path = os.path.realpath(named)
    if os.path.lexists(path) and not os.path.isdir(path):
        raise WwcError(
            f"Cannot write {named}: a file of that name is there.", hint="Name a folder."
        )
    is_there = os.path.isdir(path)
    with _translated(named):
        if is_there and not force and os.listdir(path):
            way_out = "--force replaces files of the same names, and leaves others"
            raise _taken(named, "the folder is not empty", way_out)
    # Inside a folder that is there: beside it can be another disk, or not ours.
    temporary = os.path.join(path, "") if is_there else path
    temporary = f"{temporary}.{os.getpid()}.tmp"
    try:
        with _translated(named):
            os.mkdir(temporary)
            yield temporary
            if is_there:
                for name in sorted(os.listdir(temporary)):
                    os.replace(os.path.join(temporary, name), os.path.join(path, name))
                os.rmdir(temporary)
            else:
                os.rename(temporary, path)
    except BaseException:
        if os.path.lexists(temporary):
            import shutil

            shutil.rmtree(temporary, ignore_errors=True)
        raise


def _taken(named: str, why: str, way_out: str) -> WwcError:
    return WwcError(
        f"Cannot write {named}: {why}.",
        hint=f"Name another place; {way_out}.",
        suggestions=["--force"],
    )


@contextmanager
def _translated(named: str) -> Iterator[None]:
    """Turn what the system says into an error that names the place."""
    try:
        yield
    except BrokenPipeError:
        raise  # whoever reads has enough; the end of cli.py
    except OSError as error:
        raise WwcError(
            f"Cannot write {named}: {error.strerror or error}.",
            hint="Name a place where there is room, in a folder that you may write to.",
        ) from error
