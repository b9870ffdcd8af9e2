"""Where registrations go on after the trial."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from stillads.web.shell.forms import PageForm


class ContinueForm(PageForm):
    """The units at which it goes on."""

    units = forms.MultipleChoiceField(label=_("Where does it go on?"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, units: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen: Any = self.fields["units"]
        chosen.choices = units
