"""What goes into the catalogue: store and library together, cleaned."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests import small_store
from tests.core import stores
from tests.factories import make_city, make_event, make_metric, make_source, make_story
from wwc_cli.core import catalogue_build
from wwc_cli.core.profile import profile
from wwc_cli.core.text import is_clean
from wwc_cli.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from wwc_cli.core.catalogue import Catalogue

HOSTILE = "a\x1b[2Jb\u202ec\x00d\x9b31me\x1b]0;title\x07f\ud800g"


@pytest.fixture
def folder(store_folder: Path) -> Path:
    return store_folder.parent


def with_library(folder: Path, **tables: Sequence[Any]) -> Catalogue:
    stores.write_library(folder / "library.json", **tables)
    return stores.opened_in(folder)


def is_the_store_alone(catalogue: Catalogue) -> bool:
    """Tell whether a catalogue has all of the store, and nothing else."""
    return (
        catalogue.story_count() == len(small_store.STORIES)
        and len(catalogue.cities()) == len(small_store.CITIES)
        and len(catalogue.certifications()) == len(small_store.EVENTS)
    )


def strings(value: object) -> Iterator[str]:
    """Yield every string in *value*, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)


def test_a_story_of_the_library_comes_after_those_of_the_store(folder: Path) -> None:
    mine = make_story("alpha-nj", id="alpha-nj-mine", origin="library", headline="Mine")
    catalogue = with_library(folder, stories=[mine])
    stories = catalogue.stories_of("alpha-nj")
    assert [(story["id"], story["origin"]) for story in stories] == [
        ("alpha-nj", "bundled"),
        ("alpha-nj-mine", "library"),
    ]
    assert stories[1] == mine
    number = len(small_store.STORIES) + 1
    card = catalogue.cards([number])[number]
    assert (card["origin"], card["headline"]) == ("library", "Mine")
    assert catalogue.rows("SELECT origin FROM story WHERE id = 'alpha-nj-mine'") == [("library",)]


def test_a_city_of_the_library_is_known_with_its_story_its_events_and_its_sources(
    folder: Path,
) -> None:
    catalogue = with_library(
        folder,
        cities=[make_city("erewhon-nj", aliases=["Nirgends"], population_source_id="own")],
        stories=[make_story("erewhon-nj", origin="library", source_ids=["own"])],
        certifications=[make_event("erewhon-nj", level="gold", source_ids=["own", "news"])],
        sources=[make_source("own")],
    )
    (city,) = catalogue.cities_called("nirgends")
    found = profile(city, catalogue)
    assert found["certification"]
    assert found["certification"]["level"] == "gold"
    assert [source["id"] for source in found["sources"]] == ["own", "news"]


def test_an_event_of_the_library_is_added_to_those_of_the_store(folder: Path) -> None:
    catalogue = with_library(folder, certifications=[make_event("alpha-nj", date="2027")])
    stands = catalogue.standing("alpha-nj")
    assert stands
    assert [event["date"] for event in stands["history"]][-1] == "2027"
    assert len(stands["history"]) == 4


def test_a_bundled_record_wins_over_one_of_the_library_with_its_id(folder: Path) -> None:
    catalogue = with_library(
        folder,
        cities=[make_city("alpha-nj", name="Not Alpha")],
        stories=[make_story("alpha-nj", headline="Not this", origin="library")],
        sources=[make_source("news", title="Not this")],
    )
    city = catalogue.city("alpha-nj")
    assert city
    assert city["name"] == "Alpha"
    stories = [(story["id"], story["headline"]) for story in catalogue.stories_of("alpha-nj")]
    assert stories == [("alpha-nj", "Safer Streets"), ("alpha-nj-not", "Not this")]
    assert catalogue.sources(["news"])[0]["title"] == "Title of news"


@pytest.mark.parametrize(
    "tables",
    [
        {"stories": [make_story("ghost-zz", origin="library")]},
        {"certifications": [make_event("ghost-zz")]},
    ],
)
def test_a_library_with_a_record_of_a_city_that_is_nowhere_is_left_out_and_told(
    folder: Path, tables: dict[str, Any]
) -> None:
    catalogue = with_library(folder, **tables)
    assert is_the_store_alone(catalogue)
    assert catalogue.warning
    assert f"{folder / 'library.json'} is damaged: " in catalogue.warning
    assert "'ghost-zz'" in catalogue.warning
    assert "It is left out of this answer.\nTo go on without it: mv " in catalogue.warning


def test_a_store_that_lacks_a_city_is_named_itself(tmp_path: Path) -> None:
    with pytest.raises(DataError) as caught:
        stores.opened(tmp_path, cities=[make_city("alpha-nj")])
    assert str(tmp_path / "data") in caught.value.message


def test_a_library_that_cannot_be_used_leaves_no_temporary_file(folder: Path) -> None:
    with_library(folder, stories=[make_story("ghost-zz")])
    assert [path.name for path in folder.glob("cache/*")] == ["catalogue.sqlite"]


def test_a_damaged_library_is_told_and_not_passed_over_until_it_is_good_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = make_story("alpha-nj", id="mine", headline="Mine")
    assert with_library(folder, stories=[mine]).warning is None
    (folder / "library.json").write_text("{", "utf-8")
    told = stores.opened_in(folder)
    assert is_the_store_alone(told)
    assert told.warning
    assert "library.json is damaged: it is no JSON" in told.warning
    with monkeypatch.context() as patch:
        patch.setattr(catalogue_build, "build", None)  # the warning is in the cache too
        assert stores.opened_in(folder).warning == told.warning
    catalogue = with_library(folder, stories=[mine])
    assert catalogue.warning is None
    assert catalogue.story_count() == len(small_store.STORIES) + 1


def without(record: Any, *fields: str) -> dict[str, Any]:
    return {name: value for name, value in record.items() if name not in fields}


@pytest.mark.parametrize(
    "tables",
    [
        {"stories": [without(make_story(id="mine"), "summary")]},
        {"stories": [without(make_story(), "id")]},
        {"stories": [make_story(id="mine", metrics=[{}])]},
        {"stories": [make_story(id="mine", metrics=[make_metric(value="19")])]},
        {"stories": [make_story(id="mine", topics=None)]},
        {"stories": [make_story(id="mine"), make_story(id="mine")]},
        {"cities": [without(make_city("own-nj"), "id")]},
        {"certifications": [make_event(event="abolished")]},
        {"certifications": [make_event(date=None)]},
        {"sources": [without(make_source(), "id")]},
        {"stories": [make_story(id="mine", text=["fine", 5])]},
        {"stories": [make_story(id="mine", text="not in paragraphs")]},
        {"stories": [make_story(id="mine", quotes=[{"text": None, "speaker": "A", "role": "B"}])]},
        {"stories": [make_story(id="mine", quotes=None)]},
        {"stories": [make_story(id="mine", headline=None)]},
        {"stories": [make_story(id="mine", metrics=[make_metric(theme=None)])]},
        {"certifications": [make_event(level="bronze")]},
    ],
    ids=[
        *("story without a summary", "story without an id", "metric without anything"),
        "a value in words",
        *("topics not a list", "two of one id", "city without an id"),
        *("unknown event", "event without a date", "source without an id"),
        *("a paragraph that is a number", "text that is no list", "a quotation without words"),
        *("quotes not a list", "no headline", "a figure without a theme", "unknown level"),
    ],
)
def test_a_library_with_a_record_that_is_not_as_it_should_be_is_left_out_and_told(
    folder: Path, tables: dict[str, Any]
) -> None:
    catalogue = with_library(folder, **tables)
    assert is_the_store_alone(catalogue)
    assert catalogue.warning
    assert f"{folder / 'library.json'} is damaged: " in catalogue.warning


def test_hostile_text_comes_out_clean_whichever_record_it_is_in(folder: Path) -> None:
    catalogue = with_library(
        folder,
        cities=[make_city("own-nj", name=HOSTILE, aliases=[HOSTILE], country=HOSTILE)],
        stories=[
            make_story(
                "own-nj",
                headline=HOSTILE,
                topics=[HOSTILE],
                summary=HOSTILE,
                approach=[HOSTILE, "safe"],
                metrics=[make_metric(statement=HOSTILE, theme=HOSTILE)],
                people=[{"name": HOSTILE, "role": HOSTILE}],
                source_ids=["own"],
            )
        ],
        certifications=[make_event("own-nj", note=HOSTILE)],
        sources=[make_source("own", title=HOSTILE, url=HOSTILE)],
    )
    city = catalogue.city("own-nj")
    assert city
    found = profile(city, catalogue)
    number = len(small_store.STORIES) + 1
    card = catalogue.cards([number])[number]
    assert (city["name"], card["headline"], card["source_url"]) == ("abcdefg",) * 3
    assert found["stories"][0]["approach"] == ["abcdefg", "safe"]
    shown = [found, card, catalogue.countries(), catalogue.city_ids(), catalogue.tags("theme")]
    everything = [text for each in shown for text in strings(list(each))]
    everything += [text for text in strings([found, card]) if text]
    assert all(is_clean(text) for text in everything)


@pytest.mark.parametrize(
    "char", ["\x1b", "\x00", "\x7f", "\x9b", "\t", "\r", "\u202e", "\u200b", "\ud800", "\ue000"]
)
def test_one_hostile_character_is_enough_to_be_cleaned(folder: Path, char: str) -> None:
    catalogue = with_library(folder, stories=[make_story(id="mine", headline=f"ab{char}")])
    assert catalogue.stories_of("alpha-nj")[-1]["headline"].rstrip(" ") == "ab"


def test_nothing_in_the_index_or_any_table_is_hostile(folder: Path) -> None:
    catalogue = with_library(
        folder, stories=[make_story(id="mine", headline=HOSTILE, outcome=f"{HOSTILE}\nok")]
    )
    tables = ["city", "name", "story", "tag", "certification", "source", "topic", "story_text"]
    tables += ["entry", "entry_key"]
    for table in tables:
        for row in catalogue.rows(f"SELECT * FROM {table}"):
            assert all(is_clean(value) for value in row if isinstance(value, str)), table


def test_text_with_brackets_quotes_and_lines_stays_as_it_is(folder: Path) -> None:
    odd = '[bold]x[/bold] "quoted" \\n \\u001b 50% :smile: \\\nnew line'
    catalogue = with_library(folder, stories=[make_story(id="mine", headline=odd)])
    assert catalogue.stories_of("alpha-nj")[-1]["headline"] == odd


@pytest.mark.parametrize(
    "tables",
    [
        {"cities": [make_city("own\x1b[2J-nj")], "stories": [make_story("own\x1b[2J-nj")]},
        {"sources": [make_source("own\ud800")]},
    ],
    ids=["city", "source"],
)
def test_an_id_is_cleaned_wherever_it_stands(folder: Path, tables: dict[str, Any]) -> None:
    catalogue = with_library(folder, **tables)
    for city in catalogue.cities():
        assert catalogue.city(city["id"]) == city
        assert profile(city, catalogue)


def test_of_each_city_it_is_written_what_its_stories_are_about(folder: Path) -> None:
    outcome = make_metric(theme="crime")
    mine = make_story(
        "alpha-nj", id="mine", headline="Mine", topics=["equity", "housing"], metrics=[outcome]
    )
    untold = make_story("honored-nj", topics=[], metrics=[make_metric(kind="target")])
    rows = with_library(folder, stories=[mine, untold]).subjects()
    assert [row[0] for row in rows] == sorted(city["id"] for city in small_store.CITIES)
    known = {city_id: rest for city_id, *rest in rows}
    assert known["alpha-nj"] == [
        100_000,
        "US",
        "gold",
        {"equity", "housing", "public-safety"},
        {"crime", "traffic-safety"},
    ]
    assert known["honored-nj"] == [100_000, "US", None, set(), set()]
    assert known["san-fernando-cl"] == [None, "CL", "silver", None, None]


def test_what_parts_topics_is_no_part_of_one(folder: Path) -> None:
    odd = make_story("honored-nj", topics=["a\x1fb", "c d", "e\nf"])
    (row,) = [r for r in with_library(folder, stories=[odd]).subjects() if r[0] == "honored-nj"]
    assert row[4] == {"ab", "c d", "e\nf"}
