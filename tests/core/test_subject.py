"""Which topic or theme words name, and which themes tell of a topic."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from wwc_cli.core import subject, vocabulary

if TYPE_CHECKING:
    from wwc_cli.core.catalogue import Catalogue


@pytest.mark.parametrize(
    "text", ["health-and-wellbeing", "Health and Wellbeing", "salud y bienestar",
             "SAÚDE E BEM-ESTAR", "Health & Wellness"],
)  # fmt: skip
def test_a_topic_is_named_by_id_name_or_printed_form(text: str, small: Catalogue) -> None:
    assert subject.topic(text, small) == "health-and-wellbeing"


@pytest.mark.parametrize("text", ["health", "housing policy", "", "public"])
def test_part_of_a_name_or_more_than_it_names_no_topic(text: str, small: Catalogue) -> None:
    assert subject.topic(text, small) is None


@pytest.mark.parametrize("text", ["traffic-safety", "Traffic Safety", "traffic  safety"])
def test_a_theme_is_named_by_its_words(text: str, small: Catalogue) -> None:
    assert subject.theme(text, small) == "traffic-safety"


@pytest.mark.parametrize("text", ["traffic", "crime"])
def test_what_no_figure_is_about_is_no_theme(text: str, small: Catalogue) -> None:
    assert subject.theme(text, small) is None


def test_every_topic_has_its_themes_and_every_theme_a_topic(bundled: Catalogue) -> None:
    assert set(subject.THEMES) == {topic["id"] for topic in bundled.topics()}
    told = {theme for themes in subject.THEMES.values() for theme in themes}
    assert told == set(vocabulary.THEMES) - {"population"}


@pytest.mark.parametrize("topic", [t for t in subject.THEMES if t in vocabulary.THEMES])
def test_a_topic_is_told_by_the_theme_of_its_name_first(topic: str) -> None:
    assert subject.THEMES[topic][0] == topic
