"""What stories are looked up by."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from tests.factories import make_metric, make_story
from wwc_cli.core import catalogue, story_tags


def test_a_story_is_looked_up_by_topics_figures_and_practices() -> None:
    metrics = [
        make_metric(theme="crime", unit="percent", kind="outcome"),
        make_metric(theme="trust", unit=None, value=None, kind="context"),
    ]
    practices = ["open-data", "evaluations"]
    story = make_story(topics=["housing"], metrics=metrics, practices=practices)
    assert story_tags.of(story, 7) == {
        ("topic", "housing", 7),
        ("theme", "crime", 7),
        ("theme", "trust", 7),
        ("unit", "percent", 7),
        ("outcome", "crime", 7),
        ("practice", "open-data", 7),
        ("practice", "evaluations", 7),
        ("first-practice", "open-data", 7),
    }


def test_a_city_is_about_the_topics_and_outcomes_of_all_its_stories() -> None:
    tags = [("topic", "housing", 1), ("topic", "equity", 2), ("outcome", "crime", 2)]
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(story_tags.TABLES)
        story_tags.put(connection, tags, {1: "alpha-nj", 2: "alpha-nj", 3: "omega-nj"})
        assert connection.execute("SELECT * FROM subject").fetchall() == [
            ("alpha-nj", f"equity{catalogue.PARTED}housing", "crime"),
            ("omega-nj", "", ""),
        ]
        assert connection.execute("SELECT count(*) FROM tag").fetchone() == (3,)
