"""A provision of the law."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from stillads.vocabularies.queries.legal import all_legal_bases
from stillads.web.shell.fields import DayField, SafeTextField
from stillads.web.shell.forms import PageForm


class LegalBasisForm(PageForm):
    """Which provision, from when to when, and where it is written."""

    law = SafeTextField(label=_("Law"), max_length=120)
    paragraph = SafeTextField(label=_("Paragraph"), help_text=_("For example “§ 83 a”."), max_length=40)
    subject = SafeTextField(label=_("What the provision is about"), max_length=200)
    valid_from = DayField(label=_("Holds from"))
    valid_to = DayField(label=_("Holds until"), required=False)
    successor = forms.ChoiceField(label=_("Followed by"), required=False)
    source = SafeTextField(label=_("Where it is written"), max_length=300)

    def __init__(self, *args: Any, but: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = [(row.key, f"{row.name} ({row.subject})") for row in all_legal_bases() if row.key != but]
        self.fields["successor"].choices = [("", _("Nothing")), *others]  # type: ignore[attr-defined]
