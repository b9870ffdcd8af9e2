"""Planning a phase, its places, its windows."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from stillads.kernel.clock import today
from stillads.trials.queries.choices import leads_on, units_on
from stillads.trials.queries.rounds import open_rounds
from stillads.web.shell.fields import DayField, LongTextField, SafeTextField
from stillads.web.shell.forms import PageForm

from .trial import NOBODY


class CountField(forms.IntegerField):
    """How many; empty where it is not known."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            min_value=0,
            max_value=100_000,
            required=False,
            widget=forms.TextInput(attrs={"inputmode": "numeric"}),
            **kwargs,
        )


class PlanForm(PageForm):
    """In which round, where, and with how many."""

    round_ = forms.ChoiceField(label=_("In which round?"))
    sites = forms.MultipleChoiceField(
        label=_("Where is it tried out?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    expected_citizens = CountField(label=_("Expected citizens"))
    expected_employees = CountField(label=_("Expected employees"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rounds: Any = self.fields["round_"]
        rounds.choices = [NOBODY, *((key, f"{title} ({key})") for key, title in open_rounds())]
        sites: Any = self.fields["sites"]
        sites.choices = units_on(today())


class PhaseForm(PageForm):
    """Days of its own, numbers, and what is still open."""

    start = DayField(label=_("Day 1"), required=False, help_text=_("Left empty, it follows the round."))
    end = DayField(label=_("Last day"), required=False, help_text=_("Left empty, it follows the round."))
    baseline_start = DayField(label=_("Registration before the start begins"), required=False)
    expected_citizens = CountField(label=_("Expected citizens"))
    expected_employees = CountField(label=_("Expected employees"))
    participants_note = SafeTextField(label=_("A note on who takes part"), max_length=400, required=False)
    open_questions = LongTextField(
        label=_("Open questions"),
        rows=5,
        required=False,
        help_text=_("What the trial before did not answer, and what you wonder about."),
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)


class NextForm(PageForm):
    """The round of the next phase, and what has been answered already."""

    round_ = forms.ChoiceField(label=_("In which round?"))
    answered = forms.MultipleChoiceField(
        label=_("Tick off what has been answered"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("What you leave open comes along into the next prediction."),
    )

    def __init__(self, *args: Any, criteria: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rounds: Any = self.fields["round_"]
        rounds.choices = [NOBODY, *((key, f"{title} ({key})") for key, title in open_rounds())]
        answered: Any = self.fields["answered"]
        answered.choices = criteria
        if not criteria:
            del self.fields["answered"]


class SiteForm(PageForm):
    """One place: from when, to when, with how many."""

    unit = forms.ChoiceField(label=_("Which unit?"))
    valid_from = DayField(
        label=_("From"), required=False, help_text=_("Left empty, from the trial's first day.")
    )
    valid_to = DayField(label=_("To"), required=False, help_text=_("Left empty, to its last."))
    contact = forms.ChoiceField(label=_("Contact"), required=False)
    citizens = CountField(label=_("Expected citizens"))
    employees = CountField(label=_("Expected employees"))

    def __init__(self, *args: Any, fixed: tuple[str, str] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        unit: Any = self.fields["unit"]
        unit.choices = [fixed] if fixed else [NOBODY, *units_on(today())]
        contact: Any = self.fields["contact"]
        contact.choices = [NOBODY, *leads_on(today())]


class WithdrawForm(PageForm):
    """Why a place leaves before time."""

    reason = SafeTextField(label=_("Why?"), max_length=300)
    day = DayField(label=_("Last day there"), required=False, help_text=_("Left empty, today."))


class WindowForm(PageForm):
    """A window: a week, or from day to day."""

    name = SafeTextField(label=_("Name"), max_length=160, help_text=_("For example: Servicekald i uge 23."))
    week = forms.IntegerField(
        label=_("Week number"),
        required=False,
        min_value=1,
        max_value=53,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        help_text=_("A whole week, Monday to Sunday. Or write the days below."),
    )
    first_day = DayField(label=_("First day"), required=False)
    last_day = DayField(label=_("Last day"), required=False)
    what = SafeTextField(label=_("What is watched?"), max_length=300, required=False)
