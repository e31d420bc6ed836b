"""The peers of a city as a ranked list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests import showcase
from tests.screens import drawn, held, in_each_format, missing, page, widest
from tests.showcase import make_peer, make_peer_story
from wwc_cli.core.nearness import WEIGHTS, Known
from wwc_cli.core.peers import Found
from wwc_cli.render import table
from wwc_cli.views import peers as roster
from wwc_cli.views.model import Note, plain

if TYPE_CHECKING:
    from wwc_cli.core.answers import Peer

PEERS = [
    make_peer(
        "north-harbor-wa",
        city="North Harbor",
        subdivision="Washington",
        level="gold",
        score=85,
        reasons=[
            "about as large (119,456 against 123,456)",
            "same country",
            "both gold",
            "shares infrastructure and utilities, transportation and public safety",
            "results on traffic safety and service speed in both",
        ],
        population=119_456,
        stories=[make_peer_story(headline="Safer Streets: How a City [re]Counted “Near Misses”")],
    ),
    make_peer(
        "rio-alto-cl",
        city="Río Alto",
        subdivision="Ñuble",
        country="Chile",
        country_code="CL",
        population=None,
        level=None,
        level_date=None,
        score=12,
        reasons=["shares public safety"],
        stories=[
            make_peer_story(headline="Menos robos, más árboles"),
            make_peer_story(headline="Agua sin fugas", coverage="brief", origin="library"),
        ],
    ),
    make_peer(
        "guatemala-city-gt",
        city="Guatemala City",
        subdivision="Guatemala",
        country="Guatemala",
        country_code="GT",
        population=7_674_366,
        level="platinum",
        score=4,
        reasons=["more than ten times as large (7,674,366 against 123,456)"],
        stories=[make_peer_story(headline=f"Story {at}") for at in range(1, 6)],
    ),
]


def found(*shown: Peer, **changes: Any) -> Found:
    city = showcase.harbor()["city"]
    topics = frozenset({"public-safety", "transportation"})
    known = Known(city["population"], "US", "gold", topics, frozenset({"crime"}))
    values = {
        "city": city,
        "known": known,
        "has_story": True,
        "peers": list(shown),
        "total": len(shown),
        "weights": dict(WEIGHTS),
        "weighed": list(WEIGHTS),
        "unweighed": [],
    }
    return Found(**{**values, **changes})


ANSWER = roster.peers(found(*PEERS, total=23))
BARE = roster.peers(
    found(
        make_peer(reasons=["same country"]),
        known=Known(None, "US", None, frozenset(), frozenset()),
        has_story=False,
        weighed=["country", "language"],
        unweighed=["size", "level", "topics", "themes"],
    )
)


def notes(**changes: Any) -> list[str]:
    sheet = roster.peers(found(*PEERS, **changes)).sheet()
    return [plain(block.text) for block in sheet if isinstance(block, Note)]


@pytest.mark.parametrize("width", [60, 80, 100, 140])
def test_the_peers_of_a_city(width: int) -> None:
    held(f"peers-{width}", drawn(ANSWER, width))


@pytest.mark.parametrize("format_name", ["plain", "markdown"])
def test_the_peers_in_the_other_formats_for_people(format_name: str) -> None:
    held(f"peers-{format_name}", in_each_format(ANSWER)[format_name])


def test_the_peers_in_ascii() -> None:
    held("peers-ascii", table.render(ANSWER.sheet(), page(80, unicode=False)))


def test_the_peers_of_a_city_of_which_little_is_known() -> None:
    held("peers-bare-80", drawn(BARE))


@pytest.mark.parametrize("width", [20, 40, 60, 80, 140])
def test_no_line_of_the_peers_is_wider_than_the_page(width: int) -> None:
    assert widest(drawn(ANSWER, width)) <= width
    assert widest(drawn(BARE, width)) <= width


@pytest.mark.parametrize("width", [60, 80, 100, 140])
def test_every_word_of_the_peers_is_on_the_screen(width: int) -> None:
    words = (
        "Guatemala Washington platinum infrastructure transportation (7,674,366 123,456) Misses”"
    )
    assert missing(words.split(), drawn(ANSWER, width)) == []


def test_the_title_says_whose_peers_they_are_and_what_was_weighed() -> None:
    assert drawn(ANSWER).splitlines()[:4] == [
        "Peers of Port St. Mary, Oregon  gold",
        "123,456 people",
        "topics: public safety and transportation",
        "",
    ]
    assert drawn(BARE).splitlines()[:4] == [
        "Peers of Port St. Mary, Oregon", "size not known", "no story", ""
    ]  # fmt: skip


def test_a_story_without_topics_is_a_story() -> None:
    known = Known(5, "US", None, frozenset(), frozenset())
    assert "no story" not in drawn(roster.peers(found(*PEERS, known=known)))


def test_the_note_says_what_the_order_means_and_where_to_go_on() -> None:
    (said,) = notes(total=23)
    assert said == (
        "23 cities with a story, nearest first, the first 3 shown (--limit 0 shows all)."
        " Score: how near, of 100, by size 4, country 2, language 1, level 1, topics 2 and"
        " themes 2 (--weight changes that). Side by side: wwc compare port-st-mary-or"
        " north-harbor-wa"
    )


def test_the_note_names_only_what_was_weighed() -> None:
    (said, _) = notes(weights={**WEIGHTS, "size": 2.5}, weighed=["size"], unweighed=["level"])
    assert "by size 2.5 (--weight" in said


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"unweighed": ["size"]}, "size (its population is not known)"),
        ({"unweighed": ["language"]}, "language (that of its country is not known)"),
        ({"unweighed": ["level"]}, "level (none is stated for it)"),
        ({"unweighed": ["themes"]}, "themes (no outcome among its figures)"),
        ({"unweighed": ["topics"]}, "topics (its stories name none)"),
        (
            {"unweighed": ["size", "themes"]},
            "size (its population is not known); themes (no outcome among its figures)",
        ),
        (
            {"unweighed": ["topics", "themes"], "has_story": False},
            "topics and themes (it has no story; --with-topic asks for a topic)",
        ),
    ],
)
def test_what_could_not_be_weighed_is_said_with_the_reason(
    changes: dict[str, Any], said: str
) -> None:
    assert notes(**changes)[1] == f"Not weighed: {said}."


def test_where_nothing_was_weighed_there_is_no_order_by_nearness() -> None:
    (said, _) = notes(weighed=[], unweighed=["size"])
    assert said == (
        "3 cities with a story, in the order of their ids."
        " Side by side: wwc compare port-st-mary-or north-harbor-wa"
    )


def test_no_peer_is_said_in_words() -> None:
    for shown in in_each_format(roster.peers(found())).values():
        assert "No other city with a story passes these filters." in shown


def test_of_many_stories_the_first_are_named_and_the_rest_counted() -> None:
    shown = drawn(ANSWER, 140)
    assert [at for at in range(1, 6) if f"Story {at}" in shown] == [1, 2, 3]
    assert "and 2 more" in shown


def test_a_story_in_brief_and_one_of_ones_own_say_so() -> None:
    assert "Agua sin fugas (in brief) (your library)" in drawn(ANSWER, 140)


def test_the_columns_are_the_keys_of_a_record() -> None:
    assert [column.name for column in ANSWER.columns] == list(PEERS[0])


def test_the_stories_of_a_peer_are_one_cell_of_ids_and_headlines() -> None:
    (column,) = [c for c in ANSWER.columns if c.name == "stories"]
    assert column.cell(PEERS[1]) == [
        "alpha-nj: Menos robos, más árboles", "alpha-nj: Agua sin fugas"
    ]  # fmt: skip
