"""What to look for in the log."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from stillads.web.shell.fields import DayField


class LogForm(forms.Form):
    """Asked by GET, so that a search can be kept as an address."""

    q = forms.CharField(
        label=_("Person or thing"),
        help_text=_("Who did it, or whom or what it was about."),
        required=False,
        max_length=120,
    )
    fra = DayField(label=_("From"), required=False)
    til = DayField(label=_("Until"), required=False)
    kun = forms.ChoiceField(
        label=_("Which"),
        choices=[("", _("Everything")), ("set", _("What was looked at")), ("naegtet", _("What was refused"))],
        required=False,
    )
    om = forms.CharField(widget=forms.HiddenInput, required=False, max_length=120)
    af = forms.CharField(widget=forms.HiddenInput, required=False, max_length=120)

    def clean(self) -> dict[str, Any]:
        """The days in order."""
        data = super().clean() or {}
        first, last = data.get("fra"), data.get("til")
        if first and last and last < first:
            self.add_error("til", _("The last day must not lie before the first."))
        return data
