"""Where a country lies and what is spoken there, as far as its cities learn from one another.

Countries are those of places.py. Languages are those of four in which city halls of the Americas
write: they say of a country, not of a city, which pages can be read there.
"""

from __future__ import annotations

_NORTH = "North America"
_LATIN = "Latin America"
_CARIBBEAN = "the Caribbean"
_SPANISH = ("Spanish",)
_ENGLISH = ("English",)

# Country: its region, and its languages, the most used first.
COUNTRIES: dict[str, tuple[str, tuple[str, ...]]] = {
    "AR": (_LATIN, _SPANISH),
    "BB": (_CARIBBEAN, _ENGLISH),
    "BO": (_LATIN, _SPANISH),
    "BR": (_LATIN, ("Portuguese",)),
    "BS": (_CARIBBEAN, _ENGLISH),
    "BZ": (_CARIBBEAN, ("English", "Spanish")),
    "CA": (_NORTH, ("English", "French")),
    "CL": (_LATIN, _SPANISH),
    "CO": (_LATIN, _SPANISH),
    "CR": (_LATIN, _SPANISH),
    "CU": (_LATIN, _SPANISH),
    "DO": (_LATIN, _SPANISH),
    "EC": (_LATIN, _SPANISH),
    "GT": (_LATIN, _SPANISH),
    "GY": (_CARIBBEAN, _ENGLISH),
    "HN": (_LATIN, _SPANISH),
    "HT": (_CARIBBEAN, ("French",)),
    "JM": (_CARIBBEAN, _ENGLISH),
    "MX": (_LATIN, _SPANISH),
    "NI": (_LATIN, _SPANISH),
    "PA": (_LATIN, _SPANISH),
    "PE": (_LATIN, _SPANISH),
    "PR": (_LATIN, ("Spanish", "English")),
    "PY": (_LATIN, _SPANISH),
    "SR": (_CARIBBEAN, ()),
    "SV": (_LATIN, _SPANISH),
    "TT": (_CARIBBEAN, _ENGLISH),
    "US": (_NORTH, _ENGLISH),
    "UY": (_LATIN, _SPANISH),
    "VE": (_LATIN, _SPANISH),
}


def region(country_code: str) -> str | None:
    """Return the region of a country; `None` of one that is not in the table."""
    return COUNTRIES[country_code][0] if country_code in COUNTRIES else None


def languages(country_code: str) -> tuple[str, ...]:
    """Return the languages of a country; none of one that is not in the table.

    None of Suriname either, whose city halls write in none of the four.
    """
    return COUNTRIES[country_code][1] if country_code in COUNTRIES else ()


def shared_region(one: str, other: str) -> str | None:
    """Return the region in which both of two countries lie."""
    found = region(one)
    return found if found == region(other) else None


def shared_language(one: str, other: str) -> str | None:
    """Return a language of both of two countries."""
    return next((each for each in languages(one) if each in languages(other)), None)
