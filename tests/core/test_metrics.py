"""The figures of all stories: filtered, in order, each with its basis and its source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.core import stores
from tests.factories import make_city, make_event, make_metric, make_source, make_story
from wwc_cli.core.figures import basis
from wwc_cli.core.metrics import Wanted, metrics
from wwc_cli.errors import UsageProblem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from wwc_cli.core.catalogue import Catalogue
    from wwc_cli.core.metrics import Found

NO_TIME = {"period": None, "baseline_period": None}
STILL = {**NO_TIME, "direction": "none"}


def figure(subject: str, value: float | None, unit: str | None, **changes: Any) -> Any:
    statement = f"Something is told of {subject}."
    changes = {"theme": "crime", **changes}
    return make_metric(subject=subject, value=value, unit=unit, statement=statement, **changes)


CITIES = [
    make_city("alpha-nj"),
    make_city("beta-cl", country="Chile", country_code="CL", subdivision="Maule"),
    make_city("gamma-ny", subdivision="New York"),
]
STORIES = [
    make_story(
        "alpha-nj",
        topics=["public-safety"],
        metrics=[
            figure("thefts", 19, "percent"),
            figure("shots heard", 55, "percent", **NO_TIME),
            figure("lit blocks", 80, "percent", kind="context", **STILL),
            figure("wait for help", 2, "days", from_value=6, theme="service-speed", period=None),
            figure("wait for a lamp", 1.5, "days", theme="service-speed", **NO_TIME),
            figure("fear", None, None, **NO_TIME),
        ],
    ),
    make_story(
        "beta-cl",
        topics=["housing"],
        coverage="brief",
        source_ids=["lost", "news"],
        metrics=[
            figure("trust", 40, "percent", direction="increase", theme="trust", period="2021"),
            figure("robberies", 19, "percent", period="as of 2025-03"),
            figure("cameras", 3000, "cameras", kind="output", **STILL),
            figure("cameras at the end", 337, "cameras", direction="increase", from_value=65,
                   kind="output", period="2021", baseline_period=None),
        ],
    ),
    make_story("gamma-ny", topics=["housing"], metrics=[], source_ids=[]),
]  # fmt: skip


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalogue]:
    catalogue = stores.opened(
        tmp_path_factory.mktemp("figures"),
        cities=CITIES,
        stories=STORIES,
        certifications=[make_event("alpha-nj", level="gold")],
        sources=[
            make_source("news"),
            make_source("lost", url=None),
            make_source("story-alpha-nj", url=None),
        ],
    )
    yield catalogue
    catalogue.close()


def subjects(told: Catalogue, **wanted: Any) -> list[str]:
    return [each["subject"] for each in metrics(Wanted(**wanted), told).figures]


def test_what_is_measured_alike_stands_together_and_the_largest_first(told: Catalogue) -> None:
    assert subjects(told) == [
        *("shots heard", "thefts", "robberies"),  # percent, decrease
        "trust",  # percent, increase
        "lit blocks",  # percent, no change
        *("cameras at the end", "cameras"),  # no more than days, and before them by name
        *("wait for a lamp", "wait for help"),  # by 1.5 days; to 2 days
        "fear",  # no number
    ]


def test_figures_of_one_size_come_by_city(told: Catalogue) -> None:
    found = [f for f in metrics(Wanted(), told).figures if f["value"] == 19]
    assert [each["city_id"] for each in found] == ["alpha-nj", "beta-cl"]


def test_units_with_most_figures_come_first_and_no_number_last(told: Catalogue) -> None:
    found = metrics(Wanted(), told)
    assert list(found.units.items()) == [("percent", 5), ("cameras", 2), ("days", 2), (None, 1)]
    assert (found.total, found.cities) == (10, 2)


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({"themes": ["trust"]}, {"trust"}),
        ({"themes": ["trust", "service-speed"]}, {"trust", "wait for help", "wait for a lamp"}),
        ({"topics": ["housing"], "kinds": ["outcome"]}, {"trust", "robberies"}),
        ({"kinds": ["context"]}, {"lit blocks"}),
        ({"directions": ["increase"]}, {"trust", "cameras at the end"}),
        ({"units": ["days"]}, {"wait for help", "wait for a lamp"}),
        ({"units": ["%"], "kinds": ["context"]}, {"lit blocks"}),
        ({"cities": ["beta-cl"], "units": ["percent"]}, {"trust", "robberies"}),
        ({"countries": ["Chile"], "units": ["percent"]}, {"trust", "robberies"}),
        ({"states": ["NJ"], "units": ["days"]}, {"wait for help", "wait for a lamp"}),
        ({"levels": ["gold"], "units": ["days"]}, {"wait for help", "wait for a lamp"}),
        ({"levels": ["silver"]}, set()),
        ({"coverages": ["brief"], "units": ["percent"]}, {"trust", "robberies"}),
        ({"origins": ["library"]}, set()),
        ({"units": ["percent"], "least": 40}, {"trust", "shots heard", "lit blocks"}),
        ({"units": ["percent"], "least": 19, "most": 40}, {"trust", "thefts", "robberies"}),
        ({"cities": ["gamma-ny"]}, set()),
    ],
)
def test_filters(told: Catalogue, wanted: dict[str, Any], expected: set[str]) -> None:
    assert set(subjects(told, **wanted)) == expected


@pytest.mark.parametrize(
    "wanted", [{"units": ["furlongs"]}, {"themes": ["magic"]}, {"topics": ["magic"]}]
)
def test_a_value_that_no_figure_has_is_a_usage_problem(
    told: Catalogue, wanted: dict[str, Any]
) -> None:
    with pytest.raises(UsageProblem):
        metrics(Wanted(**wanted), told)


def test_bounds_need_one_unit_and_name_those_there_are(told: Catalogue) -> None:
    with pytest.raises(UsageProblem) as caught:
        metrics(Wanted(least=5), told)
    assert caught.value.message == (
        "--min and --max need figures of one unit; here are percent (5), days (2) and cameras (2)."
    )
    assert caught.value.suggestions[0] == "percent"


def test_two_units_are_no_better_than_none(told: Catalogue) -> None:
    with pytest.raises(UsageProblem):
        metrics(Wanted(most=5, units=["days", "percent"]), told)


def test_bounds_do_without_a_unit_where_only_one_is_left(told: Catalogue) -> None:
    assert subjects(told, themes=["crime"], kinds=["outcome"], most=20) == ["thefts", "robberies"]


def test_a_figure_without_a_number_is_within_no_bounds(told: Catalogue) -> None:
    assert "fear" in subjects(told, themes=["crime"], directions=["decrease"])
    assert "fear" not in subjects(told, themes=["crime"], directions=["decrease"], least=0)


def test_bounds_that_nothing_can_meet_are_a_usage_problem(told: Catalogue) -> None:
    with pytest.raises(UsageProblem, match="at least 5 and at most 2"):
        metrics(Wanted(least=5, most=2, units=["days"]), told)


def test_bounds_on_nothing_are_no_problem(told: Catalogue) -> None:
    assert subjects(told, cities=["gamma-ny"], least=5) == []


def test_a_limit_leaves_the_counts_of_all(told: Catalogue) -> None:
    found = metrics(Wanted(limit=2), told)
    assert [each["subject"] for each in found.figures] == ["shots heard", "thefts"]
    assert found.total == 10


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("city", ["thefts", "shots heard", "lit blocks"]),
        ("theme", ["shots heard", "thefts", "robberies"]),
        ("period", ["robberies", "thefts", "trust"]),
    ],
)
def test_other_orders(told: Catalogue, sort: str, expected: list[str]) -> None:
    assert subjects(told, sort=sort)[:3] == expected


def test_what_has_no_period_comes_last_by_period(told: Catalogue) -> None:
    figures = metrics(Wanted(sort="period"), told).figures
    periods = [each["period"] for each in figures]
    assert periods == sorted(periods, key=lambda period: period is None)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"period": "2024", "baseline_period": "2023", "from_value": 6}, "baseline"),
        ({"period": None, "baseline_period": "residents without reminders"}, "baseline"),
        ({"period": "2024", "baseline_period": None, "from_value": 6}, "start-value"),
        ({"period": "2024", "baseline_period": None, "from_value": 0}, "start-value"),
        ({"period": "2024", "baseline_period": None}, "period"),
        (NO_TIME, "none"),
    ],
)
def test_the_basis_is_the_most_that_a_page_says(changes: dict[str, Any], expected: str) -> None:
    assert basis(make_metric(**changes)) == expected


def test_the_source_is_the_first_with_an_address(told: Catalogue) -> None:
    by_city = {f["city_id"]: f for f in metrics(Wanted(), told).figures}
    assert by_city["beta-cl"]["source_id"] == "news"
    assert by_city["beta-cl"]["source_url"] == "https://example.org/news"
    assert by_city["alpha-nj"]["source_id"] == "story-alpha-nj"
    assert by_city["alpha-nj"]["source_url"] is None


def test_a_source_that_is_nowhere_described_is_not_named(tmp_path: Path) -> None:
    catalogue = stores.opened(tmp_path, sources=[])
    assert {(f["source_id"], f["source_url"]) for f in metrics(Wanted(), catalogue).figures} == {
        (None, None)
    }


def told_of(found: Found) -> set[tuple[Any, ...]]:
    keys = ("city", "subject", "value", "period", "basis", "baseline_period")
    figures: list[Any] = list(found.figures)
    return {tuple(each[key] for key in keys) for each in figures}


def test_who_cut_crime_by_how_much_and_over_what_period(bundled: Catalogue) -> None:
    wanted = Wanted(themes=["crime"], directions=["decrease"], kinds=["outcome"])
    assert told_of(metrics(wanted, bundled)) >= {
        ("Newark", "homicides", 25, "2024", "baseline", "2023"),
        ("Newark", "auto thefts", 36, "2024", "baseline", "2023"),
        ("Newark", "auto thefts in neighborhood hot spots", 55, None, "none", None),
        ("Newark", "juvenile arrests", None, None, "none", None),
        ("Las Condes", "crime", 29, "as of 2024-05", "baseline", "same period of 2023"),
        ("Las Condes", "robberies", 22, "2023", "period", None),
        (
            *("Guatemala City", "criminal activity in 6 prioritized neighborhoods", 44),
            *("2019", "baseline", "2016"),
        ),
        (
            *("Guatemala City", "crime victims in San José La Chácara and Saravia", 12),
            *("2022", "period", None),
        ),
        ("New Orleans", "murders", 18, "2016", "period", None),
        ("Issaquah", "burglaries", 37, "2023", "period", None),
        ("Issaquah", "thefts", 26, "2023", "period", None),
    }


def test_every_bundled_figure_is_there_once_and_has_a_source(bundled: Catalogue) -> None:
    figures = metrics(Wanted(), bundled).figures
    stories = [s for city in bundled.cities() for s in bundled.stories_of(city["id"])]
    assert len(figures) == sum(len(story["metrics"]) for story in stories)
    assert all(figure["source_id"] for figure in figures)
    assert {(f["story_id"], f["statement"], f["subject"]) for f in figures} == {
        (story["id"], m["statement"], m["subject"]) for story in stories for m in story["metrics"]
    }
