"""The way in, for `wwc` and `python -m wwc_cli` alike."""

import gc

# A call lives for milliseconds and frees by reference counting; looking for cycles while modules
# load would cost every call a tenth of its time.
gc.disable()

try:
    from wwc_cli.cli import main
except KeyboardInterrupt:  # in the few milliseconds before errors have their words
    raise SystemExit(130) from None

__all__ = ["main"]

if __name__ == "__main__":
    main()
