"""A form with every kind of field, for the style guide and its tests."""

from decimal import Decimal

from django import forms

from stillads.ui.forms import NumberWithUnit
from stillads.web.shell.fields import DanishNumberField, DayField, LongTextField, SafeTextField

THEMES = [("help", "Hjælp i hjemmet"), ("day", "Dagens rytme"), ("together", "På tværs")]
SITES = [("toft", "Toftegården"), ("sund", "Sundparken"), ("bakke", "Bakkebo")]


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
