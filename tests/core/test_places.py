"""Names of states, provinces and countries."""

from __future__ import annotations

import pytest

from wwc_cli.core import places


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Newark", "newark"),
        ("Medellín", "medellin"),
        ("  Las   Condes ", "las condes"),
        ("Las-Condes", "las condes"),
        ("Port St. Lucie", "port saint lucie"),
        ("Port St.Lucie", "port saint lucie"),
        ("Port Saint Lucie", "port saint lucie"),
        ("PORT ST LUCIE", "port saint lucie"),
        ("Ft. Worth", "fort worth"),
        ("Mt Vernon", "mount vernon"),
        ("Washington, D.C.", "washington dc"),
        ("Washington, D. C.", "washington d c"),
        ("N.Y.", "ny"),
        ("U.S.A.", "usa"),
        ("EE. UU.", "ee uu"),
        ("EE.UU.", "ee uu"),
        ("O'Higgins", "ohiggins"),
        ("O\N{RIGHT SINGLE QUOTATION MARK}Higgins", "ohiggins"),
        ("Trinidad & Tobago", "trinidad tobago"),
        ("Street", "street"),
        ("Stockton", "stockton"),
        ("Newark (NJ)", "newark nj"),
        ("newark_nj", "newark nj"),
        ("3 de Febrero", "3 de febrero"),
        ("", ""),
        ("()", ""),
        ("...", ""),
    ],
)
def test_a_name_key_is_what_names_are_compared_by(text: str, key: str) -> None:
    assert places.name_key(text) == key


@pytest.mark.parametrize("text", ["Port St. Lucie", "EE.UU.", "O'Higgins", "Ciudad Autónoma"])
def test_the_key_of_a_key_is_itself(text: str) -> None:
    key = places.name_key(text)
    assert places.name_key(key) == key


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Brazil", "BR"),
        ("Brasil", "BR"),
        ("br", "BR"),
        ("Mexico", "MX"),
        ("MÉXICO", "MX"),
        ("Canadá", "CA"),
        ("Colômbia", "CO"),
        ("Equador", "EC"),
        ("Peru", "PE"),
        ("Perú", "PE"),
        ("República Dominicana", "DO"),
        ("The Bahamas", "BS"),
        ("Trinidad e Tobago", "TT"),
        ("Porto Rico", "PR"),
        ("United States of America", "US"),
        ("u.s.", "US"),
        ("U.S.A.", "US"),
        ("Estados Unidos", "US"),
        ("EE.UU.", "US"),
        ("EUA", "US"),
        ("Spain", None),
        ("Texas", None),
        ("Ch", None),
        ("Chil", None),
        ("", None),
    ],
)
def test_a_country_is_known_in_three_languages_and_by_its_code(text: str, code: str | None) -> None:
    assert places.country_code(text) == code


def test_no_name_belongs_to_two_countries() -> None:
    for code, names in places.COUNTRIES.items():
        for name in (code, *names):
            assert places.country_code(name) == code, name


@pytest.mark.parametrize(
    "text",
    ["New Jersey", "nj", "N.J.", "Calif.", "Tenn", "D.C.", "Washington State", "Québec", "Ont."],
)
def test_a_state_or_province_is_known_in_its_usual_forms(text: str) -> None:
    assert places.is_state(text)


@pytest.mark.parametrize("text", ["Newark", "Chile", "Antioquia", "New", "Jersey", "XX", ""])
def test_what_is_no_state_is_none(text: str) -> None:
    assert not places.is_state(text)


def test_no_form_belongs_to_two_states_of_one_country() -> None:
    for country, states in places.SUBDIVISIONS.items():
        keys = [key for code in states for key in places.subdivision_keys(country, code, None)]
        assert sorted(keys) == sorted(set(keys))


def test_the_states_are_fifty_and_the_district_and_the_provinces_thirteen() -> None:
    assert {country: len(states) for country, states in places.SUBDIVISIONS.items()} == {
        "US": 51,
        "CA": 13,
    }


def test_the_keys_of_a_country_are_its_names_and_its_code() -> None:
    assert places.country_keys("BR", "Brazil") == {"br", "brazil", "brasil"}
    assert places.country_keys("ZZ", "Atlantis") == {"zz", "atlantis"}


@pytest.mark.parametrize(
    ("country", "code", "name", "keys"),
    [
        ("US", "MN", "Minnesota", {"mn", "minnesota", "minn"}),
        ("US", "DC", "District of Columbia", {"dc", "district of columbia"}),
        ("CA", "QC", "Quebec", {"qc", "quebec", "que"}),
        ("CO", None, "Antioquia", {"antioquia"}),
        ("CL", "MN", "O'Higgins", {"mn", "ohiggins"}),
        ("UY", None, None, set()),
    ],
)
def test_the_keys_of_a_state_are_its_name_its_short_forms_and_its_code(
    country: str, code: str | None, name: str | None, keys: set[str]
) -> None:
    assert places.subdivision_keys(country, code, name) == keys
