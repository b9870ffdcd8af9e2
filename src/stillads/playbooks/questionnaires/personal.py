"""Questions that must not be asked here: about who somebody is."""

import re

from django.utils.translation import gettext as _

_WORDS = re.compile(
    r"^cpr\b|\b(?:cpr[- ]?(?:nr|nummer|no|number)|personnummer|ssn|social security number|national id)\b"
)


def asks_who(name: str, label: str) -> str:
    """Why a field that asks for a personal number is not taken over; empty where it asks for none."""
    found = _WORDS.search(f"{name} {label}".lower().replace("_", " "))
    if not found:
        return ""
    return _("It asks for a personal number. Stillads must not know whom it is about.")
