"""The trials: each does something bad to `wwc library add`, and looks for what was lost by it.

What must hold after each: the library opens, and holds every story that a finished `add` had
reported; so does what is kept as the version before open.
"""

from __future__ import annotations

import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tests.process import ROOT, WWC, environment
from tests.reliability import pages
from wwc_cli.core import library
from wwc_cli.errors import DataError, ExitCode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

ADDER = (sys.executable, "-m", "tests.reliability.adder")
SMALL = 400_000  # bytes: room for some pages, and not for all
ABANDONED_PID = 4_194_305  # one more than Linux gives


class Result(NamedTuple):
    """What a trial found: what it did in numbers, and what was lost or wrong."""

    name: str
    said: str
    wrong: list[str]


class Home:
    """A folder with pages to add, and what was reported of them."""

    def __init__(self, folder: Path, page_count: int, *, at: Path | None = None) -> None:
        self.folder = at or folder / "home"
        self.folder.mkdir(parents=True, exist_ok=True)
        self.library = self.folder / "library.json"
        self.pages = [str(path) for path in pages.write(folder / "pages", range(page_count))]
        self.reported: set[str] = set()

    def adder(self, page_paths: Iterable[str], stop: int = 0) -> subprocess.Popen[str]:
        """Start adding pages one by one, and return when it has begun."""
        command = [*ADDER, str(self.library), str(stop), *page_paths]
        started = _started(command, self.folder)
        assert started.stdout
        assert started.stdout.readline() == "ready\n"
        return started

    def command(self, *page_paths: str) -> subprocess.Popen[str]:
        """Start `wwc library add`; in a pipe it prints the ids of the stories."""
        return _started([*WWC, "library", "add", *page_paths], self.folder)

    def take_reports(self, started: subprocess.Popen[str]) -> tuple[int, str]:
        """Wait for a process, and keep what it reported; return its exit code and stderr."""
        stdout, stderr = started.communicate(timeout=300)
        # The last line may be cut off: then its add had not finished reporting.
        self.reported.update(line for line in stdout.split("\n")[:-1] if line != "ready")
        return started.returncode, stderr

    def wrong(self) -> list[str]:
        """Return what is lost or damaged."""
        try:
            held = {story["id"] for story in library.read(str(self.library))["stories"]}
        except DataError as error:
            return [error.message]
        lost = [f"{each} was reported, and is lost" for each in sorted(self.reported - held)]
        if library.previous(str(self.library)) == "damaged":
            lost.append("the version before is damaged")
        return lost

    def wrong_after_another(self) -> list[str]:
        """Return what is wrong, now and after one page more; that one must go in."""
        found = self.wrong()
        code, stderr = self.take_reports(self.adder([self.pages[-1]]))
        if code:
            found.append(f"the next add failed: {stderr}")
        left = [path.name for path in self.folder.iterdir() if ".tmp" in path.name]
        return found + self.wrong() + [f"{name} is left" for name in left]


def _started(command: Sequence[str], home: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        command,
        env=environment(WWC_HOME=str(home), PYTHONPATH=str(ROOT)),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def kills_of_the_command(folder: Path, times: int) -> Result:
    """Kill `wwc library add` at random moments from its start to its end."""
    home, chance = Home(folder, times + 2), random.Random(times)  # noqa: S311 - no secret
    begun = time.monotonic()
    home.take_reports(home.command(home.pages[-2]))
    lasts = time.monotonic() - begun
    wrong: list[str] = []
    finished = 0
    for page in home.pages[:times]:
        started = home.command(page)
        with suppress(subprocess.TimeoutExpired):
            started.wait(chance.uniform(0, lasts * 1.2))
        started.kill()
        code, _ = home.take_reports(started)
        finished += code == 0
        wrong += home.wrong()
    said = f"{times} kills over {lasts * 1.2:.2f} s, {finished} came too late"
    return Result("kill -9 of the command", said, wrong + home.wrong_after_another())


def kills_while_writing(folder: Path, times: int) -> Result:
    """Kill a process that does nothing but add pages one by one, at random moments."""
    home, chance = Home(folder, 60), random.Random(times)  # noqa: S311 - no secret
    wrong: list[str] = []
    halves = reports = 0
    for _ in range(times):
        # In another order each time; the library begins anew when it holds all of them.
        order = chance.sample(home.pages, len(home.pages))
        if len(home.reported) > len(home.pages) / 2:
            home.library.unlink()
            home.reported.clear()
        started = home.adder(order)
        before = len(home.reported)
        time.sleep(chance.uniform(0, 0.4))
        started.kill()
        home.take_reports(started)
        reports += len(home.reported) - before
        halves += any(".tmp" in path.name for path in home.folder.iterdir())
        wrong += home.wrong()
    said = f"{times} kills, {reports} adds reported, {halves} kills left a temporary file"
    return Result("kill -9 while writing", said, wrong + home.wrong_after_another())


def writers(folder: Path, count: int, each: int) -> Result:
    """Let several processes add pages of their own at once, a write for every page."""
    home = Home(folder, count * each + 1)
    begun = time.monotonic()
    running = [home.adder(home.pages[at * each : (at + 1) * each]) for at in range(count)]
    failed = [stderr for code, stderr in map(home.take_reports, running) if code]
    took = time.monotonic() - begun
    wanted = count * each
    if len(home.reported) != wanted:
        failed.append(f"{len(home.reported)} of {wanted} pages were reported")
    said = f"{count} at once, {each} pages each, {wanted} writes in {took:.1f} s"
    return Result("several writers", said, failed + home.wrong_after_another())


def full_disk(folder: Path) -> Result:
    """Add pages to a small disk until it is full, and once more with room."""
    with _small_disk(folder / "disk") as disk:
        if not disk:
            return Result("a full disk", "not tried: no disk may be mounted here", [])
        home = Home(folder, 200, at=disk)
        said, wrong = _until_full(home, home.adder(home.pages[:-1]))
        _system("mount", "-o", "remount,size=16m", str(disk))
        wrong += home.wrong_after_another()
    return Result("a full disk", f"a tmpfs of {SMALL:,} bytes: {said}", wrong)


def limited_files(folder: Path) -> Result:
    """Add pages until the library would be larger than the system lets a file be."""
    home = Home(folder, 200)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (SMALL // 3, hard))
    try:
        started = home.adder(home.pages[:-1])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    said, wrong = _until_full(home, started)
    said = f"RLIMIT_FSIZE of {SMALL // 3:,} bytes: {said}"
    return Result("a file too large", said, wrong + home.wrong_after_another())


def _until_full(home: Home, started: subprocess.Popen[str]) -> tuple[str, list[str]]:
    """Wait for a writer to run out of room; return what is to say of it, and what is wrong."""
    code, stderr = home.take_reports(started)
    wrong = home.wrong()
    if code != ExitCode.DATA or "Cannot write" not in stderr:
        wrong.append(f"no room gave exit {code}: {stderr}")
    if not home.reported:
        wrong.append("no page went in before there was no room")
    return f"{len(home.reported)} pages went in, then exit {code}", wrong


@contextmanager
def _small_disk(folder: Path) -> Iterator[Path | None]:
    """Mount a small tmpfs; gives `None` where that is not allowed."""
    folder.mkdir(parents=True)
    mount = ["mount", "-t", "tmpfs", "-o", f"size={SMALL}", "wwc", str(folder)]
    if os.geteuid() or not _system(*mount, may_fail=True):
        yield None
        return
    try:
        yield folder
    finally:
        _system("umount", str(folder))


def _system(*command: str, may_fail: bool = False) -> bool:
    """Run a command of the system; tell whether it went well."""
    try:
        subprocess.run(command, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        if not may_fail:
            raise
        return False
    return True


def read_only(folder: Path) -> Result:
    """Add to a library in a folder that may only be read."""
    with _small_disk(folder / "disk") as disk:
        home = Home(folder, 4, at=disk)
        home.take_reports(home.adder(home.pages[:1]))
        before = home.library.read_bytes()
        with _locked_up(home.folder, is_disk=disk is not None) as how:
            code, stderr = home.take_reports(home.adder(home.pages[1:2]))
        wrong = home.wrong()
        if how and (code != ExitCode.DATA or "Cannot write" not in stderr):
            wrong.append(f"a read-only folder gave exit {code}: {stderr}")
        if how and home.library.read_bytes() != before:
            wrong.append("the library was changed")
        wrong += home.wrong_after_another()
    said = f"{how}: exit {code}" if how else "not tried: nothing here binds this user"
    return Result("a read-only folder", said, wrong)


@contextmanager
def _locked_up(folder: Path, *, is_disk: bool) -> Iterator[str]:
    """Make a folder read-only in a way that binds this user, and say how."""
    if is_disk:
        _system("mount", "-o", "remount,ro", str(folder))
        how, undo = "tmpfs mounted read-only", ["mount", "-o", "remount,rw", str(folder)]
    elif os.geteuid():
        folder.chmod(0o500)
        how, undo = "mode 500", ["chmod", "700", str(folder)]
    elif _system("chattr", "+i", str(folder), may_fail=True):
        how, undo = "chattr +i", ["chattr", "-i", str(folder)]
    else:
        how, undo = "", ["true"]
    try:
        yield how
    finally:
        _system(*undo)


def power_cuts(folder: Path) -> Result:
    """Stop a writer before each renaming, and lose half of what was not in place yet."""
    wrong: list[str] = []
    cuts = 0
    for stop in (1, 2, 3):  # before the first file is in place; before .bak; between the two
        home = Home(folder / str(stop), 4)
        code, _ = home.take_reports(home.adder(home.pages[:3], stop=stop))
        cuts += code == 9
        for path in home.folder.iterdir():
            if path.name.endswith(".tmp"):
                os.truncate(path, path.stat().st_size // 2)
        wrong += home.wrong_after_another()
    if cuts != 3:
        wrong.append(f"{cuts} of 3 processes stopped where they should")
    said = f"{cuts} stops before a renaming, each temporary file cut in half"
    return Result("a power cut", said, wrong)


def leftovers(folder: Path) -> Result:
    """Begin with what killed writers left: temporary files, whole and cut, and a lock."""
    home = Home(folder, 3)
    home.take_reports(home.adder(home.pages[:1]))
    whole = home.library.read_bytes()
    left = f"library.json.{ABANDONED_PID}.tmp"
    (home.folder / left).write_bytes(whole[: len(whole) // 2])
    (home.folder / f"{left}.bak").write_bytes(b"")
    (home.folder / "library.json.lock").write_text("4194305", "utf-8")
    return Result("what a killed writer left", "2 files and a lock", home.wrong_after_another())


def interrupts(folder: Path, times: int) -> Result:
    """Interrupt a writer as Ctrl-C does, at random moments."""
    home, chance = Home(folder, 60), random.Random(times)  # noqa: S311 - no secret
    wrong: list[str] = []
    for _ in range(times):
        started = home.adder(chance.sample(home.pages, len(home.pages)))
        time.sleep(chance.uniform(0, 0.3))
        started.send_signal(signal.SIGINT)
        home.take_reports(started)
        wrong += home.wrong()
        wrong += [f"{p.name} is left" for p in home.folder.iterdir() if ".tmp" in p.name]
    said = f"{times} interrupts, {len(home.reported)} pages in"
    return Result("Ctrl-C", said, wrong + home.wrong_after_another())


def run(*, quick: bool) -> Iterator[Result]:
    """Run all trials; the *quick* ones take a few seconds."""
    kills, count, each = (3, 3, 4) if quick else (200, 8, 50)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        yield kills_of_the_command(folder / "1", kills)
        yield kills_while_writing(folder / "2", kills)
        yield interrupts(folder / "3", max(kills // 4, 2))
        yield writers(folder / "4", count, each)
        yield full_disk(folder / "5")
        yield limited_files(folder / "6")
        yield read_only(folder / "7")
        yield power_cuts(folder / "8")
        yield leftovers(folder / "9")
