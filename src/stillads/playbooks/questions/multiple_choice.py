"""Several answers among several."""

from collections.abc import Sequence
from typing import Any, ClassVar, Literal

from django.utils.translation import gettext_lazy as _
from pydantic import Field

from stillads.kernel.rules import RuleError

from .base import FactType, Question, question_kind
from .options import Chosen, keys_of


@question_kind
class MultipleChoice(Question, Chosen):
    """The answer is a list of option keys, in the order of the options."""

    kind: Literal["multiple_choice"] = "multiple_choice"
    at_most: int | None = Field(default=None, ge=1)
    default: tuple[str, ...] = ()

    word: ClassVar = _("Several answers")
    fact: ClassVar[FactType] = "choices"
    fhir: ClassVar = "choice"

    def read(self, raw: Sequence[str]) -> Any:
        keys = {self.chosen(text).key for text in raw}
        if self.at_most is not None and len(keys) > self.at_most:
            raise RuleError(_("Choose at most %(n)d.") % {"n": self.at_most})
        return [option.key for option in self.choices if option.key in keys]

    def say(self, value: Any) -> str:
        texts = self.texts()
        return ", ".join(texts.get(str(key), str(key)) for key in value)

    def score(self, value: Any) -> int | None:
        return self.scored(value)

    def values(self) -> frozenset[str] | None:
        return keys_of(self)
