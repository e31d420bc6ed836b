"""Which stories, and which of their figures, a brief is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests import small_store
from tests.core import stores
from tests.factories import make_metric, make_story
from wwc_cli.core.brief_stories import Wanted, choose, relevant
from wwc_cli.errors import UsageProblem

if TYPE_CHECKING:
    from pathlib import Path

    from wwc_cli.core.brief_stories import Chosen
    from wwc_cli.core.catalogue import Catalogue


def ids(chosen: Chosen, catalogue: Catalogue) -> list[str]:
    stories = catalogue.stories(chosen.numbers)
    return [stories[number]["id"] for number in chosen.numbers]


def chosen(catalogue: Catalogue, text: str, **wanted: Any) -> list[str]:
    return ids(choose(Wanted(text=text, **wanted), catalogue), catalogue)


def test_a_topic_has_the_stories_that_carry_it_and_those_with_results_on_its_themes(
    tmp_path: Path,
) -> None:
    stories = [
        make_story("alpha-nj", topics=["housing"], metrics=[]),
        make_story("rochester-mn", topics=["equity"], metrics=[make_metric(theme="evictions")]),
        make_story("rochester-ny", topics=[], metrics=[make_metric(theme="blight", kind="output")]),
        make_story("nowhere-nj", topics=["public-safety"]),
    ]
    catalogue = stores.opened(tmp_path, stories=stories)
    assert chosen(catalogue, "Vivienda") == ["rochester-mn", "alpha-nj"]


def test_a_theme_has_the_stories_with_figures_on_it(small: Catalogue) -> None:
    assert chosen(small, "traffic safety") == ["alpha-nj"]
    assert chosen(small, "blight") == ["rochester-ny"]


def test_words_that_name_a_topic_and_a_theme_name_the_topic(tmp_path: Path) -> None:
    stories = [make_story(metrics=[make_metric(theme="housing")], topics=[])]
    understood = choose(Wanted(text="housing"), stores.opened(tmp_path, stories=stories)).understood
    assert (understood["kind"], understood["id"]) == ("topic", "housing")


def test_those_with_most_numbers_for_what_changed_come_first(tmp_path: Path) -> None:
    def story(city_id: str, *metrics: Any) -> Any:
        return make_story(city_id, metrics=[make_metric(**each) for each in metrics])

    target, bare = {"kind": "target"}, {"value": None, "unit": None}
    stories = [
        story("alpha-nj", {"kind": "context"}, {"kind": "context"}),
        story("medellin-co", target, target),
        story("nowhere-nj", bare, bare, bare),
        story("rochester-mn", {}),
        story("rochester-ny", {}, {"theme": "trees"}, target),
        story("san-fernando-cl", {}, {}),
    ]
    catalogue = stores.opened(tmp_path, stories=stories)
    expected = ["san-fernando-cl", "rochester-ny", "rochester-mn", "medellin-co", "alpha-nj"]
    assert chosen(catalogue, "traffic-safety", limit=0) == [*expected, "nowhere-nj"]
    found = choose(Wanted(text="traffic-safety", limit=2), catalogue)
    assert ids(found, catalogue) == expected[:2]
    assert found.total == 6


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({"countries": ["United States"]}, ["alpha-nj", "rochester-ny"]),
        ({"states": ["NY"]}, ["rochester-ny"]),
        ({"levels": ["gold", "platinum"]}, ["alpha-nj"]),
        ({"themes": ["blight"]}, ["rochester-ny"]),
        ({"topics": ["housing"], "countries": ["us"]}, ["rochester-ny"]),
        ({"countries": ["Chile"]}, []),
    ],
)
def test_filters_add_up_with_what_is_asked(
    small: Catalogue, wanted: dict[str, Any], expected: list[str]
) -> None:
    assert chosen(small, "public safety", **wanted) == expected


def test_a_filter_value_that_is_unknown_is_a_usage_problem(small: Catalogue) -> None:
    with pytest.raises(UsageProblem):
        choose(Wanted(text="housing", themes=["magic"]), small)


def test_other_words_are_searched_for_with_the_filters(small: Catalogue) -> None:
    found = choose(Wanted(text="schools taught prevention"), small)
    assert ids(found, small) == ["medellin-co"]
    assert (found.understood["kind"], found.understood["id"]) == ("query", None)
    assert found.understood["query"] == "schools taught prevention"
    assert chosen(small, "schools taught prevention", countries=["us"]) == []


def test_where_nothing_is_found_topics_are_near(small: Catalogue) -> None:
    found = choose(Wanted(text="qqzzqq"), small)
    assert (found.numbers, found.total, found.understood["themes"]) == ([], 0, [])
    assert found.near


def test_a_query_that_was_corrected_says_so(bundled: Catalogue) -> None:
    found = choose(Wanted(text="trafic saftey"), bundled)
    assert found.understood["query"] == "traffic safety"
    assert found.remark == 'Searched for "traffic safety" (you typed "trafic saftey").'


def test_weak_answers_beside_a_good_one_are_left_out(bundled: Catalogue) -> None:
    found = choose(Wanted(text="traffic safety measures"), bundled)
    assert {"carlsbad-ca", "savannah-ga"} <= set(ids(found, bundled)[:3])
    assert len(found.numbers) < found.total


@pytest.mark.parametrize(
    ("query", "themes"),
    [
        ("how did cities cut crime", ["crime"]),
        ("what reduced emergency response times", ["emergency-response"]),
        ("reducing evictions", ["evictions"]),
        ("machine learning", []),
    ],
)
def test_a_query_is_about_the_themes_of_the_figures_in_which_its_words_stand(
    query: str, themes: list[str], bundled: Catalogue
) -> None:
    assert choose(Wanted(text=query), bundled).understood["themes"] == themes


def test_the_name_of_a_place_makes_no_theme(bundled: Catalogue) -> None:
    assert choose(Wanted(text="Newark"), bundled).understood["themes"] == []


def test_figures_are_those_on_the_themes_outcomes_first() -> None:
    metrics = [
        make_metric(theme="trees"),
        *(make_metric(kind=kind) for kind in ("context", "output", "target", "outcome")),
    ]
    kinds = [metric["kind"] for metric in relevant(metrics, ["traffic-safety"])]
    assert kinds == ["outcome", "target", "output", "context"]


def test_without_themes_all_figures_count_but_the_number_of_inhabitants() -> None:
    metrics = [make_metric(theme=theme) for theme in ("trees", "population", "crime")]
    assert [m["theme"] for m in relevant(metrics, [])] == ["trees", "crime"]
    assert [m["theme"] for m in relevant(metrics, ["population"])] == ["population"]


def test_the_stories_of_the_library_answer_too(tmp_path: Path) -> None:
    small_store.write(tmp_path / "data")
    own = make_story("alpha-nj", id="own", headline="My Own Page", origin="library")
    stores.write_library(tmp_path / "library.json", stories=[own])
    assert chosen(stores.opened_in(tmp_path), "traffic safety") == ["alpha-nj", "own"]
