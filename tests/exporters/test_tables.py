"""The flat tables: a promise of names, and rows that lead to one another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import pytest

from tests import small_store
from tests.core import stores
from tests.exporters.taking import of_store, taken
from tests.factories import make_city, make_event, make_metric, make_story
from wwc_cli.exporters import flat, tables

if TYPE_CHECKING:
    from pathlib import Path

    from wwc_cli.core.catalogue import Catalogue
    from wwc_cli.core.extract import Extract

# As docs/scripting.md promises them.
COLUMNS = {
    "cities": "id name aliases subdivision subdivision_code country country_code latitude"
    " longitude population population_source_id level level_date first_certified last_event"
    " last_date",
    "stories": "id city_id headline summary challenge approach outcome printed_topics start_year"
    " end_year coverage origin",
    "metrics": "story_id position city_id statement value from_value unit direction subject theme"
    " kind qualifier period baseline_period",
    "certifications": "id city_id date level event basis note",
    "sources": "id publisher title url published accessed language note",
    "topics": "id name_en name_es name_pt printed_as",
    "story_topics": "story_id topic_id position",
    "story_sources": "story_id source_id position",
    "certification_sources": "certification_id source_id position",
    "programs": "story_id position name kind description",
    "people": "story_id position name role",
    "quotes": "story_id position text speaker role",
    "partners": "story_id position name",
    "tools": "story_id position name",
    "practices": "story_id position practice",
}


def rows(found: Extract, name: str) -> list[dict[str, Any]]:
    return [row for _, row in flat.rows(found, [tables.BY_NAME[name]])]


def test_the_tables_and_their_columns_are_as_promised() -> None:
    made = {table.name: [field.name for field in table.fields] for table in tables.TABLES}
    assert made == {name: columns.split() for name, columns in COLUMNS.items()}
    assert list(made) == list(COLUMNS)


def test_every_table_says_what_it_is_and_what_its_columns_are() -> None:
    for table in tables.TABLES:
        assert table.said.endswith(".")
        assert all(field.said.endswith(".") for field in table.fields)
        assert set(table.key) <= {field.name for field in table.fields if field.required}


def test_a_row_has_just_the_columns_of_its_table(bundled: Catalogue) -> None:
    seen = set()
    for table, row in flat.rows(taken(bundled), tables.TABLES):
        assert set(row) == {field.name for field in table.fields}
        seen.add(table.name)
    assert seen == set(COLUMNS) - {"quotes"}  # which only a library has


def test_a_city_has_how_it_stands(small: Catalogue) -> None:
    assert rows(taken(small), "cities")[0] == {
        **{key: value for key, value in small_store.CITIES[0].items() if key != "aliases"},
        "aliases": "The A",
        "level": "gold",
        "level_date": "2021",
        "first_certified": "2019-04-24",
        "last_event": "recertified",
        "last_date": "2024-06-17",
    }
    (nowhere,) = [row for row in rows(taken(small), "cities") if row["id"] == "nowhere-nj"]
    assert (nowhere["level"], nowhere["last_event"]) == (None, None)


def test_a_story_has_its_texts_a_step_a_line(tmp_path: Path) -> None:
    story = make_story(approach=["Counted\ncrashes.", "Painted crossings."], challenge=None)
    (row,) = rows(of_store(tmp_path, stories=[story]), "stories")
    assert row["approach"] == "Counted crashes.\nPainted crossings."
    assert row["challenge"] is None
    assert row["printed_topics"] == "Public Safety"


def test_an_empty_list_is_no_row_and_an_unknown_text(small: Catalogue) -> None:
    found = taken(small, cities=["medellin-co"])
    assert rows(found, "metrics") == rows(found, "people") == []
    (story,) = rows(taken(small, cities=["medellin-co"]), "stories")
    assert story["outcome"] is None


def test_the_figures_of_a_story_are_counted_from_one(small: Catalogue) -> None:
    made = rows(taken(small, cities=["rochester-ny"]), "metrics")
    assert [(row["story_id"], row["position"], row["city_id"]) for row in made] == [
        ("rochester-ny", 1, "rochester-ny"),
        ("rochester-ny", 2, "rochester-ny"),
    ]
    metric = cast("dict[str, Any]", small_store.STORIES[1])["metrics"][0]
    assert {key: made[0][key] for key in metric} == metric


def test_lists_of_names_have_a_row_a_name(small: Catalogue) -> None:
    found = taken(small, cities=["alpha-nj"])
    for name, column, value in (
        ("partners", "name", "Bike Club"),
        ("tools", "name", "heat map"),
        ("practices", "practice", "data-management"),
    ):
        assert rows(found, name) == [{"story_id": "alpha-nj", "position": 1, column: value}]


def test_what_people_say_on_a_page_of_the_library_has_a_row_a_quotation(tmp_path: Path) -> None:
    quotes: list[dict[str, Any]] = [
        {"text": "It works.", "speaker": "Ana Pérez", "role": "Mayor"},
        {"text": "We count.", "speaker": None, "role": None},
    ]
    story: Any = make_story(id="own", headline="Own", origin="library", quotes=quotes)
    small_store.write(tmp_path / "data")
    stores.write_library(tmp_path / "library.json", stories=[story])
    found = taken(stores.opened_in(tmp_path))
    assert rows(found, "quotes") == [
        {"story_id": "own", "position": 1, **quotes[0]},
        {"story_id": "own", "position": 2, **quotes[1]},
    ]


def test_links_lead_from_records_to_topics_and_sources(small: Catalogue) -> None:
    found = taken(small)
    assert rows(found, "story_topics")[1:3] == [
        {"story_id": "rochester-ny", "topic_id": "housing", "position": 1},
        {"story_id": "rochester-ny", "topic_id": "public-safety", "position": 2},
    ]
    assert rows(found, "certification_sources")[0] == {
        "certification_id": "honored-nj-2018-01-25-honor-roll",
        "source_id": "news",
        "position": 1,
    }


def test_a_link_that_leads_nowhere_is_left_out_and_one_that_is_there_twice_is_one(
    tmp_path: Path,
) -> None:
    story = make_story(source_ids=["gone", "news", "news"], topics=["housing", "magic"])
    city = make_city(population_source_id="gone")
    found = of_store(
        tmp_path, cities=[city, *small_store.CITIES[1:]], stories=[story],
        certifications=[make_event(source_ids=["gone"])],
    )  # fmt: skip
    assert [row["source_id"] for row in rows(found, "story_sources")] == ["news"]
    assert [row["topic_id"] for row in rows(found, "story_topics")] == ["housing"]
    assert rows(found, "certification_sources") == []
    assert rows(found, "cities")[0]["population_source_id"] is None


def test_every_key_leads_to_a_row_also_of_a_part(bundled: Catalogue) -> None:
    found = taken(bundled, topics=["housing"])
    ids = {name: {row["id"] for row in rows(found, name)}
           for name in ("cities", "stories", "certifications", "sources", "topics")}  # fmt: skip
    for table, row in flat.rows(found, tables.TABLES):
        for field in table.fields:
            if field.refers and row[field.name] is not None:
                assert row[field.name] in ids[field.refers], (table.name, row)


def test_the_key_of_a_table_is_its_own_in_each_row(bundled: Catalogue) -> None:
    keys = [(table.name, *(row[name] for name in table.key))
            for table, row in flat.rows(taken(bundled), tables.TABLES)]  # fmt: skip
    assert len(keys) == len(set(keys))


def test_events_that_share_city_date_and_kind_have_keys_of_their_own(tmp_path: Path) -> None:
    found = of_store(tmp_path, certifications=[make_event(), make_event(source_ids=["long"])])
    assert [row["id"] for row in rows(found, "certifications")] == [
        "alpha-nj-2024-01-23-certified",
        "alpha-nj-2024-01-23-certified-2",
    ]
    assert [
        (row["certification_id"], row["source_id"]) for row in rows(found, "certification_sources")
    ] == [("alpha-nj-2024-01-23-certified", "news"), ("alpha-nj-2024-01-23-certified-2", "long")]


@pytest.mark.parametrize("metric", [{}, {"note": "A key of later."}])
def test_a_key_that_no_column_has_is_passed_over(metric: dict[str, Any], tmp_path: Path) -> None:
    story: Any = {**make_story(metrics=[{**make_metric(), **metric}]), "text": ["One."]}
    small_store.write(tmp_path / "data")
    stores.write_library(
        tmp_path / "library.json", stories=[story | {"id": "own", "headline": "Own"}]
    )
    found = taken(stores.opened_in(tmp_path), origins=["library"])
    assert [set(row) for row in rows(found, "metrics")] == [set(COLUMNS["metrics"].split())]
