"""What this room keeps how long."""

from datetime import datetime, timedelta

from django.conf import settings
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from stillads.audit.retention import RetentionRule, declare
from stillads.kernel.clock import local_day

from .models import Asked


def erase_addresses(at: datetime) -> int:
    """E-mail addresses of those who were asked, when their wave is over; the list itself stays."""
    last = local_day(at) - timedelta(days=settings.STILLADS_ADDRESS_DAYS)
    return Asked.objects.exclude(email="").filter(wave__closes_on__lte=last).update(email="")


def _kept() -> str:
    days = settings.STILLADS_ADDRESS_DAYS
    said = ngettext(
        "%(n)d day after the round has closed", "%(n)d days after the round has closed", days
    )  # fmt: skip
    return said % {"n": days}


declare(
    RetentionRule(
        "capture.addresses",
        _("E-mail addresses of those who are asked in a questionnaire"),
        lazy(_kept, str)(),
        _("to send the link and reminders, and to answer those who write back"),
        erase_addresses,
    )
)
