"""Making, moving, renaming and closing units. Nothing is deleted: the tree has dates."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from stillads.audit.actions.record import record
from stillads.kernel.cpr import check_no_cpr
from stillads.kernel.danish import fold
from stillads.kernel.dates import format_date
from stillads.kernel.rules import RuleError
from stillads.kernel.viewer import Viewer

from ..closing import hindrances
from ..lookup import assignment_names_after, children_after, placement_on, unit_by_id
from ..models import Unit, UnitPlacement
from ..queries.tree import below, children_on
from ..rules import check_can_manage, check_span


@transaction.atomic
def create_unit(
    *,
    name: str,
    kind: str,
    parent: str | None,
    first_day: date,
    key: str = "",
    idempotency_key: str | None = None,
    viewer: Viewer,
    at: datetime,
) -> Unit:
    """A new unit under `parent` (public id; None at the top) from `first_day`. Sent twice, made once."""
    check_can_manage(viewer)
    if idempotency_key and (known := Unit.objects.filter(idempotency_key=idempotency_key).first()):
        return known
    check_no_cpr(name, field="name")
    if kind not in Unit.Kind.values:
        raise RuleError(_("Choose a kind from the list."), field="kind")
    above = unit_by_id(parent) if parent else None
    if above:
        _check_open(above, first_day, field="parent")
    unit = Unit.objects.create(
        key=key or _free_key(name),
        name=name,
        kind=kind,
        valid_from=first_day,
        idempotency_key=idempotency_key,
    )
    UnitPlacement.objects.create(unit=unit, parent=above, valid_from=first_day)
    _log(viewer, "organisation.create_unit", unit, at, first_day=first_day, under=above.name if above else "")
    return unit


@transaction.atomic
def change_unit(*, unit: str, name: str, kind: str, viewer: Viewer, at: datetime) -> Unit:
    """Another name or kind, for the past too: a unit that becomes something else is closed instead."""
    check_can_manage(viewer)
    check_no_cpr(name, field="name")
    if kind not in Unit.Kind.values:
        raise RuleError(_("Choose a kind from the list."), field="kind")
    row = unit_by_id(unit, lock=True)
    before = {"name": row.name, "kind": row.kind}
    row.name, row.kind = name, kind
    row.save(update_fields=["name", "name_sort", "kind"])
    _log(viewer, "organisation.change_unit", row, at, before=before)
    return row


@transaction.atomic
def move_unit(*, unit: str, parent: str | None, first_day: date, viewer: Viewer, at: datetime) -> Unit:
    """Hangs the unit, with all below it, under `parent` from `first_day` on."""
    check_can_manage(viewer)
    row = unit_by_id(unit, lock=True)
    above = unit_by_id(parent) if parent else None
    check_can_move(row, above, first_day)
    now_at = placement_on(row, first_day)
    if now_at.parent_id == (above.pk if above else None):
        return row
    if now_at.valid_from == first_day:
        now_at.parent = above
        now_at.save(update_fields=["parent"])
    else:
        last = now_at.valid_to
        now_at.valid_to = first_day - timedelta(days=1)
        now_at.save(update_fields=["valid_to"])
        UnitPlacement.objects.create(unit=row, parent=above, valid_from=first_day, valid_to=last)
    _log(viewer, "organisation.move_unit", row, at, first_day=first_day, under=above.name if above else "")
    return row


@transaction.atomic
def close_unit(*, unit: str, last_day: date, viewer: Viewer, at: datetime) -> Unit:
    """The unit's last day. Its past stays as it was."""
    check_can_manage(viewer)
    row = unit_by_id(unit, lock=True)
    check_can_close(row, last_day)
    row.valid_to = last_day
    row.save(update_fields=["valid_to"])
    UnitPlacement.objects.filter(unit=row, valid_to__isnull=True).update(valid_to=last_day)
    _log(viewer, "organisation.close_unit", row, at, last_day=last_day)
    return row


def check_can_move(unit: Unit, parent: Unit | None, first_day: date) -> None:
    """Not under itself, not while either is closed, not before a move that is already planned."""
    _check_open(unit, first_day, field="first_day")
    if unit.placements.filter(valid_from__gt=first_day).exists():
        raise RuleError(_("A later move is already planned. Choose a day after it."), field="first_day")
    if parent is None:
        return
    _check_open(parent, first_day, field="parent")
    if parent.pk in below(unit.pk, children_on(first_day)):
        raise RuleError(_("A unit cannot lie under itself or under what lies below it."), field="parent")


def check_can_close(unit: Unit, last_day: date) -> None:
    """Refuses while units below, people with roles, or what other rooms declared still need the unit."""
    if unit.valid_to:
        raise RuleError(_("The unit is closed already: its last day is %s.") % format_date(unit.valid_to))
    check_span(unit.valid_from, last_day, field="last_day")
    reasons = []
    if names := children_after(unit, last_day):
        reasons.append(_("Move or close these units first: %s.") % _listed(names))
    if names := assignment_names_after(unit, last_day):
        reasons.append(_("These people have a role here after that day: %s.") % _listed(names))
    if unit.placements.filter(valid_from__gt=last_day).exists():
        reasons.append(_("A later move is already planned."))
    reasons += hindrances(unit_id=unit.pk, last_day=last_day)
    if reasons:
        raise RuleError(" ".join(map(str, reasons)), field="last_day")


def _check_open(unit: Unit, day: date, *, field: str) -> None:
    if day < unit.valid_from or (unit.valid_to and day > unit.valid_to):
        raise RuleError(
            _("%(unit)s does not exist on %(day)s.") % {"unit": unit.name, "day": format_date(day)},
            field=field,
        )


def _listed(names: list[str], most: int = 5) -> str:
    more = len(names) - most
    shown = ", ".join(names[:most])
    return _("%(names)s and %(n)d more") % {"names": shown, "n": more} if more > 0 else shown


def _free_key(name: str) -> str:
    stem = slugify(fold(name))[:70] or "enhed"
    taken = set(Unit.objects.filter(key__startswith=stem).values_list("key", flat=True))
    return next(
        key for n in range(1, len(taken) + 2) if (key := stem if n == 1 else f"{stem}-{n}") not in taken
    )


def _log(viewer: Viewer, verb: str, unit: Unit, at: datetime, **data: object) -> None:
    plain = {key: str(value) if isinstance(value, date) else value for key, value in data.items()}
    record(
        viewer=viewer, verb=verb, target=f"unit:{unit.public_id}", target_name=unit.name, unit=unit.key,
        data=plain, at=at,
    )  # fmt: skip
