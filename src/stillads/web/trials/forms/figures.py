"""A figure typed by hand, with what it rests on."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from stillads.trials.figure_rules import FigureInput
from stillads.trials.words import PERSPECTIVES
from stillads.web.shell.fields import DanishNumberField, DayField, LongTextField, SafeTextField
from stillads.web.shell.forms import PageForm

from .phase import CountField


class FigureForm(PageForm):
    """One figure. `correcting` adds the reason and the withdrawal."""

    criterion = forms.ChoiceField(label=_("Which expectation does it speak to?"), required=False)
    label = SafeTextField(
        label=_("What is counted?"), max_length=300, help_text=_("For example: calls a night, week 23.")
    )
    value = DanishNumberField(
        label=_("The figure"),
        required=False,
        help_text=_("May be left empty where you write a part of a whole below."),
    )
    unit = SafeTextField(label=_("Counted in"), max_length=40, required=False)
    numerator = CountField(label=_("How many …"))
    denominator = CountField(label=_("… of how many"))
    before = DanishNumberField(label=_("The same before the trial"), required=False)
    method = SafeTextField(label=_("How was it counted?"), max_length=300)
    source = SafeTextField(label=_("Where does it stand?"), max_length=300)
    dated = DayField(label=_("Read on"))
    period_first = DayField(label=_("Covers from"), required=False)
    period_last = DayField(label=_("Covers to"), required=False)
    site = SafeTextField(label=_("Where?"), max_length=160, required=False)
    perspective = forms.ChoiceField(
        label=_("For whom?"), required=False, choices=[("", _("– not chosen –")), *PERSPECTIVES.items()]
    )
    estimate = forms.BooleanField(label=_("It is one person's estimate, not a count"), required=False)
    published_by_source = forms.BooleanField(label=_("The source has published it already"), required=False)
    reason = LongTextField(label=_("Why is it corrected?"), rows=2)
    withdrawn = forms.BooleanField(
        label=_("Take it away altogether: there should be no figure here"), required=False
    )

    def __init__(
        self, *args: Any, criteria: list[tuple[str, str]], correcting: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        chosen: Any = self.fields["criterion"]
        chosen.choices = [("", _("– none of them –")), *criteria]
        if not correcting:
            del self.fields["reason"], self.fields["withdrawn"]

    def said(self, data: dict[str, Any], *, constructed: bool = False) -> FigureInput:
        """The form's words as the actions take them."""
        names = [name for name in FigureInput.__dataclass_fields__ if name in self.fields]
        values = {name: data[name] for name in names}
        return FigureInput(**{**values, "criterion": data["criterion"] or None}, constructed=constructed)
