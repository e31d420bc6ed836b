"""The pages for readers: their examples run, and their links lead somewhere."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from wwc_cli.core import subject, vocabulary
from wwc_cli.errors import ExitCode

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Answer

ROOT = Path(__file__).resolve().parent.parent.parent
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]
SHELL_BLOCK = re.compile(r"^ *```sh\n(.*?)^ *```$", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\]\(([^)\s]+)\)")
# A path of ours in backticks; names that stand for something else have no such beginning.
NAMED_PATH = re.compile(r"`((?:wwc_cli|tests|docs|data)/[\w./-]*\w)`")


def arguments(line: str) -> list[str] | None:
    """Return what an example hands to wwc, up to a pipe; `None` if it does more than that."""
    words = shlex.shlex(line, posix=True, punctuation_chars="|<>;&()")
    words.whitespace_split = True
    typed: list[str] = []
    for word in words:
        if word == "|":
            break
        if "$" in word or set(word) <= set("|<>;&()"):
            return None
        typed.append(word)
    return typed[1:]


EXAMPLES = {
    f"{page.name}: {line.strip()}": found
    for page in PAGES
    for block in SHELL_BLOCK.findall(page.read_text(encoding="utf-8"))
    for line in block.splitlines()
    if line.strip().startswith("wwc ") and (found := arguments(line.strip())) is not None
}
LINKS = {
    (page.relative_to(ROOT).as_posix(), link)
    for page in PAGES
    for link in LINK.findall(page.read_text(encoding="utf-8"))
    if not link.startswith(("http:", "https:"))
}


def anchors(page: Path) -> set[str]:
    """Return the anchors that GitHub gives the headings of *page*."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_the_readme_has_examples_and_screenshots() -> None:
    assert sum(name.startswith("README.md") for name in EXAMPLES) > 10
    assert sum(link.endswith(".svg") for _, link in LINKS) > 4


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_answers(example: str, wwc_in_a_folder: Callable[..., Answer]) -> None:
    result = wwc_in_a_folder(*EXAMPLES[example])
    assert result.exit_code == ExitCode.OK, result


@pytest.mark.parametrize(("page", "link"), sorted(LINKS))
def test_a_link_leads_to_a_file_and_a_heading(page: str, link: str) -> None:
    path, _, anchor = link.partition("#")
    target = (ROOT / page).parent / path if path else ROOT / page
    assert target.exists(), f"{page} links to {path}"
    assert not anchor or anchor in anchors(target), f"{path} has no heading {anchor}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_path_that_a_page_names_exists(page: Path) -> None:
    named = NAMED_PATH.findall(page.read_text(encoding="utf-8"))
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_scripting_says_which_themes_tell_of_a_topic() -> None:
    text = (ROOT / "docs" / "scripting.md").read_text(encoding="utf-8")
    for topic, themes in subject.THEMES.items():
        told = ", ".join(f"`{theme}`" for theme in themes) or "all"
        assert f"\n| `{topic}` | {told} |\n" in text


@pytest.mark.parametrize("name", ["UNITS", "THEMES", "PROGRAM_KINDS", "PRACTICES"])
def test_the_data_format_explains_every_word_of_a_closed_list(name: str) -> None:
    text = (ROOT / "docs" / "data-format.md").read_text(encoding="utf-8")
    assert [word for word in getattr(vocabulary, name) if f"`{word}`" not in text] == []
