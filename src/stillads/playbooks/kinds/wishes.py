"""One list of wishes per citizen, shared by every trial and shift: heard → acted on → told back."""

from collections.abc import Mapping
from typing import ClassVar, Literal

from django.utils.translation import gettext_lazy as _
from pydantic import Field

from ..format.items import Items
from ..questions.base import FactType
from ..questions.moments import DateQuestion
from ..questions.options import Option, Options
from ..questions.single_choice import SingleChoice
from ..questions.texts import ShortText
from .base import InstrumentDefinition, instrument_kind

HEARD, ACTED, TOLD, CLOSED = "heard", "acted", "told", "closed"

ON_BEHALF = SingleChoice(
    key="on_behalf",
    text="Hvem ønsker det?",
    options=(
        Option(key="self", text="Borgeren selv"),
        Option(key="relative", text="En pårørende på borgerens vegne"),
        Option(key="staff", text="En medarbejder, der har set det"),
    ),
    required=True,
    default="self",
)


@instrument_kind
class Wishes(InstrumentDefinition):
    """`areas` are what a wish can be about: getting up, bed, bath, meals, activities.

    The area may stand open: a wish that was heard in a conversation is not lost for want of one.
    """

    kind: Literal["wishes"] = "wishes"
    areas: Options = Field(min_length=1, max_length=20)
    act_within_days: int = Field(default=14, ge=1, le=200)

    word: ClassVar = _("Wish list")
    about_citizen: ClassVar = True

    def forms(self) -> Mapping[str, Items]:
        return {
            HEARD: (
                ShortText(key="wish", text="Hvad er ønsket?", longest=300, required=True),
                SingleChoice(key="area", text="Hvad handler det om?", options=self.areas),
                ON_BEHALF,
            ),
            ACTED: (
                ShortText(key="did", text="Hvad blev der gjort?", longest=300, required=True),
                DateQuestion(key="acted_on", text="Hvornår?", days_back=60, days_ahead=0, default="today"),
            ),
            TOLD: (ShortText(key="answer", text="Hvad svarede borgeren?", longest=300),),
            CLOSED: (
                ShortText(key="why", text="Hvorfor kan det ikke lade sig gøre?", longest=300, required=True),
            ),
        }

    def derived(self) -> Mapping[str, FactType]:
        return {"heard_on": "date", "acted_on": "date", "told_on": "date", "state": "choice"}

    def choices(self) -> Mapping[str, frozenset[str]]:
        return {**super().choices(), "state": frozenset({HEARD, ACTED, TOLD, CLOSED})}
