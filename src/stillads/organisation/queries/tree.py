"""The tree of units as it stood on a day."""

from collections import defaultdict
from datetime import date

from ..lookup import on_day
from ..models import UnitPlacement


def children_on(day: date) -> dict[int | None, list[int]]:
    """Parent id (None at the top) → ids of the units placed under it on `day`."""
    found: dict[int | None, list[int]] = defaultdict(list)
    for unit_id, parent_id in UnitPlacement.objects.filter(on_day(day)).values_list("unit_id", "parent_id"):
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
