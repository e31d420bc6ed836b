"""wwc show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wwc_cli.errors import ExitCode

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Answer


def test_a_slip_in_a_name_is_answered_with_the_city(wwc: Callable[..., Answer]) -> None:
    result = wwc("show", "Medelin", "--json")
    assert result.exit_code == ExitCode.OK
    assert result.json["city"]["id"] == "medellin-co"
    assert "Medellín" in result.stderr


def test_the_json_of_a_city_has_the_promised_keys(wwc: Callable[..., Answer]) -> None:
    profile = wwc("show", "Newark", "--json").json
    assert list(profile) == ["city", "certification", "stories", "related", "sources"]
    assert list(profile["certification"]) == [
        "level",
        "level_date",
        "last_event",
        "last_date",
        "first_certified",
        "history",
    ]
