"""What an event holds beside who, what and when, in words."""

import json
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from stillads.kernel.dates import format_date
from stillads.organisation.policy import ROLES

_TERMS: dict[str, str | Promise] = {
    "role": _("role"),
    "first_day": _("first day"),
    "last_day": _("last day"),
    "until": _("until"),
    "stand_in": _("stand-in"),
    "to": _("to whom"),
    "under": _("under"),
    "before": _("before"),
    "changed": _("corrected"),
    "created": _("new ones"),
    "count": _("how many"),
    "reason": _("reason"),
    "text": _("searched for"),
    "sealed": _("events sealed"),
    "seals": _("seals in all"),
    "broken": _("broken seal"),
    "q": _("searched for"),
    "fra": _("from"),
    "til": _("until"),
    "om": _("about"),
    "af": _("by"),
}


def said(key: str, value: object) -> str:
    """`role: leder`; a key that nobody put in words is shown as it stands."""
    return f"{_TERMS.get(key, key)}: {_plain(key, value)}"


def _plain(key: str, value: object) -> str:
    if key == "role" and value in ROLES:
        return str(ROLES[str(value)]).lower()
    if isinstance(value, str):
        try:
            return format_date(date.fromisoformat(value))
        except ValueError:
            return value
    if isinstance(value, dict):
        return ", ".join(f"{name}: {one}" for name, one in value.items())
    return json.dumps(value, ensure_ascii=False)
