"""The small things that many views say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.factories import make_event, make_metric
from wwc_cli.core import vocabulary
from wwc_cli.views import phrases

if TYPE_CHECKING:
    from typing import Any


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("2026-01-14", "14 Jan 2026"),
        ("2026-01-04", "4 Jan 2026"),
        ("2025-02", "Feb 2025"),
        ("2021", "2021"),
        ("2021-08 to 2023-12", "Aug 2021 to Dec 2023"),
        ("as of 2024-05", "as of May 2024"),
        ("since 2013", "since 2013"),
        ("1990s", "1990s"),
        ("FY2023", "FY2023"),
        ("2024-13", "2024-13"),
        ("2024-1", "2024-1"),
        ("six-month pilot", "six-month pilot"),
        ("2019-2021", "2019-2021"),
    ],
)
def test_dates_are_said_as_people_read_them(typed: str, said: str) -> None:
    assert phrases.date(typed) == said


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "↓ 19%"),
        ({"direction": "increase", "qualifier": "over"}, "↑ over 19%"),
        ({"from_value": 23}, "↓ 23% → 19%"),
        ({"value": 2, "from_value": 6, "unit": "days"}, "↓ 6 → 2 days"),
        ({"value": 22e6, "unit": "USD", "direction": "none"}, "$22,000,000"),
        ({"value": 1.5, "unit": "times", "qualifier": "about"}, "↓ about 1.5×"),
        ({"value": 3, "unit": "rank", "direction": "none"}, "no. 3"),
        ({"value": 4, "unit": "in ten", "direction": "none"}, "4 in ten"),
        ({"value": 0, "unit": "people"}, "↓ 0 people"),
        ({"value": 1234567.5, "unit": "kWh", "qualifier": "under"}, "↓ under 1,234,567.5 kWh"),
        ({"value": None, "unit": None}, "↓ (no figure)"),
        ({"value": None, "unit": None, "direction": "none"}, "no figure"),
    ],
)
def test_a_figure_is_said_with_direction_qualifier_and_unit(
    changes: dict[str, Any], said: str
) -> None:
    assert phrases.amount(make_metric(**changes)) == said


@pytest.mark.parametrize(
    ("unit", "said"), [("USD", "↓ $6 → $2"), ("times", "↓ 6× → 2×"), ("rank", "↓ no. 6 → no. 2")]
)
def test_both_values_of_a_change_carry_a_unit_that_is_a_sign(unit: str, said: str) -> None:
    assert phrases.amount(make_metric(value=2, from_value=6, unit=unit)) == said


def test_one_is_said_in_the_singular() -> None:
    metric = make_metric(value=1, unit="facilities", direction="none")
    assert phrases.amount(metric) == "1 facility"


@pytest.mark.parametrize("unit", vocabulary.UNITS)
def test_every_unit_of_the_closed_list_can_be_said(unit: str) -> None:
    said = phrases.amount(make_metric(value=2, unit=unit, direction="none"))
    special = {"percent": "2%", "USD": "$2", "times": "2×", "rank": "no. 2"}
    assert said == special.get(unit, f"2 {unit}")


@pytest.mark.parametrize(
    ("period", "baseline", "said"),
    [
        ("2024", "2023", "2024, against 2023"),
        ("2024-05", None, "May 2024"),
        (None, "2023-06", "against Jun 2023"),
        (None, None, ""),
    ],
)
def test_the_time_of_a_figure_says_what_it_is_compared_with(
    period: str | None, baseline: str | None, said: str
) -> None:
    assert phrases.when(make_metric(period=period, baseline_period=baseline)) == said


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "certified at silver"),
        ({"event": "moved-up", "level": "gold"}, "moved up to gold"),
        ({"event": "recertified", "level": None}, "recertified, level not stated"),
        ({"event": "honor-roll", "level": None}, "honor roll"),
    ],
)
def test_an_event_is_said_with_its_level(changes: dict[str, Any], said: str) -> None:
    assert phrases.event(make_event(**changes)) == said


@pytest.mark.parametrize(
    ("subdivision", "country", "said"),
    [
        ("New Jersey", "United States", "New Jersey, United States"),
        (None, "Barbados", "Barbados"),
        ("Guatemala", "Guatemala", "Guatemala"),
    ],
)
def test_a_place_names_a_country_once(subdivision: str | None, country: str, said: str) -> None:
    assert phrases.place({"subdivision": subdivision, "country": country}) == said


def test_an_id_is_said_as_words() -> None:
    assert phrases.words("traffic-safety") == "traffic safety"
