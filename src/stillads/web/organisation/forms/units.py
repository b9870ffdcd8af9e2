"""Making, moving and closing units."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from stillads.organisation.queries.units import kind_choices, unit_choices
from stillads.web.shell.fields import DayField, SafeTextField
from stillads.web.shell.forms import PageForm


class UnitForm(PageForm):
    """Name and kind."""

    name = SafeTextField(label=_("Name"), max_length=160)
    kind = forms.ChoiceField(label=_("Kind"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [("", _("Choose")), *kind_choices()]  # type: ignore[attr-defined]


class NewUnitForm(UnitForm):
    """A new unit with its place and first day."""

    parent = forms.ChoiceField(label=_("Belongs under"), required=False)
    first_day = DayField(label=_("First day"))

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["parent"].choices = [("", _("Nothing: at the top")), *unit_choices(on=on)]  # type: ignore[attr-defined]


class MoveForm(PageForm):
    """Where to, and from which day."""

    parent = forms.ChoiceField(label=_("Belongs under"), required=False)
    first_day = DayField(label=_("From"), help_text=_("The first day in the new place."))

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["parent"].choices = [("", _("Nothing: at the top")), *unit_choices(on=on)]  # type: ignore[attr-defined]


class CloseForm(PageForm):
    """The last day."""

    last_day = DayField(label=_("Last day"), help_text=_("The last day on which the unit exists."))


class PhoneForm(PageForm):
    """What the phone is called."""

    name = SafeTextField(
        label=_("What do you call the phone?"),
        help_text=_("For example “Vagttelefon 2” or “Tablet i stuen”."),
        max_length=80,
    )
