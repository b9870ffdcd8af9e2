"""One tap is one event, with a few fields at most."""

from collections.abc import Iterator, Mapping
from typing import ClassVar, Literal

from django.utils.translation import gettext_lazy as _
from pydantic import Field

from ..format.base import Line
from ..format.items import Items
from ..questions.options import Options
from ..questions.single_choice import SingleChoice
from .base import InstrumentDefinition, instrument_kind

EVENT = "event"


@instrument_kind
class Register(InstrumentDefinition):
    """Big buttons on a phone.

    buttons        what happened: one tap each; the answer stands in the fact `event`
    items          what is asked after the tap, where anything is
    about_whom     a participant must, may, or cannot be named
    backdate_days  how far back a forgotten event may be registered (1: yesterday)
    """

    kind: Literal["register"] = "register"
    event: Line
    buttons: Options = Field(min_length=1, max_length=12)
    items: Items = ()
    about_whom: Literal["must", "may", "nobody"] = "nobody"
    backdate_days: int = Field(default=1, ge=0, le=31)

    word: ClassVar = _("Tally")

    def forms(self) -> Mapping[str, Items]:
        tapped = SingleChoice(key=EVENT, text=self.event, options=self.buttons, required=True)
        return {EVENT: (tapped, *self.items)}

    def flaws(self) -> Iterator[tuple[tuple[str | int, ...], str, Mapping[str, str]]]:
        if len(self.items) > 6:
            yield ("items",), "too_many_after_tap", {"n": str(len(self.items))}
