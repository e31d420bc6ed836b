"""Cities like one's own that have a story: chosen by nearness, each with the reasons.

What nearness is stands in nearness.py, how it is told in peer_reasons.py.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from wwc_cli.core import nearness
from wwc_cli.core.naming import located
from wwc_cli.core.nearness import Known
from wwc_cli.core.peer_reasons import reasons
from wwc_cli.core.sharing import rarity
from wwc_cli.shape import Shape

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from wwc_cli.core.answers import Card, Peer, PeerStory
    from wwc_cli.core.catalogue import Catalogue
    from wwc_cli.core.nearness import Rarities
    from wwc_cli.core.records import City, Level


class Wanted(Shape):
    """Whose peers are asked for, by which weights, and the filters: as typed.

    Values of one filter are alternatives, filters add up. They choose what is listed, and change
    no score.
    """

    city: City
    weights: Sequence[str] = ()
    with_topics: Sequence[str] = ()
    countries: Sequence[str] = ()
    levels: Sequence[str] = ()
    coverages: Sequence[str] = ()
    limit: int = 10


class Found(Shape):
    """The peers of `city`, nearest first, and how many there are beyond the limit.

    `known` is what `city` was weighed by. Of the parts of nearness that have a weight, `weighed`
    were, and `unweighed` could not be, since they are not known of `city`.
    """

    city: City
    known: Known
    has_story: bool
    peers: list[Peer]
    total: int
    weights: dict[str, float]
    weighed: Sequence[str]
    unweighed: Sequence[str]


def peers(wanted: Wanted, catalogue: Catalogue) -> Found:
    """Return the cities nearest to the one asked for, of those that have a story.

    Ties by city id. A peer is weighed with all its stories; listed are those of its stories that
    the filters leave, first those that share most topics.
    Raises `UsageProblem` for a weight or a filter value that is not known.
    """
    weights = nearness.weights(wanted.weights)
    where, values = _conditions(wanted, catalogue)
    asked = _asked(wanted, catalogue)
    rows = catalogue.subjects()
    _, *of_city = next(row for row in rows if row[0] == wanted.city["id"])
    own = _known(*of_city)
    with_story = [row for row in rows if row[-1] is not None]
    rarities = {
        "topics": _rarities([topics for *_, topics, _ in with_story]),
        "themes": _rarities([themes for *_, themes in with_story]),
    }
    score = nearness.scorer(own, weights, rarities)
    passing = _passing(where, values, catalogue)
    ranked = sorted(
        (-round(score(*known), 6), city_id, known)
        for city_id, *known in with_story
        if city_id != wanted.city["id"] and (passing is None or city_id in passing)
    )
    shown = ranked[: wanted.limit] if wanted.limit else ranked
    cards = _cards([city_id for _, city_id, _ in shown], where, values, catalogue)
    weighed = nearness.weighed(own)
    return Found(
        wanted.city,
        own,
        of_city[-1] is not None,
        [
            _peer(cards[city_id], -lowered, (own, _known(*known)), rarities, asked)
            for lowered, city_id, known in shown
        ],
        len(ranked),
        weights,
        [part for part in weights if weights[part] and part in weighed],
        [part for part in weights if weights[part] and part not in weighed],
    )


def _conditions(wanted: Wanted, catalogue: Catalogue) -> tuple[list[str], list[str]]:
    """Return SQL conditions for the filters, those of a search, and the values bound to them."""
    filters = (wanted.with_topics, wanted.countries, wanted.levels, wanted.coverages)
    if not any(filters):
        return [], []
    from wwc_cli.core import conditions

    topics, countries, levels, coverages = filters
    asked = conditions.Filters(
        topics=topics, countries=countries, levels=levels, coverages=coverages
    )
    return conditions.of_stories(asked, catalogue)


def _asked(wanted: Wanted, catalogue: Catalogue) -> list[str]:
    """Return the ids of the topics asked for."""
    if not wanted.with_topics:
        return []
    from wwc_cli.core import filters

    return filters.topics(wanted.with_topics, catalogue)


def _known(
    population: int | None,
    country_code: str,
    level: Level | None,
    topics: frozenset[str] | None,
    themes: frozenset[str] | None,
) -> Known:
    """Return what is known of a city; without a story it has neither topics nor themes."""
    return Known(population, country_code, level, topics or frozenset(), themes or frozenset())


def _rarities(tagged: Collection[frozenset[str]]) -> dict[str, float]:
    """Return what each tag counts, from the tags of each city with a story."""
    cities: Counter[str] = Counter()
    for tags, times in Counter(tagged).items():
        for tag in tags:
            cities[tag] += times
    return {tag: rarity(having, len(tagged)) for tag, having in cities.items()}


def _passing(where: Sequence[str], values: Sequence[str], catalogue: Catalogue) -> set[str] | None:
    """Return the ids of the cities with a story that the filters leave; `None` for all."""
    if not where:
        return None
    rows = catalogue.rows(
        "SELECT DISTINCT story.city_id FROM story JOIN city ON city.id = story.city_id"
        f" WHERE {' AND '.join(where)}",
        values,
    )
    return {city_id for (city_id,) in rows}


def _cards(
    city_ids: Sequence[str], where: Sequence[str], values: Sequence[str], catalogue: Catalogue
) -> dict[str, list[Card]]:
    """Return by city the cards of those of its stories that the filters leave."""
    marks = ", ".join("?" * len(city_ids))
    rows = catalogue.rows(
        "SELECT story.number FROM story JOIN city ON city.id = story.city_id"
        f" WHERE {' AND '.join([f'story.city_id IN ({marks})', *where])} ORDER BY story.number",
        [*city_ids, *values],
    )
    of_city: dict[str, list[Card]] = {}
    for card in catalogue.cards([number for (number,) in rows]).values():
        of_city.setdefault(card["city_id"], []).append(card)
    return of_city


def _peer(
    cards: Sequence[Card],
    score: float,
    both: tuple[Known, Known],
    rarities: Rarities,
    asked: Sequence[str],
) -> Peer:
    """Return a peer with its reasons and its stories, of which there is one or more.

    *both* are what is known of the city asked for and of the peer.
    """
    own, other = both
    topics, themes = own.topics & other.topics, own.themes & other.themes
    stories: list[PeerStory] = [
        {
            "id": card["id"],
            "headline": card["headline"],
            "topics": card["topics"],
            "coverage": card["coverage"],
            "origin": card["origin"],
        }
        for card in sorted(cards, key=lambda card: -len(topics.intersection(card["topics"])))
    ]
    ratio = other.population / own.population if own.population and other.population else None
    return {
        **located(cards[0]),
        "population": other.population,
        "level": cards[0]["level"],
        "level_date": cards[0]["level_date"],
        "score": round(score),
        "reasons": reasons(
            own,
            other,
            topics=_rarest(topics, rarities["topics"]),
            themes=_rarest(themes, rarities["themes"]),
            asked=[topic for topic in asked if topic in other.topics - topics],
        ),
        "population_ratio": float(f"{ratio:.3g}") if ratio else None,
        "same_country": own.country_code == other.country_code,
        "same_language": nearness.speaks_alike(own.country_code, other.country_code),
        "same_level": own.level == other.level if own.level and other.level else None,
        "shared_topics": sorted(topics),
        "shared_themes": sorted(themes),
        "stories": stories,
    }


def _rarest(tags: Iterable[str], rarity: Mapping[str, float]) -> list[str]:
    """Return *tags* with those first that fewest cities have."""
    return sorted(tags, key=lambda tag: (-rarity[tag], tag))
