"""Five faces with words under them."""

from collections.abc import Sequence
from typing import Any, ClassVar, Literal

from django.utils.translation import gettext_lazy as _
from pydantic import Field

from stillads.kernel.rules import RuleError

from ..format.base import Line
from .base import FactType, Question, question_kind, single
from .standard import SMILEYS


@question_kind
class Smiley(Question):
    """The answer is 1 (saddest) to 5."""

    kind: Literal["smiley"] = "smiley"
    points: tuple[Line, ...] = Field(default=SMILEYS, min_length=5, max_length=5)

    word: ClassVar = _("Faces")
    fact: ClassVar[FactType] = "number"
    fhir: ClassVar = "choice"

    def read(self, raw: Sequence[str]) -> Any:
        text = single(raw)
        if text not in {"1", "2", "3", "4", "5"}:
            raise RuleError(_("Choose one of the faces."))
        return int(text)

    def say(self, value: Any) -> str:
        return self.points[int(value) - 1]

    def values(self) -> frozenset[str] | None:
        return frozenset("12345")
