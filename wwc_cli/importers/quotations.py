"""Quotations of a story, and who speaks in them.

Set apart on lines of their own, with the speaker below (or above), or in a sentence: `“…,” says
Elizabeth Murphy, associate planner.` A term in quotation marks is no quotation.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wwc_cli.core.text import fold, sentences
from wwc_cli.importers import speakers
from wwc_cli.importers.speakers import Speaker
from wwc_cli.shape import Shape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wwc_cli.core.records import Quote
    from wwc_cli.importers.line import Line

_OPENING, _CLOSING = '“"«', '”"»'
_SAYS = (
    "says|said|explains|explained|adds|added|notes|noted|recalls|recalled|states|stated|remarks"
    "|remarked|shares|shared|continues|continued|reflects|reflected|observes|observed|comments"
    "|commented|stresses|stressed|argues|argued"
)
_SPAN = re.compile(r"[“\"«]([^“”\"«»]{1,5000})[”\"»]")
_SAID_BY = re.compile(rf"\s*(?:{_SAYS})\s+(?!that\b)(\S.{{1,300}})", re.DOTALL)
_BY = re.compile(rf"\s*([^.“”;:]{{2,200}}?),?\s+(?:{_SAYS})\b")
_BEFORE = re.compile(rf",?\s+(?:{_SAYS})\s*[,:]\s*$")
_CLAUSE = re.compile(r",?\s+(?:who|which|that|when|while|as|in a)\b.*", re.DOTALL)
# From the beginning of a word, and none of it is tried twice.
_FULL_NAME = re.compile(
    r"(?<![\w’'.-])[^\W\d_a-z][\w’'.-]{1,40}+(?: [^\W\d_a-z][\w’'.-]{0,40}+){1,4}+"
)
_PRONOUNS = frozenset({"he", "she", "they"})
_FEWEST_WORDS = 4  # fewer quote a term, not a person
_FEWEST_UNMARKED = 12  # words of a quotation without marks, known by the speaker below it
_NEAR = 600  # characters before and after a quotation in which its speaker stands
_MOST_NAMES = 500  # people in a story
_MOST_QUOTES = 500


class Found(Shape):
    """The quotations of a story in order, and the numbers of the lines that they take up."""

    quotes: Sequence[Quote]
    taken: frozenset[int]


def find(lines: Sequence[Line]) -> Found:
    """Return the quotations in *lines*, those set apart first where one is told twice."""
    taken: set[int] = set()
    found: list[tuple[int, str, Speaker | None]] = []
    at = 0
    while at < len(lines):
        if (end := _set_apart(lines, at)) > at:
            who, taken_by = _below(lines, end) if end < len(lines) else (None, 0)
            if who is None and at and at - 1 not in taken:
                who = speakers.speaker(lines[at - 1].text, is_sure=False)
                taken |= {at - 1} if who else set()
            text = " ".join(_unmarked(line.text) for line in lines[at:end])
            found.append((at, text, who))
            taken |= set(range(at, end + taken_by))
            at = end + taken_by
        else:
            at += 1
    found += _unmarked_ones(lines, taken)
    known = {who.name: who.role for _, _, who in found if who and who.name}
    found += _in_sentences(lines, taken, known)
    return Found(_quotes(found), frozenset(taken))


def _set_apart(lines: Sequence[Line], at: int) -> int:
    """Return the number after the last line of a quotation that begins at *at*; *at* if none."""
    line = lines[at]
    if line.kind not in {"text", "quote"} or _attributed(line.text):
        return at
    end = at
    if line.kind == "quote":
        while end < len(lines) and lines[end].kind == "quote":
            if end > at and _ends_before(lines[end].text, lines[end - 1].text):
                break
            end += 1
        return end
    # Each paragraph of a quotation opens with a mark, and only the last has one at its end.
    while end < len(lines) and _is_in_marks(lines[end].text):
        end += 1
        if lines[end - 1].text[-1] in _CLOSING:
            break
    return end


def _ends_before(text: str, above: str) -> bool:
    """Tell whether a quotation ends before a line that is marked as quoted with it.

    It does before the speaker, who often stands in the same element, and before the next one.
    """
    if text[0] in _OPENING and above[-1] in _CLOSING:
        return True
    return speakers.speaker(text, is_sure=_is_signed(text)) is not None


def _is_signed(text: str) -> bool:
    """Tell whether a line begins as one does that says who spoke: `— Mayor Rosa Quill`."""
    return text[0] in "-—–―~"


def _is_in_marks(text: str) -> bool:
    """Tell whether a line is quoted from its beginning on, and not only a term at its beginning."""
    return (
        text[0] in _OPENING
        and len(text.split()) >= _FEWEST_WORDS
        and (text[-1] in _CLOSING or not any(mark in text[1:] for mark in _CLOSING))
    )


def _below(lines: Sequence[Line], at: int) -> tuple[Speaker | None, int]:
    """Return who is named below a quotation, and how many lines that takes."""
    first = speakers.speaker(lines[at].text, is_sure=True)
    if not first or (lines[at].kind == "item" and not (_is_signed(lines[at].text) and first.name)):
        return None, 0
    following = lines[at + 1] if at + 1 < len(lines) else None
    if following and (first.name is None or first.role is None):
        second = speakers.speaker(following.text, is_sure=True)
        if second and first.role is None and second.name is None:
            return Speaker(first.name, second.role), 2
        if second and first.name is None and second.role is None:
            return Speaker(second.name, first.role), 2
    return first, 1


def _unmarked_ones(lines: Sequence[Line], taken: set[int]) -> list[tuple[int, str, Speaker | None]]:
    """Return paragraphs without marks below which a speaker is named all the same."""
    found: list[tuple[int, str, Speaker | None]] = []
    for at in range(1, len(lines)):
        line, above = lines[at], lines[at - 1]
        if {at, at - 1} & taken or above.kind != "text" or not line.gap:
            continue
        if line.kind != "text" and not _is_signed(line.text):
            continue
        who = speakers.speaker(line.text, is_sure=False)
        if who and who.name and len(above.text.split()) >= _FEWEST_UNMARKED:
            found.append((at - 1, above.text, who))
            taken |= {at - 1, at}
    return found


def _in_sentences(
    lines: Sequence[Line], taken: set[int], known: dict[str, str | None]
) -> list[tuple[int, str, Speaker | None]]:
    """Return the quotations within sentences; *known* are full names with their roles."""
    told = {_letters(text) for line in taken for text in [lines[line].text]}
    found: list[tuple[int, str, Speaker | None]] = []
    names = dict(known)
    for at, line in enumerate(lines):
        if at in taken or line.kind == "caption":
            continue
        for each in _people(line.text):
            if each.name and (each.name in names or len(names) < _MOST_NAMES):
                names[each.name] = names.get(each.name) or each.role
        for text, who in _spoken(line.text, names):
            start = _letters(text)[:60]
            if who.name and who.role:
                names[who.name] = names.get(who.name) or who.role
            if len(found) < _MOST_QUOTES and not any(start in each for each in told):
                found.append((at, text, who))
    return found


def _letters(text: str) -> str:
    return "".join(c for c in fold(text) if c.isalnum())


def _attributed(text: str) -> bool:
    return any(_said_after(text, span) or _said_before(text, span) for span in _SPAN.finditer(text))


def _said_after(text: str, span: re.Match[str]) -> str | None:
    """Return the words after a stretch in quotation marks that say who speaks."""
    if len(span[1].split()) < _FEWEST_WORDS:
        return None
    after = text[span.end() : span.end() + _NEAR]
    opens = min((at for at in map(after.find, _OPENING[:2]) if at >= 0), default=len(after))
    if said_by := _SAID_BY.match(after[:opens]):
        return _CLAUSE.sub("", next(sentences(said_by[1]))).rstrip(" .,")
    if by := _BY.match(after[:opens]):
        return by[1].strip(" ,")
    return None


def _said_before(text: str, span: re.Match[str]) -> str | None:
    """Return the words before a stretch in quotation marks that say who speaks."""
    if len(span[1].split()) < _FEWEST_WORDS:
        return None
    before = text[max(0, span.start() - _NEAR) : span.start()]
    says = _BEFORE.search(before, max(0, len(before) - 40))
    who = re.split("[.“”;:]", before[: says.start()])[-1][-200:].strip(" ,") if says else ""
    return who or None


def _spoken(text: str, names: dict[str, str | None]) -> list[tuple[str, Speaker]]:
    """Return what is said in a paragraph, with the speaker; what follows is the same one's."""
    found: list[tuple[list[str], Speaker]] = []
    was_after = False
    for span in _SPAN.finditer(text):
        who = _said_after(text, span)
        # What stands between two stretches speaks of the first, where it can.
        said_before = None if was_after else _said_before(text, span)
        was_after = bool(who)
        who = who or said_before
        before = text[max(0, span.start() - _NEAR) : span.start()]
        speaker = _resolved(who, before, names) if who else None
        if speaker:
            found.append(([span[1]], speaker))
        elif found and len(span[1].split()) >= _FEWEST_WORDS:
            found[-1][0].append(span[1])
    return [(_joined(parts), speaker) for parts, speaker in found]


def _resolved(who: str, before: str, names: dict[str, str | None]) -> Speaker | None:
    """Return the speaker in full: a surname or a pronoun means someone named before."""
    if who.lower() in _PRONOUNS:
        mentioned = {before.rfind(name.split()[-1]): name for name, role in names.items() if role}
        last = max(mentioned, default=-1)
        return Speaker(mentioned[last], names[mentioned[last]]) if last >= 0 else None
    found = speakers.speaker(_articles(who), is_sure=True)
    if not found or not found.name:
        return None
    if " " not in found.name:
        full = [name for name in names if name.split()[-1] == found.name and " " in name]
        # One with a role before one that is only named.
        full.sort(key=lambda name: names[name] is None)
        if full:
            return Speaker(full[0], names[full[0]] or found.role)
    return found if found.role else Speaker(found.name, names.get(found.name))


def _people(text: str) -> list[Speaker]:
    """Return who is named in full in a paragraph, with the role that stands before the name."""
    found = [speakers.speaker(name, is_sure=True) for name in _FULL_NAME.findall(text)]
    return [
        Speaker(each.name.removesuffix("’s").strip(".,"), each.role)
        for each in found
        if each and each.name and " " in each.name
    ]


def _articles(who: str) -> str:
    return re.sub(r", (?:an?|the) ", ", ", who)


def _joined(parts: Sequence[str]) -> str:
    """Return the parts of one quotation as one text; a comma before a new sentence is a stop."""
    text = parts[0].strip()
    for part in parts[1:]:
        end = "." if text.endswith(",") and part.lstrip()[:1].isupper() else ""
        text = f"{text.removesuffix(',') + end if end else text} {part.strip()}"
    return f"{text[:-1]}." if text.endswith(",") else text


def _unmarked(text: str) -> str:
    """Return a quotation without the marks around it."""
    text = text.strip()
    text = text[1:] if text[:1] in _OPENING else text
    return (text[:-1] if text[-1:] in _CLOSING else text).strip()


def _quotes(found: list[tuple[int, str, Speaker | None]]) -> list[Quote]:
    """Return the quotations in the order of the page, each once."""
    quotes: dict[str, Quote] = {}
    for _, text, who in sorted(found, key=lambda each: each[0]):
        quote: Quote = {
            "text": text,
            "speaker": who.name if who else None,
            "role": who.role if who else None,
        }
        quotes.setdefault(_letters(text)[:200], quote)
    return list(quotes.values())
