"""What pages gave → records of the library."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from tests import small_store
from tests.factories import make_city, make_event, make_metric, make_story
from wwc_cli.core import library
from wwc_cli.core.collecting import NOTHING, Collection
from wwc_cli.importers.cohort import Announced
from wwc_cli.importers.pages import Reading
from wwc_cli.importers.story import Badge, FoundStory

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wwc_cli.core.library_records import Collected
    from wwc_cli.core.records import EventKind, Level
    from wwc_cli.core.store import Tables

ALPHA = make_city("alpha-nj")
NEW = make_city("brandnew-nj")


def bundled(**changed: Sequence[Any]) -> Tables:
    tables = {**small_store.TABLES, **changed}
    return {name: [dict(record) for record in records] for name, records in tables.items()}


def found(headline: str = "Cleaner Air", **changes: Any) -> FoundStory:
    given: dict[str, Any] = {
        "city": ALPHA,
        "headline": headline,
        "topics": ["housing"],
        "printed_topics": ["Housing"],
        "badge": None,
        "glance": ["19% fewer crashes"],
        "callouts": [],
        "text": ["One paragraph of it.", "And another."],
        "lead": "What it is about.",
        "quotes": [{"text": "It works.", "speaker": "Ana Pérez", "role": "Mayor"}],
    }
    return FoundStory(**given | changes)


def page(*stories: FoundStory, file: str = "page.html", **changes: Any) -> Reading:
    figures = [[make_metric()] for _ in stories]
    return Reading(file, list(stories), figures, title="A page", **changes)


def said(
    city: Any = ALPHA, event: EventKind | None = "certified", level: Level | None = "gold"
) -> Announced:
    return Announced(city, event, level)


def news(*announced: Announced, title: str = "New cities", **changes: Any) -> Reading:
    return Reading("news.html", announced=list(announced), title=title, **changes)


def collected(
    *readings: Reading, own: Tables | None = None, date: str | None = None, **store: Sequence[Any]
) -> Collection:
    collection = Collection(own or library.empty(), bundled(**store))
    collection.add(readings, date=date)
    return collection


def statuses(collection: Collection) -> list[str]:
    return [
        each["status"]
        for report in collection.reports
        for each in (*report["stories"], *report["certifications"])
    ]


def report_of(collection: Collection) -> Collected:
    (report,) = collection.reports
    return report


def test_a_new_story_is_stored_with_its_source() -> None:
    collection = collected(
        page(found(), url="https://example.org/a", published="2024", accessed="2026-01-02")
    )
    (story,) = collection.tables["stories"]
    assert story == make_story(
        id="alpha-nj-cleaner",
        headline="Cleaner Air",
        topics=["housing"],
        printed_topics=["Housing"],
        summary="What it is about.",
        challenge=None,
        approach=[],
        outcome=None,
        programs=[],
        partners=[],
        tools=[],
        practices=[],
        start_year=None,
        end_year=None,
        origin="library",
        source_ids=["library-alpha-nj-cleaner"],
        text=["One paragraph of it.", "And another."],
        quotes=[{"text": "It works.", "speaker": "Ana Pérez", "role": "Mayor"}],
    )
    assert collection.tables["sources"] == [
        {
            "id": "library-alpha-nj-cleaner",
            "publisher": "What Works Cities",
            "title": "Cleaner Air",
            "url": "https://example.org/a",
            "published": "2024",
            "accessed": "2026-01-02",
            "language": None,
            "note": "Read from a page saved as page.html.",
        }
    ]
    assert report_of(collection) == {
        "file": "page.html",
        "stories": [
            {
                "id": "alpha-nj-cleaner",
                "city_id": "alpha-nj",
                "city": "Alpha",
                "headline": "Cleaner Air",
                "metrics": 1,
                "quotes": 1,
                "status": "new",
            }
        ],
        "certifications": [],
        "problem": None,
    }


def test_a_page_added_again_changes_nothing() -> None:
    first = collected(page(found()), news(said()), date="2026-01-14")
    again = collected(
        page(found(), accessed="2030-01-01"), news(said()), date="2026-01-14", own=first.tables
    )
    assert statuses(again) == ["unchanged", "unchanged"]
    assert not again.has_changed
    assert again.tables == first.tables


def test_a_page_that_changed_updates_its_record_and_source() -> None:
    first = collected(page(found(), accessed="2025-01-01"))
    again = collected(
        page(found("Cleaner air!", text=["Anew."]), accessed="2026-01-01"), own=first.tables
    )
    assert statuses(again) == ["updated"]
    (story,) = again.tables["stories"]
    assert (story["id"], story["text"]) == ("alpha-nj-cleaner", ["Anew."])
    assert [source["accessed"] for source in again.tables["sources"]] == ["2026-01-01"]


def test_of_a_story_in_several_files_the_longest_is_kept() -> None:
    long = found(text=["Long. " * 20])
    collection = collected(page(found(), file="a"), page(long, file="b"), page(found(), file="c"))
    assert statuses(collection) == ["repeated", "new", "repeated"]
    assert [story["text"] for story in collection.tables["stories"]] == [["Long. " * 20]]
    assert {each["stories"][0]["id"] for each in collection.reports} == {"alpha-nj-cleaner"}


def test_a_page_of_a_bundled_story_has_its_id() -> None:
    collection = collected(page(found("Safer streets.")))
    assert [story["id"] for story in collection.tables["stories"]] == ["alpha-nj"]


def test_a_story_of_a_city_without_one_has_the_id_of_the_city() -> None:
    collection = collected(page(found(city=NEW), found("Other Things", city=NEW)))
    ids = [story["id"] for story in collection.tables["stories"]]
    assert ids == ["brandnew-nj", "brandnew-nj-other"]
    assert collection.tables["cities"] == [NEW]


def test_an_id_that_the_store_takes_later_costs_no_story() -> None:
    """A page had an id before a story of the store got it; then comes the page of that story."""
    first = collected(page(found(city=NEW)))
    later = [*small_store.STORIES, make_story("brandnew-nj", headline="Theirs")]
    cities = [*small_store.CITIES, NEW]
    again = collected(
        page(found("Theirs", city=NEW)), own=first.tables, stories=later, cities=cities
    )
    assert statuses(again) == ["new"]
    assert [(story["id"], story["headline"]) for story in again.tables["stories"]] == [
        ("brandnew-nj", "Cleaner Air"),
        ("brandnew-nj-theirs", "Theirs"),
    ]
    sources = [source["id"] for source in again.tables["sources"]]
    assert sources == ["library-brandnew-nj", "library-brandnew-nj-theirs"]


def test_what_is_no_text_in_a_file_name_is_not_stored() -> None:
    collection = collected(page(found(), file="caf\udce9.html"))
    assert collection.tables["sources"][0]["note"] == "Read from a page saved as caf.html."
    again = collected(page(found(), file="caf\udce9.html"), own=collection.tables)
    assert not again.has_changed


def test_a_page_with_nothing_in_it_and_one_with_a_problem_are_reported() -> None:
    collection = collected(page(), page(problem="it is no text"))
    assert [report["problem"] for report in collection.reports] == [NOTHING, "it is no text"]
    assert not collection.has_changed


def test_a_badge_that_nobody_else_tells_is_an_event() -> None:
    badge = Badge("platinum", "2025")
    collection = collected(page(found(badge=badge)))
    assert collection.tables["certifications"] == [
        make_event(
            date="2025",
            level="platinum",
            event="moved-up",
            basis="derived",
            source_ids=["library-alpha-nj-cleaner"],
            note="Worked out from the platinum badge for 2025 on the city's page.",
        )
    ]
    again = collected(page(found(badge=badge)), own=collection.tables)
    assert not again.has_changed


def test_a_badge_of_a_known_event_and_one_without_a_year_are_none() -> None:
    for badge in (Badge("gold", "2021"), Badge("gold", None)):
        assert collected(page(found(badge=badge))).tables["certifications"] == []


def test_an_announcement_is_stored_with_its_date_and_source() -> None:
    reading = news(
        said(NEW),
        said(event="recertified", level=None),
        published="2027-02-03",
        url="https://example.org/news",
        site="City News",
    )
    collection = collected(reading)
    assert collection.tables["certifications"] == [
        make_event("brandnew-nj", date="2027-02-03", level="gold", source_ids=[SOURCE]),
        make_event(
            "alpha-nj", date="2027-02-03", level=None, event="recertified", source_ids=[SOURCE]
        ),
    ]
    (source,) = collection.tables["sources"]
    assert (source["id"], source["publisher"], source["title"]) == (
        SOURCE, "City News", "New cities",
    )  # fmt: skip
    assert collection.tables["cities"] == [NEW]


SOURCE = "announcement-2027-02-03"


def test_the_date_that_the_user_says_goes_before_that_of_the_page() -> None:
    collection = collected(news(said(NEW), published="2027-02-03"), date="2026")
    assert [event["date"] for event in collection.tables["certifications"]] == ["2026"]


def test_an_announcement_without_a_date_is_told_and_not_stored() -> None:
    collection = collected(news(said(NEW)))
    assert "--date" in str(report_of(collection)["problem"])
    assert not collection.has_changed


def test_two_announcements_of_one_day_are_two_sources() -> None:
    readings = [
        news(said(NEW), url="https://example.org/1"),
        news(said(), url="https://example.org/2"),
        news(said(make_city("rochester-mn")), title="Another title"),
    ]
    collection = collected(*readings, date="2027")
    ids = ["announcement-2027", "announcement-2027-2", "announcement-2027-3"]
    assert [source["id"] for source in collection.tables["sources"]] == ids
    cited = [event["source_ids"] for event in collection.tables["certifications"]]
    assert cited == [[each] for each in ids]
    again = collected(*readings, own=collection.tables, date="2027")
    assert not again.has_changed


def test_an_event_that_two_pages_tell_has_both_sources_in_either_order() -> None:
    one, two = news(said(NEW), title="One"), news(said(NEW), title="Two")
    for readings in ((one, two), (two, one)):
        collection = collected(*readings, date="2027")
        (event,) = collection.tables["certifications"]
        assert event["source_ids"] == ["announcement-2027", "announcement-2027-2"]
        assert statuses(collection) == ["new", "updated"]
        assert not collected(*readings, own=collection.tables, date="2027").has_changed


def test_what_a_page_states_goes_before_what_was_worked_out() -> None:
    open_, stated = news(said(NEW, None), title="One"), news(said(NEW, "moved-up"), title="Two")
    for readings in ((open_, stated), (stated, open_)):
        (event,) = collected(*readings, date="2027").tables["certifications"]
        assert (event["event"], event["basis"], event["note"]) == ("moved-up", "stated", None)
        assert len(event["source_ids"]) == 2


def test_a_page_that_corrects_itself_corrects_its_event_and_source() -> None:
    first = collected(news(said(NEW), accessed="2027-01-01"), date="2027")
    again = collected(
        news(said(NEW, "recertified"), accessed="2027-09-09"), own=first.tables, date="2027"
    )
    assert statuses(again) == ["updated"]
    assert [event["event"] for event in again.tables["certifications"]] == ["recertified"]
    assert [source["accessed"] for source in again.tables["sources"]] == ["2027-09-09"]


def test_what_collecting_makes_is_a_library_that_can_be_read(tmp_path: Any) -> None:
    path = str(tmp_path / "library.json")
    made = collected(
        page(found(city=NEW, badge=Badge("gold", "2025"))), news(said()), date="2027"
    ).tables
    library.change(path, lambda _: made)
    assert library.read_beside(bundled(), path) == made
    assert cast("list[Any]", made["stories"])
