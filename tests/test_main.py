"""wwc as a process of its own: closed pipes, interrupts, encodings, locales."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests import process
from wwc_cli.render import FORMATS

if TYPE_CHECKING:
    from pathlib import Path

LONG = ["list-certified", "--history", "--format", "plain"]
LONGER_THAN_A_PIPE = [*LONG, "--honor-roll"]


def closed_early(*arguments: str) -> tuple[int, bytes]:
    """Run `wwc` with a stdout that nobody reads; return its exit code and stderr."""
    read_end, write_end = os.pipe()
    os.close(read_end)
    with subprocess.Popen(
        [*process.WWC, *arguments],
        env=process.environment(),
        stdout=write_end,
        stderr=subprocess.PIPE,
    ) as running:
        os.close(write_end)
        _, stderr = running.communicate(timeout=60)
    return running.returncode, stderr


@pytest.mark.parametrize(
    "arguments",
    [
        LONG,
        ["list-certified", "--json"],
        ["show", "newark"],
        ["search", "traffic", "--format", "csv"],
        ["compare", "newark-nj", "las-condes-cl", "--format", "markdown"],
        ["--help"],
        ["show", "--help"],
        ["--version"],
        [],
    ],
    ids=" ".join,
)
def test_a_pipe_that_nobody_reads_ends_quietly(arguments: list[str]) -> None:
    assert closed_early(*arguments) == (0, b"")


def test_a_pipe_that_is_closed_after_the_first_line_ends_quietly() -> None:
    with subprocess.Popen(
        [*process.WWC, *LONGER_THAN_A_PIPE],
        env=process.environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdout
        assert running.stderr
        assert running.stdout.readline().startswith(b"City: ")
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["show", "newark-nj"],
        ["--help"],
        ["show", "Paris"],
    ],
    ids=" ".join,
)
def test_a_stdout_that_is_not_there_is_no_crash(arguments: list[str]) -> None:
    shell = f'exec "$0" -m wwc_cli {" ".join(arguments)} >&-'
    ended = subprocess.run(
        ["/bin/sh", "-c", shell, process.WWC[0]],
        env=process.environment(),
        stderr=subprocess.PIPE,
        check=False,
    )
    assert b"Traceback" not in ended.stderr


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no full device here")
@pytest.mark.parametrize(
    "arguments",
    [
        ["show", "newark-nj"],
        ["list-certified", "--json"],
        ["--help"],
    ],
    ids=" ".join,
)
def test_a_full_disk_is_told_in_words(arguments: list[str]) -> None:
    with open("/dev/full", "wb") as full:
        ended = subprocess.run(
            [*process.WWC, *arguments],
            env=process.environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert ended.returncode == 1
    assert b"Cannot write the answer: " in ended.stderr
    assert b"Traceback" not in ended.stderr


def test_an_interrupt_ends_with_130_and_no_traceback(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    # A run in the background ignores interrupts, and so would all that it starts.
    heeding = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler);"
    call = f"{heeding} from wwc_cli.__main__ import main; main()"
    with subprocess.Popen(
        [process.WWC[0], "-c", call, "list-certified", "--output", str(pipe)],
        env=process.environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as waiting:
        # It waits for a reader that never comes; its cache tells that it is far enough.
        _wait_for(os.path.join(os.environ["WWC_HOME"], "cache", "catalogue.sqlite"))
        waiting.send_signal(signal.SIGINT)
        stdout, stderr = waiting.communicate(timeout=60)
    assert (waiting.returncode, stdout) == (130, b"")
    assert b"Traceback" not in stderr


def _wait_for(path: str) -> None:
    import time

    until = time.monotonic() + 30
    while not os.path.exists(path):
        assert time.monotonic() < until
        time.sleep(0.02)
    time.sleep(0.3)


def test_a_failure_has_the_exit_code_and_words_of_its_kind() -> None:
    ended = process.run("show", "Paris", "--json")
    assert (ended.returncode, ended.stdout) == (3, b"")
    assert json.loads(ended.stderr)["error"]["code"] == 3


@pytest.fixture(scope="module")
def warm(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A home that has its catalogue already."""
    home = str(tmp_path_factory.mktemp("warm"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WWC_HOME", home)
        assert process.run("list-certified").returncode == 0
    return home


COMMANDS = [
    *(["show", "Medellin", "--format", format_name] for format_name in FORMATS),
    ["compare", "medellin-co", "maipu-cl"],
    ["list-certified", "--country", "Colombia"],
    ["search", "embarazo adolescente Medellín", "--explain"],
]


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_every_format_and_command_can_be_written_in_every_encoding(
    arguments: list[str], encoding: str, warm: str
) -> None:
    ended = process.run(*arguments, PYTHONIOENCODING=encoding, WWC_HOME=warm)
    assert ended.returncode == 0
    assert b"Traceback" not in ended.stderr
    assert re.search(r"Medell(.|\\u00ed|&#237;)n", ended.stdout.decode(encoding))


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-16"])
@pytest.mark.parametrize("format_name", ["json", "jsonl"])
def test_json_has_the_right_accents_in_every_encoding(
    format_name: str, encoding: str, warm: str
) -> None:
    arguments = ["show", "medellin-co", "--format", format_name]
    ended = process.run(*arguments, PYTHONIOENCODING=encoding, WWC_HOME=warm)
    assert json.loads(ended.stdout.decode(encoding))["city"]["name"] == "Medellín"


def test_in_ascii_a_table_has_boxes_and_signs_of_ascii(warm: str) -> None:
    ended = process.run("show", "medellin-co", PYTHONIOENCODING="ascii", WWC_HOME=warm)
    shown = ended.stdout.decode("ascii")
    assert shown.startswith("Medellin, Antioquia, Colombia")
    assert "\n-----" in shown
    assert "  down 54%" in shown
    assert "?" not in shown


def test_a_remark_and_an_error_can_be_written_in_ascii(warm: str) -> None:
    remark = process.run("show", "Medelin", PYTHONIOENCODING="ascii", WWC_HOME=warm)
    assert remark.returncode == 0
    assert b"Took 'Medelin' for Medell" in remark.stderr
    error = process.run("show", "Bogotánia", PYTHONIOENCODING="ascii", WWC_HOME=warm)
    assert error.returncode == 3
    assert error.stderr.startswith(b"Error: No city is called 'Bogot")


PLAINEST = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


@pytest.mark.parametrize("locale", [{"LC_ALL": "C"}, PLAINEST], ids=["C", "C and no UTF-8"])
@pytest.mark.parametrize("format_name", ["table", "json", "csv"])
def test_the_plainest_locale_reads_the_store_and_shows_it(
    locale: dict[str, str | None], format_name: str
) -> None:
    ended = process.run("show", "medellin-co", "--format", format_name, **locale)
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert b"edell" in ended.stdout


@pytest.mark.parametrize(
    "locale",
    [
        {"LC_ALL": "C"},
        PLAINEST,
    ],
    ids=["C", "C and no UTF-8"],
)
def test_an_accent_can_be_typed_in_the_plainest_locale(locale: dict[str, str], warm: str) -> None:
    ended = process.run("show", "Medellín", WWC_HOME=warm, **locale)
    assert (ended.returncode, ended.stderr) == (0, b"")


def test_accents_in_a_file_do_not_depend_on_the_encoding_of_stdout(
    tmp_path: Path, warm: str
) -> None:
    path = tmp_path / "Bogotá.txt"
    ended = process.run(
        "show", "medellin-co", "--output", str(path), PYTHONIOENCODING="ascii", WWC_HOME=warm
    )
    assert (ended.returncode, ended.stdout) == (0, b"")
    assert path.read_text("utf-8").startswith("Medellín, Antioquia, Colombia")
