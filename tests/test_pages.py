"""Every command as a page of HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.docs.test_help import COMMANDS, examples
from tests.docs.test_readme import arguments
from tests.pages import assert_sound

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Answer


# Those that answer by themselves: an export makes files, and the library is the reader's own.
ANSWERING = [path for path in COMMANDS if len(path) == 1 and path[0] not in {"export", "library"}]


@pytest.mark.parametrize("path", ANSWERING, ids=" ".join)
def test_every_command_gives_a_sound_page_with_a_name_of_its_own(
    path: tuple[str, ...], wwc: Callable[..., Answer]
) -> None:
    call = arguments(examples(COMMANDS[path])[0])
    assert call
    result = wwc(*call, "--format", "html")
    assert (result.exit_code, result.stderr) == (0, "")
    (title,) = assert_sound(result.stdout).texts("h1")
    assert title != "What Works Cities"
