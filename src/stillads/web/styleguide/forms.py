"""A form with every kind of field, for the style guide and its tests."""

from decimal import Decimal
from typing import Any

from django import forms

from stillads.ui.forms import NumberWithUnit
from stillads.ui.picker import PickField
from stillads.web.shell.fields import DanishNumberField, DayField, LongTextField, SafeTextField

THEMES = [("help", "Hjælp i hjemmet"), ("day", "Dagens rytme"), ("together", "På tværs")]
SITES = [("toft", "Toftegården"), ("sund", "Sundparken"), ("bakke", "Bakkebo")]
TRIALS = [
    ("sol", "Døgnrytmeplaner på et ark", "runde 2022-2 · ledes af Karen Holm"),
    ("nat", "Døgnrytmeplaner om natten", "runde 2023-1"),
]


class EveryField(forms.Form):
    """One field of each kind."""

    title = SafeTextField(label="Titel", max_length=120, help_text="Kort, så den kan stå på en tavle.")
    question = LongTextField(label="Spørgsmål", max_length=300, rows=4)
    minutes = DanishNumberField(
        label="Tid pr. vagt",
        low=Decimal(0),
        high=Decimal(24),
        widget=NumberWithUnit("timer"),
        help_text="For eksempel 7,5.",
    )
    start = DayField(label="Første dag")
    theme = forms.ChoiceField(label="Tema", choices=[("", "Vælg et tema"), *THEMES])
    other = PickField(
        label="Hører sammen med", help_text="Skriv en del af titlen, for eksempel rytme.", required=False
    )
    who = forms.ChoiceField(
        label="Hvem prøver det?", choices=SITES, widget=forms.RadioSelect, help_text="Kun ét sted."
    )
    sites = forms.MultipleChoiceField(
        label="Afprøvningssteder", choices=SITES, widget=forms.CheckboxSelectMultiple, required=False
    )
    photo = forms.FileField(label="Billede", required=False, help_text="Kun med tilladelse fra dem, der ses.")
    email = forms.EmailField(label="E-mail", required=False)
    permission = forms.BooleanField(label="Jeg har fået lov af dem, der er med")
    key = forms.CharField(widget=forms.HiddenInput, initial="a1")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["other"]
        assert isinstance(field, PickField)  # noqa: S101  as said above
        field.offer(_trials)


def _trials(text: str, chosen: str) -> list[tuple[str, str, str]]:
    return [row for row in TRIALS if row[0] == chosen or (text and text.lower() in row[1].lower())]
