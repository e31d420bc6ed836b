"""What a command must not load: start-up time is kept by absence."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from tests import process
from tests.reliability import pages

if TYPE_CHECKING:
    from pathlib import Path

LOADED = """
import sys
try:
    from wwc_cli.__main__ import run
    run()
except SystemExit as end:
    assert not end.code, end.code
sys.stdout.flush()
print("\\n".join(sys.modules), file=sys.stderr)
"""
HEAVY = {
    *("rich", "tinydb", "thefuzz", "rapidfuzz", "markdown_it", "pygments"),
    *("jinja2", "markupsafe"),
    *("importlib.metadata", "importlib.resources", "dataclasses", "inspect", "typing_extensions"),
    *("pathlib", "logging", "asyncio", "http", "urllib.request", "ssl", "unittest"),
    *("selectolax", "filelock", "email"),
}


@pytest.fixture(scope="module")
def warm(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A home that has its catalogue already."""
    home = str(tmp_path_factory.mktemp("warm"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WWC_HOME", home)
        assert process.run("list-certified").returncode == 0
    return home


def loaded(*arguments: str, **environ: str) -> set[str]:
    """Return the modules that a call of `wwc` loads, beyond those that click brings."""
    ended = process.python("-c", LOADED, *arguments, **environ)
    assert ended.returncode == 0, ended.stderr.decode()
    assert ended.stdout
    return set(ended.stderr.decode().splitlines()) - click()


@cache
def click() -> set[str]:
    """Return the modules that click and Python bring."""
    return set(
        process.python("-c", "import click, sys; print(*sys.modules)").stdout.decode().split()
    )


def test_a_search_for_json_loads_nothing_heavy(warm: str) -> None:
    modules = loaded("search", "traffic safety", "--json", WWC_HOME=warm)
    assert "wwc_cli.core.search" in modules
    assert modules & HEAVY == set()


@pytest.mark.parametrize(
    "arguments",
    [
        ["search", "traffic", "--format", "csv"],
        ["search", "traffic", "--format", "plain"],
        ["search", "traffic", "--format", "markdown"],
        ["show", "newark-nj", "--json"],
        ["compare", "newark-nj", "las-condes-cl", "--json"],
        ["list-certified", "--json"],
        ["metrics", "--json"],
        ["metrics", "auto theft", "--format", "csv"],
        ["topics", "--by", "country", "--format", "plain"],
        ["stats", "--format", "markdown"],
        ["brief", "crime", "--json"],
        ["brief", "how did cities cut crime", "--format", "markdown"],
        ["cite", "newark-nj"],
        ["cite", "newark-nj", "--style", "csl-json", "--json"],
        ["cite", "--data", "--style", "bibtex"],
        ["peers", "newark-nj", "--json"],
        ["peers", "newark-nj", "--with-topic", "housing", "--json"],
        ["export", "--format", "jsonl"],
        ["export", "--format", "geojson"],
        ["export", "--format", "csv", "--table", "metrics"],
        ["about", "--json"],
        ["about", "datos abiertos", "--format", "plain"],
    ],
    ids=" ".join,
)
def test_what_is_not_drawn_loads_no_rich_and_a_warm_catalogue_no_tinydb(
    arguments: list[str], warm: str
) -> None:
    assert loaded(*arguments, WWC_HOME=warm) & HEAVY == set()


@pytest.mark.parametrize(
    "arguments", [["search", "traffic", "--json"], ["show", "newark-nj"], ["list-certified"]]
)
def test_what_about_needs_is_loaded_by_no_other_command(arguments: list[str], warm: str) -> None:
    own = {"wwc_cli.core.entries", "wwc_cli.core.about", "wwc_cli.core.programme"}
    modules = loaded(*arguments, WWC_HOME=warm)
    assert modules & {*own, "wwc_cli.views.citing", "wwc_cli.views.explanations"} == set()


def test_a_table_from_a_warm_catalogue_loads_rich_and_no_tinydb(warm: str) -> None:
    modules = loaded("search", "traffic safety", WWC_HOME=warm)
    assert "rich" in modules
    assert modules & {"tinydb", "thefuzz", "rapidfuzz", "importlib.resources"} == set()


def test_only_a_page_loads_what_makes_pages(warm: str) -> None:
    modules = loaded("search", "traffic safety", "--format", "html", WWC_HOME=warm)
    assert "jinja2" in modules
    assert modules & {"rich", "tinydb", "thefuzz", "rapidfuzz", "importlib.resources"} == set()
    assert "jinja2" not in loaded("search", "traffic safety", WWC_HOME=warm)


def test_making_the_catalogue_loads_tinydb_and_no_thefuzz(tmp_path: Path) -> None:
    modules = loaded("search", "traffic", "--json", WWC_HOME=str(tmp_path / "cold"))
    assert "tinydb" in modules
    assert modules & {"rich", "thefuzz", "rapidfuzz"} == set()


@pytest.mark.parametrize(
    "arguments", [["path"], ["path", "--json"], ["add", "--help"], ["--help"]], ids=" ".join
)
def test_what_reads_no_page_loads_nothing_that_reads_pages(arguments: list[str]) -> None:
    modules = loaded("library", *arguments)
    drawn = {"rich", "markdown_it", "pygments", "dataclasses", "inspect", "logging"}
    assert modules & (HEAVY - drawn) == set()


def test_looking_at_the_library_loads_neither_the_reader_of_pages_nor_the_lock(warm: str) -> None:
    for arguments in (["list", "--json"], ["check", "--json"]):
        modules = loaded("library", *arguments, WWC_HOME=warm)
        assert modules & {"selectolax", "filelock", "email", "rich", "thefuzz"} == set()


def test_a_warm_catalogue_with_a_library_is_read_alone(tmp_path: Path) -> None:
    home = tmp_path / "home"
    (page,) = pages.write(tmp_path / "pages", range(1))
    assert process.run("library", "add", str(page), WWC_HOME=str(home)).returncode == 0
    for arguments in (["search", "made-up page"], ["show", "newark-nj"], ["list-certified"]):
        process.run(*arguments, WWC_HOME=str(home))
        assert loaded(*arguments, "--json", WWC_HOME=str(home)) & HEAVY == set()


@pytest.mark.parametrize("arguments", [["--help"], [], ["--version"]], ids=" ".join)
def test_help_loads_neither_data_nor_commands(arguments: list[str]) -> None:
    modules = loaded(*arguments)
    assert modules & {*HEAVY, "sqlite3", "json"} == set()
    assert not [name for name in modules if name.startswith(("wwc_cli.core", "wwc_cli.views"))]
    assert not [name for name in modules if name.startswith("wwc_cli.commands.")]


@pytest.mark.parametrize(
    "arguments",
    [["help"], ["help", "names", "--format", "plain"], ["completion", "zsh"]],
    ids=" ".join,
)
def test_help_by_name_and_a_script_for_a_shell_load_no_data(arguments: list[str]) -> None:
    modules = loaded(*arguments)
    assert modules & {*HEAVY, "sqlite3", "wwc_cli.core.catalogue"} == set()


def test_completing_what_there_is_help_on_loads_neither_data_nor_commands() -> None:
    code = LOADED.replace("main()", "main(prog_name='wwc')")
    ended = process.python(
        "-c", code,
        _WWC_COMPLETE="bash_complete", COMP_WORDS="wwc help exi", COMP_CWORD="2",
    )  # fmt: skip
    assert ended.stdout == b"plain,exit-codes\n"
    modules = set(ended.stderr.decode().splitlines()) - click()
    assert modules & {*HEAVY, "sqlite3", "wwc_cli.core.catalogue"} == set()
    called = {name for name in modules if name.startswith("wwc_cli.commands.")}
    assert called == {"wwc_cli.commands.help"}


def test_the_help_of_a_command_loads_no_data() -> None:
    for arguments in (["search", "--help"], ["help", "search"]):
        modules = loaded(*arguments)
        assert "wwc_cli.commands.search" in modules
        assert modules & HEAVY == set()


def test_the_help_of_the_library_loads_no_data_and_none_of_what_reads_pages() -> None:
    for arguments in (["library"], ["library", "--help"], ["library", "add", "--help"]):
        modules = loaded(*arguments)
        assert "wwc_cli.commands.library" in modules
        assert modules & {*HEAVY, "sqlite3", "json", "selectolax", "filelock"} == set()
        assert not [name for name in modules if name.startswith(("wwc_cli.core", "wwc_cli.imp"))]


@pytest.mark.parametrize(
    "arguments",
    [["library", "list", "--json"], ["library", "path"], ["library", "check", "--json"]],
    ids=" ".join,
)
def test_reading_the_library_loads_nothing_of_what_writes_it(arguments: list[str]) -> None:
    writing = {"filelock", "selectolax", "wwc_cli.core.atomic_storage", "wwc_cli.importers.pages"}
    assert loaded(*arguments) & {*writing, "rich", "thefuzz"} == set()


def test_only_citing_the_store_loads_what_makes_a_checksum(warm: str) -> None:
    assert "hashlib" in loaded("cite", "--data", WWC_HOME=warm)
    for arguments in (["cite", "newark-nj"], ["cite", "--help"]):
        assert "hashlib" not in loaded(*arguments, WWC_HOME=warm)


def test_the_help_of_an_export_loads_no_data_and_other_commands_no_exporter(warm: str) -> None:
    modules = loaded("export", "--help")
    assert modules & {*HEAVY, "sqlite3", "json", "csv"} == set()
    for arguments in (["search", "traffic", "--json"], ["--help"]):
        assert not [m for m in loaded(*arguments, WWC_HOME=warm) if "export" in m or "extract" in m]


def test_completing_a_city_loads_nothing_heavy(warm: str) -> None:
    code = LOADED.replace("main()", "main(prog_name='wwc')")
    ended = process.python(
        "-c", code, WWC_HOME=warm,
        _WWC_COMPLETE="bash_complete", COMP_WORDS="wwc show newa", COMP_CWORD="2",
    )  # fmt: skip
    assert ended.stdout == b"plain,newark-nj\n"
    assert set(ended.stderr.decode().splitlines()) & HEAVY - click() == set()


def test_no_command_loads_what_could_reach_the_network(warm: str) -> None:
    for arguments in (["show", "newark"], ["search", "traffic"], ["list-certified"]):
        modules = loaded(*arguments, WWC_HOME=warm)
        assert modules & {"socket", "ssl", "http.client", "urllib.request"} == set()
    page = str(process.ROOT / "docs" / "examples" / "port-st-mary.html")
    modules = loaded("library", "add", page, WWC_HOME=warm)
    # Web archives are e-mail messages, and Python's own package for them names sockets.
    assert "email" in modules
    assert modules & {"ssl", "http.client", "urllib.request", "asyncio"} == set()
