"""The way in, for `wwc` and `python -m wwc_cli` alike."""

import gc

# A call lives for milliseconds and frees by reference counting; looking for cycles while modules
# load would cost every call a tenth of its time.
gc.disable()

from wwc_cli.cli import main  # noqa: E402 - what comes before is there to come before

__all__ = ["main"]

if __name__ == "__main__":
    main()
