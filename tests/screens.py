"""Whole screens held against files in tests/golden/; WWC_UPDATE_GOLDEN=1 writes them anew."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wwc_cli.render import markdown, plain, table
from wwc_cli.render.stream import Page

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wwc_cli.views.model import Answer

GOLDEN = Path(__file__).resolve().parent / "golden"
PAGE = Page(width=80, styled=False, colored=False, is_terminal=False, unicode=True)


def page(width: int = 80, **changes: Any) -> Page:
    """Return the page of a pipe, without styles, with *changes*."""
    return PAGE.replaced(width=width, **changes)


def drawn(answer: Answer, width: int = 80, **changes: Any) -> str:
    """Return an answer as `--format table` shows it."""
    return table.render(answer.sheet(), page(width, **changes))


def held(name: str, screen: str) -> None:
    """Hold a whole screen against its golden file."""
    path = GOLDEN / f"{name}.txt"
    if os.environ.get("WWC_UPDATE_GOLDEN") == "1":
        path.write_text(screen, encoding="utf-8", newline="\n")
    assert screen == path.read_text(encoding="utf-8"), f"{path} is to be {screen}"


def in_each_format(answer: Answer) -> dict[str, str]:
    """Return an answer in every format for people."""
    return {
        "table": drawn(answer),
        "plain": plain.render(answer.sheet()),
        "markdown": markdown.render(answer.sheet()),
    }


def widest(screen: str) -> int:
    """Return the columns that the widest line takes on a terminal."""
    from rich.cells import cell_len

    return max(map(cell_len, screen.splitlines()), default=0)


def missing(words: Iterable[str], screen: str) -> list[str]:
    """Return those of *words* that do not stand whole on a screen, as often as they are given."""
    return sorted((Counter(words) - Counter(screen.split())).elements())
