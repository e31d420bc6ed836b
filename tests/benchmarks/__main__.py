"""Print the table of what a call costs against the floor that it is held against.

Runs of both sides alternate, so that a busy machine slows both; what is compared is processor
time (user and system), medians. Nothing here is asserted: the numbers are for people, and the
modules that a call must not load are asserted in tests/test_startup.py.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from statistics import median
from typing import NamedTuple

ENTRY = os.path.join(os.path.dirname(sys.executable), "wwc")


class Measure(NamedTuple):
    """A call, the floor it is held against, and the most it may cost of that."""

    what: str
    call: list[str]
    floor: str
    most: float
    environment: dict[str, str] = {}  # noqa: RUF012 - never changed


MEASURES = [
    Measure(
        'wwc search "traffic safety" --json',
        [ENTRY, "search", "traffic safety", "--json"],
        "import click, sqlite3, json",
        1.25,
    ),
    Measure(
        'wwc search "traffic safety"',
        [ENTRY, "search", "traffic safety"],
        "import click, sqlite3, json, rich.table, rich.console",
        1.25,
    ),
    Measure("wwc --help", [ENTRY, "--help"], "import click", 1.25),
    Measure(
        "completion of a city",
        [ENTRY],
        "import click",
        1.25,
        {"_WWC_COMPLETE": "bash_complete", "COMP_WORDS": "wwc show ne", "COMP_CWORD": "2"},
    ),
]


def seconds(command: list[str], environment: dict[str, str]) -> float:
    """Return the processor time of one run."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, env=environment, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Measure everything and print one table."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    arguments.add_argument("--quick", action="store_true", help="fewer runs")
    runs = 9 if arguments.parse_args().quick else 41
    with tempfile.TemporaryDirectory() as home:
        environment = {
            name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
        } | {"WWC_HOME": home}
        rows = [row(measure, environment, runs=runs) for measure in MEASURES]
    print(f"{'what':38} {'floor':>9} {'wwc':>9} {'ratio':>6} {'most':>5}")
    print("\n".join(rows))


def row(measure: Measure, environment: dict[str, str], *, runs: int) -> str:
    """Return one measured line; the first run of each side fills caches and does not count."""
    floor = [sys.executable, "-c", measure.floor]
    with_own = environment | measure.environment
    times: list[tuple[float, float]] = [
        (seconds(floor, environment), seconds(measure.call, with_own)) for _ in range(runs + 1)
    ][1:]
    low, own = (median(side) for side in zip(*times, strict=True))
    return (
        f"{measure.what:38} {low * 1000:6.1f} ms {own * 1000:6.1f} ms"
        f" {own / low:6.2f} {measure.most:5.2f}"
    )


if __name__ == "__main__":
    main()
