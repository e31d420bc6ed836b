"""wwc peers."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Answer

    Wwc = Callable[..., Answer]

ROCHESTER = {
    "city_id": "rochester-ny",
    "city": "Rochester",
    "subdivision": "New York",
    "country": "United States",
    "country_code": "US",
    "population": 100_000,
    "level": "silver",
    "level_date": "2021-12-15",
    "score": 71,
    "reasons": [
        "about as large (100,000 against 100,000)",
        "same country",
        "silver, a level below",
        "shares public safety",
    ],
    "population_ratio": 1.0,
    "same_country": True,
    "same_language": True,
    "same_level": False,
    "shared_topics": ["public-safety"],
    "shared_themes": [],
    "stories": [
        {
            "id": "rochester-ny",
            "headline": "Homes [bold]for[/bold] All: a Plan",
            "topics": ["housing", "public-safety"],
            "coverage": "full",
            "origin": "bundled",
        }
    ],
}


def near(wwc_small: Wwc, *arguments: str) -> list[tuple[str, int]]:
    """Return the ids and scores of the peers."""
    result = wwc_small("peers", *arguments, "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    return [(peer["city_id"], peer["score"]) for peer in result.json]


def test_the_json_of_a_peer_is_as_promised(wwc_small: Wwc) -> None:
    result = wwc_small("peers", "Alpha", "--limit", "1", "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    (peer,) = result.json
    assert list(peer.items()) == list(ROCHESTER.items())
    assert list(peer["stories"][0]) == list(ROCHESTER["stories"][0])  # type: ignore[index]


def test_what_is_not_known_is_null(wwc_small: Wwc) -> None:
    result = wwc_small("peers", "Alpha", "--country", "Colombia", "--json")
    (peer,) = result.json
    assert list(peer) == list(ROCHESTER)
    assert (peer["population"], peer["population_ratio"]) == (None, None)
    (peer,) = wwc_small("peers", "honored-nj", "--country", "Colombia", "--json").json
    assert (peer["same_level"], peer["reasons"], peer["shared_topics"]) == (None, [], [])


def test_the_nearest_come_first(wwc_small: Wwc) -> None:
    assert near(wwc_small, "alpha-nj") == [
        ("rochester-ny", 71), ("nowhere-nj", 58), ("medellin-co", 4)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "ids"),
    [
        (["--with-topic", "housing"], ["rochester-ny", "nowhere-nj"]),
        (["--with-topic", "Vivienda", "--level", "Silver"], ["rochester-ny"]),
        (["--with-topic", "health & wellness", "--with-topic", "housing", "--coverage", "brief"],
         ["medellin-co"]),
        (["--country", "US", "--limit", "1"], ["rochester-ny"]),
        (["--limit", "0"], ["rochester-ny", "nowhere-nj", "medellin-co"]),
        (["--weight", "size=0", "--weight", "country=0", "--weight", "language=0",
          "--weight", "topics=0"], ["medellin-co", "rochester-ny", "nowhere-nj"]),
    ],
)  # fmt: skip
def test_options(arguments: list[str], ids: list[str], wwc_small: Wwc) -> None:
    assert [city_id for city_id, _ in near(wwc_small, "Alpha", *arguments)] == ids


def test_a_name_of_several_words_needs_no_quotes(wwc_small: Wwc) -> None:
    assert near(wwc_small, "Port", "St.", "Mary") == near(wwc_small, "port-st-mary-fl")


def test_a_slip_is_put_right_and_told(wwc_small: Wwc) -> None:
    result = wwc_small("peers", "Medelin", "--json")
    assert result.exit_code == 0
    assert result.stderr == "Took 'Medelin' for Medellín, Colombia (medellin-co).\n"
    assert result.json == wwc_small("peers", "medellin-co", "--json").json


@pytest.mark.parametrize("name", ["Rochester", "Paris"])
def test_a_name_that_is_none_or_several_is_refused(name: str, wwc_small: Wwc) -> None:
    result = wwc_small("peers", name, "--json")
    assert (result.exit_code, result.stdout) == (3, "")
    assert name in result.error["message"]


def test_a_city_must_be_named(wwc_small: Wwc) -> None:
    assert wwc_small("peers").exit_code == 2


@pytest.mark.parametrize(
    ("weight", "message"),
    [
        ("sise=2", "No weight is called 'sise'."),
        ("size", "'size' has no number from 0 up."),
        ("size=-1", "'size=-1' has no number from 0 up."),
    ],
)
def test_a_wrong_weight_is_answered_with_the_right_ones(
    weight: str, message: str, wwc_small: Wwc
) -> None:
    result = wwc_small("peers", "Alpha", "--weight", weight)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.splitlines()[0] == f"Error: {message}"
    assert "size=2" in result.stderr.splitlines()[1]


def test_the_suggestions_of_a_wrong_weight_are_the_names(wwc_small: Wwc) -> None:
    result = wwc_small("peers", "Alpha", "--weight", "x=1", "--json")
    assert (result.exit_code, result.error["code"]) == (2, 2)
    assert result.error["suggestions"] == [
        *("size", "country", "language", "level", "topics", "themes")
    ]


def test_an_unknown_topic_is_answered_with_those_there_are(wwc_small: Wwc) -> None:
    result = wwc_small("peers", "Alpha", "--with-topic", "magic")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "housing" in result.stderr


def test_no_peer_is_an_answer(wwc_small: Wwc) -> None:
    nothing = ["peers", "Alpha", "--country", "Chile"]
    for format_name, said in (
        ("json", "[]\n"),
        ("jsonl", ""),
        ("csv", ",".join(ROCHESTER) + "\n"),
        ("tsv", "\t".join(ROCHESTER) + "\n"),
    ):
        result = wwc_small(*nothing, "--format", format_name)
        assert (result.exit_code, result.stdout, result.stderr) == (0, said, "")
    assert wwc_small(*nothing).stdout.splitlines() == [
        "Peers of Alpha, New Jersey  gold",
        "100,000 people",
        "topics: public safety",
        "",
        "No other city with a story passes these filters.",
    ]


def test_a_row_of_csv(wwc_small: Wwc) -> None:
    made = wwc_small("peers", "Alpha", "--limit", "1", "--format", "csv").stdout
    header, row = csv.reader(io.StringIO(made))
    cells = dict(zip(header, row, strict=True))
    assert list(cells) == list(ROCHESTER)
    assert cells["reasons"] == (
        "about as large (100,000 against 100,000); same country; silver, a level below;"
        " shares public safety"
    )
    assert (cells["same_country"], cells["shared_themes"]) == ("true", "")
    assert cells["stories"] == "rochester-ny: Homes [bold]for[/bold] All: a Plan"


def test_the_table_says_what_could_not_be_weighed(wwc_small: Wwc) -> None:
    shown = wwc_small("peers", "san-fernando-cl", "--width", "200").stdout.splitlines()
    assert shown[-1] == (
        "Not weighed: size (its population is not known); topics and themes"
        " (it has no story; --with-topic asks for a topic)."
    )
