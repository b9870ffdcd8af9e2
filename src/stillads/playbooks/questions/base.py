"""The one interface of every kind of question: define → read → say → facts. One file per kind.

`read` gets what a form, a phone's queue or a sheet sends (texts, without empty ones) and gives the typed
answer that an entry keeps as JSON, or raises RuleError with a sentence. `say` gives it back in words.
"""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Final, Literal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from stillads.kernel.rules import RuleError

from ..format.base import Key, Kinded, Line, OptionalText
from ..format.conditions import Condition

FactType = Literal["choice", "choices", "number", "date", "time", "text", "reference"]

SCORE: Final = ":score"
"""Ends the name of the fact that only score measures read. No key can hold a colon, so nobody's question has it."""

_kinds: dict[str, type["Question"]] = {}


class Question(Kinded):
    """What all kinds have.

    kind      the discriminator; a literal in each kind
    word      the kind in words, for those who make playbooks
    fact      what its answer is to measures
    fhir      the item type of FHIR R4 Questionnaire
    """

    key: Key
    text: Line
    help: OptionalText = ""
    required: bool = False
    show_if: Condition | None = None

    word: ClassVar[str | Promise]
    fact: ClassVar[FactType]
    fhir: ClassVar[str]

    def read(self, raw: Sequence[str]) -> Any:
        """The typed answer to non-empty `raw`; RuleError with a reason where it is none."""
        raise RuleError(_("This cannot be answered here."))

    def say(self, value: Any) -> str:
        """The answer in words."""
        return str(value)

    def facts(self, value: Any) -> Mapping[str, Any]:
        """What measures can read of the answer, by fact key."""
        return {self.key: value}

    def score(self, value: Any) -> int | None:
        """What a score measure adds for the answer; None where it has no other than its number."""
        return None

    def fact_types(self) -> Mapping[str, FactType]:
        """The facts that `facts` gives, with their types."""
        return {self.key: self.fact}

    def values(self) -> frozenset[str] | None:
        """The values that a condition may compare the answer with; None where any may be."""
        return None


def question_kind(made: type[Question]) -> type[Question]:
    """Class decorator: adds the kind to the registry under its literal."""
    name = made.model_fields["kind"].default
    if name in _kinds:
        raise ValueError(f"question kind {name} is registered twice")
    _kinds[name] = made
    return made


def question_kinds() -> Mapping[str, type[Question]]:
    """All kinds by name, in order of registration."""
    return dict(_kinds)


def single(raw: Sequence[str]) -> str:
    """The one text given; RuleError where there are several."""
    if len(raw) != 1:
        raise RuleError(_("Choose one answer."))
    return raw[0]
