"""A verdict from registrations in words, from what is kept in it: the registrations need not be read again."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stillads.kernel.numbers import format_number

from .words import amount, unit_of_change

_ONE_DECIMAL = Decimal("0.1")


def from_registrations(inputs: Mapping[str, Any]) -> bool:
    """Does the verdict rest on registrations (and not on a figure typed by hand)?"""
    return "measure" in inputs


def row_of(inputs: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a `ComparisonRow` that the registrations fill."""
    if "value" not in inputs:
        return {"n": _registrations(inputs)}
    unit = str(inputs["figure_unit"])
    return {
        "measured": amount(_rounded(inputs["value"]), unit),
        "before": "" if inputs["before"] is None else amount(_rounded(inputs["before"]), unit),
        "n": _behind(inputs),
        "change": "" if inputs["level"] else _change(inputs, unit),
        "difference": _interval(inputs, unit),
        "period_last": date.fromisoformat(str(inputs["until"])),
    }


def _rounded(value: float) -> Decimal:
    return Decimal(str(value)).quantize(_ONE_DECIMAL).normalize()


def _change(inputs: Mapping[str, Any], unit: str) -> str:
    return amount(_rounded(inputs["change"]), unit_of_change(unit, relative=inputs["relative"]), signed=True)


def _interval(inputs: Mapping[str, Any], unit: str) -> str:
    """Between what it lies: a level, or a change with its signs."""
    signed = not inputs["level"]
    said = unit if inputs["level"] else unit_of_change(unit, relative=inputs["relative"])
    low, high = (amount(_rounded(inputs[name]), said, signed=signed) for name in ("low", "high"))
    return _("between %(low)s and %(high)s") % {"low": low, "high": high}


def _behind(inputs: Mapping[str, Any]) -> str:
    """`Typical of 14 weeks, against 8 before`, or so many people; with the number of registrations."""
    before, after = inputs["numbers"]
    people = "people" in str(inputs.get("rule", ""))
    if people:
        return _registrations(inputs)
    said = ngettext("typical of %(n)d period", "typical of %(n)d periods", after) % {"n": after}
    if before:
        said += " " + _("against %(n)d before") % {"n": before}
    return f"{said}, {_registrations(inputs)}"


def _registrations(inputs: Mapping[str, Any]) -> str:
    many = int(inputs["registrations"])
    said = ngettext("%(n)s registration", "%(n)s registrations", many)
    return said % {"n": format_number(many)}
