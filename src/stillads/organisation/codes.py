"""What a short code must be, and what happens after wrong tries."""

import re
from datetime import datetime, timedelta
from functools import cache

from django.contrib.auth.hashers import make_password
from django.utils.translation import gettext as _

from stillads.kernel.clock import COPENHAGEN
from stillads.kernel.rules import RuleError

TRIES = 5
LOCKED_FOR = timedelta(minutes=15)
IDLE = timedelta(minutes=10)
_SHAPE = re.compile(r"[0-9]{4,6}")
_RUNS = ("0123456789", "9876543210")


def check_code(code: str) -> None:
    """Four to six digits that nobody tries first."""
    if not _SHAPE.fullmatch(code):
        raise RuleError(_("Write four to six digits."), field="code")
    if len(set(code)) == 1 or any(code in run for run in _RUNS):
        raise RuleError(_("That code is too easy to guess. Mix the digits more."), field="code")


def locked_reason(until: datetime) -> str:
    """When one may try again."""
    return _("Too many wrong codes. Try again at %s, or ask your manager.") % until.astimezone(
        COPENHAGEN
    ).strftime("%H.%M")


@cache
def unknown_hash() -> str:
    """A hash that no code fits: tried where a person has no code, so that the answer takes as long."""
    return make_password("no code at all")
