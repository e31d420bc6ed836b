"""A typed query → the terms that are searched for.

Any text is safe here: what FTS5 would read as syntax is parted from the words before the words
are quoted.
"""

from __future__ import annotations

import itertools

from wwc_cli.core.text import words

MOST_TERMS = 32  # a query longer than that is a text; its first words say what it is about

# Words of a question that carry nothing in a collection of stories about cities.
STOP_WORDS = frozenset(
    "a about all am an and any are as at be been being but by can cities city could did do does "
    "doing done for from get gets had has have having how i if in into is it its keep like made "
    "make makes making me more most much my of on or our out show so some such tell than that the "
    "their them then there these they this those to up use used uses using was way ways we were "
    "what when where which who why will with would you your".split()
)


def terms(query: str) -> list[str]:
    """Return the folded words of *query* that are searched for, each once, in order.

    Words that carry nothing are left out, unless there is nothing else.
    """
    typed = list(dict.fromkeys(words(query)))
    telling = [word for word in typed if word not in STOP_WORDS]
    return (telling or typed)[:MOST_TERMS]


def expression(query_terms: list[str]) -> str:
    """Return the FTS5 query for stories with any of the terms; neighbours weigh as a phrase."""
    quoted = [f'"{term}"' for term in query_terms]
    pairs = [f'"{a} {b}"' for a, b in itertools.pairwise(query_terms)]
    return " OR ".join(quoted + pairs)
