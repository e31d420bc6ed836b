"""Metrics out of sentences: sentences made up in the manner of story pages, and traps."""

from __future__ import annotations

from typing import Any

import pytest

from tests.importers.sentences import READ, UNREAD
from wwc_cli.importers.metrics import has_figure, read

KEYS = [
    *("statement", "value", "from_value", "unit", "direction", "subject", "theme", "kind"),
    *("qualifier", "period", "baseline_period"),
]


def metric(
    figure: tuple[float | None, str | None, str], subject: str, labels: str, **rest: Any
) -> dict[str, Any]:
    """A metric without its statement: *labels* are theme and kind."""
    value, unit, direction = figure
    theme, kind = labels.split()
    return {
        "value": value,
        "from_value": None,
        "unit": unit,
        "direction": direction,
        "subject": subject,
        "theme": theme,
        "kind": kind,
        "qualifier": "exact",
        "period": None,
        "baseline_period": None,
    } | rest


WHOLE: list[tuple[str, list[dict[str, Any]]]] = [
    (
        "32% decrease in porch thefts in 2022, compared to 2021.",
        [
            metric(
                (32, "percent", "decrease"),
                "porch thefts",
                "crime outcome",
                period="2022",
                baseline_period="2021",
            )
        ],
    ),
    (
        "Speed cameras cut fatal crashes by 41% and serious injury crashes by 17%"
        " between May 2021 and May 2022.",
        [
            metric(
                (41, "percent", "decrease"),
                "fatal crashes",
                "traffic-safety outcome",
                period="2021-05 to 2022-05",
            ),
            metric(
                (17, "percent", "decrease"),
                "serious injury crashes",
                "traffic-safety outcome",
                period="2021-05 to 2022-05",
            ),
        ],
    ),
    (
        "40 percent increase in museum attendance from 2018 to 2019",
        [
            metric(
                (40, "percent", "increase"),
                "museum attendance",
                "city-data outcome",
                period="2019",
                baseline_period="2018",
            )
        ],
    ),
    (
        "The average wait for a building permit fell from 30 to 12 days in 2023.",
        [
            metric(
                (12, "days", "decrease"),
                "average wait for a building permit",
                "service-speed outcome",
                from_value=30,
                period="2023",
            )
        ],
    ),
    (
        "Nearly 3,400 low-income households have received rent relief since March 2021.",
        [
            metric(
                (3400, "households", "none"),
                "low-income households",
                "housing output",
                qualifier="about",
                period="since 2021-03",
            )
        ],
    ),
    (
        "The city plans to plant at least 12,000 trees by 2030.",
        [
            metric(
                (12_000, "trees", "none"),
                "trees",
                "trees target",
                qualifier="over",
                period="2030",
            )
        ],
    ),
    (
        "Installed 5,000 smart water meters in FY2023.",
        [
            metric(
                (5000, "devices", "none"),
                "smart water meters",
                "water output",
                period="FY2023",
            )
        ],
    ),
    (
        "As of November 2023, the portal has more than 626 datasets.",
        [
            metric(
                (626, "datasets", "none"),
                "datasets",
                "open-data output",
                qualifier="over",
                period="as of 2023-11",
            )
        ],
    ),
    (
        "The share of residents who ride the bus has more than doubled since 2019.",
        [
            metric(
                (2, "times", "increase"),
                "share of residents who ride the bus",
                "mobility outcome",
                qualifier="over",
                baseline_period="2019",
            )
        ],
    ),
    (
        "Residents cast 10,400 votes in 2023—five times higher than in 2022.",
        [
            metric(
                (10_400, "votes", "increase"),
                "votes",
                "participation outcome",
                period="2023",
                baseline_period="2022",
            ),
            metric(
                (5, "times", "increase"),
                "votes",
                "participation outcome",
                period="2023",
                baseline_period="2022",
            ),
        ],
    ),
    (
        "In 2019, the city counted 5,120 evictions. By 2023, that number was 2,044.",
        [
            metric(
                (2044, "evictions", "decrease"),
                "evictions",
                "evictions outcome",
                from_value=5120,
                period="2023",
                baseline_period="2019",
            )
        ],
    ),
    (
        "The number of clinics grew from 12 in 2018 to 19 in 2022.",
        [
            metric(
                (19, "facilities", "increase"),
                "clinics",
                "health-access output",
                from_value=12,
                period="2022",
                baseline_period="2018",
            )
        ],
    ),
    (
        "4% of streets account for most of the crashes.",
        [metric((4, "percent", "none"), "streets", "traffic-safety context")],
    ),
    (
        "Saved up to $1.5 million in overtime in the third quarter of 2022.",
        [
            metric(
                (1_500_000, "USD", "none"),
                "overtime",
                "savings outcome",
                qualifier="up-to",
                period="Q3 2022",
            )
        ],
    ),
    (
        "The center took 150 to 200 calls on the worst days of the storm.",
        [
            metric(
                (150, "calls", "none"),
                "calls",
                "disaster-relief output",
                qualifier="over",
            ),
            metric(
                (200, "calls", "none"),
                "calls",
                "disaster-relief output",
                qualifier="up-to",
            ),
        ],
    ),
    (
        "In a 2023 survey, four in ten residents said walking is easy.",
        [
            metric(
                (4, "in ten", "none"),
                "residents",
                "mobility outcome",
                period="2023",
            )
        ],
    ),
    (
        "Fewer than 50 homeless veterans were left in January 2022.",
        [
            metric(
                (50, "people", "none"),
                "homeless veterans",
                "homelessness context",
                qualifier="under",
                period="2022-01",
            )
        ],
    ),
    (
        "Juvenile arrests are also down.",
        [metric((None, None, "decrease"), "juvenile arrests", "crime outcome")],
    ),
    (
        "A web scraper  reduced\tthe time that staff\nspend on court records.",
        [metric((None, None, "decrease"), "web scraper", "justice outcome")],
    ),
    (
        "Launched a map of sidewalks.",
        [metric((None, None, "none"), "map of sidewalks", "mobility output")],
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), READ)
def test_figures_are_read_with_unit_and_direction(
    sentence: str, expected: list[tuple[float, str, str]]
) -> None:
    found = [(item["value"], item["unit"], item["direction"]) for item in read(sentence)]
    assert found == expected


@pytest.mark.parametrize("sentence", UNREAD)
def test_what_is_not_sure_stays_a_sentence_without_a_value(sentence: str) -> None:
    (only,) = read(sentence)
    assert only["value"] is None
    assert only["from_value"] is None
    assert only["unit"] is None


@pytest.mark.parametrize(("sentence", "expected"), WHOLE)
def test_whole_metrics(sentence: str, expected: list[dict[str, Any]]) -> None:
    statement = " ".join(sentence.split())
    assert read(sentence) == [{"statement": statement, **item} for item in expected]
