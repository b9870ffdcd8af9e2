"""Forms of the wishes: one short text each."""

from django import forms
from django.utils.translation import gettext_lazy as _

from stillads.web.shell.fields import DayField, SafeTextField
from stillads.web.shell.forms import PageForm

_LONGEST = 300


class StepForm(PageForm):
    """A step of one wish; `version` is the state that was seen."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class ActForm(StepForm):
    """What was done."""

    did = SafeTextField(label=_("What did you do?"), max_length=_LONGEST)
    acted_on = DayField(label=_("When?"), required=False, help_text=_("Leave it empty if it was today."))


class TellForm(StepForm):
    """The citizen was told."""

    answer = SafeTextField(label=_("What did the citizen say to it?"), max_length=_LONGEST, required=False)


class CloseForm(StepForm):
    """Why it cannot be done."""

    why = SafeTextField(
        label=_("Why can it not be done?"),
        max_length=_LONGEST,
        help_text=_("Write what you told the citizen."),
    )
