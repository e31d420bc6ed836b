"""Where the store, the library and the cache are."""

from __future__ import annotations

import os
from pathlib import Path

import click
import pytest

from wwc_cli import paths


def test_wwc_home_is_the_users_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("WWC_HOME", str(tmp_path / "own"))
    assert paths.home() == str(tmp_path / "own")
    assert paths.library() == str(tmp_path / "own" / "library.json")
    assert paths.cache() == str(tmp_path / "own" / "cache")


@pytest.mark.parametrize("value", [None, ""])
def test_without_wwc_home_the_folder_is_the_usual_one(
    monkeypatch: pytest.MonkeyPatch, value: str | None
) -> None:
    monkeypatch.delenv("WWC_HOME")
    if value is not None:
        monkeypatch.setenv("WWC_HOME", value)
    usual = click.get_app_dir("wwc")
    assert paths.home() == usual
    assert paths.library() == os.path.join(usual, "library.json")
    assert paths.cache() == os.path.join(usual, "cache")


def test_wwc_home_is_looked_at_when_asked_and_not_on_import(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("one", "two"):
        monkeypatch.setenv("WWC_HOME", str(tmp_path / name))
        assert paths.home() == str(tmp_path / name)


def test_naming_a_place_does_not_make_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("WWC_HOME", str(tmp_path / "own"))
    paths.library()
    paths.cache()
    assert list(tmp_path.iterdir()) == []


def test_the_store_has_the_tables() -> None:
    assert {"cities.json", "stories.json"} <= {path.name for path in Path(paths.store()).iterdir()}


@pytest.mark.parametrize("inside", [True, False])
def test_the_store_lies_in_the_package_or_else_beside_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, *, inside: bool
) -> None:
    package = tmp_path / "wwc_cli"
    for folder in (tmp_path / "data", package / "data" if inside else package):
        folder.mkdir(parents=True)
    monkeypatch.setattr(paths, "HERE", str(package))
    assert paths.store() == str(package / "data" if inside else tmp_path / "data")
