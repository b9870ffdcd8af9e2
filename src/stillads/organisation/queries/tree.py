"""The tree of units as it stood on a day."""

from collections import defaultdict
from datetime import date
from typing import Final

from django.db.models import DateField

from stillads.kernel.prepared import Parameter, Prepared

from ..lookup import on_day
from ..models import UnitPlacement

ON_DAY: Final = Parameter("day", DateField())
_PLACED: Final = Prepared(
    lambda: UnitPlacement.objects.filter(on_day(ON_DAY)).values_list("unit_id", "parent_id")
)


def children_on(day: date) -> dict[int | None, list[int]]:
    """Parent id (None at the top) → ids of the units placed under it on `day`."""
    found: dict[int | None, list[int]] = defaultdict(list)
    for unit_id, parent_id in _PLACED.all(day=day):
        found[parent_id].append(unit_id)
    return found


def below(unit_id: int, children: dict[int | None, list[int]]) -> frozenset[int]:
    """`unit_id` and every unit under it, in a tree from `children_on`."""
    found, waiting = {unit_id}, [unit_id]
    while waiting:
        for child in children.get(waiting.pop(), []):
            if child not in found:
                found.add(child)
                waiting.append(child)
    return frozenset(found)
