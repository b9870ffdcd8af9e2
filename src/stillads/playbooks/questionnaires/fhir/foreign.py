"""Items of other systems' questionnaires, by their type."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ...questions.moments import DateQuestion, TimeQuestion
from ...questions.multiple_choice import MultipleChoice
from ...questions.number import Number
from ...questions.options import Option
from ...questions.references import Photo
from ...questions.single_choice import SingleChoice
from ...questions.texts import LongText, ShortText
from ..keys import Keys
from ..made import Made, day_and_time, other_text, within, yes_no
from ..report import Field
from .choices import read_multiple
from .extensions import type_item
from .kinds import READ
from .value_sets import choices_in, chosen_in

_OTHER: Final = "other"


@dataclass(frozen=True, slots=True)
class Asking:
    """One item that asks something. `contained` are the value sets inside the resource, by id."""

    item: type_item
    field: Field
    base: Mapping[str, Any]
    keys: Keys
    contained: Mapping[str, Any]

    @property
    def repeats(self) -> bool:
        """May it be answered several times?"""
        return self.item.get("repeats") is True


type_maker = Callable[[Asking], Sequence[Made]]


def _boolean(asking: Asking) -> Sequence[Made]:
    return [yes_no(asking.base, "true", "false")]


def _number(asking: Asking) -> Sequence[Made]:
    said = READ["number"](asking.item)
    said["default"] = within(said["default"], said["at_least"], said["at_most"])
    return [Made(Number(**{**asking.base, **said}))]


def _string(asking: Asking) -> Sequence[Made]:
    return [Made(ShortText(**{**asking.base, **READ["short_text"](asking.item)}))]


def _text(asking: Asking) -> Sequence[Made]:
    return [Made(LongText(**{**asking.base, **READ["long_text"](asking.item)}))]


def _date(asking: Asking) -> Sequence[Made]:
    return [Made(DateQuestion(**asking.base))]


def _time(asking: Asking) -> Sequence[Made]:
    return [Made(TimeQuestion(**asking.base))]


def _moment(asking: Asking) -> Sequence[Made]:
    return day_and_time(asking.base, asking.keys.make(f"{asking.base['key']}_time"))


def _attachment(asking: Asking) -> Sequence[Made]:
    asking.field.note(_("Only a photo can be attached."))
    return [Made(Photo(**asking.base))]


def _choice(asking: Asking) -> Sequence[Made]:
    choices = choices_in(asking.item, asking.field, asking.contained)
    if asking.repeats:
        most = read_multiple(asking.item)["at_most"]
        question: SingleChoice | MultipleChoice = MultipleChoice(
            **asking.base, **choices.fields, at_most=most, default=chosen_in(asking.item, choices)
        )
    else:
        default = next(iter(chosen_in(asking.item, choices)), None)
        question = SingleChoice(**asking.base, **choices.fields, default=default)
    return [Made(question, choices.codes)]


def _open_choice(asking: Asking) -> Sequence[Made]:
    made = _choice(asking)[0]
    asked = made.question
    if not isinstance(asked, SingleChoice | MultipleChoice) or len(asked.choices) >= 60:
        return [made]
    taken = {option.key for option in asked.choices}
    key = _OTHER if _OTHER not in taken else f"{_OTHER}_2"
    options = (*asked.choices, Option(key=key, text=_("Something else")))
    asked = asked.model_copy(update={"options": options, "standard": ""})
    return [Made(asked, made.codes), other_text(asked, asking.keys.make(f"{asked.key}_other"), key)]


MAKERS: Final[Mapping[str, type_maker]] = {
    "boolean": _boolean,
    "integer": _number,
    "decimal": _number,
    "quantity": _number,
    "string": _string,
    "url": _string,
    "text": _text,
    "date": _date,
    "dateTime": _moment,
    "time": _time,
    "choice": _choice,
    "open-choice": _open_choice,
    "attachment": _attachment,
}

LOST: Final[Mapping[str, str | Promise]] = {
    "reference": gettext_lazy("It points at something in another system."),
}
