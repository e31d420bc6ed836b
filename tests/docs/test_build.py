"""The generated pages are as docs/build.py makes them now."""

from __future__ import annotations

import importlib.util
import json
from typing import TYPE_CHECKING, Any

import click
import pytest
from jsonschema import Draft202012Validator, ValidationError

from tests.docs.test_help import every_command
from tests.factories import (
    make_city,
    make_entry,
    make_event,
    make_metric,
    make_source,
    make_story,
    make_topic,
)
from tests.library_factories import make_collected, make_collected_event, make_health, make_held
from tests.process import ROOT
from tests.showcase import make_peer
from wwc_cli.commands import COMMANDS

if TYPE_CHECKING:
    from types import ModuleType

DOCS = ROOT / "docs"
QUOTE = {"text": "We counted.", "speaker": "Ana Pérez", "role": None}
MADE: dict[str, Any] = {
    "city": make_city(),
    "story": make_story(),
    "certification": make_event(),
    "source": make_source(),
    "topic": make_topic("housing", "Housing", "Vivienda", "Habitação"),
    "peer": make_peer(),
    "entry": make_entry(),
    "library-add": {
        "file": "alpha.html",
        "stories": [make_collected()],
        "certifications": [make_collected_event()],
        "problem": None,
    },
    "library-list": make_held(),
    "library-show": {
        "page": make_held(),
        "story": make_story(text=["A street."], quotes=[QUOTE]),
        "certifications": [make_event()],
        "sources": [make_source(publisher=None, url=None, published=None, language=None)],
    },
    "library-check": make_health(),
}


@pytest.fixture(scope="module")
def build() -> ModuleType:
    spec = importlib.util.spec_from_file_location("docs_build", DOCS / "build.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(DOCS)  # as for a script
        spec.loader.exec_module(module)
    return module


def test_the_page_of_the_commands_is_what_their_help_says(build: ModuleType) -> None:
    assert (DOCS / "commands.md").read_text(encoding="utf-8") == build.commands()


@pytest.mark.parametrize("name", MADE)
def test_the_schema_of_a_record_is_what_its_type_says(name: str, build: ModuleType) -> None:
    text = (DOCS / "schema" / f"{name}.json").read_text(encoding="utf-8")
    assert json.loads(text) == build.schema(build.SCHEMAS[name])
    assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=2) + "\n"


def test_every_record_type_has_a_schema_and_every_schema_a_record_type(build: ModuleType) -> None:
    assert {path.stem for path in (DOCS / "schema").glob("*.json")} == set(build.SCHEMAS)
    assert set(MADE) == set(build.SCHEMAS)


def test_every_command_has_a_screenshot(build: ModuleType) -> None:
    assert set(build.SCREENSHOTS) == set(COMMANDS)
    for name in COMMANDS:
        assert (DOCS / "images" / f"{name}.svg").read_text(encoding="utf-8").startswith("<svg")


def test_a_screenshot_asks_no_server_for_anything() -> None:
    for path in (DOCS / "images").glob("*.svg"):
        text = path.read_text(encoding="utf-8")
        assert "@font-face" not in text
        assert "src:" not in text


@pytest.mark.parametrize("name", MADE)
def test_a_valid_record_passes_its_schema(name: str, build: ModuleType) -> None:
    Draft202012Validator(build.schema(build.SCHEMAS[name])).validate(MADE[name])


@pytest.mark.parametrize(
    ("name", "changes"),
    [
        ("city", {"id": "Alpha NJ"}),
        ("city", {"country_code": "usa"}),
        ("city", {"population": 1.5}),
        ("city", {"nickname": "A"}),
        ("story", {"coverage": "half"}),
        ("story", {"headline": ""}),
        ("story", {"metrics": None}),
        ("story", {"practices": ["magic"]}),
        ("story", {"metrics": [{**make_metric(), "unit": "million USD"}]}),
        ("story", {"metrics": [{**make_metric(), "theme": "magic"}]}),
        ("story", {"metrics": [{**make_metric(), "value": "19"}]}),
        ("story", {"programs": [{"name": "x", "kind": "magic", "description": "y"}]}),
        ("certification", {"date": "14 Jan 2026"}),
        ("certification", {"level": "bronze"}),
        ("certification", {"event": "crowned"}),
        ("source", {"url": "javascript:alert(1)"}),
        ("source", {"language": "English"}),
        ("source", {"publisher": ""}),
        ("story", {"quotes": None}),
        ("story", {"quotes": [{**QUOTE, "speaker": 3}]}),
        ("story", {"text": "A street."}),
        ("library-add", {"problem": ""}),
        ("library-add", {"stories": [{**make_collected(), "status": "lost"}]}),
        ("library-add", {"certifications": [{**make_collected_event(), "date": "soon"}]}),
        ("library-list", {"kind": "picture"}),
        ("library-list", {"metrics": 1.5}),
        ("library-show", {"story": {}}),
        ("library-show", {"sources": [{}]}),
        ("library-check", {"previous": "so-so"}),
        ("topic", {"name": {"en": "Housing"}}),
        ("peer", {"score": 70.8}),
        ("peer", {"level": "bronze"}),
        ("peer", {"reasons": None}),
        ("peer", {"stories": [{"id": "alpha-nj"}]}),
        ("entry", {"kind": "magic"}),
        ("entry", {"term": {"en": "open data", "es": None}}),
        ("entry", {"practices": ["magic"]}),
        ("entry", {"text": [{"text": "So.", "basis": "hearsay", "source_ids": []}]}),
    ],
)
def test_a_record_that_is_none_fails_its_schema(
    name: str, changes: dict[str, Any], build: ModuleType
) -> None:
    validator = Draft202012Validator(build.schema(build.SCHEMAS[name]))
    with pytest.raises(ValidationError):
        validator.validate({**MADE[name], **changes})


@pytest.mark.parametrize("name", MADE)
def test_a_record_that_lacks_a_key_fails_its_schema(name: str, build: ModuleType) -> None:
    validator = Draft202012Validator(build.schema(build.SCHEMAS[name]))
    for key in build.schema(build.SCHEMAS[name])["properties"]:
        with pytest.raises(ValidationError):
            validator.validate({k: v for k, v in MADE[name].items() if k != key})


@pytest.mark.parametrize(
    "changes",
    [
        {"metrics": [{**make_metric(), "value": None, "unit": None}]},
        {"challenge": None, "start_year": None},
        {"text": None, "quotes": []},
        {"text": ["A street."], "quotes": [{**QUOTE, "speaker": None}]},
    ],
)
def test_what_is_not_known_may_be_null(changes: dict[str, Any], build: ModuleType) -> None:
    validator = Draft202012Validator(build.schema(build.SCHEMAS["story"]))
    validator.validate({**MADE["story"], **changes})


def test_what_is_not_known_of_a_saved_page_may_be_null(build: ModuleType) -> None:
    source = make_source(publisher=None, url=None, published=None, language=None)
    Draft202012Validator(build.schema(build.SCHEMAS["source"])).validate(source)
    page = {**MADE["library-show"], "story": None}
    Draft202012Validator(build.schema(build.SCHEMAS["library-show"])).validate(page)


def test_the_page_of_the_commands_has_a_part_for_each_also_in_groups(build: ModuleType) -> None:
    headings = [line for line in build.commands().splitlines() if line.startswith("#")]
    assert headings == [
        "# Commands",
        *(
            f"{'#' * len(path)} {' '.join(path)}"
            for path in (("wwc", *each) for each in every_command())
        ),
    ]
    assert "### wwc library add" in headings


def test_the_page_of_the_commands_names_every_option(build: ModuleType) -> None:
    made = build.commands()
    for command in every_command().values():
        for parameter in command.params:
            if not getattr(parameter, "hidden", False):
                shown = parameter.make_metavar(click.Context(command))
                name = parameter.opts[0].removeprefix("--")
                assert (shown if isinstance(parameter, click.Argument) else name) in made


def test_of_a_peer_that_little_is_known_of_much_may_be_null(build: ModuleType) -> None:
    unknown = ("subdivision", "population", "population_ratio", "level", "level_date")
    nothing = dict.fromkeys((*unknown, "same_language", "same_level"))
    Draft202012Validator(build.schema(build.TABLES["peer"])).validate({**MADE["peer"], **nothing})
