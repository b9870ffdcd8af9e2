"""Number, money and duration: integer or decimal with bounds, decimals and unit."""

from decimal import Decimal
from typing import Any, Final

from ...questions.moments import Duration
from ...questions.number import Money, Number
from ..made import right_way_round
from .extensions import (
    DECIMALS,
    MAX_VALUE,
    MIN_VALUE,
    UNIT,
    UNIT_OPTION,
    decimal_of,
    extend,
    extension,
    number,
    type_item,
)

_LARGEST: Final = Decimal(2**31 - 1)
_FOREIGN_DECIMALS: Final = 2
_MONEY: Final = {"system": "urn:iso:std:iso:4217", "code": "DKK", "display": "kr."}
_MINUTES: Final = {"system": "http://unitsofmeasure.org", "code": "min", "display": "min."}


def write_number(asked: Number | Money) -> type_item:
    """Whole numbers as integer, others as decimal with their places."""
    said = (asked.at_least, asked.at_most, asked.default)
    whole = not asked.decimals and all(
        value is None or (abs(value) <= _LARGEST and value == value.to_integral_value()) for value in said
    )
    item: type_item = {"type": "integer" if whole else "decimal"}
    value = "valueInteger" if whole else "valueDecimal"
    for url, bound in ((MIN_VALUE, asked.at_least), (MAX_VALUE, asked.at_most)):
        if bound is not None:
            extend(item, url, **{value: number(bound)})
    if not whole:
        extend(item, DECIMALS, valueInteger=asked.decimals)
    if isinstance(asked, Money):
        extend(item, UNIT, valueCoding=dict(_MONEY))
    elif asked.unit:
        extend(item, UNIT, valueCoding={"display": asked.unit})
    if asked.default is not None:
        item["initial"] = [{value: number(asked.default)}]
    return item


def write_duration(asked: Duration) -> type_item:
    """Minutes."""
    item: type_item = {"type": "integer"}
    extend(item, MAX_VALUE, valueInteger=asked.at_most)
    extend(item, UNIT, valueCoding=dict(_MINUTES))
    return item


def read_duration(item: type_item) -> dict[str, Any]:
    """The longest there can be."""
    most = decimal_of(extension(item, MAX_VALUE))
    return {"at_most": int(most)} if most is not None and 1 <= most <= 100_000 else {}


def read_money(item: type_item) -> dict[str, Any]:
    """Bounds, decimals, default."""
    low, high = right_way_round(
        decimal_of(extension(item, MIN_VALUE)), decimal_of(extension(item, MAX_VALUE))
    )
    return {"at_least": low, "at_most": high, "decimals": _decimals(item), "default": _default(item)}


def read_number(item: type_item) -> dict[str, Any]:
    """The same, and the unit."""
    unit = extension(item, UNIT) or extension(item, UNIT_OPTION)
    said = (unit.get("display") or unit.get("code")) if isinstance(unit, dict) else ""
    return read_money(item) | {"unit": said if isinstance(said, str) else ""}


def _decimals(item: type_item) -> int:
    if item.get("type") == "integer":
        return 0
    places = decimal_of(extension(item, DECIMALS))
    return min(6, max(0, int(places))) if places is not None else _FOREIGN_DECIMALS


def _default(item: type_item) -> Decimal | None:
    initial = item.get("initial")
    first = initial[0] if isinstance(initial, list) and initial and isinstance(initial[0], dict) else {}
    value = first.get("valueInteger", first.get("valueDecimal"))
    if isinstance(first.get("valueQuantity"), dict):
        value = first["valueQuantity"].get("value")
    return decimal_of(value)
