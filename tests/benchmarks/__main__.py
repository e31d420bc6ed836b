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
from pathlib import Path
from statistics import median
from typing import NamedTuple

from tests.reliability import pages

ENTRY = os.path.join(os.path.dirname(sys.executable), "wwc")


# Building is held against this: the same JSON read, and its text put into FTS5 as it is.
BARE = """
import json, sqlite3, sys
stories = json.load(open(sys.argv[1], encoding="utf-8"))["stories"]
index = sqlite3.connect(sys.argv[2])
index.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
index.execute("CREATE VIRTUAL TABLE story USING fts5(text, tokenize='porter unicode61')")
def text(value):
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        value = value.values()
    return " ".join(map(text, value)) if hasattr(value, "__iter__") else ""
index.executemany("INSERT INTO story VALUES (?)", ([text(story)] for story in stories.values()))
index.commit()
"""


# Adding pages is held against this: the same pages read, and nothing stored.
PARSING = """
import io, sys
from wwc_cli import paths
from wwc_cli.core import store
from wwc_cli.importers import files
from wwc_cli.importers.known import Known
known = Known(store.read(paths.store()))
named = files.found_in(sys.argv[1:])
files.readings(named, known, stdin=io.BytesIO(), on_progress=lambda done, total: None)
"""


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
    arguments.add_argument("--quick", action="store_true", help="fewer runs, no large libraries")
    quick = arguments.parse_args().quick
    runs = 9 if quick else 41
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        environment = {
            name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
        } | {"WWC_HOME": str(home)}
        print(f"{'what':38} {'floor':>9} {'wwc':>9} {'ratio':>6} {'most':>5}")
        for measure in MEASURES:
            print(row(measure, environment, runs=runs))
        if not quick:
            print(adding(1_000, home / "adding", environment))
            for size in (1_000, 10_000):
                scale(size, home / str(size), environment, runs=runs)


def adding(count: int, home: Path, environment: dict[str, str]) -> str:
    """Return what adding *count* saved pages costs against reading them alone, in one line."""
    folder = str(home / "pages")
    pages.write(home / "pages", range(count), html=True)
    own = environment | {"WWC_HOME": str(home)}
    times = []
    for _ in range(3):
        floor = seconds([sys.executable, "-c", PARSING, folder], own)
        times.append((floor, seconds([ENTRY, "library", "add", folder], own)))
        (home / "library.json").unlink()
    low, high = (median(side) for side in zip(*times, strict=True))
    return line(f"adding {count:,} pages", low, high, 3.0)


def scale(size: int, home: Path, environment: dict[str, str], *, runs: int) -> None:
    """Print what a library of *size* stories costs against none: search, memory, building."""
    # In a process of its own: what this one holds would count as memory of those it starts.
    write = "import sys; from tests.benchmarks import synthetic; from pathlib import Path;"
    write += f" synthetic.write({size}, Path(sys.argv[1]))"
    subprocess.run([sys.executable, "-c", write, str(home)], check=True)
    library = home / "library.json"
    large = environment | {"WWC_HOME": str(home)}
    search = [ENTRY, "search", "traffic safety", "--json"]
    without, _ = peak(search, environment)
    built, _ = peak([ENTRY, "search", "x", "--json"], large)
    bare, _ = peak([sys.executable, "-c", BARE, str(library), f"{home}/bare.sqlite"], large)
    pairs = [(seconds(search, environment), seconds(search, large)) for _ in range(runs + 1)][1:]
    low, own = (median(side) for side in zip(*pairs, strict=True))
    _, memory = peak(search, environment)
    _, with_library = peak(search, large)
    print(line(f"search, library of {size:,}", low, own, 1.3))
    print(line(f"building, {size:,} stories", bare, built - without, 2.0))
    print(f"{f'memory of a search, {size:,}':38} {memory:6.1f} MiB {with_library:5.1f} MiB", end="")
    print(f" {with_library - memory:+6.1f} {10:+5.1f} MiB")


def peak(command: list[str], environment: dict[str, str]) -> tuple[float, float]:
    """Return the processor time of one run, in seconds, and its largest memory, in MiB."""
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=environment)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"{command} failed")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def row(measure: Measure, environment: dict[str, str], *, runs: int) -> str:
    """Return one measured line; the first run of each side fills caches and does not count."""
    floor = [sys.executable, "-c", measure.floor]
    with_own = environment | measure.environment
    times: list[tuple[float, float]] = [
        (seconds(floor, environment), seconds(measure.call, with_own)) for _ in range(runs + 1)
    ][1:]
    low, own = (median(side) for side in zip(*times, strict=True))
    return line(measure.what, low, own, measure.most)


def line(what: str, floor: float, own: float, most: float) -> str:
    """Return a line of the table; times are in seconds."""
    return f"{what:38} {floor * 1000:6.0f} ms {own * 1000:6.0f} ms {own / floor:6.2f} {most:5.2f}"


if __name__ == "__main__":
    main()
