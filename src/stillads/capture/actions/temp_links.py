"""The poster at a unit by which temps register without a log-in: made, and closed again."""

from datetime import date, datetime, timedelta
from typing import Final

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from stillads.audit.actions.record import record
from stillads.kernel.clock import local_day
from stillads.kernel.cpr import check_no_cpr
from stillads.kernel.ids import token_hash
from stillads.kernel.rules import NotFound, RuleError
from stillads.kernel.viewer import Viewer
from stillads.organisation.models import Unit
from stillads.organisation.policy import check_may

from ..links import token_of_link
from ..models import Entry, OpenLink
from ..permissions import SET_UP
from ..temps import TEMP, is_temp

_LONGEST: Final = timedelta(days=100)
_MOST, _WITHIN = 60, timedelta(minutes=10)


@transaction.atomic
def make_temp_link(
    *,
    unit: str,
    name: str = "",
    expires_on: date,
    idempotency_key: str | None = None,
    viewer: Viewer,
    at: datetime,
) -> OpenLink:
    """A poster that is good until a day, at most 100 days ahead."""
    place = Unit.objects.filter(public_id=unit).first()
    if place is None:
        raise NotFound(_("There is no such unit."))
    check_may(viewer, SET_UP, unit_id=place.pk)
    if idempotency_key and (there := OpenLink.objects.filter(idempotency_key=idempotency_key).first()):
        return there
    check_no_cpr(name, field="name")
    if not local_day(at) <= expires_on <= local_day(at) + _LONGEST:
        raise RuleError(_("Choose a day from today and at most 100 days ahead."), field="expires_on")
    link = OpenLink(
        kind=OpenLink.Kind.TEMP, unit=place, name=name.strip()[:80], made_by_id=viewer.person_id, made_at=at,
        expires_on=expires_on, idempotency_key=idempotency_key or None,
    )  # fmt: skip
    link.token_hash = token_hash(token_of_link(link))
    link.save()
    _log(link, "capture.open_temps", viewer, at)
    return link


@transaction.atomic
def close_temp_link(*, link: str, viewer: Viewer, at: datetime) -> OpenLink:
    """Whoever came by it stops at once. Closed twice is closed."""
    rows = OpenLink.objects.select_for_update(of=("self",)).select_related("unit")
    row = rows.filter(public_id=link, kind=OpenLink.Kind.TEMP).first()
    if row is None:
        raise NotFound(_("There is nothing here by that name."))
    check_may(viewer, SET_UP, unit_id=row.unit_id)
    if row.revoked_at is None:
        row.revoked_at = at
        row.save(update_fields=["revoked_at"])
        _log(row, "capture.close_temps", viewer, at)
    return row


def check_temps_pace(viewer: Viewer, at: datetime) -> None:
    """Raises RuleError where more is sent by temps of the unit than people can tap."""
    if not is_temp(viewer):
        return
    units = {unit for grant in viewer.grants for unit in grant.units}
    new = Entry.objects.filter(site_id__in=units, source=TEMP, received_at__gt=at - _WITHIN)
    new = new.filter(local_day__gte=local_day(at) - timedelta(days=1))
    if new.count() >= _MOST:
        raise RuleError(_("Much has been registered by this poster just now. Wait ten minutes."))


def _log(link: OpenLink, verb: str, viewer: Viewer, at: datetime) -> None:
    record(
        viewer=viewer, verb=verb, target=f"unit:{link.unit.public_id}", target_name=link.unit.name,
        unit=link.unit.key, data={"link": link.public_id, "until": link.expires_on.isoformat()}, at=at,
    )  # fmt: skip
