"""The store itself as a thing to cite, held against CITATION.cff and sha256sum."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.conftest import BUNDLED
from tests.process import ROOT
from wwc_cli import __version__
from wwc_cli.core import dataset
from wwc_cli.errors import DataError

if TYPE_CHECKING:
    from pathlib import Path

CFF = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
STORE = CFF.partition("references:")[2]


def said(name: str, text: str) -> list[str]:
    """Return the values of a field of CITATION.cff."""
    return [v.strip().strip('"') for v in re.findall(rf"^[ -]*{name}: (.*)$", text, re.MULTILINE)]


def test_the_store_is_cited_as_citation_cff_says() -> None:
    data = dataset.data_set(str(BUNDLED))
    assert [data["title"]] == said("title", STORE)
    assert data["authors"] == said("name", STORE)
    assert [data["version"], __version__] == said("version", STORE) * 2
    assert [data["license"]] == said("license", STORE)
    assert data["released"] == next(iter(said("date-released", CFF)), None)
    assert data["url"] == next(iter(said("repository-code", CFF)), None)


def test_a_release_that_the_changelog_calls_unreleased_has_no_date() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert (f"## {__version__} (unreleased)" in changelog) is (dataset.RELEASED is None)


def test_its_item_says_what_it_is_and_what_it_is_not() -> None:
    data = dataset.data_set(str(BUNDLED))
    item = data["item"]
    assert (item["id"], item["type"], item["version"]) == (data["key"], "dataset", __version__)
    assert item["author"] == [{"literal": "The wwc authors"}]
    assert item["note"] == (f"SHA-256 of the files: {data['sha256']}. Prose under CC BY 4.0.")
    assert "cite the source that its record names as well" in item["abstract"]


@pytest.mark.parametrize(
    ("name", "value", "field", "made"),
    [
        ("RELEASED", "2026-12-01", "issued", {"date-parts": [[2026, 12, 1]]}),
        ("URL", "https://example.org/wwc", "URL", "https://example.org/wwc"),
    ],
)
def test_a_date_and_an_address_are_there_once_they_are_known(
    name: str, value: str, field: str, made: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert field not in dataset.data_set(str(BUNDLED))["item"]
    monkeypatch.setattr(dataset, name, value)
    data = dataset.data_set(str(BUNDLED))
    assert dict(data["item"])[field] == made
    assert value in {data["released"], data["url"]}


@pytest.mark.skipif(not shutil.which("sha256sum"), reason="this system has no sha256sum")
def test_the_checksum_is_what_the_line_in_the_docs_prints() -> None:
    line = "cat data/*.json | sha256sum"
    assert line in (ROOT / "docs" / "scripting.md").read_text(encoding="utf-8")
    shell = ["sh", "-c", line]
    printed = subprocess.run(shell, cwd=ROOT, capture_output=True, check=True, text=True).stdout
    assert printed.split()[0] == dataset.checksum(str(BUNDLED))


def test_the_checksum_is_of_the_json_files_in_order_of_name(tmp_path: Path) -> None:
    for name, text in (("b.json", "B"), ("a.json", "A"), ("c.txt", "C"), ("a.json.tmp", "D")):
        (tmp_path / name).write_text(text)
    assert dataset.checksum(str(tmp_path)) == hashlib.sha256(b"AB").hexdigest()


def test_any_change_of_the_store_changes_it(store_folder: Path) -> None:
    before = dataset.checksum(str(store_folder))
    (store_folder / "topics.json").write_text("{}")
    assert dataset.checksum(str(store_folder)) != before


def test_a_store_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="nowhere"):
        dataset.checksum(str(tmp_path / "nowhere"))
    (tmp_path / "a.json").mkdir()
    with pytest.raises(DataError, match=r"a\.json"):
        dataset.checksum(str(tmp_path))
