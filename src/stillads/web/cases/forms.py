"""Forms of the cases."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from stillads.playbooks.kinds.case import Step
from stillads.web.shell.answering import AnswerForm
from stillads.web.shell.fields import DayField, LongTextField
from stillads.web.shell.forms import PageForm


class StepForm(AnswerForm):
    """What the step asks, where it asks anything; `version` is the state that was seen."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    follow_up_on = DayField(
        label=_("When do you look at it again?"),
        error_messages={"required": _("Write the day on which you look at it again.")},
    )

    def __init__(self, *args: Any, step: Step, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not step.follow_up:
            del self.fields["follow_up_on"]


class SpokenForm(PageForm):
    """One tap."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class GiveForm(PageForm):
    """Who has it from now on."""

    unit = forms.ChoiceField(label=_("Where?"), required=False)
    person = forms.ChoiceField(label=_("Who?"), required=False)
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, units: list[tuple[str, str]], people: list[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, "unit", units)
        _offer(self, "person", [("", str(_("Whoever comes to it first"))), *people])
        if len(units) < 2:
            del self.fields["unit"]


class BreakOffForm(PageForm):
    """Why it is broken off."""

    reason = forms.ChoiceField(label=_("Why?"), widget=forms.RadioSelect)
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, reasons: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, "reason", reasons)


class TakeBackForm(PageForm):
    """Why the last step is taken back."""

    reason = LongTextField(label=_("Why is the step taken back?"), rows=2, max_length=200)
    version = forms.IntegerField(widget=forms.HiddenInput)


def _offer(form: forms.Form, name: str, choices: list[tuple[str, str]]) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)  # noqa: S101  (narrows the type)
    field.choices = choices
