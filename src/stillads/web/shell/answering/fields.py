"""One builder per kind of question: how it is asked on a page.

The fields neither check nor change what is typed: `format.answers.read_answers` is the one that does, for
page, phone and import alike.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _

from stillads.kernel.clock import now, today
from stillads.playbooks.questions import Question
from stillads.playbooks.questions.likert import Likert
from stillads.playbooks.questions.moments import DateQuestion, Duration, TimeQuestion
from stillads.playbooks.questions.number import Money, Number
from stillads.playbooks.questions.options import Chosen
from stillads.playbooks.questions.references import Reference
from stillads.playbooks.questions.smiley import Smiley
from stillads.playbooks.questions.standard import DONT_KNOW, DONT_KNOW_TEXT
from stillads.playbooks.questions.texts import LongText, ShortText
from stillads.ui.forms import NumberWithUnit

from .photos import PhotoInput

type_choices = Sequence[tuple[str, str]]
type_offered = Mapping[str, type_choices]
"""Question kind (`citizen`, `employee`, …) → what may be chosen: public id and name."""

_FEW: Final = 7  # so many are radio buttons; more are a list


class AskedField(forms.Field):
    """Gives back what was sent, a text or several; required is only what the label says.

    `max_length` stands under a long text: always where the playbook says it itself, else (`far_limit`) near it.
    """

    max_length: int | None = None
    far_limit = False

    def clean(self, value: Any) -> Any:
        return value


def field_for(question: Question, offered: type_offered) -> forms.Field:
    """The form field that asks `question`."""
    field = AskedField(
        widget=_widget(question, offered),
        label=question.text,
        help_text=question.help,
        required=question.required,
        initial=_initial(question),
    )
    field.widget.is_required = False  # the rule is read_answers'; a hidden question is never in the way
    longest = getattr(question, "longest", None)
    if longest is not None:
        field.max_length = longest
        field.far_limit = longest == type(question).model_fields["longest"].default
    return field


def _widget(question: Question, offered: type_offered) -> forms.Widget:
    for kind, build in _BUILDERS:
        if isinstance(question, kind):
            return build(question, offered)
    return forms.TextInput()


def _chosen(question: Any, offered: type_offered) -> forms.Widget:
    choices = [(option.key, option.text) for option in question.choices]
    if question.kind == "multiple_choice":
        return forms.CheckboxSelectMultiple(choices=choices)
    return _one_of(choices)


def _one_of(choices: list[tuple[str, str]]) -> forms.Widget:
    if len(choices) <= _FEW:
        return forms.RadioSelect(choices=choices)
    return forms.Select(choices=[("", _("– choose –")), *choices])


def _likert(question: Any, offered: type_offered) -> forms.Widget:
    choices = [(str(number), text) for number, text in enumerate(question.labels, start=1)]
    if question.dont_know:
        choices.append((DONT_KNOW, DONT_KNOW_TEXT))
    return forms.RadioSelect(choices=choices, attrs={"class": "likert"})


def _smiley(question: Any, offered: type_offered) -> forms.Widget:
    choices = [(str(number), text) for number, text in enumerate(question.points, start=1)]
    return forms.RadioSelect(choices=choices, attrs={"class": "faces"})


def _number(question: Any, offered: type_offered) -> forms.Widget:
    unit = {"money": "kr.", "duration": "min."}.get(question.kind) or getattr(question, "unit", "")
    return NumberWithUnit(unit) if unit else forms.TextInput(attrs={"inputmode": "decimal"})


def _long(question: Any, offered: type_offered) -> forms.Widget:
    return forms.Textarea(attrs={"rows": 14 if question.longest > 5000 else 3, "maxlength": question.longest})


def _short(question: Any, offered: type_offered) -> forms.Widget:
    return forms.TextInput(attrs={"maxlength": question.longest, "autocomplete": "off"})


def _reference(question: Any, offered: type_offered) -> forms.Widget:
    if question.kind == "photo":
        return PhotoInput()
    return _one_of(list(offered.get(question.kind, ())))


def _initial(question: Question) -> Any:
    default = getattr(question, "default", None)
    if default in (None, "", ()):
        return None
    if question.kind in {"date", "time"}:
        return {"date": _today, "time": _now}[question.kind]
    return str(default) if not isinstance(default, tuple) else list(default)


def _today() -> str:
    return today().isoformat()


def _now() -> str:
    return now().strftime("%H:%M")


def _date(question: Any, offered: type_offered) -> forms.Widget:
    return forms.TextInput(attrs={"type": "date"})


def _time(question: Any, offered: type_offered) -> forms.Widget:
    return forms.TextInput(attrs={"type": "time"})


_BUILDERS: Final[tuple[tuple[type, Callable[[Any, type_offered], forms.Widget]], ...]] = (
    (Chosen, _chosen),
    (Likert, _likert),
    (Smiley, _smiley),
    (Number, _number),
    (Money, _number),
    (Duration, _number),
    (DateQuestion, _date),
    (TimeQuestion, _time),
    (LongText, _long),
    (ShortText, _short),
    (Reference, _reference),
)
