"""The words of the format's short keys, as people read them."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from stillads.kernel.numbers import format_number

type_words = Mapping[str, str | Promise]

LEVELS: Final[type_words] = {
    "activity": lazy("What we do"),
    "output": lazy("What comes of it"),
    "short_term": lazy("Effect within the 100 days"),
    "long_term": lazy("Effect in the long run"),
}
WHO: Final[type_words] = {
    "employee": lazy("Employees"),
    "manager": lazy("Managers"),
    "citizen": lazy("Citizens"),
    "relative": lazy("Relatives"),
    "interviewer": lazy("Whoever holds the conversation"),
    "driver": lazy("Drivers"),
}
PERSPECTIVES: Final[type_words] = {
    "citizen": lazy("Citizen"),
    "employee": lazy("Employee"),
    "economy": lazy("Economy"),
}
DIRECTIONS: Final[type_words] = {
    "up": lazy("shall go up"),
    "down": lazy("shall go down"),
    "unchanged": lazy("stays as it is"),
    "not_worse": lazy("must not get worse"),
    "none": lazy("is only followed"),
}
PERIODS: Final[type_words] = {
    "day": lazy("per day"),
    "week": lazy("per week"),
    "month": lazy("per month"),
    "window": lazy("per window"),
    "phase": lazy("over the whole trial"),
}
HOW: Final[type_words] = {
    "count": lazy("How many"),
    "share": lazy("How large a share"),
    "mean": lazy("The average"),
    "median": lazy("The middle one"),
    "rate": lazy("How many per citizen or day"),
    "distinct": lazy("How many different ones"),
    "lead_time": lazy("How long from one thing to the next"),
    "balance": lazy("How much is left"),
    "score": lazy("The score of a scale"),
    "answered": lazy("How many answered"),
}
ROW_FACTS: Final[type_words] = {
    "participant": lazy("the citizen"),
    "actor": lazy("who registered it"),
}
WEEKDAYS: Final[tuple[tuple[str, str | Promise], ...]] = (
    ("1", lazy("Monday")), ("2", lazy("Tuesday")), ("3", lazy("Wednesday")), ("4", lazy("Thursday")),
    ("5", lazy("Friday")), ("6", lazy("Saturday")), ("7", lazy("Sunday")),
)  # fmt: skip
CHARTS: Final[type_words] = {
    "run": lazy("Run chart"),
    "i": lazy("Single values, one by one (I)"),
    "mr": lazy("How much it moves from one to the next (MR)"),
    "p": lazy("Shares (p)"),
    "pp": lazy("Shares, large numbers (p′)"),
    "u": lazy("Rates (u)"),
    "up": lazy("Rates, large numbers (u′)"),
    "c": lazy("Counts (c)"),
    "g": lazy("Number between rare events (g)"),
    "t": lazy("Time between rare events (t)"),
    "xbar": lazy("Averages (x̄)"),
    "s": lazy("Spread (s)"),
    "bars": lazy("Bars"),
    "none": lazy("No picture"),
}
BASELINES: Final[type_words] = {
    "own": lazy("How it was before start"),
    "window": lazy("An observation window"),
    "series": lazy("Figures that others hold"),
    "last_year": lazy("The same time last year"),
    "comparison_sites": lazy("Places that do not take part"),
    "none": lazy("It is not compared"),
}
PER: Final[type_words] = {
    "days": lazy("Per day that it was open"),
    "citizens": lazy("Per citizen who takes part"),
    "employees": lazy("Per employee"),
    "measure": lazy("Per what another measure counts"),
}
REQUIRES: Final[type_words] = {
    "informed": lazy("Those concerned have been told about it."),
    "participates": lazy("The citizen has said yes to taking part."),
    "written_consent": lazy("The citizen has given a written consent."),
}


def minutes_said(minutes: float) -> str:
    """`4 min.`, `0,5 min.`; nothing costs nothing."""
    shown = round(Decimal(minutes), 0 if minutes >= 10 or minutes == int(minutes) else 1)
    return _("%(n)s min.") % {"n": format_number(shown)}
