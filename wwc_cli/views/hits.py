"""The stories that a search found, as a ranked list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wwc_cli.views.model import Answer, Column, Note, Span, Table, column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wwc_cli.core.answers import Hit, Match
    from wwc_cli.core.search import Found
    from wwc_cli.views.model import Block, Inline

COLUMNS = [
    column("id"),
    column("city_id"),
    column("city"),
    column("subdivision", "state"),
    column("country"),
    column("country_code"),
    column("headline"),
    column("topics"),
    column("level"),
    column("level_date"),
    column("coverage"),
    column("origin"),
    column("score"),
    Column(
        "matched",
        "matched",
        lambda hit: [f"{m['field']}:{m['term']}:{m['via']}" for m in hit["matched"]],
    ),
    column("snippet"),
    column("source_url"),
]


def hits(found: Found, *, is_ranked: bool, explain: bool) -> Answer:
    """Return the answer of a search; *explain* adds where each hit was found."""

    def sheet() -> Sequence[Block]:
        from wwc_cli.core.text import count

        if not found.hits:
            nothing = f"No story found; {count(found.searched, 'story', 'stories')} searched."
            topics = f" Topics to try: {', '.join(found.near)}." if found.near else ""
            return [Note(nothing + topics)]
        rank = ["#"] if is_ranked else []
        rows: list[list[Inline]] = [
            [
                *([str(at)] if is_ranked else []),
                _city(hit),
                _story(hit, explain=explain),
                *([str(hit["score"])] if is_ranked else []),
            ]
            for at, hit in enumerate(found.hits, start=1)
        ]
        headers = [*rank, "City", "Story", *(["Score"] if is_ranked else [])]
        right = (0, 3) if is_ranked else ()
        return [Table(headers, rows, right=right), Note(_footer(found))]

    title = f"Stories on “{found.typed}”" if is_ranked else "Stories"
    return Answer(found.hits, found.hits, COLUMNS, sheet, title)


def _city(hit: Hit) -> Inline:
    from wwc_cli.core.naming import near_place  # for drawing only, as phrases

    parts: list[str | Span] = [Span(hit["city"], "strong"), "\n", near_place(hit), "\n"]
    level = hit["level"]
    if level:
        parts += [Span(level, level), " "]
    return [*parts, Span(hit["city_id"], "id")]


def _story(hit: Hit, *, explain: bool) -> Inline:
    parts: list[str | Span] = [Span(hit["headline"], "strong")]
    if hit["coverage"] == "brief":
        from wwc_cli.views import phrases

        parts.append(Span(phrases.BRIEF, "muted"))
    if hit["origin"] == "library":
        parts.append(Span(" (your library)", "muted"))
    if hit["snippet"]:
        parts += ["\n", *marked(hit["snippet"])]
    elif hit["topics"]:
        from wwc_cli.views import phrases

        parts += ["\n", ", ".join(map(phrases.words, hit["topics"]))]
    if explain and hit["matched"]:
        parts += ["\n", Span(f"found by {_reasons(hit['matched'])}", "muted")]
    return parts


def marked(snippet: str) -> list[str | Span]:
    """Return a snippet with its `**` turned into spans."""
    return [
        Span(part, "match") if at % 2 else part
        for at, part in enumerate(snippet.split("**"))
        if part
    ]


def _reasons(matches: Sequence[Match]) -> str:
    """Return matches by term: `traffic in headline, metrics; safety (stem) in topics`."""
    fields: dict[tuple[str, str], list[str]] = {}
    for match in matches:
        fields.setdefault((match["term"], match["via"]), []).append(match["field"])
    return "; ".join(
        f"{term}{'' if via == 'word' else f' ({via})'} in {', '.join(where)}"
        for (term, via), where in fields.items()
    )


def _footer(found: Found) -> str:
    from wwc_cli.core.text import count

    shown, total = len(found.hits), found.total
    stories = count(total, "story", "stories")
    if shown < total:
        stories += f", the first {shown} shown (--limit 0 shows all)"
    from wwc_cli.views import phrases

    return f"{stories}. wwc show CITY has a story whole.{phrases.in_brief(found.hits)}"
