"""What the API answers with: dictionaries whose known fields can be read as attributes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Dict, FrozenSet, Generic, List, Mapping, Optional, Tuple, TypeVar

T = TypeVar("T")
P = TypeVar("P")

Parts = Mapping[str, Any]
"""Which fields hold records: a class, a :class:`OneOf`, or a list with one of them."""


class Record(Dict[str, Any]):
    """An object of the API.

    It is a dictionary with all that was sent, so fields that this version does not know are there, too:
    ``contact["new_field"]``. Known fields are attributes besides: ``contact.email``. A known field that is
    missing is None; ``"email" in contact`` tells it from null. Nothing is checked, so nothing fails.
    """

    __slots__ = ()
    _parts: ClassVar[Parts] = {}
    _known: ClassVar[FrozenSet[str]] = frozenset()

    def __init_subclass__(cls, **given: Any) -> None:
        super().__init_subclass__(**given)
        cls._known = cls._known | frozenset(getattr(cls, "__annotations__", {}))

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            if name in self:
                return self[name]
            # A field that is a word of the language: `else_`.
            plain = name[:-1] if name.endswith("_") and not name.endswith("__") else name
            if plain in self:
                return self[plain]
            if name in self._known:
                return None
            raise AttributeError(f"{type(self).__name__} has no field {name!r}")

    def __dir__(self) -> List[str]:
        return [*super().__dir__(), *(name for name in self if name.isidentifier())]


class UnknownRecord(Record):
    """A member of a union that this version does not know. All of its fields are there."""

    __slots__ = ()

    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any: ...


class ListPage(Record, Generic[T, P]):
    """One page of a list: ``data`` and ``pagination``."""

    __slots__ = ()
    data: List[T]
    pagination: P


class OneOf:
    """The classes of a union, told apart by the value of a field, or by the fields that only one has."""

    __slots__ = ("_field", "_by_value", "_by_fields", "_otherwise")

    def __init__(
        self,
        field: Optional[str],
        by_value: Mapping[str, Any],
        by_fields: Tuple[Tuple[Tuple[str, ...], Any], ...],
        otherwise: Any = UnknownRecord,
    ) -> None:
        self._field = field
        self._by_value = by_value
        self._by_fields = by_fields
        self._otherwise = otherwise

    def choose(self, value: Mapping[str, Any]) -> Any:
        """The class of an object."""
        if self._field is not None:
            name = value.get(self._field)
            return self._by_value.get(name, self._otherwise) if isinstance(name, str) else self._otherwise
        for fields, chosen in self._by_fields:
            if all(field in value for field in fields):
                return chosen
        return self._otherwise


def shaped(value: Any, form: Any) -> Any:
    """The value with its objects as records. What has another form than expected stays as it is."""
    if form is None:
        return value
    if isinstance(form, list):
        return [shaped(member, form[0]) for member in value] if isinstance(value, list) else value
    if not isinstance(value, dict):
        return value
    chosen = form.choose(value) if isinstance(form, OneOf) else form
    record = chosen(value)
    for name, part in chosen._parts.items():
        if name in record:
            record[name] = shaped(record[name], part)
    return record
