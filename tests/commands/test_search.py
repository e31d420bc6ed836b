"""wwc search: its shape and options; what is found and in which order, core/test_search.py."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Answer

    Wwc = Callable[..., Answer]

HIT = [
    "id", "city_id", "city", "subdivision", "country", "country_code", "headline", "topics",
    "level", "level_date", "coverage", "origin", "score", "matched", "snippet", "source_url",
]  # fmt: skip
NOTHING = "zzqqzz"


def ids(result: Answer) -> set[str]:
    """Return the ids of the stories found."""
    assert result.exit_code == 0, result
    return {hit["id"] for hit in result.json}


def test_the_json_of_a_hit_has_the_promised_keys(wwc: Wwc) -> None:
    result = wwc("search", "traffic safety", "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.json
    for hit in result.json:
        assert list(hit) == HIT
        assert isinstance(hit["score"], int)
        assert 0 <= hit["score"] <= 100
        for match in hit["matched"]:
            assert list(match) == ["field", "term", "via"]
            assert match["via"] in {"word", "stem", "synonym", "spelling", "name"}


def test_a_hit_tells_of_its_story_what_is_known(wwc_small: Wwc) -> None:
    result = wwc_small("search", "--topic", "health-and-wellbeing", "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    (hit,) = result.json
    assert {key: hit[key] for key in HIT if key not in {"score", "matched", "snippet"}} == {
        "id": "medellin-co",
        "city_id": "medellin-co",
        "city": "Medellín",
        "subdivision": "Antioquia",
        "country": "Colombia",
        "country_code": "CO",
        "headline": "Menos embarazo adolescente",
        "topics": ["health-and-wellbeing"],
        "level": "platinum",
        "level_date": "2024-01-23",
        "coverage": "brief",
        "origin": "bundled",
        "source_url": "https://example.org/" + "a-very-long-way/" * 20,
    }


def test_the_header_of_csv_is_the_keys_of_a_hit(wwc_small: Wwc) -> None:
    for query in (["permit"], [NOTHING]):
        result = wwc_small("search", *query, "--format", "csv")
        assert result.exit_code == 0
        assert set(next(csv.reader(io.StringIO(result.stdout)))) == set(HIT)


def test_a_row_of_csv_is_a_hit(wwc_small: Wwc) -> None:
    (hit,) = wwc_small("search", "--topic", "health-and-wellbeing", "--json").json
    made = wwc_small("search", "--topic", "health-and-wellbeing", "--format", "csv").stdout
    (row,) = csv.DictReader(io.StringIO(made))
    assert row["headline"] == hit["headline"]
    assert row["topics"] == "health-and-wellbeing"
    assert row["score"] == str(hit["score"])


@pytest.mark.parametrize(
    ("format_name", "said"), [("json", "[]\n"), ("jsonl", ""), ("table", None), ("plain", None)]
)
def test_nothing_found_is_an_answer(format_name: str, said: str | None, wwc_small: Wwc) -> None:
    result = wwc_small("search", NOTHING, "--format", format_name)
    assert result.exit_code == 0
    if said is not None:
        assert result.stdout == said
    else:
        assert result.stdout.startswith("No story found")


def test_without_a_query_all_that_the_filters_leave_is_listed(wwc_small: Wwc) -> None:
    assert ids(wwc_small("search", "--json")) == {
        "alpha-nj", "rochester-ny", "medellin-co", "nowhere-nj"
    }  # fmt: skip
    assert ids(wwc_small("search", " ", "--json")) == ids(wwc_small("search", "--json"))


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (["--topic", "housing"], {"rochester-ny", "nowhere-nj"}),
        (["--topic", "Vivienda"], {"rochester-ny", "nowhere-nj"}),
        (["--topic", "Health & Wellness"], {"medellin-co"}),
        (["--topic", "housing", "--topic", "public-safety"], {"rochester-ny", "nowhere-nj",
                                                              "alpha-nj"}),
        (["--topic", "housing", "--level", "silver"], {"rochester-ny"}),
        (["--country", "Colombia"], {"medellin-co"}),
        (["--state", "New Jersey"], {"alpha-nj", "nowhere-nj"}),
        (["--level", "gold", "--level", "platinum"], {"alpha-nj", "medellin-co"}),
        (["--level", "unstated"], {"nowhere-nj"}),
        (["--theme", "service-speed"], {"rochester-ny"}),
        (["--coverage", "brief"], {"medellin-co"}),
        (["--origin", "library"], set()),
    ],
)  # fmt: skip
def test_values_of_one_filter_are_alternatives_and_filters_add_up(
    arguments: list[str], found: set[str], wwc_small: Wwc
) -> None:
    result = wwc_small("search", *arguments, "--json")
    assert result.stderr == ""
    assert ids(result) == found


def test_a_query_and_a_filter_must_both_hold(wwc_small: Wwc) -> None:
    assert "rochester-ny" in ids(wwc_small("search", "permit", "--topic", "housing", "--json"))
    assert "rochester-ny" not in ids(wwc_small("search", "permit", "--country", "co", "--json"))


def test_words_of_a_query_need_no_quotes(wwc: Wwc) -> None:
    assert (
        wwc("search", "traffic", "safety", "--json").stdout
        == wwc("search", "traffic safety", "--json").stdout
    )


@pytest.mark.parametrize(("limit", "shown"), [("1", 1), ("3", 3), ("0", 4), ("100", 4)])
def test_the_limit_is_that_many_and_0_is_all(limit: str, shown: int, wwc_small: Wwc) -> None:
    result = wwc_small("search", "--limit", limit, "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    assert len(result.json) == shown


def test_ten_are_shown_where_no_limit_is_given_and_the_table_says_so(wwc: Wwc) -> None:
    total = len(wwc("search", "--limit", "0", "--json").json)
    assert len(wwc("search", "--json").json) == 10 < total
    assert f"{total} stories, the first 10 shown (--limit 0 shows all)." in wwc("search").stdout
    assert "shown (" not in wwc("search", "--limit", "0").stdout


def test_sorting_by_city_and_by_date(wwc: Wwc) -> None:
    cities = [h["city_id"] for h in wwc("search", "--sort", "city", "--limit", "0", "--json").json]
    assert cities == sorted(cities)
    hits = wwc("search", "--sort", "date", "--limit", "0", "--json").json
    years = [(hit["level_date"] or "")[:4] for hit in hits]
    assert years == sorted(years, reverse=True)


def test_reasons_are_given_only_where_they_are_asked_for(wwc: Wwc) -> None:
    assert "found by " in wwc("search", "robberies", "--explain").stdout
    assert "found by " not in wwc("search", "robberies").stdout


@pytest.mark.parametrize("format_name", ["table", "plain", "json", "csv", "markdown"])
def test_a_query_that_was_corrected_is_told_on_stderr_in_every_format(
    format_name: str, wwc: Wwc
) -> None:
    result = wwc("search", "trafic saftey", "--format", format_name)
    assert result.exit_code == 0
    assert result.stderr == 'Searched for "traffic safety" (you typed "trafic saftey").\n'
    assert "Searched for" not in result.stdout


def test_a_query_of_known_words_is_not_remarked_on(wwc: Wwc) -> None:
    assert wwc("search", "traffic safety").stderr == ""


@pytest.mark.parametrize("option", ["--topic", "--country", "--state", "--theme"])
def test_a_filter_value_that_is_unknown_is_named(option: str, wwc_small: Wwc) -> None:
    result = wwc_small("search", option, "qqzzqq", "--json")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.error["message"] == f"No {option[2:]} is called 'qqzzqq'."
    in_words = wwc_small("search", option, "qqzzqq").stderr
    assert in_words.splitlines()[1].startswith("There are ")


@pytest.mark.parametrize(
    "query",
    ['"', "'", "a AND b", "NEAR(a b)", "(", "*", "^x", "city:x", "-x", "x -- y", "%", "\\",
     "{", "a" * 10_000, "traffic OR", "ñ́", "🚲", "\x00"],
    ids=lambda query: ascii(query)[:12],
)  # fmt: skip
def test_no_query_is_read_as_syntax(query: str, wwc_small: Wwc) -> None:
    result = wwc_small("search", "--json", "--", query)
    assert result.exit_code == 0
    assert isinstance(result.json, list)
