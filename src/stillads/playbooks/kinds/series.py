"""Figures that others hold (sick leave, visits, driven kilometres), by CSV or .xlsx with a mapping."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import ClassVar, Literal, Self

from django.utils.translation import gettext_lazy as _
from pydantic import Field, model_validator

from ..format.base import Key, Line, OptionalText, Part
from ..format.items import Items
from ..questions.base import FactType
from ..questions.moments import DateQuestion
from ..questions.number import Number
from .base import Flaw, InstrumentDefinition, instrument_kind


class Column(Part):
    """One figure per row. `names` are headings by which it is found in a file by itself."""

    key: Key
    title: Line
    unit: OptionalText = ""
    decimals: int = Field(default=2, ge=0, le=6)
    at_least: Decimal | None = None
    at_most: Decimal | None = None
    required: bool = False
    names: tuple[Line, ...] = ()

    @model_validator(mode="after")
    def _the_right_way_round(self) -> Self:
        if self.at_least is not None and self.at_most is not None and self.at_least > self.at_most:
            raise ValueError("bounds_reversed")
        return self


@instrument_kind
class Series(InstrumentDefinition):
    """Rows by day, week or month and unit. `holder` says who has the figures and how they are asked for."""

    kind: Literal["series"] = "series"
    holder: Line
    per: Literal["day", "week", "month"] = "day"
    columns: tuple[Column, ...] = Field(min_length=1, max_length=20)

    word: ClassVar = _("Figures that others hold")

    def forms(self) -> Mapping[str, Items]:
        figures = tuple(
            Number(
                key=c.key, text=c.title, unit=c.unit, decimals=c.decimals, at_least=c.at_least, at_most=c.at_most,
                required=c.required,
            )
            for c in self.columns
        )  # fmt: skip
        return {"row": (DateQuestion(key="day", text="Dag", required=True), *figures)}

    def observables(self) -> dict[str, FactType]:
        return dict.fromkeys((column.key for column in self.columns), "number")

    def flaws(self) -> Iterator[Flaw]:
        keys = [column.key for column in self.columns]
        for number, key in enumerate(keys):
            if key in keys[:number] or key == "day":
                yield ("columns", number, "key"), "key_twice", {"said": key}
