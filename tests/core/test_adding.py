"""Adding saved pages, from files to the library."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.reliability import pages
from wwc_cli.core import adding, library
from wwc_cli.core.collecting import NOTHING
from wwc_cli.errors import DataError, WwcError

if TYPE_CHECKING:
    from pathlib import Path

    from wwc_cli.core.library_records import Collected

DATA = str(pages.DATA)


def add(home: Path, *paths: Path | str, **changes: Any) -> list[Collected]:
    given: dict[str, Any] = {
        "store_folder": DATA,
        "library_path": str(home / "library.json"),
        "date": None,
        "is_dry": False,
        "stdin": io.BytesIO(),
        "on_progress": lambda _done, _total: None,
    }
    return adding.add([str(path) for path in paths], **given | changes)


def headlines(home: Path) -> list[str]:
    return [story["headline"] for story in library.read(str(home / "library.json"))["stories"]]


def test_what_is_in_files_and_folders_is_stored_in_one_write(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    changes: list[str] = []
    change = library.change

    def counted(path: str, changed: Any) -> None:
        changes.append(path)
        change(path, changed)

    monkeypatch.setattr(library, "change", counted)
    pages.write(tmp_path / "pages", range(3))
    (html,) = pages.write(tmp_path, range(3, 4), html=True)
    reports = add(home, tmp_path / "pages", html)
    assert [each["stories"][0]["status"] for each in reports] == ["new"] * 4
    assert headlines(home) == [pages.headline(number) for number in range(4)]
    assert len(changes) == 1
    assert not (home / "library.json.bak").exists()


def test_progress_is_told_file_by_file(home: Path, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    files = pages.write(tmp_path, range(2))
    add(home, *files, on_progress=lambda done, total: told.append((done, total)))
    assert told == [(1, 2), (2, 2)]


def test_a_page_is_read_from_what_is_piped_in(home: Path) -> None:
    add(home, "-", stdin=io.BytesIO(pages.as_text(1).encode()))
    assert headlines(home) == [pages.headline(1)]


def test_adding_again_leaves_the_file_as_it_is(home: Path, tmp_path: Path) -> None:
    files = pages.write(tmp_path, range(3))
    add(home, *files)
    path = home / "library.json"
    before = (path.read_bytes(), path.stat().st_mtime_ns, path.stat().st_ino)
    reports = add(home, *files)
    assert {each["stories"][0]["status"] for each in reports} == {"unchanged"}
    assert (path.read_bytes(), path.stat().st_mtime_ns, path.stat().st_ino) == before


def test_a_dry_run_says_the_same_and_stores_nothing(home: Path, tmp_path: Path) -> None:
    files = pages.write(tmp_path, range(2))
    dry = add(home, *files, is_dry=True)
    assert list(home.iterdir()) == []
    assert dry == add(home, *files)
    assert {
        each["stories"][0]["status"] for each in add(home, *files, is_dry=True)
    } == {"unchanged"}  # fmt: skip


def test_where_nothing_is_found_nothing_is_made(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Nothing of a story stands here.")
    with pytest.raises(WwcError) as caught:
        add(home, path)
    assert caught.value.message == f"{path}: {NOTHING}."
    assert list(home.iterdir()) == []


def test_an_empty_folder_is_told(home: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(WwcError, match=f"There is no page in {tmp_path}/empty.") as caught:
        add(home, tmp_path / "empty")
    assert "html, htm" in str(caught.value.hint)


def test_the_good_files_are_stored_and_the_bad_ones_named(home: Path, tmp_path: Path) -> None:
    (good,) = pages.write(tmp_path, range(1))
    gone, notes = tmp_path / "gone.html", tmp_path / "notes.txt"
    notes.write_text("Nothing of a story.")
    reports = add(home, gone, good, notes)
    assert headlines(home) == [pages.headline(0)]
    assert adding.without_a_page(reports) == [f"{notes}: {NOTHING}."]
    with pytest.raises(WwcError) as caught:
        adding.check_complete(reports)
    assert caught.value.message == (
        f"{gone} was not stored: it cannot be read: No such file or directory."
    )
    assert caught.value.hint == "2 other files could be read."


def test_all_went_well_where_there_was_only_nothing_to_find(home: Path, tmp_path: Path) -> None:
    (good,) = pages.write(tmp_path, range(1))
    notes = tmp_path / "notes.txt"
    notes.write_text("Nothing of a story.")
    adding.check_complete(add(home, good, notes))


def test_a_damaged_library_is_not_added_to(home: Path, tmp_path: Path) -> None:
    path = home / "library.json"
    path.write_text("{")
    for is_dry in (True, False):
        with pytest.raises(DataError):
            add(home, *pages.write(tmp_path, range(1)), is_dry=is_dry)
    assert path.read_text() == "{"


def test_an_announcement_gives_its_events_on_the_date_that_is_said(
    home: Path, tmp_path: Path
) -> None:
    path = tmp_path / "news.txt"
    path.write_text(
        "Cities are honored\n\nThese cities achieved Silver Certification:\n\n"
        "- Newark, New Jersey\n- Brandnew, Ohio\n"
    )
    (report,) = add(home, path, date="2027-01-14")
    assert [
        (each["city_id"], each["date"], each["level"], each["status"])
        for each in report["certifications"]
    ] == [
        ("newark-nj", "2027-01-14", "silver", "new"),
        ("brandnew-oh", "2027-01-14", "silver", "new"),
    ]
    held = json.loads((home / "library.json").read_text())
    assert [city["id"] for city in held["cities"].values()] == ["brandnew-oh"]
    with pytest.raises(WwcError, match="--date"):
        add(home, path)  # two events of a day are too few to tell it
