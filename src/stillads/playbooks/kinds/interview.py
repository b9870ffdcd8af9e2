"""Notes of a focus group or an observation, coded to themes; quotes that may be published."""

from collections.abc import Mapping
from decimal import Decimal
from typing import ClassVar, Literal

from django.utils.translation import gettext_lazy as _
from pydantic import Field

from ..format.base import Line
from ..format.items import Items
from ..questions.moments import DateQuestion
from ..questions.multiple_choice import MultipleChoice
from ..questions.number import Number
from ..questions.options import Option, Options
from ..questions.single_choice import SingleChoice
from ..questions.texts import LongText, ShortText
from .base import InstrumentDefinition, instrument_kind


@instrument_kind
class Interview(InstrumentDefinition):
    """`guide` are the questions that are asked, `themes` what the notes are coded to."""

    kind: Literal["interview"] = "interview"
    form: Literal["focus_group", "interview", "observation"] = "focus_group"
    guide: tuple[Line, ...] = Field(min_length=1, max_length=30)
    themes: Options = Field(min_length=1, max_length=30)

    word: ClassVar = _("Interview or observation")

    def forms(self) -> Mapping[str, Items]:
        return {
            "session": (
                DateQuestion(key="held_on", text="Hvornår?", days_ahead=0, required=True, default="today"),
                Number(key="people", text="Hvor mange deltog?", at_least=Decimal(1), at_most=Decimal(200)),
                LongText(key="notes", text="Noter", longest=10_000, required=True),
            ),
            "passage": (
                LongText(key="passage", text="Hvad blev der sagt eller set?", required=True),
                MultipleChoice(key="themes", text="Hvad handler det om?", options=self.themes, required=True),
                SingleChoice(
                    key="tone",
                    text="Taler det for eller imod?",
                    options=(
                        Option(key="for", text="For"),
                        Option(key="against", text="Imod"),
                        Option(key="neither", text="Ingen af delene"),
                    ),
                ),
                SingleChoice(key="may_quote", text="Må det citeres?", standard="yes_no", required=True),
                ShortText(key="by_whom", text="Hvem siger det? Skriv en rolle, ikke et navn.", longest=80),
            ),
        }
