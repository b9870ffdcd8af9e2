"""Shared phones: enrolled by a link that the phone itself opens, revoked at once."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from stillads.audit.actions.record import record
from stillads.kernel.cpr import check_no_cpr
from stillads.kernel.ids import new_token, token_hash
from stillads.kernel.rules import NotFound, RuleError
from stillads.kernel.viewer import PUBLIC, Viewer

from ..lookup import unit_by_id
from ..models import SharedDevice
from ..rules import can_enrol, check_can_enrol

LINK_GOOD_FOR = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class EnrolmentLink:
    """The secret for the link that the phone opens, and the last moment it works."""

    device: str
    token: str
    until: datetime


@transaction.atomic
def enrol_device(
    *, unit: str, name: str, idempotency_key: str | None = None, viewer: Viewer, at: datetime
) -> EnrolmentLink:
    """Makes room for a phone at the unit (public id). Sent twice, made once, with a fresh link."""
    place = unit_by_id(unit)
    check_can_enrol(viewer, unit_id=place.pk)
    check_no_cpr(name, field="name")
    if viewer.person_id is None:
        raise RuleError(_("Only a person can enrol a phone."))
    device = SharedDevice.objects.filter(idempotency_key=idempotency_key).first() if idempotency_key else None
    if device is None:
        device = SharedDevice(unit=place, name=name, enrolled_by_id=viewer.person_id, enrolled_at=at)
        device.idempotency_key = idempotency_key
    return _new_link(device, "organisation.enrol_device", viewer, at)


@transaction.atomic
def renew_link(*, device: str, viewer: Viewer, at: datetime) -> EnrolmentLink:
    """A fresh link for a phone that has not opened its own yet."""
    row = _device(device, viewer)
    if row.token_hash or row.revoked_at:
        raise RuleError(_("This phone is in use already. Revoke it and enrol it anew."))
    return _new_link(row, "organisation.renew_link", viewer, at)


@transaction.atomic
def claim_device(*, token: str, at: datetime, address: str = "") -> str:
    """The phone opened its link: returns the secret that the phone keeps. The link is used up."""
    device = SharedDevice.objects.select_for_update(of=("self",)).filter(_link_works(token, at)).first()
    if device is None:
        raise NotFound(_("The link has been used, or it is too old. Ask your manager for a new one."))
    secret = new_token()
    device.token_hash, device.enrol_hash, device.enrol_until = token_hash(secret), None, None
    device.save(update_fields=["token_hash", "enrol_hash", "enrol_until"])
    _log(PUBLIC, "organisation.claim_device", device, at, address)
    return secret


@transaction.atomic
def revoke_device(*, device: str, viewer: Viewer, at: datetime) -> None:
    """The phone stops working at once, also for whoever is signed in on it."""
    row = _device(device, viewer)
    if row.revoked_at:
        return
    row.revoked_at, row.enrol_hash = at, None
    row.save(update_fields=["revoked_at", "enrol_hash"])
    _log(viewer, "organisation.revoke_device", row, at)


def _new_link(device: SharedDevice, verb: str, viewer: Viewer, at: datetime) -> EnrolmentLink:
    token = new_token()
    device.enrol_hash, device.enrol_until = token_hash(token), at + LINK_GOOD_FOR
    device.save()
    _log(viewer, verb, device, at)
    return EnrolmentLink(device.public_id, token, at + LINK_GOOD_FOR)


def _link_works(token: str, at: datetime) -> Q:
    return Q(enrol_hash=token_hash(token), enrol_until__gte=at, revoked_at__isnull=True)


def _device(public_id: str, viewer: Viewer) -> SharedDevice:
    """The phone, if the viewer may manage phones at its unit; otherwise there is none."""
    rows = SharedDevice.objects.select_for_update(of=("self",)).select_related("unit")
    row = rows.filter(public_id=public_id).first()
    if row is None or not can_enrol(viewer, unit_id=row.unit_id):
        raise NotFound(_("There is no such phone."))
    return row


def _log(viewer: Viewer, verb: str, device: SharedDevice, at: datetime, address: str = "") -> None:
    data = {"address": address} if address else {}
    record(
        viewer=viewer, verb=verb, target=f"device:{device.public_id}", target_name=device.name,
        unit=device.unit.key, at=at, data=data,
    )  # fmt: skip
