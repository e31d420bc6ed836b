"""Which countries lie in one region and speak one language."""

from __future__ import annotations

import pytest

from wwc_cli.core import places, regions


def test_every_country_that_has_names_has_a_region() -> None:
    assert list(regions.COUNTRIES) == list(places.COUNTRIES)


def test_every_bundled_country_has_a_language() -> None:
    spoken = {language for _, languages in regions.COUNTRIES.values() for language in languages}
    assert spoken == {"English", "French", "Portuguese", "Spanish"}
    assert [code for code in regions.COUNTRIES if not regions.languages(code)] == ["SR"]


@pytest.mark.parametrize(
    ("one", "other", "region", "language"),
    [
        ("MX", "CO", "Latin America", "Spanish"),
        ("MX", "BR", "Latin America", None),
        ("US", "CA", "North America", "English"),
        ("US", "MX", None, None),
        ("CA", "HT", None, "French"),
        ("US", "JM", None, "English"),
        ("PR", "US", None, "English"),
        ("PR", "MX", "Latin America", "Spanish"),
        ("SR", "GY", "the Caribbean", None),
        ("XX", "MX", None, None),
        ("XX", "YY", None, None),
    ],
)
def test_what_two_countries_have_in_common(
    one: str, other: str, region: str | None, language: str | None
) -> None:
    for pair in ((one, other), (other, one)):
        assert regions.shared_region(*pair) == region
        assert regions.shared_language(*pair) == language
