"""The sentence that says why a story was found."""

from __future__ import annotations

from wwc_cli.core.snippet import CLOSE, MOST_WORDS, OPEN, snippet
from wwc_cli.core.text import sentences

WEIGHTS = {"summary": 2.0, "challenge": 1.0, "quotes": 0.5, "text": 0.2}


def marked(text: str) -> str:
    return text.replace("<", OPEN).replace(">", CLOSE)


def made(fields: dict[str, str], **worth: float) -> str:
    return snippet({f: marked(t) for f, t in fields.items()}, weights=WEIGHTS, worth=worth)


def test_it_is_the_sentence_that_holds_most_of_the_query() -> None:
    text = "A <tree> stood. A <tree> and a <leak> met. Nothing else."
    assert made({"summary": text}, tree=1, leak=1) == "A **tree** and a **leak** met."


def test_of_two_alike_it_is_the_one_of_the_weightier_field() -> None:
    fields = {"challenge": "One <leak> there.", "summary": "One <leak> here."}
    assert made(fields, leak=1) == "One **leak** here."


def test_the_words_of_a_page_are_taken_only_where_the_story_as_told_has_none() -> None:
    page = {"quotes": "Every <leak> and <tree>.", "text": "A <leak>, a <tree>, a <crash>."}
    assert made({"challenge": "One <leak>."} | page) == "One **leak**."
    assert made({"challenge": "No sentence with a <leak>"} | page) == "Every **leak** and **tree**."
    assert made({"text": page["text"]}) == "A **leak**, a **tree**, a **crash**."


def test_a_typed_word_counts_more_than_an_added_one() -> None:
    text = "A <crash> came. A <collision> came."
    assert made({"summary": text}, crash=0.6, collision=1) == "A **collision** came."


def test_matched_words_side_by_side_are_one() -> None:
    assert made({"summary": "The <traffic> <safety> plan."}) == "The **traffic safety** plan."


def test_a_long_sentence_is_shown_around_its_match_and_says_so() -> None:
    text = " ".join(["before"] * 60 + ["<leak>"] + ["after"] * 60) + "."
    shown = made({"summary": text}, leak=1)
    assert shown.startswith("… before")
    assert shown.endswith("after …")
    assert "**leak**" in shown
    assert len(shown.split()) == MOST_WORDS + 2


def test_an_abbreviation_does_not_end_a_sentence() -> None:
    text = marked("Port St. Lucie laid <sidewalks> in 2022. More came.")
    assert list(sentences(text)) == [
        marked("Port St. Lucie laid <sidewalks> in 2022."),
        "More came.",
    ]


def test_a_name_or_a_list_of_words_is_no_sentence() -> None:
    assert not made({"summary": "a <leak>; water"}, leak=1)


def test_nothing_found_gives_nothing() -> None:
    assert not made({})
