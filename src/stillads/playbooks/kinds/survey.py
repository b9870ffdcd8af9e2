"""Questions to citizens, relatives or employees; once, in waves, or as a pulse held by staff."""

from collections.abc import Iterator, Mapping
from typing import ClassVar, Literal

from django.utils.translation import gettext_lazy as _
from pydantic import Field

from ..format.base import Key, OptionalText, Part
from ..format.items import Items, kinds_asked
from ..questions.single_choice import SingleChoice
from .base import InstrumentDefinition, instrument_kind

Channel = Literal["staff", "link", "open_link", "kiosk", "paper"]


class Waves(Part):
    """When it is asked: once (nothing said), every so many days, or on days counted from day 1."""

    every_days: int | None = Field(default=None, ge=1, le=366)
    days: tuple[int, ...] = ()
    open_days: int = Field(default=14, ge=1, le=366)
    remind_after_days: tuple[int, ...] = ()


class WishFrom(Part):
    """A wish that is heard goes onto the wish list in the same tap: this question's words, in this area."""

    wishes: Key
    question: Key
    area: Key | None = None  # a question whose answer is the wish's area


@instrument_kind
class Survey(InstrumentDefinition):
    """A questionnaire; `pulse` is first of all a short conversation that staff hold and note.

    drawn_from   who is asked: those who take part in the trial, all who live at the unit, …; `sample` how many of them
                 (all, where empty)
    anonymous    answers that nobody can lead back to anyone
    """

    kind: Literal["survey"] = "survey"
    pulse: bool = False
    anonymous: bool = False
    channels: tuple[Channel, ...] = ("staff",)
    drawn_from: Literal["participants", "residents", "employees", "relatives", "anybody"] = "participants"
    sample: int | None = Field(default=None, ge=1)
    waves: Waves = Waves()
    wish: WishFrom | None = None
    intro: OptionalText = ""
    thanks: OptionalText = ""
    items: Items = Field(min_length=1)

    word: ClassVar = _("Questionnaire")

    @property
    def asked_once(self) -> bool:
        """Is each person asked once in the trial? Else the same people answer again and again."""
        return not self.pulse and not self.waves.every_days and len(self.waves.days) < 2

    def forms(self) -> Mapping[str, Items]:
        return {"answer": self.items}

    def needs(self) -> Iterator[tuple[tuple[str | int, ...], Key, str]]:
        if self.wish:
            yield ("wish", "wishes"), self.wish.wishes, "wishes"

    def flaws(self) -> Iterator[tuple[tuple[str | int, ...], str, Mapping[str, str]]]:
        if self.anonymous and self.wish:
            yield ("wish",), "anonymous_wish", {}
        if self.anonymous and "photo" in kinds_asked(self.items):
            yield ("items",), "anonymous_photo", {}
        if self.anonymous and "staff" in self.channels:
            yield ("channels",), "anonymous_staff", {}
        if self.waves.every_days and self.waves.days:
            yield ("waves",), "interval_and_days", {}
        if self.wish:
            for name in ("question", "area"):
                said = getattr(self.wish, name)
                if said is not None and said not in self.observables():
                    yield ("wish", name), "unknown_question", {"said": said}


WHO_ANSWERED = SingleChoice(key="who_answered", text="Hvem svarede?", standard="who_answered", required=True)
"""Asked beside every answer that is not anonymous; kept on the entry itself."""
