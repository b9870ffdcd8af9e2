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
from ..choices import Choices, choices_of, type_pair
from ..keys import Keys
from ..made import Made, day_and_time, other_text, yes_no
from ..refusals import CannotSay
from ..report import Field
from .choices import codings, read_multiple
from .extensions import ORDINAL, decimal_of, extension, type_item
from .kinds import READ

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
    return [Made(Number(**{**asking.base, **READ["number"](asking.item)}))]


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
    choices = _choices(asking)
    if asking.repeats:
        most = read_multiple(asking.item)["at_most"]
        question: SingleChoice | MultipleChoice = MultipleChoice(
            **asking.base, **choices.fields, at_most=most, default=_chosen(asking, choices)
        )
    else:
        default = next(iter(_chosen(asking, choices)), None)
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


def _choices(asking: Asking) -> Choices:
    pairs = [
        (coding["code"], str(coding.get("display") or coding["code"])) for coding, _o in codings(asking.item)
    ]
    choices = choices_of(pairs or _value_set(asking))
    asking.field.note(*choices.notes)
    return _scored(asking, choices)


def _scored(asking: Asking, choices: Choices) -> Choices:
    """The options with their ordinal values as scores."""
    scores = {coding["code"]: decimal_of(extension(coding, ORDINAL)) for coding, _o in codings(asking.item)}
    by_key = {
        choices.codes[code]: score for code, score in scores.items() if score is not None and score % 1 == 0
    }
    if not by_key or "options" not in choices.fields:
        return choices
    options = tuple(
        option.model_copy(update={"score": int(by_key[option.key])}) if option.key in by_key else option
        for option in choices.fields["options"]
    )
    return Choices({"options": options}, choices.codes, choices.notes)


def _chosen(asking: Asking, choices: Choices) -> tuple[str, ...]:
    return tuple(
        choices.codes[coding["code"]]
        for coding, option in codings(asking.item)
        if option.get("initialSelected") is True
    )


def _value_set(asking: Asking) -> list[type_pair]:
    name = asking.item.get("answerValueSet")
    value_set = asking.contained.get(name.removeprefix("#")) if isinstance(name, str) else None
    if value_set is None:
        raise CannotSay(_("The answers stand in a value set that is not in the file: %s.") % (name or "?"))
    pairs = [pair for concept in _concepts(value_set) if (pair := _pair(concept))]
    return list(dict(pairs).items())


def _concepts(value_set: Any) -> list[Any]:
    expansion, compose = (value_set.get(name) for name in ("expansion", "compose"))
    if isinstance(expansion, dict) and isinstance(expansion.get("contains"), list):
        return list(expansion["contains"])
    included = compose.get("include") if isinstance(compose, dict) else None
    found: list[Any] = []
    for each in included if isinstance(included, list) else ():
        concepts = each.get("concept") if isinstance(each, dict) else None
        found += concepts if isinstance(concepts, list) else ()
    return found


def _pair(concept: Any) -> type_pair | None:
    if not isinstance(concept, dict) or not isinstance(concept.get("code"), str):
        return None
    return concept["code"], str(concept.get("display") or concept["code"])


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
