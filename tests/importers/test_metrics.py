"""Metrics out of sentences: sentences made up in the manner of story pages, and traps."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import process
from tests.importers.sentences import READ, UNREAD
from wwc_cli.core import records
from wwc_cli.core.vocabulary import THEMES, UNITS
from wwc_cli.importers.metrics import has_figure, read

if TYPE_CHECKING:
    from wwc_cli.core.records import Metric

KEYS = [
    *("statement", "value", "from_value", "unit", "direction", "subject", "theme", "kind"),
    *("qualifier", "period", "baseline_period"),
]


def metric(
    figure: tuple[float | None, str | None, str], subject: str, labels: str, **rest: Any
) -> dict[str, Any]:
    """A metric without its statement: *labels* are theme and kind."""
    value, unit, direction = figure
    theme, kind = labels.split()
    return {
        "value": value,
        "from_value": None,
        "unit": unit,
        "direction": direction,
        "subject": subject,
        "theme": theme,
        "kind": kind,
        "qualifier": "exact",
        "period": None,
        "baseline_period": None,
    } | rest


WHOLE: list[tuple[str, list[dict[str, Any]]]] = [
    (
        "32% decrease in porch thefts in 2022, compared to 2021.",
        [
            metric(
                (32, "percent", "decrease"),
                "porch thefts",
                "crime outcome",
                period="2022",
                baseline_period="2021",
            )
        ],
    ),
    (
        "Cameras cut fatal crashes by 41% and injury crashes by 17% between May 2021 and May 2022.",
        [
            metric(
                (41, "percent", "decrease"),
                "fatal crashes",
                "traffic-safety outcome",
                period="2021-05 to 2022-05",
            ),
            metric(
                (17, "percent", "decrease"),
                "injury crashes",
                "traffic-safety outcome",
                period="2021-05 to 2022-05",
            ),
        ],
    ),
    (
        "40 percent increase in museum attendance from 2018 to 2019",
        [
            metric(
                (40, "percent", "increase"),
                "museum attendance",
                "city-data outcome",
                period="2019",
                baseline_period="2018",
            )
        ],
    ),
    (
        "The average wait for a building permit fell from 30 to 12 days in 2023.",
        [
            metric(
                (12, "days", "decrease"),
                "average wait for a building permit",
                "service-speed outcome",
                from_value=30,
                period="2023",
            )
        ],
    ),
    (
        "Nearly 3,400 low-income households have received rent relief since March 2021.",
        [
            metric(
                (3400, "households", "none"),
                "low-income households",
                "housing output",
                qualifier="about",
                period="since 2021-03",
            )
        ],
    ),
    (
        "The city plans to plant at least 12,000 trees by 2030.",
        [
            metric(
                (12_000, "trees", "none"),
                "trees",
                "trees target",
                qualifier="over",
                period="2030",
            )
        ],
    ),
    (
        "Installed 5,000 smart water meters in FY2023.",
        [
            metric(
                (5000, "devices", "none"),
                "smart water meters",
                "water output",
                period="FY2023",
            )
        ],
    ),
    (
        "As of November 2023, the portal has more than 626 datasets.",
        [
            metric(
                (626, "datasets", "none"),
                "datasets",
                "open-data output",
                qualifier="over",
                period="as of 2023-11",
            )
        ],
    ),
    (
        "The share of residents who ride the bus has more than doubled since 2019.",
        [
            metric(
                (2, "times", "increase"),
                "share of residents who ride the bus",
                "mobility outcome",
                qualifier="over",
                baseline_period="2019",
            )
        ],
    ),
    (
        "Residents cast 10,400 votes in 2023—five times higher than in 2022.",
        [
            metric(
                (10_400, "votes", "increase"),
                "votes",
                "participation outcome",
                period="2023",
                baseline_period="2022",
            ),
            metric(
                (5, "times", "increase"),
                "votes",
                "participation outcome",
                period="2023",
                baseline_period="2022",
            ),
        ],
    ),
    (
        "In 2019, the city counted 5,120 evictions. By 2023, that number was 2,044.",
        [
            metric(
                (2044, "evictions", "decrease"),
                "evictions",
                "evictions outcome",
                from_value=5120,
                period="2023",
                baseline_period="2019",
            )
        ],
    ),
    (
        "The number of clinics grew from 12 in 2018 to 19 in 2022.",
        [
            metric(
                (19, "facilities", "increase"),
                "clinics",
                "health-access output",
                from_value=12,
                period="2022",
                baseline_period="2018",
            )
        ],
    ),
    (
        "4% of streets account for most of the crashes.",
        [metric((4, "percent", "none"), "streets", "traffic-safety context")],
    ),
    (
        "Saved up to $1.5 million in overtime in the third quarter of 2022.",
        [
            metric(
                (1_500_000, "USD", "none"),
                "overtime",
                "savings outcome",
                qualifier="up-to",
                period="Q3 2022",
            )
        ],
    ),
    (
        "The center took 150 to 200 calls on the worst days of the storm.",
        [
            metric(
                (150, "calls", "none"),
                "calls",
                "disaster-relief output",
                qualifier="over",
            ),
            metric(
                (200, "calls", "none"),
                "calls",
                "disaster-relief output",
                qualifier="up-to",
            ),
        ],
    ),
    (
        "In a 2023 survey, four in ten residents said walking is easy.",
        [
            metric(
                (4, "in ten", "none"),
                "residents",
                "mobility outcome",
                period="2023",
            )
        ],
    ),
    (
        "Fewer than 50 homeless veterans were left in January 2022.",
        [
            metric(
                (50, "people", "none"),
                "homeless veterans",
                "homelessness context",
                qualifier="under",
                period="2022-01",
            )
        ],
    ),
    (
        "Juvenile arrests are also down.",
        [metric((None, None, "decrease"), "juvenile arrests", "crime outcome")],
    ),
    (
        "A web scraper  reduced\tthe time that staff\nspend on court records.",
        [metric((None, None, "decrease"), "web scraper", "justice outcome")],
    ),
    (
        "Launched a map of sidewalks.",
        [metric((None, None, "none"), "map of sidewalks", "mobility output")],
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), READ)
def test_figures_are_read_with_unit_and_direction(
    sentence: str, expected: list[tuple[float, str, str]]
) -> None:
    found = [(item["value"], item["unit"], item["direction"]) for item in read(sentence)]
    assert found == expected


@pytest.mark.parametrize("sentence", UNREAD)
def test_what_is_not_sure_stays_a_sentence_without_a_value(sentence: str) -> None:
    (only,) = read(sentence)
    assert only["value"] is None
    assert only["from_value"] is None
    assert only["unit"] is None


@pytest.mark.parametrize(("sentence", "expected"), WHOLE)
def test_whole_metrics(sentence: str, expected: list[dict[str, Any]]) -> None:
    statement = " ".join(sentence.split())
    assert read(sentence) == [{"statement": statement, **item} for item in expected]


CALLOUTS = [
    "40 percent increase in museum attendance from 2018 to 2019",
    "30 resident-proposed projects funded by the budget",
    "1,073 connections to services, such as shelter",
    "550 caretakers have earned a diploma",
    "$2.7 million in debt relief",
    "20,000+ surveys collected",
    "6 million gallons: water added to the supply each day",
    "Four in ten residents find walking easy",
    "82 billion gallons bought in a year",
]
CAPTIONS = [
    "Image Courtesy of the City of Alpha.",
    "City staff in front of the library, 2023.",
    "Mayor Ana Pérez signs the open data policy, in 2016.",
    "Silver Certification Badge for year 2021",
    "A class of Data Academy 101",
    "The old hall at 45 Main Street",
    "2029: Year in which the plant is to open",
    "Residents at the 12th Neighborhood Fair",
    "Ada Two Trees and the mayor",
    "",
]


@pytest.mark.parametrize("text", CALLOUTS)
def test_a_callout_has_a_figure(text: str) -> None:
    assert has_figure(text)


@pytest.mark.parametrize("text", CAPTIONS)
def test_a_caption_has_none(text: str) -> None:
    assert not has_figure(text)


def test_a_sentence_with_several_figures_has_a_metric_for_each() -> None:
    found = read("Gave away 1,000 laptops, 12,000 meals and $2 million.")
    assert [(item["value"], item["unit"]) for item in found] == [
        (1000, "devices"),
        (12_000, "meals"),
        (2_000_000, "USD"),
    ]
    assert {item["statement"] for item in found} == {
        "Gave away 1,000 laptops, 12,000 meals and $2 million."
    }


def test_a_figure_said_twice_is_one() -> None:
    assert len(read("Trained 300 residents. All 300 residents passed.")) == 1


def test_escape_sequences_do_not_reach_a_statement() -> None:
    (only,) = read("\x1b[2JThefts fell\u202e by 22%\x07.")
    assert only["statement"] == "Thefts fell by 22%."
    assert only["value"] == 22


QUALIFIED = {
    "Exactly 40 families moved.": "exact",
    "Only 40 families moved.": "exact",
    "Nearly 40 families moved.": "about",
    "An estimated 40 families moved.": "about",
    "More than 40 families moved.": "over",
    "At least 40 families moved.": "over",
    "40+ families moved.": "over",
    "Fewer than 40 families moved.": "under",
    "As many as 40 families moved.": "up-to",
    "No more than 40 families moved.": "up-to",
}


@pytest.mark.parametrize(("sentence", "qualifier"), QUALIFIED.items())
def test_qualifiers(sentence: str, qualifier: str) -> None:
    (only,) = read(sentence)
    assert (only["value"], only["qualifier"]) == (40, qualifier)


PERIODS = {
    "Thefts fell by 22% in 2023.": ("2023", None),
    "In June 2023, thefts fell by 22%.": ("2023-06", None),
    "Thefts fell by 22% in Sept. 2023.": ("2023-09", None),
    "Thefts fell by 22% on July 4, 2022.": ("2022-07-04", None),
    "Thefts fell by 22% as of May 2024.": ("as of 2024-05", None),
    "Thefts fell by 22% from 2022 to 2023.": ("2023", "2022"),
    "Thefts fell by 22% between 2019 and 2023.": ("2019 to 2023", None),
    "Thefts fell by 22% since 2019.": (None, "2019"),
    "Thefts fell by 22% in 2024 compared to 2023.": ("2024", "2023"),
    "Thefts fell by 22% in FY23.": ("FY2023", None),
    "Thefts fell by 22% in fiscal year 2023.": ("FY2023", None),
    "Thefts fell by 22% in Q3 2023.": ("Q3 2023", None),
    "Thefts fell by 22% in the first quarter of 2024.": ("Q1 2024", None),
    "Thefts fell by 22% over the past three years.": ("past three years", None),
    "Thefts fell by 22% compared with the previous year.": (None, "previous year"),
    "Thefts fell by 22%.": (None, None),
    "The portal, launched in 2019, shows that thefts fell by 22%.": (None, None),
    "Vision Zero 2030 saw thefts fall by 22%.": (None, None),
    "From 2017–2019, the city moved 22 families.": ("2017 to 2019", None),
    "The city moved 22 families since January 2022.": ("since 2022-01", None),
}


@pytest.mark.parametrize(("sentence", "times"), PERIODS.items())
def test_periods(sentence: str, times: tuple[str | None, str | None]) -> None:
    (only,) = read(sentence)
    assert only["value"] == 22
    assert (only["period"], only["baseline_period"]) == times


DENSE = {
    "figures": "Cut thefts by 22% in 2023 and ",
    "years": "from 2019 to 2023 ",
    "numbers": "five million ",
    "sentences": "Thefts fell by 22% in 2023. ",
    "ranges": "10 to 20 hours, up from 5 days or 3% ",
}
SUBJECTS = {
    "32% decrease in porch thefts": "porch thefts",
    "Recycling is up 22%.": "recycling",
    "Led to a reduction of 12% in overtime costs.": "overtime costs",
    "Nearly 70% of staff took the course.": "staff",
    "15% fewer potholes reported": "potholes",
    "Improved wait times by 15%.": "wait times",
    "The number of shelters grew from 12 to 19.": "shelters",
    "Saved $1 million in energy costs.": "energy costs",
    "A $5.6 billion plan for the waterfront.": "plan",
    "Laid 4.9 miles of new sidewalks.": "new sidewalks",
    "Staff logged 1,555 interactions with vendors.": "interactions with vendors",
    "Twice as many girls joined the league.": "girls",
    "Doubled the number of bike lanes.": "bike lanes",
    "Ranked No. 2 among the safest cities.": "safest cities",
    "Opened 31 clinics named for Ana Pérez.": "clinics",
    "Moved the Green Dots program to 31 schools.": "schools",
}


@pytest.mark.parametrize(("sentence", "subject"), SUBJECTS.items())
def test_subjects(sentence: str, subject: str) -> None:
    assert read(sentence)[0]["subject"] == subject


THEMES_OF = {
    "Thefts fell by 22%.": "crime",
    "Crashes fell by 22%.": "traffic-safety",
    "Answered 911 calls 22% faster.": "emergency-response",
    "22 evictions were stopped.": "evictions",
    "Planted 22 trees.": "trees",
    "Cut 22 metric tons of carbon dioxide.": "emissions",
    "Saved 22 kWh.": "energy",
    "Bus fares fell by 22%.": "mobility",
    "Business owners won $22,000.": "business-support",
    "Renters got $22,000.": "housing",
    "Overdose deaths fell by 22%.": "health-access",
    "The tax brought $22,000.": "revenue",
    "22% of it was good.": "city-data",
}


@pytest.mark.parametrize(("sentence", "theme"), THEMES_OF.items())
def test_themes(sentence: str, theme: str) -> None:
    assert read(sentence)[0]["theme"] == theme


KINDS_OF = {
    "Thefts fell by 22%.": "outcome",
    "Trained 22 residents.": "output",
    "Increased the number of cameras from 22 to 30.": "output",
    "22% of blocks account for most thefts.": "context",
    "The flood affected 22 families.": "context",
    "The city will plant 22 trees.": "target",
    "The goal is to cut waste by 22%.": "target",
    "Saved $22,000 a year.": "outcome",
    "Surveyed the target population of 22 residents.": "output",
}


@pytest.mark.parametrize(("sentence", "kind"), KINDS_OF.items())
def test_kinds(sentence: str, kind: str) -> None:
    assert read(sentence)[0]["kind"] == kind


LONG = {
    "words": "word " * 200_000,
    "one word": "a" * 1_000_000,
    "digits": "1" * 1_000_000,
    "commas": "1," * 500_000,
    "dots": "1." * 500_000,
    "hyphens": "1-" * 500_000,
    "signs": "$" * 1_000_000,
    "spaces": " " * 1_000_000,
    "capitals": "Care Blocks, " * 76_924,
}


@pytest.mark.parametrize("name", [*LONG, *DENSE])
def test_a_long_text_is_read_to_its_end(name: str) -> None:
    """In a process of its own, which is given up only where reading would take hours."""
    code = (
        "from tests.importers.test_metrics import DENSE, LONG, check, read\n"
        f"text = LONG.get({name!r}) or DENSE[{name!r}] * (60_000 // len(DENSE[{name!r}]))\n"
        "for item in read(text)[:5]:\n"
        "    check(item, text)\n"
    )
    ended = process.python("-c", code)
    assert ended.returncode == 0, ended.stderr.decode()


DIRECTIONS = get_args(records.Direction)
KINDS = get_args(records.MetricKind)
QUALIFIERS = get_args(records.Qualifier)


def check(item: Metric, text: str) -> None:
    """Hold a metric against the closed lists, and its figures against the digits of its text."""
    assert list(item) == KEYS
    assert item["direction"] in DIRECTIONS
    assert item["kind"] in KINDS
    assert item["qualifier"] in QUALIFIERS
    assert item["theme"] in THEMES
    assert isinstance(item["subject"], str)
    assert (item["value"] is None) == (item["unit"] is None)
    if item["unit"] is not None:
        assert item["unit"] in UNITS
    for value in (item["value"], item["from_value"]):
        if value is not None:
            assert math.isfinite(value)
            assert value >= 0
    for period in (item["period"], item["baseline_period"]):
        assert period is None or period.strip()
    assert item["statement"] == " ".join(item["statement"].split())
    assert item["value"] is None or text.strip()


@given(st.text(max_size=300))
@settings(max_examples=400, deadline=None)
def test_no_text_makes_it_fail(text: str) -> None:
    found = read(text)
    assert found
    for item in found:
        check(item, text)
    assert has_figure(text) in (True, False)


PIECES = st.sampled_from(
    "the a of in by to from and between more than nearly up down % percent $ USD million billion"
    " thousand 5 22 1,200 3.5 2019 2023 FY23 one two ten twenty dozen half doubled twice families"
    " residents hours days trees square feet metric tons CO2 fell rose cut increase decrease drop"
    " , . ; — – - ( ) : # + ~ 911 per every out since compared January ranked pesos Care Blocks"
    " 1.200 12:30 9/11 personas en de por ciento age old COVID-19 2-3 $300 percentage points x"
    " times as many goal will".split()
)
SMALL_ONES = {word: at for at, word in enumerate("zero one two three four five six seven".split())}
SMALL: dict[str, float] = SMALL_ONES | {
    "ten": 10,
    "twenty": 20,
    "dozen": 12,
    "doubled": 2,
    "twice": 2,
    "half": 0.5,
}
SCALES = {"million": 10**6, "billion": 10**9, "thousand": 1000, "dozen": 12}


def values_said(text: str) -> set[float]:
    """Every value that a text can say: digits and words, and these at the scales it names."""
    numbers = {
        float(number)
        for found in re.findall(r"\d[\d.,]*", text)
        for number in (found.replace(",", "").rstrip("."), found.replace(".", "").replace(",", "."))
        if re.fullmatch(r"\d+(\.\d+)?", number)
    }
    said = [SMALL[word] for word in re.findall("[a-z]+", text.lower()) if word in SMALL]
    numbers |= set(said) | {20 + ones for ones in said if ones < 10} | {1}
    numbers |= {number + 0.5 for number in numbers} if "half" in text else set()
    scales = [SCALES[word] for word in re.findall("[a-z]+", text) if word in SCALES]
    return numbers | {number * scale for number in numbers for scale in scales}


@given(st.lists(PIECES, max_size=30), st.sampled_from((" ", " ", "")))
@settings(max_examples=600, deadline=None)
def test_every_value_stands_in_the_text(pieces: list[str], joint: str) -> None:
    text = joint.join(pieces)
    said = values_said(text)
    for item in read(text):
        check(item, text)
        for value in (item["value"], item["from_value"]):
            assert value is None or float(value) in said
