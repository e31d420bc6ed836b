"""A line names a city that is known, or a new one with the right id, or none; topics likewise."""

from __future__ import annotations

import pytest

from tests.importers.reading import KNOWN
from wwc_cli.importers.known import city_id


@pytest.mark.parametrize(
    ("line", "city"),
    [
        ("Alpha, New Jersey, USA", "alpha-nj"),
        ("Alpha, New Jersey", "alpha-nj"),
        ("Alpha, NJ", "alpha-nj"),
        ("ALPHA , N.J. , United States.", "alpha-nj"),
        ("Alpha, USA", "alpha-nj"),
        ("Rochester, Minnesota, USA", "rochester-mn"),
        ("Rochester, New York, USA", "rochester-ny"),
        ("Port Saint Mary, Fla.", "port-st-mary-fl"),
        ("Medellin, Colombia", "medellin-co"),
        ("Medallo, Antioquia, Colombia", "medellin-co"),
        ("San Fernando, Chile", "san-fernando-cl"),
    ],
)
def test_a_city_is_known_by_its_name_and_place(line: str, city: str) -> None:
    found = KNOWN.city(line)
    assert found
    assert found["id"] == city


@pytest.mark.parametrize(
    ("line", "city", "name", "subdivision", "code", "country"),
    [
        ("Dry Gulch, Texas, USA", "dry-gulch-tx", "Dry Gulch", "Texas", "TX", "US"),
        ("Dry Gulch, Tex.", "dry-gulch-tx", "Dry Gulch", "Texas", "TX", "US"),
        ("Lac-Vert, Québec, Canada", "lac-vert-qc", "Lac-Vert", "Quebec", "QC", "CA"),
        ("Lac-Vert, Ontario", "lac-vert-on", "Lac-Vert", "Ontario", "ON", "CA"),
        ("Peñalara, Chile", "penalara-cl", "Peñalara", None, None, "CL"),
        ("Peñalara, Biobío, Chile", "penalara-cl", "Peñalara", "Biobío", None, "CL"),
        ("Alpha, Ohio", "alpha-oh", "Alpha", "Ohio", "OH", "US"),
        ("Aldeia Nova, Brasil", "aldeia-nova-br", "Aldeia Nova", None, None, "BR"),
    ],
)
def test_a_city_that_nobody_knows_is_a_new_record(  # noqa: PLR0917 - a row of the table
    line: str, city: str, name: str, subdivision: str | None, code: str | None, country: str
) -> None:
    found = KNOWN.city(line)
    assert found
    assert found["id"] == city
    assert found["name"] == name
    assert (found["subdivision"], found["subdivision_code"]) == (subdivision, code)
    assert found["country_code"] == country
    assert (found["latitude"], found["population"], found["aliases"]) == (None, None, [])


@pytest.mark.parametrize(
    "line",
    [
        "",
        ",",
        "Alpha",
        "New Jersey",
        ", New Jersey",
        "Rochester, USA",  # which of the two
        "Dry Gulch, USA",  # in which state
        "Alpha, Atlantis",
        "Paris, France",
        "in Alpha, New Jersey",
        "Alpha, New Jersey, USA, and Rochester",
        "Lamps: a Plan for Alpha, New Jersey",
        "24 lamps, Ohio",
        "“Alpha”, Ohio",
        "What of Alpha?, Ohio",
        "A Mayor Who Went to See How the Others Do It, Ohio",
        "A" * 61 + ", Ohio",
        "…, Ohio",
        "A," + " " * 500 + "Ohio",
    ],
)
def test_other_lines_name_no_city(line: str) -> None:
    assert KNOWN.city(line) is None


def test_an_id_is_the_name_and_the_state_or_country() -> None:
    assert city_id("Ciudad de Ñandú", "AR", None) == "ciudad-de-nandu-ar"
    assert city_id("St. Mary’s", "US", "FL") == "st-mary-s-fl"


@pytest.mark.parametrize(
    "printed",
    ["Health and Wellbeing", "health & wellbeing", "Health & Wellness", "HEALTH-AND-WELLNESS"],
)
def test_a_topic_is_known_however_it_is_printed(printed: str) -> None:
    assert KNOWN.topics(printed) == ["health-and-wellbeing"]


@pytest.mark.parametrize(
    ("line", "topics"),
    [
        ("Housing", ["Housing"]),
        ("Housing, Public Safety", ["Housing", "Public Safety"]),
        ("Housing; Public Safety.", ["Housing", "Public Safety"]),
        (
            "Housing | Public Safety · Health & Wellness",
            ["Housing", "Public Safety", "Health & Wellness"],
        ),
        (
            "Housing Public Safety Health & Wellness",
            ["Housing", "Public Safety", "Health & Wellness"],
        ),
        ("Rivers and Boats", ["Rivers and Boats"]),
        ("Housing Rivers", ["Housing Rivers"]),
        ("Housing, , ", ["Housing"]),
        ("", []),
    ],
)
def test_topics_are_parted_by_signs_or_by_being_known(line: str, topics: list[str]) -> None:
    assert KNOWN.printed_topics(line) == topics
