"""Which file, and what it holds."""

from django import forms
from django.utils.translation import gettext_lazy as _


class ImportForm(forms.Form):
    """A CSV file of units or people."""

    kind = forms.ChoiceField(
        label=_("What does the file hold?"),
        choices=[("units", _("Units")), ("people", _("People and roles"))],
        widget=forms.RadioSelect,
    )
    file = forms.FileField(
        label=_("CSV file"), help_text=_("From Excel: “CSV UTF-8 (semicolon separated)”. At most 4 MB.")
    )
