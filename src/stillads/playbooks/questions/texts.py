"""Short and long text. Numbers that look like a CPR number are refused before anything is kept."""

from collections.abc import Sequence
from typing import Any, ClassVar, Literal

from django.utils.translation import gettext_lazy as _
from pydantic import Field

from stillads.documents.characters import clean_text
from stillads.kernel.cpr import check_no_cpr
from stillads.kernel.rules import RuleError

from .base import FactType, Question, question_kind, single


class _Words(Question):
    fact: ClassVar[FactType] = "text"

    def _read(self, raw: Sequence[str], longest: int) -> str:
        text = clean_text(single(raw)).strip()
        check_no_cpr(text)
        if len(text) > longest:
            raise RuleError(_("Write it shorter: at most %(n)d letters.") % {"n": longest})
        return text


@question_kind
class ShortText(_Words):
    """One line."""

    kind: Literal["short_text"] = "short_text"
    longest: int = Field(default=200, ge=1, le=300)

    word: ClassVar = _("Short text")
    fhir: ClassVar = "string"

    def read(self, raw: Sequence[str]) -> Any:
        return " ".join(self._read(raw, self.longest).split())


@question_kind
class LongText(_Words):
    """Several lines."""

    kind: Literal["long_text"] = "long_text"
    longest: int = Field(default=2000, ge=1, le=10_000)

    word: ClassVar = _("Long text")
    fhir: ClassVar = "text"

    def read(self, raw: Sequence[str]) -> Any:
        return self._read(raw, self.longest)
