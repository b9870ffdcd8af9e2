"""The playbook as a whole."""

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from ..kinds import InstrumentDefinition, instrument_kinds
from .base import Bilingual, OptionalText, Part, Slug, Text, one_of
from .measures import Criterion, Measure
from .openings import ObservationWindow
from .theory import HouseRule, Source, Theory

FORMAT = 1
"""The newest version of the format; `converters` bring older ones up to it."""

if TYPE_CHECKING:
    AnyInstrument = InstrumentDefinition
else:
    AnyInstrument = Annotated[one_of(instrument_kinds().values()), Field(discriminator="kind")]


class LegalReference(Part):
    """What it stands on: a key of the vocabulary of legal bases. In 2022, today, or both."""

    key: OptionalText
    when: Literal["then", "now", "both"] = "both"
    note: OptionalText = ""


class Participation(Part):
    """What has to be said yes to before anything is registered about a citizen."""

    requires: Literal["informed", "participates", "written_consent"] = "informed"
    why: OptionalText = ""
    who_may_speak: OptionalText = ""


class Playbook(Part):
    """A *drejebog*: a trial's purpose, theory, instruments, measures, criteria and house rules.

    Title, question and summary are in Danish and English; all else is Danish.
    """

    format: Literal[1] = 1
    key: Slug
    title: Bilingual
    question: Bilingual
    summary: Bilingual
    background: Text
    target_group: Text
    theme: Slug
    source: Source
    legal_basis: tuple[LegalReference, ...] = ()
    participation: Participation = Participation()
    theory: Theory
    windows: tuple[ObservationWindow, ...] = ()
    instruments: tuple[AnyInstrument, ...] = Field(default=(), max_length=30)
    measures: tuple[Measure, ...] = Field(default=(), max_length=60)
    criteria: tuple[Criterion, ...] = Field(default=(), max_length=40)
    decision_rule: OptionalText = ""
    house_rules: tuple[HouseRule, ...] = ()
    one_page: OptionalText = ""

    @property
    def minutes_a_week(self) -> float:
        """What its registrations ask of one employee, in minutes a week."""
        return sum(i.cost.minutes_a_week for i in self.instruments if i.cost is not None)

    def instrument(self, key: str) -> InstrumentDefinition:
        """The instrument `key`; KeyError where there is none."""
        return {made.key: made for made in self.instruments}[key]
