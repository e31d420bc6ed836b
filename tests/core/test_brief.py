"""A brief as a record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.core import stores
from tests.factories import make_metric, make_story
from wwc_cli.core.brief import brief
from wwc_cli.core.brief_stories import Wanted
from wwc_cli.errors import UsageProblem

if TYPE_CHECKING:
    from pathlib import Path

    from wwc_cli.core.answers import Brief
    from wwc_cli.core.catalogue import Catalogue


def written(catalogue: Catalogue, text: str, **wanted: Any) -> Brief:
    return brief(Wanted(text=text, **wanted), catalogue).brief


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("public-safety", "Public safety: what cities did and what came of it"),
        ("Seguridad  pública", "Public safety: what cities did and what came of it"),
        ("traffic safety", "Traffic safety: what cities did and what came of it"),
        (" painted  crossings ", "“painted crossings”: what cities did and what came of it"),
    ],
)
def test_a_brief_is_titled_by_what_it_was_understood_to_be_about(
    text: str, title: str, small: Catalogue
) -> None:
    made = written(small, text)
    assert made["title"] == title
    assert made["asked"] == " ".join(text.split())


@pytest.mark.parametrize("text", ["", "  ", "\n"])
def test_without_words_there_is_nothing_to_be_brief_about(text: str, small: Catalogue) -> None:
    with pytest.raises(UsageProblem, match="Say what the brief is about"):
        written(small, text)


def test_filters_are_told_as_the_values_that_records_carry(small: Catalogue) -> None:
    made = written(
        small, "public safety", countries=["us"], states=["NY"], levels=["silver"],
        topics=["vivienda"], themes=["Service Speed"],
    )  # fmt: skip
    assert made["understood_as"]["only"] == {
        "topics": ["housing"],
        "themes": ["service-speed"],
        "countries": ["United States"],
        "states": ["New York"],
        "levels": ["silver"],
    }
    assert [story["id"] for story in made["stories"]] == ["rochester-ny"]


def test_nothing_found_is_an_answer(small: Catalogue) -> None:
    made = written(small, "qqzzqq")
    assert (made["stories"], made["figures"], made["not_known"], made["citations"]) == ([],) * 4
    assert (made["total"], made["searched"]) == (0, 4)
    assert made["near"]


def test_a_figure_names_its_city_its_basis_and_its_citation(small: Catalogue) -> None:
    made = written(small, "traffic safety")
    (figure,) = made["figures"]
    assert made["stories"][0]["figures"] == [figure]
    assert (figure["city"], figure["story_id"], figure["basis"]) == (
        "Alpha",
        "alpha-nj",
        "baseline",
    )
    assert made["citations"][figure["citation"] - 1]["story_id"] == "alpha-nj"


def test_two_stories_of_one_page_share_its_citation(tmp_path: Path) -> None:
    stories = [
        make_story("alpha-nj"),
        make_story("alpha-nj", id="alpha-nj-two", source_ids=["story-alpha-nj", "news"]),
        make_story("rochester-ny"),
        make_story("rochester-mn", source_ids=["not-described"]),
    ]
    made = written(stores.opened(tmp_path, stories=stories), "traffic-safety")
    assert [(story["id"], story["citation"]) for story in made["stories"]] == [
        ("alpha-nj", 1), ("alpha-nj-two", 1), ("rochester-mn", 2), ("rochester-ny", 3),
    ]  # fmt: skip
    assert len(made["citations"]) == 3


def test_unlike_units_are_never_ranked_together(tmp_path: Path) -> None:
    def figure(value: float | None, unit: str | None = "percent", **more: Any) -> Any:
        return make_metric(value=value, unit=unit, **more)

    stories = [
        make_story("alpha-nj", metrics=[figure(5), figure(40, "days"), figure(None, None)]),
        make_story("rochester-mn", metrics=[figure(30), figure(99, direction="increase")]),
        make_story("rochester-ny", metrics=[figure(17), figure(60, "days")]),
        make_story("nowhere-nj", metrics=[figure(7, kind="target")]),
    ]
    made = written(stores.opened(tmp_path, stories=stories), "traffic-safety")
    assert [(f["kind"], f["unit"], f["direction"], f["value"]) for f in made["figures"]] == [
        ("outcome", "percent", "decrease", 30),
        ("outcome", "percent", "decrease", 17),
        ("outcome", "percent", "decrease", 5),
        ("outcome", "days", "decrease", 60),
        ("outcome", "days", "decrease", 40),
        ("outcome", "percent", "increase", 99),
        ("outcome", None, "decrease", None),
        ("target", "percent", "decrease", 7),
    ]


def test_the_figures_of_a_topic_stand_theme_by_theme(bundled: Catalogue) -> None:
    made = written(bundled, "public safety", limit=0)
    themes = [f["theme"] for f in made["figures"] if f["kind"] == "outcome"]
    runs = [theme for at, theme in enumerate(themes) if at == 0 or themes[at - 1] != theme]
    assert runs == ["crime", "traffic-safety", "emergency-response", "fire-safety",
                    "disaster-relief"]  # fmt: skip


@pytest.mark.parametrize("text", ["crime", "housing", "technology", "how did cities cut crime"])
def test_the_figures_together_are_those_of_the_stories(text: str, bundled: Catalogue) -> None:
    made = written(bundled, text)
    apart = [(f["story_id"], f["statement"]) for s in made["stories"] for f in s["figures"]]
    assert sorted(apart) == sorted((f["story_id"], f["statement"]) for f in made["figures"])
    assert made["not_known"]
