"""The tree of units on a day, one unit with its past, and units to choose among."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from stillads.kernel.viewer import Viewer

from ..lookup import on_day, unit_by_id
from ..models import Assignment, Unit, UnitPlacement
from ..permissions import READ
from ..policy import MANAGER, check_may


@dataclass(frozen=True, slots=True)
class UnitRow:
    """One line of the tree. `level` counts from 0 at the top; `leaders` are names in Danish order."""

    id: int
    public_id: str
    name: str
    kind: str
    level: int
    leaders: tuple[str, ...]
    people: int
    last_day: date | None


@dataclass(frozen=True, slots=True)
class PlacementRow:
    """Where the unit hung from one day to another; `under` is empty at the top."""

    first_day: date
    last_day: date | None
    under: str
    under_id: str


@dataclass(frozen=True, slots=True)
class UnitPage:
    """A unit on a day. `path` leads from the top to the unit above: (name, public id)."""

    id: int
    public_id: str
    key: str
    name: str
    kind: str
    kind_name: str
    first_day: date
    last_day: date | None
    path: tuple[tuple[str, str], ...]
    parent: str
    children: tuple[UnitRow, ...]
    placements: tuple[PlacementRow, ...]


def unit_tree(*, viewer: Viewer, on: date) -> list[UnitRow]:
    """Every unit of a day, a parent before its children, siblings in Danish order. Three queries."""
    check_may(viewer, READ)
    return _rows(on)


def unit_page(*, public_id: str, viewer: Viewer, on: date) -> UnitPage:
    """One unit as it stood on a day; NotFound where there is none. Five queries."""
    check_may(viewer, READ)
    unit = unit_by_id(public_id)
    tree = _rows(on)
    placements = tuple(_placements(unit))
    parents = dict(UnitPlacement.objects.filter(on_day(on)).values_list("unit_id", "parent_id"))
    known = {row.id: row for row in tree}
    path = tuple(_path(parents.get(unit.pk), parents, known))
    children = tuple(row for row in tree if parents.get(row.id) == unit.pk)
    return UnitPage(
        unit.pk, unit.public_id, unit.key, unit.name, unit.kind, unit.get_kind_display(), unit.valid_from,
        unit.valid_to, path, path[-1][1] if path else "", children, placements,
    )  # fmt: skip


def unit_choices(*, on: date) -> list[tuple[str, str]]:
    """(public id, name indented by its level) of every unit of a day, for a select. One query."""
    rows = _walk(on)
    return [(unit.public_id, "\u2003" * level + unit.name) for unit, level in rows]


def units_by_public_id(public_ids: list[str]) -> tuple[Unit, ...]:
    """The units named, in Danish order; names that are not there are left out. One query."""
    return tuple(Unit.objects.filter(public_id__in=public_ids).order_by("name_sort", "pk"))


def kind_choices() -> list[tuple[str, str]]:
    """(key, Danish name) of every kind of unit."""
    return [(str(key), str(name)) for key, name in Unit.Kind.choices]


def _rows(on: date) -> list[UnitRow]:
    leaders: dict[int, list[str]] = {}
    held = Assignment.objects.filter(on_day(on))
    for unit_id, name in (
        held.filter(role=MANAGER).order_by("person__name_sort").values_list("unit_id", "person__name")
    ):
        leaders.setdefault(unit_id, []).append(name)
    counts = dict(held.values_list("unit_id").annotate(n=Count("person", distinct=True)))
    return [
        UnitRow(
            unit.pk,
            unit.public_id,
            unit.name,
            unit.get_kind_display(),
            level,
            tuple(dict.fromkeys(leaders.get(unit.pk, []))),
            counts.get(unit.pk, 0),
            unit.valid_to,
        )
        for unit, level in _walk(on)
    ]


def _walk(on: date) -> Iterable[tuple[Unit, int]]:
    """Depth first. What hangs under a closed unit or in a ring is left out rather than looped over."""
    under: dict[int | None, list[Unit]] = {}
    rows = (
        UnitPlacement.objects.filter(on_day(on))
        .select_related("unit")
        .order_by("-unit__name_sort", "-unit_id")
    )
    for row in rows:
        under.setdefault(row.parent_id, []).append(row.unit)
    waiting = [(unit, 0) for unit in under.get(None, [])]
    while waiting:
        unit, level = waiting.pop()
        yield unit, level
        waiting.extend((child, level + 1) for child in under.pop(unit.pk, []))


def _placements(unit: Unit) -> Iterable[PlacementRow]:
    for row in unit.placements.select_related("parent").order_by("-valid_from"):
        parent = row.parent
        yield PlacementRow(
            row.valid_from, row.valid_to, parent.name if parent else "", parent.public_id if parent else ""
        )


def _path(
    parent_id: int | None, parents: Mapping[int, int | None], known: Mapping[int, UnitRow]
) -> Iterable[tuple[str, str]]:
    steps: list[tuple[str, str]] = []
    while parent_id is not None and parent_id in known and len(steps) < len(known):
        steps.append((known[parent_id].name, known[parent_id].public_id))
        parent_id = parents.get(parent_id)
    return reversed(steps)
