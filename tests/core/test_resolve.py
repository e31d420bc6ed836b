"""What resolves to a city. What does not: test_resolve_refusals.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.core import stores
from tests.factories import make_city
from wwc_cli.core import resolve
from wwc_cli.core.naming import called
from wwc_cli.errors import UnknownName

if TYPE_CHECKING:
    from pathlib import Path

    from wwc_cli.core.catalogue import Catalogue


def named(text: str, catalogue: Catalogue) -> str:
    """Return the id of the city that *text* names, of which nothing had to be remarked."""
    found = resolve.city(text, catalogue)
    assert found.remark is None, found.remark
    return found.city["id"]


@pytest.mark.parametrize("text", ["rochester-ny", "ROCHESTER-NY", " rochester-ny "])
def test_an_id_names_its_city_in_any_case(small: Catalogue, text: str) -> None:
    assert named(text, small) == "rochester-ny"


@pytest.mark.parametrize(
    ("text", "city_id"),
    [
        ("Newark", "newark-nj"),
        ("NEWARK", "newark-nj"),
        ("  newark  ", "newark-nj"),
        ("Medellín", "medellin-co"),
        ("medellin", "medellin-co"),
        ("MEDELLI\N{COMBINING ACUTE ACCENT}N", "medellin-co"),
        ("San Jose", "san-jose-ca"),
        ("las   condes", "las-condes-cl"),
        ("Las-Condes", "las-condes-cl"),
        ("Athens Clarke County", "athens-clarke-county-ga"),
        ("Port St. Lucie", "port-st-lucie-fl"),
        ("Port Saint Lucie", "port-st-lucie-fl"),
        ("Port St.Lucie", "port-st-lucie-fl"),
        ("ft. worth", "fort-worth-tx"),
        ("Normal", "normal-il"),
    ],
)
def test_a_name_is_known_without_case_accents_and_signs(
    bundled: Catalogue, text: str, city_id: str
) -> None:
    assert named(text, bundled) == city_id


@pytest.mark.parametrize(
    ("text", "city_id"),
    [
        ("Philly", "philadelphia-pa"),
        ("NOLA", "new-orleans-la"),
        ("nola", "new-orleans-la"),
        ("NYC", "new-york-city-ny"),
        ("New York", "new-york-city-ny"),
        ("Nova Iorque", "new-york-city-ny"),
        ("Cali", "santiago-de-cali-co"),
        ("Ciudad de Guatemala", "guatemala-city-gt"),
        ("Bogotá D.C.", "bogota-co"),
        ("Bogota DC", "bogota-co"),
        ("D.C.", "washington-dc"),
        ("3F", "tres-de-febrero-ar"),
    ],
)
def test_an_alias_names_its_city(bundled: Catalogue, text: str, city_id: str) -> None:
    assert named(text, bundled) == city_id


@pytest.mark.parametrize(
    ("text", "city_id"),
    [
        ("Newark, NJ", "newark-nj"),
        ("Newark, N.J.", "newark-nj"),
        ("newark nj", "newark-nj"),
        ("newark new jersey", "newark-nj"),
        ("Newark (New Jersey)", "newark-nj"),
        ("Newark, USA", "newark-nj"),
        ("Newark, U.S.A.", "newark-nj"),
        ("Newark, New Jersey, USA", "newark-nj"),
        ("Newark, NJ, United States", "newark-nj"),
        ("Rochester, New York", "rochester-ny"),
        ("Rochester, NY", "rochester-ny"),
        ("Rochester, Minn.", "rochester-mn"),
        ("rochester minnesota", "rochester-mn"),
        ("Long Beach, Calif.", "long-beach-ca"),
        ("Port St Lucie, FL", "port-st-lucie-fl"),
        ("Port Saint Lucie, Fla.", "port-st-lucie-fl"),
        ("Washington, D.C.", "washington-dc"),
        ("Washington DC", "washington-dc"),
        ("New York, New York", "new-york-city-ny"),
        ("NYC, NY", "new-york-city-ny"),
        ("Philly, Penn.", "philadelphia-pa"),
        ("Little Rock, AR", "little-rock-ar"),
        ("Mendoza, AR", "mendoza-ar"),
        ("Denver, CO", "denver-co"),
        ("Cali, CO", "santiago-de-cali-co"),
        ("Medellín, Colombia", "medellin-co"),
        ("Medellín, Antioquia", "medellin-co"),
        ("Medellín, Antioquia, Colombia", "medellin-co"),
        ("Ottawa, Canada", "ottawa-on"),
        ("Ottawa, Ont.", "ottawa-on"),
        ("Ottawa, Ontario, Canadá", "ottawa-on"),
        ("Recife, Brasil", "recife-br"),
        ("Monterrey, México", "monterrey-mx"),
        ("Guatemala, Guatemala", "guatemala-city-gt"),
        ("San Fernando, Chile", "san-fernando-cl"),
    ],
)
def test_a_name_with_its_place_is_known_in_every_usual_form(
    bundled: Catalogue, text: str, city_id: str
) -> None:
    assert named(text, bundled) == city_id


@pytest.mark.parametrize(
    ("text", "city_id"),
    [
        ("Washington, DC, USA", "washington-dc"),
        ("Rionegro, Antioquia, Colombia", "rionegro-co"),
    ],
)
def test_a_city_found_by_its_name_and_by_an_alias_is_one_city(
    bundled: Catalogue, text: str, city_id: str
) -> None:
    assert named(text, bundled) == city_id


def test_every_city_is_known_by_its_id_its_aliases_and_as_errors_call_it(
    bundled: Catalogue,
) -> None:
    for city in bundled.cities():
        for text in (city["id"], called(city), *city["aliases"]):
            assert named(text, bundled) == city["id"], text


@pytest.mark.parametrize("fixture", ["small", "bundled"])
def test_a_whole_name_beats_a_longer_one_that_begins_with_it(
    request: pytest.FixtureRequest, fixture: str
) -> None:
    assert named("San Fernando", request.getfixturevalue(fixture)) == "san-fernando-cl"


@pytest.mark.parametrize("text", ["own-id", "OWN-ID", " own-id "])
def test_an_id_need_not_be_made_of_the_name(tmp_path: Path, text: str) -> None:
    city = make_city("own-id", name="Erewhon")
    catalogue = stores.opened(tmp_path, cities=[city], stories=[], certifications=[])
    assert named(text, catalogue) == "own-id"


def test_an_id_beats_a_name_that_reads_like_it(tmp_path: Path) -> None:
    cities = [make_city("alpha-nj"), make_city("beta-nj", aliases=["Alpha NJ"])]
    catalogue = stores.opened(tmp_path, cities=cities, stories=[], certifications=[])
    assert named("alpha-nj", catalogue) == "alpha-nj"


def test_an_alias_is_not_preferred_to_anothers_name(tmp_path: Path) -> None:
    cities = [make_city("alpha-nj"), make_city("beta-nj", aliases=["Alpha"])]
    catalogue = stores.opened(tmp_path, cities=cities, stories=[], certifications=[])
    with pytest.raises(UnknownName) as caught:
        resolve.city("Alpha", catalogue)
    assert caught.value.suggestions == ["alpha-nj", "beta-nj"]


@pytest.mark.parametrize(
    ("text", "city_id", "said"),
    [
        ("Philad", "philadelphia-pa", "Philadelphia, Pennsylvania (philadelphia-pa)"),
        ("las con", "las-condes-cl", "Las Condes, Chile (las-condes-cl)"),
        ("San Fernando del", "san-fernando-del-valle-de-catamarca-ar", "Argentina"),
        ("medel", "medellin-co", "Medellín, Colombia"),
    ],
)
def test_a_unique_beginning_is_enough_and_is_told(
    bundled: Catalogue, text: str, city_id: str, said: str
) -> None:
    found = resolve.city(text, bundled)
    assert found.city["id"] == city_id
    assert found.remark
    assert repr(text) in found.remark
    assert said in found.remark


@pytest.mark.parametrize(
    ("text", "city_id"),
    [
        ("Medelin", "medellin-co"),  # a letter missing
        ("Las Codnes", "las-condes-cl"),  # two swapped
        ("Bostton", "boston-ma"),  # one too many
        ("Louisvolle", "louisville-ky"),  # another one
        ("Bostn", "boston-ma"),  # in a short name
        ("Medelin, Colombia", "medellin-co"),
        ("Newrak, NJ", "newark-nj"),
    ],
)
def test_a_single_slip_is_seen_through_and_told(
    bundled: Catalogue, text: str, city_id: str
) -> None:
    found = resolve.city(text, bundled)
    assert found.city["id"] == city_id
    assert found.remark
    assert repr(text) in found.remark
    assert called(found.city) in found.remark


def test_several_names_come_back_in_their_order_with_their_remarks(bundled: Catalogue) -> None:
    found = resolve.several(["Newark", "Medelin", "las con"], bundled, least=2, most=4)
    assert [each.city["id"] for each in found] == ["newark-nj", "medellin-co", "las-condes-cl"]
    assert [bool(each.remark) for each in found] == [False, True, True]


@pytest.mark.parametrize("texts", [["Newark", "Boston"], ["Newark", "Boston", "Reno", "Tempe"]])
def test_the_least_and_the_most_cities_are_allowed(bundled: Catalogue, texts: list[str]) -> None:
    assert len(resolve.several(texts, bundled, least=2, most=4)) == len(texts)
