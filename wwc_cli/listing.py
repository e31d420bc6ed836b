"""Names in groups, a line each: how `wwc --help` lists commands, and `wwc help` topics."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    import click

# Columns that the name of a group and a name take, so that several lists line up.
_GROUP = 7
_NAME = 14


def write(formatter: click.HelpFormatter, groups: Mapping[str, Mapping[str, str]]) -> None:
    """Write *groups* of names with what is said of each; a group is named before its first."""
    rows = []
    for group, names in groups.items():
        for name, said in names.items():
            label = group if name == next(iter(names)) else ""
            rows.append((f"{label:<{_GROUP}}{name:<{_NAME}}", said))
    formatter.write_dl(rows)
