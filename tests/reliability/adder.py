"""`python -m tests.reliability.adder LIBRARY STOP_AT PAGE...`: adds pages one by one, and says so.

Prints `ready`, then the id of each story once its `add` has returned. Where STOP_AT is not 0, the
process ends without a word at that renaming of a file, as in a power cut.
"""

from __future__ import annotations

import io
import os
import sys

from wwc_cli import paths
from wwc_cli.core import adding
from wwc_cli.errors import WwcError


def stop_at(number: int) -> None:
    """Have the process end where it would rename a file for the *number*th time."""
    rename, done = os.replace, 0

    def counted(source: str, target: str) -> None:
        nonlocal done
        done += 1
        if done == number:
            os._exit(9)
        rename(source, target)

    os.replace = counted  # type: ignore[assignment]  # as we call it


def main(library: str, stop: str, *pages: str) -> None:
    """Add the pages, one write each."""
    if int(stop):
        stop_at(int(stop))
    print("ready", flush=True)
    for page in pages:
        try:
            reports = adding.add(
                [page],
                store_folder=paths.store(),
                library_path=library,
                date=None,
                is_dry=False,
                stdin=io.BytesIO(),
                on_progress=lambda _done, _all: None,
            )
        except WwcError as error:
            print(error.message, file=sys.stderr)
            sys.exit(error.code)
        print(reports[0]["stories"][0]["id"], flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
