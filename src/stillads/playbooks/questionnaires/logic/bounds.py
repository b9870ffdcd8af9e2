"""What a constraint says of the answer itself: bounds, length, how many; and what it says besides."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from .comparisons import FLIPPED, number_or_none
from .terms import And, Call, Compare, Ref, Term, Value

_LOWER: Final = frozenset({">", ">="})
_UPPER: Final = frozenset({"<", "<="})


@dataclass(slots=True)
class Bounds:
    """`low` and `high` of a number; strict ones are stepped inwards by the one who knows the decimals.

    past, future   may the day lie before, after today?
    longest        letters; most   answers
    left_over      some part of it could not be said
    """

    low: Decimal | None = None
    high: Decimal | None = None
    low_strict: bool = False
    high_strict: bool = False
    past: bool = True
    future: bool = True
    longest: int | None = None
    most: int | None = None
    left_over: bool = False

    def stepped(self, decimals: int) -> tuple[Decimal | None, Decimal | None]:
        """The bounds with strict ones moved by the smallest step."""
        step = Decimal(1).scaleb(-decimals)
        low = self.low + step if self.low is not None and self.low_strict else self.low
        high = self.high - step if self.high is not None and self.high_strict else self.high
        return low, high


def bounds_of(term: Term) -> Bounds:
    """The bounds in a constraint; parts that are none are left over."""
    found = Bounds()
    for part in term.parts if isinstance(term, And) else (term,):
        if not (isinstance(part, Compare) and _read(part, found)):
            found.left_over = True
    return found


def _read(part: Compare, found: Bounds) -> bool:
    left, op, right = part.left, part.op, part.right
    if right == Ref("."):
        left, op, right = right, FLIPPED[op], left
    if left == Ref(".") and isinstance(right, Call) and right.name in ("today", "now") and not right.args:
        return _day(op, found)
    if not isinstance(right, Value):
        return False
    number = number_or_none(right.text)
    if number is None:
        return False
    if left == Ref("."):
        return _number(op, number, found)
    return isinstance(left, Call) and left.args == (Ref("."),) and _count(left.name, op, int(number), found)


def _day(op: str, found: Bounds) -> bool:
    if op in _UPPER:
        found.future = False
    elif op in _LOWER:
        found.past = False
    return op in _UPPER | _LOWER


def _number(op: str, number: Decimal, found: Bounds) -> bool:
    if op in _LOWER or op == "=":
        found.low, found.low_strict = number, op == ">"
    if op in _UPPER or op == "=":
        found.high, found.high_strict = number, op == "<"
    return op != "!="


def _count(name: str, op: str, number: int, found: Bounds) -> bool:
    most = number - 1 if op == "<" else number
    if op not in _UPPER or most < 1:
        return False
    if name == "string-length":
        found.longest = most
    elif name == "count-selected":
        found.most = most
    return name in ("string-length", "count-selected")
