"""Forms of the checklist."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from stillads.rollout.words import STATES
from stillads.web.shell.fields import DayField, LongTextField, SafeTextField
from stillads.web.shell.forms import PageForm


class LineForm(PageForm):
    """How far one unit is."""

    state = forms.ChoiceField(
        label=_("How far are you?"), choices=list(STATES.items()), widget=forms.RadioSelect
    )
    local_owner = forms.ChoiceField(label=_("Who looks after it here?"), required=False)
    start_on = DayField(label=_("Begins on"), required=False)
    note = SafeTextField(label=_("Note"), required=False, max_length=300)
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, people: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["local_owner"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101  (narrows the type)
        field.choices = [("", "–"), *people]


class UnitsForm(PageForm):
    """More units for the checklist."""

    units = forms.MultipleChoiceField(label=_("Units"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, units: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["units"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101  (narrows the type)
        field.choices = units


class StopForm(PageForm):
    """Why a roll-out is stopped."""

    why = LongTextField(label=_("Why is it stopped?"), rows=3, max_length=300)
