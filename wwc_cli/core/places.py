"""Names of states, provinces and countries, in the forms in which people write them.

Countries are those of the Americas, where the programme certifies cities, in English, Spanish
and Portuguese; short forms of US states follow the Associated Press style, besides the postal
codes.
"""

from __future__ import annotations

from wwc_cli.core.text import fold

COUNTRIES: dict[str, tuple[str, ...]] = {
    "AR": ("Argentina",),
    "BB": ("Barbados",),
    "BO": ("Bolivia", "Bolívia"),
    "BR": ("Brazil", "Brasil"),
    "BS": ("Bahamas", "The Bahamas"),
    "BZ": ("Belize", "Belice"),
    "CA": ("Canada", "Canadá"),
    "CL": ("Chile",),
    "CO": ("Colombia", "Colômbia"),
    "CR": ("Costa Rica",),
    "CU": ("Cuba",),
    "DO": ("Dominican Republic", "República Dominicana"),
    "EC": ("Ecuador", "Equador"),
    "GT": ("Guatemala",),
    "GY": ("Guyana", "Guiana"),
    "HN": ("Honduras",),
    "HT": ("Haiti", "Haití"),
    "JM": ("Jamaica",),
    "MX": ("Mexico", "México"),
    "NI": ("Nicaragua", "Nicarágua"),
    "PA": ("Panama", "Panamá"),
    "PE": ("Peru", "Perú"),
    "PR": ("Puerto Rico", "Porto Rico"),
    "PY": ("Paraguay", "Paraguai"),
    "SR": ("Suriname", "Surinam"),
    "SV": ("El Salvador",),
    "TT": ("Trinidad and Tobago", "Trinidad y Tobago", "Trinidad e Tobago"),
    "US": (
        "United States",
        "United States of America",
        "USA",
        "US",
        "America",
        "Estados Unidos",
        "EE. UU.",
        "EEUU",
        "EUA",
    ),
    "UY": ("Uruguay", "Uruguai"),
    "VE": ("Venezuela",),
}

# Postal code: name and short forms.
SUBDIVISIONS: dict[str, dict[str, tuple[str, ...]]] = {
    "US": {
        "AL": ("Alabama", "Ala."),
        "AK": ("Alaska",),
        "AZ": ("Arizona", "Ariz."),
        "AR": ("Arkansas", "Ark."),
        "CA": ("California", "Calif.", "Cal."),
        "CO": ("Colorado", "Colo."),
        "CT": ("Connecticut", "Conn."),
        "DE": ("Delaware", "Del."),
        "DC": ("District of Columbia", "D.C."),
        "FL": ("Florida", "Fla."),
        "GA": ("Georgia",),
        "HI": ("Hawaii",),
        "ID": ("Idaho",),
        "IL": ("Illinois", "Ill."),
        "IN": ("Indiana", "Ind."),
        "IA": ("Iowa",),
        "KS": ("Kansas", "Kan.", "Kans."),
        "KY": ("Kentucky", "Ky."),
        "LA": ("Louisiana",),
        "ME": ("Maine",),
        "MD": ("Maryland", "Md."),
        "MA": ("Massachusetts", "Mass."),
        "MI": ("Michigan", "Mich."),
        "MN": ("Minnesota", "Minn."),
        "MS": ("Mississippi", "Miss."),
        "MO": ("Missouri", "Mo."),
        "MT": ("Montana", "Mont."),
        "NE": ("Nebraska", "Neb.", "Nebr."),
        "NV": ("Nevada", "Nev."),
        "NH": ("New Hampshire",),
        "NJ": ("New Jersey",),
        "NM": ("New Mexico",),
        "NY": ("New York", "New York State"),
        "NC": ("North Carolina", "Carolina del Norte", "Carolina do Norte"),
        "ND": ("North Dakota",),
        "OH": ("Ohio",),
        "OK": ("Oklahoma", "Okla."),
        "OR": ("Oregon", "Ore."),
        "PA": ("Pennsylvania", "Penn.", "Penna."),
        "RI": ("Rhode Island",),
        "SC": ("South Carolina", "Carolina del Sur", "Carolina do Sul"),
        "SD": ("South Dakota",),
        "TN": ("Tennessee", "Tenn."),
        "TX": ("Texas", "Tex."),
        "UT": ("Utah",),
        "VT": ("Vermont",),
        "VA": ("Virginia",),
        "WA": ("Washington", "Wash.", "Washington State"),
        "WV": ("West Virginia",),
        "WI": ("Wisconsin", "Wis.", "Wisc."),
        "WY": ("Wyoming", "Wyo."),
    },
    "CA": {
        "AB": ("Alberta", "Alta."),
        "BC": ("British Columbia",),
        "MB": ("Manitoba", "Man."),
        "NB": ("New Brunswick",),
        "NL": ("Newfoundland and Labrador",),
        "NS": ("Nova Scotia",),
        "NT": ("Northwest Territories",),
        "NU": ("Nunavut",),
        "ON": ("Ontario", "Ont."),
        "PE": ("Prince Edward Island",),
        "QC": ("Quebec", "Québec", "Que."),
        "SK": ("Saskatchewan", "Sask."),
        "YT": ("Yukon",),
    },
}


def name_key(text: str) -> str:
    """Return *text* as names of places are compared: `Port St. Lucie` → `port saint lucie`.

    Folded; full stops and apostrophes close up (`D.C.` is `dc`), other signs part words, and
    the usual abbreviations of saint, fort and mount are written out.
    """
    closed = "".join(
        " " if c == "." and _ends_word(text, at) else c
        for at, c in enumerate(text)
        if not (c in "'’" or (c == "." and not _ends_word(text, at)))
    )
    parts = "".join(c if c.isalnum() else " " for c in fold(closed)).split()
    return " ".join(_WRITTEN_OUT.get(part, part) for part in parts)


_WRITTEN_OUT = {"st": "saint", "ft": "fort", "mt": "mount"}


def _ends_word(text: str, at: int) -> bool:
    """Tell whether the full stop at *at* parts two words without a space: `St.Lucie`."""
    return at >= 2 and text[at - 2 : at].isalpha() and len(text) > at + 1 and text[at + 1].isalpha()


def country_code(text: str) -> str | None:
    """Return the ISO 3166-1 code of the country that *text* names, in any of three languages."""
    key = name_key(text)
    for code, names in COUNTRIES.items():
        if key == code.lower() or key in map(name_key, names):
            return code
    return None


def is_state(text: str) -> bool:
    """Tell whether *text* names a state or province of the US or Canada."""
    key = name_key(text)
    return any(
        key in subdivision_keys(country, code, None)
        for country, states in SUBDIVISIONS.items()
        for code in states
    )


def country_keys(code: str, name: str) -> set[str]:
    """Return the name keys of a country: its names in three languages and its code."""
    return {name_key(form) for form in (code, name, *COUNTRIES.get(code, ()))}


def written_names(country: str, code: str | None) -> list[str]:
    """Return the names of a state that are more than one word: Washington State.

    Short forms are not among them: Wash. and Miss. are words that mean something else, too.
    """
    return [name for name in SUBDIVISIONS.get(country, {}).get(code or "", ()) if " " in name]


def subdivision_keys(country: str, code: str | None, name: str | None) -> set[str]:
    """Return the name keys of a state, province or region: name, short forms, postal code."""
    forms = SUBDIVISIONS.get(country, {}).get(code or "", ())
    return {name_key(form) for form in (code, name, *forms) if form}
