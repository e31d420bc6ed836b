"""The format for screen readers and grep."""

from __future__ import annotations

import pytest

from tests import showcase
from wwc_cli.core.compare import compare
from wwc_cli.render.plain import render
from wwc_cli.views import comparison, model, sheets
from wwc_cli.views.model import Span


def test_a_title_says_the_level_in_a_line_of_its_own() -> None:
    title = model.Title("Alpha", [Span("gold", "gold")], ["Certified since 2021.", "alpha-nj"])
    assert render([title]) == "Alpha\nLevel: gold\nCertified since 2021.\nalpha-nj\n"
    assert render([model.Title("Alpha", "", [])]) == "Alpha\n"


def test_parts_are_set_apart_by_an_empty_line_and_text_follows_its_heading() -> None:
    sheet: list[model.Block] = [
        model.Heading("One"),
        model.Paragraph("Text."),
        model.Heading("Two", 3),
        model.Note("Noted."),
    ]
    assert render(sheet) == "One\nText.\n\nTwo\n\nNoted.\n"


def test_a_row_of_a_table_is_a_line_a_cell_with_its_header() -> None:
    table = model.Table(["City", "Level"], [["Alpha", [Span("gold", "gold")]], ["Beta", ""]])
    assert render([table]) == "City: Alpha\nLevel: gold\n\nCity: Beta\n"


def test_lines_of_a_cell_are_one_line() -> None:
    assert (
        render([model.Table(["City"], [["Alpha\n\n New Jersey"]])]) == "City: Alpha; New Jersey\n"
    )


def test_steps_are_numbered_and_facts_have_labels() -> None:
    assert render([model.Steps(["One.", "Two."])]) == "1. One.\n2. Two.\n"
    assert render([model.Facts([("Partners", "A, B")])]) == "Partners: A, B\n"


def test_points_are_a_line_each() -> None:
    assert render([model.Points(["One.", "Two\nlines."])]) == "One.\nTwo; lines.\n"


def test_groups_are_named_above_their_rows() -> None:
    groups = model.Groups(
        ["Figure", "Of what"], [("Outcomes", [[[Span("↓ 5%", "figure")], "crashes"]])]
    )
    assert render([groups]) == "Outcomes\nFigure: down 5%\nOf what: crashes\n"


def test_sections_are_named_above_their_rows_and_spare_columns_are_read_out() -> None:
    sections = model.Sections(
        ["City", "More"], [("Days", [["Alpha", "More."]]), ("Hours", [["Beta", ""]])], spare=(1,)
    )
    assert render([sections]) == "Days:\n\nCity: Alpha\nMore: More.\n\nHours:\n\nCity: Beta\n"


def test_a_bar_is_its_number_and_of_what_it_is_made_up() -> None:
    alone = model.Bars([model.Series("cities")], [("gold", [1200]), ("silver", [0])])
    assert render([alone]) == "gold: 1,200\nsilver: 0\n"
    parted = model.Bars(
        [model.Series("gold"), model.Series("silver")], [("2018", [1, 8]), ("2019", [0, 0])]
    )
    assert render([parted]) == "2018: 9 (1 gold, 8 silver)\n2019: 0\n"


def test_a_row_of_a_grid_says_where_there_is_something_or_that_there_is_nothing() -> None:
    grid = model.Grid([("CL", "Chile"), ("US", "United States")], [("a", [0, 12]), ("b", [0, 0])])
    assert render([grid]) == "a: United States 12\nb: none\n"


def test_side_by_side_says_for_each_cell_whose_it_is() -> None:
    sides = model.SideBySide(
        ["Alpha", "Beta"],
        [("Size", ["5 people", ""]), (["trees ", Span("=", "shared")], ["1", "2"])],
    )
    assert render([sides]) == (
        "Size, Alpha: 5 people\nSize, Beta: none\n\n"
        "trees (shared), Alpha: 1\ntrees (shared), Beta: 2\n"
    )


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        (Span("↓ 25%", "figure"), "down 25%"),
        (Span("↑ 40%", "figure"), "up 40%"),
        (Span("6 → 2 days", "figure"), "6 to 2 days"),
        (Span("1.5×", "figure"), "1.5 times"),
        (Span("energy · 2024", "muted"), "energy, 2024"),
        (Span("=", "shared"), "(shared)"),
    ],
)
def test_our_signs_are_said_in_words(shown: Span, said: str) -> None:
    assert render([model.Note([shown])]) == f"{said}\n"


def test_matched_words_have_no_marks() -> None:
    assert render([model.Note(["a ", Span("street", "match")])]) == "a street\n"


@pytest.mark.parametrize("text", ["1 + 1 = 2", "a ** b", "The “x = y” Plan"])
def test_the_words_of_a_record_stay_as_they_are(text: str) -> None:
    assert render([model.Paragraph(text)]) == f"{text}\n"


def test_nothing_is_said_by_signs_alone() -> None:
    profiles = [showcase.harbor(), showcase.rio_alto()]
    said = render(sheets.city(profiles[0], section=None).sheet())
    said += render(comparison.comparison(compare(profiles)).sheet()[:1])
    assert not set(said) & set("↑↓→×·─│*")


def test_what_a_terminal_obeys_is_taken_out() -> None:
    assert render([model.Note("a\x1b[2Jb\u202ec\td")]) == "abc d\n"


def test_a_new_line_in_a_name_makes_no_line_of_its_own() -> None:
    table = model.Table(["City", "Level"], [["Alpha\nLevel: gold", "silver"]])
    assert render([table]) == "City: Alpha; Level: gold\nLevel: silver\n"
