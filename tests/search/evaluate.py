"""`python -m tests.search.evaluate [FILE]`: how good search is, beside plain FTS5 and thefuzz.

Prints nDCG at 5 and mean reciprocal rank by kind of query, all three on the same catalogue in
one run; with `--misses` the queries that are not answered perfectly, with `--library FILE` on
the store and that library together, with `--full` wwc alone among the stories in full, by their
own grades: what the stories in brief change for these.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tests.search import judged
from wwc_cli import paths
from wwc_cli.core import search as finding
from wwc_cli.core.catalogue import open_catalogue
from wwc_cli.core.text import words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from wwc_cli.core.catalogue import Catalogue


def wwc(catalogue: Catalogue, coverages: Sequence[str] = ()) -> Callable[[str], Sequence[str]]:
    """Return the search of wwc."""

    def search(text: str) -> list[str]:
        wanted = finding.Wanted(text=text, limit=10, coverages=coverages)
        return [hit["id"] for hit in finding.search(wanted, catalogue).hits]

    return search


def plain_fts5(catalogue: Catalogue) -> Callable[[str], Sequence[str]]:
    """Return FTS5 as it is: any of the words, unweighted BM25."""

    def search(text: str) -> list[str]:
        expression = " OR ".join(f'"{word}"' for word in words(text))
        if not expression:
            return []
        rows = catalogue.rows(
            "SELECT story.id FROM story_text JOIN story ON story.number = story_text.rowid"
            " WHERE story_text MATCH ? ORDER BY rank LIMIT 10",
            [expression],
        )
        return [story for (story,) in rows]

    return search


def thefuzz_alone(catalogue: Catalogue) -> Callable[[str], Sequence[str]]:
    """Return thefuzz over the whole text of each story."""
    from thefuzz import fuzz, process

    texts = {
        row[0]: "\n".join(row[2:])
        for row in catalogue.rows(
            "SELECT story.id, story_text.rowid, story_text.* FROM story_text"
            " JOIN story ON story.number = story_text.rowid"
        )
    }

    def search(text: str) -> list[str]:
        found = process.extract(text, texts, scorer=fuzz.token_set_ratio, limit=10)
        return [story for _, _, story in found]

    return search


def main() -> None:
    """Print the table."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    arguments.add_argument("file", nargs="?", type=Path, default=judged.QUERIES)
    arguments.add_argument("--library", default="", help="a library.json to search with the store")
    arguments.add_argument("--misses", action="store_true")
    arguments.add_argument("--full", action="store_true", help="of the stories in full alone")
    asked = arguments.parse_args()
    queries = judged.read(asked.file)
    with tempfile.TemporaryDirectory() as folder:
        catalogue = open_catalogue(
            store_folder=paths.store(),
            library_path=asked.library or f"{folder}/none",
            cache_folder=folder,
        )
        if catalogue.warning:
            raise SystemExit(catalogue.warning)
        if asked.full:
            queries = judged.among(queries, _in_full(catalogue))
            searches = {"wwc": wwc(catalogue, ["full"])}
        else:
            searches = {
                "wwc": wwc(catalogue),
                "plain FTS5": plain_fts5(catalogue),
                "thefuzz": thefuzz_alone(catalogue),
            }
        tables = {name: judged.by_kind(queries, search) for name, search in searches.items()}
        if asked.misses:
            misses(queries, searches["wwc"])
    print(f"{'kind':10} {'queries':>7}" + "".join(f" {name + ' nDCG':>16} MRR " for name in tables))
    for kind in sorted(tables["wwc"], key=lambda kind: (kind == "all", kind)):
        marks = "".join(
            f" {table[kind][1]:16.3f} {table[kind][2]:.2f}" for table in tables.values()
        )
        print(f"{kind:10} {tables['wwc'][kind][0]:7}{marks}")


def _in_full(catalogue: Catalogue) -> set[str]:
    everything = finding.Wanted(limit=0, coverages=["full"])
    return {hit["id"] for hit in finding.search(everything, catalogue).hits}


def misses(queries: Sequence[judged.Judged], search: Callable[[str], Sequence[str]]) -> None:
    """Print the queries whose first five are not as they should be."""
    for each in queries:
        ranked = search(each["query"])
        if (mark := judged.ndcg(ranked, each["relevant"])) < 0.999:
            print(f"{mark:.2f} {each['kind']}: {each['query']}")
            print(f"     wanted {each['relevant']}\n     got    {ranked[:6]}")


if __name__ == "__main__":
    main()
