"""Presence: planned, told, taken back."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from stillads.audit.actions.record import record
from stillads.kernel.clock import COPENHAGEN
from stillads.kernel.cpr import check_no_cpr
from stillads.kernel.rules import RuleError
from stillads.kernel.viewer import Viewer
from stillads.organisation.models import Person
from stillads.organisation.policy import check_may
from stillads.playbooks.format.answers import type_raw

from ...lookup import deployment_by
from ...models import VOID, Deployment, Entry, Presence
from ...permissions import REGISTER
from ...presence_rules import (
    LONGEST,
    WEEKS,
    check_can_take_back,
    planned_minutes,
    presence_by,
    presence_of,
)
from ...versions import check_version, save_next
from ..entries import Recorded, Said, write_entry

C = Presence.Came


@transaction.atomic
def plan_presence(
    *,
    deployment: str,
    function: str,
    starts_at: datetime,
    ends_at: datetime,
    person: str = "",
    weeks: int = 1,
    key: str,
    constructed: bool = False,
    viewer: Viewer,
    at: datetime,
) -> list[Presence]:
    """Somebody is to be there, this week and so many weeks in a row, at the same time by the clock.

    person  public id of who it is; the viewer, where empty. Sent again with the same key it is the same plan.
    Raises Denied, NotFound, RuleError (ends before it begins, an unknown function).
    """
    row = deployment_by(deployment)
    check_may(viewer, REGISTER, unit_id=row.unit_id)
    definition = presence_of(row)
    if there := list(Presence.objects.filter(idempotency_key__startswith=f"{key}:").order_by("starts_at")):
        return there
    if function not in {option.key for option in definition.functions}:
        raise RuleError(_("Choose from the list."), field="function")
    if not timedelta() < ends_at - starts_at <= LONGEST:
        raise RuleError(_("It must end after it begins, on the same day."), field="ends_at")
    if not 1 <= weeks <= WEEKS:
        raise RuleError(_("Choose between 1 and %(n)d weeks.") % {"n": WEEKS}, field="weeks")
    who = _person(person, viewer)
    made = [
        Presence.objects.create(
            deployment=row,
            person_id=who,
            function=function,
            starts_at=_weeks_on(starts_at, number),
            ends_at=_weeks_on(ends_at, number),
            locked=definition.locked,
            constructed=constructed,
            idempotency_key=f"{key}:{number}",
        )
        for number in range(weeks)
    ]
    _log("capture.presence.plan", row, viewer, at, times=len(made))
    return made


@transaction.atomic
def tell_presence(
    *,
    presence: str,
    came: str,
    minutes: str = "",
    why_not: str = "",
    more: type_raw | None = None,
    version: int | None = None,
    viewer: Viewer,
    at: datetime,
) -> Recorded:
    """What came of it: yes in one tap (the planned minutes), partly or no.

    more  answers to the playbook's own questions, as they were sent
    Told twice with the same answer it is told once; another answer takes the first one's place.
    Raises RuleError (too early, a reason is missing), Invalid, Conflict (somebody told it meanwhile).
    """
    row = presence_by(presence, lock=True)
    check_may(viewer, REGISTER, unit_id=row.deployment.unit_id)
    raw: dict[str, list[str]] = {"function": [row.function], "came": [came]}
    raw |= {name: list(texts) for name, texts in (more or {}).items()}
    spent = minutes.strip() or ("0" if came == C.NO else str(planned_minutes(row)) if came == C.YES else "")
    if spent:
        raw["minutes"] = [spent]
    old = _told(row)
    if old is not None and row.came == came and not minutes and not more:
        return Recorded(old, again=True)
    check_version(row, version)
    if row.starts_at > at:
        raise RuleError(_("It has not begun yet. Tell afterwards what came of it."))
    if came == C.NO and row.locked and not why_not.strip():
        raise RuleError(
            _("The time is locked. Write what came in the way, so that it is seen."), field="why_not"
        )
    return _tell(row, raw, why_not, old, viewer, at)


def _tell(
    row: Presence, raw: type_raw, why_not: str, old: Entry | None, viewer: Viewer, at: datetime
) -> Recorded:
    check_no_cpr(why_not, field="why_not")
    said = Said(
        form="present",
        raw=raw,
        key=f"presence:{row.public_id}:{row.version}",
        occurred_at=min(row.starts_at, at),
        subject=row.public_id,
        corrects=old.public_id if old else "",
        reason=str(_("Told anew")) if old else "",
        constructed=row.constructed,
        more={"planned_minutes": planned_minutes(row)},
    )
    made = write_entry(row.deployment, said, viewer=viewer, at=at)
    row.came = made.entry.answers["came"]
    row.minutes = made.entry.answers.get("minutes")
    row.why_not = why_not.strip()[:200]
    save_next(row, "came", "minutes", "why_not")
    return made


@transaction.atomic
def take_back_presence(
    *, presence: str, why_not: str = "", version: int | None = None, viewer: Viewer, at: datetime
) -> Presence | None:
    """It is not to be after all. Locked time stays, as one that did not come off, with the reason; other time goes.

    Returns the row, or None where it is gone.
    """
    row = presence_by(presence, lock=True)
    check_may(viewer, REGISTER, unit_id=row.deployment.unit_id)
    check_version(row, version)
    check_can_take_back(row, why_not)
    _log("capture.presence.take_back", row.deployment, viewer, at, presence=row.public_id)
    if not row.locked:
        row.delete()
        return None
    raw = {"function": [row.function], "came": [str(C.NO)], "minutes": ["0"]}
    _tell(row, raw, why_not, None, viewer, at)
    return row


def _told(row: Presence) -> Entry | None:
    rows = Entry.objects.filter(subject=row.public_id, voided_by__isnull=True).exclude(form=VOID)
    return rows.order_by("-pk").first()


def _person(ref: str, viewer: Viewer) -> int | None:
    if not ref:
        return viewer.person_id
    found = Person.objects.filter(public_id=ref).values_list("pk", flat=True).first()
    if found is None:
        raise RuleError(_("Choose from the list."), field="person")
    return found


def _weeks_on(moment: datetime, weeks: int) -> datetime:
    """The same time by the clock on the wall, also over the change to summer time."""
    local = moment.astimezone(COPENHAGEN)
    return (local.replace(tzinfo=None) + timedelta(weeks=weeks)).replace(tzinfo=COPENHAGEN)


def _log(verb: str, row: Deployment, viewer: Viewer, at: datetime, **data: object) -> None:
    record(
        viewer=viewer,
        verb=verb,
        target=f"deployment:{row.public_id}",
        target_name=presence_of(row).title,
        unit=row.unit.key,
        data=data,
        at=at,
    )
