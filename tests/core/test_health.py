"""Whether the library can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.core import stores
from tests.factories import make_city, make_event, make_source, make_story
from wwc_cli.core import health
from wwc_cli.errors import DataError

if TYPE_CHECKING:
    from pathlib import Path

NOTHING = {"stories": 0, "certifications": 0, "cities": 0, "sources": 0}


def test_a_library_that_is_not_there_is_well(tmp_path: Path, store_folder: Path) -> None:
    path = str(tmp_path / "library.json")
    assert health.check(path, store_folder=str(store_folder)) == {
        "path": path,
        "exists": False,
        **NOTHING,
        "previous": None,
    }


@pytest.mark.parametrize(("before", "said"), [("{}", "good"), ("[", "damaged")])
def test_a_good_library_is_counted(
    tmp_path: Path, store_folder: Path, before: str, said: str
) -> None:
    path = tmp_path / "library.json"
    stores.write_library(
        path,
        cities=[make_city("own-nj")],
        stories=[make_story("own-nj"), make_story(id="mine")],
        certifications=[make_event()],
        sources=[make_source()],
    )
    (tmp_path / "library.json.bak").write_text(before)
    assert health.check(str(path), store_folder=str(store_folder)) == {
        "path": str(path),
        "exists": True,
        "stories": 2,
        "certifications": 1,
        "cities": 1,
        "sources": 1,
        "previous": said,
    }


@pytest.mark.parametrize("story", [{"id": "mine"}, make_story("atlantis-nj")])
def test_a_damaged_library_is_an_error_with_the_way_back(
    tmp_path: Path, store_folder: Path, story: object
) -> None:
    path = tmp_path / "library.json"
    stores.write_library(path, stories=[story])
    (tmp_path / "library.json.bak").write_text("{}")
    with pytest.raises(DataError) as caught:
        health.check(str(path), store_folder=str(store_folder))
    assert caught.value.hint
    assert f"To go back to the version before: cp {path}.bak {path}" in caught.value.hint
