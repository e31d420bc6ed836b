"""wwc library, and what the other commands make of it."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import pytest

from tests import process, saved_pages
from tests.factories import make_story

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Answer

    Wwc = Callable[..., Answer]

COMMANDS = ["add", "check", "list", "path", "remove", "show"]
STORY = "alpha-nj-street"  # the city has a story in the store, which has its id
ANNOUNCEMENT = "announcement-2026-01-14"
DATED = ("--date", "2026-01-14")
COLLECTED_STORY = {
    "id": STORY,
    "city_id": "alpha-nj",
    "city": "Alpha",
    "headline": "A Street for Walking",
    "metrics": 2,
    "quotes": 2,
    "status": "new",
}
COLLECTED_EVENT = {
    "city_id": "port-st-mary-fl",
    "city": "Port St. Mary",
    "date": "2026-01-14",
    "level": "silver",
    "event": "certified",
    "status": "new",
}
HELD = {
    "id": STORY,
    "kind": "story",
    "city_id": "alpha-nj",
    "city": "Alpha",
    "title": "A Street for Walking",
    "metrics": 2,
    "quotes": 2,
    "certifications": 0,
    "accessed": saved_pages.SAVED,
    "is_bundled": False,
}
HELD_ANNOUNCEMENT = {
    "id": ANNOUNCEMENT,
    "kind": "announcement",
    "city_id": None,
    "city": None,
    "title": "Three more cities are certified for how they use data",
    "metrics": 0,
    "quotes": 0,
    "certifications": 3,
    "accessed": saved_pages.SAVED,
    "is_bundled": False,
}
SOURCE = {
    "id": f"library-{STORY}",
    "publisher": "What Works Cities",
    "title": "A Street for Walking",
    "url": None,
    "published": None,
    "accessed": saved_pages.SAVED,
    "language": "en",
    "note": "Read from a page saved as street.html.",
}
QUOTES = [
    {
        "text": "We asked the neighbors first, and then we asked them again.",
        "speaker": "Ana Pérez",
        "role": "Mayor",
    },
    {
        "text": "It is quiet enough to hear the fountain.",
        "speaker": "Tom Ives",
        "role": "Harbor Shop Owners",
    },
]


@pytest.fixture
def street(tmp_path: Path) -> str:
    return saved_pages.write(tmp_path, "street.html", saved_pages.story())


@pytest.fixture
def announcement(tmp_path: Path) -> str:
    return saved_pages.write(tmp_path, "news.txt", saved_pages.ANNOUNCEMENT)


@pytest.fixture
def letter(tmp_path: Path) -> str:
    return saved_pages.write(tmp_path, "letter.txt", saved_pages.NOTHING)


@pytest.fixture
def filled(wwc_small: Wwc, street: str, announcement: str) -> Wwc:
    """Run a command where the library holds a story and an announcement."""
    assert wwc_small("library", "add", street, announcement, *DATED).exit_code == 0
    return wwc_small


def items(record: Any) -> list[tuple[str, Any]]:
    """Return the keys of a record in their order, with what stands under them."""
    return list(record.items())


# The group


def test_alone_it_shows_its_help(wwc_small: Wwc) -> None:
    result = wwc_small("library")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == wwc_small("library", "--help").stdout
    for name in COMMANDS:
        assert f"\n  {name} " in result.stdout


def test_the_help_of_the_group_cuts_no_line(wwc_small: Wwc) -> None:
    listed = wwc_small("library", "--help").stdout.partition("Commands:\n")[2].splitlines()
    assert [line.split()[0] for line in listed] == COMMANDS
    assert all(line.endswith(".") and not line.endswith("...") for line in listed)


@pytest.mark.parametrize(
    ("typed", "near"), [("lst", "list"), ("rem", "remove"), ("ADD", "add"), ("chekc", "check")]
)
def test_a_near_command_is_told(typed: str, near: str, wwc_small: Wwc) -> None:
    result = wwc_small("library", typed)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        f"Error: There is no command 'library {typed}'.\nDid you mean wwc library {near}?\n"
    )
    assert wwc_small("library", typed, "--json").error["suggestions"] == [near]


@pytest.mark.parametrize("typed", ["zzz", ""])
def test_a_command_that_is_near_none_is_answered_with_the_help(typed: str, wwc_small: Wwc) -> None:
    result = wwc_small("library", typed)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.endswith("\nAll commands: wwc library --help\n")


@pytest.mark.parametrize("name", ["add", "show", "remove"])
def test_what_needs_an_argument_says_so(name: str, wwc_small: Wwc) -> None:
    result = wwc_small("library", name)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("Error: Missing argument '")
    assert result.stderr.endswith(f"\nHelp: wwc library {name} --help\n")


# add


def test_in_a_pipe_add_prints_the_ids_of_the_stories(wwc_small: Wwc, street: str) -> None:
    result = wwc_small("library", "add", street)
    assert (result.exit_code, result.stdout, result.stderr) == (0, f"{STORY}\n", "")


def test_in_a_pipe_certifications_are_told_on_stderr(wwc_small: Wwc, announcement: str) -> None:
    result = wwc_small("library", "add", announcement, *DATED)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "3 certifications (3 new).\n"


def test_the_json_of_add_is_as_promised(
    wwc_small: Wwc, street: str, announcement: str, letter: str
) -> None:
    result = wwc_small("library", "add", street, announcement, letter, *DATED, "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    story, events, nothing = result.json
    assert items(story) == items(
        {"file": street, "stories": [COLLECTED_STORY], "certifications": [], "problem": None}
    )
    assert items(story["stories"][0]) == items(COLLECTED_STORY)
    assert list(events) == ["file", "stories", "certifications", "problem"]
    assert items(events["certifications"][0]) == items(COLLECTED_EVENT)
    assert [(e["city_id"], e["event"], e["level"]) for e in events["certifications"]] == [
        ("port-st-mary-fl", "certified", "silver"),
        ("omega-or", "certified", "silver"),
        ("rochester-ny", "recertified", None),
    ]
    assert items(nothing) == items(
        {
            "file": letter,
            "stories": [],
            "certifications": [],
            "problem": "no story or certification found; nothing stored",
        }
    )


def test_one_page_is_told_in_a_sentence(wwc_small: Wwc, street: str) -> None:
    shown = wwc_small("library", "add", street, "--format", "table", "--width", "200").stdout
    assert shown == (
        f"Added Alpha: A Street for Walking ({STORY}), with 2 figures and 2 quotes.\n\n"
        f"To see what was read: wwc library show {STORY}\n"
    )


def test_a_page_added_again_changes_nothing(wwc_small: Wwc, street: str, home: Path) -> None:
    wwc_small("library", "add", street)
    before = (home / "library.json").read_bytes()
    result = wwc_small("library", "add", street, "--json")
    assert (result.exit_code, result.json[0]["stories"][0]["status"]) == (0, "unchanged")
    assert (home / "library.json").read_bytes() == before


def test_a_page_that_has_changed_is_updated(wwc_small: Wwc, street: str, tmp_path: Path) -> None:
    wwc_small("library", "add", street)
    saved_pages.write(tmp_path, "street.html", saved_pages.story(extra="It is now for good."))
    (report,) = wwc_small("library", "add", street, "--json").json
    assert report["stories"] == [{**COLLECTED_STORY, "status": "updated"}]


def test_a_story_that_stands_in_two_files_is_told_once(
    wwc_small: Wwc, street: str, tmp_path: Path
) -> None:
    again = saved_pages.write(tmp_path, "again.html", saved_pages.story())
    first, second = wwc_small("library", "add", street, again, street, "--json").json
    assert [report["stories"][0]["status"] for report in (first, second)] == ["new", "repeated"]
    assert wwc_small("library", "add", street, again).stdout == f"{STORY}\n"


def test_a_dry_run_stores_nothing_and_says_so(wwc_small: Wwc, street: str, home: Path) -> None:
    result = wwc_small("library", "add", street, "--dry-run")
    assert (result.exit_code, result.stdout) == (0, f"{STORY}\n")
    assert result.stderr == "1 story (1 new). Nothing was stored: this was a dry run.\n"
    assert list(home.iterdir()) == []
    shown = wwc_small("library", "add", street, "--dry-run", "--format", "plain").stdout
    assert shown.startswith("Would add Alpha: A Street for Walking (")


def test_of_a_folder_the_pages_are_read(wwc_small: Wwc, tmp_path: Path) -> None:
    folder = tmp_path / "saved"
    for name in ("b.html", "a b.htm", "deeper/c.txt"):
        saved_pages.write(folder, name, saved_pages.story(headline=f"Story {name[-6:-4]} of it"))
    saved_pages.write(folder, "picture.png", "not read")
    result = wwc_small("library", "add", str(folder), "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    assert [report["file"] for report in result.json] == [
        str(folder / name) for name in ("a b.htm", "b.html", "deeper/c.txt")
    ]


def test_what_is_piped_in_is_read(wwc_small: Wwc) -> None:
    result = wwc_small("library", "add", "-", "--json", input=saved_pages.story())
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.json[0]["file"] == "-"
    page = wwc_small("library", "show", STORY, "--json").json
    assert page["sources"][0]["note"] == "Read from what was piped in."


def test_the_other_files_are_stored_where_one_cannot_be_read(
    wwc_small: Wwc, street: str, tmp_path: Path
) -> None:
    missing = str(tmp_path / "missing.html")
    result = wwc_small("library", "add", missing, street)
    assert (result.exit_code, result.stdout) == (1, f"{STORY}\n")
    assert result.stderr == (
        f"Error: {missing} was not stored: it cannot be read: No such file or directory.\n"
        "1 other file could be read.\n"
    )
    as_json = wwc_small("library", "add", missing, street, "--json")
    assert [bool(report["problem"]) for report in as_json.json] == [True, False]
    assert as_json.error["code"] == 1


def test_a_file_without_a_page_beside_others_is_no_failure(
    wwc_small: Wwc, street: str, letter: str
) -> None:
    result = wwc_small("library", "add", letter, street)
    assert (result.exit_code, result.stdout) == (0, f"{STORY}\n")
    assert result.stderr == (f"{letter}: no story or certification found; nothing stored.\n")


def test_where_no_file_has_a_page_it_fails_and_stores_nothing(
    wwc_small: Wwc, letter: str, home: Path
) -> None:
    result = wwc_small("library", "add", letter)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        f"Error: {letter}: no story or certification found; nothing stored.\n"
        "A story has the line 'Project Type:', an announcement lists of cities.\n"
    )
    assert list(home.iterdir()) == []


def test_nothing_piped_in_is_said_as_such(wwc_small: Wwc) -> None:
    result = wwc_small("library", "add", "-", input="")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("Error: What was piped in: no story or certification found")


def test_an_empty_folder_is_answered_with_what_is_read_of_one(
    wwc_small: Wwc, tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    result = wwc_small("library", "add", str(tmp_path / "empty"))
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"Error: There is no page in {tmp_path / 'empty'}.\n")
    assert "html" in result.stderr.splitlines()[1]


def test_of_many_files_without_a_page_the_first_are_named(wwc_small: Wwc, tmp_path: Path) -> None:
    for number in range(300):
        saved_pages.write(tmp_path / "many", f"{number:03}.txt", saved_pages.NOTHING)
    result = wwc_small("library", "add", str(tmp_path / "many"))
    assert (result.exit_code, result.stdout) == (1, "")
    lines = result.stderr.splitlines()
    assert len(lines) == 12
    assert lines[10] == "And 290 more files."


def test_an_announcement_without_a_date_says_how_to_give_it(
    wwc_small: Wwc, announcement: str
) -> None:
    result = wwc_small("library", "add", announcement)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "no date: say it with --date" in result.stderr
    assert wwc_small("library", "add", announcement, "--date", "soon").exit_code == 2


@pytest.mark.parametrize(
    "name", ["a b.html", "esc\x1b[2Jape.html", "new\nline.html", "smile😀.html", "tab\t.html"]
)
@pytest.mark.parametrize("format_name", ["table", "plain", "markdown", "json", "csv"])
def test_a_name_of_a_file_does_no_harm(
    name: str, format_name: str, wwc_small: Wwc, tmp_path: Path
) -> None:
    page = saved_pages.write(tmp_path / "odd", name, saved_pages.story())
    saved_pages.write(tmp_path / "odd", f"letter {name}.txt", saved_pages.NOTHING)
    result = wwc_small("library", "add", str(tmp_path / "odd"), "--format", format_name)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.replace("\n", "").isprintable()
    if format_name == "json":
        assert page in [report["file"] for report in result.json]
    note = wwc_small("library", "show", STORY, "--json").json["sources"][0]["note"]
    assert note.isprintable()
    missing = wwc_small("library", "add", f"{tmp_path}/none {name}")
    assert missing.exit_code == 1
    assert missing.stderr.replace("\n", "").isprintable()


def test_a_name_that_is_no_text_is_read_with_its_folder(tmp_path: Path) -> None:
    folder = tmp_path / "odd"
    folder.mkdir()
    page = saved_pages.story().encode()
    (tmp_path / "odd" / "lat\udce9in.html").write_bytes(page)
    ended = process.run("library", "add", str(folder), "--json", WWC_HOME=str(tmp_path / "own"))
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert json.loads(ended.stdout)[0]["file"] == str(folder / "lat\ufffdin.html")


def test_a_closed_stdin_is_no_obstacle(tmp_path: Path, street: str) -> None:
    code = "import sys; sys.stdin = None; from wwc_cli.cli import main; main(prog_name='wwc')"
    for file, ended in ((street, 0), ("-", 1)):
        made = process.python("-c", code, "library", "add", file, WWC_HOME=str(tmp_path / "own"))
        assert made.returncode == ended
        assert b"Traceback" not in made.stderr


def test_the_rows_of_add_are_flat(
    wwc_small: Wwc, street: str, announcement: str, letter: str
) -> None:
    result = wwc_small("library", "add", street, announcement, letter, *DATED, "--format", "csv")
    header, *rows = csv.reader(io.StringIO(result.stdout))
    assert header == [
        "file", "id", "city_id", "city", "headline", "metrics", "quotes", "certifications",
        "status", "problem",
    ]  # fmt: skip
    assert rows == [
        [street, STORY, "alpha-nj", "Alpha", "A Street for Walking", "2", "2", "", "new", ""],
        [announcement, "", "", "", "", "", "", "3", "new", ""],
        [letter, *[""] * 8, "no story or certification found; nothing stored"],
    ]


# list and show


def test_the_json_of_list_is_as_promised(filled: Wwc) -> None:
    result = filled("library", "list", "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    assert list(map(items, result.json)) == [items(HELD), items(HELD_ANNOUNCEMENT)]


def test_csv_of_list_has_the_keys_of_json(filled: Wwc) -> None:
    header, *rows = csv.reader(io.StringIO(filled("library", "list", "--format", "csv").stdout))
    assert header == list(HELD)
    assert [row[0] for row in rows] == [STORY, ANNOUNCEMENT]


def test_an_empty_library_is_an_answer(wwc_small: Wwc) -> None:
    for format_name, said in (
        ("json", "[]\n"),
        ("jsonl", ""),
        ("csv", ",".join(HELD) + "\n"),
        ("plain", "The library is empty. To put a page in: wwc library add FILE\n"),
    ):
        result = wwc_small("library", "list", "--format", format_name)
        assert (result.exit_code, result.stdout, result.stderr) == (0, said, "")


def test_the_json_of_a_story_is_as_promised(filled: Wwc) -> None:
    result = filled("library", "show", STORY, "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    shown = result.json
    assert list(shown) == ["page", "story", "certifications", "sources"]
    assert items(shown["page"]) == items(HELD)
    assert list(shown["story"]) == list(make_story())
    assert (shown["story"]["origin"], shown["story"]["quotes"]) == ("library", QUOTES)
    assert len(shown["story"]["text"]) == 8
    assert shown["certifications"] == []
    assert list(map(items, shown["sources"])) == [items(SOURCE)]


def test_the_json_of_an_announcement_is_as_promised(filled: Wwc) -> None:
    shown = filled("library", "show", ANNOUNCEMENT, "--json").json
    assert (shown["page"], shown["story"]) == (HELD_ANNOUNCEMENT, None)
    assert items(shown["certifications"][0]) == items(
        {
            "city_id": "port-st-mary-fl",
            "date": "2026-01-14",
            "level": "silver",
            "event": "certified",
            "basis": "stated",
            "source_ids": [ANNOUNCEMENT],
            "note": None,
        }
    )
    (source,) = shown["sources"]
    assert (source["id"], source["publisher"]) == (ANNOUNCEMENT, None)


def test_the_flat_rows_of_show_are_quotations_or_events(filled: Wwc) -> None:
    made = filled("library", "show", STORY, "--format", "csv").stdout.splitlines()
    assert made[0] == "text,speaker,role"
    assert made[2] == "It is quiet enough to hear the fountain.,Tom Ives,Harbor Shop Owners"
    made = filled("library", "show", ANNOUNCEMENT, "--format", "tsv").stdout.splitlines()
    assert made[0].split("\t") == ["city_id", "date", "level", "event", "note"]
    assert len(made) == 4


@pytest.mark.parametrize(
    ("typed", "near"),
    [("alpha-nj-stret", [STORY]), ("alpha-nj", [STORY]), ("2026", [])],
)
def test_a_page_that_is_not_held_is_answered_with_those_near(
    typed: str, near: list[str], filled: Wwc
) -> None:
    result = filled("library", "show", typed)
    assert (result.exit_code, result.stdout) == (3, "")
    way_out = f"Did you mean {near[0]}?" if near else "Its pages: wwc library list"
    assert result.stderr == f"Error: The library holds no page {typed!r}.\n{way_out}\n"
    assert filled("library", "show", typed, "--json").error["suggestions"] == near


# remove


def test_the_json_of_remove_is_the_ids(filled: Wwc) -> None:
    result = filled("library", "remove", STORY, ANNOUNCEMENT, STORY, "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    assert list(map(items, result.json)) == [[("id", STORY)], [("id", ANNOUNCEMENT)]]
    assert filled("library", "list", "--json").json == []


@pytest.mark.parametrize(
    ("ids", "said"),
    [
        ([STORY], f"Removed {STORY}.\n"),
        ([STORY, ANNOUNCEMENT], f"Removed 2 pages: {STORY} and {ANNOUNCEMENT}.\n"),
    ],
)
def test_what_was_removed_is_told(ids: list[str], said: str, filled: Wwc) -> None:
    result = filled("library", "remove", *ids)
    assert (result.exit_code, result.stdout, result.stderr) == (0, said, "")


def test_what_is_held_is_removed_and_the_rest_named(filled: Wwc) -> None:
    result = filled("library", "remove", "zz", STORY, "yy")
    assert (result.exit_code, result.stdout) == (3, f"Removed {STORY}.\n")
    assert result.stderr == (
        "Error: The library holds no page 'zz' or 'yy'.\nIts pages: wwc library list\n"
    )
    assert [page["id"] for page in filled("library", "list", "--json").json] == [ANNOUNCEMENT]


def test_where_nothing_is_held_of_what_was_named_nothing_changes(filled: Wwc, home: Path) -> None:
    before = (home / "library.json").read_bytes()
    result = filled("library", "remove", "zz", "--json")
    assert (result.exit_code, result.stdout, result.error["code"]) == (3, "", 3)
    assert (home / "library.json").read_bytes() == before


# path and check


def test_path_prints_the_path_alone(wwc_small: Wwc, home: Path) -> None:
    path = str(home / "library.json")
    assert wwc_small("library", "path").stdout == f"{path}\n"
    assert wwc_small("library", "path", "--json").json == {"path": path}
    assert list(home.iterdir()) == []


def test_the_json_of_check_is_as_promised(filled: Wwc, home: Path) -> None:
    expected = {
        "path": str(home / "library.json"),
        "exists": True,
        "stories": 1,
        "certifications": 3,
        "cities": 1,
        "sources": 2,
        "previous": None,
    }
    assert items(filled("library", "check", "--json").json) == items(expected)
    filled("library", "remove", STORY)
    changed = filled("library", "check", "--json").json
    assert changed == {**expected, "stories": 0, "sources": 1, "previous": "good"}
    (home / "library.json.bak").write_text("{")
    result = filled("library", "check", "--json")
    assert (result.exit_code, result.json["previous"]) == (0, "damaged")


def test_check_where_there_is_no_library_yet(wwc_small: Wwc, home: Path) -> None:
    result = wwc_small("library", "check", "--format", "plain")
    assert (result.exit_code, result.stderr) == (0, "")
    path = home / "library.json"
    assert result.stdout == f"There is no library yet; it would be {path}.\n"
    assert wwc_small("library", "check", "--json").json["exists"] is False


# A damaged library


@pytest.mark.parametrize(
    "arguments", [["list"], ["check"], ["show", STORY], ["remove", STORY], ["add", "PAGE"]],
    ids=" ".join,
)  # fmt: skip
def test_a_damaged_library_ends_its_commands_with_the_way_back(
    arguments: list[str], filled: Wwc, home: Path, street: str
) -> None:
    filled("library", "remove", ANNOUNCEMENT)
    path = home / "library.json"
    path.write_text("{")
    result = filled("library", *[street if each == "PAGE" else each for each in arguments])
    assert (result.exit_code, result.stdout) == (4, "")
    assert result.stderr.startswith(f"Error: {path} is damaged: it is no JSON")
    assert f"\nTo go back to the version before: cp {path}.bak {path}\n" in result.stderr
    assert path.read_text() == "{"


def test_the_way_back_leads_back(filled: Wwc, home: Path) -> None:
    filled("library", "remove", ANNOUNCEMENT)
    (home / "library.json").write_text("{")
    (home / "library.json").write_bytes((home / "library.json.bak").read_bytes())
    result = filled("library", "list", "--json")
    assert (result.exit_code, [page["id"] for page in result.json]) == (0, [STORY, ANNOUNCEMENT])


@pytest.mark.parametrize(
    "arguments",
    [["show", "alpha-nj"], ["search", "streets"], ["list-certified"], ["cite", "alpha-nj"]],
    ids=" ".join,
)
def test_the_other_commands_go_on_without_a_damaged_library(
    arguments: list[str], wwc_small: Wwc, home: Path
) -> None:
    before = wwc_small(*arguments, "--json")
    path = home / "library.json"
    path.write_text("{")
    result = wwc_small(*arguments, "--json")
    assert (result.exit_code, result.stdout) == (0, before.stdout)
    assert result.stderr.startswith(f"Warning: {path} is damaged: it is no JSON")
    assert "It is left out of this answer." in result.stderr


# What the library gives to the other commands


def test_a_story_of_the_library_is_shown_found_and_compared(filled: Wwc) -> None:
    stories = filled("show", "alpha-nj", "--json").json["stories"]
    assert [(story["id"], story["origin"]) for story in stories] == [
        ("alpha-nj", "bundled"),
        (STORY, "library"),
    ]
    hits = filled("search", "fountain", "--json").json
    assert [(hit["id"], hit["matched"][0]["field"]) for hit in hits] == [(STORY, "quotes")]
    compared = filled("compare", "alpha-nj", "rochester-ny", "--json").json
    assert len(compared["cities"][0]["stories"]) == 2


def test_the_certifications_of_the_library_count(filled: Wwc) -> None:
    listed = filled("list-certified", "--since", "2026-01-14", "--json").json
    assert {"omega-or", "port-st-mary-fl", "rochester-ny"} <= {row["city_id"] for row in listed}


def test_the_sections_quotes_and_text_are_flat_rows(filled: Wwc) -> None:
    rows = filled("show", "alpha-nj", "--section", "quotes", "--json").json
    assert list(map(items, rows)) == [[("story_id", STORY), *items(quote)] for quote in QUOTES]
    rows = filled("show", "alpha-nj", "--section", "text", "--json").json
    assert list(rows[0]) == ["story_id", "paragraph", "text"]
    assert [row["paragraph"] for row in rows] == list(range(1, 9))


def test_a_page_of_a_bundled_story_lends_it_its_words(wwc_small: Wwc, tmp_path: Path) -> None:
    page = saved_pages.write(
        tmp_path, "own.html", saved_pages.story(headline="Safer  streets", extra="By paint.")
    )
    (report,) = wwc_small("library", "add", page, "--json").json
    assert report["stories"][0]["id"] == "alpha-nj"
    assert wwc_small("library", "list", "--json").json[0]["is_bundled"] is True
    (story,) = wwc_small("show", "alpha-nj", "--json").json["stories"]
    assert (story["origin"], story["summary"]) == ("bundled", "The city painted its crossings.")
    assert story["quotes"] == QUOTES
    assert story["source_ids"] == ["story-alpha-nj", "library-alpha-nj"]


# Streams


def test_in_a_terminal_add_shows_a_sheet(tmp_path: Path) -> None:
    page = saved_pages.write(tmp_path, "p.html", saved_pages.story("Omega, Oregon, USA"))
    own = str(tmp_path / "own")
    code, shown = process.on_a_terminal("library", "add", page, WWC_HOME=own, NO_COLOR="1")
    assert code == 0
    assert "Added " in shown
    assert shown.endswith("wwc library show omega-or\x1b[0m\n")


def test_where_a_page_is_awaited_from_a_terminal_it_is_said(tmp_path: Path) -> None:
    code = (
        "import sys, io; sys.stdin = io.TextIOWrapper(io.BytesIO(b'x'));"
        "sys.stdin.isatty = lambda: True; from wwc_cli.cli import main; main(prog_name='wwc')"
    )
    ended = process.python("-c", code, "library", "add", "-", WWC_HOME=str(tmp_path / "own"))
    assert ended.returncode == 1
    assert ended.stderr.startswith(b"Reading what you type or paste; Ctrl-D ends it.\nError: ")


def test_an_encoding_that_lacks_a_letter_is_no_obstacle(tmp_path: Path) -> None:
    page = saved_pages.write(tmp_path, "m.html", saved_pages.story("Medellín, Colombia", "Calle ←"))
    surroundings = {"WWC_HOME": str(tmp_path / "own"), "PYTHONIOENCODING": "ascii"}
    for arguments in (["add", page, "--format", "table"], ["list"], ["check"]):
        ended = process.run("library", *arguments, **surroundings)
        assert (ended.returncode, ended.stderr) == (0, b"")
        assert ended.stdout.isascii()
