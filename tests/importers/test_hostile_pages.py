"""Pages written to harm: each ends in time and memory, raises nothing, leaves nothing unsafe.

Every one is read in a process of its own whose memory is limited; its time is limited so widely
that only work which never ends goes beyond it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests import process
from tests.importers import hostile_pages
from tests.importers.reading import HEAD, is_safe, library_of, read, strings
from wwc_cli.core import whole

if TYPE_CHECKING:
    from tests.importers.hostile_pages import Outcome

NOTHING = "nothing"  # neither a story nor an announcement, and no problem


def outcome(name: str) -> Outcome:
    run = process.python("-m", "tests.importers.hostile_pages", name)
    assert run.returncode == 0, run.stderr.decode()[-2000:]
    answer: Outcome = json.loads(run.stdout)
    return answer


@pytest.mark.parametrize("name", hostile_pages.PAGES)
def test_a_hostile_page_is_read_in_time_or_refused(name: str) -> None:
    expected = hostile_pages.PAGES[name][1]
    read_as = outcome(name)
    assert read_as["unsafe"] == []
    if expected == NOTHING:
        assert (read_as["problem"], read_as["stories"], read_as["events"]) == (None, 0, 0)
    elif isinstance(expected, str):
        assert expected in (read_as["problem"] or "")
        assert (read_as["stories"], read_as["events"]) == (0, 0)
    else:
        assert (read_as["stories"], read_as["events"]) == expected


NASTY = (
    "\x1b[2J\x1b]0;owned\x07",
    "\x9b31m",
    "\u202e",
    "\u2066",
    "\u200b\ufeff\u00ad",
    "\u2028",
    "\x00\x08\r\x0b\x0c\x85",
    "\ue000\U000e0041",
    "&#27;[2J&#x202e;&#0;&#13;&#10;",
    "\ud800",
)


@pytest.mark.parametrize("nasty", NASTY)
@pytest.mark.parametrize("form", ["text", "html"])
def test_nothing_unsafe_is_left_in_any_record(nasty: str, form: str) -> None:
    x = nasty
    page = (
        f"Al{x}pha{x}, New Jersey, USA\nLa{x}mps for All\n"
        f"Project Type: Hou{x}sing, Ri{x}vers\n"
        f"At a Glance\n• 14% fewer fa{x}lls in 2024.\n\n62% fewer da{x}rk corners\n\n"
        f"“We mend what peo{x}ple walk under.”\n\nMayor Ro{x}sa Quill{x}\n\n"
        f"Wor{x}ds of the story.\n"
    )
    other = f"Achieved Gold Certification\n• Du{x}sty Gulch, Tex{x}as\n"
    if form == "html":
        head = f"<title>T{x}itle</title><meta property=og:site_name content='S{x}ite'>"
        head += f"<link rel=canonical href='https://example.org/{x}'><html lang='e{x}n'>"
        page, other = (f"<html>{head}<p>" + text.replace("\n", "<p>") for text in (page, other))
    file = "page.html" if "&" in x else f"a{x}.html"  # where entities are only letters
    found = [read(each.encode("utf-8", "surrogatepass"), file) for each in (page, other)]
    tables = library_of(found)
    whole.check(tables, path="library.json")
    texts = list(strings(tables))
    assert [text for text in texts if not is_safe(text)] == []
    assert not [text for text in texts if "owned" in text or "[2J" in text or "31m" in text]


def test_nothing_in_a_page_is_run_or_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    import socket
    import subprocess

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a page was obeyed")

    for module, name in ((socket, "getaddrinfo"), (socket, "socket"), (subprocess, "Popen")):
        monkeypatch.setattr(module, name, refuse)
    page = (
        "<!DOCTYPE x [<!ENTITY file SYSTEM 'file:///etc/passwd'>]>"
        "<?xml-stylesheet href='http://example.org/x.xsl'?><html>"
        "<base href='http://example.org/'><link rel=stylesheet href=x.css>"
        "<meta http-equiv=refresh content='0;url=http://example.org'>"
        "<body onload='fetch(1)'><script src=x.js></script><img src=x onerror=alert(1)>"
        "<iframe src=x></iframe><object data=x></object><p>Alpha, New Jersey<h1>Lamps</h1>"
        "<p>Project Type: Housing"
        "<p onclick=alert(1)>&file; of the story.<a href='javascript:x'>on</a>"
    )
    (found,) = read(page).stories
    assert found.text == ["&file; of the story.on"]


def test_a_page_is_data_for_no_format_string_or_template() -> None:
    hostile = "{0} {city[id]} %s %(x)s $HOME `id` $(id) {{7*7}} <%= x %> [bold]x[/bold] =1+1"
    (found,) = read(f"{HEAD}{hostile} are words of the story and stay as they are.\n").stories
    assert found.text[0].startswith(hostile)
