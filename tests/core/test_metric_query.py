"""Which figures answer a query."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.core import stores
from tests.factories import make_metric, make_story
from wwc_cli.core.metrics import Wanted, metrics

if TYPE_CHECKING:
    from pathlib import Path

    from wwc_cli.core.catalogue import Catalogue


def found(text: str, catalogue: Catalogue) -> set[tuple[str, str]]:
    return {(f["city_id"], f["subject"]) for f in metrics(Wanted(text=text), catalogue).figures}


AUTO_THEFT = {
    ("newark-nj", "auto thefts"),
    ("newark-nj", "auto thefts in neighborhood hot spots"),
}


def test_a_figure_is_found_by_its_own_words_in_any_form(bundled: Catalogue) -> None:
    assert found("auto theft", bundled) >= AUTO_THEFT
    assert ("newark-nj", "homicides") not in found("auto theft", bundled)


def test_not_all_figures_of_a_story_about_it_answer(bundled: Catalogue) -> None:
    answers = found("response time", bundled)
    assert ("tres-de-febrero-ar", "emergency response time") in answers
    assert ("san-fernando-cl", "average response time for aid to flood victims") in answers
    assert ("tres-de-febrero-ar", "wait for lab results") not in answers


def test_a_query_in_spanish_is_translated_and_told(bundled: Catalogue) -> None:
    answer = metrics(Wanted(text="homicidios"), bundled)
    assert {("newark-nj", "homicides"), ("new-orleans-la", "murders")} <= found(
        "homicidios", bundled
    )
    assert answer.remark == 'Searched for "homicide" (you typed "homicidios").'


def test_a_slip_is_put_right_and_told(bundled: Catalogue) -> None:
    answer = metrics(Wanted(text="robbries"), bundled)
    assert ("las-condes-cl", "robberies") in found("robbries", bundled)
    assert answer.remark == 'Searched for "robberies" (you typed "robbries").'


def test_what_is_understood_as_typed_is_not_told(bundled: Catalogue) -> None:
    assert metrics(Wanted(text="auto theft"), bundled).remark is None


def test_a_theme_in_words_answers_with_its_figures(bundled: Catalogue) -> None:
    of_theme = metrics(Wanted(themes=["traffic-safety"]), bundled).figures
    assert found("traffic safety", bundled) >= {(f["city_id"], f["subject"]) for f in of_theme}


def test_a_city_in_a_query_keeps_to_that_city(bundled: Catalogue) -> None:
    answers = found("crime in Newark", bundled)
    assert ("newark-nj", "homicides") in answers
    assert {city for city, _ in answers} == {"newark-nj"}
    assert ("newark-nj", "population") not in answers


def test_two_cities_in_a_query_are_alternatives(bundled: Catalogue) -> None:
    cities = {city for city, _ in found("crime newark las condes", bundled)}
    assert cities == {"newark-nj", "las-condes-cl"}


def test_a_city_alone_answers_with_all_its_figures(bundled: Catalogue) -> None:
    of_city = metrics(Wanted(cities=["newark-nj"]), bundled).figures
    assert found("Newark", bundled) == {(f["city_id"], f["subject"]) for f in of_city}


def test_a_country_is_a_place_too(bundled: Catalogue) -> None:
    figures = metrics(Wanted(text="crime chile"), bundled).figures
    assert {figure["country"] for figure in figures} == {"Chile"}


def test_a_city_without_such_a_figure_has_no_answer(bundled: Catalogue) -> None:
    assert found("auto theft boston", bundled) == set()


@pytest.mark.parametrize("text", ["quantum", "?!", " -- ", '"', "quantum*"])
def test_what_is_nowhere_finds_nothing(text: str, bundled: Catalogue) -> None:
    assert found(text, bundled) == set()


@pytest.mark.parametrize("text", ["NEAR(crime theft)", 'metrics : "crime', "{city} : crime*"])
def test_what_the_index_would_read_as_syntax_is_words(text: str, bundled: Catalogue) -> None:
    assert {city for city, _ in found(text, bundled)} <= {c["id"] for c in bundled.cities()}


def test_filters_and_words_add_up(bundled: Catalogue) -> None:
    wanted = Wanted(text="crime", directions=["decrease"], units=["percent"], least=50)
    assert {f["city_id"] for f in metrics(wanted, bundled).figures} >= {"newark-nj"}
    assert all((f["value"] or 0) >= 50 for f in metrics(wanted, bundled).figures)


def test_a_line_break_in_a_statement_does_not_shift_the_figures(tmp_path: Path) -> None:
    story = make_story(
        metrics=[
            make_metric(statement="One line.\nAnd\nanother.", subject="crashes\nof cars"),
            make_metric(statement="Elms were planted.", subject="elms", theme="trees"),
        ]
    )
    catalogue = stores.opened(tmp_path, stories=[story])
    assert found("elms", catalogue) == {("alpha-nj", "elms")}
    assert len(found("another", catalogue)) == 1


def test_words_of_two_figures_make_no_phrase(tmp_path: Path) -> None:
    story = make_story(
        metrics=[
            make_metric(statement="They count fire.", subject="fire", theme="energy"),
            make_metric(statement="Trucks were sold.", subject="trucks", theme="energy"),
            make_metric(statement="A fire truck burned.", subject="a fire truck", theme="energy"),
        ]
    )
    catalogue = stores.opened(tmp_path, stories=[story])
    assert found("fire truck", catalogue) == {("alpha-nj", "a fire truck")}
