"""What a number counts: its unit of the closed list, from the words after it.

Where the noun is not known, or it is not sure that it is what is counted, there is no unit, and
so no figure.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wwc_cli.importers.metrics.nouns import UNIT_OF
from wwc_cli.importers.metrics.tokens import HYPHENS
from wwc_cli.shape import Shape

if TYPE_CHECKING:
    from wwc_cli.importers.metrics.numbers import Number
    from wwc_cli.importers.metrics.tokens import Words

TIMES = frozenset("minutes hours days weeks months years".split())
_SINGULAR_TIMES = {unit[:-1]: unit for unit in TIMES}
# Words after which a noun phrase is over.
STOPS = frozenset(
    "a about across after against along also although among an and any are as at be because been"
    " before being between both but by can could despite did do does during each either every for"
    " from had has have he her his how if in including into is it its may might must nor not of"
    " on or our over per she should since so such than that the their them then there these they"
    " this those through throughout to under until up upon via was we were what when where which"
    " while who whom whose why will with within without would you your annually monthly weekly"
    " daily nationwide citywide ago earlier later el la los las de del en por que con para y o"
    " al e em do da dos das no na um uma un una se".split()
)
HOUSING = frozenset("housing affordable rental residential apartment market-rate dwelling".split())
_METERED = frozenset("water smart parking gas electric electricity utility digital remote".split())
_CARBON = frozenset("co2 co2e carbon greenhouse ghg emissions emission co₂ co₂e".split())
_DOLLARS = frozenset("dollars dollar usd".split())
_OTHER_MONEY = frozenset(
    "pesos peso reais real cad aud mxn ars brl euros euro pounds soles guaraníes eur gbp clp cop"
    " canadian australian chilean colombian mexican argentine argentinian uruguayan".split()
)
_PHRASE = 8  # tokens at most from a number to the noun it counts


class Counted(Shape):
    """What a number counts: the unit, and the tokens from *first* to before *last* that say it."""

    unit: str
    first: int
    last: int


def counted(words: Words, number: Number) -> Counted | None:
    """Return what a number counts; `None` where no unit of the list surely fits."""
    if number.currency or _is_followed_by_money(words, number.last):
        return _money(words, number)
    at = number.last
    if words.low(at) in HYPHENS and words.is_glued(at):
        at += 1
        if words.low(at) not in ("percent", "percentage"):
            return None
    if share := _share(words, at):
        return share
    if ten := _in_ten(words, number):
        return ten
    if words.low(at) == "x" or _is_multiple(words, at):
        return Counted("times", at, at + 1)
    if rate := _rate(words, at):
        return rate
    found = _measure(words, at) or _noun(words, at)
    return found if found and not _is_part_of_rate(words, found.last) else None


def _share(words: Words, at: int) -> Counted | None:
    low = words.low(at)
    if low in ("percentage", "percent") and words.low(at + 1) in ("points", "point"):
        return Counted("percentage points", at, at + 2)
    if low in ("%", "percent", "pct"):
        return Counted("percent", at, at + 1)
    if low in ("per", "por") and words.low(at + 1) in ("cent", "ciento", "cento"):
        return Counted("percent", at, at + 2)
    return None


def _in_ten(words: Words, number: Number) -> Counted | None:
    """Return `in ten` for four in ten, 9 out of 10; other parts are shares we would compute."""
    at = number.last
    if words.low(at) in ("residents", "people", "women", "households", "adults", "students"):
        at += 1
    at += 1 if words.low(at) == "in" else 2 if words.has(at, "out", "of") else 0
    at += words.low(at) == "every"
    if at > number.last and words.low(at) in ("ten", "10") and number.value < 10:
        is_time = words.low(at + 1) in ("minutes", "days", "years", "weeks", "months", "hours")
        is_more = words[at + 1].is_number or words.low(at + 1) in ("%", "percent", "-")
        return None if is_time or is_more else Counted("in ten", at - 1, at + 1)
    return None


def _is_multiple(words: Words, at: int) -> bool:
    """Tell whether `times` makes a multiple (four times as many), not a count of occasions."""
    if words.low(at) == "times":
        return words.low(at + 1) in _MULTIPLES
    return words.low(at) in HYPHENS and words.low(at + 1) == "fold"


_MULTIPLES = frozenset("as more higher greater larger bigger faster lower fewer less the".split())


def _rate(words: Words, at: int) -> Counted | None:
    if words.low(at) == "per" and words.low(at + 1) in ("1,000", "thousand"):
        return Counted("per thousand", at, at + 2)
    return None


def _is_part_of_rate(words: Words, at: int) -> bool:
    """Tell whether a rate such as `in every 1,000` follows, so that nothing is counted alone."""
    if words.low(at) in ("per", "in") or words.has(at, "out", "of"):
        at += 2 if words.low(at) == "out" else 1
        at += words.low(at) == "every"
        return words[at].is_number and len(words[at].text) > 4
    return False


def _is_followed_by_money(words: Words, at: int) -> bool:
    if words.low(at) in ("chilean", "colombian") and words.low(at + 1) == "pesos":
        return True
    return words.low(at) in ("usd", "dollars", "clp", "cop") or (
        words.low(at) in ("us", "u") and bool({"dollars"} & set(words.lows(at, at + 5)))
    )


def _money(words: Words, number: Number) -> Counted | None:
    """Return the currency; a bare sign of dollars stands for those of the United States.

    Not where other money is named after it, where the same sum follows in dollars, or in another
    language, whose countries have their own.
    """
    at = number.last
    ahead = words.lows(at, at + 3)
    currency = number.currency
    if currency in ("clp", "cop"):
        return Counted(currency.upper(), at, at)
    if ahead[:1] in (["clp"], ["cop"]):
        return Counted(ahead[0].upper(), at, at + 1)
    if ahead[:2] in (["chilean", "pesos"], ["colombian", "pesos"]):
        return Counted("CLP" if ahead[0] == "chilean" else "COP", at, at + 2)
    if currency not in ("", "$", "usd") or _OTHER_MONEY & set(ahead[:2]):
        return None
    if currency == "$" and words.is_foreign:
        return None
    if currency == "$" and words.low(at) == "(" and _DOLLARS & set(words.lows(at, at + 7)):
        return None
    if words.low(at) in HYPHENS and words.is_glued(at) and not words[at + 1].is_number:
        is_grown = words.low(at + 1) != "per"
        return Counted("USD", at, at) if is_grown else None
    end = at + (words.low(at) in _DOLLARS)
    if words.low(at) in ("us", "u"):
        end = at + 1 + words.lows(at, at + 5).index("dollars") if "dollars" in ahead else at + 1
    return Counted("USD", at, end)


def _measure(words: Words, at: int) -> Counted | None:
    """Return a unit of several words: square feet, metric tons of carbon dioxide, kWh."""
    if words.low(at) in ("square", "sq"):
        end = at + 1 + (words.low(at + 1) == ".")
        if words.low(end) in ("feet", "ft", "foot"):
            return Counted("square feet", at, end + 1 + (words.low(end + 1) == "."))
        if words.low(end) in ("meters", "metres"):
            return Counted("square meters", at, end + 1)
        return Counted("", at, end)  # square miles: none, and no miles either
    if words.low(at) in ("metric", "tonnes"):
        end = at + 1 + (words.low(at) == "metric")
        if words.low(end - 1) not in ("tons", "tonnes"):
            return None
        near = words.lows(end, end + 5)
        stop = near.index("from") if "from" in near else len(near)
        is_carbon = bool(_CARBON & set(near[:stop])) or any(
            pair == "co" and near[at + 1 : at + 2] in (["2"], ["2e"])
            for at, pair in enumerate(near)
        )
        return Counted("metric tons CO2e" if is_carbon else "", at, end)
    if words.low(at) in ("kilowatt", "kilowatts"):
        end = at + 1 + (words.low(at + 1) in HYPHENS)
        return Counted("kWh", at, end + 1) if words.low(end) == "hours" else Counted("", at, end)
    if words.low(at) in ("miles", "meters") and words.has(at + 1, "per"):
        return Counted("", at, at + 1)
    if words.low(at) == "data" and words.low(at + 1) == "sets":
        return Counted("datasets", at, at + 2)
    if words.low(at) == "cubic" or words.low(at) == "kilometers":
        return Counted("", at, at + 1)
    return None


def _noun(words: Words, at: int) -> Counted | None:
    """Return the first noun of the list in the phrase after a number."""
    start = at = _past_of(words, at)
    seen: list[str] = []
    while at < start + _PHRASE:
        token = words[at]
        if not token.is_word:
            # Hyphens join (cross-sector partners); other signs end the phrase.
            if token.text in HYPHENS and words.is_glued(at) and seen:
                at += 1
                continue
            break
        unit = UNIT_OF.get(token.low) or (_SINGULAR_TIMES.get(token.low) if not seen else None)
        if unit and not (token.is_capitalized and words.is_name(at)) and not _joins(words, at):
            return _refined(words, Counted(unit, start, at + 1), seen)
        if token.low == "data" and words.low(at + 1) == "sets":
            return Counted("datasets", start, at + 2)
        if token.low in STOPS and not _is_joint(words, at, seen):
            break
        seen.append(token.low)
        at += 1
    return _apposed(words, start, at)


def _past_of(words: Words, at: int) -> int:
    """Return the place after `of those`, `of the 37`, `number of` and a colon before it."""
    if words.low(at) == ":":
        at += 1
    if words.low(at) in ("the", "total") and words.low(at + 1) in ("number", "amount"):
        at += 1
    if words.low(at) in ("number", "total", "amount") and words.low(at + 1) == "of":
        return at + 2
    if words.low(at) == "of":
        at += 1
        if words.low(at) in ("the", "those", "these", "its", "their", "our", "all"):
            at += 1
        if words.low(at).endswith("'s"):
            at += 1
        if words[at].is_number:
            at += 1
    return at


def _joins(words: Words, at: int) -> bool:
    """Tell whether a noun only begins a compound: `veterans organizations`, `students-led`."""
    following = words[at + 1]
    if words.is_glued(at + 1) and following.text in HYPHENS and words.is_glued(at + 2):
        return True
    return following.low in UNIT_OF and words.low(at) not in ("women", "men", "youth")


def _is_joint(words: Words, at: int, seen: list[str]) -> bool:
    """Tell whether `and` joins two adjectives: `small and medium businesses`."""
    if words.low(at) not in ("and", "or") or not seen:
        return words.low(at) == "under" and words.low(at + 1) in HYPHENS
    return not seen[-1].endswith("s") and not words[at - 1].is_capitalized


def _refined(words: Words, found: Counted, seen: list[str]) -> Counted | None:
    """Return what is counted, as the words before the noun and after it make clear."""
    before = set(seen)
    after = words.lows(found.last, found.last + 3)
    noun = words.low(found.last - 1)
    if noun == "units" and (before & HOUSING or {"housing"} & set(after)):
        return found.replaced(unit="homes")
    if noun in ("meters", "metres") and before & _METERED:
        return found.replaced(unit="devices")
    if noun in ("miles", "meters", "metres") and (
        before & {"square", "cubic", "million"} or after[:1] == ["per"] or _is_distance(after)
    ):
        return None
    if noun == "groups" and before & {"age", "income"}:
        return None
    return found


def _is_distance(after: list[str]) -> bool:
    return after[:1] in (["north"], ["south"], ["east"], ["west"], ["from"], ["away"], ["outside"])


def _apposed(words: Words, start: int, at: int) -> Counted | None:
    """Return the noun that explains a name: `21 Care Blocks, community centers that …`."""
    name = words.tokens[start:at]
    if words.low(at) != "," or len(name) < 2 or not all(word.is_capitalized for word in name):
        return None
    for step in range(at + 1, at + 4):
        low = words.low(step)
        if low in STOPS or not words[step].is_word:
            return None
        if (unit := UNIT_OF.get(low)) and not words[step].is_capitalized:
            return Counted(unit, start, step + 1)
    return None
