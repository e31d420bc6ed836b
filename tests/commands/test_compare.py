"""wwc compare."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Answer

    Wwc = Callable[..., Answer]


def test_the_json_of_a_comparison_has_the_promised_shape(wwc_small: Wwc) -> None:
    result = wwc_small("compare", "alpha-nj", "rochester-ny", "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    compared = result.json
    assert list(compared) == ["cities", "shared_topics", "topics_only", "themes"]
    assert compared["cities"] == [
        wwc_small("show", city, "--json").json for city in ("alpha-nj", "rochester-ny")
    ]
    assert compared["shared_topics"] == ["public-safety"]
    assert compared["topics_only"] == {"alpha-nj": [], "rochester-ny": ["housing"]}
    assert [list(theme) for theme in compared["themes"]] == [["theme", "metrics", "comparable"]] * 3
    assert [
        (theme["theme"], {city: len(of) for city, of in theme["metrics"].items()})
        for theme in compared["themes"]
    ] == [
        ("traffic-safety", {"alpha-nj": 1, "rochester-ny": 0}),
        ("service-speed", {"alpha-nj": 0, "rochester-ny": 1}),
        ("blight", {"alpha-nj": 0, "rochester-ny": 1}),
    ]
    assert {theme["comparable"] for theme in compared["themes"]} == {False}


def test_figures_of_one_theme_and_unit_are_comparable(wwc: Wwc) -> None:
    themes = wwc("compare", "Newark", "Las Condes", "--json").json["themes"]
    assert {theme["theme"]: theme["comparable"] for theme in themes}["crime"] is True


@pytest.mark.parametrize("count", [2, 3, 4])
def test_two_to_four_cities_are_compared(count: int, wwc_small: Wwc) -> None:
    cities = ["alpha-nj", "rochester-ny", "medellin-co", "nowhere-nj"][:count]
    result = wwc_small("compare", *cities, "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    assert [profile["city"]["id"] for profile in result.json["cities"]] == cities


@pytest.mark.parametrize("count", [0, 1, 5])
def test_fewer_or_more_are_a_mistake(count: int, wwc_small: Wwc) -> None:
    cities = ["alpha-nj", "rochester-ny", "medellin-co", "nowhere-nj", "honored-nj"][:count]
    result = wwc_small("compare", *cities)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        f"Error: It takes 2 to 4 cities, not {count}.\n"
        'For example: wwc compare Newark "Las Condes"\n'
    )


def test_one_city_twice_is_a_mistake_under_whatever_name(wwc_small: Wwc) -> None:
    result = wwc_small("compare", "Alpha", "The A")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "Error: alpha-nj is named twice.\nName different cities.\n"


def test_a_name_that_lacks_its_quotes_is_recognized(wwc: Wwc) -> None:
    result = wwc("compare", "Newark", "Las", "Condes")
    assert (result.exit_code, result.stdout) == (3, "")
    assert "A name of several words needs quotes: 'Las Condes'." in result.stderr


def test_how_each_name_was_understood_is_told(wwc_small: Wwc) -> None:
    result = wwc_small("compare", "Alph", "Medelin", "--json")
    assert result.exit_code == 0
    assert result.stderr == (
        "Only Alpha, New Jersey (alpha-nj) begins with 'Alph'.\n"
        "Took 'Medelin' for Medellín, Colombia (medellin-co).\n"
    )


def test_csv_has_a_row_an_aspect_and_a_column_a_city(wwc_small: Wwc) -> None:
    result = wwc_small("compare", "honored-nj", "rochester-mn", "--format", "csv")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        "aspect,honored-nj,rochester-mn\n"
        'Size,"100,000 people","100,000 people"\n'
        'Certified,honor roll only,"level not stated\nsince 23 Jan 2024"\n'
    )


def test_tsv_has_a_line_an_aspect(wwc_small: Wwc) -> None:
    result = wwc_small("compare", "honored-nj", "rochester-mn", "--format", "tsv")
    assert result.stdout == (
        "aspect\thonored-nj\trochester-mn\n"
        "Size\t100,000 people\t100,000 people\n"
        "Certified\thonor roll only\tlevel not stated since 23 Jan 2024\n"
    )


def test_cities_keep_the_order_in_which_they_were_named(wwc_small: Wwc) -> None:
    shown = wwc_small("compare", "rochester-ny", "alpha-nj").stdout.splitlines()[0]
    assert shown.split() == ["Rochester,", "New", "York", "Alpha,", "New", "Jersey"]
