"""A page a city, and the index."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests import small_store
from tests.exporters.taking import of_store, taken
from tests.factories import make_city, make_story
from wwc_cli.core.profile import profile
from wwc_cli.exporters.pages import markdown, page_name
from wwc_cli.render import markdown as rendering
from wwc_cli.views import sheets

if TYPE_CHECKING:
    from pathlib import Path

    from wwc_cli.core.catalogue import Catalogue

LINK = re.compile(r"\]\(([^)]*)\)")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "pages"
    made.mkdir()
    return made


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_every_city_has_a_page_under_its_id(small: Catalogue, folder: Path) -> None:
    markdown(taken(small), str(folder))
    assert names(folder) == {"index.md", *(f"{city['id']}.md" for city in small_store.CITIES)}


def test_a_page_is_what_show_gives(small: Catalogue, folder: Path) -> None:
    markdown(taken(small, cities=["rochester-ny"]), str(folder))
    city = small.city("rochester-ny")
    assert city
    shown = rendering.render(sheets.city(profile(city, small), section=None).sheet())
    assert (folder / "rochester-ny.md").read_text("utf-8") == shown
    assert names(folder) == {"index.md", "rochester-ny.md"}


def test_the_index_leads_to_every_page(small: Catalogue, folder: Path) -> None:
    markdown(taken(small), str(folder))
    index = (folder / "index.md").read_text("utf-8")
    links = LINK.findall(index)
    assert len(links) == len(set(links)) == len(small_store.CITIES)
    assert {*links, "index.md"} == names(folder)
    assert index.startswith("# What Works Cities\n\n9 cities, 4 stories.\n\n| City |")
    assert "| [Alpha](alpha-nj.md) | New Jersey | gold | Safer Streets |\n" in index
    assert "| [Honored](honored-nj.md) | New Jersey |  |  |\n" in index


@pytest.mark.parametrize(
    "city_id",
    ["../../etc/passwd", "/etc/passwd", "..", "", "a b", "Alpha", "index", "a\nb", "x" * 300, "é"],
)
def test_an_id_that_is_none_names_no_file(city_id: str) -> None:
    name = page_name(city_id)
    assert re.fullmatch(r"city-[0-9a-f]{8}", name)
    assert page_name(city_id) == name


def test_no_text_of_a_record_leads_out_of_the_folder(tmp_path: Path, folder: Path) -> None:
    bad = [make_city("../../outside-nj", name="Out|side](x)"), make_city("index", name="Index")]
    story = make_story("index", headline="A | [B](javascript:alert(1))\n# C <script>")
    before = {path for path in tmp_path.iterdir() if path != tmp_path / "data"}
    markdown(of_store(tmp_path, cities=[*small_store.CITIES, *bad], stories=[story]), str(folder))
    assert len(names(folder)) == len(small_store.CITIES) + 3
    assert not (tmp_path.parent / "outside-nj.md").exists()
    assert {path for path in tmp_path.iterdir() if path.name not in {"data", "cache"}} == before
    index = (folder / "index.md").read_text("utf-8")
    assert {*LINK.findall(index.replace("\\]", "")), "index.md"} == names(folder)
    assert "<script>" not in index
    assert "\n# C" not in index
    rows = [line for line in index.splitlines() if line.startswith("| [")]
    assert {re.sub(r"\\.", "", row).count("|") for row in rows} == {5}
