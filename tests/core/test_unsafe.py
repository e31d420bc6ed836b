"""What a terminal would obey, and what hides or turns other text, taken out."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wwc_cli.core.text import clean, is_clean
from wwc_cli.core.unsafe import removed

# No terminal obeys these: spaces of other widths, joiners that scripts and emoji need, marks
# that belong to digits of some scripts, and characters newer than this Python.
ALLOWED = {"Zs", "Cf", "Cn"}
TURNING = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
NASTY = st.text(
    st.one_of(
        st.sampled_from("\x1b\x9b\x9c\x07\r\n\t[]()\\;?0123mJHABPX^_ \u202e\u2066\x00"),
        st.characters(),
    )
)
QUICK = settings(derandomize=True, deadline=None, database=None, max_examples=300)


@pytest.mark.parametrize(
    ("hostile", "left"),
    [
        ("a\x1b[2Jb", "ab"),  # clear the screen
        ("a\x1b[1;31mb\x1b[0mc", "abc"),  # colour
        ("a\x1b[?25lb", "ab"),  # hide the cursor
        ("a\x1b[38:5:1mb", "ab"),  # colour, with colons
        ("a\x1b[0 qb", "ab"),  # shape of the cursor
        ("a\x9b2Jb", "ab"),  # the same in one character
        ("a\x1b]0;title\x07b", "ab"),  # title of the window
        ("a\x1b]0;title\x1b\\b", "ab"),
        ("a\x1b]0;title\x9cb", "ab"),
        ("\x1b]8;;https://example.org\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("a\x1bP1$qx\x1b\\b", "ab"),  # device control
        ("a\x1b_app\x1b\\b", "ab"),
        ("a\x1b^private\x1b\\b", "ab"),
        ("a\x1bXstring\x1b\\b", "ab"),
        ("a\x1bcb", "ab"),  # reset
        ("a\x1b(0b", "ab"),  # other letters
        ("a\x1b7b\x1b8c", "abc"),  # save and restore
        ("a\x1b", "a"),  # ESC at the end
        ("a\x1b\x1b[2Jb", "ab"),
    ],
)
def test_an_escape_sequence_goes_whole(hostile: str, left: str) -> None:
    assert removed(hostile) == left


def test_an_escape_in_an_escape_leaves_none() -> None:
    assert "\x1b" not in removed("\x1b\x1b]\x1b[\x1b[2J\x1b\x00[3J")


@pytest.mark.parametrize("code", [*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0)])
def test_every_control_character_goes_but_tab_and_newline(code: int) -> None:
    assert removed(f"a{chr(code)}") == "a"


@pytest.mark.parametrize(
    ("text", "left"),
    [("a\tb", "a b"), ("a\r\nb", "a\nb"), ("a\rb", "ab"), ("a\nb", "a\nb"), ("50%\r99%", "50%99%")],
)
def test_tabs_become_spaces_and_newlines_stay(text: str, left: str) -> None:
    assert removed(text) == left


@pytest.mark.parametrize(
    "char",
    [
        *"\u202a\u202b\u202c\u202d\u202e",  # embedding and override
        *"\u2066\u2067\u2068\u2069",  # isolates
        *"\u200e\u200f\u061c",  # marks
    ],
)
def test_what_turns_the_direction_of_text_goes(char: str) -> None:
    assert clean(f"exe{char}txt") == "exetxt"


@pytest.mark.parametrize(
    "char",
    [
        *"\u00ad\u200b\u2060\u2064\ufeff\u2028\u2029",
        *"\ud800\udcff\udfff",
        *"\ue000\uf8ff",
        *"\U000e0001\U000e0041\U000e007f",
    ],
)
def test_what_cannot_be_seen_goes(char: str) -> None:
    assert clean(f"a{char}b") == "ab"


@pytest.mark.parametrize("char", ["\U000f0000", "\U000ffffd", "\U00100000", "\U0010fffd"])
def test_private_use_goes_in_every_plane(char: str) -> None:
    assert clean(f"a{char}b") == "ab"


@pytest.mark.parametrize("char", ["\u180e", "\ufff9", "\ufffa", "\ufffb", "\U0001d173"])
def test_what_has_no_width_goes_everywhere(char: str) -> None:
    assert clean(f"a{char}b") == "ab"


@pytest.mark.parametrize(
    "kept",
    [
        "Medellín, São Paulo, Ñuñoa",
        "e\N{COMBINING ACUTE ACCENT}",
        "\N{MAN}\N{ZERO WIDTH JOINER}\N{WOMAN}",
        "\u0645\u06cc\N{ZERO WIDTH NON-JOINER}\u062e\u0648\u0627\u0647\u0645",
        "a\N{NO-BREAK SPACE}b",
        "[bold]x[/bold] :smile: %s \\n",
        "日本 العربية",
    ],
)
def test_what_people_write_stays(kept: str) -> None:
    assert clean(kept) == kept


@QUICK
@given(NASTY)
def test_clean_text_holds_nothing_that_is_unsafe(text: str) -> None:
    cleaned = clean(text)
    for char in cleaned:
        kind = unicodedata.category(char)
        if char != "\n" and not char.isprintable() and kind != "Co":
            assert kind in ALLOWED, hex(ord(char))
        assert unicodedata.bidirectional(char) not in TURNING, hex(ord(char))
    assert not set(cleaned) & set("\u200b\u200e\u200f\u061c\u2028\u2029\ufeff\u00ad")


@QUICK
@given(NASTY)
def test_clean_text_is_cleaned_to_itself(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@QUICK
@given(NASTY)
def test_text_that_is_clean_is_left_as_it_is(text: str) -> None:
    if is_clean(text):
        assert removed(text) == text


@QUICK
@given(st.text(st.characters(codec="ascii", exclude_characters="\x1b\t\r"), max_size=40))
def test_of_ascii_only_control_characters_go(text: str) -> None:
    assert clean(text) == "".join(c for c in text if c.isprintable() or c == "\n")
