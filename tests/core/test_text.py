"""Text made safe, folded, put into sentences."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wwc_cli.core import text

QUICK = settings(derandomize=True, deadline=None, database=None)


@pytest.mark.parametrize(
    "safe",
    [
        "",
        "plain",
        "two\nlines",
        "Medellín [bold]x[/bold]",
        "日本 ñ €",
        "e\N{COMBINING ACUTE ACCENT}",
    ],
)
def test_safe_text_comes_back_as_it_is(safe: str) -> None:
    assert text.is_clean(safe)
    assert text.clean(safe) is safe


@pytest.mark.parametrize(
    "unsafe", ["\x1b[2J", "a\tb", "a\rb", "\x00", "\u202e", "\ud800", "\u200b"]
)
def test_what_is_not_surely_safe_is_told(unsafe: str) -> None:
    assert not text.is_clean(unsafe)


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Medellín", "medellin"),
        ("MEDELLÍN", "medellin"),
        ("Medelli\N{COMBINING ACUTE ACCENT}n", "medellin"),
        ("São Paulo", "sao paulo"),
        ("Niterói", "niteroi"),
        ("Mogi das Cruzes", "mogi das cruzes"),
        ("Straße", "strasse"),
        ("\N{LATIN SMALL LIGATURE FI}re", "fire"),
        ("İzmir", "izmir"),
        ("", ""),
        ("D.C.", "d.c."),
    ],
)
def test_folded_text_has_neither_accents_nor_case(typed: str, folded: str) -> None:
    assert text.fold(typed) == folded


@QUICK
@given(st.text())
def test_folded_text_folds_to_itself(typed: str) -> None:
    assert text.fold(text.fold(typed)) == text.fold(typed)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Traffic safety", ["traffic", "safety"]),
        ("São Paulo's 3-year plan (2024)", ["sao", "paulo", "s", "3", "year", "plan", "2024"]),
        ("snake_case", ["snake", "case"]),
        ("$1,000", ["1", "000"]),
        ("  \n ", []),
        ("!?()", []),
    ],
)
def test_words_are_folded_runs_of_letters_and_digits(typed: str, expected: list[str]) -> None:
    assert text.words(typed) == expected


@pytest.mark.parametrize(
    ("items", "last", "joined"),
    [
        ([], "and", ""),
        (["a"], "and", "a"),
        (["a", "b"], "and", "a and b"),
        (["a", "b", "c"], "and", "a, b and c"),
        (["a", "b", "c", "d"], "or", "a, b, c or d"),
    ],
)
def test_items_are_joined_as_in_a_sentence(items: list[str], last: str, joined: str) -> None:
    assert text.join(items, last=last) == joined


def test_items_are_joined_by_and_unless_told_otherwise() -> None:
    assert text.join(["a", "b"]) == "a and b"


@pytest.mark.parametrize(
    ("number", "nouns", "counted"),
    [
        (0, ("city", "cities"), "0 cities"),
        (1, ("city", "cities"), "1 city"),
        (2, ("city", "cities"), "2 cities"),
        (1, ("event",), "1 event"),
        (24, ("event",), "24 events"),
        (12345, ("event",), "12,345 events"),
    ],
)
def test_a_number_comes_with_its_noun(number: int, nouns: tuple[str, ...], counted: str) -> None:
    assert text.count(number, *nouns) == counted
