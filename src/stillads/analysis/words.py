"""Sentences and words for figures, comparisons and verdicts, shared by pages and booklet."""

from decimal import Decimal
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from stillads.kernel.numbers import format_number

from .comparison import DOWN, NOT_WORSE, UNCHANGED, UP, Comparison, Expected

NARROW = "\u202f"
OUTCOMES: Final[dict[str, Promise]] = {
    "met": _("Met"),
    "not_met": _("Not met"),
    "wrong_way": _("Went the wrong way"),
    "cannot_tell": _("Cannot be told"),
}
WHY: Final[dict[str, Promise]] = {
    "no_figure": _("Nobody has written a number."),
    "estimate": _("The number is one person's estimate."),
    "share_without_n": _("It is not written how many stand behind the share."),
    "no_before": _("There is no number from before to compare with."),
    "units": _("The prediction and the number are in different units."),
    "no_margin": _("It was not written how much it may move."),
    "before_is_nought": _("It was nought before; there is no per cent of nought."),
    "too_few_periods": _("Too few weeks were measured, before or in the trial, for anything to be sure."),
    "without_n": _("It is not written how many stand behind the number."),
}


def amount(value: Decimal, unit: str, *, signed: bool = False) -> str:
    """`36 %`, `1.234,5 timer`; with a sign where `signed`: `+3 klager`, `−12 %`."""
    digits = 1 if value != value.to_integral_value() else 0
    text = format_number(value, digits if abs(value) >= 1 else None)
    if signed and value > 0:
        text = f"+{text}"
    if not unit:
        return text
    return f"{text}{NARROW if unit == '%' else ' '}{unit}"


def n_of_n(numerator: int | None, denominator: int | None) -> str:
    """`14 of 25`, `of 25`, or nothing."""
    if denominator is None:
        return ""
    if numerator is None:
        return _now("of %(all)s") % {"all": format_number(denominator)}
    return _now("%(n)s of %(all)s") % {"n": format_number(numerator), "all": format_number(denominator)}


def expected_text(expected: Expected, *, as_level: bool) -> str:
    """The prediction in words: `down by 20 %`, `not worse`, and `at least 80 %` where it is a level."""
    size = None if expected.size is None else amount(abs(expected.size), expected.unit)
    words = {
        UP: _now("up"),
        DOWN: _now("down"),
        UNCHANGED: _now("unchanged"),
        NOT_WORSE: _now("not worse"),
    }
    if size is None:
        return words[expected.direction]
    forms = {
        UP: _now("at least %(size)s") if as_level else _now("up by %(size)s"),
        DOWN: _now("at most %(size)s") if as_level else _now("down by %(size)s"),
        UNCHANGED: _now("unchanged, give or take %(size)s"),
        NOT_WORSE: _now("at most %(size)s worse"),
    }
    return forms[expected.direction] % {"size": size}


def unit_of_change(unit: str, *, relative: bool = False) -> str:
    """In what a change is told: of a share in percentage points, unless it is per cent of what it was."""
    if relative:
        return "%"
    return _now("percentage points") if unit == "%" else unit


def change_text(found: Comparison) -> str:
    """How it moved since before, with its sign; empty where there is no before."""
    if found.change is None:
        return ""
    return amount(found.change, unit_of_change(found.unit, relative=found.relative), signed=True)


def difference_text(expected: Expected, found: Comparison) -> str:
    """Measured against predicted in words: `5 short of the prediction`; empty where it is unknown."""
    if found.beyond is None or not found.comparable:
        return ""
    size = amount(abs(found.beyond), unit_of_change(found.unit))
    if expected.direction in {UNCHANGED, NOT_WORSE}:
        within = _now("within what was predicted")
        return within if found.beyond >= 0 else _now("%(size)s outside what was predicted") % {"size": size}
    if found.beyond == 0:
        return _now("exactly as predicted")
    if found.beyond > 0:
        return _now("%(size)s better than predicted") % {"size": size}
    return _now("%(size)s short of the prediction") % {"size": size}
