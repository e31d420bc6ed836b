"""What names no city, or several, and what is answered. What resolves: test_resolve.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from wwc_cli.core import resolve
from wwc_cli.errors import ExitCode, UnknownName, UsageProblem

if TYPE_CHECKING:
    from wwc_cli.core.catalogue import Catalogue


def refusal(text: str, catalogue: Catalogue) -> UnknownName:
    with pytest.raises(UnknownName) as caught:
        resolve.city(text, catalogue)
    assert repr(text) in caught.value.message
    assert caught.value.hint
    return caught.value


@pytest.mark.parametrize("fixture", ["small", "bundled"])
@pytest.mark.parametrize("text", ["Rochester", "Rochester, USA", "ROCHESTER"])
def test_two_cities_of_one_name_are_both_named_with_how_to_say_which(
    request: pytest.FixtureRequest, fixture: str, text: str
) -> None:
    catalogue = request.getfixturevalue(fixture)
    error = refusal(text, catalogue)
    assert error.code == ExitCode.UNKNOWN
    assert "Rochester, Minnesota (rochester-mn)" in error.message
    assert "Rochester, New York (rochester-ny)" in error.message
    assert error.suggestions == ["rochester-mn", "rochester-ny"]
    assert error.hint
    for way in ("rochester-mn", "Rochester, Minnesota"):
        assert repr(way) in error.hint
        assert resolve.city(way, catalogue).city["id"] == "rochester-mn"


def test_a_beginning_that_several_cities_have_names_them(bundled: Catalogue) -> None:
    error = refusal("roche", bundled)
    assert error.suggestions == ["rochester-mn", "rochester-ny"]


def test_of_many_cities_that_fit_six_are_named_and_the_rest_counted(bundled: Catalogue) -> None:
    error = refusal("san", bundled)
    assert error.message.count("(san-") == 6
    assert f"or {len(error.suggestions) - 6} more" in error.message


def test_own_names_that_begin_so_are_named_before_aliases_that_do(bundled: Catalogue) -> None:
    suggested = refusal("san", bundled).suggestions
    assert suggested.index("santiago-de-cali-co") < suggested.index("bogota-co")


@pytest.mark.parametrize("text", ["b", "bo", "me", "Ph"])
def test_a_beginning_of_one_or_two_letters_names_nothing(bundled: Catalogue, text: str) -> None:
    refusal(text, bundled)


@pytest.mark.parametrize(
    "text",
    [
        *("Paris", "Springfield", "a", "", " ", "()", "!?", "%", "_", "'", '"', "1", "日本"),
        *("x" * 5000, "San " * 1000, "\x00", "\x1b[2J", "\x1b[31mNewark", "\u202e"),
        "Newark' OR '1'='1",
        pytest.param(
            "\udcff",
        ),
    ],
)
def test_what_fits_nothing_is_an_unknown_name(bundled: Catalogue, text: str) -> None:
    assert refusal(text, bundled).message == f"No city is called {text!r}."


def test_a_message_holds_no_character_that_a_terminal_would_obey(bundled: Catalogue) -> None:
    error = refusal("\x1b[2JPar\u202eis\x00", bundled)
    assert error.message.isprintable()


def test_what_is_near_no_city_is_told_the_other_ways_in(bundled: Catalogue) -> None:
    error = refusal("Springfield", bundled)
    assert error.suggestions == []
    assert error.hint
    assert "wwc list-certified" in error.hint
    assert "wwc search" in error.hint


def test_a_slip_in_a_name_that_two_cities_have_names_both(bundled: Catalogue) -> None:
    error = refusal("Rochestr", bundled)
    assert error.suggestions == ["rochester-mn", "rochester-ny"]
    assert error.hint == (
        "Did you mean Rochester, Minnesota (rochester-mn) or Rochester, New York (rochester-ny)?"
    )


@pytest.mark.parametrize("text", ["Bostan", "Newrak", "Detriot", "Rochester Hills", "Lima"])
def test_what_is_too_far_from_a_name_is_left_to_the_user(bundled: Catalogue, text: str) -> None:
    refusal(text, bundled)


@pytest.mark.parametrize("text", ["Tmpe", "Maiu", "Bise"])
def test_a_slip_in_a_name_typed_with_four_letters_is_left_to_the_user(
    bundled: Catalogue, text: str
) -> None:
    assert refusal(text, bundled).suggestions[0] in {"tempe-az", "maipu-cl", "boise-id"}


def test_what_is_near_is_suggested_nearest_first_and_three_at_most(bundled: Catalogue) -> None:
    assert refusal("Bostan", bundled).suggestions[0] == "boston-ma"
    assert len(refusal("San Ramon", bundled).suggestions) == 3


@pytest.mark.parametrize(
    "text",
    [
        *("Newark, Ohio", "Portland, Maine", "Portland, ME", "Arlington, Virginia"),
        *("Kansas City, Kansas", "Athens, Greece", "Hamilton, Ohio", "Córdoba, Spain"),
        *("Medellín, Chile", "San Fernando, Argentina", "Rochester, NH", "Medelin, Chile"),
        pytest.param("Kansas City, KS"),
        pytest.param("Glendale, CA"),
        pytest.param("Alexandria, LA"),
        pytest.param("Cambridge, UK"),
        pytest.param("Philadelphia, MS"),
        pytest.param("Arlington, Vermont"),
        pytest.param("San Fernando, California"),
        pytest.param(
            "Mendoza, CA",
        ),
    ],
)
def test_a_name_with_anothers_state_or_country_names_nothing(bundled: Catalogue, text: str) -> None:
    refusal(text, bundled)


def test_a_name_with_a_wrong_state_suggests_the_city_of_that_name(bundled: Catalogue) -> None:
    assert refusal("Newark, Ohio", bundled).suggestions == ["newark-nj"]


@pytest.mark.parametrize("text", ["Chile", "México", "Estados Unidos", "Brasil", "USA", "Peru"])
def test_a_country_is_answered_with_the_command_that_lists_it(
    bundled: Catalogue, text: str
) -> None:
    error = refusal(text, bundled)
    assert error.hint == f"A country's cities: wwc list-certified --country {text!r}"
    assert error.suggestions == []


@pytest.mark.parametrize(
    "text",
    [
        *("Texas", "New Jersey", "ohio", "Georgia", "Ontario", "Québec", "TX", "Tenn."),
        pytest.param("Kansas"),
        pytest.param("Oklahoma"),
        pytest.param("Minn."),
        pytest.param("Ala."),
        pytest.param("Calif."),
    ],
)
def test_a_state_is_answered_with_the_command_that_lists_it(bundled: Catalogue, text: str) -> None:
    error = refusal(text, bundled)
    assert error.hint == f"A state's cities: wwc list-certified --state {text!r}"
    assert error.suggestions == []


@pytest.mark.parametrize(
    "text",
    [
        *("Antioquia", "O'Higgins", "Nuevo León", "São Paulo"),
        pytest.param("Minas Gerais"),
        pytest.param("Rio Grande do Sul"),
    ],
)
def test_a_region_elsewhere_names_no_city(bundled: Catalogue, text: str) -> None:
    refusal(text, bundled)


def test_all_bad_names_are_reported_together(bundled: Catalogue) -> None:
    with pytest.raises(UnknownName) as caught:
        resolve.several(["Paris", "Newark", "Rochestr", "Rochester"], bundled, least=2, most=4)
    error = caught.value
    assert [line.split("'")[1] for line in error.message.splitlines()] == [
        "Paris",
        "Rochestr",
        "Rochester",
    ]
    assert error.hint
    assert "Did you mean Paterson" in error.hint
    assert "rochester-mn" in error.hint
    assert error.suggestions[:3] == ["paterson-nj", "rochester-mn", "rochester-ny"]


def test_a_hint_for_two_names_is_given_once(bundled: Catalogue) -> None:
    with pytest.raises(UnknownName) as caught:
        resolve.several(["Springfield", "Columbia"], bundled, least=2, most=4)
    assert caught.value.hint
    assert caught.value.hint.count("wwc search") == 1


def test_a_suggestion_for_two_names_is_given_once(bundled: Catalogue) -> None:
    with pytest.raises(UnknownName) as caught:
        resolve.several(["Las", "Condes", "Newark"], bundled, least=2, most=4)
    assert sorted(caught.value.suggestions) == ["las-condes-cl", "las-vegas-nv"]


def test_a_bad_name_is_told_before_a_wrong_number(bundled: Catalogue) -> None:
    with pytest.raises(UnknownName):
        resolve.several(["Paris"], bundled, least=2, most=4)


@pytest.mark.parametrize(
    ("texts", "name"),
    [(["Las", "Condes", "Newark"], "Las Condes"), (["Boston", "New", "York"], "New York")],
)
def test_a_name_in_two_arguments_is_told_that_it_needs_quotes(
    bundled: Catalogue, texts: list[str], name: str
) -> None:
    with pytest.raises(UnknownName) as caught:
        resolve.several(texts, bundled, least=2, most=4)
    assert caught.value.hint
    assert f"A name of several words needs quotes: {name!r}." in caught.value.hint


def test_nothing_is_said_of_quotes_where_no_name_was_split(bundled: Catalogue) -> None:
    with pytest.raises(UnknownName) as caught:
        resolve.several(["Paris", "Newark"], bundled, least=2, most=4)
    assert "quotes" not in (caught.value.hint or "")


@pytest.mark.parametrize(
    "texts", [["Newark", "newark-nj"], ["Boston", "Philly", "Philadelphia, PA"]]
)
def test_one_city_by_two_names_is_a_usage_problem(bundled: Catalogue, texts: list[str]) -> None:
    with pytest.raises(UsageProblem, match="is named twice") as caught:
        resolve.several(texts, bundled, least=2, most=4)
    assert caught.value.code == ExitCode.USAGE
    assert "boston-ma" not in caught.value.message


@pytest.mark.parametrize("texts", [[], ["Newark"], ["Newark", "Boston", "Dallas", "Reno", "Tempe"]])
def test_too_few_or_too_many_cities_are_a_usage_problem(
    bundled: Catalogue, texts: list[str]
) -> None:
    with pytest.raises(UsageProblem, match=f"2 to 4 cities, not {len(texts)}"):
        resolve.several(texts, bundled, least=2, most=4)
