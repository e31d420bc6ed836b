"""Quotations are found with who speaks: set apart, in sentences, with marks and without."""

from __future__ import annotations

import pytest

from tests.importers.reading import HEAD, spoken, story

SAID = "We mend what people walk under, and we count what we mend."
FIRST, SECOND = "We mend what people walk under,", "and we count what we mend."
MAYOR = ("Rosa Quill", "Mayor", SAID)
TOP = "<p>Alpha, New Jersey<h1>Lamps</h1><p>Project Type: Housing"


@pytest.mark.parametrize(
    "apart",
    [
        f"“{SAID}”\n\nMayor Rosa Quill\n",
        f"“{SAID}”\n\nRosa Quill, Mayor\n",
        f"“{SAID}”\n\n— Rosa Quill, Mayor\n",
        f"“{SAID}”\n\n– Mayor Rosa Quill\n",
        f"“{SAID}”\n\n- Mayor Rosa Quill\n",
        f"“{SAID}”\nMayor Rosa Quill\nImage Courtesy of the City.\n",
        f"“{SAID}”\n\nRosa Quill\n\nMayor\n",
        f"“{SAID}”\n\nMayor\nRosa Quill\n",
        f'"{SAID}"\n\nMayor Rosa Quill\n',
        f"«{SAID}»\n\nMayor Rosa Quill\n",
        f"“{SAID}\n\nMayor Rosa Quill\n",  # never closed
        f"{SAID}\n\nMayor Rosa Quill\n",  # never opened
        f"Mayor Rosa Quill\n\n“{SAID}”\n\nNobody else was there to hear it at night.\n",
        "“We mend what people walk under,\n\n“and we count what we mend.”\n\nMayor Rosa Quill\n",
    ],
)
def test_a_quotation_set_apart_has_the_speaker_beside_it(apart: str) -> None:
    assert spoken(f"{HEAD}{apart}") == [MAYOR]


@pytest.mark.parametrize(
    "apart",
    [
        f"<blockquote>“{SAID}”</blockquote><p>Mayor Rosa Quill</p>",
        f"<blockquote><p>{SAID}</p><cite>Mayor Rosa Quill</cite></blockquote>",
        f"<blockquote><p>{SAID}</p><footer>— Rosa Quill, Mayor</footer></blockquote>",
        f"<blockquote><p>“{SAID}”</p><p>— Rosa Quill, Mayor</p></blockquote>",
        f"<blockquote>“{SAID}”<br>Mayor Rosa Quill</blockquote>",
        f"<figure><blockquote>{SAID}</blockquote><figcaption>Mayor Rosa Quill</figcaption>",
        f"<div class=quote><span>“{SAID}”</span><div>Rosa Quill</div><div>Mayor</div></div>",
        f"<p>“{SAID}”</p><p><strong>Mayor</strong> Rosa <em>Quill</em></p>",
        f"<blockquote><p>{FIRST}</p><p>{SECOND}</p></blockquote><p>Mayor Rosa Quill",
    ],
)
def test_so_it_has_where_elements_say_what_is_quoted(apart: str) -> None:
    assert spoken(f"{TOP}{apart}") == [MAYOR]


def test_two_quotations_one_after_the_other_are_two() -> None:
    other = "Nobody counted the lamps before the clerks did so."
    page = f"<blockquote>“{SAID}”</blockquote><p>Mayor Rosa Quill<blockquote>“{other}”</blockquote>"
    assert spoken(f"{TOP}{page}<p>Ana Sol, resident") == [MAYOR, ("Ana Sol", "resident", other)]
    joined = f"<blockquote><p>“{SAID}”</p><p>“{other}”</p></blockquote>"
    assert [text for *_, text in spoken(f"{TOP}{joined}")] == [SAID, other]


def test_quotations_in_quotations_stay_in_them() -> None:
    text = "We asked. “Who walks here” is now the first thing we ask"
    assert spoken(f"{HEAD}“{text}.”\n\nMayor Rosa Quill\n") == [("Rosa Quill", "Mayor", f"{text}.")]


@pytest.mark.parametrize(
    "sentence",
    [
        f"“{SAID[:-1]},” says Rosa Quill, Mayor.",
        f"“{SAID[:-1]},” said Mayor Rosa Quill, who was there.",
        f"“{SAID[:-1]},” Mayor Rosa Quill explained.",
        f"Rosa Quill, Mayor, says: “{SAID}”",
        f"Mayor Rosa Quill said, “{SAID}”",
        f"“{FIRST}” says Rosa Quill, the Mayor, “{SECOND}”",
    ],
)
def test_a_quotation_in_a_sentence_has_the_speaker_in_it(sentence: str) -> None:
    assert spoken(f"{HEAD}The lamps were out. {sentence}\n") == [MAYOR]


def test_a_surname_or_a_pronoun_means_who_was_named_before() -> None:
    page = (
        "Mayor Rosa Quill came. “The lamps are on again,” Quill said.\n\n"
        "“There are ten of them now,” she added.\n\nMayor Rosa Quill went home.\n"
        "Mayor Rosa Quill waited. “There are many more to come,” she said.\n"
    )
    assert [(who, role) for who, role, _ in spoken(f"{HEAD}{page}")] == [
        ("Rosa Quill", "Mayor")
    ] * 2


@pytest.mark.parametrize(
    "text",
    [
        "They called the place “the dark end” for years.",
        "“Lamps for All” is what the plan was called.",
        "The plan is called “Lamps for All and for Each,” and it is a plan.",
        "She said that the lamps were on.",
        "“",
        "” ” ” “ “",
        '"""""',
    ],
)
def test_a_term_in_marks_is_no_quotation(text: str) -> None:
    assert spoken(f"{HEAD}{text}\n") == []


def test_a_quotation_told_twice_is_one() -> None:
    page = f"“{SAID}”\n\nMayor Rosa Quill\n\n“{SAID[:-1]},” says Rosa Quill.\n"
    assert spoken(f"{HEAD}{page}") == [MAYOR]


def test_a_quotation_without_a_speaker_is_kept_without() -> None:
    assert spoken(
        f"{HEAD}“{SAID}”\n\nThen they went on to mend the others, one by one, for a year.\n"
    ) == [(None, None, SAID)]


def test_a_role_alone_is_a_speaker_without_a_name() -> None:
    assert spoken(f"{HEAD}“{SAID}”\n\nResident who walks to work\n") == [
        (None, "Resident who walks to work", SAID)
    ]


def test_items_of_a_list_below_a_quotation_are_no_speakers() -> None:
    (_, _, text), *_ = spoken(f"{HEAD}“{SAID}”\n• Mayor and council\n• Lamps\n")
    assert text == SAID
    assert "• Mayor and council" in story(f"{HEAD}“{SAID}”\n• Mayor and council\n• Lamps\n").text
