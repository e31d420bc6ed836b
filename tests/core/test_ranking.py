"""How well a story answers a query."""

from __future__ import annotations

import pytest

from wwc_cli.core import ranking
from wwc_cli.core.query import Form, Idea
from wwc_cli.core.snippet import CLOSE, OPEN
from wwc_cli.core.stems import Stemmer


def marked(text: str) -> str:
    """Return a text in which `<word>` stands for a marked word."""
    return text.replace("<", OPEN).replace(">", CLOSE)


def idea(*forms: Form, weight: float = 1.0) -> Idea:
    stemmer = Stemmer()
    keyed = [form.replaced(key=stemmer.key(form.words)) for form in forms]
    return Idea(" ".join(forms[0].words), keyed, weight)


def answered(fields: dict[str, str], *ideas: Idea) -> dict[int, float]:
    stemmer = Stemmer()
    runs = ranking.marked_runs({1: {f: marked(t) for f, t in fields.items()}}, stemmer)[1]
    return ranking.answered(ranking.evidence(runs, ideas, stemmer))


CRIME = idea(Form(("crime",), 1.0, "word"))
SAFETY = idea(Form(("traffic", "safety"), 1.0, "word"))


def test_marked_words_in_a_row_are_a_run_and_words_between_part_them() -> None:
    text = marked("<traffic> <safety>, and <crashes> of <e>-<bikes>")
    assert ranking.runs(text) == [["traffic", "safety"], ["crashes"], ["e", "bikes"]]


def test_a_phrase_is_found_only_where_its_words_stand_side_by_side() -> None:
    assert answered({"summary": "<traffic> <safety>"}, SAFETY)
    assert not answered({"summary": "<safety> in <traffic>"}, SAFETY)


def test_another_word_of_the_same_stem_counts() -> None:
    evictions = idea(Form(("evictions",), 1.0, "word"))
    assert answered({"summary": "tenants were <evicted>"}, evictions)


@pytest.mark.parametrize(
    ("typed", "standing"), [("governance", "government"), ("digitized", "digital")]
)
@pytest.mark.parametrize("is_part", [True, False])
def test_another_word_of_a_stem_that_is_hardly_alike_counts_half(
    typed: str, standing: str, *, is_part: bool
) -> None:
    word = idea(Form((typed,), 0.5, "word", is_part=is_part))
    itself, kin = (answered({"summary": f"<{each}>"}, word)[0] for each in (typed, standing))
    assert kin == pytest.approx(itself / 2)


@pytest.mark.parametrize(
    ("typed", "standing"),
    [
        ("crash", "crashes"),
        ("train", "training"),
        ("evicted", "evictions"),
        ("safe", "safely"),
        ("homeless", "homelessness"),
        ("manage", "management"),
    ],
)
def test_another_ending_counts_as_the_word_does(typed: str, standing: str) -> None:
    word = idea(Form((typed,), 0.5, "word"))
    itself, ended = (answered({"summary": f"<{each}>"}, word)[0] for each in (typed, standing))
    assert ended == itself


def test_a_word_in_a_name_that_was_not_asked_for_says_little() -> None:
    word = idea(Form(("school",), 1.0, "word"))
    name = idea(Form(("school",), 1.0, "name", "partners"))
    phrase = idea(Form(("school", "district"), 1.0, "word"))
    partners = {"partners": "<School> <District>"}
    as_word, as_name, as_phrase = (answered(partners, each)[0] for each in (word, name, phrase))
    assert as_word < as_name / 2
    assert as_phrase == as_name


def test_what_a_story_is_about_comes_before_what_it_mentions() -> None:
    about = answered({"headline": "<crime> falls"}, CRIME)[0]
    mentioned = answered({"challenge": "<crime> was high"}, CRIME)[0]
    assert about > mentioned


def test_the_more_fields_say_so_the_surer() -> None:
    once = answered({"summary": "<crime>"}, CRIME)[0]
    twice = answered({"summary": "<crime>", "outcome": "<crime>"}, CRIME)[0]
    assert 1 > twice > once


def test_a_synonym_counts_less_than_the_word() -> None:
    both = idea(Form(("crime",), 1.0, "word"), Form(("burglary",), 0.6, "synonym"))
    typed, added = (answered({"summary": f"<{word}>"}, both)[0] for word in ("crime", "burglary"))
    assert typed > added


def test_further_forms_in_a_field_add_to_the_best_but_little() -> None:
    both = idea(Form(("crime",), 1.0, "word"), Form(("burglary",), 0.6, "synonym"))
    one = answered({"summary": "<crime>"}, both)[0]
    two = answered({"summary": "<crime> and <burglary>"}, both)[0]
    apart = answered({"summary": "<crime>", "outcome": "<burglary>"}, both)[0]
    assert one < two < apart


def test_the_same_words_in_two_forms_are_weighed_once() -> None:
    both = idea(
        Form(("injury", "crash"), 0.6, "synonym"),
        Form(("crash",), 0.6, "synonym"),
        Form(("crashes",), 0.5, "synonym"),
    )
    alone = idea(Form(("injury", "crash"), 0.6, "synonym"))
    text = {"summary": "an <injury> <crash>"}
    assert answered(text, both) == answered(text, alone)


def test_a_form_of_one_field_is_not_found_in_another() -> None:
    chile = idea(Form(("chile",), 1.0, "name", field="city"))
    assert not answered({"summary": "<Chile>"}, chile)
    assert answered({"city": "<Chile>"}, chile)


def test_a_rare_idea_counts_more_than_one_that_most_stories_have() -> None:
    rare, common = ranking.weights([CRIME, CRIME], [1, 20], 24)
    assert rare > 4 * common > 0


def test_an_idea_that_no_story_has_lowers_a_score_and_does_not_decide_it() -> None:
    counted = ranking.weights([CRIME, SAFETY], [6, 0], 24)
    score = ranking.score({0: 1.0}, counted)
    assert 50 < score < 100


def test_answering_two_ideas_beats_answering_one_of_them_fully() -> None:
    counted = ranking.weights([CRIME, SAFETY], [6, 6], 24)
    assert ranking.score({0: 0.6, 1: 0.6}, counted) > ranking.score({0: 0.9}, counted)


@pytest.mark.parametrize("answers", [{}, {0: 0.0}, {0: 1.0}])
def test_a_score_is_from_0_to_100(answers: dict[int, float]) -> None:
    assert 0 <= ranking.score(answers, [2.0]) <= 100
    assert ranking.score(answers, [0.0]) == 0
