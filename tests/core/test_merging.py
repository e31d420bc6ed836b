"""The store and the library as one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.factories import make_city, make_event, make_source, make_story
from wwc_cli.core import library
from wwc_cli.core.merging import check_cities, merge
from wwc_cli.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wwc_cli.core.store import Tables

QUOTE = {"text": "It works.", "speaker": "Ana Pérez", "role": "Mayor"}


def tables(**given: Sequence[Any]) -> Tables:
    return {**library.empty(), **{name: list(records) for name, records in given.items()}}


def merged_events(bundled: Sequence[Any], own: Sequence[Any]) -> list[Any]:
    return merge(tables(certifications=bundled), tables(certifications=own))["certifications"]


@pytest.mark.parametrize("headline", ["Safer Streets", "safer streets!", "Safer  Stréets"])
def test_a_story_seen_whole_lends_its_words_and_the_curated_fields_stand(headline: str) -> None:
    curated = make_story(summary="Ours.")
    page = make_story(
        id="other",
        headline=headline,
        summary="Theirs.",
        metrics=[],
        text=["Theirs, whole."],
        quotes=[QUOTE],
        origin="library",
        source_ids=["page"],
    )
    (story,) = merge(tables(stories=[curated]), tables(stories=[page]))["stories"]
    assert story == {
        **curated,
        "text": ["Theirs, whole."],
        "quotes": [QUOTE],
        "source_ids": ["story-alpha-nj", "page"],
    }


def test_a_page_without_text_takes_none_away() -> None:
    whole, poor = make_story(text=["Whole."], quotes=[QUOTE]), make_story(id="b")
    (story,) = merge(tables(stories=[make_story()]), tables(stories=[whole, poor]))["stories"]
    assert (story["text"], story["quotes"]) == (["Whole."], [QUOTE])


@pytest.mark.parametrize(
    "changes", [{"headline": "Safer Street"}, {"city_id": "beta-nj", "headline": "Safer Streets"}]
)
def test_another_headline_or_city_is_a_story_of_its_own(changes: dict[str, str]) -> None:
    page = make_story(id="mine", **changes)
    first, second = merge(tables(stories=[make_story()]), tables(stories=[page]))["stories"]
    assert first == make_story()
    assert (second["id"], second["origin"]) == ("mine", "library")


def test_stories_with_an_id_of_the_store_get_another_and_no_two_are_alike() -> None:
    own = [
        make_story(headline="Clean Air"),
        make_story(id="alpha-nj-clean", headline="Clean Water"),
        make_story(id="alpha-nj-clean-air", headline="Clean Earth"),
    ]
    stories = merge(tables(stories=[make_story()]), tables(stories=own))["stories"]
    assert len({story["id"] for story in stories}) == 4
    assert [story["headline"] for story in stories][1:] == [each["headline"] for each in own]
    assert own[0]["id"] == "alpha-nj"  # what was read is not changed


def test_cities_and_sources_of_the_store_stand() -> None:
    bundled = tables(cities=[make_city()], sources=[make_source()])
    own = tables(
        cities=[make_city(name="Other"), make_city("own-nj")],
        sources=[make_source(title="Other"), make_source("own")],
    )
    merged = merge(bundled, own)
    assert merged["cities"] == [make_city(), make_city("own-nj")]
    assert merged["sources"] == [make_source(), make_source("own")]


@pytest.mark.parametrize("date", ["2024-01-23", "2024-01", "2024"])
def test_an_event_of_both_is_one_with_the_sources_of_both(date: str) -> None:
    own = make_event(date=date, event="recertified", source_ids=["own", "news"])
    assert merged_events([make_event()], [own]) == [make_event(source_ids=["news", "own"])]


@pytest.mark.parametrize(
    "changes",
    [{"date": "2024-01-24"}, {"date": "2023"}, {"level": "gold"}, {"city_id": "beta-nj"}],
)
def test_an_event_of_another_day_level_or_city_is_another(changes: dict[str, str]) -> None:
    own = make_event(**changes)
    assert merged_events([make_event()], [own]) == [make_event(), own]


def test_of_two_dates_of_the_library_for_one_event_the_more_precise_is_kept() -> None:
    badge = make_event(date="2025", basis="derived", note="By the badge.", source_ids=["page"])
    stated = make_event(date="2025-02-26", source_ids=["announcement"])
    for own in ([badge, stated], [stated, badge]):
        assert merged_events([], own) == [{**stated, "source_ids": ["announcement", "page"]}]


def test_merging_leaves_both_as_they_were() -> None:
    bundled = tables(stories=[make_story()], certifications=[make_event()])
    own = tables(stories=[make_story(text=["x"])], certifications=[make_event(source_ids=["own"])])
    merge(bundled, own)
    assert bundled == tables(stories=[make_story()], certifications=[make_event()])
    assert own["stories"] == [make_story(text=["x"])]


@pytest.mark.parametrize("name", ["stories", "certifications"])
def test_a_record_of_a_city_that_is_nowhere_is_damage(name: str) -> None:
    records: dict[str, Any] = {"stories": make_story(), "certifications": make_event()}
    given = tables(**{name: [records[name]]})
    check_cities(given, [dict(make_city())], path="here")
    with pytest.raises(DataError, match=r"here is damaged: a record in .* 'alpha-nj'"):
        check_cities(given, [], path="here")
