"""HTML is made fit to be parsed, or refused where a parser could take hours over it."""

from __future__ import annotations

import pytest

from wwc_cli.importers.decoding import NotText
from wwc_cli.importers.markup import DEEPEST, LONGEST, MOST_TAGS, sound


@pytest.mark.parametrize(
    ("markup", "left"),
    [
        ("a<!-- <p>b</p> -->c", "ac"),
        ("25<!-- -->%", "25%"),  # as pages made by React are written
        ("a<!-->b<!--->c", "abc"),
        ("a<!--[if IE]><p>b</p><![endif]-->c", "ac"),
        ("a<script>b<!--</script>c", "ac"),
        ("a<!-- <script> -->b<script>c</script>d", "abd"),
        ("a<SCRIPT src=x>b</sCrIpT >c", "ac"),
        ("a<style>b</style>c", "ac"),
        ("a<iframe><p>b</p></iframe>c", "ac"),
        ("a<textarea>b</p></textarea>c", "ac"),
        ("a<![CDATA[b]]>c", "ac"),
        ("a<script>b", "a"),
        ("a<!-- b", "a"),
        ("<title>a <b> c</title>", "<title>a &lt;b> c</title>"),
        ("<scripted>a</scripted>", "<scripted>a</scripted>"),
        ("<img src='data:image/png;base64,AAAA'>", "<img src='data:'>"),
    ],
)
def test_what_is_never_read_goes(markup: str, left: str) -> None:
    assert sound(markup) == left


def test_what_goes_leaves_nothing_behind_that_must_go() -> None:
    assert "<script" not in sound("<scr<!-- -->ipt>alert(1)</script>")


@pytest.mark.parametrize("name", ["b", "A", "table", "svg", "select", "noscript", "template"])
def test_elements_with_rules_of_their_own_get_plain_names(name: str) -> None:
    assert sound(f"<{name} class=x>a</{name}>") == f"<x-{name} class=x>a</x-{name}>"


@pytest.mark.parametrize("name", ["p", "blockquote", "article", "br", "body", "span", "th-x"])
def test_other_elements_keep_their_names(name: str) -> None:
    assert sound(f"<{name}>a") == f"<{name}>a"


@pytest.mark.parametrize(
    "nested",
    [
        "<div>",
        "<span>",
        "<ul><li>",
        "<div></x>",  # what ends nothing
        "<div title='</div>'>",  # what is no tag
        "<div><?</div>",
        "<div><xmp></div></xmp>",
        "<span><div></span>",  # what is not let end
        "<li><dd>",
        "<li><div id=a><li><section></div>",
        "<svg><td>",
        "<table><td>",
        "<b id=1></i>",
        '<div a==">"><p>',
    ],
)
def test_what_is_nested_without_end_is_refused(nested: str) -> None:
    with pytest.raises(NotText, match="deep"):
        sound(nested * (DEEPEST + 1))


@pytest.mark.parametrize(
    "flat",
    [
        "<p>a",
        "<li>a",
        "<dt>a<dd>b",
        "<br>",
        "<img src=x>",
        "<h2>a</h2>",
        "<div><span>a</div>",  # what is not closed ends with what it is in
        "<div><p>a</div>",
        "<ul><li>a<li>b</ul>",
        "<b><p></b>",
        "<p>a<ul><li>b</ul>",
        "<div title='<div>'>a</div>",
        "</div>",
    ],
)
def test_what_is_long_and_flat_is_read(flat: str) -> None:
    assert sound(flat * (DEEPEST + 1))


@pytest.mark.parametrize(
    "markup",
    [
        "<div " + " ".join(f"a{number}" for number in range(25_000)) + ">",
        "<div x='>' " + " ".join(f"a{number}=1" for number in range(25_000)) + ">",
        "<div " + "/".join(f"a{number}=''" for number in range(25_000)) + ">",
        "".join(f"<body a{number}>" for number in range(25_000)),
    ],
    ids=["bare", "behind a sign in quotes", "with slashes", "merged into one"],
)
def test_too_many_attributes_are_refused(markup: str) -> None:
    with pytest.raises(NotText, match="attributes"):
        sound(markup)


def test_long_values_are_no_attributes() -> None:
    settings = '{"a": 1} ' * 20_000
    assert sound(f"<div data-settings='{settings}'>a</div>")


def test_too_many_elements_are_refused() -> None:
    with pytest.raises(NotText, match="more than 200,000 elements"):
        sound("<p>" * (MOST_TAGS + 2))


def test_too_long_a_page_is_refused_pictures_not_counted() -> None:
    with pytest.raises(NotText, match="even without its pictures"):
        sound("a" * (LONGEST + 1))
    assert sound("<img src='data:image/png;base64," + "A" * LONGEST + "'>")
