"""select_one and select_multiple, with their lists, `or_other`, and scales."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from django.utils.translation import gettext as _

from ...questions.likert import Likert
from ...questions.multiple_choice import MultipleChoice
from ...questions.options import Option
from ...questions.single_choice import SingleChoice
from ..choices import Choices, choices_of, scale_of, type_pair
from ..made import Made, other_text
from ..refusals import CannotSay
from .context import Asking
from .limits import limits

_OTHER: Final = "other"
_MOST: Final = 60


def select_one(asking: Asking) -> Sequence[Made]:
    """One answer; a scale where its appearance says so."""
    pairs = _list(asking)
    if "likert" in asking.appearance and not _or_other(asking):
        try:
            return [_scale(asking, pairs)]
        except CannotSay as error:
            asking.field.note(error.why)
    choices = _choices(asking, pairs)
    default = _default(asking, choices)
    question = SingleChoice(**asking.base(), **choices.fields, default=next(iter(default), None))
    return [Made(question, choices.codes), *_other(asking, question)]


def select_multiple(asking: Asking) -> Sequence[Made]:
    """Several answers."""
    choices = _choices(asking, _list(asking))
    question = MultipleChoice(
        **asking.base(), **choices.fields, default=_default(asking, choices), at_most=limits(asking).most
    )
    return [Made(question, choices.codes), *_other(asking, question)]


def _list(asking: Asking) -> list[type_pair]:
    name = next((word for word in asking.words[1:] if word != "or_other"), "")
    if name not in asking.context.lists:
        raise CannotSay(_("Its list of answers, “%s”, is not in the choices sheet.") % name)
    if asking.row.get("choice_filter"):
        asking.field.note(_("All answers are shown; the file showed only some, by an earlier answer."))
    return asking.context.lists[name]


def _or_other(asking: Asking) -> bool:
    return "or_other" in asking.words or asking.row.get("type").lower().endswith("or specify other")


def _choices(asking: Asking, pairs: list[type_pair]) -> Choices:
    choices = choices_of(pairs, "xlsform")
    asking.field.note(*choices.notes)
    if not _or_other(asking) or _OTHER in choices.codes:
        return choices
    options = _options(choices)
    if len(options) >= _MOST:
        raise CannotSay(
            _("It has %(n)d answers; here there can be %(most)d.") % {"n": _MOST + 1, "most": _MOST}
        )
    taken = {option.key for option in options}
    key = _OTHER if _OTHER not in taken else f"{_OTHER}_2"
    more = (*options, Option(key=key, text=_("Something else")))
    return Choices({"options": more}, {**choices.codes, _OTHER: key})


def _options(choices: Choices) -> tuple[Option, ...]:
    fields: Mapping[str, Any] = choices.fields
    return SingleChoice(key="x", text="x", **fields).choices


def _other(asking: Asking, question: SingleChoice | MultipleChoice) -> list[Made]:
    if not _or_other(asking):
        return []
    key = asking.context.keys.make(f"{asking.key}_other")
    option = next(option.key for option in reversed(question.choices) if option.key.startswith(_OTHER))
    return [other_text(question, key, option)]


def _scale(asking: Asking, pairs: list[type_pair]) -> Made:
    choices = scale_of(pairs, "xlsform")
    asking.field.note(*choices.notes)
    if asking.row.get("default"):
        asking.field.note(_("It began with an answer filled in; here it begins empty."))
    return Made(Likert(**asking.base(), **choices.fields), choices.codes)


def _default(asking: Asking, choices: Choices) -> tuple[str, ...]:
    codes = asking.row.get("default").split()
    if any(code not in choices.codes for code in codes):
        asking.field.note(_("It began with an answer filled in; here it begins empty."))
        return ()
    return tuple(choices.codes[code] for code in codes)
