"""What is cited for a story: the page it was written from, as the programme published it.

A citation holds one item in the shape of CSL-JSON, which wwc_cli/styles/ turns into text.
How the store itself is cited is in dataset.py.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wwc_cli.core.naming import called
from wwc_cli.core.profile import source_ids
from wwc_cli.core.text import fold
from wwc_cli.errors import UsageProblem
from wwc_cli.shape import Shape

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from wwc_cli.core.catalogue import Catalogue
    from wwc_cli.core.citation_records import Citation, CslDate, Item
    from wwc_cli.core.records import City, Source, Story

IN_A_LIST = "Seen in a list at this address"
# On the programme's site such a query names a filter: what it leads to is a list that changes.
_LIST = re.compile(r"[?&]cities_\w+=")
_DATE = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?")


class Bibliography(Shape):
    """What was found to cite, and what to tell of cities for which there was nothing."""

    citations: Sequence[Citation]
    remark: str | None = None


class Wanted(Shape):
    """What is to be cited: the cities that these names name, or the store."""

    names: Sequence[str] = ()
    all_sources: bool = False
    data: bool = False


def check(wanted: Wanted) -> None:
    """Raise `UsageProblem` where there is nothing to cite, or both cities and the store."""
    if not wanted.names and not wanted.data:
        raise UsageProblem(
            "There is nothing to cite.",
            hint="Name a city: wwc cite Newark. The store itself: wwc cite --data",
        )
    if wanted.data and (wanted.names or wanted.all_sources):
        raise UsageProblem(
            "--data cites the store itself, and nothing else.",
            hint="Cite cities by themselves: wwc cite Newark",
        )


def bibliography(
    cities: Iterable[City], catalogue: Catalogue, *, all_sources: bool
) -> Bibliography:
    """Return what to cite for *cities*, in their order, each source once.

    That is the page of each of their stories; with *all_sources* also the other sources of the
    stories, then of the events (newest first), then of the population.
    """
    wanted: list[_Source] = []
    remarks = []
    for city in {each["id"]: each for each in cities}.values():
        stories = catalogue.stories_of(city["id"])
        wanted += _pages(stories)
        if all_sources:
            wanted += _others(city, stories, catalogue)
        elif not stories:
            remarks.append(
                f"There is no story of {called(city)}.\n"
                f"To cite what else is known of it: wwc cite {city['id']} --all-sources"
            )
    return Bibliography(_citations(wanted, catalogue), "\n".join(remarks) or None)


def items(stories: Iterable[Story], catalogue: Catalogue) -> list[Citation]:
    """Return the citations of the pages of *stories*, in their order, each page once.

    A story is cited by its first source, the page it was written from; one whose source is
    nowhere described, by its headline.
    """
    return _citations(_pages(stories), catalogue)


class _Source(Shape):
    """A source to cite for a city; for which story, and whether as its page."""

    city_id: str
    story: Story | None
    source_id: str | None
    is_page: bool = False


def _pages(stories: Iterable[Story]) -> list[_Source]:
    return [
        _Source(story["city_id"], story, next(iter(story["source_ids"]), None), is_page=True)
        for story in stories
    ]


def _others(city: City, stories: Sequence[Story], catalogue: Catalogue) -> Iterator[_Source]:
    for story in stories:
        for source_id in story["source_ids"][1:]:
            yield _Source(city["id"], story, source_id)
    for source_id in source_ids(city, [], catalogue.standing(city["id"])):
        yield _Source(city["id"], None, source_id)


def _citations(wanted: Sequence[_Source], catalogue: Catalogue) -> list[Citation]:
    known = {
        source["id"]: source
        for source in catalogue.sources(each.source_id for each in wanted if each.source_id)
    }
    cited: dict[str, Citation] = {}
    keys: set[str] = set()
    for each in wanted:
        source, story = known.get(each.source_id or ""), each.story
        record = source or story
        if record is None or (mark := f"{source is None} {record['id']}") in cited:
            continue
        key = _key(record["id"], keys)
        city = catalogue.city(each.city_id)
        cited[mark] = {
            "story_id": story["id"] if story else None,
            "city_id": each.city_id,
            "city": city["name"] if city else each.city_id,
            "source_id": source["id"] if source else None,
            "key": key,
            "item": _of_source(key, source, is_page=each.is_page)
            if source
            else {"id": key, "type": "webpage", "title": story["headline"] if story else ""},
        }
    return list(cited.values())


def _of_source(key: str, source: Source, *, is_page: bool) -> Item:
    """Return a source as CSL-JSON, only what is known of it; *is_page*: as the page of a story."""
    title = source["title"] or source["url"] or source["id"]
    item: Item = {"id": key, "type": "webpage", "title": title}
    if source["publisher"]:
        item["author"] = [{"literal": source["publisher"]}]
    if source["published"]:
        item["issued"] = csl_date(source["published"])
    if source["accessed"]:
        item["accessed"] = csl_date(source["accessed"])
    if source["url"]:
        item["URL"] = source["url"]
        if is_page and _LIST.search(source["url"]):
            item["genre"] = IN_A_LIST
    if source["language"]:
        item["language"] = source["language"]
    if source["note"]:
        item["note"] = source["note"]
    return item


def csl_date(text: str) -> CslDate:
    """Return a date of ours as CSL-JSON has it: `2025-02` → `{"date-parts": [[2025, 2]]}`."""
    if date := _DATE.fullmatch(text):
        return {"date-parts": [[int(part) for part in date.groups() if part]]}
    return {"literal": text}


def _key(record_id: str, taken: set[str]) -> str:
    """Return the key of a source, and take it: `story-newark-nj` → `wwc-newark-nj`.

    It follows from the id alone, unless two ids differ in nothing but what a key cannot hold.
    """
    name = re.sub(r"[^a-z0-9]+", "-", fold(record_id)).strip("-")
    key = wanted = f"wwc-{re.sub('^(story|wwc)-', '', name) or 'source'}"
    number = 1
    while key in taken:
        number += 1
        key = f"{wanted}-{number}"
    taken.add(key)
    return key
