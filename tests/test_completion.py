"""What Tab completes: commands, options, and the values that the catalogue knows."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.shell_completion import ShellComplete

from tests import process
from tests.factories import make_source, make_story
from wwc_cli import paths
from wwc_cli.cli import wwc as root
from wwc_cli.commands import COMMANDS
from wwc_cli.core.guide import TOPICS

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def small(store_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(paths, "store", lambda: str(store_folder))
    return store_folder


def completed(line: str) -> list[str]:
    """Return what Tab offers after *line*; its last word is the one that is being typed."""
    *words, incomplete = line.split(" ")
    completion = ShellComplete(root, {}, "wwc", "_WWC_COMPLETE")
    return [item.value for item in completion.get_completions(words, incomplete)]


def said(line: str) -> dict[str, str | None]:
    """Return what Tab offers with the help beside it."""
    *words, incomplete = line.split(" ")
    completion = ShellComplete(root, {}, "wwc", "_WWC_COMPLETE")
    return {item.value: item.help for item in completion.get_completions(words, incomplete)}


def test_commands_are_completed_with_their_help() -> None:
    assert list(said("")) == list(COMMANDS)
    assert said("show")["show"] == COMMANDS["show"]
    assert completed("s") == ["search", "show", "stats"]
    assert completed("list") == ["list-certified"]
    assert completed("he") == ["help"]


def test_options_are_completed() -> None:
    assert completed("--c") == ["--color"]
    assert completed("show --se") == ["--section"]
    assert {"--json", "--format", "--fields", "--output"} <= set(completed("compare --"))
    assert "--width" not in completed("show --")


@pytest.mark.parametrize(
    "command", ["show", "peers", "compare", "compare alpha-nj", "cite", "cite --style ris"]
)
def test_cities_are_completed_by_the_beginning_of_their_id(command: str) -> None:
    assert completed(f"{command} rochester") == ["rochester-mn", "rochester-ny"]
    assert completed(f"{command} rochester-n") == ["rochester-ny"]
    assert completed(f"{command} zz") == []


def test_a_city_is_offered_with_its_name_and_place() -> None:
    assert said("show mede") == {"medellin-co": "Medellín, Colombia"}


def test_a_city_is_completed_whatever_the_case() -> None:
    assert completed("show ROCHESTER-N") == ["rochester-ny"]


def test_without_a_beginning_all_cities_are_offered() -> None:
    assert len(completed("show ")) == 9


def test_what_can_be_asked_about_is_completed_with_its_term() -> None:
    assert completed("about open") == ["open-data", "open-portal"]
    assert said("about DM1") == {"dm1": "Sharing Data"}
    assert completed("about what is open") == ["open-data", "open-portal"]


def test_what_there_is_help_on_is_completed_with_its_title() -> None:
    assert completed("help ") == [*COMMANDS, *TOPICS]
    assert said("help exi") == {"exit-codes": TOPICS["exit-codes"]["title"]}
    assert completed("help EX") == ["export", "exit-codes"]
    assert completed("help search ") == []


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("completion ", ["bash", "zsh", "fish"]),
        ("search --topic ho", ["housing"]),
        ("search --topic ", ["health-and-wellbeing", "housing", "public-safety"]),
        ("peers --with-topic ho", ["housing"]),
        ("peers --weight t", ["topics=", "themes="]),
        ("search --theme t", ["traffic-safety"]),
        ("search --theme s", ["service-speed"]),
        ("search --country c", ["Chile", "Colombia"]),
        ("list-certified --country U", ["United States"]),
        ("search --state new", ["New Jersey", "New York"]),
        ("search --level ", ["silver", "gold", "platinum", "unstated"]),
        ("list-certified --level g", ["gold"]),
        ("list-certified --event m", ["moved-up"]),
        ("show --section me", ["metrics"]),
        ("metrics --theme t", ["traffic-safety"]),
        ("metrics --unit ", ["days", "percent"]),
        ("metrics --city rochester", ["rochester-mn", "rochester-ny"]),
        ("metrics --kind out", ["outcome", "output"]),
        ("metrics --direction n", ["none"]),
        ("metrics --sort p", ["period"]),
        ("topics --by l", ["level"]),
        ("topics --country c", ["Chile", "Colombia"]),
        ("show --format j", ["json", "jsonl"]),
        ("search --coverage b", ["brief"]),
        ("cite --style c", ["chicago", "csl-json"]),
        ("--color a", ["auto", "always"]),
        ("export --format s", ["sqlite"]),
        ("export --table story_", ["story_topics", "story_sources"]),
        ("export --topic ho", ["housing"]),
        ("export --city alp", ["alpha-nj"]),
        ("export --origin l", ["library"]),
    ],
)
def test_values_of_options_are_completed(line: str, offered: list[str]) -> None:
    assert completed(line) == offered


def test_a_topic_is_offered_with_its_name() -> None:
    assert said("search --topic ho") == {"housing": "Housing"}


@pytest.mark.parametrize("line", ["show ", "search --topic h", "search --country ", "compare a"])
def test_where_the_store_is_damaged_nothing_is_offered(
    line: str, small: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (small / "stories.json").write_text("{")
    assert completed(line) == []
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("line", ["show ", "search --topic h"])
def test_where_the_library_is_damaged_what_the_store_has_is_offered(
    line: str, home: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    whole = completed(line)
    story = {"id": "own", "city_id": "alpha-nj"}
    for damage in ("{", json.dumps({"stories": {"1": story}})):
        (home / "library.json").write_text(damage)
        assert completed(line) == whole != []
    assert capfd.readouterr() == ("", "")


def test_the_commands_of_the_library_are_completed() -> None:
    assert completed("library ") == ["add", "check", "list", "path", "remove", "show"]
    assert completed("library r") == ["remove"]
    assert completed("library add --da") == ["--date"]


@pytest.fixture
def own(home: Path) -> Path:
    """A library with two stories and an announcement."""
    stories = [make_story("alpha-nj", id=f"alpha-nj-{name}", headline=name) for name in "ab"]
    (home / "library.json").write_text(
        json.dumps(
            {
                "stories": dict(enumerate(stories, start=1)),
                "sources": {"1": make_source("announcement-2026-01-14", title="Three Cities")},
            }
        )
    )
    return home


@pytest.mark.parametrize("command", ["show", "remove", "remove alpha-nj-a"])
def test_pages_of_the_library_are_completed_by_the_beginning_of_their_id(
    command: str, own: Path
) -> None:
    pages = ["alpha-nj-a", "alpha-nj-b", "announcement-2026-01-14"]
    assert own.exists()
    assert completed(f"library {command} ") == pages
    assert completed(f"library {command} al") == pages[:2]
    assert completed(f"library {command} zz") == []


def test_a_page_is_offered_with_its_title(own: Path) -> None:
    assert own.exists()
    assert said("library show ann") == {"announcement-2026-01-14": "Three Cities"}


def test_where_the_library_is_damaged_no_page_is_offered(
    own: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (own / "library.json").write_text("{")
    assert completed("library show ") == []
    assert capfd.readouterr() == ("", "")


def bash(line: str, **environ: str) -> tuple[int, list[str], bytes]:
    """Return what bash is given for a line, as its completion script asks for it."""
    words = f"wwc {line}"
    at = str(len(words.split(" ")) - 1)
    ended = process.run(_WWC_COMPLETE="bash_complete", COMP_WORDS=words, COMP_CWORD=at, **environ)
    return ended.returncode, ended.stdout.decode().split(), ended.stderr


def test_bash_is_given_cities() -> None:
    assert bash("show newark") == (0, ["plain,newark-nj"], b"")


def test_bash_is_given_commands() -> None:
    assert bash("compa") == (0, ["plain,compare"], b"")


def test_bash_is_given_cities_and_no_warning_where_the_library_is_damaged(home: Path) -> None:
    (home / "library.json").write_text("{")
    assert bash("show newark") == (0, ["plain,newark-nj"], b"")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_its_script(shell: str) -> None:
    ended = process.python(
        "-c", "from wwc_cli.cli import main; main(prog_name='wwc')",
        _WWC_COMPLETE=f"{shell}_source",
    )  # fmt: skip
    assert ended.returncode == 0
    assert b"_WWC_COMPLETE=%s_complete" % shell.encode() in ended.stdout
