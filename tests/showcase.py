"""Made-up cities with full stories, for whole screens: what the bundled ones are like, and the
awkward things that those have not. Nothing here is looked up, searched or ranked.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, cast

from tests.factories import make_city, make_event, make_metric, make_source, make_story
from wwc_cli.core.metrics import Found as FoundFigures
from wwc_cli.core.search import Found
from wwc_cli.core.standing import standing

if TYPE_CHECKING:
    from wwc_cli.core.answers import CertifiedCity, Figure, Hit, Peer, PeerStory, Profile, Related

_STILL = {"period": None, "baseline_period": None, "direction": "none"}


def harbor() -> Profile:
    """Return a city with all that a city can have."""
    city = make_city(
        "port-st-mary-or",
        name="Port St. Mary",
        subdivision="Oregon",
        population=123_456,
    )
    metrics = [
        make_metric(),
        make_metric(
            statement="Days to a permit went from 12.5 to 6 by January 2024.",
            value=6,
            from_value=12.5,
            unit="days",
            subject="wait for a building permit",
            theme="service-speed",
            period="2024-01",
        ),
        make_metric(
            statement="Complaints about noise fell; no figure is given.",
            value=None,
            unit=None,
            subject="complaints about noise from the harbor",
            theme="public-space",
            baseline_period=None,
        ),
        make_metric(
            statement="Cycling rose 1.5 times from 2022 to 2023.",
            value=1.5,
            unit="times",
            direction="increase",
            subject="trips by bicycle along the waterfront and over the two bridges",
            theme="mobility",
            qualifier="about",
            period="2022 to 2023",
        ),
        make_metric(
            statement="The city spent up to $22 million on crossings.",
            value=22_000_000,
            unit="USD",
            subject="spent on crossings",
            kind="output",
            qualifier="up-to",
            **_STILL,
        ),
        make_metric(
            statement="The city aims at no deaths by 2030.",
            value=0,
            unit="people",
            subject="deaths on the road",
            kind="target",
            period="2030",
            baseline_period=None,
        ),
        make_metric(
            statement="It ranked 3rd among the state's cities.",
            value=3,
            unit="rank",
            subject="rank among cities of its size",
            theme="trust",
            kind="context",
            **_STILL,
        ),
    ]
    story = make_story(
        city["id"],
        headline="Safer Streets: How a Harbor City [re]Counted “Near Misses”",
        topics=["public-safety", "transportation", "infrastructure-and-utilities"],
        summary="The city counted near misses on film, painted the worst crossings first, and had"
        " 19% fewer crashes in 2024 than in 2023.",
        challenge="Drivers came off the bridge too fast; in the old town, every second"
        " household knew someone who had been hit. Nobody counted what was only nearly a crash.",
        approach=[
            "Counted near misses on film at forty crossings, with students of the university.",
            "Ranked crossings by risk: those near schools, those near the harbor, then all others.",
            "Painted the first twelve, and asked neighbors again after six months.",
        ],
        outcome="Crashes fell by 19%. The page names no comparison group.",
        metrics=metrics,
        programs=[
            {
                "name": "Near Miss Film Library and Neighborhood Crossing Fund",
                "kind": "fund",
                "description": "Pays for paint where film shows risk.",
            },
            {"name": "Slow Bridge", "kind": "campaign", "description": "Asks drivers to slow."},
        ],
        partners=["Harbor University", "Bike Club of Port St. Mary"],
        people=[{"name": "Ana Pérez-O'Neill", "role": "Chief Data Officer"}],
        tools=["computer vision", "heat map"],
        practices=["data-management", "performance-and-analytics"],
        source_ids=["story"],
        text=[
            "In the old town, every second household knew someone who had been hit by a car.",
            "“Count what nearly happened [and] you need not count the dead.”",
        ],
        quotes=[
            {
                "text": "Count what nearly happened [and] you need not count the dead.",
                "speaker": "Ana Pérez-O'Neill",
                "role": "Chief Data Officer",
            },
            {"text": "We were asked twice.", "speaker": None, "role": None},
        ],
    )
    events = [
        make_event(city["id"], date="2019-04-24"),
        make_event(
            city["id"],
            date="2021",
            level="gold",
            event="moved-up",
            basis="derived",
            note="Worked out from two lists.",
        ),
        make_event(city["id"], date="2024-06-17", level=None, event="recertified"),
    ]
    related: list[Related] = [
        {
            "id": "rio-alto-cl",
            "city_id": "rio-alto-cl",
            "city": "Río Alto",
            "subdivision": "Ñuble",
            "country": "Chile",
            "country_code": "CL",
            "headline": "Menos robos, más árboles",
            "coverage": "brief",
            "shared_topics": ["public-safety"],
            "shared_themes": ["traffic-safety"],
            "reason": "results on traffic safety; public safety",
        }
    ]
    sources = [
        make_source("story", published="2025-02", title="Safer Streets"),
        make_source(
            "long",
            publisher="Gaceta",
            published=None,
            url="https://example.org/" + "a-very-long-way/" * 7,
            note="The title is inferred from the address.",
        ),
        make_source("lost", url=None, published="2021", note="No address was found."),
        make_source(
            "saved",
            publisher=None,
            title="How We Counted.",
            url=None,
            published=None,
            accessed="2026-01-20",
            language=None,
            note="Read from a page saved as counted.html.",
        ),
    ]
    return _profile(city, stories=[story], events=events, related=related, sources=sources)


def rio_alto() -> Profile:
    """Return a city abroad, with accents, two stories, and a topic and figures in common."""
    city = make_city(
        "rio-alto-cl",
        name="Río Alto",
        aliases=["Rio Alto"],
        subdivision="Ñuble",
        subdivision_code=None,
        country="Chile",
        country_code="CL",
        population=None,
        population_source_id=None,
    )
    first = make_story(
        city["id"],
        headline="Menos robos, más árboles",
        topics=["environment", "public-safety"],
        summary="Trees were planted where robberies were most frequent.",
        challenge=None,
        metrics=[
            make_metric(value=30, baseline_period=None, statement="Crashes fell by 30% in 2024."),
            make_metric(
                statement="More than 4,000 trees were planted.",
                value=4000,
                unit="trees",
                subject="trees planted",
                theme="trees",
                kind="output",
                qualifier="over",
                **_STILL,
            ),
        ],
        tools=[],
    )
    second = make_story(
        city["id"],
        id="rio-alto-cl-agua",
        headline="Agua sin fugas",
        topics=["infrastructure-and-utilities"],
        summary="Leaks are found from the air.",
        approach=[],
        outcome=None,
        metrics=[],
        programs=[],
        partners=[],
        people=[],
        practices=[],
        coverage="brief",
        origin="library",
        start_year=2022,
        end_year=2022,
    )
    events = [make_event(city["id"], level="platinum", date="2026-01-14")]
    return _profile(city, stories=[first, second], events=events, sources=[make_source()])


def elm_grove() -> Profile:
    """Return a certified city without a story, whose level nobody states."""
    city = make_city("elm-grove-oh", subdivision="Ohio", population=51_000)
    events = [make_event(city["id"], level=None, date="2024-01-23")]
    return _profile(city, events=events, sources=[make_source()])


def bay_view() -> Profile:
    """Return a certified city whose one story is in brief."""
    city = make_city("bay-view-me", name="Bay View", subdivision="Maine", population=33_000)
    story = make_story(
        city["id"],
        headline="Fines off the Books",
        coverage="brief",
        challenge=None,
        outcome=None,
        metrics=[make_metric(period=None, baseline_period=None)],
        start_year=None,
        end_year=None,
    )
    events = [make_event(city["id"], level="silver", date="2021-07-14")]
    return _profile(city, stories=[story], events=events, sources=[make_source()])


def long_name() -> Profile:
    """Return a city of a long name that was only ever on the honor roll."""
    city = make_city(
        "san-juan-de-los-molinos-del-valle-ar",
        name="San Juan de los Molinos del Valle",
        subdivision="Catamarca",
        subdivision_code=None,
        country="Argentina",
        country_code="AR",
    )
    events = [make_event(city["id"], level=None, date="2018-01-25", event="honor-roll")]
    return _profile(city, events=events)


def unknown() -> Profile:
    """Return a city of which nothing but the place is known."""
    return _profile(make_city("nowhere-nj"))


def _profile(city: Any, **known: Any) -> Profile:
    return cast(
        "Profile",
        {
            "city": city,
            "certification": standing(known.get("events", [])),
            "stories": known.get("stories", []),
            "related": known.get("related", []),
            "sources": known.get("sources", []),
        },
    )


def row(profile: Profile) -> CertifiedCity:
    """Return the row of list-certified for a city that stands somewhere."""
    city, stands = profile["city"], profile["certification"]
    assert stands
    return {
        "city_id": city["id"],
        "city": city["name"],
        "subdivision": city["subdivision"],
        "country": city["country"],
        "country_code": city["country_code"],
        "level": stands["level"],
        "level_date": stands["level_date"],
        "last_event": stands["last_event"],
        "last_date": stands["last_date"],
        "first_certified": stands["first_certified"],
        "has_story": bool(profile["stories"]),
        "coverage": max((story["coverage"] for story in profile["stories"]), default=None),
        "history": stands["history"],
    }


def make_hit(city_id: str = "alpha-nj", **changes: Any) -> Hit:
    """Return a story found, made by hand."""
    hit = {
        "id": city_id,
        "city_id": city_id,
        "city": "Alpha",
        "subdivision": "New Jersey",
        "country": "United States",
        "country_code": "US",
        "headline": "Safer Streets",
        "topics": ["public-safety"],
        "level": "silver",
        "level_date": "2024-01-23",
        "coverage": "full",
        "origin": "bundled",
        "score": 80,
        "matched": [{"field": "headline", "term": "streets", "via": "word"}],
        "snippet": "The city painted its **streets**.",
        "source_url": "https://example.org/alpha",
    }
    return cast("Hit", hit | changes)


def found(*hits: Hit, total: int | None = None) -> Found:
    """Return what a search found: these, of *total*, among 24 stories."""
    return Found(list(hits), total=len(hits) if total is None else total, searched=24)


def make_peer(city_id: str = "alpha-nj", **changes: Any) -> Peer:
    """Return a peer, made by hand."""
    peer = {
        "city_id": city_id,
        "city": "Alpha",
        "subdivision": "New Jersey",
        "country": "United States",
        "country_code": "US",
        "population": 100_000,
        "level": "silver",
        "level_date": "2024-01-23",
        "score": 80,
        "reasons": ["19% smaller (100,000 against 123,456)", "same country"],
        "population_ratio": 0.81,
        "same_country": True,
        "same_language": True,
        "same_level": False,
        "shared_topics": [],
        "shared_themes": [],
        "stories": [make_peer_story()],
    }
    return cast("Peer", peer | changes)


def make_peer_story(**changes: Any) -> PeerStory:
    """Return a story of a peer, made by hand."""
    story = {
        "id": "alpha-nj",
        "headline": "Safer Streets",
        "topics": ["public-safety"],
        "coverage": "full",
        "origin": "bundled",
    }
    return cast("PeerStory", story | changes)


def make_figure(**changes: Any) -> Figure:
    """Return a figure, made by hand, of the city Alpha."""
    figure = {
        "city_id": "alpha-nj",
        "city": "Alpha",
        "subdivision": "New Jersey",
        "country": "United States",
        "country_code": "US",
        "story_id": "alpha-nj",
        "headline": "Safer Streets",
        "coverage": "full",
        "origin": "bundled",
        **make_metric(),
        "basis": "baseline",
        "source_id": "story-alpha-nj",
        "source_url": "https://example.org/alpha",
    }
    return cast("Figure", figure | changes)


def figures() -> list[Figure]:
    """Return figures of four cities, two of one name, as they stand in order by value."""
    rio = {
        "city_id": "rio-alto-cl",
        "city": "Río Alto",
        "subdivision": "Ñuble",
        "country": "Chile",
        "country_code": "CL",
        "headline": "Menos robos, más árboles",
        "source_id": "long",
        "source_url": "https://example.org/" + "a-very-long-way/" * 7,
    }
    minnesota = {
        "city_id": "rochester-mn",
        "city": "Rochester",
        "subdivision": "Minnesota",
        "headline": "Homes [re]Counted",
        "coverage": "brief",
        "source_id": "mn",
        "source_url": None,
    }
    york = minnesota | {
        "city_id": "rochester-ny",
        "subdivision": "New York",
        "coverage": "full",
        "origin": "library",
        "source_id": None,
    }
    return [
        make_figure(
            **rio,
            value=55,
            subject="robberies in the six neighborhoods that the program put first",
            period="as of 2024-05",
            baseline_period="same period of 2023",
            statement="Robberies as of May 2024 were 55% below the same period of 2023 in the six"
            " neighborhoods that the program put first.",
        ),
        make_figure(),
        make_figure(
            value=3, unit="days", subject="wait for a permit", period=None, baseline_period=None,
            statement="A permit takes 3 days less.", basis="none",
        ),
        make_figure(
            **minnesota, value=2, from_value=6, unit="days", subject="wait for help",
            period="2024", baseline_period=None, basis="start-value",
            statement="Help came after 2 days instead of 6.",
        ),
        make_figure(
            **york, value=22_000_000, unit="USD", subject="spent on crossings", kind="output",
            qualifier="over", direction="none", period="2022 to 2023", baseline_period=None,
            statement="Over $22 million went into crossings.", basis="period",
        ),
        make_figure(
            **rio, value=None, unit=None, subject="fear", period=None, baseline_period=None,
            statement="People are less afraid; no figure is given.", basis="none",
        ),
    ]  # fmt: skip


def found_figures(*figures: Figure, sort: str = "value", total: int | None = None) -> FoundFigures:
    """Return what was found: these figures, the first of *total*."""
    units: dict[str | None, int] = dict(Counter(figure["unit"] for figure in figures))
    if total is not None:
        units["percent"] = units.get("percent", 0) + total - len(figures)
    cities = len({figure["city_id"] for figure in figures})
    return FoundFigures(list(figures), units, cities, sort)
