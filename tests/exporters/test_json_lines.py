"""jsonl and the bulk request: nothing is lost."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, cast

import pytest

from tests import small_store
from tests.exporters.taking import of_store, taken
from tests.factories import make_city, make_event, make_story
from wwc_cli.exporters import json_lines, tables

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from wwc_cli.core.catalogue import Catalogue
    from wwc_cli.core.extract import Extract


def read(lines: Iterable[str]) -> list[Any]:
    made = list(lines)
    assert all(line.endswith("\n") and line.count("\n") == 1 for line in made)
    return [json.loads(line) for line in made]


def jsonl(found: Extract, table: str | None = None) -> list[Any]:
    return read(json_lines.jsonl(found, table=table, ascii_only=False))


def bulk(found: Extract) -> list[tuple[str, str, Any]]:
    """Return (index, id, document) of each document."""
    lines = [part for two in json_lines.opensearch(found, ascii_only=False)
             for part in two.splitlines()]  # fmt: skip
    actions, documents = map(json.loads, lines[::2]), map(json.loads, lines[1::2])
    made = []
    for action, document in zip(actions, documents, strict=True):
        assert list(action) == ["index"]
        assert list(action["index"]) == ["_index", "_id"]
        made.append((action["index"]["_index"], action["index"]["_id"], document))
    return made


def test_every_record_is_there_as_it_is_in_the_order_of_the_files(small: Catalogue) -> None:
    lines = jsonl(taken(small))
    assert all(list(line) == ["table", "record"] for line in lines)
    for name in ("cities", "stories", "certifications", "sources", "topics"):
        records = [line["record"] for line in lines if line["table"] == name]
        assert records == small_store.TABLES[name]
        assert [list(record) for record in records] == [list(r) for r in small_store.TABLES[name]]
    assert list(dict.fromkeys(line["table"] for line in lines)) == list(tables.RECORDS)


def test_keys_that_we_do_not_know_of_come_along(tmp_path: Path) -> None:
    quotes = [{"text": "It works.", "speaker": "Ana", "role": None}]
    story = cast("dict[str, Any]", make_story()) | {"text": ["One.", "Two."], "quotes": quotes}
    found = of_store(tmp_path, stories=[story])
    assert jsonl(found, "stories") == [story]
    assert [line["record"] for line in jsonl(found) if line["table"] == "stories"] == [story]


@pytest.mark.parametrize("name", tables.RECORDS)
def test_one_table_of_records_has_bare_records(name: str, small: Catalogue) -> None:
    assert jsonl(taken(small), name) == small_store.TABLES[name]


def test_another_table_has_its_rows(small: Catalogue) -> None:
    (row, *_) = jsonl(taken(small), "people")
    assert row == {"story_id": "alpha-nj", "position": 1, "name": "Ana Pérez", "role": "Mayor"}
    metrics = jsonl(taken(small), "metrics")
    assert [row["value"] for row in metrics] == [19, 2, None]


def test_ascii_is_the_same(small: Catalogue) -> None:
    found = taken(small)
    made = "".join(json_lines.jsonl(found, table=None, ascii_only=True))
    assert made.isascii()
    assert [json.loads(line) for line in made.splitlines()] == jsonl(found)


def test_line_separators_in_a_text_do_not_part_a_line(tmp_path: Path) -> None:
    found = of_store(tmp_path, stories=[make_story(summary="one\ntwo\u2028three\x85four")])
    made = "".join(json_lines.jsonl(found, table="stories", ascii_only=False))
    assert len(made.splitlines()) == 1


def test_a_document_has_its_index_and_id(small: Catalogue) -> None:
    made = bulk(taken(small))
    assert {index for index, _, _ in made} == {f"wwc-{name}" for name in tables.RECORDS}
    assert [key for index, key, _ in made if index == "wwc-cities"] == [
        city["id"] for city in small_store.CITIES
    ]
    assert all(key == document["id"] for _, key, document in made)


def test_a_story_has_its_city_and_where_it_lies(small: Catalogue) -> None:
    (story,) = [d for index, key, d in bulk(taken(small)) if (index, key) == ("wwc-stories",
                "alpha-nj")]  # fmt: skip
    assert {key: story[key] for key in small_store.STORIES[0]} == small_store.STORIES[0]
    assert story["city"] == {
        **small_store.CITIES[0],
        "location": {"lat": 40.0, "lon": -74.0},
        "level": "gold",
        "level_date": "2021",
        "first_certified": "2019-04-24",
    }


def test_a_city_whose_place_is_not_known_has_no_location(tmp_path: Path) -> None:
    cities = [*small_store.CITIES, make_city("lost-nj", latitude=None)]
    (city,) = [d for _, key, d in bulk(of_store(tmp_path, cities=cities)) if key == "lost-nj"]
    assert city["location"] is None
    assert (city["level"], city["first_certified"]) == (None, None)


def test_two_events_of_one_kind_on_one_day_have_ids_of_their_own(tmp_path: Path) -> None:
    events = [make_event(note="one"), make_event(note="two"), make_event(event="moved-up")]
    made = bulk(of_store(tmp_path, certifications=events))
    assert [key for index, key, _ in made if index == "wwc-certifications"] == [
        "alpha-nj-2024-01-23-certified",
        "alpha-nj-2024-01-23-certified-2",
        "alpha-nj-2024-01-23-moved-up",
    ]


def test_exporting_leaves_records_as_they_are(small: Catalogue) -> None:
    found = taken(small)
    before = json.dumps([found.cities, found.certifications, found.sources, found.topics])
    list(json_lines.opensearch(found, ascii_only=False))
    assert json.dumps([found.cities, found.certifications, found.sources, found.topics]) == before
