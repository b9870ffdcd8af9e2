"""A playbook changed under way: what was tapped on the old version is kept, there or on the one that took over."""

from datetime import date

from .lookup import deployment_by
from .models import Deployment


def successor_of(row: Deployment) -> Deployment | None:
    """The same instrument at the same site on the version that the phase has now; None where it is the newest.

    `row` comes from `lookup.deployment_by`.
    """
    site = row.phase_site
    if site is None or site.phase.playbook_version_id in {None, row.instrument.version_id}:
        return None
    took_over = Deployment.objects.filter(
        phase_site=site,
        instrument__version_id=site.phase.playbook_version_id,
        instrument__key=row.instrument.key,
        instrument__kind=row.instrument.kind,
    )
    pk = took_over.values_list("pk", flat=True).first()
    return deployment_by(pk) if pk is not None else None


def where_on(row: Deployment, day: date) -> Deployment:
    """Where what happened on `day` belongs: where it was tapped, or after the last day there where it goes on."""
    if row.valid_to is None or day <= row.valid_to:
        return row
    return successor_of(row) or row
