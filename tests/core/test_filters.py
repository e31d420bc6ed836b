"""What people type into filters, as the values that records carry."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.core import stores
from tests.factories import make_topic
from wwc_cli.core import filters
from wwc_cli.errors import ExitCode, UsageProblem

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from wwc_cli.core.catalogue import Catalogue

    Filter = Callable[[list[str], Catalogue], list[str]]

FILTERS = [filters.topics, filters.themes, filters.countries, filters.states]


def problem(
    wanted: Callable[[list[str], Catalogue], object], text: str, catalogue: Catalogue
) -> UsageProblem:
    with pytest.raises(UsageProblem) as caught:
        wanted([text], catalogue)
    assert caught.value.code == ExitCode.USAGE
    assert repr(text) in caught.value.message
    assert caught.value.hint
    return caught.value


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("health-and-wellbeing", "health-and-wellbeing"),
        ("Health and Wellbeing", "health-and-wellbeing"),
        ("health & wellness", "health-and-wellbeing"),
        ("Salud y bienestar", "health-and-wellbeing"),
        ("saude e bem-estar", "health-and-wellbeing"),
        ("HOUSING", "housing"),
        ("vivienda", "housing"),
        ("Habitação", "housing"),
        ("Cross Sector", "cross-sector-collaboration"),
        ("Cross-Sector Collaboration", "cross-sector-collaboration"),
        ("Infrastructure", "infrastructure-and-utilities"),
        ("public safety", "public-safety"),
        ("Segurança Pública", "public-safety"),
        ("Participación ciudadana", "community-engagement"),
        ("Transporte", "transportation"),
    ],
)
def test_a_topic_is_known_by_its_id_in_three_languages_and_as_printed(
    bundled: Catalogue, text: str, topic: str
) -> None:
    assert filters.topics([text], bundled) == [topic]


def test_every_topic_is_known_by_each_of_its_names(bundled: Catalogue) -> None:
    for topic in bundled.topics():
        names = [topic["id"], topic["name"]["en"], topic["name"]["es"], topic["name"]["pt"]]
        assert filters.topics(names, bundled) == [topic["id"]] * 4


@pytest.mark.parametrize("text", ["traffic-safety", "Traffic Safety", "TRAFFIC SAFETY"])
def test_a_theme_is_known_with_or_without_its_hyphen(bundled: Catalogue, text: str) -> None:
    assert filters.themes([text], bundled) == ["traffic-safety"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Chile", "CL"),
        ("cl", "CL"),
        ("Brazil", "BR"),
        ("Brasil", "BR"),
        ("México", "MX"),
        ("Colômbia", "CO"),
        ("Canadá", "CA"),
        ("USA", "US"),
        ("Estados Unidos", "US"),
        ("EE. UU.", "US"),
        ("Equador", "EC"),
        ("uruguai", "UY"),
    ],
)
def test_a_country_is_known_by_its_code_and_in_three_languages(
    bundled: Catalogue, text: str, code: str
) -> None:
    assert filters.countries([text], bundled) == [code]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("NY", ("US", "New York")),
        ("N.Y.", ("US", "New York")),
        ("new york", ("US", "New York")),
        ("Calif.", ("US", "California")),
        ("minn", ("US", "Minnesota")),
        ("DC", ("US", "District of Columbia")),
        ("ON", ("CA", "Ontario")),
        ("Ont.", ("CA", "Ontario")),
        ("AR", ("US", "Arkansas")),
        ("antioquia", ("CO", "Antioquia")),
        ("Nuevo Leon", ("MX", "Nuevo León")),
        ("Ohiggins", ("CL", "O'Higgins")),
        ("Córdoba", ("AR", "Córdoba")),
    ],
)
def test_a_state_or_region_is_known_by_name_short_form_and_code(
    bundled: Catalogue, text: str, state: tuple[str, str]
) -> None:
    assert filters.states([text], bundled) == [state]


@pytest.mark.parametrize(
    ("wanted", "text", "value"),
    [
        (filters.topics, "parques", "parks-and-recreation"),
        (filters.countries, "unidos", "US"),
        (filters.states, "Grande Sul", ("BR", "Rio Grande do Sul")),
    ],
)
def test_words_that_only_one_value_has_are_enough(
    bundled: Catalogue, wanted: Filter, text: str, value: object
) -> None:
    assert wanted([text], bundled) == [value]


@pytest.mark.parametrize(
    ("wanted", "text"),
    [(filters.topics, "development"), (filters.themes, "data"), (filters.states, "Carolina")],
)
def test_words_that_several_values_have_are_not(
    bundled: Catalogue, wanted: Filter, text: str
) -> None:
    problem(wanted, text, bundled)


def test_a_whole_name_beats_a_longer_one_with_its_words(bundled: Catalogue) -> None:
    assert filters.states(["Virginia"], bundled) == [("US", "Virginia")]
    assert filters.states(["Buenos Aires"], bundled) == [("AR", "Buenos Aires")]


def test_several_values_come_back_in_their_order(bundled: Catalogue) -> None:
    assert filters.countries(["Chile", "Brasil", "CL"], bundled) == ["CL", "BR", "CL"]


@pytest.mark.parametrize("wanted", FILTERS)
def test_no_value_asks_for_nothing(wanted: Filter, bundled: Catalogue) -> None:
    assert wanted([], bundled) == []


@pytest.mark.parametrize(
    ("wanted", "text", "near"),
    [
        (filters.topics, "hosing", "housing"),
        (filters.topics, "transprotation", "transportation"),
        (filters.themes, "trafic", "traffic-safety"),
        (filters.countries, "Chle", "Chile"),
        (filters.states, "Californa", "California"),
        pytest.param(filters.states, "New Yrok", "New York"),
        pytest.param(filters.states, "Pensilvania", "Pennsylvania"),
        pytest.param(filters.states, "Ontaro", "Ontario"),
    ],
)
def test_an_unknown_value_is_answered_with_those_near_it(
    bundled: Catalogue, wanted: Filter, text: str, near: str
) -> None:
    error = problem(wanted, text, bundled)
    assert error.suggestions[0] == near
    assert len(error.suggestions) <= 3
    assert error.hint
    assert "Did you mean" in error.hint
    assert near in error.hint
    assert len(wanted(error.suggestions, bundled)) == len(error.suggestions)


def test_at_most_three_near_ones_are_named(tmp_path: Path) -> None:
    names = [f"housing-{letter}" for letter in "abcde"]
    topics = [make_topic(name, name, name, name) for name in names]
    error = problem(filters.topics, "hausing", stores.opened(tmp_path, topics=topics))
    assert len(error.suggestions) == 3
    assert set(error.suggestions) < set(names)


@pytest.mark.parametrize(
    ("wanted", "text"),
    [
        (filters.countries, "France"),
        (filters.topics, "police"),
        pytest.param(filters.countries, "Narnia"),
        pytest.param(filters.states, "Mordor"),
    ],
)
def test_what_is_near_nothing_is_told_so(bundled: Catalogue, wanted: Filter, text: str) -> None:
    assert problem(wanted, text, bundled).suggestions == []


@pytest.mark.parametrize(
    ("wanted", "known"),
    [
        (filters.topics, "health-and-wellbeing, housing and public-safety"),
        (filters.themes, "blight, service-speed and traffic-safety"),
        (filters.countries, "Argentina, Chile, Colombia and United States"),
        (filters.states, "New York and O'Higgins"),
    ],
)
def test_where_no_value_is_near_all_are_named(small: Catalogue, wanted: Filter, known: str) -> None:
    error = problem(wanted, "qqqqqq", small)
    assert error.suggestions == []
    assert error.hint
    assert known in error.hint


def test_of_many_values_twenty_are_named_and_the_rest_counted(bundled: Catalogue) -> None:
    hint = problem(filters.states, "qqqqqq", bundled).hint
    assert hint
    known = len({name for _, _, name in bundled.subdivisions()})
    assert hint.count(",") == 19
    assert f"and {known - 20} more" in hint


@pytest.mark.parametrize("wanted", FILTERS)
@pytest.mark.parametrize("text", ["", "()", "日本", "\udcff", "x" * 99, "\x1b[2J"])
def test_odd_values_are_usage_problems_too(small: Catalogue, wanted: Filter, text: str) -> None:
    assert problem(wanted, text, small).message.isprintable()


@pytest.mark.parametrize("wanted", FILTERS)
def test_a_value_without_letters_is_refused_without_a_warning(
    small: Catalogue, wanted: Filter, caplog: pytest.LogCaptureFixture
) -> None:
    problem(wanted, "()", small)
    assert not caplog.records


def test_an_error_names_the_option_it_is_about(small: Catalogue) -> None:
    assert problem(filters.topics, "x", small).message == "No topic is called 'x'."
    assert problem(filters.states, "x", small).message == "No state is called 'x'."
