"""How many answers one network may give by an open link within an hour: a machine is stopped, a care centre never."""

from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.utils.translation import gettext as _

from stillads.kernel.clock import COPENHAGEN
from stillads.kernel.rules import RuleError
from stillads.kernel.sealed import lookup

from ...models import OpenLink


class TooManyError(RuleError):
    """Enough has come for now. Shown as 429; what was typed is kept by whoever sent it."""


def count_answer(link: OpenLink, address: str, at: datetime) -> None:
    """Counts one new answer by the link, inside the caller's transaction. Raises TooManyError.

    address  where it came from on the net; empty where nobody knows, and then nothing is counted
    """
    if not address:
        return
    hour = _hour(at)
    row = OpenLink.objects.select_for_update().get(pk=link.pk)
    counted = dict(row.counted) if row.counted_hour == hour else {}
    name = lookup(f"answers {link.public_id} {hour} {address}")[:32]
    if counted.get(name, 0) >= settings.STILLADS_ANSWERS_AN_HOUR:
        raise TooManyError(
            _(
                "Very many answers have come from this network within the hour. Yours is not sent yet, but nothing you "
                "wrote is lost: let the page stay open, and send it again after %(time)s."
            )
            % {"time": f"{_next_hour(at):%H.%M}"}
        )
    row.counted_hour, row.counted = hour, {**counted, name: counted.get(name, 0) + 1}
    row.save(update_fields=["counted_hour", "counted"])


def forget_counts(at: datetime) -> int:
    """Counts of hours that are over; returns of how many links."""
    rows = OpenLink.objects.exclude(counted_hour="").exclude(counted_hour=_hour(at))
    return rows.update(counted_hour="", counted={})


def _hour(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%dT%H}"


def _next_hour(at: datetime) -> datetime:
    whole = at.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    return whole.astimezone(COPENHAGEN)
