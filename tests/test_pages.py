"""Every command as a page of HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.docs.test_help import examples
from tests.docs.test_readme import arguments
from tests.pages import assert_sound
from wwc_cli.commands import COMMANDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Answer


@pytest.mark.parametrize("name", sorted(set(COMMANDS) - {"export"}))  # which makes files
def test_every_command_gives_a_sound_page_with_a_name_of_its_own(
    name: str, wwc: Callable[..., Answer]
) -> None:
    call = arguments(examples(name)[0])
    assert call
    result = wwc(*call, "--format", "html")
    assert (result.exit_code, result.stderr) == (0, "")
    (title,) = assert_sound(result.stdout).texts("h1")
    assert title != "What Works Cities"
