"""An entry on the program with what belongs to it: members, counts, stories, sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wwc_cli.core import entries
from wwc_cli.core.naming import story_name
from wwc_cli.shape import Shape

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wwc_cli.core.answers import Explanation, StoryName
    from wwc_cli.core.catalogue import Catalogue
    from wwc_cli.core.records import Entry, Statement

# Entries that count cities of the catalogue; a level counts those at that level.
_COUNTING = frozenset({entries.OVERVIEW, "certification", "levels"})
MOST_STORIES = 50  # of an entry: a library may have thousands on one practice


class Found(Shape):
    """The explanation of an entry, and a remark where the way to it should be told."""

    explanation: Explanation
    remark: str | None


def about(text: str, catalogue: Catalogue) -> Found:
    """Return what is known of what *text* names; of the whole program where it is empty.

    Raises `UnknownName` where it names nothing, or several entries.
    """
    found = entries.entry(text, catalogue)
    return Found(explanation(found.entry, catalogue), found.remark)


def explanation(entry: Entry, catalogue: Catalogue) -> Explanation:
    """Return *entry* with what belongs to it.

    `members` are all entries below it, in the order of the store; of the overview, the parts, the
    practice areas and the questions; of the glossary, all with a name in another language, by
    the English one. `stories` are at most 50: those it names, then those of its practices (first
    where the practice is most central) and of its topics, in the order of the store. `sources`
    come in the order in which the statements cite them; under `sources`, those of all entries.
    """
    every = catalogue.entries()
    members = _members(entry, every)
    citing = every if entry["id"] == "sources" else [entry, *members]
    cited = [i for each in citing for said in each["text"] for i in said["source_ids"]]
    return {
        **entry,
        "text": [*entry["text"], *_counted(entry, every, catalogue)],
        "members": members,
        "stories": _stories(entry, catalogue),
        "sources": catalogue.sources(cited),
    }


def _members(entry: Entry, every: Sequence[Entry]) -> list[Entry]:
    if entry["id"] == entries.OVERVIEW:
        return [each for each in every if each["kind"] in {"area", "question"}
                or each["parent"] == entry["id"]]  # fmt: skip
    if entry["id"] == "glossary":
        return _terms(every)
    below = {entry["id"]}
    members = []
    for each in every:  # an entry comes before those below it
        if each["parent"] in below:
            below.add(each["id"])
            members.append(each)
    return members


def _counted(entry: Entry, every: Sequence[Entry], catalogue: Catalogue) -> Iterator[Statement]:
    """Yield what is counted in the catalogue, and so changes with it."""
    said = []
    if entry["kind"] == "level" or entry["id"] in _COUNTING:
        said.append(_cities(entry, catalogue))
    if entry["id"] in {entries.OVERVIEW, "glossary"}:
        said.append(f"The glossary has {len(_terms(every))} terms.")
    if said:
        yield {"text": " ".join(said), "basis": "counted", "source_ids": []}


def _terms(every: Sequence[Entry]) -> list[Entry]:
    """Return the glossary: the entries that have a name in another language, by the English one."""
    named = [each for each in every if each["term"]["es"] or each["term"]["pt"]]
    return sorted(named, key=lambda each: each["term"]["en"].casefold())


def _cities(entry: Entry, catalogue: Catalogue) -> str:
    """Return in words how many certified cities are at the level of *entry*, or at each."""
    from wwc_cli.core.certified import LEVELS, Wanted, certified

    levels = [row["level"] for row in certified(Wanted(), catalogue)]
    if entry["kind"] == "level":
        at = levels.count(entry["id"])  # type: ignore[arg-type]  # the ids of levels are levels
        return (
            f"By the latest level that a source states, {at} of the {len(levels)} certified cities"
            f" here are at {entry['id']}: wwc list-certified --level {entry['id']}."
        )
    shares = [f"{levels.count(level)} at {level}" for level in LEVELS]
    shares.append(f"{levels.count(None)} at a level nobody states")
    return f"{len(levels)} certified cities are known here: {', '.join(shares)}."


def _stories(entry: Entry, catalogue: Catalogue) -> list[StoryName]:
    numbers = catalogue.story_numbers(entry["story_ids"])
    named = [numbers[story_id] for story_id in entry["story_ids"] if story_id in numbers]
    tagged = [
        number
        for kind, values in (
            ("first-practice", entry["practices"]),
            ("practice", entry["practices"]),
            ("topic", entry["topics"]),
        )
        for _, number in (catalogue.tagged(kind, values) if values else ())
    ]
    wanted = list(dict.fromkeys([*named, *tagged]))[:MOST_STORIES]
    cards = catalogue.cards(wanted)
    return [story_name(cards[number]) for number in wanted]
