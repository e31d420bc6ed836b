"""A library of made-up stories, as large as asked for: the bundled ones with their words shuffled.

Each has a headline of its own, or it would be the bundled story, and text and quotations as long
as those of real pages. Every run makes the same library, so that runs compare.
"""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

DATA = Path(__file__).resolve().parent.parent.parent / "data"
SWAPPED = 0.4  # of the words of a text, with words of other stories
PARAGRAPHS, WORDS = 18, 58  # of a story: with the quotations some 7 KB
QUOTES, SAID = 3, 32  # of a story, and words of each


def library(size: int) -> dict[str, Any]:
    """Return a library of *size* stories, as TinyDB would keep it."""
    chance = random.Random(size)  # noqa: S311 - made-up text, not a secret
    bundled = json.loads((DATA / "stories.json").read_text(encoding="utf-8"))["stories"]
    texts = ("summary", "challenge", "outcome")
    told = [story[text] or "" for story in bundled.values() for text in texts]
    words = [word for text in told for word in text.split()]
    stories = {}
    for number in range(1, size + 1):
        story = json.loads(json.dumps(chance.choice(list(bundled.values()))))
        story |= {"id": f"{story['city_id']}-{number}", "origin": "library"}
        for text in texts:
            own = (story[text] or "").split()
            chance.shuffle(own)
            story[text] = " ".join(
                chance.choice(words) if chance.random() < SWAPPED else word for word in own
            )
        story["headline"] += f" {number}"
        story["text"] = [" ".join(chance.choices(words, k=WORDS)) for _ in range(PARAGRAPHS)]
        story["quotes"] = [
            {"text": " ".join(chance.choices(words, k=SAID)), "speaker": "A", "role": "Mayor"}
            for _ in range(QUOTES)
        ]
        stories[str(number)] = story
    return {"stories": stories}


def write(size: int, home: Path) -> Path:
    """Write a library of *size* stories into a home folder, and return its path."""
    home.mkdir(parents=True, exist_ok=True)
    path = home / "library.json"
    path.write_text(json.dumps(library(size), ensure_ascii=False), encoding="utf-8")
    return path
