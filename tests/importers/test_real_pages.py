"""The pages of the program's site that lie beside the checkout of its developers, if they do."""

from __future__ import annotations

import collections
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.conftest import BUNDLED
from wwc_cli.core import store
from wwc_cli.core.story_ids import story_key
from wwc_cli.importers import files
from wwc_cli.importers.known import Known

if TYPE_CHECKING:
    from wwc_cli.importers.pages import Reading

BESIDE = Path(__file__).resolve().parents[3] / "shared" / "pages"
FOLDER = Path(os.environ.get("WWC_PAGES", BESIDE))
STORY_FILES, EVENT_FILE, OTHER_FILE = 3, 3, 4
# By city: who speaks, as what.
SPEAKERS: dict[str, list[tuple[str | None, str | None]]] = {
    "alexandria-va": [
        (
            "Mary Horner",
            "Housing Justice Senior Staff Attorney, Legal Services of Northern Virginia",
        ),
        ("Justin Wilson", "Mayor"),
    ],
    "bogota-co": [
        ("Tatiana Guayara", "San Cristóbal Care Block beneficiary"),
        ("Carlos Fernando Galán Pachón", "Mayor"),
    ],
    "carlsbad-ca": [
        ("David Graham", "Chief Innovation Officer"),
        ("Scott Chadwick", "City Manager"),
    ],
    "guatemala-city-gt": [("Ricardo Quiñónez", "Mayor")],
    "issaquah-wa": [
        ("Mary Lou Pauly", "Mayor"),
        ("John", "Issaquah resident who experienced homelessness"),
    ],
    "las-condes-cl": [("Daniela Peñaloza", "Mayor")],
    "long-beach-ca": [
        ("Adelita Lopez", "Economic Development Project Manager"),
        ("Ryan Kurtzman", "Smart Cities Program Manager"),
        ("Joseph D’Angelo", "Chief Data Officer"),
        ("Lea Eriksen", "Director of Technology & Innovation/CIO"),
    ],
    "lujan-de-cuyo-ar": [("Esteban Allasino", "Mayor")],
    "maipu-cl": [
        ("Tomás Vodanovic", "Mayor"),
        ("Natalie González", "leader of the Government Center in Maipú, Chile"),
    ],
    "medellin-co": [
        ("Julio Cesar Mendoza", "team member"),
        (
            "Ana Maria Valencia Cáceres",
            "Subsecretaría de Ciudad Inteligente de la Secretaría Innovación Digital",
        ),
        ("Óscar de Jesús Hurtado Pérez", "Mayor"),
    ],
    "minneapolis-mn": [
        ("Patrick Hanlon", "Director of Environmental Programs"),
        ("Isaac Evans", "Contract Manager"),
    ],
    "monterrey-mx": [
        ("Monica Medellín Estrada", "Director of Proactive Transparency, City of Monterrey"),
        ("Luis Donaldo Colosio Riojas", "Mayor"),
    ],
    "new-orleans-la": [
        ("Oliver Wise", "former Director of the Office of Performance and Accountability"),
        ("Mitch Landrieu", "New Orleans Mayor"),
    ],
    "newark-nj": [
        ("Jessiah Paul", "Director of Brick City Peace Collective"),
        ("Ras Baraka", "Mayor"),
    ],
    "philadelphia-pa": [],
    "port-st-lucie-fl": [
        ("Kate Parmelee", "Deputy City Manager for Strategic Initiatives & Innovation"),
        ("Shannon Martin", "Mayor"),
    ],
    "rionegro-co": [("Felipe Puerta", "former Secretary of Family, Health and Social Integration")],
    "rochester-mn": [
        ("Chao Mwatela", "Diversity, Equity and Inclusion Director"),
        ("Kim Norton", "Mayor"),
    ],
    "rochester-ny": [
        (
            "Elizabeth Murphy",
            "associate planner and administrative analyst in Rochester’s Office of City Planning",
        ),
        ("Kevin Kelley", "Manager of Planning"),
        ("Kate May", "Chief Performance Officer"),
    ],
    "rock-hill-sc": [("John Gettys", "Mayor")],
    "san-fernando-cl": [("Pablo Silva Perez", "Mayor")],
    "savannah-ga": [
        ("Jay Melder", "City Manager"),
        ("Taffanye Young", "Savannah’s Chief Community Services Officer"),
        ("Van Johnson", "Mayor"),
    ],
    "tres-de-febrero-ar": [
        (None, "Resident speaking about renovated public exercise space"),
        ("Ailén Gómez", "Líder de Seguimiento"),
        ("Diego Valenzuela", "Mayor"),
    ],
    "tulsa-ok": [
        ("Ben Harris", "Data Analytics Manager"),
        ("James Wagner", "Chief Financial Officer"),
        ("Jamie King", "cost administrator at the court"),
        ("G.T. Bynum", "Mayor"),
    ],
}


@pytest.fixture(scope="module")
def readings() -> list[Reading]:
    if not FOLDER.is_dir():
        pytest.skip("the pages are not there")
    with open("/dev/null", "rb") as nothing:
        return files.readings(
            sorted(map(str, FOLDER.glob("*.txt"))),
            Known(store.read(str(BUNDLED))),
            stdin=nothing,
            on_progress=lambda *_: None,
        )


def test_three_pages_give_24_different_stories_ten_each(readings: list[Reading]) -> None:
    assert [len(each.stories) for each in readings] == [10, 10, 10, 0, 0]
    stories = {
        story_key(found.city["id"] if found.city else "", found.headline)
        for each in readings
        for found in each.stories
    }
    assert len(stories) == 24
    assert {city for city, _ in stories} == set(SPEAKERS)


def test_a_story_that_stands_in_two_pages_is_read_alike(readings: list[Reading]) -> None:
    read: dict[str, list[object]] = collections.defaultdict(list)
    for each in readings:
        for found, figures in zip(each.stories, each.figures, strict=True):
            read[found.headline].append((found, list(figures)))
    assert all(one == several[0] for several in read.values() for one in several[1:])


def test_the_announcement_gives_32_events(readings: list[Reading]) -> None:
    announced = readings[EVENT_FILE].announced
    assert len(announced) == 32
    assert collections.Counter((each.event, each.level) for each in announced) == {
        ("certified", "gold"): 1,
        ("certified", "silver"): 12,
        ("moved-up", "gold"): 7,
        ("recertified", None): 10,
        (None, "platinum"): 2,
    }
    assert {each.city["id"] for each in announced if each.event is None} == {
        "glendale-az",
        "cambridge-ma",
    }


def test_the_article_about_the_program_gives_nothing(readings: list[Reading]) -> None:
    assert readings[OTHER_FILE].is_empty


@pytest.mark.parametrize("city", SPEAKERS)
def test_who_speaks_is_found_with_the_role(city: str, readings: list[Reading]) -> None:
    spoken = {
        (quote["speaker"], quote["role"])
        for each in readings
        for found in each.stories
        if found.city and found.city["id"] == city
        for quote in found.quotes
    }
    assert set(SPEAKERS[city]) <= spoken
    assert {name for name, _ in spoken} == {name for name, _ in SPEAKERS[city]}
