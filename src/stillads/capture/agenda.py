"""The points that the house itself brings to a meeting: new residents, overdue cases, wishes that wait.

Derived when somebody looks; a row comes of them when a point is settled or a meeting held (`keep_brought`),
so that each comes once.
"""

from dataclasses import dataclass
from datetime import date, datetime, time

from django.db.models import Max
from django.utils.translation import gettext as _

from stillads.kernel.clock import COPENHAGEN, local_day
from stillads.kernel.dates import format_date
from stillads.trials.models import Participant

from .models import AgendaPoint, Case, Deployment, Meeting, Wish

MOVED_IN, CASE, WISH = "moved_in", "case", "wish"


@dataclass(frozen=True, slots=True)
class Brought:
    """A point that stands in no row yet: `key` is its name until then, the same every time."""

    key: str
    source: str
    subject: str
    text: str


def brought(deployment: Deployment, day: date) -> list[Brought]:
    """What the house has for the next meeting on a day. Five queries, however much there is."""
    found = [*_new_here(deployment), *_overdue(deployment, day), *_wishes(deployment, day)]
    keys = [point.key for point in found]
    there = set(
        AgendaPoint.objects.filter(idempotency_key__in=keys).values_list("idempotency_key", flat=True)
    )
    return [point for point in found if point.key not in there]


def keep_brought(deployment: Deployment, *, at: datetime) -> None:
    """Makes rows of them: inside the transaction of whoever settles a point or ends a meeting."""
    rows = [
        AgendaPoint(
            deployment=deployment, text=point.text, source=point.source, subject=point.subject, by="Stillads",
            at=at, idempotency_key=point.key,
        )
        for point in brought(deployment, local_day(at))
    ]  # fmt: skip
    AgendaPoint.objects.bulk_create(rows, ignore_conflicts=True)  # two at once bring the same


def _new_here(deployment: Deployment) -> list[Brought]:
    last = Meeting.objects.filter(deployment=deployment).aggregate(last=Max("held_at"))["last"]
    since = last or datetime.combine(deployment.valid_from, time.min, COPENHAGEN)
    rows = Participant.objects.filter(
        site_id=deployment.unit_id, enrolled_at__gte=since, left_at__isnull=True
    )
    site = deployment.phase_site
    rows = rows.filter(phase_id=site.phase_id) if site else rows.filter(phase__isnull=True)
    return [
        _point(deployment, MOVED_IN, row.public_id, "", _("New here: %(who)s") % {"who": row.pseudonym})
        for row in rows.order_by("pk")
    ]


def _overdue(deployment: Deployment, day: date) -> list[Brought]:
    rows = Case.objects.filter(unit_id=deployment.unit_id, state=Case.State.OPEN, due_on__lt=day)
    return [
        _point(
            deployment, CASE, row.public_id, row.step,
            _("Overdue since %(day)s: %(who)s, with %(role)s")
            % {
                "day": format_date(row.due_on, year=False) if row.due_on else "",
                "who": row.participant.pseudonym,
                "role": row.role,
            },
        )
        for row in rows.select_related("participant").order_by("due_on", "pk")
    ]  # fmt: skip


def _wishes(deployment: Deployment, day: date) -> list[Brought]:
    rows = Wish.objects.filter(deployment__unit_id=deployment.unit_id, state=Wish.State.HEARD, due_on__lt=day)
    return [
        _point(
            deployment, WISH, row.public_id, "",
            _("A wish has waited since %(day)s: %(who)s, “%(wish)s”")
            % {
                "day": format_date(row.heard_on, year=False),
                "who": row.participant.pseudonym,
                "wish": row.text,
            },
        )
        for row in rows.select_related("participant").order_by("due_on", "pk")
    ]  # fmt: skip


def _point(deployment: Deployment, source: str, subject: str, step: str, text: str) -> Brought:
    """A case that is overdue in another step is another point."""
    parts = [deployment.public_id, source, subject, step[:20]]
    return Brought("-".join(part for part in parts if part)[:64], source, subject, text[:300])
