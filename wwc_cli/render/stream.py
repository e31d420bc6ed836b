"""Where text goes: stdout as it is (terminal or pipe, any encoding), a pager, or a file."""

from __future__ import annotations

import os
import sys

from wwc_cli.errors import WwcError
from wwc_cli.shape import Shape

PIPE_WIDTH = 100  # columns where there is no terminal to ask
NARROWEST = 20
# What stands for our signs where the encoding has none; accents are taken off by `_ascii`.
SIGNS = {
    "→": "->", "↑": "up", "↓": "down", "×": "x", "·": "-", "–": "-", "—": "-", "…": "...",
    "“": '"', "”": '"', "‘": "'", "’": "'", "•": "*", "\u00a0": " ",
}  # fmt: skip


class Page(Shape):
    """What is written on: its width, and whether it shows styles, colours, all characters."""

    width: int
    styled: bool
    colored: bool
    is_terminal: bool
    unicode: bool

    def for_file(self) -> Page:
        """Return the page of a file: no styles, any character."""
        return self.replaced(styled=False, colored=False, is_terminal=False, unicode=True)


def page(*, color: str, width: int | None) -> Page:
    """Return the page that stdout is now; looked at when printing, since tests replace stdout.

    The option *color* (`auto`, `always`, `never`) goes before `NO_COLOR`, and that before
    `FORCE_COLOR`; `NO_COLOR` takes the colours and leaves bold.
    """
    is_terminal = sys.stdout.isatty()
    environ = os.environ
    no_color = bool(environ.get("NO_COLOR")) and color == "auto"
    capable = is_terminal and environ.get("TERM") != "dumb"
    forced = color == "always" or (color == "auto" and bool(environ.get("FORCE_COLOR")))
    styled = color != "never" and (forced or capable)
    encoding = (getattr(sys.stdout, "encoding", None) or "utf-8").lower().replace("-", "")
    return Page(
        width=width or _columns(is_terminal=is_terminal),
        styled=styled,
        colored=styled and not no_color,
        is_terminal=is_terminal,
        unicode=encoding.startswith("utf"),
    )


def _columns(*, is_terminal: bool) -> int:
    try:
        return max(int(os.environ["COLUMNS"]), NARROWEST)
    except (KeyError, ValueError):
        pass
    if not is_terminal:
        return PIPE_WIDTH
    try:
        return max(os.get_terminal_size(sys.stdout.fileno()).columns, NARROWEST)
    except (OSError, ValueError):
        return PIPE_WIDTH


def write(text: str, page: Page, *, may_page: bool) -> None:
    """Write *text* to stdout, through a pager where it does not fit a terminal."""
    text = text if page.unicode else _encodable(text)
    if os.linesep == "\r\n":
        text = text.replace("\r\n", "\n")  # stdout makes it two again
    if may_page and page.is_terminal and not _fits(text):
        import click

        os.environ.setdefault("LESS", "-R")  # or less would spell the styles out
        click.echo_via_pager(text, color=page.styled)
        return
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        raise  # whoever reads has enough; the end of cli.py
    except OSError as error:
        raise WwcError(f"Cannot write the answer: {error.strerror or error}.") from error


def _fits(text: str) -> bool:
    try:
        lines = os.get_terminal_size(sys.stdout.fileno()).lines
    except (OSError, ValueError):
        return True
    return lines < 1 or text.count("\n") < lines


def _encodable(text: str) -> str:
    """Return *text* in what stdout can encode: signs spelled, accents off, `?` for the rest."""
    encoding = sys.stdout.encoding or "ascii"
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        text = "".join(_ascii(c, encoding) for c in text)
    return text


def _ascii(character: str, encoding: str) -> str:
    import unicodedata

    for form in (character, SIGNS.get(character), unicodedata.normalize("NFKD", character)[0]):
        try:
            (form or "\udc00").encode(encoding)
        except UnicodeEncodeError:
            continue
        return str(form)
    return "?"


def write_file(text: str, path: str, *, for_spreadsheet: bool) -> None:
    """Write *text* to *path*, whole or not at all.

    A spreadsheet gets a byte-order mark, without which Excel takes UTF-8 for something else.
    Raises `WwcError` with the path where that cannot be done.
    """
    named, path = path, os.path.realpath(path)  # a link stays a link
    temporary = f"{path}.{os.getpid()}.tmp"
    try:
        if os.path.lexists(path) and not os.path.isfile(path):
            # A device or a named pipe is written to; it is not replaced.
            temporary = path
        encoding = "utf-8-sig" if for_spreadsheet else "utf-8"
        with open(temporary, "w", encoding=encoding, newline="") as file:
            file.write(text)
        if temporary != path:
            os.replace(temporary, path)
    except OSError as error:
        if temporary != path and os.path.lexists(temporary):
            os.remove(temporary)
        raise WwcError(
            f"Cannot write {named}: {error.strerror or error}.",
            hint="Name a file in a folder that exists and that you may write to.",
        ) from error
    print(f"Wrote {named}.", file=sys.stderr)  # noqa: T201 - the answer itself went to the file


def note(text: str | None) -> None:
    """Tell the user something about the answer, on stderr; nothing where there is nothing."""
    if not text:
        return
    from wwc_cli.core.text import clean

    encoding = sys.stderr.encoding or "utf-8"
    safe = clean(text).encode(encoding, "replace").decode(encoding)
    sys.stderr.write(f"{safe}\n")
