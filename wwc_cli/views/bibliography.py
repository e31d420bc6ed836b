"""Citations: the text of their style as it is, and the records it was made from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wwc_cli.styles import citations
from wwc_cli.views.model import Answer, Column, Verbatim, column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wwc_cli.core.citation_records import Citation, DataSet, Item
    from wwc_cli.views.model import Block

_STORY = ("story_id", "city_id", "city", "source_id", "key", "style", "text")
_DATA = (
    *("key", "title", "version", "authors", "license", "url", "released", "sha256", "style"),
    "text",
)
_ITEM = (
    *("id", "type", "title", "author", "issued", "accessed", "URL", "version", "language"),
    *("genre", "note", "abstract"),
)


def bibliography(cited: Sequence[Citation], *, style: str) -> Answer:
    """Return the answer of cite: a text in *style*, and a record a citation."""
    records = [_with_text(dict(each), each["item"], style) for each in cited]
    return _answer(records, records, [each["item"] for each in cited], style=style, keys=_STORY)


def data_set(data: DataSet, *, style: str) -> Answer:
    """Return the answer of `cite --data`: the same for the store, as one record."""
    record = _with_text(dict(data), data["item"], style)
    return _answer(record, [record], [data["item"]], style=style, keys=_DATA)


def _with_text(record: dict[str, Any], item: Item, style: str) -> dict[str, Any]:
    """Return *record* with its text in *style*, and its item at the end."""
    del record["item"]
    return {**record, "style": style, "text": citations.STYLES[style](item), "item": item}


def _answer(
    records: Any,  # noqa: ANN401 - a record, or a list of them
    rows: Sequence[dict[str, Any]],
    items: Sequence[Item],
    *,
    style: str,
    keys: Sequence[str],
) -> Answer:
    """Return the answer; records of CSL-JSON are its items, since any other would be none."""

    def sheet() -> Sequence[Block]:
        made = citations.text(items, style=style)
        language = citations.LANGUAGES.get(style, "")
        return [Verbatim(made, language, citations.as_markdown(items, style=style))]

    if style == "csl-json":
        return Answer(list(items), items, [_of_item(name) for name in _ITEM], sheet, "Citations")
    return Answer(records, rows, [column(name) for name in keys], sheet, "Citations")


def _of_item(name: str) -> Column:
    """Return the column of a field of CSL-JSON, which may be absent: names and dates as words."""

    def cell(item: Any) -> object:  # noqa: ANN401 - an item by any of its keys
        value = item.get(name)
        if name == "author":
            return [author["literal"] for author in value or ()]
        if isinstance(value, dict):
            parts = value.get("date-parts", [[]])[0]
            return "-".join(f"{part:02}" for part in parts) or value.get("literal")
        return value

    return Column(name, name, cell)
