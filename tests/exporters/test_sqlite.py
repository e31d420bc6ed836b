"""The database, as sqlite-utils and SQLite itself see it."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

import pytest
import sqlite_utils

from tests import hostile
from tests.core import stores
from tests.exporters.taking import of_store, taken
from tests.exporters.test_tables import COLUMNS
from tests.factories import make_city, make_story
from wwc_cli import __version__
from wwc_cli.exporters import flat, tables
from wwc_cli.exporters.sqlite import sqlite

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from wwc_cli.core.catalogue import Catalogue
    from wwc_cli.core.extract import Extract


@contextmanager
def database(found: Extract, tmp_path: Path) -> Iterator[sqlite_utils.Database]:
    path = tmp_path / "wwc.sqlite"
    sqlite(found, str(path))
    with closing(sqlite3.connect(path)) as connection:
        yield sqlite_utils.Database(connection)


@pytest.fixture
def whole(bundled: Catalogue, tmp_path: Path) -> Iterator[sqlite_utils.Database]:
    with database(taken(bundled), tmp_path) as made:
        yield made


def of(made: sqlite_utils.Database, name: str) -> sqlite_utils.db.Table:
    table = made[name]
    assert isinstance(table, sqlite_utils.db.Table)
    return table


def assert_sound(made: sqlite_utils.Database) -> None:
    assert list(made.query("PRAGMA foreign_key_check")) == []
    assert list(made.query("PRAGMA integrity_check")) == [{"integrity_check": "ok"}]
    for name in ("cities", "stories", "metrics"):
        made.execute(f"INSERT INTO {name}_fts ({name}_fts, rank) VALUES ('integrity-check', 1)")


def test_it_has_every_table_with_its_columns_and_rows(
    whole: sqlite_utils.Database, bundled: Catalogue
) -> None:
    assert_sound(whole)
    counts: dict[str, int] = dict.fromkeys(COLUMNS, 0)
    for table, _ in flat.rows(taken(bundled), tables.TABLES):
        counts[table.name] += 1
    for name, columns in COLUMNS.items():
        assert list(of(whole, name).columns_dict) == columns.split()
        assert of(whole, name).count == counts[name]
        assert counts[name] > 0 or name == "quotes"  # which only a library has


def test_the_keys_are_seen(whole: sqlite_utils.Database) -> None:
    assert of(whole, "cities").pks == ["id"]
    assert of(whole, "metrics").pks == ["story_id", "position"]
    keys = {
        (name, key.column, key.other_table, key.other_column)
        for name in COLUMNS
        for key in of(whole, name).foreign_keys
    }
    assert keys == {
        ("cities", "population_source_id", "sources", "id"),
        ("stories", "city_id", "cities", "id"),
        ("certifications", "city_id", "cities", "id"),
        ("metrics", "city_id", "cities", "id"),
        *((name, "story_id", "stories", "id")
          for name in ("metrics", "story_topics", "story_sources", "programs", "people",
                       "quotes", "partners", "tools", "practices")),
        ("story_topics", "topic_id", "topics", "id"),
        ("story_sources", "source_id", "sources", "id"),
        ("certification_sources", "source_id", "sources", "id"),
        ("certification_sources", "certification_id", "certifications", "id"),
    }  # fmt: skip


def test_every_foreign_key_has_an_index(whole: sqlite_utils.Database) -> None:
    for name in COLUMNS:
        table = of(whole, name)
        first = {index.columns[0] for index in table.indexes} | {table.pks[0]}
        assert {key.column for key in table.foreign_keys} <= first


@pytest.mark.parametrize("name", ["cities", "stories", "metrics"])
def test_the_full_text_index_is_found(name: str, whole: sqlite_utils.Database) -> None:
    assert of(whole, name).detect_fts() == f"{name}_fts"


@pytest.mark.parametrize(
    ("name", "query", "found"),
    [
        ("stories", "eviction", "alexandria-va"),
        ("stories", "pregnancies", "medellin-co"),
        ("cities", "medellin", "medellin-co"),
        ("cities", "Philly", "philadelphia-pa"),
    ],
)
def test_it_is_searched_by_stems_and_without_accents(
    name: str, query: str, found: str, whole: sqlite_utils.Database
) -> None:
    assert found in {row["id"] for row in of(whole, name).search(query)}


def test_numbers_are_numbers_and_what_is_not_known_is_null(whole: sqlite_utils.Database) -> None:
    (row,) = whole.query(
        "SELECT value, typeof(value) AS type, from_value FROM metrics"
        " WHERE story_id = 'newark-nj' AND position = 1"
    )
    assert row == {"value": 25, "type": "integer", "from_value": None}
    (types,) = whole.query(
        "SELECT typeof(latitude) AS latitude, typeof(population) AS population FROM cities LIMIT 1"
    )
    assert types == {"latitude": "real", "population": "integer"}


def test_the_views_put_together_what_is_asked_for_most(whole: sqlite_utils.Database) -> None:
    assert whole.view_names() == ["certified_cities", "story_overview", "outcomes"]
    certified = {row["id"]: row for row in whole["certified_cities"].rows}
    assert len(certified) == 115
    assert certified["newark-nj"]["stories"] == 1
    overview = {row["id"]: row for row in whole["story_overview"].rows}
    assert overview["newark-nj"]["topics"].split(", ")[0] == "public-safety"
    assert overview["newark-nj"]["url"].startswith("https://")
    kinds = [row["statement"] for row in whole["outcomes"].rows]
    (count,) = whole.query("SELECT count(*) AS n FROM metrics WHERE kind = 'outcome'")
    assert len(kinds) == count["n"]


def test_it_says_what_made_it_and_under_which_licence(whole: sqlite_utils.Database) -> None:
    about = {row["key"]: row["value"] for row in whole["about"].rows}
    assert about["made_by"] == f"wwc {__version__}"
    assert "CC BY 4.0" in about["license"]
    assert "GeoNames" in about["geonames"]


def test_a_part_of_the_store_is_sound_too(small: Catalogue, tmp_path: Path) -> None:
    with database(taken(small, topics=["housing"]), tmp_path) as made:
        assert_sound(made)
        assert [row["id"] for row in made["stories"].rows] == ["rochester-ny", "nowhere-nj"]


def test_nothing_is_an_empty_database(small: Catalogue, tmp_path: Path) -> None:
    with database(taken(small, origins=["library"]), tmp_path) as made:
        assert_sound(made)
        assert of(made, "stories").count == 0


def test_hostile_texts_are_texts(tmp_path: Path) -> None:
    hostile.write_store(tmp_path / "data")
    found = taken(stores.opened_in(tmp_path))
    with database(found, tmp_path) as made:
        assert_sound(made)
        headlines = {row["headline"] for row in made["stories"].rows}
        assert headlines == {story["headline"] for story in found.stories()}


def test_a_number_too_large_for_the_database_is_kept_as_well_as_can_be(tmp_path: Path) -> None:
    with database(of_store(tmp_path, stories=[make_story(start_year=10**30)]), tmp_path) as made:
        assert_sound(made)
        (row,) = made["stories"].rows
        assert row["start_year"] == 10.0**30


def test_links_that_lead_nowhere_leave_the_keys_sound(tmp_path: Path) -> None:
    city = make_city(population_source_id="gone")
    found = of_store(
        tmp_path, cities=[city], stories=[make_story(source_ids=["gone"], topics=["magic"])],
        certifications=[],
    )  # fmt: skip
    with database(found, tmp_path) as made:
        assert_sound(made)


def test_where_it_cannot_be_written_the_system_says_why(small: Catalogue, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="unable to open database file"):
        sqlite(taken(small), str(tmp_path / "no-such-folder" / "wwc.sqlite"))
