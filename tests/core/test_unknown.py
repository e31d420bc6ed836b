"""What stories leave open, counted from their records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import pytest

from tests.factories import make_metric, make_story
from wwc_cli.core.unknown import lacks_baseline, not_known

if TYPE_CHECKING:
    from wwc_cli.core.answers import BriefStory
    from wwc_cli.core.records import Story

TESTED: dict[str, Any] = {"practices": ["evaluations"]}
EVALUATION = "no evaluation with research methods is shown: what changed may have other causes."


def said(*stories: Story, **where: Any) -> list[str]:
    """Return what is not known of stories, each with all its metrics as its figures."""
    place = {"city": "Alpha", "subdivision": "New Jersey", "country_code": "US"} | where
    told = [
        cast("BriefStory", {**story, **place, "figures": story["metrics"]}) for story in stories
    ]
    return not_known(told, stories)


def test_of_a_story_that_leaves_nothing_open_nothing_is_said() -> None:
    assert said(make_story(**TESTED)) == []
    assert said() == []


@pytest.mark.parametrize(
    ("metric", "lacks"),
    [
        ({}, False),
        ({"baseline_period": None}, True),
        ({"baseline_period": None, "from_value": 6}, False),
        ({"baseline_period": None, "direction": "increase"}, True),
        ({"baseline_period": None, "direction": "none"}, False),
        ({"baseline_period": None, "period": None}, True),
        ({"baseline_period": None, "period": "2022 to 2023"}, False),
        ({"baseline_period": None, "period": "as of 2023"}, True),
    ],
)
def test_a_change_lacks_a_baseline_where_nothing_says_what_it_is_measured_against(
    metric: dict[str, Any], lacks: bool
) -> None:
    assert lacks_baseline(make_metric(**metric)) is lacks


def test_outcomes_without_a_baseline_a_period_or_a_number_are_counted() -> None:
    metrics = [
        make_metric(),
        make_metric(baseline_period=None),
        make_metric(baseline_period=None, period=None),
        make_metric(direction="none", period=None, baseline_period=None),
        make_metric(value=None, unit=None),
    ]
    assert said(make_story(metrics=metrics, **TESTED)) == [
        "For 2 of 4 changes, what it is measured against is not said.",
        "For 2 of 5 outcomes, the period is not said.",
        "For 1 of 5 outcomes, no number is given.",
    ]


@pytest.mark.parametrize("kind", ["output", "context", "target"])
def test_only_outcomes_are_counted(kind: str) -> None:
    open_end = make_metric(kind=kind, period=None, baseline_period=None)
    assert said(make_story(metrics=[make_metric(), open_end], **TESTED)) == []


@pytest.mark.parametrize(
    ("number", "share"), [(1, "the one story"), (2, "both stories"), (3, "all 3 stories")]
)
def test_stories_without_an_evaluation_are_counted(number: int, share: str) -> None:
    assert said(*[make_story()] * number) == [f"For {share}, {EVALUATION}"]


def test_of_stories_some_of_which_are_tested_the_others_are_counted() -> None:
    assert said(make_story(), make_story(**TESTED)) == [f"For 1 of 2 stories, {EVALUATION}"]


def test_stories_with_targets_only_are_told_from_those_with_nothing() -> None:
    target = make_story(metrics=[make_metric(kind="target")], **TESTED)
    output = make_story(metrics=[make_metric(kind="output")], **TESTED)
    assert said(target, output) == [
        "Only aimed at or forecast, with no outcome yet: Alpha, New Jersey.",
        "Without an outcome on this: Alpha, New Jersey.",
    ]


def test_many_stories_without_an_outcome_are_counted_not_named() -> None:
    told = [
        cast("BriefStory", {"city": name, "subdivision": None, "country_code": "CL",
                            "country": "Chile", "figures": []})
        for name in "ABCDE"
    ]  # fmt: skip
    assert not_known(told[:4], []) == [
        "Without an outcome on this: A, Chile; B, Chile; C, Chile; D, Chile."
    ]
    assert not_known(told, []) == ["Without an outcome on this: 5 stories."]


def test_stories_in_brief_and_of_the_library_are_counted() -> None:
    story = make_story(coverage="brief", origin="library", **TESTED)
    assert said(story, make_story(**TESTED)) == [
        "In brief, from part of the page only: 1 of 2 stories.",
        "From your own library, which only you have checked: 1 of 2 stories.",
    ]
