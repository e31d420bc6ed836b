"""A line that says who speaks is parted into a name and a role; other lines name nobody."""

from __future__ import annotations

import pytest

from wwc_cli.importers.speakers import Speaker, is_caption, speaker


@pytest.mark.parametrize(
    ("line", "name", "role"),
    [
        ("Mayor Rosa Quill", "Rosa Quill", "Mayor"),
        ("Rosa Quill, Mayor", "Rosa Quill", "Mayor"),
        ("— Rosa Quill, Mayor of Alpha", "Rosa Quill", "Mayor of Alpha"),
        ("–Mayor Rosa Quill", "Rosa Quill", "Mayor"),
        ("~ Mayor G.H. Stone", "G.H. Stone", "Mayor"),
        ("Deputy Mayor Joan D’Arc-Smith", "Joan D’Arc-Smith", "Deputy Mayor"),
        ("Alcaldesa Inés de la Peña Ríos", "Inés de la Peña Ríos", "Alcaldesa"),
        ("Óscar de Jesús Ñandú, Intendente", "Óscar de Jesús Ñandú", "Intendente"),
        ("Director of Street Programs Tom Lantern", "Tom Lantern", "Director of Street Programs"),
        (
            "Ana Sol, Chief Data Officer, City of Alpha",
            "Ana Sol",
            "Chief Data Officer, City of Alpha",
        ),
        ("Alpha City Manager Ana Sol", "Ana Sol", "Alpha City Manager"),
        ("Ana Sol, Alpha resident and volunteer", "Ana Sol", "Alpha resident and volunteer"),
        ("Mayor Ana Sol (2019-2023)", "Ana Sol", "Mayor"),
        ("Ana Sol, Director of Water & Light/CIO", "Ana Sol", "Director of Water & Light/CIO"),
    ],
)
def test_both_orders_are_read(line: str, name: str, role: str) -> None:
    assert speaker(line, is_sure=False) == Speaker(name, role)
    assert speaker(line, is_sure=True) == Speaker(name, role)


@pytest.mark.parametrize(
    ("line", "name", "role"),
    [
        ("Rosa Quill", "Rosa Quill", None),
        ("John", "John", None),
        ("Resident who walks to work", None, "Resident who walks to work"),
        ("Rosa Quill, of the lamps", "Rosa Quill", "of the lamps"),
    ],
)
def test_below_a_quotation_a_name_or_a_role_is_enough(
    line: str, name: str | None, role: str | None
) -> None:
    assert speaker(line, is_sure=True) == Speaker(name, role)
    assert speaker(line, is_sure=False) is None


@pytest.mark.parametrize(
    "line",
    [
        "",
        "—",
        "The mayor walked home.",
        "Image courtesy of Mayor Rosa Quill",
        "Photo by Rosa Quill",
        "What would the Mayor do?",
        "Challenges:",
        "“Mayor Rosa Quill",
        "Rosa Quill walked home, and the Mayor with her, since the lamps were on. " * 3,
    ],
)
def test_other_lines_name_nobody(line: str) -> None:
    assert speaker(line, is_sure=True) is None


def test_initials_end_no_sentence() -> None:
    assert speaker("Rosa Quill, Ph.D.", is_sure=True) == Speaker("Rosa Quill", "Ph.D.")


@pytest.mark.parametrize(
    "line", ["Photos by A. Lens", "Credit: A. Lens", "Map of the lamps", "Foto: A. Lens"]
)
def test_captions_are_known_by_their_words(line: str) -> None:
    assert is_caption(line)


@pytest.mark.parametrize(
    "line", ["Mapping came first.", "She gave them credit for it.", "Imagine it."]
)
def test_words_that_only_begin_alike_make_no_caption(line: str) -> None:
    assert not is_caption(line)
