"""Taking out of text what a terminal would obey, and what hides or turns other text.

Apart from text.py since it is seldom needed, and its expressions take a while to compile.
"""

from __future__ import annotations

import re

# Escape sequences go whole, so that `ESC [2J` does not leave `[2J` behind (ECMA-48).
_ESCAPES = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]"  # control sequences: colour, cursor, clearing
    r"|\x1b[\]PX^_][^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?"  # strings: titles, links
    r"|\x1b[ -/]*[0-~]?"  # two-character sequences, and a bare ESC
    r"|\x9b[0-?]*[ -/]*[@-~]"  # control sequences in their one-byte form
)
# Control characters but tab and newline; what turns the direction of text (Unicode TR 9) or
# has no width; private use, surrogates, tag characters.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\uf8ff\ufeff\ufff9-\ufffb\U0001d173-\U0001d17a\U000e0000-\U000e007f"
    "\U000f0000-\U0010ffff]"
)


def removed(text: str) -> str:
    """Return *text* without anything of that; tabs become spaces."""
    text = _ESCAPES.sub("", text.replace("\r\n", "\n").replace("\t", " "))
    return _UNSAFE.sub("", text)
