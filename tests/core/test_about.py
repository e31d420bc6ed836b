"""An entry on the program with members, counts, stories and sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests import small_store
from tests.core import stores
from tests.factories import make_entry, make_statement, make_story
from wwc_cli.core import about

if TYPE_CHECKING:
    from pathlib import Path

    from wwc_cli.core.answers import Explanation
    from wwc_cli.core.catalogue import Catalogue


def explained(text: str, catalogue: Catalogue) -> Explanation:
    return about.about(text, catalogue).explanation


def ids(records: Any) -> list[str]:
    return [record["id"] for record in records]


def test_an_explanation_is_the_entry_and_what_belongs_to_it(small: Catalogue) -> None:
    found = dict(explained("dm1", small))
    entry = next(entry for entry in small_store.ENTRIES if entry["id"] == "dm1")
    assert {key: found.pop(key) for key in entry} == entry
    assert list(found) == ["members", "stories", "sources"]


def test_members_are_all_that_is_below_in_the_order_of_the_store(small: Catalogue) -> None:
    assert ids(explained("standard", small)["members"]) == ["data-management", "dm1"]
    assert ids(explained("DM", small)["members"]) == ["dm1"]
    assert ids(explained("levels", small)["members"]) == ["silver", "gold"]
    assert explained("dm1", small)["members"] == []


def test_the_members_of_the_overview_are_parts_areas_and_questions(small: Catalogue) -> None:
    assert ids(explained("", small)["members"]) == [
        *("levels", "standard", "data-management", "glossary"),
        *("questions", "cleaner-streets", "sources"),
    ]


def test_the_glossary_is_all_that_has_a_name_in_another_language(small: Catalogue) -> None:
    assert ids(explained("glossary", small)["members"]) == [
        *("gold", "open-data", "open-portal", "silver"),
    ]


def test_a_level_counts_the_cities_at_it(small: Catalogue) -> None:
    *_, counted = explained("silver", small)["text"]
    assert counted == {
        "text": "By the latest level that a source states, 4 of the 7 certified cities here are at"
        " silver: wwc list-certified --level silver.",
        "basis": "counted",
        "source_ids": [],
    }


def test_levels_and_overview_count_the_cities_at_each(small: Catalogue) -> None:
    counts = (
        "7 certified cities are known here: 1 at platinum, 1 at gold, 4 at silver, 1 at a level"
        " nobody states."
    )
    assert explained("levels", small)["text"][-1]["text"] == counts
    overview = explained("", small)["text"][-1]["text"]
    assert overview == f"{counts} The glossary has 4 terms."


def test_the_stories_it_names_come_first_and_unknown_ones_are_left_out(small: Catalogue) -> None:
    (story,) = explained("dm1", small)["stories"]
    assert story == {
        "id": "rochester-ny",
        "city_id": "rochester-ny",
        "city": "Rochester",
        "subdivision": "New York",
        "country": "United States",
        "country_code": "US",
        "headline": "Homes [bold]for[/bold] All: a Plan",
    }


def test_stories_come_by_practice_and_by_topic(small: Catalogue) -> None:
    assert ids(explained("DM", small)["stories"]) == ids(small_store.STORIES)
    assert ids(explained("open-data", small)["stories"]) == ["rochester-ny", "nowhere-nj"]


def test_a_practice_shows_first_the_stories_in_which_it_is_most_central(tmp_path: Path) -> None:
    stories = [
        make_story("alpha-nj", practices=["open-data", "data-management"]),
        make_story("rochester-ny", practices=["data-management"]),
        make_story("medellin-co", practices=[]),
    ]
    catalogue = stores.opened(tmp_path, stories=stories)
    assert ids(explained("DM", catalogue)["stories"]) == ["rochester-ny", "alpha-nj"]


def test_stories_are_at_most_fifty(tmp_path: Path) -> None:
    stories = [make_story("alpha-nj", id=f"alpha-nj-{at}") for at in range(60)]
    assert len(explained("DM", stores.opened(tmp_path, stories=stories))["stories"]) == 50


def test_sources_come_in_the_order_in_which_they_are_cited(small: Catalogue) -> None:
    assert ids(explained("DM", small)["sources"]) == ["long", "news"]
    assert ids(explained("levels", small)["sources"]) == ["news"]
    assert explained("open-data", small)["sources"] == []


def test_under_sources_those_of_all_entries_are_listed(small: Catalogue) -> None:
    assert ids(explained("sources", small)["sources"]) == ["news", "long"]


def test_a_store_without_entries_has_nothing_to_tell_and_says_so(tmp_path: Path) -> None:
    catalogue = stores.opened(tmp_path, programme=[make_entry("x", text=[make_statement()])])
    assert explained("x", catalogue)["sources"] == []
