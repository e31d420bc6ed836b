"""What is cited for a story, as an item of CSL-JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.core import stores
from tests.factories import make_city, make_event, make_source, make_story
from wwc_cli.core import cite
from wwc_cli.core.cite import Wanted
from wwc_cli.errors import UsageProblem

if TYPE_CHECKING:
    from pathlib import Path

    from wwc_cli.core.catalogue import Catalogue
    from wwc_cli.core.citation_records import Citation

ALPHA = "story-alpha-nj"
LIST = "https://whatworkscities.bloomberg.org/?cities_state=washington"


def cited(catalogue: Catalogue, *cities: str, all_sources: bool = False) -> list[Citation]:
    found = [catalogue.city(city) for city in cities]
    asked = cite.bibliography([f for f in found if f], catalogue, all_sources=all_sources)
    return list(asked.citations)


def item_of(folder: Path, **source: Any) -> dict[str, Any]:
    """Return the item of a story whose page is this source."""
    catalogue = stores.opened(folder, sources=[make_source(ALPHA, **source)])
    (found,) = cited(catalogue, "alpha-nj")
    return dict(found["item"])


def test_a_story_is_cited_by_its_page(small: Catalogue) -> None:
    (found,) = cited(small, "alpha-nj")
    assert list(found.items()) == [
        ("story_id", "alpha-nj"),
        ("city_id", "alpha-nj"),
        ("city", "Alpha"),
        ("source_id", ALPHA),
        ("key", "wwc-alpha-nj"),
        (
            "item",
            {
                "id": "wwc-alpha-nj",
                "type": "webpage",
                "title": "Title of story-alpha-nj",
                "author": [{"literal": "City News"}],
                "issued": {"date-parts": [[2024, 1, 23]]},
                "URL": "https://example.org/story-alpha-nj",
                "language": "en",
            },
        ),
    ]


@pytest.mark.parametrize(
    ("change", "absent"),
    [
        ({"publisher": None}, "author"),
        ({"published": None}, "issued"),
        ({"accessed": None}, "accessed"),
        ({"url": None}, "URL"),
        ({"language": None}, "language"),
        ({"note": None}, "note"),
    ],
)
def test_what_is_not_known_of_a_page_is_absent(
    change: dict[str, None], absent: str, tmp_path: Path
) -> None:
    whole = {"accessed": "2026-11-22", "note": "Second-hand."}
    assert absent in item_of(tmp_path / "whole", **whole)
    assert absent not in item_of(tmp_path / "less", **(whole | change))


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2024-01-23", {"date-parts": [[2024, 1, 23]]}),
        ("2025-02", {"date-parts": [[2025, 2]]}),
        ("2021", {"date-parts": [[2021]]}),
        ("spring of 2021", {"literal": "spring of 2021"}),
        ("2021-13", {"literal": "2021-13"}),
        ("2021-02-32", {"literal": "2021-02-32"}),
    ],
)
def test_a_date_is_as_precise_as_known(text: str, date: object) -> None:
    assert cite.csl_date(text) == date


def test_the_day_on_which_a_page_was_read_is_kept(tmp_path: Path) -> None:
    item = item_of(tmp_path, accessed="2026-11-22", published=None)
    assert item["accessed"] == {"date-parts": [[2026, 11, 22]]}
    assert "issued" not in item


def test_a_page_without_a_title_is_called_by_its_address(tmp_path: Path) -> None:
    assert item_of(tmp_path, title="")["title"] == f"https://example.org/{ALPHA}"


def test_an_address_that_is_a_list_is_told_as_such(tmp_path: Path) -> None:
    item = item_of(tmp_path, url=LIST, note="The address is a list.")
    assert (item["genre"], item["note"]) == (cite.IN_A_LIST, "The address is a list.")


@pytest.mark.parametrize(
    "url", ["https://example.org/?p=1514", "https://example.org/cities/newark-nj", "?cities="]
)
def test_any_other_address_is_not(url: str, tmp_path: Path) -> None:
    assert "genre" not in item_of(tmp_path, url=url)


def test_a_list_that_is_cited_as_a_list_needs_no_such_remark(tmp_path: Path) -> None:
    catalogue = stores.opened(tmp_path, sources=[make_source(ALPHA), make_source("news", url=LIST)])
    page, news, *_ = cited(catalogue, "alpha-nj", all_sources=True)
    assert (page["source_id"], news["source_id"]) == (ALPHA, "news")
    assert "genre" not in news["item"]


def test_in_the_store_the_addresses_that_are_lists_are_those_whose_note_says_so(
    bundled: Catalogue,
) -> None:
    stories = [story for city in bundled.cities() for story in bundled.stories_of(city["id"])]
    items = [citation["item"] for citation in cite.items(stories, bundled)]
    told = {item["id"] for item in items if "The address is a list" in item.get("note", "")}
    assert {item["id"] for item in items if "genre" in item} == told
    assert told


def test_cities_keep_their_order_and_each_is_cited_once(small: Catalogue) -> None:
    ids = [c["city_id"] for c in cited(small, "rochester-ny", "alpha-nj", "rochester-ny")]
    assert ids == ["rochester-ny", "alpha-nj"]


def test_all_stories_of_a_city_are_cited(tmp_path: Path) -> None:
    stories = [make_story(), make_story(id="alpha-nj-two", source_ids=["news"])]
    catalogue = stores.opened(tmp_path, stories=stories)
    assert [(c["story_id"], c["key"]) for c in cited(catalogue, "alpha-nj")] == [
        ("alpha-nj", "wwc-alpha-nj"), ("alpha-nj-two", "wwc-news")
    ]  # fmt: skip


def test_a_page_of_two_stories_is_cited_once(tmp_path: Path) -> None:
    stories = [make_story(source_ids=["news"]), make_story("nowhere-nj", source_ids=["news"])]
    catalogue = stores.opened(tmp_path, stories=stories)
    (found,) = cited(catalogue, "alpha-nj", "nowhere-nj")
    assert (found["city_id"], found["key"]) == ("alpha-nj", "wwc-news")


@pytest.mark.parametrize("source_ids", [[], ["nowhere"]])
def test_a_story_whose_source_is_nowhere_described_is_cited_by_its_headline(
    source_ids: list[str], tmp_path: Path
) -> None:
    catalogue = stores.opened(tmp_path, stories=[make_story(source_ids=source_ids)])
    (found,) = cited(catalogue, "alpha-nj")
    assert found["source_id"] is None
    assert found["item"] == {"id": "wwc-alpha-nj", "type": "webpage", "title": "Safer Streets"}


def test_all_sources_are_those_of_stories_then_events_then_population(tmp_path: Path) -> None:
    catalogue = stores.opened(
        tmp_path,
        stories=[make_story(source_ids=["page", "second"])],
        certifications=[
            make_event(date="2019", source_ids=["old", "second"]),
            make_event(date="2024", source_ids=["new", "nowhere"]),
        ],
        sources=[make_source(n) for n in ("geonames", "new", "old", "page", "second")],
    )
    found = cited(catalogue, "alpha-nj", all_sources=True)
    assert [(c["source_id"], c["story_id"]) for c in found] == [
        ("page", "alpha-nj"), ("second", "alpha-nj"), ("new", None), ("old", None),
        ("geonames", None),
    ]  # fmt: skip


def test_a_city_without_a_story_has_nothing_to_cite_and_is_told_of(small: Catalogue) -> None:
    city = small.city("rochester-mn")
    assert city
    asked = cite.bibliography([city], small, all_sources=False)
    assert list(asked.citations) == []
    assert asked.remark == (
        "There is no story of Rochester, Minnesota.\n"
        "To cite what else is known of it: wwc cite rochester-mn --all-sources"
    )
    everything = cite.bibliography([city], small, all_sources=True)
    assert [c["source_id"] for c in everything.citations] == ["news", "geonames"]
    assert everything.remark is None


def test_keys_are_plain_and_unlike_for_every_source_of_the_store(bundled: Catalogue) -> None:
    keys = [c["key"] for city in bundled.cities()
            for c in cited(bundled, city["id"], all_sources=True)]  # fmt: skip
    everything = cite.bibliography(bundled.cities(), bundled, all_sources=True).citations
    assert {c["key"] for c in everything} == set(keys)  # the company makes no difference
    assert len({c["key"] for c in everything}) == len(everything) > 130
    assert all(key.isascii() and key.replace("-", "").isalnum() for key in keys)
    assert all(c["item"]["id"] == c["key"] for c in everything)


@pytest.mark.parametrize(
    ("source_id", "key"),
    [
        ("story-newark-nj", "wwc-newark-nj"),
        ("wwc-arizona", "wwc-arizona"),
        ("library-newark-nj-2", "wwc-library-newark-nj-2"),
        ("Año {2} %", "wwc-ano-2"),
        ("日本", "wwc-source"),
    ],
)
def test_a_key_follows_from_the_id_of_the_source(source_id: str, key: str, tmp_path: Path) -> None:
    catalogue = stores.opened(
        tmp_path, stories=[make_story(source_ids=[source_id])], sources=[make_source(source_id)]
    )
    assert cited(catalogue, "alpha-nj")[0]["key"] == key


def test_keys_that_would_be_alike_are_numbered(tmp_path: Path) -> None:
    ids = ["story-a", "wwc-a", "a"]
    catalogue = stores.opened(
        tmp_path,
        cities=[make_city()],
        stories=[make_story(id=f"s{at}", source_ids=[each]) for at, each in enumerate(ids)],
        certifications=[],
        sources=[make_source(each) for each in ids],
    )
    assert [c["key"] for c in cited(catalogue, "alpha-nj")] == ["wwc-a", "wwc-a-2", "wwc-a-3"]


def test_a_story_of_a_city_that_is_gone_is_cited_all_the_same(small: Catalogue) -> None:
    (found,) = cite.items([make_story("gone-nj", source_ids=["news"])], small)
    assert (found["city"], found["source_id"]) == ("gone-nj", "news")


@pytest.mark.parametrize(
    "wanted", [Wanted(), Wanted(all_sources=True), Wanted(["Newark"], data=True),
               Wanted(all_sources=True, data=True)],
    ids=repr,
)  # fmt: skip
def test_nothing_to_cite_or_too_much_is_a_mistake(wanted: Wanted) -> None:
    with pytest.raises(UsageProblem) as caught:
        cite.check(wanted)
    assert caught.value.hint


@pytest.mark.parametrize(
    "wanted", [Wanted(["Newark"]), Wanted(["Newark"], all_sources=True), Wanted(data=True)],
    ids=repr,
)  # fmt: skip
def test_cities_or_the_store_can_be_cited(wanted: Wanted) -> None:
    cite.check(wanted)
