"""Text fields, by their validation: words, numbers, days, times."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from django.utils.translation import gettext as _

from ...questions.moments import DateQuestion, TimeQuestion
from ...questions.number import Number
from ...questions.texts import LongText, ShortText
from ..logic.comparisons import number_or_none
from ..made import LONGEST_LONG, LONGEST_SHORT, Made, day_and_time, decimals_of, right_way_round, within
from ..refusals import CannotSay
from .annotations import TODAY
from .context import Asking

_DECIMALS: Final = 2
_WHO: Final = frozenset({"ssn", "vmrn", "mrn_10d", "mrn_generic"})


def text(asking: Asking) -> Sequence[Made]:
    """A text field. Raises CannotSay where it asks who somebody is."""
    validation = asking.validation
    if validation in _WHO:
        raise CannotSay(_("It asks for a personal number. Stillads must not know whom it is about."))
    for start, make in _MAKERS.items():
        if validation.startswith(start):
            return make(asking)
    if validation not in ("", "autocomplete"):
        asking.field.note(_("That it must look like “%s” is not checked.") % validation)
    return [_words(asking)]


def notes(asking: Asking) -> Sequence[Made]:
    """A long text."""
    longest = min(_limit(asking) or 2000, LONGEST_LONG)
    return [Made(LongText(**asking.base(), longest=longest))]


def _words(asking: Asking) -> Made:
    _no_default(asking)
    longest = _limit(asking) or 200
    if longest > LONGEST_SHORT:
        return Made(LongText(**asking.base(), longest=min(longest, LONGEST_LONG)))
    return Made(ShortText(**asking.base(), longest=longest))


def _limit(asking: Asking) -> int | None:
    said = asking.tags.get("CHARLIMIT", "")
    return int(said) if said.isdecimal() and int(said) > 0 else None


def _no_default(asking: Asking) -> None:
    if asking.tags.get("DEFAULT"):
        asking.field.note(_("It began with an answer filled in; here it begins empty."))


def _whole(asking: Asking) -> Sequence[Made]:
    return [_number(asking, 0)]


def _decimal(asking: Asking) -> Sequence[Made]:
    said = asking.validation.removeprefix("number_")[:1]
    low, high = asking.bound("low"), asking.bound("high")
    return [_number(asking, int(said) if said.isdecimal() else decimals_of(low, high, at_least=_DECIMALS))]


def _number(asking: Asking, decimals: int) -> Made:
    low, high = right_way_round(asking.bound("low"), asking.bound("high"))
    for name in ("low", "high"):
        if asking.row.get(name) and asking.bound(name) is None:
            asking.field.note(_("A check of the answer was lost: %s.") % asking.row.get(name))
    default = within(number_or_none(asking.tags.get("DEFAULT", "")), low, high)
    if default is None:
        _no_default(asking)
    return Made(Number(**asking.base(), at_least=low, at_most=high, decimals=decimals, default=default))


def _date(asking: Asking) -> Sequence[Made]:
    return [Made(DateQuestion(**{**asking.base(), **_days(asking)}))]


def _moment(asking: Asking) -> Sequence[Made]:
    return day_and_time(asking.base(), asking.context.keys.make(f"{asking.key}_time"), **_days(asking))


def _time(asking: Asking) -> Sequence[Made]:
    if asking.validation == "time_mm_ss":
        asking.field.note(_("That it must look like “%s” is not checked.") % asking.validation)
        return [_words(asking)]
    return [Made(TimeQuestion(**asking.base(), default="now" if TODAY & set(asking.tags) else ""))]


def _days(asking: Asking) -> dict[str, Any]:
    """Bounds that are today; fixed days cannot be said, as a playbook is used in other years too."""
    said: dict[str, Any] = {"default": "today"} if TODAY & set(asking.tags) else {}
    for name, field in (("low", "days_back"), ("high", "days_ahead")):
        bound = asking.row.get(name).lower()
        if bound in ("today", "now"):
            said[field] = 0
        elif bound:
            asking.field.note(_("A check of the answer was lost: %s.") % bound)
    return said


_MAKERS: Final[Mapping[str, Callable[[Asking], Sequence[Made]]]] = {
    "datetime": _moment,
    "date": _date,
    "time": _time,
    "integer": _whole,
    "int": _whole,
    "number": _decimal,
    "float": _decimal,
}
