"""A date, a time of day, a duration."""

import re
from collections.abc import Sequence
from datetime import date, time, timedelta
from typing import Any, ClassVar, Literal

from django.utils.translation import gettext_lazy as _
from pydantic import Field

from stillads.kernel.clock import today
from stillads.kernel.dates import format_date
from stillads.kernel.rules import RuleError

from .base import FactType, Question, question_kind, single

_DANISH_DATE = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
_TIME = re.compile(r"(\d{1,2})[:.](\d{2})(?::\d{2})?")
_DURATION = re.compile(r"(?:(\d{1,3})\s*(?:t|timer?|:))?\s*(?:(\d{1,4})\s*(?:m|min\.?|minut(?:ter)?)?)?")


@question_kind
class DateQuestion(Question):
    """The answer is an ISO day. `days_back` and `days_ahead` bound it, counted from the day it is given."""

    kind: Literal["date"] = "date"
    days_back: int | None = Field(default=None, ge=0)
    days_ahead: int | None = Field(default=None, ge=0)
    default: Literal["", "today"] = ""

    word: ClassVar = _("Date")
    fact: ClassVar[FactType] = "date"
    fhir: ClassVar = "date"

    def read(self, raw: Sequence[str]) -> Any:
        day = _day(single(raw))
        if self.days_back is not None and day < today() - timedelta(days=self.days_back):
            raise RuleError(
                _("The date lies too far back. Write one from the last %(n)d days.") % {"n": self.days_back}
            )
        if self.days_ahead is not None and day > today() + timedelta(days=self.days_ahead):
            raise RuleError(_("The date lies too far ahead."))
        return day.isoformat()

    def say(self, value: Any) -> str:
        return format_date(date.fromisoformat(value))


def _day(text: str) -> date:
    danish = _DANISH_DATE.fullmatch(text)
    try:
        if danish:
            return date(int(danish[3]), int(danish[2]), int(danish[1]))
        return date.fromisoformat(text)
    except ValueError:
        raise RuleError(_("Write a date, for example 23-8-2026.")) from None


@question_kind
class TimeQuestion(Question):
    """The answer is a time of day: `07:30`."""

    kind: Literal["time"] = "time"
    default: Literal["", "now"] = ""

    word: ClassVar = _("Time of day")
    fact: ClassVar[FactType] = "time"
    fhir: ClassVar = "time"

    def read(self, raw: Sequence[str]) -> Any:
        said = _TIME.fullmatch(single(raw))
        try:
            if said:
                return time(int(said[1]), int(said[2])).strftime("%H:%M")
        except ValueError:
            pass
        raise RuleError(_("Write a time, for example 7.30."))

    def say(self, value: Any) -> str:
        return str(value).replace(":", ".")


@question_kind
class Duration(Question):
    """The answer is whole minutes. Typed as `45`, `45 min`, `1:30` or `1 t 30`."""

    kind: Literal["duration"] = "duration"
    at_most: int = Field(default=1440, ge=1, le=100_000)

    word: ClassVar = _("Duration")
    fact: ClassVar[FactType] = "number"
    fhir: ClassVar = "integer"

    def read(self, raw: Sequence[str]) -> Any:
        said = _DURATION.fullmatch(single(raw).lower())
        if not said or (said[1] is None and said[2] is None):
            raise RuleError(_("Write how long it took, for example 45 min."))
        minutes = int(said[1] or 0) * 60 + int(said[2] or 0)
        if minutes > self.at_most:
            raise RuleError(_("That is longer than %(n)d minutes.") % {"n": self.at_most})
        return minutes

    def say(self, value: Any) -> str:
        return f"{value} min."
