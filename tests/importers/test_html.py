"""A page of HTML becomes the lines that a browser shows, and what it says of itself."""

from __future__ import annotations

import pytest

from tests.importers import reading
from wwc_cli.importers import html


def lines(markup: str) -> list[tuple[str, str]]:
    return [(line.kind, line.text) for line in html.page(f"<html><body>{markup}").lines]


def texts(markup: str) -> list[str]:
    return [text for _, text in lines(markup)]


@pytest.mark.parametrize(
    "beginning",
    [
        "<!DOCTYPE html><html>",
        "\n <html lang=en>",
        "<?xml version='1.0'?>\n<html>",
        "<!-- saved from somewhere --><!-- and again -->\n<html>",
        "<script>x</script><html>",
        "<a class='skip' href='#main'>Skip</a>",
        "<table><tr><td>x",
        "<my-page>",
        "<br/>",
        "HTTP/2 200\ncontent-type: text/html\n\n<!doctype html>",
    ],
)
def test_html_is_known_by_its_beginning(beginning: str) -> None:
    assert html.is_html(beginning)


@pytest.mark.parametrize(
    "beginning",
    ["", "Alpha, New Jersey", "<3 lamps", "< html >", "1 < 2 and <b> is bold", "<!-- x", "<>"],
)
def test_other_text_is_none(beginning: str) -> None:
    assert not html.is_html(beginning)


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>never</script>",
        "<style>never</style>",
        "<noscript>never</noscript>",
        "<template>never</template>",
        "<svg><title>never</title><text>never</text></svg>",
        "<select><option>never</select>",
        "<button>never</button>",
        "<nav>never</nav>",
        "<iframe>never</iframe>",
        "<dialog>never</dialog>",
        "<form><label>never</label><input value=never><textarea>never</textarea></form>",
        "<p hidden>never</p>",
        "<div hidden><div hidden><nav hidden>never</nav>never</div>never</div>",
        "<p aria-hidden='true'>never</p>",
        "<div role=banner>never</div>",
        "<div role='dialog'>never</div>",
        "<p style='color:red; DISPLAY: none'>never</p>",
        "<p style='visibility:hidden'>never</p>",
        "<div id='CookieBanner'>never</div>",
        "<div class='my-cookie-notice'>never</div>",
        "<div id='onetrust-consent-sdk'>never</div>",
        "<span class='screen-reader-text'>never</span>",
        "<span class='sr-only'>never</span>",
        "<div class='flex hidden'>never</div>",
        "<div class='block md:hidden'>never</div>",
        "<!-- never -->",
        "<![CDATA[never]]>",
    ],
)
def test_what_a_reader_does_not_see_or_seek_is_not_read(hidden: str) -> None:
    assert texts(f"<p>before</p>{hidden}<p>after</p>") == ["before", "after"]


@pytest.mark.parametrize(
    "shown",
    [
        "<div class='hidden md:block'>seen</div>",
        "<div class='hidden lg:flex'>seen</div>",
        "<div class='max-md:hidden'>seen</div>",
        "<div class='overflow-hidden'>seen</div>",
        "<form>seen</form>",
        "<div class='cookies-not-set'><main>seen</main></div>",
        "<table><tr><td>seen</table>",
        "<my-card>seen</my-card>",
        "<font color=red>seen</font>",
    ],
)
def test_what_is_shown_on_a_wide_screen_is_read(shown: str) -> None:
    assert texts(f"<p>before</p>{shown}<p>after</p>") == ["before", "seen", "after"]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("N<b>e</b>w<i>a<u>r</u>k</i>", "Newark"),
        ("<span>N</span>ewark", "Newark"),
        ("<span>NE</span><span>WARK</span>", "NEWARK"),
        ("25<!-- -->%", "25%"),
        ("a&nbsp;&amp;&nbsp;b &lt;c&gt; &eacute; &#8217; &#x201C;", "a & b <c> é ’ “"),
        ("soft&shy;en zero\u200bwidth", "soften zerowidth"),
        ("a\n   b\tc", "a b c"),
        ("&amp;amp;", "&amp;"),
        ("&#27;[31mred &#x202e;back", "red back"),
    ],
)
def test_text_reads_as_it_is_shown(markup: str, text: str) -> None:
    assert texts(f"<p>x {markup}</p>") == [f"x {text}"]


@pytest.mark.parametrize("tag", ["a", "span class=pill"])
def test_labels_that_style_alone_sets_apart_are_words_apart(tag: str) -> None:
    end, *_ = tag.split()
    markup = f"<{tag}>Public Safety</{end}><{tag}>Housing</{end}>"
    assert texts(f"<p>{markup}</p>") == ["Public Safety Housing"]


def test_blocks_and_breaks_end_lines() -> None:
    assert texts("a<div>b</div>c<br>d<br/>e<hr>f<p>g<p>h<table><tr><td>i<td>j</table>k") == list(
        "abcdefghijk"
    )


def test_kinds_are_those_of_the_elements() -> None:
    markup = """<h2>Heading</h2><p>Text</p><figure><figcaption>Caption</figcaption></figure>
        <blockquote>Quoted<p>too</p><cite>Who</cite><footer>What</footer></blockquote>
        <img alt="Platinum Certification Badge 2022"><img alt="A street">
        <p>Silver certification badge</p>"""
    assert lines(markup) == [
        ("heading", "Heading"),
        ("text", "Text"),
        ("caption", "Caption"),
        ("quote", "Quoted"),
        ("quote", "too"),
        ("text", "Who"),
        ("text", "What"),
        ("badge", "Platinum Certification Badge 2022"),
        ("badge", "Silver certification badge"),
    ]


def test_items_have_their_sign_or_number() -> None:
    markup = "<ul><li>a<li><p>b</p><ol><li>c<li><div>d</div></ol><li>e</ul><li>f"
    assert lines(markup) == [("item", each) for each in ["• a", "• b", "1. c", "2. d", "• e", "f"]]


def test_lines_in_one_element_share_its_number() -> None:
    first, second, third = html.page("<html><div><p>a</p><p>b</p></div><p>c</p>").lines
    assert first.boxes[:-1] == second.boxes[:-1]
    assert first.boxes[-1] != second.boxes[-1]
    assert first.boxes[-2] not in third.boxes


def test_a_page_says_what_it_is_of_itself() -> None:
    page = html.page((reading.PAGES / "wordpress.html").read_text(encoding="utf-8"))
    assert page.title == "Lamps Where People Walk"
    assert page.url == "https://example.org/cities/alpha-nj/"
    assert page.site == "Our Cities"
    assert page.published == "2025-02-26"
    assert page.language == "en"


def test_a_page_that_says_nothing_of_itself_is_known_by_nothing() -> None:
    page = html.page("<html><p>a")
    said = (page.title, page.url, page.site, page.published, page.language)
    assert said == (None, None, None, None, None)


def test_the_title_is_read_without_its_markup() -> None:
    assert html.page("<html><title>a <b> &amp;\n c</title><p>d").title == "a <b> & c"


def test_the_browser_says_where_a_page_was_saved_from() -> None:
    saved = "<!-- saved from url=(0019)https://example.org -->\n<html><p>a"
    assert html.page(saved).url == "https://example.org"


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "/cities/alpha",
        "https://example.org/&#27;[2J",
        "https://example.org/a b&#10;c",
        "https://example.org/" + "a" * 2000,
        "",
    ],
)
def test_only_an_address_on_the_web_is_one(address: str) -> None:
    assert html.page(f"<html><link rel=canonical href='{address}'><p>a").url is None


@pytest.mark.parametrize("date", ["yesterday", "20240617", "", "2024"])
def test_a_date_is_iso_or_none(date: str) -> None:
    assert html.page(f"<html><meta name=date content='{date}'><p>a").published is None


def test_a_date_is_found_where_pages_keep_it() -> None:
    assert html.page("<html><p><time datetime='2024-06-17T10:00Z'>x").published == "2024-06-17"
    said = "<meta property='article:published_time' content='2024-06-17'>"
    assert html.page(f"<html>{said}<p>a").published == "2024-06-17"
