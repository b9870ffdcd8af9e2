"""A number with a unit and bounds; and money."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, ClassVar, Literal, Self

from django.utils.translation import gettext_lazy as _
from pydantic import Field, model_validator

from stillads.kernel.numbers import format_number, parse_number
from stillads.kernel.rules import RuleError

from ..format.base import OptionalText
from .base import FactType, Question, question_kind, single


class _Bounded(Question):
    at_least: Decimal | None = None
    at_most: Decimal | None = None
    decimals: int = Field(default=0, ge=0, le=6)
    default: Decimal | None = None

    fact: ClassVar[FactType] = "number"

    @model_validator(mode="after")
    def _the_right_way_round(self) -> Self:
        if self.at_least is not None and self.at_most is not None and self.at_least > self.at_most:
            raise ValueError("bounds_reversed")
        return self

    def read(self, raw: Sequence[str]) -> Any:
        number = parse_number(single(raw))
        too_large = abs(number) >= Decimal(10) ** 12  # rounding it would fail before it is compared
        if too_large or round(number, self.decimals) != number:
            raise RuleError(self._wanted())
        if self.at_least is not None and number < self.at_least:
            raise RuleError(self._wanted())
        if self.at_most is not None and number > self.at_most:
            raise RuleError(self._wanted())
        return f"{number.normalize():f}"

    def facts(self, value: Any) -> Mapping[str, Any]:
        return {self.key: Decimal(value)}

    def _wanted(self) -> str:
        low, high = self.at_least, self.at_most
        words = {
            "low": format_number(low) if low is not None else "",
            "high": format_number(high) if high is not None else "",
            "example": format_number(low if low is not None else Decimal("7.5"), self.decimals),
        }
        if low is not None and high is not None:
            return _("Write a number between %(low)s and %(high)s.") % words
        if low is not None:
            return _("Write a number that is at least %(low)s.") % words
        if high is not None:
            return _("Write a number that is at most %(high)s.") % words
        if not self.decimals:
            return str(_("Write a whole number."))
        return _("Write a number with at most %(n)d decimals.") % {"n": self.decimals}


@question_kind
class Number(_Bounded):
    """The answer is a decimal number as text: `7.5`."""

    kind: Literal["number"] = "number"
    unit: OptionalText = ""

    word: ClassVar = _("Number")
    fhir: ClassVar = "decimal"

    def say(self, value: Any) -> str:
        return f"{format_number(Decimal(value))} {self.unit}".strip()


@question_kind
class Money(_Bounded):
    """The answer is kroner as text: `1250.50`."""

    kind: Literal["money"] = "money"
    decimals: int = Field(default=2, ge=0, le=2)
    at_least: Decimal | None = Decimal(0)

    word: ClassVar = _("Amount of money")
    fhir: ClassVar = "decimal"

    def say(self, value: Any) -> str:
        return f"{format_number(Decimal(value), 2 if Decimal(value) % 1 else 0)} kr."
