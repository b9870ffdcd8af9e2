"""Numbers that look like a Danish personal number, caught before free text is saved.

Ten digits whose first six are a date, with or without a space or hyphen after them. The
modulus-11 check is not used: it no longer holds for new numbers (CPR-kontoret, 2007).
"""

import re
from datetime import date

from django.utils.translation import gettext_lazy as _

from .rules import RuleError

_SHAPE = re.compile(r"(?<![\d.])(\d{2})(\d{2})(\d{2})[ \u00a0]?[-\u2010-\u2015]?[ \u00a0]?(\d{4})(?!\d)")

REASON = _("The text seems to hold a CPR number. Take it out: Stillads must not know whom it is about.")


def finds_cpr(text: str) -> bool:
    """Is there anything in `text` that could be a personal number?"""
    return any(_is_date(*match.groups()[:3]) for match in _SHAPE.finditer(text))


def check_no_cpr(text: str, *, field: str | None = None) -> None:
    """Raises RuleError where `text` holds something like a personal number."""
    if finds_cpr(text):
        raise RuleError(REASON, field=field)


def _is_date(day: str, month: str, year: str) -> bool:
    try:
        date(2000 + int(year), int(month), int(day))
    except ValueError:
        return False
    return True
