"""What the library holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests import small_store
from tests.factories import make_city, make_event, make_source, make_story
from wwc_cli.core import held
from wwc_cli.errors import UnknownName

if TYPE_CHECKING:
    from wwc_cli.core.store import Tables

BUNDLED: Any = small_store.TABLES


def library() -> Tables:
    """Two stories and two announcements; one event that three pages tell, one that nobody does."""
    tables: Any = {
        "cities": [make_city("new-nj"), make_city("other-nj")],
        "stories": [
            make_story("new-nj", source_ids=["page-new"], quotes=[{}]),
            make_story(source_ids=["page-alpha"]),
        ],
        "certifications": [
            make_event("new-nj", source_ids=["page-new", "news-1", "news-2"]),
            make_event("new-nj", date="2025", source_ids=["page-new"]),
            make_event("other-nj", source_ids=["news-1"]),
            make_event("alpha-nj", source_ids=[]),
        ],
        "sources": [
            make_source("page-new", accessed="2026-01-02"),
            make_source("page-alpha"),
            make_source("news-1", title="One", accessed="2026-03-04"),
            make_source("news-2", title="Two"),
        ],
    }
    return tables  # type: ignore[no-any-return]


def test_pages_are_stories_and_announcements_with_what_they_hold() -> None:
    assert held.pages(library(), BUNDLED) == [
        {
            "id": "alpha-nj",
            "kind": "story",
            "city_id": "alpha-nj",
            "city": "Alpha",
            "title": "Safer Streets",
            "metrics": 1,
            "quotes": 0,
            "certifications": 0,
            "accessed": None,
            "is_bundled": True,
        },
        {
            "id": "new-nj",
            "kind": "story",
            "city_id": "new-nj",
            "city": "New",
            "title": "Safer Streets",
            "metrics": 1,
            "quotes": 1,
            "certifications": 2,
            "accessed": "2026-01-02",
            "is_bundled": False,
        },
        {
            "id": "news-1",
            "kind": "announcement",
            "city_id": None,
            "city": None,
            "title": "One",
            "metrics": 0,
            "quotes": 0,
            "certifications": 2,
            "accessed": "2026-03-04",
            "is_bundled": False,
        },
        {
            "id": "news-2",
            "kind": "announcement",
            "city_id": None,
            "city": None,
            "title": "Two",
            "metrics": 0,
            "quotes": 0,
            "certifications": 1,
            "accessed": None,
            "is_bundled": False,
        },
    ]


def test_a_page_comes_with_its_records() -> None:
    own = library()
    page = held.page("new-nj", own, BUNDLED)
    assert list(page) == ["page", "story", "certifications", "sources"]
    assert page["story"] == own["stories"][0]
    assert page["certifications"] == own["certifications"][:2]
    assert [source["id"] for source in page["sources"]] == ["page-new"]
    news = held.page("news-1", own, BUNDLED)
    assert news["story"] is None
    assert [event["city_id"] for event in news["certifications"]] == ["new-nj", "other-nj"]


@pytest.mark.parametrize(
    ("typed", "near"), [("new-njj", ["new-nj"]), ("alpha", ["alpha-nj"]), ("zzzz", [])]
)
def test_an_unknown_page_is_answered_with_near_ones(typed: str, near: list[str]) -> None:
    with pytest.raises(UnknownName) as caught:
        held.page(typed, library(), BUNDLED)
    assert near == caught.value.suggestions[: len(near)]
    assert repr(typed) in caught.value.message
    assert ("Did you mean" in str(caught.value.hint)) == bool(near)


def test_with_a_page_go_its_source_and_what_only_it_tells() -> None:
    own = library()
    kept, unknown = held.without(["new-nj"], own, BUNDLED)
    assert unknown == []
    assert [story["id"] for story in kept["stories"]] == ["alpha-nj"]
    assert [(e["city_id"], e["date"], e["source_ids"]) for e in kept["certifications"]] == [
        ("new-nj", "2024-01-23", ["news-1", "news-2"]),
        ("other-nj", "2024-01-23", ["news-1"]),
        ("alpha-nj", "2024-01-23", []),
    ]
    assert [city["id"] for city in kept["cities"]] == ["new-nj", "other-nj"]
    assert [source["id"] for source in kept["sources"]] == ["page-alpha", "news-1", "news-2"]
    assert own == library()


def test_a_city_goes_with_the_last_that_is_about_it() -> None:
    kept, _ = held.without(["news-1"], library(), BUNDLED)
    assert [city["id"] for city in kept["cities"]] == ["new-nj"]
    kept, _ = held.without(["news-1", "news-2", "new-nj"], library(), BUNDLED)
    assert kept["cities"] == []
    assert [event["city_id"] for event in kept["certifications"]] == ["alpha-nj"]


def test_a_source_that_another_story_cites_stays() -> None:
    own = library()
    own["stories"].append(make_story("alpha-nj", id="b", source_ids=["page-alpha"]))  # type: ignore[arg-type]
    kept, _ = held.without(["alpha-nj"], own, BUNDLED)
    assert "page-alpha" in [source["id"] for source in kept["sources"]]


def test_what_is_not_held_is_named_and_the_rest_goes() -> None:
    kept, unknown = held.without(["gone", "alpha-nj", "gone"], library(), BUNDLED)
    assert unknown == ["gone"]
    assert [story["id"] for story in kept["stories"]] == ["new-nj"]
    problem = held.unknown(unknown, library(), BUNDLED)
    assert problem.message == "The library holds no page 'gone'."
