"""Where text goes: terminals, pipes and files, in any encoding."""

from __future__ import annotations

import io
import os
import re
import sys
from typing import TYPE_CHECKING

import pytest

from tests import process
from tests.screens import PAGE, widest
from wwc_cli.errors import WwcError
from wwc_cli.render import stream

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any

SGR = re.compile(r"\x1b\[[\d;]*m")


class Stdout(io.TextIOWrapper):
    """A stdout of any encoding, terminal or pipe."""

    def __init__(self, *, encoding: str = "utf-8", is_terminal: bool = False) -> None:
        super().__init__(io.BytesIO(), encoding=encoding)
        self._is_terminal = is_terminal

    def isatty(self) -> bool:
        return self._is_terminal

    @property
    def written(self) -> bytes:
        self.flush()
        assert isinstance(self.buffer, io.BytesIO)
        return self.buffer.getvalue()


@pytest.fixture
def stdout(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Stdout]:
    """Put a stdout of the wanted kind in place, when it is called."""

    def put(**kind: Any) -> Stdout:
        made = Stdout(**kind)
        monkeypatch.setattr(sys, "stdout", made)
        return made

    return put


@pytest.mark.parametrize("is_terminal", [False, True], ids=["pipe", "terminal"])
@pytest.mark.parametrize(
    ("color", "environ", "in_pipe", "on_terminal"),
    [
        ("auto", {}, (False, False), (True, True)),
        ("auto", {"NO_COLOR": "1"}, (False, False), (True, False)),
        ("auto", {"NO_COLOR": ""}, (False, False), (True, True)),
        ("auto", {"FORCE_COLOR": "1"}, (True, True), (True, True)),
        ("auto", {"FORCE_COLOR": "1", "NO_COLOR": "1"}, (True, False), (True, False)),
        ("auto", {"TERM": "dumb"}, (False, False), (False, False)),
        ("always", {}, (True, True), (True, True)),
        ("always", {"NO_COLOR": "1"}, (True, True), (True, True)),
        ("never", {"FORCE_COLOR": "1"}, (False, False), (False, False)),
    ],
)
def test_styles_and_colors_follow_option_then_environment_then_terminal(  # noqa: PLR0917 - pytest fills them in
    stdout: Callable[..., Stdout],
    is_terminal: bool,
    color: str,
    environ: dict[str, str],
    in_pipe: tuple[bool, bool],
    on_terminal: tuple[bool, bool],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    stdout(is_terminal=is_terminal)
    page = stream.page(color=color, width=None)
    assert (page.styled, page.colored) == (on_terminal if is_terminal else in_pipe)
    assert page.is_terminal is is_terminal


@pytest.mark.parametrize(
    ("columns", "width", "expected"),
    [("72", None, 72), ("72", 90, 90), ("5", None, 20), ("wide", None, 100), (None, None, 100)],
)
def test_the_width_in_a_pipe(
    stdout: Callable[..., Stdout],
    columns: str | None,
    width: int | None,
    expected: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stdout()
    if columns is None:
        monkeypatch.delenv("COLUMNS")
    else:
        monkeypatch.setenv("COLUMNS", columns)
    assert stream.page(color="auto", width=width).width == expected


@pytest.mark.parametrize(
    ("encoding", "unicode"),
    [("utf-8", True), ("utf-16", True), ("ascii", False), ("latin-1", False), ("cp1252", False)],
)
def test_a_page_knows_whether_it_has_all_characters(
    stdout: Callable[..., Stdout], encoding: str, unicode: bool
) -> None:
    stdout(encoding=encoding)
    assert stream.page(color="auto", width=None).unicode is unicode


@pytest.mark.parametrize(
    ("encoding", "written"),
    [
        ("utf-8", "Río “Ñ” 5 → 3 · × 数"),
        ("latin-1", 'Río "Ñ" 5 -> 3 · × ?'),
        ("ascii", 'Rio "N" 5 -> 3 - x ?'),
        ("cp1252", "Río “Ñ” 5 -> 3 · × ?"),
    ],
)
def test_what_an_encoding_lacks_is_spelled(
    stdout: Callable[..., Stdout], encoding: str, written: str
) -> None:
    made = stdout(encoding=encoding)
    page = stream.page(color="auto", width=None)
    stream.write("Río “Ñ” 5 → 3 · × 数", page, may_page=False)
    assert made.written == written.encode(encoding)


def test_a_note_goes_to_stderr_in_any_encoding(monkeypatch: pytest.MonkeyPatch) -> None:
    stderr = Stdout(encoding="ascii")
    monkeypatch.setattr(sys, "stderr", stderr)
    stream.note("Took 'Medelin' for Medellín.")
    assert stderr.written == b"Took 'Medelin' for Medell?n.\n"


@pytest.mark.parametrize(("for_spreadsheet", "mark"), [(True, b"\xef\xbb\xbf"), (False, b"")])
def test_a_spreadsheet_gets_a_byte_order_mark(
    for_spreadsheet: bool, mark: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "out"
    stream.write_file("Río\n", str(path), for_spreadsheet=for_spreadsheet)
    assert path.read_bytes() == mark + "Río\n".encode()
    assert capsys.readouterr() == ("", f"Wrote {path}.\n")


def test_a_file_is_replaced_whole_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "out"
    path.write_text("a much longer text than the one that comes after it")
    stream.write_file("short\n", str(path), for_spreadsheet=False)
    assert path.read_text() == "short\n"
    assert os.listdir(tmp_path) == ["out"]


def test_a_file_that_cannot_be_replaced_stays_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "out"
    path.write_text("before")

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(WwcError) as caught:
        stream.write_file("after", str(path), for_spreadsheet=False)
    assert caught.value.message == f"Cannot write {path}: No space left on device."
    assert caught.value.code == 1
    assert path.read_text() == "before"
    assert os.listdir(tmp_path) == ["out"]


def test_a_link_to_a_file_is_written_through(tmp_path: Path) -> None:
    path, link = tmp_path / "out", tmp_path / "link"
    path.write_text("before")
    link.symlink_to(path)
    stream.write_file("after", str(link), for_spreadsheet=False)
    assert path.read_text() == "after"


def test_a_device_is_written_to_and_not_replaced() -> None:
    stream.write_file("gone\n", os.devnull, for_spreadsheet=False)
    assert not os.path.isfile(os.devnull)


def test_the_page_of_a_file_has_no_styles_and_all_characters() -> None:
    page = PAGE.replaced(styled=True, colored=True, is_terminal=True, unicode=False).for_file()
    assert page == PAGE


def test_on_a_terminal_a_table_fills_its_columns() -> None:
    code, shown = process.on_a_terminal("show", "newark", columns=60)
    assert code == 0
    assert "\x1b[1m" in shown
    assert 55 < widest(SGR.sub("", shown)) <= 60


def test_on_a_terminal_json_is_set_out_in_lines() -> None:
    code, shown = process.on_a_terminal("list-certified", "--country", "Chile", "--json")
    assert code == 0
    assert shown.startswith('[\n  {\n    "city_id": "')


@pytest.mark.parametrize(
    ("lines", "arguments", "is_paged"),
    [
        (10, [], True),
        (500, [], False),
        (10, ["--format", "plain"], False),
        (10, ["--json"], False),
    ],
)
def test_a_table_that_does_not_fit_the_terminal_goes_through_the_pager(
    lines: int, arguments: list[str], is_paged: bool
) -> None:
    code, shown = process.on_a_terminal(
        "show", "newark", *arguments, lines=lines, PAGER="sed s/^/paged:/"
    )
    assert code == 0
    assert "Peace Collective" in shown
    assert ("\npaged:" in shown) == is_paged


def test_what_fits_the_terminal_is_not_paged() -> None:
    code, shown = process.on_a_terminal("search", "zzqqzz", lines=24, PAGER="sed s/^/paged:/")
    assert code == 0
    assert "No story found" in shown
    assert "paged:" not in shown
