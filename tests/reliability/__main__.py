"""`python -m tests.reliability [--quick]`: what happens to the library when things go wrong.

Prints a line a trial, with its numbers, and what was lost; exits with 1 if anything was.
"""

from __future__ import annotations

import argparse
import sys
import time

from tests.reliability import trials


def main() -> None:
    """Run the trials."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    arguments.add_argument("--quick", action="store_true", help="a few of each, in seconds")
    quick = arguments.parse_args().quick
    begun, wrong = time.monotonic(), 0
    for result in trials.run(quick=quick):
        print(f"{result.name:26} {result.said}: {len(result.wrong)} wrong", flush=True)
        for each in result.wrong:
            print(f"    {each}", flush=True)
        wrong += len(result.wrong)
    print(f"{'all':26} {time.monotonic() - begun:.0f} s: {wrong} wrong")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
