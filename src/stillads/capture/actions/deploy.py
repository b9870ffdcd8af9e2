"""Deployments follow their phase: one for each of the playbook's instruments at each site."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from stillads.audit.actions.record import record
from stillads.kernel.clock import local_day
from stillads.kernel.cpr import check_no_cpr
from stillads.kernel.rules import NotFound, RuleError
from stillads.kernel.viewer import Viewer
from stillads.organisation.models import Unit
from stillads.organisation.policy import check_may
from stillads.playbooks.loading import playbook_of
from stillads.playbooks.models import Instrument, PlaybookVersion
from stillads.trials.lookup import unit_by
from stillads.trials.models import Phase, PhaseSite

from ..models import Deployment, Entry
from ..permissions import SET_UP
from .surveys.waves import drop_empty


def sync_deployments(phase: Phase, viewer: Viewer, at: datetime) -> None:
    """Makes, moves and ends the phase's deployments so that they fit its playbook, sites and dates.

    Belongs inside the transaction that changed the phase (`trials.followers`). Done twice it does nothing.
    """
    sites = list(PhaseSite.objects.filter(phase=phase))
    there = {
        (d.instrument_id, d.phase_site_id): d
        for d in Deployment.objects.filter(phase_site__phase=phase).select_related("instrument")
    }
    if phase.playbook_version_id is None and not there:
        return
    wanted = Instrument.objects.filter(version_id=phase.playbook_version_id)
    for instrument in wanted:
        for site in sites:
            first, last = _days(phase, site)
            row = there.pop((instrument.pk, site.pk), None)
            if row is None:
                Deployment.objects.create(
                    instrument=instrument,
                    phase_site=site,
                    unit_id=site.unit_id,
                    valid_from=first,
                    valid_to=last,
                )
            elif (row.valid_from, row.valid_to) != (first, last):
                row.valid_from, row.valid_to = first, last
                row.save(update_fields=["valid_from", "valid_to"])
    for row in there.values():
        _retire(row, local_day(at))


def _days(phase: Phase, site: PhaseSite) -> tuple[date, date]:
    first = max(site.valid_from, phase.baseline_start or phase.start)
    last = phase.end if site.valid_to is None else min(site.valid_to, phase.end)
    return first, max(first, last)


def _retire(row: Deployment, today: date) -> None:
    """Of a version that the phase has left: it goes where nothing can have been registered, else it ends today.

    For a register that has been open a phone without coverage may still hold something.
    """
    drop_empty(row)
    on_phones = row.instrument.kind == "register" and row.valid_from <= today
    if not on_phones and not Entry.objects.filter(deployment=row).exists() and not _has_rows(row):
        row.delete()
    elif row.valid_to is None or row.valid_to > today:
        row.valid_to = max(today, row.valid_from)
        row.save(update_fields=["valid_to"])


def _has_rows(row: Deployment) -> bool:
    """Does anything but an entry hang on it (a wave, an open case, a thing that is lent)?"""
    related = (
        relation.get_accessor_name() for relation in Deployment._meta.related_objects if relation.one_to_many
    )
    names = (name for name in related if name and name not in {"entries", "+"})
    return any(getattr(row, name).exists() for name in names)


@transaction.atomic
def continue_daily(
    *, version: str, unit: str, first_day: date | None = None, viewer: Viewer, at: datetime
) -> list[Deployment]:
    """After the decision: the instruments that go on (`open.after`) run at the unit without a phase.

    Done twice it makes them once.
    """
    place, chosen = _unit(unit), _version(version)
    check_may(viewer, SET_UP, unit_id=place.pk)
    day = first_day or local_day(at) + timedelta(days=1)
    going_on = [made.key for made in playbook_of(chosen).instruments if made.open.after]
    if not going_on:
        raise RuleError(_("Nothing in this playbook goes on after the trial."))
    rows = []
    for instrument in Instrument.objects.filter(version=chosen, key__in=going_on):
        there = Deployment.objects.filter(
            instrument=instrument, unit=place, phase_site__isnull=True, valid_to__isnull=True
        ).first()
        rows.append(there or Deployment.objects.create(instrument=instrument, unit=place, valid_from=day))
    record(
        viewer=viewer,
        verb="capture.continue",
        target=f"playbook:{chosen.playbook.key}",
        target_name=chosen.playbook.title,
        unit=place.key,
        data={"version": chosen.number, "instruments": going_on, "from": day.isoformat()},
        at=at,
    )
    return rows


def _unit(ref: str) -> Unit:
    unit = unit_by(ref)
    if unit is None:
        raise NotFound(_("There is no such unit."))
    return unit


def _version(ref: str) -> PlaybookVersion:
    row = PlaybookVersion.objects.filter(public_id=ref, published_at__isnull=False).first()
    if row is None:
        raise NotFound(_("There is no such version of a playbook."))
    return row


@transaction.atomic
def stop_daily(
    *, version: str, unit: str, reason: str, last_day: date | None = None, viewer: Viewer, at: datetime
) -> int:
    """Daily operation at the unit ends, `last_day` (today, where empty) being its last. Returns how many ended."""
    place, chosen = _unit(unit), _version(version)
    check_may(viewer, SET_UP, unit_id=place.pk)
    if not reason.strip():
        raise RuleError(_("Write why it stops."), field="reason")
    check_no_cpr(reason, field="reason")
    day = last_day or local_day(at)
    running = Deployment.objects.select_for_update().filter(
        instrument__version=chosen, unit=place, phase_site__isnull=True, valid_to__isnull=True
    )
    ended = 0
    for row in running:
        row.valid_to = max(day, row.valid_from)
        row.save(update_fields=["valid_to"])
        ended += 1
    if ended:
        record(
            viewer=viewer,
            verb="capture.stop",
            target=f"playbook:{chosen.playbook.key}",
            target_name=chosen.playbook.title,
            unit=place.key,
            data={"version": chosen.number, "last_day": day.isoformat(), "reason": reason.strip()},
            at=at,
        )
    return ended
