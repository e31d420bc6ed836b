"""Entries on the program in the catalogue, and the keys they go by."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests import small_store
from tests.core import stores
from tests.factories import make_entry
from wwc_cli.core.programme import entry_key
from wwc_cli.errors import DataError

if TYPE_CHECKING:
    from pathlib import Path

    from wwc_cli.core.catalogue import Catalogue


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Open Data", "open data"),
        ("open-data", "open data"),
        ("Política  de datos", "politica de datos"),
        ("Performance & Analytics", "performance and analytics"),
        ("The Standard", "standard"),
        ("theory", "theory"),
        ("A/B test", "a b test"),
        ("What is it?", "what is it"),
        ("¿?", ""),
    ],
)
def test_names_are_compared_as_folded_words(text: str, key: str) -> None:
    assert entry_key(text) == key


def test_every_entry_is_there_in_the_order_of_the_store(small: Catalogue) -> None:
    assert small.entries() == small_store.ENTRIES


def test_an_entry_is_looked_up_by_its_id(small: Catalogue) -> None:
    assert small.entry("gold") == make_entry(
        "gold", kind="level", parent="levels", term={"en": "Gold", "es": "Oro", "pt": "Ouro"}
    )
    assert small.entry("bronze") is None


@pytest.mark.parametrize(
    ("key", "ids"),
    [
        ("dm1", ["dm1"]),
        ("dm", ["data-management"]),
        ("data and management", ["data-management"]),
        ("sharing data", ["dm1"]),
        ("dados abertos livres", ["open-data"]),
        ("dados abertos", ["open-data"]),
        ("pilot", ["pilot-a", "pilot-b"]),
        ("", []),
    ],
)
def test_keys_are_id_code_terms_and_aliases(key: str, ids: list[str], small: Catalogue) -> None:
    assert [entry["id"] for entry in small.entries_called(key)] == ids


def test_ids_are_completed_with_their_terms(small: Catalogue) -> None:
    assert small.entry_ids("d") == [("data-management", "data management"), ("dm1", "Sharing Data")]


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"text": None}, "text is no list"),
        ({"text": [{"text": "So."}]}, "one of its text is not whole"),
        ({"id": None}, "id cannot be null"),
    ],
)
def test_an_entry_that_is_not_whole_is_named(
    changes: dict[str, object], wrong: str, tmp_path: Path
) -> None:
    with pytest.raises(DataError, match=wrong) as caught:
        stores.opened(tmp_path, programme=[make_entry() | changes])
    assert "programme" in caught.value.message


def test_a_change_of_the_file_makes_the_catalogue_anew(tmp_path: Path) -> None:
    stores.opened(tmp_path).close()
    assert stores.opened(tmp_path, programme=[make_entry("new")]).entry("new")
