"""What can go wrong in words a user can act on, and the exit code of each kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


class ExitCode:
    """The exit codes of every command; scripts rely on them.

    Plain numbers: an enumeration would cost every start half a millisecond.
    """

    OK = 0
    FAILED = 1
    USAGE = 2
    UNKNOWN = 3
    DATA = 4
    INTERRUPTED = 130


class WwcError(Exception):
    """A failure we foresaw: what is wrong, the way out, and what may have been meant.

    *suggestions* are what can be typed instead (city ids, topic ids, field names), nearest
    first.
    """

    code: int = ExitCode.FAILED

    def __init__(
        self, message: str, *, hint: str | None = None, suggestions: Sequence[str] = ()
    ) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.suggestions = list(suggestions)


class UsageProblem(WwcError):
    """The command line asks for something there is not: an unknown topic, field or section."""

    code = ExitCode.USAGE


class UnknownName(WwcError):
    """A city or record that is not known, or that several fit."""

    code = ExitCode.UNKNOWN


class DataError(WwcError):
    """The store, the library or the catalogue cannot be read or written."""

    code = ExitCode.DATA
