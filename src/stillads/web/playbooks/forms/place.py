"""What an editor form is made of: places of a part, each with the fields that change it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Protocol

from django import forms

_EMPTY: Final[tuple[Any, ...]] = (None, "", [], {}, ())
_ABSENT: Final = object()


class Place(Protocol):
    """Something in a part that one or more fields change together."""

    def fields(self) -> dict[str, forms.Field]:
        """The fields by name."""

    def more_names(self) -> set[str]:
        """Those of them that stand folded away."""

    def shown(self, part: Mapping[str, Any]) -> dict[str, Any]:
        """What the fields show."""

    def put(self, part: dict[str, Any], said: Mapping[str, Any]) -> dict[str, Any]:
        """The part with what was said."""

    def faults(self, said: Mapping[str, Any]) -> dict[str, Any]:
        """Reasons that fields give together, by field."""

    def said_more(self, part: Mapping[str, Any]) -> bool:
        """Does anything stand in the part that a folded field shows?"""


@dataclass(frozen=True, slots=True)
class Spot:
    """One value.

    path     where it stands in the part
    default  what it means when nothing stands there; that is not written down
    begin    what a new part is offered; it is written down
    emptied  it may stand there empty though its default is something
    more     it stands folded away
    """

    name: str
    path: tuple[str, ...]
    make: Callable[[], forms.Field]
    read: Callable[[Any], Any]
    write: Callable[[Any, Any], Any]
    default: Any = None
    begin: Any = None
    emptied: bool = False
    more: bool = False

    def fields(self) -> dict[str, forms.Field]:
        return {self.name: self.make()}

    def more_names(self) -> set[str]:
        return {self.name} if self.more else set()

    def shown(self, part: Mapping[str, Any]) -> dict[str, Any]:
        stands = _at(part, self.path)
        absent = self.default if self.begin is None else self.begin
        return {self.name: self.read(absent if stands is _ABSENT else stands)}

    def put(self, part: dict[str, Any], said: Mapping[str, Any]) -> dict[str, Any]:
        if self.name not in said:
            return part
        stood = _at(part, self.path)
        value = self.write(said[self.name], None if stood is _ABSENT else stood)
        at_default = value == self.default and type(value) is type(self.default)
        if at_default or (value in _EMPTY and not self.emptied):
            return _without(part, self.path)
        return _with(part, self.path, value)

    def faults(self, said: Mapping[str, Any]) -> dict[str, Any]:
        return {}

    def said_more(self, part: Mapping[str, Any]) -> bool:
        return self.more and _at(part, self.path) is not _ABSENT


def _at(part: Any, path: tuple[str, ...]) -> Any:
    for step in path:
        if not isinstance(part, Mapping) or step not in part:
            return _ABSENT
        part = part[step]
    return part


def _with(part: Mapping[str, Any], path: tuple[str, ...], value: Any) -> dict[str, Any]:
    inner = part.get(path[0])
    below = inner if isinstance(inner, Mapping) else {}
    return {**part, path[0]: value if len(path) == 1 else _with(below, path[1:], value)}


def _without(part: Mapping[str, Any], path: tuple[str, ...]) -> dict[str, Any]:
    made = dict(part)
    if len(path) == 1 or not isinstance(made.get(path[0]), Mapping):
        made.pop(path[0], None)
        return made
    below = _without(made[path[0]], path[1:])
    if below:
        made[path[0]] = below
    else:
        made.pop(path[0])
    return made
