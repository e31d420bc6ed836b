"""What a sheet is made of; how such shapes behave is in test_shape.py."""

from __future__ import annotations

from wwc_cli.views.model import Answer, Span, column, plain


def test_plain_text_keeps_the_marks_of_matched_words_and_no_other_role() -> None:
    inline: list[str | Span] = ["a ", Span("b", "match"), " ", Span("c", "strong")]
    assert plain(inline) == "a **b** c"
    assert plain("a [b]") == "a [b]"
    assert plain([]) == ""


def test_a_column_is_headed_by_its_key_in_words() -> None:
    made = column("last_event")
    assert (made.name, made.header) == ("last_event", "last event")
    assert made.cell({"last_event": "certified"}) == "certified"
    assert column("last_date", "date").header == "date"


def test_a_sheet_is_made_only_when_it_is_asked_for() -> None:
    made: list[str] = []

    def sheet() -> list[Span]:
        made.append("made")
        return []

    answer = Answer([], [], [], sheet)  # type: ignore[arg-type]  # no block is needed here
    assert made == []
    assert (answer.sheet(), made) == ([], ["made"])
