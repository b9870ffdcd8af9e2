"""Numbers: integer, decimal, range."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from django.utils.translation import gettext as _

from ...questions.number import Number
from ..logic.comparisons import number_or_none
from ..made import Made, decimals_of, right_way_round, within
from .context import Asking
from .limits import limits

_DECIMALS: Final = 2


def integer(asking: Asking) -> Sequence[Made]:
    """A whole number."""
    return [_number(asking, 0)]


def decimal(asking: Asking) -> Sequence[Made]:
    """A number with two decimals, or as many as its bounds have."""
    found = limits(asking)
    return [_number(asking, decimals_of(found.low, found.high, at_least=_DECIMALS))]


def range_(asking: Asking) -> Sequence[Made]:
    """A number between start and end, with the decimals of its step."""
    said = asking.parameters()
    start, end = (
        number_or_none(said.get(name, otherwise)) for name, otherwise in (("start", "0"), ("end", "10"))
    )
    step = number_or_none(said.get("step", "1"))
    if step not in (None, Decimal(1)):
        asking.field.note(_("The step between the numbers was lost."))
    low, high = right_way_round(start, end)
    decimals = decimals_of(start, end, step)
    return [Made(Number(**asking.base(), at_least=low, at_most=high, decimals=decimals))]


def _number(asking: Asking, decimals: int) -> Made:
    low, high = right_way_round(*limits(asking).stepped(decimals))
    said = asking.row.get("default")
    default = within(number_or_none(said), low, high)
    if said and default is None:
        asking.field.note(_("It began with an answer filled in; here it begins empty."))
    return Made(Number(**asking.base(), at_least=low, at_most=high, decimals=decimals, default=default))
