"""A desk: catalogue, opening hours, bookings and walk-ins in one queue, loans and returns."""

from collections.abc import Mapping
from datetime import time
from typing import ClassVar, Literal, Self

from django.utils.translation import gettext_lazy as _
from pydantic import Field, model_validator

from ..format.base import Key, Line, OptionalText, Part
from ..format.items import Items
from ..questions.base import FactType
from ..questions.options import Option, Options
from ..questions.references import CatalogueItemQuestion
from ..questions.single_choice import SingleChoice
from ..questions.texts import LongText, ShortText
from .base import InstrumentDefinition, instrument_kind

BOOKED, WALKED_IN, HOSPITAL = "booked", "walked_in", "hospital"
FINE = "fine"
"""A delivery that went as it should."""


class OpeningHours(Part):
    """A weekday (1 is Monday) from a time to a time, and how many can be helped at once."""

    weekday: int = Field(ge=1, le=7)
    opens: time
    closes: time
    capacity: int = Field(default=1, ge=1, le=50)

    @model_validator(mode="after")
    def _opens_first(self) -> Self:
        if self.opens >= self.closes:
            raise ValueError("closes_before_opening")
        return self


class CatalogueLine(Part):
    """Something that can be tried, lent or handed out; `copies` is how many there are to begin with."""

    key: Key
    title: Line
    group: OptionalText = ""
    copies: int = Field(default=1, ge=0, le=1000)
    loan_days: int | None = Field(default=None, ge=1, le=1000)  # empty: handed out for good


@instrument_kind
class Desk(InstrumentDefinition):
    """Visits are booked in slots of `slot_minutes`, or walked in; both stand in the same queue."""

    kind: Literal["desk"] = "desk"
    catalogue: tuple[CatalogueLine, ...] = Field(min_length=1, max_length=300)
    hours: tuple[OpeningHours, ...] = ()
    slot_minutes: int = Field(default=30, ge=5, le=240)
    errands: Options = ()
    visit: Items = ()
    delivery: Items = ()

    word: ClassVar = _("Desk")

    def forms(self) -> Mapping[str, Items]:
        item = CatalogueItemQuestion(key="item", text="Hvilket hjælpemiddel?", required=True)
        errand: Items = ()
        if self.errands:
            errand = (SingleChoice(key="errand", text="Hvad drejer det sig om?", options=self.errands),)
        return {
            "visit": (*errand, *self.visit),
            "loan": (item,),
            "return": (item, _CONDITION),
            "fitting": (item, LongText(key="fitted", text="Hvad blev tilpasset?", required=True)),
            "delivery": (item, _WENT, *self.delivery, _DRIVER_SAYS),
        }

    def derived(self) -> Mapping[str, FactType]:
        return {
            "arrived": "choice",
            "waited_minutes": "number",
            "served_minutes": "number",
            "lent_on": "date",
            "returned_on": "date",
            "overdue_days": "number",
        }

    def choices(self) -> Mapping[str, frozenset[str]]:
        return {**super().choices(), "arrived": frozenset({BOOKED, WALKED_IN, HOSPITAL})}


_WENT = SingleChoice(
    key="went",
    text="Gik det, som det skulle?",
    options=(
        Option(key=FINE, text="Ja"),
        Option(key="wrong_item", text="Det var det forkerte"),
        Option(key="wrong_place", text="Det var det forkerte sted"),
        Option(key="missing", text="Der manglede noget"),
        Option(key="not_handed_over", text="Det kunne ikke afleveres"),
    ),
    required=True,
    default=FINE,
)
_DRIVER_SAYS = ShortText(
    key="driver_says",
    text="Hvad skal vi vide?",
    help="For eksempel trapper, nøgler eller parkering. Ingen navne.",
)
_CONDITION = SingleChoice(
    key="condition",
    text="Hvordan er det?",
    options=(
        Option(key="fine", text="I orden"),
        Option(key="cleaning", text="Skal rengøres"),
        Option(key="repair", text="Skal repareres"),
        Option(key="gone", text="Kan ikke bruges mere"),
    ),
    required=True,
    default="fine",
)
