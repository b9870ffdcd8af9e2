"""What each field type of REDCap becomes; `LOST` says why some have no counterpart."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ...questions.likert import Likert
from ...questions.multiple_choice import MultipleChoice
from ...questions.number import Number
from ...questions.options import Option
from ...questions.single_choice import SingleChoice
from ..choices import Choices, choices_of, is_graded, scale_of
from ..made import Made, right_way_round, yes_no
from ..refusals import CannotSay
from ..words import paragraphs, plain
from .context import Asking
from .texts import notes, text

type_maker = Callable[[Asking], Sequence[Made]]


def _radio(asking: Asking) -> Sequence[Made]:
    pairs = asking.pairs()
    if asking.row.get("matrix") and is_graded(pairs):
        try:
            scale = scale_of(pairs, "redcap")
            asking.field.note(*scale.notes)
            return [Made(Likert(**asking.base(), **scale.fields), scale.codes)]
        except CannotSay as error:
            asking.field.note(error.why)
    choices = _choices(asking)
    default = next(iter(_default(asking, choices)), None)
    return [Made(SingleChoice(**asking.base(), **choices.fields, default=default), choices.codes)]


def _checkbox(asking: Asking) -> Sequence[Made]:
    choices = _choices(asking)
    default = _default(asking, choices)
    return [Made(MultipleChoice(**asking.base(), **choices.fields, default=default), choices.codes)]


def _choices(asking: Asking) -> Choices:
    choices = choices_of(asking.pairs(), "redcap")
    asking.field.note(*choices.notes)
    return choices


def _default(asking: Asking, choices: Choices) -> tuple[str, ...]:
    codes = [code.strip() for code in asking.tags.get("DEFAULT", "").split(",") if code.strip()]
    if any(code not in choices.codes for code in codes):
        asking.field.note(_("It began with an answer filled in; here it begins empty."))
        return ()
    return tuple(choices.codes[code] for code in codes)


def _yes_no(asking: Asking) -> Sequence[Made]:
    made = yes_no(asking.base(), "1", "0")
    default = {"1": "yes", "0": "no"}.get(asking.tags.get("DEFAULT", ""))
    return [Made(made.question.model_copy(update={"default": default}), made.codes)]


def _true_false(asking: Asking) -> Sequence[Made]:
    options = (Option(key="true", text=_("True")), Option(key="false", text=_("False")))
    return [Made(SingleChoice(**asking.base(), options=options), {"1": "true", "0": "false"})]


def _slider(asking: Asking) -> Sequence[Made]:
    ends = " – ".join(part.strip() for part in asking.row.get("choices").split("|") if part.strip())
    low = asking.bound("low")
    high = asking.bound("high")
    least, most = right_way_round(Decimal(0) if low is None else low, Decimal(100) if high is None else high)
    help_text = paragraphs(asking.help, plain(ends, "redcap")[0])
    return [Made(Number(**{**asking.base(), "help": help_text}, at_least=least, at_most=most))]


MAKERS: Final[Mapping[str, type_maker]] = {
    "text": text,
    "notes": notes,
    "radio": _radio,
    "dropdown": _radio,
    "checkbox": _checkbox,
    "yesno": _yes_no,
    "truefalse": _true_false,
    "slider": _slider,
}

LOST: Final[Mapping[str, str | Promise]] = {
    "calc": gettext_lazy("What is computed is not asked. Make a measure of it."),
    "file": gettext_lazy("Sound, film and files cannot be attached; a photo can."),
    "sql": gettext_lazy("The answers are fetched from another project's data."),
}
