"""When a typed figure holds together."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from stillads.kernel.rules import RuleError

from .lookup import type_ref
from .models import PERSPECTIVES
from .rules import check_given, check_texts

PERCENT = "%"
_ROUNDING = Decimal(1)  # a share in whole percent may lie up to one away from n of N


@dataclass(frozen=True, slots=True)
class FigureInput:
    """One number as it is typed.

    value                   in `unit`; None where numerator and denominator give a share in percent
    numerator, denominator  the n of N, where it is one
    before                  the same, before the trial
    method, source, dated   how it was counted, where it stands, on which day it was read
    criterion               the expectation it speaks to, if any
    estimate                one person's judgement, not a count
    published_by_source     the source has published it itself: exempt from rules on small numbers
    """

    label: str
    method: str
    source: str
    dated: date
    value: Decimal | None = None
    unit: str = ""
    numerator: int | None = None
    denominator: int | None = None
    before: Decimal | None = None
    perspective: str = ""
    criterion: type_ref | None = None
    period_first: date | None = None
    period_last: date | None = None
    site: str = ""
    estimate: bool = False
    published_by_source: bool = False
    constructed: bool = False


def check_figure(said: FigureInput, *, wanted_unit: str, today: date) -> tuple[Decimal, str]:
    """The value and its unit, worked out from n of N where they were left out. RuleError names the field."""
    check_given(label=said.label, method=said.method, source=said.source, dated=said.dated)
    check_texts(label=said.label, method=said.method, source=said.source, site=said.site)
    if said.perspective and said.perspective not in dict(PERSPECTIVES):
        raise RuleError(_("Choose citizen, employee or economy."), field="perspective")
    _check_counts(said)
    _check_days(said, today)
    value, unit = _value_and_unit(said, wanted_unit)
    if wanted_unit == PERCENT and unit != PERCENT and said.before:
        return value, unit  # 20 % fewer calls: counted in calls, before and after
    if wanted_unit and unit and unit != wanted_unit:
        raise RuleError(
            _("The expectation is counted in “%(unit)s”. Write the figure in the same.")
            % {"unit": wanted_unit},
            field="unit",
        )
    return value, unit


def _check_counts(said: FigureInput) -> None:
    n, total = said.numerator, said.denominator
    if n is not None and total is None:
        raise RuleError(_("Write of how many."), field="denominator")
    if total is not None and total < 1:
        raise RuleError(_("There must be at least one to count among."), field="denominator")
    if n is not None and total is not None and not 0 <= n <= total:
        raise RuleError(_("The part cannot be larger than the whole."), field="numerator")


def _check_days(said: FigureInput, today: date) -> None:
    if said.dated > today:
        raise RuleError(_("The day has not come yet."), field="dated")
    first, last = said.period_first, said.period_last
    if first and last and last < first:
        raise RuleError(_("The last day lies before the first."), field="period_last")


def _value_and_unit(said: FigureInput, wanted_unit: str) -> tuple[Decimal, str]:
    unit = said.unit.strip() or wanted_unit
    share = None
    if said.numerator is not None and said.denominator:
        share = Decimal(100) * said.numerator / said.denominator
    if said.value is None:
        if share is None or unit not in {"", PERCENT}:
            raise RuleError(_("Write the figure."), field="value")
        return share.quantize(Decimal("0.0001")), PERCENT
    if share is not None and unit == PERCENT and abs(share - said.value) > _ROUNDING:
        raise RuleError(
            _("%(n)d of %(total)d is not %(value)s %%. Check the numbers.")
            % {"n": said.numerator, "total": said.denominator, "value": said.value.normalize()},
            field="value",
        )
    return said.value, unit
