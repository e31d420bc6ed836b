"""Finding stories."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests import small_store
from tests.benchmarks import synthetic
from tests.core import stores
from tests.factories import make_story
from tests.search import judged
from wwc_cli.core import searchable
from wwc_cli.core.catalogue import open_catalogue
from wwc_cli.core.search import FEWEST_CANDIDATES, Wanted, search
from wwc_cli.core.text import words
from wwc_cli.errors import UsageProblem

if TYPE_CHECKING:
    from pathlib import Path

    from wwc_cli.core.catalogue import Catalogue


def found(catalogue: Catalogue, text: str = "", **wanted: Any) -> list[str]:
    return [hit["city_id"] for hit in search(Wanted(text=text, **wanted), catalogue).hits]


def test_traffic_safety_is_answered_by_carlsbad_tempe_and_savannah(bundled: Catalogue) -> None:
    assert found(bundled, "traffic safety")[:3] == ["carlsbad-ca", "tempe-az", "savannah-ga"]
    in_full = found(bundled, "traffic safety", coverages=["full"])
    assert in_full[:2] == ["carlsbad-ca", "savannah-ga"]


@pytest.mark.parametrize("text", ["cryptocurrency", "zzqqxx", "?", "nuclear submarine"])
def test_a_query_about_nothing_we_hold_gives_no_hit_but_topics_to_try(
    text: str, bundled: Catalogue
) -> None:
    answer = search(Wanted(text=text), bundled)
    assert answer.hits == []
    assert answer.total == 0
    assert answer.searched == 60
    assert len(answer.near) == 3


def test_without_a_query_all_that_the_filters_leave_are_found(bundled: Catalogue) -> None:
    assert len(found(bundled, limit=0)) == 60
    assert found(bundled, countries=["Chile"]) == ["las-condes-cl", "maipu-cl", "san-fernando-cl"]


def test_filters_add_up_and_their_values_are_alternatives(bundled: Catalogue) -> None:
    both = found(bundled, countries=["Chile", "Colombia"], limit=0)
    assert len(both) == 6
    silver = found(bundled, countries=["Chile", "Colombia"], levels=["silver"])
    assert silver == ["las-condes-cl"]


@pytest.mark.parametrize(
    ("wanted", "city"),
    [
        ({"topics": ["salud"], "countries": ["Colômbia"]}, "medellin-co"),
        ({"states": ["NJ"]}, "newark-nj"),
        ({"states": ["new jersey"]}, "newark-nj"),
        ({"themes": ["teen pregnancy"]}, "medellin-co"),
        ({"levels": ["unstated"], "countries": ["us"]}, "port-st-lucie-fl"),
    ],
)
def test_filters_take_the_words_that_people_use(
    wanted: dict[str, Any], city: str, bundled: Catalogue
) -> None:
    assert city in found(bundled, limit=0, **wanted)


def test_an_unknown_filter_value_is_answered_with_near_ones(bundled: Catalogue) -> None:
    with pytest.raises(UsageProblem) as error:
        found(bundled, topics=["helth"])
    assert "health-and-wellbeing" in error.value.suggestions


def test_filters_hold_for_a_query_too(bundled: Catalogue) -> None:
    assert found(bundled, "crime", countries=["Chile"]) == ["las-condes-cl"]


def test_a_filter_does_not_change_what_a_story_scores(bundled: Catalogue) -> None:
    everywhere = search(Wanted(text="crime cameras drones"), bundled).hits
    in_chile = search(Wanted(text="crime cameras drones", countries=["Chile"]), bundled).hits
    scores = {hit["id"]: hit["score"] for hit in everywhere}
    assert {hit["id"]: scores[hit["id"]] for hit in in_chile} == {
        hit["id"]: hit["score"] for hit in in_chile
    }


def test_the_limit_shortens_and_zero_shows_all(bundled: Catalogue) -> None:
    everything = found(bundled, "community", limit=0)
    assert found(bundled, "community", limit=3) == everything[:3]
    assert search(Wanted(text="community", limit=3), bundled).total == len(everything)


def test_the_bundled_store_is_weighed_whole_whatever_the_limit(bundled: Catalogue) -> None:
    assert bundled.story_count() <= FEWEST_CANDIDATES
    for text in ("data governance", "which cities cut crime", "community", "water"):
        assert found(bundled, text, limit=3) == found(bundled, text, limit=0)[:3]


def test_sorting_by_city_and_by_date(bundled: Catalogue) -> None:
    assert found(bundled, "crime", sort="city") == sorted(found(bundled, "crime"))
    hits = search(Wanted(text="crime", sort="date", limit=0), bundled).hits
    dates = [hit["level_date"] or "" for hit in hits]
    assert dates == sorted(dates, reverse=True)


def test_the_same_query_gives_the_same_order(bundled: Catalogue) -> None:
    assert len({tuple(found(bundled, "Colombia health")) for _ in range(5)}) == 1


def test_scores_fall_and_lie_between_0_and_100(bundled: Catalogue) -> None:
    scores = [hit["score"] for hit in search(Wanted(text="crime prevention"), bundled).hits]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 100 for score in scores)


@pytest.mark.parametrize(
    "text", ["traffic safety", "evicted tenants", "fugas de agua", "trafic saftey", "Chile crime"]
)
def test_every_reason_is_true(text: str, bundled: Catalogue) -> None:
    """The words of each reason stand in the field that it names."""
    for hit in search(Wanted(text=text), bundled).hits:
        ((*texts,),) = bundled.rows(
            f"SELECT {', '.join(searchable.FIELDS)} FROM story_text"
            " JOIN story ON story.number = story_text.rowid WHERE story.id = ?",
            [hit["id"]],
        )
        fields = dict(zip(searchable.FIELDS, texts, strict=True))
        assert hit["matched"]
        for match in hit["matched"]:
            here = f" {' '.join(words(fields[match['field']]))} "
            assert f" {match['term']} " in here, (hit["id"], match)


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("eviction", "word"),
        ("evicting", "stem"),
        ("desalojos", "synonym"),
        ("evicton", "spelling"),
        ("Alexandria", "name"),
    ],
)
def test_a_reason_tells_by_which_way(text: str, via: str, bundled: Catalogue) -> None:
    (hit, *_) = search(Wanted(text=text), bundled).hits
    assert hit["city_id"] == "alexandria-va"
    assert via in {match["via"] for match in hit["matched"]}


def test_every_story_is_found_by_its_own_headline(bundled: Catalogue) -> None:
    for hit in search(Wanted(limit=0), bundled).hits:
        (first, *_) = search(Wanted(text=hit["headline"]), bundled).hits
        assert first["id"] == hit["id"]


def test_the_judged_queries_keep_their_score(bundled: Catalogue) -> None:
    """Floors a little under what docs/search.md prints, so that a real loss shows."""
    marks = judged.by_kind(judged.read(), lambda text: ranked(text, bundled))
    assert marks["all"][1] >= FLOOR
    assert {kind: mark for kind, (_, mark, _) in marks.items() if mark < FLOOR_OF_A_KIND} == {}


def test_queries_that_the_search_was_not_made_with_are_answered_too(bundled: Catalogue) -> None:
    marks = judged.by_kind(judged.read(judged.UNSEEN), lambda text: ranked(text, bundled))
    assert marks["all"][1] >= FLOOR_OF_THE_UNSEEN


def test_no_query_is_both_seen_and_unseen() -> None:
    seen, unseen = (
        [each["query"].casefold() for each in judged.read(path)]
        for path in (judged.QUERIES, judged.UNSEEN)
    )
    assert len(set(seen)) == len(seen)
    assert set(seen).isdisjoint(unseen)


def ranked(text: str, catalogue: Catalogue) -> list[str]:
    """Return the ids of the stories found, best first."""
    return [hit["id"] for hit in search(Wanted(text=text), catalogue).hits]


FLOOR = 0.96
FLOOR_OF_A_KIND = 0.9
FLOOR_OF_THE_UNSEEN = 0.87


def test_in_a_large_library_the_best_are_found_and_all_are_counted(tmp_path: Path) -> None:
    synthetic.write(300, tmp_path)
    catalogue = open_catalogue(
        store_folder=str(synthetic.DATA),
        library_path=str(tmp_path / "library.json"),
        cache_folder=str(tmp_path),
    )
    try:
        few = search(Wanted(text="traffic safety", limit=3), catalogue)
        everything = search(Wanted(text="traffic safety", limit=0), catalogue)
        by_city = search(Wanted(text="traffic safety", limit=3, sort="city"), catalogue)
        abroad = search(Wanted(text="health", limit=3, countries=["Chile"]), catalogue)
    finally:
        catalogue.close()
    assert len(few.hits) == 3
    all_cities = sorted(hit["city_id"] for hit in everything.hits)
    assert [hit["city_id"] for hit in by_city.hits] == all_cities[:3]
    assert few.total > FEWEST_CANDIDATES
    assert everything.total == len(everything.hits) > FEWEST_CANDIDATES
    assert {hit["country"] for hit in abroad.hits} == {"Chile"}
    assert abroad.total < few.searched / 4


def test_the_words_of_a_saved_page_find_its_story_and_say_where_they_stand(tmp_path: Path) -> None:
    page = make_story(
        id="page",
        text=["A paragraph of no consequence.", "They bought zeppelins for the harbor."],
        quotes=[{"text": "We love our marmots.", "speaker": "Ana", "role": "Mayor"}],
    )
    small_store.write(tmp_path / "data")
    stores.write_library(tmp_path / "library.json", stories=[page])
    catalogue = stores.opened_in(tmp_path)
    for typed, field, snippet in (
        ("zeppelin", "text", "They bought **zeppelins** for the harbor."),
        ("marmot", "quotes", "We love our **marmots**."),
    ):
        (hit,) = search(Wanted(text=typed), catalogue).hits
        assert (hit["id"], hit["origin"]) == ("alpha-nj", "bundled")
        assert [match["field"] for match in hit["matched"]] == [field]
        assert hit["snippet"] == snippet
    catalogue.close()


def test_what_only_the_words_of_a_page_say_counts_less_than_what_is_said_of_it(
    tmp_path: Path,
) -> None:
    pages = [
        make_story(id="b", headline="One", text=["The zeppelins came. The zeppelins went."]),
        make_story(id="c", headline="Two", summary="Zeppelins for all."),
    ]
    small_store.write(tmp_path / "data")
    stores.write_library(tmp_path / "library.json", stories=pages)
    catalogue = stores.opened_in(tmp_path)
    assert [hit["id"] for hit in search(Wanted(text="zeppelins"), catalogue).hits] == ["c", "b"]
    catalogue.close()
