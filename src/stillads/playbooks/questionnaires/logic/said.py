"""Conditions said in one word, and what a condition tests."""

from decimal import Decimal
from typing import Any, Final

from ...format.conditions import Condition

_TESTS: Final = ("is_", "is_not", "at_least", "at_most", "answered")


def equals(key: str, *values: str) -> Condition:
    """The answer is one of the values."""
    return _of({"question": key, "is": values})


def differs(key: str, *values: str) -> Condition:
    """The answer is none of the values."""
    return _of({"question": key, "is_not": values})


def between(key: str, low: Decimal | None, high: Decimal | None) -> Condition:
    """The answer is a number from `low` to `high`; None is no bound."""
    bounds = {"at_least": low, "at_most": high}
    return _of({"question": key, **{name: bound for name, bound in bounds.items() if bound is not None}})


def answered(key: str, given: bool) -> Condition:
    """There is an answer, or none."""
    return _of({"question": key, "answered": given})


def all_of(*parts: Condition) -> Condition:
    """All of them."""
    return _of({"all": parts})


def any_of(*parts: Condition) -> Condition:
    """Any of them."""
    return _of({"any": parts})


def none_of(*parts: Condition) -> Condition:
    """None of them."""
    return _of({"none": parts})


def tests(condition: Condition) -> frozenset[str]:
    """The names of its tests of one question; none for a group of conditions."""
    return frozenset(name for name in _TESTS if getattr(condition, name) not in (None, ()))


def _of(data: dict[str, Any]) -> Condition:
    return Condition.model_validate(data)
