"""How cities and stories are named in answers, and called where space is short."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.factories import make_city
from wwc_cli.core.naming import called, label, located, near_place, story_name

if TYPE_CHECKING:
    from wwc_cli.core.catalogue import Catalogue


@pytest.mark.parametrize(
    ("city_id", "name"),
    [
        ("newark-nj", "Newark, New Jersey"),
        ("ottawa-on", "Ottawa, Ontario"),
        ("medellin-co", "Medellín, Colombia"),
        ("las-condes-cl", "Las Condes, Chile"),
        ("washington-dc", "Washington, District of Columbia"),
    ],
)
def test_a_city_is_called_with_its_state_in_the_us_and_canada_and_its_country_elsewhere(
    bundled: Catalogue, city_id: str, name: str
) -> None:
    city = bundled.city(city_id)
    assert city
    assert called(city) == name
    assert label(city) == f"{name} ({city_id})"


def test_where_no_state_is_known_the_country_is_named() -> None:
    assert near_place(make_city(subdivision=None)) == "United States"


def test_a_record_that_names_a_city_is_called_as_the_city_is() -> None:
    card = {"city": "Alpha", "subdivision": "Ohio", "country": "Chile", "country_code": "CL"}
    assert called(card) == "Alpha, Chile"


def test_what_names_a_city_and_a_story_is_taken_from_a_record_in_the_order_of_answers(
    bundled: Catalogue,
) -> None:
    (number,) = bundled.story_numbers(["newark-nj"]).values()
    card = bundled.cards([number])[number]
    assert list(located(card).items()) == [
        ("city_id", "newark-nj"),
        ("city", "Newark"),
        ("subdivision", "New Jersey"),
        ("country", "United States"),
        ("country_code", "US"),
    ]
    assert list(story_name(card).items()) == [
        ("id", "newark-nj"),
        *located(card).items(),
        ("headline", "A Group Approach to Violence Prevention"),
    ]
