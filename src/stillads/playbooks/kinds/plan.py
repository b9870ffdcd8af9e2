"""A structured document per citizen, in the order of the day, with versions."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, ClassVar, Literal

from django.utils.translation import gettext_lazy as _
from pydantic import Field

from ..format.answers import type_answers
from ..format.base import Key, Line, OptionalText, Part
from ..format.items import Items
from ..questions.base import FactType, Question
from ..questions.texts import LongText, ShortText
from .base import Flaw, InstrumentDefinition, instrument_kind

_LINK = re.compile(r"link_\d+")


class PlanField(Part):
    """One place on the sheet. `first` stands above the day (*særlig tilgang*), `time` in its margin.

    words_that_belong  how a pasted text is sorted into the fields: headings that begin this field
    """

    key: Key
    title: Line
    help: OptionalText = ""
    time: OptionalText = ""
    first: bool = False
    longest: int = Field(default=1200, ge=20, le=6000)
    words_that_belong: tuple[Line, ...] = ()


@instrument_kind
class Plan(InstrumentDefinition):
    """`links` is how many reference links a sheet may carry, to the hosts that are allowed."""

    kind: Literal["plan"] = "plan"
    fields: tuple[PlanField, ...] = Field(min_length=1, max_length=40)
    links: int = Field(default=5, ge=0, le=5)
    hosts: tuple[Line, ...] = ()
    hand_over: tuple[Key, ...] = ()  # the fields on the hand-over sheet; all where empty

    word: ClassVar = _("Plan")
    about_citizen: ClassVar = True

    def forms(self) -> Mapping[str, Items]:
        questions: tuple[Question, ...] = tuple(
            LongText(key=field.key, text=field.title, help=field.help, longest=field.longest)
            for field in self.fields
        )
        links = tuple(
            ShortText(key=f"link_{number}", text="Henvisning", longest=300)
            for number in range(1, self.links + 1)
        )
        return {"version": (*questions, *links), "read": ()}

    def facts(self, form: str, answers: Mapping[str, Any]) -> type_answers:
        """Of a version only its number and how many fields are filled: the words stay in the plan."""
        counted = ("version", "fields_filled")
        return {name: answers[name] for name in counted if name in answers}

    def observables(self) -> dict[str, FactType]:
        return {"version": "number", "fields_filled": "number", "form": "choice"}

    def flaws(self) -> Iterator[Flaw]:
        keys = [field.key for field in self.fields]
        for number, key in enumerate(self.hand_over):
            if key not in keys:
                yield ("hand_over", number), "unknown_field", {"said": key}
        for number, key in enumerate(keys):
            if key in keys[:number]:
                yield ("fields", number, "key"), "key_twice", {"said": key}
            elif key in self.observables() or _LINK.fullmatch(key):
                yield ("fields", number, "key"), "name_taken", {"said": key}
        if self.links and not self.hosts:
            yield ("hosts",), "links_without_hosts", {}
