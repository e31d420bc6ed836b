"""How a city stands, from its events."""

from __future__ import annotations

import pytest

from tests.factories import make_event
from wwc_cli.core.standing import happened_by, happened_since, in_order, latest, standing


def test_without_events_a_city_has_no_standing() -> None:
    assert standing([]) is None


def test_the_level_is_the_latest_that_a_source_states() -> None:
    stands = standing(
        [
            make_event(date="2024-06-17", level="gold", event="moved-up"),
            make_event(date="2019-04-24", level="silver"),
        ]
    )
    assert stands
    assert (stands["level"], stands["level_date"]) == ("gold", "2024-06-17")
    assert (stands["last_event"], stands["last_date"]) == ("moved-up", "2024-06-17")
    assert stands["first_certified"] == "2019-04-24"
    assert [event["date"] for event in stands["history"]] == ["2019-04-24", "2024-06-17"]


def test_a_later_lower_level_stands() -> None:
    stands = standing(
        [make_event(date="2019", level="platinum"), make_event(date="2022", level="silver")]
    )
    assert stands
    assert stands["level"] == "silver"


def test_an_event_without_a_level_leaves_the_one_before_it_standing() -> None:
    stands = standing(
        [
            make_event(date="2019", level="silver"),
            make_event(date="2021", level="gold", event="moved-up"),
            make_event(date="2024", level=None, event="recertified"),
            make_event(date="2026", level=None, event="recertified"),
        ]
    )
    assert stands
    assert (stands["level"], stands["level_date"]) == ("gold", "2021")
    assert (stands["last_event"], stands["last_date"]) == ("recertified", "2026")


def test_a_city_of_which_no_level_is_stated_has_none() -> None:
    stands = standing([make_event(date="2024", level=None)])
    assert stands
    assert (stands["level"], stands["level_date"]) == (None, None)
    assert stands["first_certified"] == "2024"


def test_the_honor_roll_alone_is_no_certification() -> None:
    honor = make_event(date="2018-01-25", level=None, event="honor-roll")
    assert standing([honor]) == {
        "level": None,
        "level_date": None,
        "last_event": "honor-roll",
        "last_date": "2018-01-25",
        "first_certified": None,
        "history": [honor],
    }


def test_certification_after_the_honor_roll_counts_from_the_certification() -> None:
    stands = standing(
        [
            make_event(date="2018", level=None, event="honor-roll"),
            make_event(date="2020", level="silver"),
        ]
    )
    assert stands
    assert (stands["first_certified"], stands["last_event"]) == ("2020", "certified")
    assert len(stands["history"]) == 2


def test_an_honor_roll_after_certification_is_not_the_last_event() -> None:
    stands = standing(
        [
            make_event(date="2020", level="silver"),
            make_event(date="2023", level=None, event="honor-roll"),
        ]
    )
    assert stands
    assert (stands["last_event"], stands["last_date"]) == ("certified", "2020")


def test_a_level_printed_on_the_honor_roll_is_no_level() -> None:
    stands = standing([make_event(date="2018", level="gold", event="honor-roll")])
    assert stands
    assert stands["level"] is None


def test_dates_of_any_precision_are_in_order_and_a_year_comes_first_in_it() -> None:
    dates = ["2021-03", "2022", "2021-03-05", "2021", "2020-12-31"]
    events = [make_event(date=date) for date in dates]
    assert [event["date"] for event in in_order(events)] == [
        "2020-12-31",
        "2021",
        "2021-03",
        "2021-03-05",
        "2022",
    ]


def test_events_of_one_day_are_in_the_order_in_which_they_make_sense() -> None:
    events = [
        make_event(event=event) for event in ("moved-up", "recertified", "certified", "honor-roll")
    ]
    assert [event["event"] for event in in_order(events)] == [
        "honor-roll",
        "certified",
        "recertified",
        "moved-up",
    ]


def test_on_one_day_the_level_moved_up_to_stands() -> None:
    stands = standing([make_event(level="gold", event="moved-up"), make_event(level="silver")])
    assert stands
    assert (stands["level"], stands["last_event"]) == ("gold", "moved-up")


@pytest.mark.parametrize(
    ("date", "last"),
    [("2024", "2024-12-31"), ("2024-06", "2024-06-31"), ("2024-06-17", "2024-06-17")],
)
def test_the_latest_day_of_a_date_ends_what_it_leaves_open(date: str, last: str) -> None:
    assert latest(date) == last


@pytest.mark.parametrize(
    ("date", "as_of", "happened"),
    [
        ("2024-06-17", "2024-06-17", True),
        ("2024-06-17", "2024-06-16", False),
        ("2024-06-17", "2024-06", True),
        ("2024-06-17", "2024", True),
        ("2024-06-17", "2024-05", False),
        ("2024-06-17", "2023", False),
        ("2024-06", "2024-06", True),
        ("2024-06", "2024-06-15", False),
        ("2024-06", "2024-07-01", True),
        ("2024-12", "2024", True),
        ("2021", "2021", True),
        ("2021", "2021-06", False),
        ("2021", "2021-12", True),
        ("2021", "2021-12-30", False),
        ("2021", "2022-01", True),
        ("2021", "2020", False),
    ],
)
def test_what_surely_happened_by_a_date(date: str, as_of: str, *, happened: bool) -> None:
    assert happened_by(date, as_of=as_of) is happened


@pytest.mark.parametrize(
    ("date", "since", "happened"),
    [
        ("2024-06-17", "2024-06-17", True),
        ("2024-06-17", "2024-06-18", False),
        ("2024-06-17", "2024-06", True),
        ("2024-06-17", "2024-07", False),
        ("2024-06-17", "2024", True),
        ("2024-06-17", "2025", False),
        ("2025-01-01", "2024-06-18", True),
        ("2024-06", "2024-06-30", True),
        ("2024-06", "2024-07-01", False),
        ("2021", "2021-06", True),
        ("2021", "2022-01", False),
        ("2022", "2021-06", True),
    ],
)
def test_what_may_have_happened_since_a_date(date: str, since: str, *, happened: bool) -> None:
    assert happened_since(date, since=since) is happened
