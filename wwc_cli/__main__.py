"""The way in and out, for `wwc` and `python -m wwc_cli` alike."""

import gc
import os
import sys
from contextlib import suppress

# A call lives for milliseconds and frees by reference counting; looking for cycles while modules
# load would cost every call a tenth of its time.
gc.disable()

try:
    from wwc_cli.cli import main as run
except KeyboardInterrupt:  # in the few milliseconds before errors have their words
    raise SystemExit(130) from None


def main() -> None:
    """Run the command line, and leave.

    All that is written is flushed, and nothing else is open that matters; taking down every
    module and object first would cost as much again as a search.
    """
    try:
        run()
    except SystemExit as end:
        for stream in (sys.stdout, sys.stderr):
            with suppress(OSError, AttributeError, ValueError):  # closed, or never there
                stream.flush()
        os._exit(end.code if isinstance(end.code, int) else 1)


if __name__ == "__main__":
    main()
