"""Judged queries, and how good a ranking is by them: nDCG at 5 and reciprocal rank."""

from __future__ import annotations

import json
import math
from collections import defaultdict
from pathlib import Path
from statistics import mean
from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Mapping, Sequence

QUERIES = Path(__file__).with_name("queries.json")
# Written after the search was tuned, without sight of it; only scored, never looked through.
UNSEEN = Path(__file__).with_name("unseen.json")
DEPTH = 5


class Judged(TypedDict):
    """A query, its kind, and by id the grades of stories: 2 about it, 1 has it as well."""

    query: str
    kind: str
    relevant: dict[str, int]


def read(path: Path = QUERIES) -> list[Judged]:
    """Return the judged queries of a file."""
    judged: list[Judged] = json.loads(path.read_text(encoding="utf-8"))
    return judged


def among(judged: Iterable[Judged], stories: Container[str]) -> list[Judged]:
    """Return queries with the grades of *stories* alone, without those that only others answer."""
    left: list[Judged] = []
    for each in judged:
        relevant = {story: g for story, g in each["relevant"].items() if story in stories}
        if relevant or not each["relevant"]:
            left.append({**each, "relevant": relevant})
    return left


def ndcg(ranked: Sequence[str], relevant: Mapping[str, int], *, depth: int = DEPTH) -> float:
    """Return the normalised discounted cumulative gain of the first *depth*, 0 to 1.

    Gain 2^grade - 1 (Burges et al. 2005). A query to which nothing is relevant is answered
    well by nothing.
    """
    if not relevant:
        return float(not ranked)
    gains = [2 ** relevant.get(story, 0) - 1 for story in ranked[:depth]]
    ideal = sorted((2**grade - 1 for grade in relevant.values()), reverse=True)[:depth]
    return _discounted(gains) / _discounted(ideal)


def _discounted(gains: Iterable[float]) -> float:
    return sum(gain / math.log2(at + 2) for at, gain in enumerate(gains))


def reciprocal_rank(ranked: Sequence[str], relevant: Mapping[str, int]) -> float:
    """Return one over the place of the first relevant story; 0 if there is none."""
    if not relevant:
        return float(not ranked)
    return next((1 / at for at, story in enumerate(ranked, start=1) if story in relevant), 0.0)


def by_kind(
    judged: Iterable[Judged], search: Callable[[str], Sequence[str]]
) -> dict[str, tuple[int, float, float]]:
    """Return (queries, mean nDCG at 5, mean reciprocal rank) by kind, and for `all` of them."""
    marks: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for each in judged:
        ranked = search(each["query"])
        mark = ndcg(ranked, each["relevant"]), reciprocal_rank(ranked, each["relevant"])
        marks[each["kind"]].append(mark)
        marks["all"].append(mark)
    return {
        kind: (len(of_kind), mean(n for n, _ in of_kind), mean(r for _, r in of_kind))
        for kind, of_kind in marks.items()
    }
