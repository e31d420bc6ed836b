"""Topics and themes with their counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from wwc_cli.core.metrics import Wanted as WantedFigures
from wwc_cli.core.metrics import metrics
from wwc_cli.core.topics import Wanted, topics
from wwc_cli.errors import UsageProblem

if TYPE_CHECKING:
    from wwc_cli.core.answers import Subject
    from wwc_cli.core.catalogue import Catalogue


def by_id(catalogue: Catalogue, kind: str, **wanted: Any) -> dict[str, Subject]:
    subjects = topics(Wanted(**wanted), catalogue).subjects
    return {each["id"]: each for each in subjects if each["kind"] == kind}


def numbers(subject: Subject) -> tuple[int, int, int]:
    return subject["stories"], subject["figures"], subject["cities"]


def test_a_topic_counts_its_stories_their_figures_and_their_cities(small: Catalogue) -> None:
    counted = by_id(small, "topic")
    assert {name: numbers(subject) for name, subject in counted.items()} == {
        "housing": (2, 2, 2),
        "public-safety": (2, 3, 2),
        "health-and-wellbeing": (1, 0, 1),
    }


def test_a_theme_counts_figures_on_it_alone(small: Catalogue) -> None:
    counted = by_id(small, "theme")
    assert {name: numbers(subject) for name, subject in counted.items()} == {
        "traffic-safety": (1, 1, 1),
        "service-speed": (1, 1, 1),
        "blight": (1, 1, 1),
    }


def test_topics_come_first_and_those_with_most_stories_before_others(small: Catalogue) -> None:
    subjects = topics(Wanted(), small).subjects
    assert [subject["id"] for subject in subjects] == [
        *("housing", "public-safety", "health-and-wellbeing"),
        *("blight", "service-speed", "traffic-safety"),
    ]


def test_a_topic_has_three_names_and_a_theme_one(small: Catalogue) -> None:
    assert by_id(small, "topic")["housing"]["name"] == {
        "en": "Housing",
        "es": "Vivienda",
        "pt": "Habitação",
    }
    assert by_id(small, "theme")["service-speed"]["name"] == {
        "en": "Service speed",
        "es": None,
        "pt": None,
    }


@pytest.mark.parametrize(
    ("by", "columns", "housing"),
    [
        ("country", [("CO", "Colombia"), ("US", "United States")], {"CO": 0, "US": 2}),
        (
            "level",
            [(level, level) for level in ("platinum", "gold", "silver", "unstated")],
            {"platinum": 0, "gold": 0, "silver": 1, "unstated": 1},
        ),
        ("year", [("2024", "2024"), ("unstated", "unstated")], {"2024": 2, "unstated": 0}),
    ],
)
def test_stories_by_what_is_asked_for_with_the_holes(
    by: Any, columns: Any, housing: Any, small: Catalogue
) -> None:
    counted = topics(Wanted(by=by), small)
    assert counted.columns == columns
    (found,) = [each["by"] for each in counted.subjects if each["id"] == "housing"]
    assert list(found.items()) == list(housing.items())


@pytest.mark.parametrize("by", ["country", "level", "year"])
def test_every_story_counts_in_one_column(by: Any, bundled: Catalogue) -> None:
    for subject in topics(Wanted(by=by), bundled).subjects:
        assert sum(subject["by"].values()) == subject["stories"]


def test_without_a_question_by_what_there_are_no_columns(small: Catalogue) -> None:
    counted = topics(Wanted(), small)
    assert counted.columns == []
    assert all(subject["by"] == {} for subject in counted.subjects)


def test_filters_leave_every_topic_and_theme_there(small: Catalogue) -> None:
    counted = by_id(small, "topic", countries=["Colombia"])
    assert {name: subject["stories"] for name, subject in counted.items()} == {
        "health-and-wellbeing": 1,
        "housing": 0,
        "public-safety": 0,
    }
    assert topics(Wanted(countries=["CO"]), small).stories == 1
    assert topics(Wanted(levels=["gold"]), small).stories == 1
    assert topics(Wanted(coverages=["brief"], states=["NY"]), small).stories == 0


def test_an_unknown_country_is_a_usage_problem(small: Catalogue) -> None:
    with pytest.raises(UsageProblem):
        topics(Wanted(countries=["Narnia"]), small)


def test_the_figures_of_the_bundled_themes_are_all_figures(bundled: Catalogue) -> None:
    themes = by_id(bundled, "theme")
    figures = metrics(WantedFigures(), bundled).figures
    assert sum(theme["figures"] for theme in themes.values()) == len(figures)
    on_crime = [figure for figure in figures if figure["theme"] == "crime"]
    assert numbers(themes["crime"]) == (
        len({figure["story_id"] for figure in on_crime}),
        len(on_crime),
        len({figure["city_id"] for figure in on_crime}),
    )
