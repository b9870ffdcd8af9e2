"""Making a round, naming it, moving its days, taking it a step on."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from stillads.trials.moving import RoundDates
from stillads.web.shell.fields import DayField, LongTextField, SafeTextField
from stillads.web.shell.forms import PageForm

DATE_LABELS = {
    "baseline_start": _("Registration before the start begins"),
    "start": _("Day 1"),
    "end": _("Last day"),
    "evaluation_deadline": _("Evaluations are handed in"),
    "welfare_meeting": _("Welfare meeting"),
    "committee_meeting": _("Committee meeting"),
}


class DatesMixin(forms.Form):
    """The six dates; both the first and the last day count."""

    baseline_start = DayField(
        label=DATE_LABELS["baseline_start"],
        required=False,
        help_text=_("From this day figures are taken as they were before."),
    )
    start = DayField(label=DATE_LABELS["start"])
    end = DayField(
        label=DATE_LABELS["end"], required=False, help_text=_("Left empty, the round lasts 100 days.")
    )
    evaluation_deadline = DayField(
        label=DATE_LABELS["evaluation_deadline"],
        required=False,
        help_text=_("Left empty, four weeks after the last day."),
    )
    welfare_meeting = DayField(label=DATE_LABELS["welfare_meeting"], required=False)
    committee_meeting = DayField(label=DATE_LABELS["committee_meeting"], required=False)


class RoundForm(DatesMixin, PageForm):
    """A new round."""

    key = SafeTextField(
        label=_("The round's number"),
        max_length=12,
        help_text=_("The year and the round's number in it, for example 2026-1."),
    )
    title = SafeTextField(label=_("Title of the round"), max_length=160)
    field_order = ["key", "title", *DATE_LABELS]


class MoveForm(DatesMixin, PageForm):
    """Other dates for a round; the reason is needed where a prediction is locked."""

    reason = LongTextField(
        label=_("Why?"),
        rows=3,
        required=False,
        help_text=_("Needed where a locked prediction gets another evaluation date."),
    )

    carry = forms.BooleanField(
        label=_("Move the later days along by as many days"),
        required=False,
        initial=True,
        help_text=_("Days that you change yourself keep what you wrote. You see all of it first."),
    )
    field_order = [*DATE_LABELS, "carry", "reason"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("end", "evaluation_deadline"):
            self.fields[name].required = True
            self.fields[name].help_text = ""

    def dates(self) -> RoundDates:
        """The dates as they were typed; only after `is_valid`."""
        return RoundDates(**{name: self.cleaned_data[name] for name in DATE_LABELS})

    def show(self, days: Mapping[str, date]) -> None:
        """Puts days that go along into their boxes, so that the form says what the preview says."""
        typed = {name: self.data[name] for name in self.data}
        self.data = typed | {name: day.isoformat() for name, day in days.items()}


class RenameForm(PageForm):
    """Another title."""

    title = SafeTextField(label=_("Title of the round"), max_length=160)


class StepForm(PageForm):
    """A step of the round, with a reason where the step needs one."""

    reason = LongTextField(label=_("Why?"), rows=3)

    def __init__(self, *args: Any, needs_reason: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not needs_reason:
            del self.fields["reason"]


class MilestoneForm(PageForm):
    """A milestone."""

    title = SafeTextField(label=_("What happens?"), max_length=160)
    day = DayField(label=_("On which day?"))
