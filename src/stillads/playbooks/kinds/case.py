"""A flow of steps with roles, deadlines, hand-overs and outcome; read by our own interpreter.

A step asks for a form only where a measure or a decision uses it; "mundtligt overleveret" completes a
hand-over in one tap. An unknown step, one that cannot be reached, one without a way on, and a flow with no
way to an end are faults of the playbook, found when it is read.
"""

from collections.abc import Iterator, Mapping
from typing import ClassVar, Literal

from django.utils.translation import gettext_lazy as _
from pydantic import Field

from ..format.base import Key, Line, OptionalText, Part
from ..format.conditions import Condition
from ..format.items import Items
from ..questions.base import FactType
from ..questions.moments import Duration
from ..questions.standard import STANDARD_LISTS
from .base import Flaw, InstrumentDefinition, instrument_kind

START, CANCEL = "start", "cancel"


class Deadline(Part):
    """So many days after the step was reached; working days follow the Danish calendar."""

    days: int = Field(ge=0, le=400)
    working: bool = True


class Way(Part):
    """A way on from a step: to another step, or to an outcome.

    `when` is tested on all that was answered in the case so far, from its start; the first way that holds
    is taken.
    """

    to: Key
    text: Line
    when: Condition | None = None


class Step(Part):
    """One step. `role` is who does it, in the profession's own word.

    spoken      may be completed by *mundtligt overleveret*
    follow_up   asks for the day on which it is looked at again
    professions whose time is noted (in minutes), where a measure uses it
    """

    key: Key
    title: Line
    role: Line
    help: OptionalText = ""
    deadline: Deadline | None = None
    spoken: bool = False
    follow_up: bool = False
    professions: tuple[Key, ...] = ()
    items: Items = ()
    ways: tuple[Way, ...] = Field(min_length=1)


class Outcome(Part):
    """How a case can end."""

    key: Key
    title: Line


class OldStep(Part):
    """A step of the way it was done before, drawn beside the new one."""

    title: Line
    role: Line
    days: int | None = Field(default=None, ge=0)


@instrument_kind
class Case(InstrumentDefinition):
    """The first step is where a case begins. `mark` is the text that planners see, copied to the care record."""

    kind: Literal["case"] = "case"
    start: Items = ()
    steps: tuple[Step, ...] = Field(min_length=1, max_length=30)
    outcomes: tuple[Outcome, ...] = Field(min_length=1)
    cancel_reasons: tuple[Outcome, ...] = Field(min_length=1)
    old_way: tuple[OldStep, ...] = ()
    mark: OptionalText = ""

    word: ClassVar = _("Flow")
    about_citizen: ClassVar = True

    def forms(self) -> Mapping[str, Items]:
        return {START: self.start, **{step.key: self._items(step) for step in self.steps}, CANCEL: ()}

    def step(self, key: str) -> Step:
        """The step `key`; KeyError where there is none."""
        return {step.key: step for step in self.steps}[key]

    def derived(self) -> Mapping[str, FactType]:
        dates: dict[str, FactType] = {"started_on": "date", "ended_on": "date"}
        dates |= {f"{step.key}_on": "date" for step in self.steps}
        words: dict[str, FactType] = dict.fromkeys(("outcome", "cancelled", "step", "spoken"), "choice")
        return {**dates, **words, "handovers": "number"}

    def choices(self) -> Mapping[str, frozenset[str]]:
        return {
            **super().choices(),
            "outcome": frozenset(end.key for end in self.outcomes),
            "step": frozenset(step.key for step in self.steps),
            "spoken": frozenset({"yes", "no"}),
        }

    def flaws(self) -> Iterator[Flaw]:
        ends = {end.key for end in self.outcomes}
        professions = {key for key, _word, _score in STANDARD_LISTS["profession"]}
        for number, step in enumerate(self.steps):
            if step.key in ends | {START, CANCEL}:
                yield ("steps", number, "key"), "step_name_taken", {"said": step.key}
            for place, said in enumerate(step.professions):
                if said not in professions:
                    yield ("steps", number, "professions", place), "unknown_profession", {"said": said}
        yield from self._lost_ways(ends)
        yield from self._dead_ends(ends)

    def _lost_ways(self, ends: set[str]) -> Iterator[Flaw]:
        known = ends | {step.key for step in self.steps}
        for number, step in enumerate(self.steps):
            for place, way in enumerate(step.ways):
                if way.to not in known:
                    yield ("steps", number, "ways", place, "to"), "unknown_step", {"said": way.to}
            if all(way.when for way in step.ways):
                yield ("steps", number, "ways"), "no_way_without_condition", {"said": step.key}

    def _dead_ends(self, ends: set[str]) -> Iterator[Flaw]:
        onward = {step.key: {way.to for way in step.ways} for step in self.steps}
        reached = _closure({self.steps[0].key}, onward)
        finishing = set(ends)
        while new := {key for key, to in onward.items() if key not in finishing and to & finishing}:
            finishing |= new
        for number, step in enumerate(self.steps):
            if step.key not in reached:
                yield ("steps", number), "unreachable_step", {"said": step.key}
            if step.key not in finishing:
                yield ("steps", number), "no_way_to_an_end", {"said": step.key}

    def _items(self, step: Step) -> Items:
        words = {key: word for key, word, _score in STANDARD_LISTS["profession"]}
        minutes = tuple(
            Duration(key=f"minutes_{key}", text=f"Minutter brugt: {words[key].lower()}")
            for key in step.professions
            if key in words
        )
        return (*step.items, *minutes)


def _closure(first: set[str], onward: Mapping[str, set[str]]) -> set[str]:
    reached = set(first)
    while new := {to for key in reached for to in onward.get(key, set())} - reached:
        reached |= new
    return reached
