"""One answer among several."""

from collections.abc import Sequence
from typing import Any, ClassVar, Literal

from django.utils.translation import gettext_lazy as _

from .base import FactType, Question, question_kind, single
from .options import Chosen, keys_of


@question_kind
class SingleChoice(Question, Chosen):
    """The answer is an option's key."""

    kind: Literal["single_choice"] = "single_choice"
    default: str | None = None

    word: ClassVar = _("One answer")
    fact: ClassVar[FactType] = "choice"
    fhir: ClassVar = "choice"

    def read(self, raw: Sequence[str]) -> Any:
        return self.chosen(single(raw)).key

    def say(self, value: Any) -> str:
        return self.texts().get(str(value), str(value))

    def score(self, value: Any) -> int | None:
        return self.scored([value])

    def values(self) -> frozenset[str] | None:
        return keys_of(self)
