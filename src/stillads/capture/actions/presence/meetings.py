"""The agenda: a point is put on it, settled with what came of it; the meeting is noted as held."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from stillads.audit.actions.record import record
from stillads.kernel.clock import local_day
from stillads.kernel.cpr import check_no_cpr
from stillads.kernel.rules import NotFound, RuleError
from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import check_may

from ...agenda import keep_brought
from ...lookup import deployment_by
from ...models import VOID, AgendaPoint, Deployment, Entry, Meeting
from ...permissions import REGISTER
from ...presence_rules import meeting_of
from ...versions import check_version, save_next
from ..entries import Said, write_entry


@transaction.atomic
def add_point(
    *, deployment: str, text: str, key: str, constructed: bool = False, viewer: Viewer, at: datetime
) -> AgendaPoint:
    """Something for the next meeting, written by somebody at the unit. Sent again it is the same point."""
    row = deployment_by(deployment)
    check_may(viewer, REGISTER, unit_id=row.unit_id)
    meeting_of(row)
    if there := AgendaPoint.objects.filter(idempotency_key=key).first():
        return there
    made = AgendaPoint(
        deployment=row, text=text.strip(), by=viewer.name, at=at, constructed=constructed, idempotency_key=key
    )
    said = Said(
        form="point", raw={"point": [text]}, key=f"point:{key}"[:64], subject=made.public_id,
        constructed=constructed,
    )  # fmt: skip
    write_entry(row, said, viewer=viewer, at=at)
    made.save()
    _log("capture.agenda.add", row, viewer, at, point=made.public_id)
    return made


@transaction.atomic
def settle_point(
    *, deployment: str, point: str, what: str, version: int | None = None, viewer: Viewer, at: datetime
) -> AgendaPoint:
    """What came of a point. `point`: public id, or the key of one that the house brought.

    Raises NotFound, RuleError (nothing written), Conflict (somebody settled it otherwise meanwhile).
    """
    row = deployment_by(deployment)
    check_may(viewer, REGISTER, unit_id=row.unit_id)
    meeting_of(row)
    keep_brought(row, at=at)
    rows = AgendaPoint.objects.select_for_update().filter(deployment=row)
    found = rows.filter(public_id=point).first() or rows.filter(idempotency_key=point).first()
    if found is None:
        raise NotFound(_("There is nothing here by that name."))
    said = what.strip()
    check_no_cpr(said, field="what")
    if not said:
        raise RuleError(_("Write what came of it, for example “nothing for now”."), field="what")
    if found.settled_at is not None and found.what_came_of_it == said:
        return found
    check_version(found, version)
    found.settled_at, found.what_came_of_it = found.settled_at or at, said[:300]
    save_next(found, "settled_at", "what_came_of_it")
    _log("capture.agenda.settle", row, viewer, at, point=found.public_id)
    return found


@transaction.atomic
def hold_meeting(
    *,
    deployment: str,
    day: date,
    minutes: str = "",
    constructed: bool = False,
    viewer: Viewer,
    at: datetime,
) -> Meeting:
    """The meeting was held on `day`: the points settled since the last one are its; the rest wait for the next.

    minutes  how long it lasted, as it was typed. Told anew for the same day, the newer counts.
    """
    row = deployment_by(deployment)
    check_may(viewer, REGISTER, unit_id=row.unit_id)
    meeting_of(row)
    if day > local_day(at):
        raise RuleError(_("That day is yet to come."), field="day")
    keep_brought(row, at=at)
    made, _new = Meeting.objects.select_for_update().get_or_create(
        deployment=row, day=day, defaults={"constructed": constructed}
    )
    AgendaPoint.objects.filter(deployment=row, meeting=None, settled_at__isnull=False).update(meeting=made)
    points = AgendaPoint.objects.filter(meeting=made).count()
    made.minutes = _write(row, made, minutes, points, viewer, at)
    made.held_at = made.held_at or at
    save_next(made, "held_at", "minutes")
    _log("capture.meeting.hold", row, viewer, at, meeting=made.public_id)
    return made


def _write(
    row: Deployment, meeting: Meeting, minutes: str, points: int, viewer: Viewer, at: datetime
) -> int | None:
    living = Entry.objects.filter(subject=meeting.public_id, voided_by__isnull=True).exclude(form=VOID)
    old = living.order_by("-pk").first()
    said = Said(
        form="met", raw={"minutes": [minutes]} if minutes.strip() else {},
        key=f"met:{meeting.public_id}:{meeting.version}", subject=meeting.public_id,
        corrects=old.public_id if old else "", reason=str(_("Told anew")) if old else "",
        constructed=meeting.constructed, more={"points": points},
    )  # fmt: skip
    made = write_entry(row, said, viewer=viewer, at=at)
    value = made.entry.answers.get("minutes")
    return int(value) if value is not None else None


def _log(verb: str, row: Deployment, viewer: Viewer, at: datetime, **data: object) -> None:
    record(
        viewer=viewer,
        verb=verb,
        target=f"deployment:{row.public_id}",
        target_name=meeting_of(row).title,
        unit=row.unit.key,
        data=data,
        at=at,
    )
