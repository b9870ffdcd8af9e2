"""Figures and counted things in running text."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from stillads.charts.figures import said
from stillads.kernel.language import gettext as _
from stillads.kernel.language import ngettext

FEW = 10  # out of fewer than these, a share is said as so many of so many


def joined(parts: Iterable[str]) -> str:
    """Sentences behind each other; empty ones are left out."""
    return " ".join(part for part in parts if part)


def rounded(value: float, unit: str) -> float:
    """The figure as it is said: shares in whole per cent, others with one decimal below 100."""
    places = Decimal(1) if unit == "%" or abs(value) >= 100 else Decimal("0.1")
    return float(Decimal(str(value)).quantize(places, rounding=ROUND_HALF_UP))


def amount(value: float, unit: str) -> str:
    """`62 %`, `7,5 dage`. What is nearly nothing, or nearly everything, is not rounded to it."""
    if unit == "%" and 0 < value < 1:
        return _("below %(size)s") % {"size": said(1, unit)}
    if unit == "%" and 99 < value < 100:
        return _("above %(size)s") % {"size": said(99, unit)}
    return said(rounded(value, unit), unit)


def number_word(n: int) -> str:
    """Numbers up to twelve by letters, as Danes write them in running text; greater ones by digits."""
    words = (
        _("none"), _("one"), _("two"), _("three"), _("four"), _("five"), _("six"), _("seven"), _("eight"),
        _("nine"), _("ten"), _("eleven"), _("twelve"),
    )  # fmt: skip
    return words[n] if 0 <= n < len(words) else said(n)


def periods(n: int, period: str) -> str:
    """`otte uger`, `én dag`."""
    said_of = {
        "day": ngettext("%(n)s day", "%(n)s days", n),
        "week": ngettext("%(n)s week", "%(n)s weeks", n),
        "month": ngettext("%(n)s month", "%(n)s months", n),
    }[period]
    return said_of % {"n": number_word(n)}


def part_of(part: float, everything: float) -> str:
    """`12 af 29`."""
    return _("%(n)s of %(all)s") % {"n": said(part), "all": said(everything)}


def listed(names: list[str]) -> str:
    """`Øst, Vest og Nord`; names in their order, at least one."""
    if len(names) == 1:
        return names[0]
    return _("%(names)s and %(last)s") % {"names": ", ".join(names[:-1]), "last": names[-1]}


def capital(text: str) -> str:
    """The text with a capital at its beginning."""
    return text[:1].upper() + text[1:]
