"""How well figures are read from the source pages, where these are at hand: not worse than here."""

from __future__ import annotations

import pytest

from tests.importers import measure

pytestmark = pytest.mark.skipif(not measure.PAGES.is_dir(), reason="the pages are not here")


def test_figures_of_the_lists_are_read_as_well_as_they_were() -> None:
    score = measure.total()
    assert score.gold >= 78
    assert score.precision >= 0.98
    assert score.recall >= 0.98
    assert score.direction >= 0.98


def test_figures_named_as_there_by_chance_are_in_lists_and_stories() -> None:
    found = measure.pages(measure.PAGES)
    seen = set()
    for place, story in measure.stories():
        page = measure.page_of(place, found)
        listed = measure.values(measure.glance(page)) if page else set()
        seen |= {
            (story["id"], metric["value"], metric["unit"])
            for metric in story["metrics"]
            if metric["value"] in listed
        }
    assert seen >= measure.CHANCE
