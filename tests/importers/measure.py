"""How well figures are read from the pages' own lists: `python -m tests.importers.measure`.

    python -m tests.importers.measure [--pages FOLDER] [--misses]

Gold: of each page that has an "At a Glance" list, the metrics of its bundled story whose figure
stands in that list. A figure stands there if a number of the list, in digits or in words, is its
value, and is neither a year nor tied to a word by a hyphen (a 5-year plan). The story was written
from the whole page, so a value can stand in the list by chance, counting something else: those
are named in CHANCE, found by reading. Figures are compared as (value, unit), each once a page;
the nouns of pages are the units of docs/data-format.md on both sides, so a unit that was chosen
otherwise counts as wrong. Where the store has a figure that a page's list prints and we read, but
the store has it only in a statement (five times as many votes), it counts as wrong too.

Read: what `read` gives for each item of the list, as (value, unit), without those of no value.
A figure is right if it is in gold. Its direction is right if gold has that figure with that
direction. A direction told only elsewhere on the page counts as wrong all the same.
"""

from __future__ import annotations

import argparse
import json
import re
import unicodedata
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from wwc_cli.importers.metrics import read

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
PAGES = ROOT.parent / "shared" / "pages"
Figure = tuple[float, str]

# Values that a list has by chance: the story means another figure of the page.
CHANCE = {
    ("guatemala-city-gt", 6, "areas"),  # the list has six neighborhoods
    ("issaquah-wa", 37, "people"),  # the list has burglaries down by 37%
    ("monterrey-mx", 30, "areas"),  # the list has 30 projects
    ("rochester-mn", 1, "in ten"),  # the list has one of 15 cities
    ("rock-hill-sc", 2, "months"),  # the list has a share that doubled
    ("rock-hill-sc", 3, "complaints"),  # the list has three trees
}
_WORDS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve".split()
    )
}
_WORDS |= {"doubled": 2}
_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9}
_NUMBER = re.compile(
    r"(?<![\w-])(?:(?P<digits>\d+(?:,\d{3})*(?:\.\d+)?)|(?P<word>[a-z]+))(?![\w-])"
    r"(?:\s(?P<scale>thousand|million|billion))?"
)


class Score(NamedTuple):
    """Counts of one page, or of all: figures of gold, figures read, those right of them."""

    gold: int = 0
    read: int = 0
    right: int = 0
    ways_right: int = 0

    def plus(self, other: Score) -> Score:
        return Score(*(one + two for one, two in zip(self, other, strict=True)))

    @property
    def precision(self) -> float:
        return self.right / self.read if self.read else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 1.0

    @property
    def direction(self) -> float:
        return self.ways_right / self.right if self.right else 1.0

    def __str__(self) -> str:
        return (
            f"precision {self.right}/{self.read} = {self.precision:.3f}, "
            f"recall {self.right}/{self.gold} = {self.recall:.3f}, "
            f"direction {self.ways_right}/{self.right} = {self.direction:.3f}"
        )


def folded(text: str) -> str:
    flat = unicodedata.normalize("NFKD", text)
    return "".join(char for char in flat if not unicodedata.combining(char)).casefold()


def pages(folder: Path) -> dict[str, str]:
    """Return the longest text of each story page by its folded heading: `newark, new jersey, usa`.

    A file has several pages, and two files may have the same one.
    """
    found: dict[str, str] = {}
    for path in sorted(folder.glob("*.txt")):
        for block in path.read_text("utf-8").split("Join Our Certified Cities!"):
            lines = [line.strip() for line in block.splitlines() if line.strip()]
            lines = [line for line in lines if line not in ("Skip to main content", "Disclaimer")]
            if not lines or "Project Type:" not in block:
                continue
            heading = folded(lines[0])
            if len(block) > len(found.get(heading, "")):
                found[heading] = block
    return found


def glance(page: str) -> list[str]:
    """Return the items of the "At a Glance" list: the paragraphs set apart before the prose."""
    _, _, rest = page.partition("At a Glance")
    items = []
    for part in re.split(r"\n\s*\n\s*\n", rest):
        paragraph = part.strip()
        if paragraph:
            items.append(paragraph.split("\n\n")[0])
            if "\n\n" in paragraph:
                break
    return items


def values(items: list[str]) -> set[float]:
    """Return the numbers of a list, years left out."""
    found = set()
    for match in _NUMBER.finditer(" ".join(items).lower().replace("+", " ")):
        digits, word, scale = match["digits"], match["word"], match["scale"]
        if digits and re.fullmatch(r"(?:19|20)\d\d", digits):
            continue
        number = float(digits.replace(",", "")) if digits else _WORDS.get(word)
        if number is not None:
            found.add(number * _SCALES.get(scale or "", 1))
    return found


def stories() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the folded heading of the page of each bundled story, and the story."""

    def table(name: str) -> list[dict[str, Any]]:
        (records,) = json.loads((ROOT / "data" / f"{name}.json").read_text("utf-8")).values()
        return list(records.values())

    cities = {city["id"]: city for city in table("cities")}
    for story in table("stories"):
        city = cities[story["city_id"]]
        yield folded(f"{city['name']}|{city['subdivision'] or ''}|{city['country']}"), story


def page_of(place: str, found: dict[str, str]) -> str | None:
    """Return the page of a place: of its city, and of its state where two cities share a name."""
    name, subdivision, _ = place.split("|")
    fitting = [heading for heading in found if heading.partition(",")[0] == name]
    if len(fitting) > 1:
        fitting = [heading for heading in fitting if subdivision in heading]
    return found[fitting[0]] if fitting else None


def measured(folder: Path = PAGES) -> Iterator[tuple[str, Score, list[str]]]:
    """Yield each story with a list: its id, its score, and what went wrong in a line each."""
    found = pages(folder)
    for place, story in stories():
        page = page_of(place, found)
        items = glance(page) if page else []
        if not items:
            continue
        listed = values(items)
        gold: dict[Figure, set[str]] = defaultdict(set)
        for metric in story["metrics"]:
            value, unit = metric["value"], metric["unit"]
            if value in listed and (story["id"], value, unit) not in CHANCE:
                gold[value, unit].add(metric["direction"])
        ours: dict[Figure, set[str]] = defaultdict(set)
        for item in items:
            for metric_read in read(item):
                if metric_read["value"] is not None:
                    figure = (metric_read["value"], str(metric_read["unit"]))
                    ours[figure].add(metric_read["direction"])
        right = gold.keys() & ours.keys()
        wrong_ways = [figure for figure in sorted(right) if not ours[figure] <= gold[figure]]
        misses = [f"not read: {_shown(figure)}" for figure in sorted(gold.keys() - right)]
        misses += [f"not in the store: {_shown(figure)}" for figure in sorted(ours.keys() - right)]
        misses += [
            f"direction of {_shown(figure)}: {'/'.join(sorted(ours[figure]))}, "
            f"not {'/'.join(sorted(gold[figure]))}"
            for figure in wrong_ways
        ]
        score = Score(len(gold), len(ours), len(right), len(right) - len(wrong_ways))
        yield story["id"], score, misses


def _shown(figure: Figure) -> str:
    return f"{figure[0]:,g} {figure[1]}" if figure[0] < 1e6 else f"{figure[0]:,.0f} {figure[1]}"


def total(folder: Path = PAGES) -> Score:
    """Return the score of all pages together."""
    whole = Score()
    for _, score, _ in measured(folder):
        whole = whole.plus(score)
    return whole


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.importers.measure")
    parser.add_argument("--pages", type=Path, default=PAGES, help="folder of the saved pages")
    parser.add_argument("--misses", action="store_true", help="name what went wrong")
    options = parser.parse_args()
    for story_id, score, misses in measured(options.pages):
        print(f"{story_id:20} {score}")
        if options.misses:
            print("".join(f"{'':20}   {miss}\n" for miss in misses), end="")
    print(f"{'all':20} {total(options.pages)}")


if __name__ == "__main__":
    main()
