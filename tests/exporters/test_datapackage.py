"""The data package, as frictionless reads and judges it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import frictionless
import pytest

from tests import hostile, small_store
from tests.core import stores
from tests.exporters.taking import of_store, taken
from tests.exporters.test_tables import COLUMNS
from tests.factories import make_city, make_event, make_metric, make_story
from wwc_cli import __version__
from wwc_cli.exporters import datapackage as exporter

if TYPE_CHECKING:
    from pathlib import Path

    from wwc_cli.core.catalogue import Catalogue
    from wwc_cli.core.extract import Extract


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "wwc-data"
    made.mkdir()
    return made


def judged(folder: Path) -> list[list[Any]]:
    """Return what frictionless finds wrong: table, row, column, kind."""
    report = frictionless.Package(str(folder / "datapackage.json")).validate()
    return [
        [task.name, *(getattr(error, key, None) for key in ("row_number", "field_name", "type"))]
        for task in report.tasks
        for error in task.errors
    ] + [[None, None, None, error.type] for error in report.errors]


def rows(package: frictionless.Package, name: str) -> list[Any]:
    """Return the rows of a table, read by its schema."""
    table: Any = package.get_resource(name)
    read: list[Any] = table.read_rows()
    return read


def packed(found: Extract, folder: Path) -> frictionless.Package:
    exporter.datapackage(found, str(folder))
    return frictionless.Package(str(folder / "datapackage.json"))


def test_the_whole_store_is_valid(bundled: Catalogue, folder: Path) -> None:
    packed(taken(bundled), folder)
    assert judged(folder) == []


@pytest.mark.parametrize("wanted", [{"topics": ["housing"]}, {"origins": ["library"]}])
def test_a_part_of_it_is_valid_too(wanted: Any, small: Catalogue, folder: Path) -> None:
    packed(taken(small, **wanted), folder)
    assert judged(folder) == []


def test_hostile_texts_are_read_back(tmp_path: Path, folder: Path) -> None:
    hostile.write_store(tmp_path / "data")
    found = taken(stores.opened_in(tmp_path))
    package = packed(found, folder)
    # What is wrong with them is that they are no unit and no date.
    assert {(table, column, kind) for table, _, column, kind in judged(folder)} == {
        ("metrics", "unit", "constraint-error"),
        ("sources", "published", "constraint-error"),
    }
    read = {row["id"]: row for row in rows(package, "stories")}
    (story,) = [story for story in found.stories() if story["id"] == "omega-nj"]
    assert read["omega-nj"]["headline"] == story["headline"]
    assert "\n" in story["headline"]


def test_what_it_says_of_itself(bundled: Catalogue, folder: Path) -> None:
    package = packed(taken(bundled), folder)
    assert (package.name, package.version) == ("wwc", __version__)
    assert [each["name"] for each in package.licenses] == ["CC-BY-4.0"]
    assert "GeoNames" in package.sources[1]["title"]
    assert "Not affiliated" in str(package.description)
    assert package.resource_names == list(COLUMNS)


def test_every_column_has_a_type_and_a_description(small: Catalogue, folder: Path) -> None:
    package = packed(taken(small), folder)
    for resource in package.resources:
        assert [field.name for field in resource.schema.fields] == COLUMNS[resource.name].split()
        assert all(field.description for field in resource.schema.fields)
        assert resource.schema.primary_key
    types = {
        field.name: field.type
        for name in ("cities", "stories", "metrics")
        for field in package.get_resource(name).schema.fields
    }
    assert types["latitude"] == types["value"] == "number"
    assert types["population"] == types["position"] == "integer"
    assert types["start_year"] == "year"
    assert types["level_date"] == "string"


def test_rows_are_read_with_their_types(bundled: Catalogue, folder: Path) -> None:
    package = packed(taken(bundled, cities=["newark-nj"]), folder)
    (city,) = rows(package, "cities")
    assert (city["name"], city["population"]) == ("Newark", 281944)
    metrics = rows(package, "metrics")
    assert metrics[0]["value"] == 25
    assert metrics[0]["from_value"] is None


def test_cells_are_as_they_are(tmp_path: Path, folder: Path) -> None:
    package = packed(of_store(tmp_path, stories=[make_story(headline="=1+1")]), folder)
    (story,) = rows(package, "stories")
    assert story["headline"] == "=1+1"


@pytest.mark.parametrize(
    ("changed", "wrong"),
    [
        ({"stories": [make_story(metrics=[make_metric(theme="magic")])]},
         ["metrics", 2, "theme", "constraint-error"]),
        ({"stories": [make_story(practices=["magic"])]},
         ["practices", 2, "practice", "constraint-error"]),
        ({"certifications": [make_event(date="soon")]},
         ["certifications", 2, "date", "constraint-error"]),
        ({"cities": [make_city(latitude=91), *small_store.CITIES[1:]]},
         ["cities", 2, "latitude", "constraint-error"]),
        ({"cities": [make_city(country_code="usa"), *small_store.CITIES[1:]]},
         ["cities", 2, "country_code", "constraint-error"]),
    ],
)  # fmt: skip
def test_a_value_that_is_none_of_its_column_is_found(
    changed: dict[str, Any], wrong: list[Any], tmp_path: Path, folder: Path
) -> None:
    packed(of_store(tmp_path, **changed), folder)
    assert wrong in judged(folder)


@pytest.mark.parametrize(("name", "cut"), [("sources", "foreign-key"), ("topics", "foreign-key")])
def test_a_key_that_leads_nowhere_would_be_found(
    name: str, cut: str, small: Catalogue, folder: Path
) -> None:
    packed(taken(small), folder)
    path = folder / f"{name}.csv"
    path.write_text(path.read_text("utf-8").split("\n")[0] + "\n", "utf-8")
    assert cut in {kind for *_, kind in judged(folder)}


def test_the_same_data_makes_the_same_bytes(small: Catalogue, tmp_path: Path) -> None:
    made = []
    for name in ("one", "two"):
        folder = tmp_path / name
        folder.mkdir()
        packed(taken(small), folder)
        made.append({path.name: path.read_bytes() for path in folder.iterdir()})
    assert made[0] == made[1]
    assert json.loads(made[0]["datapackage.json"]) == exporter.description()
