"""Parts of a draft by their place: ("instruments", "calls", "items") is a list, a further key one of its parts.

Every function leaves what it was given as it was, and gives a changed copy back.
"""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from django.utils.translation import gettext_lazy as _

from stillads.kernel.rules import NotFound

type_place = tuple[str, ...]


def rows_at(data: Mapping[str, Any], place: type_place) -> list[Any]:
    """The list at `place`; empty where there is none. NotFound where a part on the way is not there."""
    found = _within(data, place)
    return list(found) if isinstance(found, list | tuple) else []


def part_at(data: Mapping[str, Any], place: type_place, key: str) -> dict[str, Any]:
    """The part `key` of the list at `place`. NotFound where there is none."""
    return dict(rows_at(data, place)[_number(rows_at(data, place), key)])


def append(data: Mapping[str, Any], place: type_place, part: Mapping[str, Any]) -> dict[str, Any]:
    """With `part` at the end."""
    return _with(data, place, [*rows_at(data, place), dict(part)])


def replace(data: Mapping[str, Any], place: type_place, name: str, part: Mapping[str, Any]) -> dict[str, Any]:
    """With `part` in the place of the one that is called `name`."""
    rows = rows_at(data, place)
    at = _number(rows, name)
    return _with(data, place, [*rows[:at], dict(part), *rows[at + 1 :]])


def insert(data: Mapping[str, Any], place: type_place, at: int, part: Any) -> dict[str, Any]:
    """With `part` before number `at`: how a removal is undone."""
    rows = rows_at(data, place)
    return _with(data, place, [*rows[:at], part, *rows[at:]])


def remove(data: Mapping[str, Any], place: type_place, key: str) -> tuple[dict[str, Any], int, Any]:
    """Without the part; and where it stood, and what it was."""
    rows = rows_at(data, place)
    at = _number(rows, key)
    return _with(data, place, [*rows[:at], *rows[at + 1 :]]), at, rows[at]


def move(data: Mapping[str, Any], place: type_place, key: str, by: int) -> dict[str, Any]:
    """With the part `by` places further down (up where it is negative), within the list."""
    rows = rows_at(data, place)
    at = _number(rows, key)
    part = rows.pop(at)
    rows.insert(max(0, min(len(rows), at + by)), part)
    return _with(data, place, rows)


def name_of(row: Any, number: int) -> str:
    """The key of a part; its number in the list where it has none (a section)."""
    return str(row.get("key") or number) if isinstance(row, Mapping) else str(number)


def _number(rows: list[Any], key: str) -> int:
    for number, row in enumerate(rows):
        if name_of(row, number) == key:
            return number
    raise NotFound(_("There is nothing here by that name."))


def _within(data: Any, place: type_place) -> Any:
    found = data
    for step in place:
        if isinstance(found, list | tuple):
            found = found[_number(list(found), step)]
        else:
            found = found.get(step) if isinstance(found, Mapping) else None
    return found


def _with(data: Mapping[str, Any], place: type_place, rows: list[Any]) -> dict[str, Any]:
    made: dict[str, Any] = deepcopy(dict(data))
    holder: Any = made
    for step in place[:-1]:
        holder = holder[_number(holder, step)] if isinstance(holder, list) else holder.setdefault(step, {})
    holder[place[-1]] = deepcopy(rows)
    return made
