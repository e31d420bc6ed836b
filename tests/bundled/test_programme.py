"""What the store says of the program: whole, sourced, and found by what people type."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any, get_args

import pytest

from tests.bundled.tables import ids, metrics, table
from tests.bundled.test_places import is_date
from tests.bundled.test_stories import figures
from wwc_cli.core import entries, records, vocabulary
from wwc_cli.core.about import about
from wwc_cli.core.programme import entry_key

if TYPE_CHECKING:
    from wwc_cli.core.catalogue import Catalogue

ENTRIES = [pytest.param(entry, id=entry["id"]) for entry in table("programme")]
CRITERIA = {
    "data-management": ("DM", 9),
    "leadership-and-capacity": ("LC", 7),
    "open-data": ("OD", 4),
    "performance-and-analytics": ("PA", 5),
    "budget-and-finance": ("BF", 3),
    "results-driven-contracting": ("RDC", 8),
    "community-impact": ("CI", 3),
    "evaluations": ("EVAL", 4),
}
QUESTIONS = {
    "How does certification improve climate action?": "climate-action",
    "What metrics decide eligibility?": "eligibility-metrics",
    "How do Platinum cities link data to benefits?": "platinum-benefits",
    "How does data-driven policy improve government?": "data-driven-policy",
    "How can data platforms strengthen emergency response?": "emergency-response",
}


def of_kind(kind: str) -> list[Any]:
    return [entry for entry in table("programme") if entry["kind"] == kind]


@pytest.mark.parametrize("entry", ENTRIES)
def test_an_entry_leads_only_to_what_there_is(entry: dict[str, Any]) -> None:
    entry_ids = ids("programme")
    assert entry["parent"] is None or entry["parent"] in entry_ids
    assert set(entry["see_also"]) <= entry_ids - {entry["id"]}
    assert set(entry["story_ids"]) <= ids("stories")
    assert set(entry["topics"]) <= ids("topics")
    for said in entry["text"]:
        assert set(said["source_ids"]) <= ids("sources")
    for listed in (entry["see_also"], entry["story_ids"], entry["aliases"]):
        assert len(set(listed)) == len(listed)


@pytest.mark.parametrize("entry", ENTRIES)
def test_an_entry_says_something_in_sentences_and_on_what_they_rest(entry: dict[str, Any]) -> None:
    assert entry["text"]
    for said in entry["text"]:
        assert said["text"].endswith("."), said
        assert said["text"][0].isupper() or said["text"][0].isdigit(), said
        if said["basis"] in {"stated", "second-hand", "derived", "disputed"}:
            assert said["source_ids"], said
        if said["basis"] in {"general", "remark"} and entry["id"] != "glossary":
            assert not said["source_ids"], said


def test_what_is_counted_is_counted_when_it_is_asked_for() -> None:
    assert not [e for e in table("programme") for said in e["text"] if said["basis"] == "counted"]


def test_an_entry_comes_before_those_below_it() -> None:
    at = {entry["id"]: number for number, entry in enumerate(table("programme"))}
    for entry in table("programme"):
        assert entry["parent"] is None or at[entry["parent"]] < at[entry["id"]]


def test_43_criteria_stand_in_their_eight_areas() -> None:
    assert tuple(CRITERIA) == vocabulary.PRACTICES
    assert {area["id"]: area["code"] for area in of_kind("area")} == {
        area: code for area, (code, _) in CRITERIA.items()
    }
    expected = [
        (f"{code}{at}", area)
        for area, (code, count) in CRITERIA.items()
        for at in range(1, count + 1)
    ]
    assert len(expected) == 43
    assert [(each["code"], each["parent"]) for each in of_kind("criterion")] == expected
    assert all(each["id"] == each["code"].lower() for each in of_kind("criterion"))


def test_31_criteria_rest_on_one_copy_and_say_so() -> None:
    bases = Counter(each["text"][0]["basis"] for each in of_kind("criterion"))
    assert bases == {"stated": 12, "second-hand": 31}
    for each in of_kind("criterion"):
        single = each["text"][0]["source_ids"] == ["tucson-roadmap"]
        assert single == (each["text"][0]["basis"] == "second-hand"), each["code"]


def test_an_area_shows_the_stories_of_its_practice() -> None:
    assert all(area["practices"] == [area["id"]] for area in of_kind("area"))


def test_events_are_dated_and_other_entries_seldom() -> None:
    assert len(of_kind("event")) == 32
    for entry in table("programme"):
        if entry["kind"] in {"event", "version"}:
            assert is_date(entry["date"]), entry["id"]
        else:
            assert entry["date"] is None, entry["id"]


def test_the_closed_lists_of_kinds_and_bases_are_used() -> None:
    assert {entry["kind"] for entry in table("programme")} == set(get_args(records.EntryKind))
    said = {said["basis"] for entry in table("programme") for said in entry["text"]}
    assert said | {"counted"} == set(get_args(records.Ground))


def test_every_term_of_the_glossary_has_a_name_in_english_and_in_another_language() -> None:
    for entry in of_kind("term"):
        assert entry["term"]["en"]
        assert entry["term"]["es"]
        assert entry["term"]["pt"]
        if not entry["text"][0]["source_ids"]:
            assert entry["text"][0]["basis"] == "general"


def test_a_key_leads_to_one_entry(bundled: Catalogue) -> None:
    led = defaultdict(set)
    for key, entry_id in bundled.entry_keys():
        led[key].add(entry_id)
    assert {key: sorted(to) for key, to in led.items() if len(to) > 1} == {}


def test_no_alias_is_a_city_or_hides_a_command(bundled: Catalogue) -> None:
    for key, entry_id in bundled.entry_keys():
        assert not bundled.cities_called(key), (key, entry_id)


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_five_questions_are_answered_as_they_stand(question: str, bundled: Catalogue) -> None:
    for typed in (question, question.rstrip("?"), question.lower(), question.upper()):
        found = about(typed, bundled)
        assert (found.explanation["id"], found.remark) == (QUESTIONS[question], None)
    assert found.explanation["sources"]
    assert len(found.explanation["text"]) >= 3


@pytest.mark.parametrize(
    ("typed", "entry_id"),
    [
        ("how does certification improve city climate action strategies", "climate-action"),
        ("Does certification improve climate action in cities?", "climate-action"),
        ("which metrics decide a city's eligibility", "eligibility-metrics"),
        ("How do platinum cities link their data use to community benefits?", "platinum-benefits"),
        ("how does data driven policy making improve local government", "data-driven-policy"),
        ("How can cities use data platforms for a stronger emergency response?",
         "emergency-response"),
    ],
)  # fmt: skip
def test_the_questions_are_known_in_other_words(
    typed: str, entry_id: str, bundled: Catalogue
) -> None:
    assert about(typed, bundled).explanation["id"] == entry_id


@pytest.mark.parametrize(
    ("typed", "entry_id"),
    [
        ("certification", "certification"),
        ("gold", "gold"),
        ("data snapshot", "data-snapshot"),
        ("standard", "standard"),
        ("PA1", "pa1"),
        ("performance and analytics", "performance-and-analytics"),
        ("eligibility", "eligibility"),
        ("timeline", "timeline"),
        ("partners", "partners"),
        ("honor roll", "honor-roll"),
        ("levels", "levels"),
        ("steps", "steps"),
        ("glossary", "glossary"),
        ("questions", "questions"),
        ("sources", "sources"),
        ("datos abiertos", "open-data"),
        ("dados abertos", "open-data"),
        ("open data", "open-data"),
        ("platnium", "platinum"),
        ("Rigorous Evaluations", "evaluations"),
        ("Data-Driven Budgeting & Finance", "budget-and-finance"),
        ("Stakeholder Impact", "community-impact"),
        ("GovEx", "govex"),
    ],
)
def test_what_people_ask_for_is_found(typed: str, entry_id: str, bundled: Catalogue) -> None:
    assert entries.entry(typed, bundled).entry["id"] == entry_id


def test_a_figure_told_from_a_story_is_one_of_that_story() -> None:
    """Unless it is told from another source too, every figure stands in a metric of the story."""
    told: defaultdict[str, set[float]] = defaultdict(set)
    for story_id, metric in metrics():
        told[f"story-{story_id}"] |= figures(metric["statement"])
    for entry in of_kind("question"):
        for said in entry["text"]:
            if said["source_ids"] and all(i.startswith("story-") for i in said["source_ids"]):
                known = set().union(*(told[source_id] for source_id in said["source_ids"]))
                assert figures(said["text"]) <= known, said["text"]


def test_a_story_that_a_question_cites_is_one_that_shows_it() -> None:
    pages = {story["id"]: story["source_ids"][0] for story in table("stories")}
    for entry in of_kind("question"):
        cited = {i for said in entry["text"] for i in said["source_ids"] if i in pages.values()}
        assert cited <= {pages[story_id] for story_id in entry["story_ids"]}


def test_a_story_that_shows_an_answer_is_of_a_city_that_the_answer_names() -> None:
    cities = {city["id"]: city["name"] for city in table("cities")}
    city_of = {story["id"]: cities[story["city_id"]] for story in table("stories")}
    for entry in of_kind("question"):
        answer = " ".join(said["text"] for said in entry["text"])
        assert [i for i in entry["story_ids"] if city_of[i] not in answer] == []


def test_the_levels_have_their_thresholds() -> None:
    said = {entry["id"]: entry["text"][0]["text"] for entry in of_kind("level")}
    assert {level: re.findall(r"\d+", text) for level, text in said.items()} == {
        "silver": ["51", "67"],
        "gold": ["68", "84"],
        "platinum": ["85"],
    }


def test_the_store_is_in_american_english() -> None:
    british = re.compile(
        r"\b\w*(programme|organis|recognis|neighbour|colour|behaviour|centre\b|licence|judgement)"
    )
    for entry in table("programme"):
        for said in entry["text"]:
            assert not british.search(said["text"]), said["text"]


def test_a_key_is_no_longer_than_one_types() -> None:
    for entry in table("programme"):
        for alias in entry["aliases"]:
            assert len(entry_key(alias).split()) <= 16, alias
