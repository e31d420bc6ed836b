"""What a page leaves open of a certification."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.factories import make_city, make_event
from wwc_cli.core.inference import event_kind, shared_date
from wwc_cli.importers.cohort import Announced

if TYPE_CHECKING:
    from wwc_cli.core.records import Certification, Level

SILVER_2021 = make_event(date="2021-05-01", level="silver")
UNSTATED_2022 = make_event(date="2022", level=None, event="recertified")
HONORED = make_event(date="2018", level=None, event="honor-roll")


@pytest.mark.parametrize(
    ("before", "level", "date", "kind"),
    [
        ([], "silver", "2024", "certified"),
        ([HONORED], "silver", "2024", "certified"),
        ([SILVER_2021], "silver", "2024", "recertified"),
        ([SILVER_2021], "gold", "2024", "moved-up"),
        ([SILVER_2021], None, "2024", "recertified"),
        ([SILVER_2021, UNSTATED_2022], "gold", "2024", "moved-up"),
        ([UNSTATED_2022, SILVER_2021], "silver", "2024", "recertified"),
        ([UNSTATED_2022], "silver", "2024", "moved-up"),
        ([SILVER_2021], "gold", "2020", "certified"),
        ([SILVER_2021], "silver", "2021", "certified"),
        ([SILVER_2021], "silver", "2021-05-01", "certified"),
        ([SILVER_2021], "silver", "2021-05-02", "recertified"),
    ],
)
def test_which_event_it_was_is_told_by_those_before(
    before: list[Certification], level: Level | None, date: str, kind: str
) -> None:
    assert event_kind(before, level=level, date=date) == kind


CITIES = [make_city(f"city{number}-nj") for number in range(6)]
COHORT = [Announced(city, "certified", "silver") for city in CITIES]


def known(count: int, date: str = "2024-01-23", **changes: str) -> list[Certification]:
    return [make_event(city["id"], date=date, **changes) for city in CITIES[:count]]


def test_the_day_of_most_of_what_is_announced_is_its_date() -> None:
    assert shared_date(COHORT, known(6)) == "2024-01-23"
    assert shared_date(COHORT, [*known(4), *known(2, "2025-01-01")]) == "2024-01-23"


@pytest.mark.parametrize(
    "events",
    [[], known(2), known(6, level="gold"), known(6, event="recertified")],
    ids=["nothing known", "too few", "another level", "another event"],
)
def test_else_there_is_no_date(events: list[Certification]) -> None:
    assert shared_date(COHORT, events) is None


def test_a_small_part_of_a_large_cohort_tells_no_date() -> None:
    cohort = [
        Announced(make_city(f"city{number}-nj"), "certified", "silver") for number in range(8)
    ]
    assert shared_date(cohort, known(3)) is None
    assert shared_date(cohort, known(4)) == "2024-01-23"


def test_of_two_such_days_the_later_is_taken() -> None:
    assert shared_date(COHORT, [*known(4, "2021"), *known(4, "2024")]) == "2024"
