"""A balance per citizen that is earned and spent: *klippekort*."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, ClassVar, Literal

from django.utils.translation import gettext_lazy as _
from pydantic import Field

from ..format.answers import type_answers
from ..format.base import Line
from ..format.items import Items
from ..questions.base import FactType
from ..questions.moments import DateQuestion
from ..questions.number import Number
from ..questions.options import Options
from ..questions.single_choice import SingleChoice
from ..questions.texts import ShortText
from .base import InstrumentDefinition, instrument_kind


@instrument_kind
class Account(InstrumentDefinition):
    """`unit` is what is counted ("minutter"). It may be saved up to `ceiling`.

    earned / every_days  what is added by itself, and how often
    """

    kind: Literal["account"] = "account"
    unit: Line
    earned: Decimal = Field(default=Decimal(0), ge=0)
    every_days: int = Field(default=7, ge=1, le=366)
    ceiling: Decimal | None = Field(default=None, gt=0)
    uses: Options = Field(min_length=1, max_length=30)
    items: Items = ()

    word: ClassVar = _("Account")
    about_citizen: ClassVar = True

    def forms(self) -> Mapping[str, Items]:
        amount = Number(
            key="amount",
            text="Hvor meget?",
            unit=self.unit,
            at_least=Decimal("0.25"),
            decimals=2,
            required=True,
        )
        return {
            "spend": (
                amount,
                SingleChoice(key="use", text="Hvad blev det brugt til?", options=self.uses, required=True),
                DateQuestion(key="on", text="Hvornår?", days_back=31, days_ahead=0, default="today"),
                *self.items,
            ),
            "earn": (amount, ShortText(key="why", text="Hvorfor?")),
        }

    def facts(self, form: str, answers: Mapping[str, Any]) -> type_answers:
        """Beside what was asked the balance after it."""
        balance = {"balance": Decimal(answers["balance"])} if answers.get("balance") else {}
        return {**super().facts(form, answers), **balance}

    def derived(self) -> Mapping[str, FactType]:
        return {"balance": "number"}
