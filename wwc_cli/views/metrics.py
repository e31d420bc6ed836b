"""Figures as one table: what is measured alike under one name, each with its period and basis."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from wwc_cli.core.figures import measure
from wwc_cli.core.naming import called
from wwc_cli.core.text import count, join
from wwc_cli.views import phrases
from wwc_cli.views.model import Answer, Heading, Note, Sections, Span, Steps, column

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from wwc_cli.core.answers import Figure
    from wwc_cli.core.metrics import Found
    from wwc_cli.views.model import Block, Inline

_PLACE = ("city_id", "city", "subdivision", "country", "country_code")
_STORY = ("story_id", "headline", "coverage", "origin")
_METRIC = (
    *("statement", "value", "from_value", "unit", "direction", "subject", "theme", "kind"),
    *("qualifier", "period", "baseline_period"),
)
COLUMNS = [
    column(name, {"subdivision": "state"}.get(name))
    for name in (*_PLACE, *_STORY, *_METRIC, "basis", "source_id", "source_url")
]
_HEADERS = ["City", "What", "Figure", "Period", "Basis", "As the store puts it", "Ref"]
_STATEMENT, _REF = 5, 6
_KINDS = {"outcome": "outcomes", "output": "outputs", "target": "targets", "context": "context"}
_NO_NUMBER = "–"
MOST_UNITS = 6  # that a footer counts one by one


def metrics(found: Found) -> Answer:
    """Return the answer of metrics."""

    def sheet() -> Sequence[Block]:
        if not found.figures:
            return [Note("No figure found. wwc topics has the themes on which there are figures.")]
        return [
            _table(found),
            *_sources(found.figures),
            Note(_footer(found)),
            Note(_remarks(found)),
        ]

    return Answer(found.figures, found.figures, COLUMNS, sheet, "Figures")


def _table(found: Found) -> Sections:
    """Return the figures in sections; by city, a section has its name and no column for it."""
    refs = _numbered(found.figures)
    # Two cities of one name are told apart by where they lie; of the others the sources tell it.
    names = Counter(name for _, name in {(f["city_id"], f["city"]) for f in found.figures})
    kept = range(1 if found.sort == "city" else 0, len(_HEADERS))

    of_one_kind = len({figure["kind"] for figure in found.figures}) == 1

    def is_ranked(figure: Figure) -> bool:
        return found.sort == "value" and measure(figure) is not None

    def section(figure: Figure) -> str:
        name = _NAMES[found.sort](figure)
        is_named = is_ranked(figure) and not of_one_kind
        return f"{name}: {_KINDS[figure['kind']]}" if is_named else name

    def row(figure: Figure) -> list[Inline]:
        is_told = is_ranked(figure) or of_one_kind or figure["kind"] == "outcome"
        cells: list[Inline] = [
            figure["city"] if names[figure["city"]] == 1 else called(figure),
            figure["subject"] if is_told else f"{figure['subject']} ({figure['kind']})",
            [Span(_amount(figure), "figure")],
            _period(figure),
            _basis(figure),
            figure["statement"],
            str(refs.get(figure["source_id"], "")),
        ]
        return [cells[at] for at in kept]

    sections = [
        (name, [row(figure) for figure in figures])
        for name, figures in groupby(found.figures, key=section)
    ]
    return Sections(
        [_HEADERS[at] for at in kept],
        sections,
        right=[_REF - kept.start],
        spare=[_STATEMENT - kept.start],
    )


def _amount(figure: Figure) -> str:
    """Return a figure as written; a dash, and the way it went, where the page gives no number."""
    return (
        phrases.amount(figure).replace("(no figure)", _NO_NUMBER).replace("no figure", _NO_NUMBER)
    )


def _period(figure: Figure) -> str:
    return phrases.date(figure["period"]) if figure["period"] else "not said"


def _basis(figure: Figure) -> str:
    """Return what a change is measured against; nothing for what is no change."""
    if figure["basis"] == "baseline":
        return f"against {phrases.date(figure['baseline_period'] or '')}"
    if figure["basis"] == "start-value":
        return "start value"
    return "no baseline" if figure["direction"] != "none" else ""


def _by_measure(figure: Figure) -> str:
    """Return the name under which a figure is ranked: its unit and the way it went."""
    unit = measure(figure)
    if unit is None:
        return "Without a number"
    named = unit[0].upper() + unit[1:]
    if figure["direction"] == "none":
        return f"{named}, no change told"
    between = " from one value to another" if figure["from_value"] is not None else ""
    return f"{named}, {figure['direction']}{between}"


_NAMES: dict[str, Callable[[Figure], str]] = {
    "value": _by_measure,
    "city": called,
    "theme": lambda figure: phrases.words(figure["theme"]).capitalize(),
    "period": lambda _figure: "Newest first",
}


def _numbered(figures: Sequence[Figure]) -> Mapping[str | None, int]:
    """Return the number of each source that *figures* are from, in their order."""
    ids = dict.fromkeys(figure["source_id"] for figure in figures if figure["source_id"])
    return {source_id: at for at, source_id in enumerate(ids, start=1)}


def _sources(figures: Sequence[Figure]) -> list[Block]:
    """Return the sources by the numbers that the table has for them."""
    stories = {figure["source_id"]: figure for figure in figures if figure["source_id"]}
    cited = [stories[source_id] for source_id in _numbered(figures) if source_id]
    return [Heading("Sources"), Steps([_source(figure) for figure in cited])] if cited else []


def _source(figure: Figure) -> Inline:
    parts: list[str | Span] = [f"{called(figure)}: {figure['headline']}."]
    if figure["coverage"] == "brief":
        parts.append(Span(" (in brief)", "muted"))
    if figure["origin"] == "library":
        parts.append(Span(" (your library)", "muted"))
    if figure["source_url"]:
        parts += [" ", Span(figure["source_url"], "link")]
    return parts


def _footer(found: Found) -> str:
    figures = f"{count(found.total, 'figure')} of {count(found.cities, 'city', 'cities')}"
    if len(found.figures) < found.total:
        figures += f", the first {len(found.figures):,} shown"
    units = [
        f"{number:,} without a number" if unit is None else f"{number:,} in {unit}"
        for unit, number in found.units.items()
    ]
    if len(units) > MOST_UNITS:
        rest = sum(list(found.units.values())[MOST_UNITS - 1 :])
        units = [*units[: MOST_UNITS - 1], f"{rest:,} in other units"]
    return f"{figures}: {join(units)}."


def _remarks(found: Found) -> str:
    kinds = {figure["kind"] for figure in found.figures}
    if len(kinds) == 1:
        said = f"All are {_KINDS[kinds.pop()]}. "
    else:
        said = "What is not an outcome says so. "
    return (
        f"{said}Basis is what the page measures a change against: a time or a group, or the value"
        " at the start; “no baseline” where it names none. Figures are the pages' own: none was"
        " computed or checked, and only those under one name are ranked."
    )
