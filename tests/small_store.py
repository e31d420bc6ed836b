"""A made-up store with the awkward cases in it: accents, brackets, two cities of one name, one
name that begins another, a city without certification, without a story, a very long address.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tests.factories import (
    make_city,
    make_entry,
    make_event,
    make_metric,
    make_source,
    make_statement,
    make_story,
    make_topic,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

MINNESOTA = {"subdivision": "Minnesota", "subdivision_code": "MN"}
NEW_YORK = {"subdivision": "New York", "subdivision_code": "NY"}
ABROAD = {"subdivision_code": None, "population": None, "population_source_id": None}
CHILE = {**ABROAD, "country": "Chile", "country_code": "CL", "subdivision": "O'Higgins"}
ARGENTINA = {**ABROAD, "country": "Argentina", "country_code": "AR", "subdivision": "Catamarca"}
COLOMBIA = {**ABROAD, "country": "Colombia", "country_code": "CO", "subdivision": "Antioquia"}
LONG_ADDRESS = "https://example.org/" + "a-very-long-way/" * 20

CITIES = [
    make_city("alpha-nj", aliases=["The A"]),
    make_city("rochester-mn", **MINNESOTA),
    make_city("rochester-ny", **NEW_YORK),
    make_city("port-st-mary-fl", name="Port St. Mary", subdivision="Florida"),
    make_city("san-fernando-cl", **CHILE),
    make_city(
        "san-fernando-del-valle-de-catamarca-ar",
        name="San Fernando del Valle de Catamarca",
        **ARGENTINA,
    ),
    make_city("medellin-co", name="Medellín", aliases=["Medallo"], **COLOMBIA),
    make_city("nowhere-nj"),
    make_city("honored-nj"),
]
STORIES = [
    make_story("alpha-nj"),
    make_story(
        "rochester-ny",
        headline="Homes [bold]for[/bold] All: a Plan",
        topics=["housing", "public-safety"],
        summary="A study of homes led to a plan.",
        metrics=[
            make_metric(
                statement="Days to a permit went from 6 to 2.",
                value=2,
                from_value=6,
                unit="days",
                subject="wait for a permit",
                theme="service-speed",
                period=None,
                baseline_period=None,
            ),
            make_metric(
                statement="Vacant lots also fell; no figure is given.",
                value=None,
                unit=None,
                subject="vacant lots",
                theme="blight",
                kind="context",
            ),
        ],
    ),
    make_story(
        "medellin-co",
        headline="Menos embarazo adolescente",
        topics=["health-and-wellbeing"],
        summary="Schools taught prevention, and teen pregnancy fell.",
        outcome=None,
        metrics=[],
        programs=[],
        partners=[],
        people=[],
        tools=[],
        coverage="brief",
        start_year=None,
        end_year=None,
        source_ids=["long"],
    ),
    make_story(
        "nowhere-nj", headline="A Story without a Certificate", topics=["housing"], metrics=[]
    ),
]
EVENTS = [
    make_event("honored-nj", date="2018-01-25", level=None, event="honor-roll"),
    make_event("alpha-nj", date="2019-04-24"),
    make_event(
        "alpha-nj", date="2021", level="gold", event="moved-up", basis="derived", note="By year."
    ),
    make_event("alpha-nj", date="2024-06-17", level=None, event="recertified"),
    make_event("rochester-ny", date="2021-12-15"),
    make_event("rochester-mn", level=None),
    make_event("medellin-co", level="platinum", date="2024-01-23"),
    make_event("san-fernando-cl", date="2025-02-26"),
    make_event("san-fernando-del-valle-de-catamarca-ar", date="2026-01-14"),
    make_event("port-st-mary-fl", date="2024-01"),
]
SOURCES = [
    make_source("geonames", publisher="GeoNames", published=None),
    make_source("news"),
    make_source("long", url=LONG_ADDRESS),
    make_source("story-alpha-nj"),
    make_source("story-rochester-ny", url=None, note="No address was found."),
    make_source("story-nowhere-nj"),
]
TOPICS = [
    make_topic(
        "health-and-wellbeing",
        "Health and Wellbeing",
        "Salud y bienestar",
        "Saúde e bem-estar",
        "Health & Wellness",
    ),
    make_topic("housing", "Housing", "Vivienda", "Habitação"),
    make_topic("public-safety", "Public Safety", "Seguridad pública", "Segurança pública"),
]
CONCEPTS = [
    {
        "id": "traffic-safety",
        "finds": ["crashes"],
        "en": ["road safety"],
        "es": ["seguridad vial"],
        "pt": ["segurança viária"],
    },
]
ENTRIES = [
    make_entry(
        "what-works-cities",
        kind="part",
        parent=None,
        aliases=["the program"],
        text=[make_statement("It helps cities.", "news")],
    ),
    make_entry("levels", kind="part", parent="what-works-cities"),
    make_entry(
        "silver", kind="level", parent="levels", term={"en": "Silver", "es": "Plata", "pt": "Prata"}
    ),
    make_entry(
        "gold", kind="level", parent="levels", term={"en": "Gold", "es": "Oro", "pt": "Ouro"}
    ),
    make_entry("standard", kind="part", parent="what-works-cities", aliases=["criteria"]),
    make_entry(
        "data-management",
        kind="area",
        code="DM",
        parent="standard",
        practices=["data-management"],
        aliases=["Data & Management"],
        text=[make_statement("Data are in order.", "long", "news")],
    ),
    make_entry(
        "dm1",
        kind="criterion",
        code="DM1",
        parent="data-management",
        term={"en": "Sharing Data", "es": None, "pt": None},
        text=[make_statement("Data are shared.", "long", basis="second-hand")],
        story_ids=["rochester-ny", "gone"],
    ),
    make_entry("glossary", kind="part", parent="what-works-cities"),
    make_entry(
        "open-data",
        term={"en": "open data", "es": "datos abiertos", "pt": "dados abertos (livres)"},
        text=[make_statement("Data for all.", basis="general")],
        topics=["housing"],
        see_also=["dm1"],
    ),
    make_entry(
        "open-portal", term={"en": "open portal", "es": "portal [b]abierto[/b]", "pt": None}
    ),
    make_entry("pilot-a", aliases=["pilot"]),
    make_entry("pilot-b", aliases=["pilot"]),
    make_entry("questions", kind="part", parent="what-works-cities"),
    make_entry(
        "cleaner-streets",
        kind="question",
        parent="questions",
        term={"en": "How does certification make streets cleaner?", "es": None, "pt": None},
        aliases=["which certified towns swept their streets"],
        text=[make_statement("No source says.", basis="unknown")],
    ),
    make_entry(
        "sources",
        kind="part",
        parent="what-works-cities",
        text=[make_statement("Below.", basis="remark")],
    ),
]
TABLES: dict[str, Sequence[Any]] = {
    "cities": CITIES,
    "stories": STORIES,
    "certifications": EVENTS,
    "sources": SOURCES,
    "topics": TOPICS,
    "thesaurus": CONCEPTS,
    "programme": ENTRIES,
}


def write(folder: Path, **changed: Sequence[Any]) -> None:
    """Write the store into *folder* as TinyDB does, with some tables changed."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, records in {**TABLES, **changed}.items():
        table = {name: {str(at): record for at, record in enumerate(records, start=1)}}
        (folder / f"{name}.json").write_text(json.dumps(table, ensure_ascii=False), "utf-8")
