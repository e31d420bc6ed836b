"""Small frozen records of ours, typed as dataclasses are, at no cost of start-up.

Making a dataclass or a named tuple compiles code, a fifth of a millisecond each; wwc has two
dozen of them, and every call pays.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, dataclass_transform

if TYPE_CHECKING:
    from typing import Self


@dataclass_transform(frozen_default=True)
class Shape:
    """A record whose fields are the annotations of its classes, in that order, bases first."""

    _fields: ClassVar[dict[str, Any]] = {}

    def __init_subclass__(cls) -> None:
        cls._fields = {**cls._fields, **cls.__annotations__}

    def __init__(self, *values: Any, **named: Any) -> None:  # noqa: ANN401 - typed by the class
        fields = self._fields
        self.__dict__.update(zip(fields, values, strict=False))
        self.__dict__.update(named)
        if wrong := named.keys() - fields.keys() or len(values) > len(fields):
            raise TypeError(f"{type(self).__name__} has not the fields {wrong}")
        for field in fields:
            getattr(self, field)  # given, or a default of the class

    def replaced(self, **changes: Any) -> Self:  # noqa: ANN401 - as above
        """Return a copy with other values of some fields."""
        return type(self)(**{**self.__dict__, **changes})

    def _values(self) -> tuple[object, ...]:
        return tuple(getattr(self, field) for field in self._fields)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Shape) and (
            type(self) is type(other) and self._values() == other._values()
        )

    def __hash__(self) -> int:
        return hash(repr(self))

    def __repr__(self) -> str:
        values = zip(self._fields, self._values(), strict=True)
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in values)})"
