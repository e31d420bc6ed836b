"""What a command must not load: start-up time is kept by absence."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from tests import process

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


@pytest.mark.parametrize("arguments", [["--help"], [], ["--version"]], ids=" ".join)
def test_help_loads_neither_data_nor_commands(arguments: list[str]) -> None:
    modules = loaded(*arguments)
    assert modules & {*HEAVY, "sqlite3", "json"} == set()
    assert not [name for name in modules if name.startswith(("wwc_cli.core", "wwc_cli.views"))]
    assert not [name for name in modules if name.startswith("wwc_cli.commands.")]


def test_the_help_of_a_command_loads_no_data() -> None:
    modules = loaded("search", "--help")
    assert "wwc_cli.commands.search" in modules
    assert modules & HEAVY == set()


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
