"""Stories are found in the lines of a page, each with its parts and nothing of the page's frame."""

from __future__ import annotations

import pytest

from tests.importers.reading import HEAD, cities, read, read_file, spoken, story

LEAD = "In the winter of the long nights the clerks counted lamps instead of calls for help."


def test_a_page_of_html_gives_the_story_and_nothing_of_its_frame() -> None:
    reading = read_file("wordpress.html")
    (found,) = reading.stories
    assert reading.problem is None
    assert cities(reading) == ["alpha-nj"]
    assert found.headline == "Lamps Where People Walk"
    assert found.printed_topics == ["Public Safety", "Health & Wellness"]
    assert found.topics == ["public-safety", "health-and-wellbeing"]
    assert found.badge
    assert (found.badge.level, found.badge.year) == ("gold", "2021")
    assert found.glance == [
        "14% drop in falls after dark in 2024.",
        "Some 300 lamps were mended in 2024.",
    ]
    assert found.callouts == ["62% fewer dark corners on the way to school"]
    assert found.lead
    assert found.lead.startswith("When the lamps of Alpha went out")
    text = " ".join(found.text)
    for never in ["script", "Scripted", "cookies", "Hidden twice", "Image courtesy", "Rochester"]:
        assert never not in text
    for never in ["Join Our", "below the story", "Privacy", "Styled", "Turn scripts"]:
        assert never not in text
    assert "Nobody had asked for a map before." in found.text
    assert [(each["speaker"], each["role"]) for each in found.quotes] == [
        ("Rosa Quill", "Director of Streets"),
        ("Rosa Quill", "Director of Streets"),
    ]


def test_a_page_marked_up_by_classes_alone_is_read_too() -> None:
    reading = read_file("tailwind.html")
    (found,) = reading.stories
    assert cities(reading) == ["nueva-ribera-cl"]
    assert found.headline == "Agua limpia para el barrio de Peñalara"
    assert found.printed_topics == ["Public Safety", "Housing"]
    assert found.glance == ["20 % menos fugas en 2024.", "Más de 40 pozos limpios."]
    assert [(each["speaker"], each["role"]) for each in found.quotes] == [
        ("Inés Peñaloza", "Alcaldesa")
    ]
    assert "Íñigo Muñoz, un vecino, llevaba la cuenta de los camiones." in found.text
    text = " ".join(found.text)
    for never in ["narrow", "Open menu", "Never shown", "Related", "Rochester"]:
        assert never not in text
    assert reading.language == "es"


def test_several_stories_in_one_file_are_parted() -> None:
    reading = read_file("two_stories.txt")
    first, second = reading.stories
    assert cities(reading) == ["alpha-nj", "rochester-ny"]
    assert (first.headline, second.headline) == ("A Map of Every Lamp", "Letters to a Landlord")
    assert first.printed_topics == ["Public Safety", "Housing"]
    assert second.printed_topics == ["Housing", "Health and Wellbeing"]
    assert first.glance == [
        "15% fewer falls after dark in 2024 compared to 2023.",
        "200 lamps mended in 2024.",
    ]
    assert second.glance == []
    assert first.callouts == ["40 percent fewer calls about dark streets from 2023 to 2024"]
    assert not any("Rochester" in text or "Join" in text for text in first.text)
    assert not any("mage" in text for text in first.text)
    assert not any("Medellín" in text or "Share" in text for text in second.text)


def test_lines_broken_by_a_terminal_are_read_as_paragraphs() -> None:
    (found,) = read_file("wrapped.txt").stories
    assert found.headline.startswith("Counting Boats on a River")
    assert found.glance[0].endswith("in the year before, when nobody looked.")
    assert len(found.glance) == 2
    assert [(each["speaker"], each["role"]) for each in found.quotes] == [
        ("Joan River", "Deputy Mayor")
    ]
    assert found.quotes[0]["text"].endswith("first counter for a bridge.")


@pytest.mark.parametrize(
    "head",
    [
        "Alpha, New Jersey, USA\nLamps for All\nProject Type:\nHousing\n",
        "Lamps for All\nAlpha, New Jersey, USA\nProject Type:\nHousing\n",
        "Home\nOur Cities\nAlpha, NJ\n\n\nLamps for All\n\nProject Type: Housing\n",
        "Alpha, New Jersey\nLamps for All.\nGold Certification Badge\nPROJECT TYPES: Housing\n",
        "<p>Alpha, New Jersey<h1>Lamps for All</h1><p>Share it<h2>Project Type</h2><p>Housing",
        "<h1>Lamps for All</h1><p>Alpha, New Jersey<p><b>Project Type:</b> Housing",
    ],
)
def test_city_and_headline_stand_above_in_either_order(head: str) -> None:
    found = story(head)
    assert found.city
    assert found.city["id"] == "alpha-nj"
    assert found.headline == "Lamps for All"
    assert found.printed_topics == ["Housing"]


@pytest.mark.parametrize(
    "printed",
    [
        "Project Type: Housing, Public Safety\n",
        "Project Type:\nHousing, Public Safety\n",
        "Project Type:\nHousing\nPublic Safety\n",
        "Project Type:\n• Housing\n• Public Safety\n",
        "Project Type: Housing\nPublic Safety\n",
        "<p>Project Type:<ul><li>Housing<li>Public Safety</ul>",
        "<p>Project Type: <a href=x>Housing</a><a href=y>Public Safety</a></p>",
        "<p>Project Type:<div><a>Housing</a> <a>Public Safety</a></div>",
        "<p>Project Type:<p><span class=pill>Housing</span><span class=pill>Public Safety</span>",
    ],
)
def test_topics_stand_on_one_line_or_in_a_list(printed: str) -> None:
    above = "Alpha, New Jersey\nLamps for All\n"
    if "<" in printed:
        above = "<p>Alpha, New Jersey<h1>Lamps for All</h1>"
    found = story(f"{above}{printed}{LEAD}" if "<" not in printed else f"{above}{printed}<p>{LEAD}")
    assert found.printed_topics == ["Housing", "Public Safety"]
    assert found.lead == LEAD


def test_a_topic_that_nobody_knows_is_kept_as_it_is_printed() -> None:
    found = story(HEAD.replace("Housing", "Rivers and Boats") + LEAD)
    assert (found.printed_topics, found.topics) == (["Rivers and Boats"], [])
    assert found.text == [LEAD]


def test_a_story_may_have_no_topics() -> None:
    found = story(f"Alpha, New Jersey\nLamps for All\nProject Type:\n\n{LEAD}\n")
    assert (found.printed_topics, found.text) == ([], [LEAD])


@pytest.mark.parametrize(
    "glance",
    [
        "At a Glance\n• 5% more.\n• 6% less.\n\n",
        "At a Glance:\n● 5% more.\n● 6% less.\n",
        "AT A GLANCE\n1. 5% more.\n2. 6% less.\n",
        "At a Glance\n– 5% more.\n– 6% less.\n",
        "At a Glance\n\n\n5% more.\n\n\n6% less.\n",
        "<h3>At a Glance</h3><ul><li>5% more.<li>6% less.</ul>",
        "<h3>At a Glance</h3><ol><li><p>5% more.</p><li><p><b>6</b>% less.</p></ol>",
        "<div><h3>At a Glance</h3><p>5% more.<p>6% less.</div>",
        "<div><h3>At a Glance</h3><div><div>5% more.</div><div>6% less.</div></div></div>",
        "<section><header><h3>At a Glance</h3></header><p>5% more.<br>6% less.</section>",
    ],
)
def test_at_a_glance_is_a_list_however_it_is_made(glance: str) -> None:
    if "<" in glance:
        page = "<p>Alpha, New Jersey<h1>Lamps</h1><p>Project Type: Housing<div>{}</div><p>{}<p>{}"
    else:
        page = "Alpha, New Jersey\n\nLamps\n\nProject Type:\nHousing\n\n{}\n{}\n\n{}\n"
    found = story(page.format(glance, LEAD, LEAD.replace("lamps", "boats")))
    assert found.glance == ["5% more.", "6% less."]
    assert found.lead == LEAD
    assert found.text[:2] == ["5% more.", "6% less."]


def test_a_page_without_at_a_glance_has_none() -> None:
    assert story(f"{HEAD}{LEAD}\n").glance == []


def test_at_a_glance_ends_even_where_every_line_stands_alone() -> None:
    spaced = "\n\n\n".join(f"{number} lamps were mended." for number in range(30))
    found = story(f"{HEAD}At a Glance\n\n\n{spaced}\n")
    assert len(found.glance) == 12
    assert len(found.text) == 30


@pytest.mark.parametrize(
    ("shown", "level", "year"),
    [
        ("<img alt='Silver Certification Badge 2019'>", "silver", "2019"),
        ("<img src=x alt='2021 GOLD certification badge'>", "gold", None),
        ("<p>Platinum Certification Badge, earned in 2024</p>", "platinum", "2024"),
    ],
)
def test_a_badge_is_seen_as_a_picture_or_as_text(shown: str, level: str, year: str | None) -> None:
    found = story(f"<p>Alpha, New Jersey<h1>Lamps</h1><p>Project Type: Housing<p>{shown}<p>{LEAD}")
    assert found.badge
    assert (found.badge.level, found.badge.year) == (level, year)
    assert found.text == [LEAD]


@pytest.mark.parametrize(
    "apart",
    [
        "<p>62% fewer falls on the stairs</p>",
        "<h3>62% fewer falls on the stairs</h3>",
        "<div><div>62%</div><div>fewer falls on the stairs</div></div>",
        "<p><strong>62%</strong><br>fewer falls on the stairs</p>",
        "<h2>62%</h2><p>fewer falls on the stairs</p>",
    ],
)
def test_a_figure_set_apart_is_one_however_it_is_made(apart: str) -> None:
    page = "<p>Alpha, New Jersey<h1>Lamps</h1><p>Project Type: Housing<p>{}{}<p>{}"
    found = story(page.format(LEAD, apart, LEAD.replace("lamps", "boats")))
    assert found.callouts == ["62% fewer falls on the stairs"]


@pytest.mark.parametrize(
    "caption",
    [
        "Image Courtesy of the City of Alpha.",
        "Photo: A. Lens",
        "Photo by A. Lens",
        "Foto: Ciudad de Alpha",
        "Pictured above: the clerks of 2024",
    ],
)
def test_captions_are_no_text(caption: str) -> None:
    assert story(f"{HEAD}{LEAD}\n\n{caption}\n").text == [LEAD]


def test_a_line_right_below_a_speaker_is_a_caption() -> None:
    quote = (
        "“We mend what people walk under, and count it.”\n\nMayor Tom Lantern\nThe lamps in 2024\n"
    )
    found = story(f"{HEAD}{LEAD}\n\n{quote}\n{LEAD.replace('lamps', 'boats')}\n")
    assert "The lamps in 2024" not in found.text
    assert "The lamps in 2024" not in found.callouts


@pytest.mark.parametrize(
    "end",
    [
        "Join Our Certified Cities!",
        "Related Stories",
        "More stories",
        "Explore all cities",
        "Share this story",
        "Subscribe to our newsletter",
        "© 2025 Our Cities. All rights reserved.",
        "Privacy Policy",
        "Next story",
    ],
)
def test_what_stands_below_a_story_is_not_of_it(end: str) -> None:
    assert story(f"{HEAD}{LEAD}\n\n{end}\n\n99% of something else.\n").text == [LEAD]


def test_a_long_sentence_that_begins_so_does_not_end_a_story() -> None:
    long = (
        "Related content was kept by the clerks in boxes of which nobody knew how many there were."
    )
    assert story(f"{HEAD}{LEAD}\n\n{long}\n").text == [LEAD, long]


def test_a_city_of_which_there_are_several_is_told_by_its_state() -> None:
    page = HEAD.replace("Alpha, New Jersey", "Rochester, Minnesota")
    assert cities(read(page)) == ["rochester-mn"]


def test_a_story_without_a_city_is_a_problem_with_its_headline() -> None:
    reading = read("<h1>Lamps for All</h1><p>Project Type: Housing<p>" + LEAD)
    assert reading.stories == []
    assert reading.problem == "the city of 'Lamps for All' is not named above it"


def test_too_many_stories_are_none() -> None:
    assert "Project Type:" in (read("Project Type:\n\n" * 501).problem or "")


def test_a_sentence_about_project_types_begins_no_story() -> None:
    assert read(f"Alpha, New Jersey\nLamps\nProject types differ a lot.\n{LEAD}").is_empty


def test_nobody_speaks_in_a_page_without_quotations() -> None:
    assert spoken(f"{HEAD}{LEAD}\n") == []
