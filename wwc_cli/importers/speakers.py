"""Who speaks: a name and a role out of a line below a quotation, or beside one in a sentence.

Pages write both orders: `Daniela Peñaloza, Mayor` and `City Manager Jay Melder`.
"""

from __future__ import annotations

import re

from wwc_cli.core.text import fold
from wwc_cli.shape import Shape

# Words that say what somebody is; the last of them in a line ends the role before a name.
ROLES = frozenset(
    """mayor vice deputy councilor councillor councilmember councilman councilwoman council
    manager director officer chief secretary administrator analyst planner coordinator commissioner
    president chair chairman chairwoman chairperson lead leader head founder attorney lawyer
    engineer specialist strategist advisor adviser supervisor superintendent scientist economist
    librarian member resident residents owner professor researcher student teacher nurse doctor
    physician beneficiary volunteer participant executive treasurer comptroller controller
    governor minister judge sergeant captain lieutenant assistant associate spokesperson
    spokeswoman spokesman representative consultant organizer caregiver neighbor partner fellow
    alcalde alcaldesa intendente intendenta director directora secretario secretaria subsecretaria
    subsecretario prefeito prefeita jefe jefa gerente lider coordinador coordinadora vecino vecina
    presidente presidenta""".split()
)
# What departments are called: in `Director of Environmental Programs Patrick Hanlon` they part
# the role from the name.
_DEPARTMENTS = frozenset(
    """programs program technology innovation planning services service development finance health
    police fire works parks recreation analytics data performance management operations affairs
    communications communication transportation housing resources department office division city
    county environmental education security safety government strategy initiatives engagement
    equity sustainability infrastructure it cio ceo cfo coo cto it/cio innovation/cio staff human
    public community neighborhood neighborhoods economic digital information budget procurement
    resilience mobility water energy utilities justice inclusion diversity relations partnerships
    policy research culture arts tourism trade labor employment workforce administration law
    counsel courts court library libraries emergency response prevention transparency""".split()
)
_PARTICLES = frozenset(
    "de del la las los da das do dos di van von der den y e of bin al el".split()
)
_LONGEST = 160  # characters of a line that says who speaks
_ASIDE = re.compile(r"\s*\([^()]{0,80}\)\s*$")
_LEADING = re.compile(r"^[\s—–―~-]+")
_CAPTION = re.compile(
    r"\b(?:courtesy\b|photo(?:graph)?s?\s*(?:by\b|:|credit\b)"
    r"|image\s*(?:by\b|:|credit\b|source\b)"
    r"|credits?\s*:|pictured\b|from left\b|foto\s*:|cortes[ií]a\b)",
    re.IGNORECASE,
)
_PICTURE = re.compile(
    r"^(?:photo|image|infographic|picture|figure|map|foto|imagen)s?\b", re.IGNORECASE
)


class Speaker(Shape):
    """Who speaks: `name` is `None` where the page names only a role, and the other way round."""

    name: str | None
    role: str | None


def is_caption(text: str) -> bool:
    """Tell whether a line says what a picture shows, or whose it is."""
    return bool(_CAPTION.search(text) or _PICTURE.match(text))


def speaker(line: str, *, is_sure: bool) -> Speaker | None:
    """Return who a line names; `None` where it is none that names a speaker.

    *is_sure* says that a quotation stands right above. Otherwise the line must name a role, too,
    in words that only roles have.
    """
    beginning = line[: 2 * _LONGEST]  # of what is far too long, no more is looked at
    text = _ASIDE.sub("", _LEADING.sub("", beginning)).strip(" ,")
    if not _may_name_someone(text):
        return None
    name, _, role = (part.strip() for part in text.partition(","))
    if role and _is_name(name):
        if not is_sure and not _has_role(role):
            return None
        return Speaker(name, role)
    found = _role_first(text)
    if found and (is_sure or " " in (found.name or "")):
        return found
    if is_sure and (_is_name(text) or _has_role(text)):
        return Speaker(text, None) if _is_name(text) else Speaker(None, text)
    return None


def _may_name_someone(text: str) -> bool:
    """Tell whether a line is short, and neither a sentence nor a caption nor a quotation."""
    if not text or len(text) > _LONGEST or is_caption(text):
        return False
    if text[0] in '“"•' or text[0].isdigit():
        return False
    return not text.endswith((".", "!", "?", ":")) or _ends_in_initials(text)


def _ends_in_initials(text: str) -> bool:
    return bool(re.search(r"\b(?:Jr|Sr|Ph\.?D|M\.?D|Esq|[A-Z]\.[A-Z])\.$", text))


def _role_first(text: str) -> Speaker | None:
    """Return the speaker of `Mayor Ras Baraka`: the name is what follows the last role."""
    tokens = text.split()
    last = max((at for at, token in enumerate(tokens) if _key(token) in ROLES), default=-1)
    if last < 0:
        return None
    start = last + 1
    rest = tokens[start:]
    if (rest and _key(rest[0]) in {"of", "for", "to", "and", "&", "de", "del"}) or _is_department(
        rest
    ):
        # Back from the end: a name has no department in it.
        start = len(tokens)
        while start > last + 1 and len(tokens) - start < 4 and _may_name(tokens[start - 1]):
            start -= 1
    name, role = " ".join(tokens[start:]), " ".join(tokens[:start]).strip(" ,")
    return Speaker(name, role) if _is_name(name) else None


def _is_department(tokens: list[str]) -> bool:
    return bool(tokens) and any(_key(token) in _DEPARTMENTS for token in tokens)


def _may_name(token: str) -> bool:
    key = _key(token)
    return key in _PARTICLES - {"of", "e"} or (
        token[:1].isupper() and key not in _DEPARTMENTS and key not in ROLES and "/" not in token
    )


def _is_name(text: str) -> bool:
    """Tell whether *text* looks like the name of a person, and not like a role or a sentence."""
    tokens = text.split()
    if not 1 <= len(tokens) <= 6 or any(c.isdigit() for c in text):
        return False
    if tokens[0][:1].islower() or tokens[-1][:1].islower():
        return False
    if any(_key(token) in ROLES for token in tokens) or "/" in text or "&" in text:
        return False
    return all(token[:1].isupper() or _key(token) in _PARTICLES for token in tokens)


def _has_role(text: str) -> bool:
    return any(_key(token) in ROLES for token in re.split(r"[\s,/-]+", text))


def _key(token: str) -> str:
    return fold(token).strip(".,;:()’'\"“”").removesuffix("’s")
