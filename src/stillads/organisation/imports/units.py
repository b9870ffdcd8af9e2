"""What a row of a file of units does."""

from collections.abc import Iterable
from datetime import date, datetime

from django.utils.translation import gettext as _

from stillads.kernel.clock import local_day
from stillads.kernel.rules import RuleError
from stillads.kernel.viewer import Viewer

from ..actions.units import change_unit, close_unit, create_unit, move_unit
from ..lookup import placement_on
from ..models import Unit
from .cells import day_of, filled, kind_of
from .report import type_what
from .table import Column, Row


def key_of(text: str, field: str) -> str:
    """A key as addresses know it."""
    if text != text.lower() or not text.replace("-", "").replace("_", "").isalnum() or not text.isascii():
        said = _("Write small letters, digits and hyphens, for example “elmegaarden”. It says “%s”.") % text
        raise RuleError(said, field=field)
    return text


COLUMNS = (
    Column("key", "nøgle", ("id", "kode", "enhedsnøgle"), required=True, check=key_of),
    Column("name", "navn", ("enhed", "enhedsnavn"), required=True, check=filled),
    Column("kind", "type", ("art",), required=True, check=kind_of),
    Column("parent", "hører under", ("under", "overenhed", "forælder"), required=True),
    Column("first_day", "fra", ("startdato", "gælder fra"), check=day_of),
    Column("last_day", "til", ("slutdato", "gælder til"), check=day_of),
)


def in_order(rows: Iterable[Row]) -> list[Row]:
    """Each unit after the one it lies under; what hangs in a ring comes last, and fails there."""
    waiting = list(rows)
    inside = {row.cells["key"] for row in waiting}
    done: set[str] = set()
    ordered: list[Row] = []
    while waiting:
        ready = [row for row in waiting if row.cells["parent"] not in inside or row.cells["parent"] in done]
        if not ready:
            return ordered + waiting
        ordered += ready
        done |= {row.cells["key"] for row in ready}
        waiting = [row for row in waiting if row not in ready]
    return ordered


def apply(row: Row, *, viewer: Viewer, at: datetime) -> tuple[type_what, str]:
    """Makes, changes, moves or closes a row’s unit. Returns what it did, and to which."""
    cells = row.cells
    kind, first = kind_of(cells["kind"]), day_of(cells.get("first_day", ""), "first_day")
    last = day_of(cells.get("last_day", ""), "last_day")
    parent = _parent(cells["parent"])
    unit = Unit.objects.filter(key=cells["key"]).first()
    if unit is None:
        day = first or local_day(at)
        unit = create_unit(
            name=cells["name"], kind=kind, parent=parent.public_id if parent else None, first_day=day,
            key=cells["key"], viewer=viewer, at=at,
        )  # fmt: skip
        _close(unit, last, viewer, at)
        return "created", unit.name
    changed = [
        _rename(unit, cells["name"], kind, viewer, at),
        _move(unit, parent, viewer, at),
        _close(unit, last, viewer, at),
    ]
    return "changed" if any(changed) else "unchanged", cells["name"]


def _parent(key: str) -> Unit | None:
    if not key:
        return None
    found = Unit.objects.filter(key=key).first()
    if found is None:
        said = _("Write the key of a unit that exists or stands in this file. It says “%s”.") % key
        raise RuleError(said, field="parent")
    return found


def _rename(unit: Unit, name: str, kind: str, viewer: Viewer, at: datetime) -> bool:
    if (unit.name, unit.kind) == (name, kind):
        return False
    change_unit(unit=unit.public_id, name=name, kind=kind, viewer=viewer, at=at)
    return True


def _move(unit: Unit, parent: Unit | None, viewer: Viewer, at: datetime) -> bool:
    day = max(local_day(at), unit.valid_from)
    if unit.valid_to and unit.valid_to < day:
        return False
    if placement_on(unit, day).parent_id == (parent.pk if parent else None):
        return False
    move_unit(
        unit=unit.public_id, parent=parent.public_id if parent else None, first_day=day, viewer=viewer, at=at
    )
    return True


def _close(unit: Unit, last: date | None, viewer: Viewer, at: datetime) -> bool:
    if last is None or unit.valid_to == last:
        return False
    close_unit(unit=unit.public_id, last_day=last, viewer=viewer, at=at)
    return True
