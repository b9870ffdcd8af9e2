"""The question whom something is about: those who take part, under their pseudonyms."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from .answering import AnswerForm

_FEW = 7  # so many are buttons to tap; more are a list


class AboutForm(AnswerForm):
    """What a playbook asks, and whom it is about: `people` are (public id, pseudonym)."""

    participant = forms.ChoiceField(label=_("Who is it about?"))

    def __init__(self, *args: Any, people: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["participant"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101  (narrows the type)
        few = len(people) <= _FEW
        field.widget = forms.RadioSelect() if few else forms.Select()
        field.choices = people if few else [("", _("– choose –")), *people]
