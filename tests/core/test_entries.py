"""What people type → an entry on the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from wwc_cli.core import entries
from wwc_cli.core.resolve import MOST_NAMED
from wwc_cli.errors import ExitCode, UnknownName

if TYPE_CHECKING:
    from wwc_cli.core.catalogue import Catalogue


def refused(text: str, catalogue: Catalogue) -> UnknownName:
    with pytest.raises(UnknownName) as caught:
        entries.entry(text, catalogue)
    assert caught.value.code == ExitCode.UNKNOWN
    return caught.value


@pytest.mark.parametrize(
    ("text", "entry_id"),
    [
        ("", "what-works-cities"),
        ("  ", "what-works-cities"),
        ("program", "what-works-cities"),
        ("open data", "open-data"),
        ("OPEN-DATA", "open-data"),
        ("datos abiertos", "open-data"),
        ("Dados Abertos", "open-data"),
        ("PA1".replace("PA", "DM"), "dm1"),
        ("Data and Management", "data-management"),
        ("the criteria", "standard"),
        ("oro", "gold"),
        ("How does certification make streets cleaner?", "cleaner-streets"),
        ("how does CERTIFICATION make streets cleaner", "cleaner-streets"),
    ],
)
def test_what_an_entry_is_called_finds_it_without_a_word(
    text: str, entry_id: str, small: Catalogue
) -> None:
    found = entries.entry(text, small)
    assert (found.entry["id"], found.remark) == (entry_id, None)


@pytest.mark.parametrize(
    "text",
    [
        "what is open data",
        "What is open data?",
        "¿Qué son los datos abiertos?",
        "o que são dados abertos",
        "define open data",
    ],
)
def test_a_question_for_the_meaning_is_one_for_the_term(text: str, small: Catalogue) -> None:
    found = entries.entry(text, small)
    assert (found.entry["id"], found.remark) == ("open-data", None)


def test_a_plural_finds_the_singular(small: Catalogue) -> None:
    assert entries.entry("open portals", small).entry["id"] == "open-portal"


@pytest.mark.parametrize(
    "text",
    [
        "How would a certification get cleaner streets?",
        "streets swept in certified towns",
        "cleaner streets through certification",
    ],
)
def test_a_question_in_other_words_is_known_and_told(text: str, small: Catalogue) -> None:
    found = entries.entry(text, small)
    assert found.entry["id"] == "cleaner-streets"
    assert found.remark == f"Took {text!r} for 'How does certification make streets cleaner?'."


@pytest.mark.parametrize("text", ["cleaner rooms for certified guests today", "wide streets"])
def test_a_question_that_shares_too_few_words_is_another(text: str, small: Catalogue) -> None:
    refused(text, small)


def test_the_beginning_of_one_name_finds_it_and_is_told(small: Catalogue) -> None:
    found = entries.entry("datos ab", small)
    assert found.entry["id"] == "open-data"
    assert found.remark == "Only open data (open-data) begins with 'datos ab'."


def test_a_beginning_of_several_names_is_the_users_choice(small: Catalogue) -> None:
    error = refused("open", small)
    assert error.message == "'open' can be open data (open-data) or open portal (open-portal)."
    assert error.hint == "Say which with its id: wwc about open-data"
    assert error.suggestions == ["open-data", "open-portal"]


def test_a_name_of_several_entries_is_the_users_choice(small: Catalogue) -> None:
    error = refused("Pilot", small)
    assert error.message == "'Pilot' can be pilot a (pilot-a) or pilot b (pilot-b)."


def test_a_single_slip_is_put_right_and_told(small: Catalogue) -> None:
    found = entries.entry("datos abeirtos", small)
    assert found.entry["id"] == "open-data"
    assert found.remark == "Took 'datos abeirtos' for open data (open-data)."


@pytest.mark.parametrize("text", ["sliver", "sivler"])
def test_what_is_less_near_is_suggested(text: str, small: Catalogue) -> None:
    error = refused(text, small)
    assert error.message == f"Nothing on the program is called {text!r}."
    assert (error.hint, error.suggestions) == ("Did you mean Silver?", ["silver"])


def test_a_word_within_a_name_suggests_it(small: Catalogue) -> None:
    assert refused("abiertos", small).suggestions == ["open-data"]


def test_a_name_within_more_words_is_suggested(small: Catalogue) -> None:
    assert "gold" in refused("gold threshold today", small).suggestions


@pytest.mark.parametrize(("text", "named"), [("nonsense", "sources"), ("leaderbord", "dashboard")])
def test_where_nothing_is_near_the_nearest_is_named(
    text: str, named: str, bundled: Catalogue
) -> None:
    error = refused(text, bundled)
    assert error.suggestions == [named]
    assert error.hint == f"The nearest is {named}. {entries.WHAT_THERE_IS}"


@pytest.mark.parametrize("text", ["xyzzy", "zz", "??", "\x1b[2J"])
def test_what_is_near_nothing_gets_what_can_be_asked(text: str, small: Catalogue) -> None:
    error = refused(text, small)
    assert error.suggestions == []
    assert error.hint == "What can be asked for: wwc about. By what cities did: wwc search WORDS."


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("Medellin", "It is a city: wwc show medellin-co"),
        ("public safety", "It is a topic of stories: wwc search --topic public-safety"),
    ],
)
def test_a_city_or_a_topic_gets_the_command_for_it(text: str, hint: str, small: Catalogue) -> None:
    error = refused(text, small)
    assert (error.hint, error.suggestions) == (hint, [])


def test_many_that_fit_are_counted(bundled: Catalogue) -> None:
    error = refused("data", bundled)
    assert error.message.endswith(f" or {len(error.suggestions) - MOST_NAMED} more.")
