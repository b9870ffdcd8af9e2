"""What one field became, and the kinds that every source makes alike."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final

from django.utils.translation import gettext as _

from ..format.conditions import Condition
from ..questions import Question
from ..questions.moments import DateQuestion, TimeQuestion
from ..questions.single_choice import SingleChoice
from ..questions.texts import ShortText
from .logic.said import equals
from .words import LONGEST_LINE

LONGEST_SHORT: Final = 300
LONGEST_LONG: Final = 10_000


@dataclass(frozen=True, slots=True)
class Made:
    """A question. `codes` are the file's codes of its answers; `when` a condition that stands already."""

    question: Question
    codes: Mapping[str, str] = field(default_factory=dict)
    when: Condition | None = None


def beside(text: str, more: str) -> str:
    """The words of a second question that belongs to the first."""
    return f"{text[: LONGEST_LINE - len(more) - 3]} ({more})"


def day_and_time(base: Mapping[str, Any], time_key: str, **of_date: Any) -> list[Made]:
    """A moment is asked as a day and a time of day."""
    text = beside(str(base["text"]), str(_("time of day")))
    day = DateQuestion(**{**base, **of_date})
    return [Made(day), Made(TimeQuestion(key=time_key, text=text, required=day.required))]


def other_text(asked: Question, key: str, option: str) -> Made:
    """The words beside an answer *other*."""
    text = beside(asked.text, str(_("please specify")))
    return Made(ShortText(key=key, text=text), when=equals(asked.key, option))


def yes_no(base: Mapping[str, Any], yes: str, no: str) -> Made:
    """Yes or no, with the file's codes of them."""
    return Made(SingleChoice(**{**base, "standard": "yes_no"}), {yes: "yes", no: "no"})


def right_way_round(low: Decimal | None, high: Decimal | None) -> tuple[Decimal | None, Decimal | None]:
    """The bounds; the larger one last."""
    return (high, low) if low is not None and high is not None and low > high else (low, high)


def within(number: Decimal | None, low: Decimal | None, high: Decimal | None) -> Decimal | None:
    """The number, or None where it lies outside the bounds."""
    outside = number is not None and (
        (low is not None and number < low) or (high is not None and number > high)
    )
    return None if outside else number


def decimals_of(*numbers: Decimal | None, at_least: int = 0) -> int:
    """How many decimals the numbers have, at most six."""
    found = [-int(number.normalize().as_tuple().exponent) for number in numbers if number is not None]
    return min(6, max([at_least, 0, *found]))
