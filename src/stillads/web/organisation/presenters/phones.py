"""A unit's shared phones in words."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from stillads.kernel.clock import local_day
from stillads.kernel.dates import format_date
from stillads.organisation.queries.phones import Phone


@dataclass(frozen=True)
class PhoneLine:
    """One phone: `in_use`, or it waits for its link, or it is revoked."""

    public_id: str
    name: str
    state: str
    enrolled: str
    used: str
    in_use: bool
    waiting: bool


def phone_lines(phones: list[Phone]) -> list[PhoneLine]:
    """Those in use first, revoked ones last."""
    rank = sorted(phones, key=lambda phone: (phone.revoked_at is not None, phone.waiting))
    return [
        PhoneLine(
            phone.public_id,
            phone.name,
            _state(phone),
            f"{format_date(local_day(phone.enrolled_at))}, {phone.enrolled_by}",
            format_date(local_day(phone.last_used_at)) if phone.last_used_at else _("not yet"),
            not phone.waiting and phone.revoked_at is None,
            phone.waiting and phone.revoked_at is None,
        )
        for phone in rank
    ]


def _state(phone: Phone) -> str:
    if phone.revoked_at:
        return _("revoked on %s") % format_date(local_day(phone.revoked_at))
    return _("waits for its link to be opened") if phone.waiting else _("in use")
