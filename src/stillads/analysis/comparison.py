"""Predicted against measured, as numbers. Pure: no database, no words.

How a prediction is read:
- With a number from before, `size` is the change that was expected, as a positive number: `down 20` is
  20 fewer. In per cent while the figure is in something else, it is a change relative to before.
- Without one, and with an N of N, `size` is the level that was expected: `up 80 %` is at least 80 %,
  `down 5 %` at most 5 %. Without either nothing can be compared.
- `unchanged`: `size` is how much it may move either way.
- `not_worse`: `worse` says which way is worse, `size` how much of it is tolerated.
"""

from dataclasses import dataclass
from decimal import Decimal

UP, DOWN, UNCHANGED, NOT_WORSE = "up", "down", "unchanged", "not_worse"


@dataclass(frozen=True, slots=True)
class Expected:
    """A criterion: direction, size (None: only a direction was predicted), unit, and which way is worse."""

    direction: str
    size: Decimal | None
    unit: str
    worse: str = UP


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure: value, value before, unit, the N behind it; `estimate`: one person judged it."""

    value: Decimal
    unit: str
    before: Decimal | None = None
    denominator: int | None = None
    estimate: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the two say of each other.

    change      value minus before, in `unit`; in per cent of before where `relative`. None without a before
    level       the value itself, where there is no before and a level was expected
    beyond      how much more than predicted in the predicted direction (negative: how much is lacking);
                None where nothing can be subtracted
    unit        of `change`, `level` and `beyond`
    comparable  False where units or numbers do not fit each other
    """

    change: Decimal | None
    level: Decimal | None
    beyond: Decimal | None
    unit: str
    relative: bool = False
    comparable: bool = True


def compare(expected: Expected, measured: Measured) -> Comparison:
    """The difference between what was predicted and what was measured."""
    if measured.before is None:
        return _against_level(expected, measured)
    change, unit, relative = measured.value - measured.before, measured.unit, False
    if _is_relative(expected, measured):
        if not measured.before:
            return Comparison(None, None, None, expected.unit, True, comparable=False)
        change, unit, relative = change / abs(measured.before) * 100, "%", True
    elif not _same_unit(expected, measured):
        return Comparison(change, None, None, measured.unit, comparable=False)
    return Comparison(change, None, _beyond(expected, change), unit, relative)


def _against_level(expected: Expected, measured: Measured) -> Comparison:
    fits = _same_unit(expected, measured) and expected.size is not None and measured.denominator is not None
    if not fits or expected.direction not in {UP, DOWN}:
        return Comparison(None, measured.value, None, measured.unit, comparable=False)
    above = measured.value - (expected.size or Decimal(0))
    return Comparison(None, measured.value, above if expected.direction == UP else -above, measured.unit)


def _beyond(expected: Expected, change: Decimal) -> Decimal | None:
    size = expected.size
    if expected.direction in {UP, DOWN}:
        return (change if expected.direction == UP else -change) - abs(size or Decimal(0))
    if expected.direction == UNCHANGED:
        return None if size is None else abs(size) - abs(change)
    worsened = change if expected.worse == UP else -change
    return abs(size or Decimal(0)) - worsened


def _is_relative(expected: Expected, measured: Measured) -> bool:
    return expected.unit == "%" and measured.unit != "%"


def _same_unit(expected: Expected, measured: Measured) -> bool:
    return not expected.unit or expected.unit.strip().lower() == measured.unit.strip().lower()
