"""Planned and actual presence, and meetings whose agenda fills itself."""

from collections.abc import Mapping
from typing import ClassVar, Literal

from django.utils.translation import gettext_lazy as _
from pydantic import Field

from ..format.base import Line, OptionalText, Part
from ..format.items import Items
from ..questions.base import FactType
from ..questions.moments import Duration
from ..questions.options import Options
from ..questions.single_choice import SingleChoice
from ..questions.texts import ShortText
from .base import InstrumentDefinition, instrument_kind


class Meeting(Part):
    """A meeting that comes again; `prompt` asks for its points: "Noget til terapeuterne?"."""

    title: Line
    prompt: Line
    weekday: int | None = Field(default=None, ge=1, le=7)
    every_weeks: int = Field(default=1, ge=1, le=12)
    standing: tuple[Line, ...] = ()


@instrument_kind
class Presence(InstrumentDefinition):
    """`functions` are what a person is there as: therapist, meal host. `locked` time may not be taken back."""

    kind: Literal["presence"] = "presence"
    functions: Options = Field(min_length=1, max_length=20)
    locked: bool = False
    meeting: Meeting | None = None
    note: OptionalText = ""
    items: Items = ()

    word: ClassVar = _("Presence and meetings")

    def forms(self) -> Mapping[str, Items]:
        function = SingleChoice(key="function", text="Som hvad?", options=self.functions, required=True)
        came = SingleChoice(key="came", text="Blev det til noget?", standard="yes_partly_no", required=True)
        point = ShortText(key="point", text=self.meeting.prompt if self.meeting else "Punkt", required=True)
        return {
            "present": (function, came, Duration(key="minutes", text="Hvor længe?"), *self.items),
            "point": (point,),
            "met": (Duration(key="minutes", text="Hvor længe varede mødet?"),),
        }

    def derived(self) -> Mapping[str, FactType]:
        return {"planned_minutes": "number", "points": "number"}
