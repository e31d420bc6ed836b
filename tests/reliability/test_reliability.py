"""Nothing is lost: the trials in small. In full: `python -m tests.reliability`."""

from __future__ import annotations

import sys

import pytest

from tests.reliability import trials


@pytest.mark.skipif(sys.platform == "win32", reason="the trials are done as Unix does them")
def test_whatever_happens_to_a_writer_what_it_reported_is_in_the_library() -> None:
    results = list(trials.run(quick=True))
    assert {result.name: result.wrong for result in results if result.wrong} == {}
    assert len(results) == 9
