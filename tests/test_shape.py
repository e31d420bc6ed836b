"""Small frozen records."""

from __future__ import annotations

import pytest

from wwc_cli.shape import Shape


class Point(Shape):
    x: int
    y: int
    name: str = "unnamed"
    tags: tuple[str, ...] = ()


class Other(Shape):
    x: int
    y: int


class Square(Point):
    side: int = 1


class Corner(Square):
    """A shape without fields of its own."""


def test_a_shape_has_the_fields_of_its_bases_first() -> None:
    square = Square(1, 2, "tile", (), 5)
    assert (square.x, square.y, square.name, square.tags, square.side) == (1, 2, "tile", (), 5)
    assert square.replaced(x=3) == Square(3, 2, name="tile", side=5)
    assert Corner(1, 2).side == 1
    assert Corner(1, 2) != Square(1, 2)
    with pytest.raises(TypeError, match="side"):
        Point(1, 2, side=3)  # type: ignore[call-arg]  # what is tested


def test_fields_are_given_in_order_or_by_name() -> None:
    for point in (Point(1, 2), Point(1, y=2), Point(y=2, x=1)):
        assert (point.x, point.y, point.name, point.tags) == (1, 2, "unnamed", ())
    assert Point(1, 2, "corner").name == "corner"


def test_a_field_that_is_not_given_has_its_default() -> None:
    assert Point(1, 2, tags=("a",)).name == "unnamed"


def test_what_is_no_field_is_refused() -> None:
    with pytest.raises(TypeError, match=r"Point .*'z'"):
        Point(1, 2, z=3)  # type: ignore[call-arg]  # what is tested


def test_too_many_values_are_refused() -> None:
    with pytest.raises(TypeError, match="Other"):
        Other(1, 2, 3)  # type: ignore[call-arg]  # what is tested


def test_a_field_without_a_default_has_to_be_given() -> None:
    with pytest.raises((TypeError, AttributeError), match="y"):
        Point(1)  # type: ignore[call-arg]  # what is tested


def test_replaced_is_a_copy_with_other_values() -> None:
    point = Point(1, 2, "corner")
    moved = point.replaced(x=5)
    assert (moved.x, moved.y, moved.name) == (5, 2, "corner")
    assert point.x == 1
    with pytest.raises(TypeError):
        point.replaced(z=1)


def test_shapes_of_one_kind_and_value_are_equal() -> None:
    assert Other(1, 2) == Other(x=1, y=2)
    assert Other(1, 2) != Other(1, 3)
    assert Other(1, 2) != Point(1, 2)
    assert Other(1, 2) != (1, 2)


def test_a_default_that_is_given_makes_no_difference() -> None:
    assert Point(1, 2) == Point(1, 2, "unnamed")


def test_equal_shapes_have_one_hash() -> None:
    one, other = Other(1, 2), Other(1, 2)
    assert {one, other} == {one}
    assert len({one, other}) == 1


def test_a_shape_shows_its_fields() -> None:
    assert repr(Other(1, y="a")) == "Other(x=1, y='a')"  # type: ignore[arg-type]  # as above
