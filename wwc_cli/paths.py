"""Where the store, the library and the cache are; nothing else in the package knows."""

from __future__ import annotations

import os

import click

HERE = os.path.dirname(os.path.abspath(__file__))


def store() -> str:
    """Return the folder of the bundled store: inside the wheel, or beside the package."""
    inside = os.path.join(HERE, "data")
    return inside if os.path.isdir(inside) else os.path.join(os.path.dirname(HERE), "data")


def home() -> str:
    """Return the user's folder: `WWC_HOME` if set, else the usual place of the platform."""
    return os.environ.get("WWC_HOME") or click.get_app_dir("wwc")


def library() -> str:
    """Return the path of the user's library file, which need not exist."""
    return os.path.join(home(), "library.json")


def cache() -> str:
    """Return the folder of what can be made again, which need not exist."""
    return os.path.join(home(), "cache")
