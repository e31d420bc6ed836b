"""Citations as BibTeX, for LaTeX with BibTeX or biber, and for reference managers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wwc_cli.styles.prose import address, date_parts, one_line

if TYPE_CHECKING:
    from wwc_cli.core.citation_records import Item

# What LaTeX would obey. Braces have names, since BibTeX counts them even after a backslash.
_COMMANDS = {
    "\\": r"{\textbackslash}", "{": r"{\textbraceleft}", "}": r"{\textbraceright}",
    "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_",
    "~": r"{\textasciitilde}", "^": r"{\textasciicircum}", "`": r"{\textasciigrave}",
    "<": r"{\textless}", ">": r"{\textgreater}", "|": r"{\textbar}",
}  # fmt: skip
_ESCAPES = str.maketrans(_COMMANDS)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def bibtex(item: Item) -> str:
    """Return an entry of type `misc`, which every style knows; a field a line.

    Text is UTF-8. A second pair of braces keeps the capitals of the title, and the author one
    name. What is not known has no field. `note` is printed by most styles, `annote` by none.
    """
    fields: dict[str, str] = {}
    if "author" in item:
        names = [f"{{{_escaped(name['literal'])}}}" for name in item["author"]]
        fields["author"] = f"{{{' and '.join(names)}}}"
    fields["title"] = f"{{{{{_escaped(item['title'])}}}}}"
    if "issued" in item:
        fields |= _date(item)
    if item["type"] == "dataset":
        fields["howpublished"] = "{Data set}"
    if "version" in item:
        fields["version"] = _braced(item["version"])
    if "URL" in item:
        fields["url"] = f"{{{address(item)}}}"  # read as it stands, so not escaped
    if "accessed" in item:
        parts = [part for part in date_parts(item["accessed"]) if part]
        iso = "-".join(f"{part:02}" for part in parts)
        fields["urldate"] = f"{{{iso}}}" if iso else _braced(item["accessed"].get("literal", ""))
    if "language" in item:
        fields["language"] = _braced(item["language"])
    fields |= _notes(item)
    lines = [f"  {name} = {value}," for name, value in fields.items()]
    return "\n".join([f"@misc{{{item['id']},", *lines, "}"])


def _notes(item: Item) -> dict[str, str]:
    printed, kept = item.get("genre"), item.get("note")
    if item["type"] == "dataset":
        printed, kept = kept, None
    notes = {"note": printed, "annote": kept, "abstract": item.get("abstract")}
    return {name: _braced(text) for name, text in notes.items() if text}


def _date(item: Item) -> dict[str, str]:
    year, month, day = date_parts(item["issued"])
    if year is None:
        return {"year": _braced(item["issued"].get("literal", ""))}
    made = {"year": f"{{{year:04}}}"}
    if month:
        made["month"] = _MONTHS[month - 1]  # a name of BibTeX's own, so without braces
    if day:
        made["day"] = f"{{{day}}}"
    return made


def _braced(text: str) -> str:
    return f"{{{_escaped(text)}}}"


def _escaped(text: str) -> str:
    return one_line(text).translate(_ESCAPES).replace("--", "-{}-")
