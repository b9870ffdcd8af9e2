"""A Likert scale, with *ved ikke*."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Literal, Self

from django.utils.translation import gettext_lazy as _
from pydantic import Field, model_validator

from stillads.kernel.rules import RuleError

from ..format.base import Line
from .base import FactType, Question, question_kind, single
from .standard import DONT_KNOW, DONT_KNOW_TEXT, LIKERT_SCALES


@question_kind
class Likert(Question):
    """The answer is a point from 1 (least) to the number of points, or `dont_know`."""

    kind: Literal["likert"] = "likert"
    scale: str = ""  # a standard scale, or the points written out
    points: tuple[Line, ...] = Field(default=(), max_length=11)
    dont_know: bool = True
    reversed: bool = False  # least is best: a score turns it round

    word: ClassVar = _("Scale")
    fact: ClassVar[FactType] = "number"
    fhir: ClassVar = "choice"

    @model_validator(mode="after")
    def _one_scale(self) -> Self:
        if self.scale and self.scale not in LIKERT_SCALES:
            raise ValueError("unknown_scale")
        if bool(self.scale) == bool(self.points) or len(self.points) == 1:
            raise ValueError("scale_or_points")
        return self

    @property
    def labels(self) -> tuple[str, ...]:
        """The words of the points, least first."""
        return self.points or LIKERT_SCALES[self.scale]

    def read(self, raw: Sequence[str]) -> Any:
        text = single(raw)
        if text == DONT_KNOW and self.dont_know:
            return DONT_KNOW
        if not text.isdecimal() or not 1 <= int(text) <= len(self.labels):
            raise RuleError(_("Choose one of the points of the scale."))
        return int(text)

    def say(self, value: Any) -> str:
        return DONT_KNOW_TEXT if value == DONT_KNOW else self.labels[int(value) - 1]

    def facts(self, value: Any) -> Mapping[str, Any]:
        return {self.key: None if value == DONT_KNOW else value, f"{self.key}_said": value}

    def score(self, value: Any) -> int | None:
        turned = self.reversed and value != DONT_KNOW
        return len(self.labels) + 1 - int(value) if turned else None

    def fact_types(self) -> Mapping[str, FactType]:
        return {self.key: "number", f"{self.key}_said": "choice"}

    def values(self) -> frozenset[str] | None:
        points = {str(point) for point in range(1, len(self.labels) + 1)}
        return frozenset(points | {DONT_KNOW} if self.dont_know else points)
