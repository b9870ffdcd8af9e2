"""The words of this room's states."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

STATES: Final[dict[str, Promise]] = {
    "planned": _("not begun"),
    "preparing": _("getting ready"),
    "in_use": _("in use"),
    "not_relevant": _("not relevant here"),
    "stopped": _("stopped"),
}

TONES: Final[dict[str, str]] = {
    "planned": "plain",
    "preparing": "info",
    "in_use": "good",
    "not_relevant": "plain",
    "stopped": "warning",
}
