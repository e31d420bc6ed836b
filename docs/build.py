"""Make the generated documentation: `python docs/build.py`; `--check` tells what is stale.

commands.md and man/*.1 come from the help, schema/*.json from the record types and closed lists,
the screenshots from real runs.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import types
import typing
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Union, get_args, get_origin

import click
import man_pages

from wwc_cli.cli import wwc
from wwc_cli.core import answers, library_records, records, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

DOCS = Path(__file__).resolve().parent
WIDTH = 80
# Name of a schema: its record type. All but `peer` are held by a table of the store.
TABLES: dict[str, type] = {
    "city": records.City,
    "story": records.Story,
    "certification": records.Certification,
    "source": records.Source,
    "topic": records.Topic,
    "peer": answers.Peer,
    "entry": records.Entry,
}
# What the commands of the library answer: `add` and `list` a list of these, the others one.
ANSWERS: dict[str, type] = {
    "library-add": library_records.Collected,
    "library-list": library_records.Held,
    "library-show": library_records.Holding,
    "library-check": library_records.Health,
}
SCHEMAS = {**TABLES, **ANSWERS}
SCREENSHOTS = {
    "search": ["search", "traffic safety", "--limit", "3"],
    "show": ["show", "Las Condes"],
    "compare": ["compare", "Newark", "Las Condes"],
    "list-certified": ["list-certified", "--level", "platinum"],
    "metrics": [
        *("metrics", "--theme", "crime", "--direction", "decrease", "--kind", "outcome"),
        *("--unit", "percent"),
    ],
    "topics": ["topics", "--by", "country"],
    "stats": ["stats"],
    "brief": ["brief", "traffic safety"],
    "cite": ["cite", "Newark", "Las Condes", "--style", "bibtex"],
    "peers": ["peers", "Port St. Lucie", "--limit", "3"],
    "export": ["export", "--format", "csv", "--table", "people", "--city", "newark-nj"],
    "about": ["about", "open data"],
    "library": ["library", "show", "port-st-mary-or"],
    "completion": ["completion", "fish"],
    "help": ["help", "names"],
}
# The page in the library of every screenshot, and when it is said to have been saved (Unix time).
PAGE = DOCS / "examples" / "port-st-mary.html"
SAVED = 1_768_910_400
_CLOSED: dict[tuple[str, str], tuple[str, ...]] = {
    ("Metric", "unit"): vocabulary.UNITS,
    ("Metric", "theme"): vocabulary.THEMES,
    ("Program", "kind"): vocabulary.PROGRAM_KINDS,
    ("Story", "practices"): vocabulary.PRACTICES,
    ("Entry", "practices"): vocabulary.PRACTICES,
}
_PATTERNS = {
    "id": r"^[a-z0-9]+(-[a-z0-9]+)*$",
    "country_code": r"^[A-Z]{2}$",
    "subdivision_code": r"^[A-Z]{2}$",
    "date": r"^\d{4}(-\d{2}(-\d{2})?)?$",
    "published": r"^\d{4}(-\d{2}(-\d{2})?)?$",
    "accessed": r"^\d{4}(-\d{2}(-\d{2})?)?$",
    "language": r"^[a-z]{2}$",
    "url": r"^https?://",
}


def commands() -> str:
    """Return commands.md: the help of every command."""
    root = click.Context(wwc, info_name="wwc", terminal_width=WIDTH, max_content_width=WIDTH)
    parts = [
        "# Commands",
        "",
        "Made from `wwc --help` and the help of each command by `python docs/build.py`.",
        "",
        *_shown(root),
    ]
    for context in _contexts(root):
        level = "#" * len(context.command_path.split())
        parts += [f"{level} {context.command_path}", "", *_shown(context)]
    return "\n".join(parts).rstrip() + "\n"


def _contexts(parent: click.Context) -> Iterator[click.Context]:
    """Yield the context of every command of a group, and after each group those in it."""
    group = parent.command
    assert isinstance(group, click.Group)  # noqa: S101 - as the callers see to
    for name in group.list_commands(parent):
        command = group.get_command(parent, name)
        assert command is not None, name  # noqa: S101 - listed, so there
        context = click.Context(
            command, info_name=name, parent=parent, terminal_width=WIDTH, max_content_width=WIDTH
        )
        yield context
        if isinstance(command, click.Group):
            yield from _contexts(context)


def _shown(context: click.Context) -> list[str]:
    return ["```text", context.command.get_help(context), "```", ""]


def schema(record: type) -> dict[str, Any]:
    """Return the JSON Schema of a record type."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **_of_record(record)}


def _of_record(record: type) -> dict[str, Any]:
    hints = typing.get_type_hints(record, localns=vars(records))
    return {
        "title": record.__name__,
        "description": (record.__doc__ or "").strip().split("\n")[0],
        "type": "object",
        "properties": {name: _of_field(record, name, hint) for name, hint in hints.items()},
        "required": list(hints),
        "additionalProperties": False,
    }


def _of_field(record: type, name: str, hint: Any) -> dict[str, Any]:
    made = _of_type(hint)
    if closed := _CLOSED.get((record.__name__, name)):
        if made["type"] == "array":
            made["items"] = {"enum": list(closed)}
        else:
            made = {"enum": [*closed, *([None] if "null" in made["type"] else [])]}
    elif pattern := _PATTERNS.get(name):
        made["pattern"] = pattern
    elif made["type"] == "string" or (made["type"] == ["string", "null"] and "enum" not in made):
        made["minLength"] = 1
    return made


def _of_type(hint: Any) -> dict[str, Any]:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Literal:
        return {"type": "string", "enum": list(arguments)}
    if origin in {Union, types.UnionType}:
        made = _of_type(next(each for each in arguments if each is not type(None)))
        made["type"] = [made["type"], "null"]
        if "enum" in made:
            made["enum"].append(None)
        return made
    if origin is list:
        return {"type": "array", "items": _of_type(arguments[0])}
    if typing.is_typeddict(hint):
        return _of_record(hint)
    return {"type": {str: "string", float: "number", int: "integer", bool: "boolean"}[hint]}


def screenshot(name: str, arguments: list[str]) -> str:
    """Return an SVG of what a command prints in a terminal 88 columns wide."""
    import io

    from rich.console import Console
    from rich.text import Text

    with tempfile.TemporaryDirectory() as home:
        shown = _printed(arguments, home)
    console = Console(record=True, width=88, file=io.StringIO(), force_terminal=True)
    console.print(Text.from_ansi(shown.rstrip("\n")))
    typed = " ".join(f'"{word}"' if " " in word else word for word in arguments)
    svg = console.export_svg(title=f"wwc {typed}", unique_id=f"wwc-{name}")
    # rich asks a font server for the font; the reader's own monospaced font does as well.
    return re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)


def _printed(arguments: list[str], home: str) -> str:
    """Return what a command prints with colors; one of the library, with a page in it."""
    if arguments[0] == "library":
        page = shutil.copy(PAGE, home)
        os.utime(page, (SAVED, SAVED))
        _run(["library", "add", page], home)
    return _run([*arguments, "--color", "always", "--width", "88"], home)


def _run(arguments: list[str], home: str) -> str:
    surroundings = {"WWC_HOME": home, "TERM": "xterm-256color", "COLORTERM": ""}
    return subprocess.run(
        [sys.executable, "-m", "wwc_cli", *arguments],
        env={**os.environ, **surroundings},
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    ).stdout


def build() -> dict[Path, str]:
    """Return every generated file with its text."""
    made = {DOCS / "commands.md": commands()}
    made |= {DOCS / "man" / name: text for name, text in man_pages.pages().items()}
    for name, record in SCHEMAS.items():
        text = json.dumps(schema(record), ensure_ascii=False, indent=2) + "\n"
        made[DOCS / "schema" / f"{name}.json"] = text
    for name, arguments in SCREENSHOTS.items():
        made[DOCS / "images" / f"{name}.svg"] = screenshot(name, arguments)
    return made


def main() -> int:
    """Write the files, or with `--check` name those that are not as they would be written."""
    stale = []
    for path, text in build().items():
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        stale.append(path)
        if "--check" not in sys.argv:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    for path in stale:
        print(f"{'stale' if '--check' in sys.argv else 'wrote'}: {path.relative_to(DOCS.parent)}")
    return int(bool(stale) and "--check" in sys.argv)


if __name__ == "__main__":
    sys.exit(main())
