"""The one interface of every kind of instrument: define → render → record → observe. One file per kind.

    define    a frozen model that says what one playbook wants of it (this class's fields)
    render    `forms()`: what is asked, as items that phone, page, kiosk, paper and FHIR all show
    record    `record()`: what was sent becomes typed answers, or a reason per field
    observe   `facts()`: what measures read of an answer; `observables()` says which facts there can be

Pure: rows, links and worklists are `capture`'s. A new kind is a new file with `@instrument_kind`.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from stillads.kernel.rules import RuleError

from ..format.answers import fact_types, facts_of, read_answers, scores_of, type_answers, type_raw
from ..format.base import Key, Kinded, Line, OptionalText, Text
from ..format.items import Items, questions_in
from ..format.openings import Cost, Opening, Who
from ..questions.base import FactType

_kinds: dict[str, type["InstrumentDefinition"]] = {}

Flaw = tuple[tuple[str | int, ...], str, Mapping[str, str]]
"""Something that does not fit together: where (path inside the part), the code of the fault, its words."""


class InstrumentDefinition(Kinded):
    """What all kinds have.

    what        one sentence to those who use it: what is registered
    used_for    what comes of it ("brugt til"), shown where it is registered
    by          who registers or answers
    open        when; `cost` what it asks of one employee
    in_record   what the care record holds already and is therefore not asked here
    """

    key: Key
    title: Line
    what: Text
    used_for: Text
    by: tuple[Who, ...] = ("employee",)
    open: Opening = Opening()
    cost: Cost | None = None
    in_record: OptionalText = ""

    word: ClassVar[str | Promise]
    about_citizen: ClassVar[bool] = False  # an entry is always about a participant

    def forms(self) -> Mapping[str, Items]:
        """Form key → what is asked. The first one is the form of the instrument itself."""
        return {}

    @cached_property
    def asked(self) -> Mapping[str, Items]:
        """The same, made once: registering and measuring read it for every entry."""
        return self.forms()

    def record(self, form: str, raw: type_raw) -> type_answers:
        """Typed answers to `form`. Raises RuleError (no such form) or Invalid (a reason per field)."""
        if form not in self.asked:
            raise RuleError(_("The form has been changed. Open it again."))
        return read_answers(self.asked[form], raw)

    def facts(self, form: str, answers: Mapping[str, Any]) -> type_answers:
        """What measures read of one entry: its answers, and what the house found by itself (`derived`)."""
        found = {key: answers[key] for key in self.derived() if key in answers}
        return {**found, **facts_of(self.asked[form], answers)}

    def scores(self, form: str, answers: Mapping[str, Any]) -> type_answers:
        """What score measures read beside the facts (`scores_of`)."""
        return scores_of(self.asked[form], answers)

    def observables(self) -> dict[str, FactType]:
        """Every fact that an entry can give, with its type."""
        types: dict[str, FactType] = {}
        for items in self.forms().values():
            types |= fact_types(items)
        return types | dict(self.derived())

    def derived(self) -> Mapping[str, FactType]:
        """The facts that `capture` finds by itself (when a step was done, how long one waited)."""
        return {}

    def choices(self) -> Mapping[str, frozenset[str]]:
        """Fact → the values that it can have, where they are known beforehand."""
        found: dict[str, frozenset[str]] = {}
        for items in self.forms().values():
            there = fact_types(items)
            for question in questions_in(items):
                if (values := question.values()) is not None:
                    found |= {fact: values for fact in question.fact_types() if fact in there}
        return found

    def needs(self) -> Iterator[tuple[tuple[str | int, ...], Key, str]]:
        """Other instruments that this one uses: where it names them, their key, the kind they must be."""
        yield from ()

    def flaws(self) -> Iterator[Flaw]:
        """What does not fit together inside the definition."""
        yield from ()


def instrument_kind(made: type[InstrumentDefinition]) -> type[InstrumentDefinition]:
    """Class decorator: adds the kind to the registry under its literal."""
    name = made.model_fields["kind"].default
    if name in _kinds:
        raise ValueError(f"instrument kind {name} is registered twice")
    _kinds[name] = made
    return made


def instrument_kinds() -> Mapping[str, type[InstrumentDefinition]]:
    """All kinds by name."""
    return dict(_kinds)
