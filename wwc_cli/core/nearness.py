"""How near one city is to another: part by part, weighted, and as one score.

The parts and their weights are explained in docs/scripting.md, "The score of a peer".
"""

from __future__ import annotations

import math
from functools import cache
from typing import TYPE_CHECKING

from wwc_cli.core import regions
from wwc_cli.core.text import join
from wwc_cli.errors import UsageProblem
from wwc_cli.shape import Shape

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from wwc_cli.core.records import Level

    Rarities = Mapping[str, Mapping[str, float]]
    Score = Callable[[int | None, str, Level | None, frozenset[str], frozenset[str]], float]

# What a part counts unless the user says otherwise. Where a city stands (size, country, language,
# level: 8) counts twice what its stories are about (topics, themes: 4), since `related` of
# `wwc show` goes by the stories alone.
WEIGHTS = {
    "size": 4.0,
    "country": 2.0,
    "language": 1.0,
    "level": 1.0,
    "topics": 2.0,
    "themes": 2.0,
}
TENFOLD = 10  # times as large, or as small: no nearer in size than any other city
SAME_REGION = 0.5  # of what the same country counts
LEVEL_APART = 0.5  # of what the same level counts
RANKS = {"silver": 1, "gold": 2, "platinum": 3}


class Known(Shape):
    """What is known of a city, as far as nearness goes; `themes` are those with an outcome."""

    population: int | None
    country_code: str
    level: Level | None
    topics: frozenset[str]
    themes: frozenset[str]


def weights(typed: Iterable[str]) -> dict[str, float]:
    """Return the weight of every part: as *typed* (`size=2`), or the usual one.

    Raises `UsageProblem` for another name, for what is no number from 0 up, and where nothing
    is left to weigh.
    """
    found = dict(WEIGHTS)
    names = list(WEIGHTS)
    for text in typed:
        name, _, number = (part.strip().lower() for part in text.partition("="))
        if name not in WEIGHTS:
            raise UsageProblem(
                f"No weight is called {name!r}.",
                hint=f"The weights are {join(names)}: for example --weight size=2.",
                suggestions=names,
            )
        found[name] = _number(number, text=text, name=name)
    if not any(found.values()):
        raise UsageProblem(
            "With all weights 0 there is nothing to go by.",
            hint=f"Leave one of {join(names, last='or')} above 0.",
            suggestions=names,
        )
    return found


def _number(typed: str, *, text: str, name: str) -> float:
    try:
        number = float(typed)
    except ValueError:
        number = math.nan
    if not 0 <= number < math.inf:
        raise UsageProblem(
            f"{text!r} has no number from 0 up.", hint=f"For example: --weight {name}=2"
        )
    return number


def weighed(own: Known) -> list[str]:
    """Return the parts that can be weighed for a city: of the others, it is not known."""
    known = {
        "size": own.population,
        "country": own.country_code,
        "language": regions.languages(own.country_code),
        "level": own.level in RANKS,
        "topics": own.topics,
        "themes": own.themes,
    }
    return [part for part in WEIGHTS if known[part]]


def scorer(own: Known, weight: Mapping[str, float], rarities: Rarities) -> Score:
    """Return what scores a city by how near it is to *own*: a weighted mean, 0 to 100.

    It takes the fields of a `Known`. What is not known of the city counts nothing for it; what
    is not known of *own* is not weighed. *rarities* has what each topic and theme counts.
    """
    # Weights by the largest of them, so that no sum of large ones is infinite.
    counts = {part: weight[part] / max(weight.values()) for part in weighed(own)}
    whole = sum(counts.values()) or 1.0
    points = {part: 100 * counts.get(part, 0.0) / whole for part in WEIGHTS}

    # Of many thousand cities, most have their country, level and topics in common with others.
    @cache
    def place(country_code: str, level: Level | None) -> float:
        return (
            points["country"] * _country(own.country_code, country_code)
            + points["language"] * bool(speaks_alike(own.country_code, country_code))
            + points["level"] * _level(own.level, level)
        )

    @cache
    def topics(others: frozenset[str]) -> float:
        return points["topics"] * _overlap(own.topics, others, rarities["topics"])

    @cache
    def themes(others: frozenset[str]) -> float:
        return points["themes"] * _overlap(own.themes, others, rarities["themes"])

    def score(
        population: int | None,
        country_code: str,
        level: Level | None,
        others: frozenset[str],
        outcomes: frozenset[str],
    ) -> float:
        size = points["size"] * _size(own.population, population)
        return size + place(country_code, level) + topics(others) + themes(outcomes)

    return score


def speaks_alike(one: str, other: str) -> bool | None:
    """Tell whether two countries share a language; `None` where one's are not known."""
    if one == other:
        return True
    if not (regions.languages(one) and regions.languages(other)):
        return None
    return regions.shared_language(one, other) is not None


def _size(own: int | None, other: int | None) -> float:
    """Return 1 for cities of one size, 0 where one is ten times the other, even in between.

    Even on a scale of ratios: twice as large is as far as half as large, and half of the way
    to four times.
    """
    if not own or not other:
        return 0.0
    return max(0.0, 1 - abs(math.log(other / own, TENFOLD)))


def _country(own: str, other: str) -> float:
    if own == other:
        return 1.0
    return SAME_REGION if regions.shared_region(own, other) else 0.0


def _level(own: str | None, other: str | None) -> float:
    if own not in RANKS or other not in RANKS:
        return 0.0
    return max(0.0, 1 - LEVEL_APART * abs(RANKS[own] - RANKS[other]))


def _overlap(own: frozenset[str], other: frozenset[str], rarity: Mapping[str, float]) -> float:
    """Return what both have as a share of what either has, the rarer counting more.

    The Jaccard index, weighted: a city whose stories have every topic is not near everyone.
    """
    shared = own & other
    if not shared:
        return 0.0
    return sum(map(rarity.__getitem__, shared)) / sum(map(rarity.__getitem__, own | other))
