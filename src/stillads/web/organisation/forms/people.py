"""People, their roles and their absence."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from stillads.organisation.policy import ROLES, STAFF
from stillads.organisation.queries.people import people_choices
from stillads.organisation.queries.units import unit_choices
from stillads.web.shell.fields import DayField, SafeTextField
from stillads.web.shell.forms import PageForm


class PersonForm(PageForm):
    """What is known of a person."""

    name = SafeTextField(label=_("Name"), max_length=160)
    title = SafeTextField(label=_("Job title"), max_length=120, required=False)
    email = forms.EmailField(
        label=_("E-mail"), help_text=_("The person logs in with it."), required=False, max_length=254
    )
    phone = SafeTextField(label=_("Telephone"), max_length=40, required=False)
    employee_number = SafeTextField(label=_("Employee number"), max_length=40, required=False)


class RoleForm(PageForm):
    """A role at a unit from a day on."""

    role = forms.ChoiceField(label=_("Role"))
    unit = forms.ChoiceField(
        label=_("At which unit"), help_text=_("The role reaches everything below the unit too.")
    )
    first_day = DayField(label=_("First day"))
    last_day = DayField(label=_("Last day"), required=False)

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = [("", _("Choose")), *ROLES.items()]  # type: ignore[attr-defined]
        self.fields["unit"].choices = [("", _("Choose")), *unit_choices(on=on)]  # type: ignore[attr-defined]


class EndRoleForm(PageForm):
    """The last day of a role."""

    last_day = DayField(label=_("Last day"))


class AbsenceForm(PageForm):
    """Days away. No reason: it is nobody's business here."""

    first_day = DayField(label=_("First day"))
    last_day = DayField(label=_("Last day"))
    stand_in = forms.ChoiceField(label=_("Who stands in?"), required=False)

    def __init__(self, *args: Any, on: date, but: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["stand_in"].choices = [("", _("Nobody")), *people_choices(on=on, but=but)]  # type: ignore[attr-defined]


class HandOverForm(PageForm):
    """One choice of successor, for good or until a day."""

    successor = forms.ChoiceField(label=_("Who takes over?"))
    first_day = DayField(label=_("From"))
    until = DayField(
        label=_("Until"),
        required=False,
        help_text=_("Leave it empty when it is for good. The day itself counts."),
    )

    def __init__(self, *args: Any, on: date, but: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["successor"].choices = [("", _("Choose")), *people_choices(on=on, but=but, roles=STAFF)]  # type: ignore[attr-defined]
