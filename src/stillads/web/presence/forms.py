"""Planning presence, telling what came of it, points and meetings."""

from datetime import datetime, time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from stillads.capture.presence_rules import WEEKS
from stillads.kernel.clock import COPENHAGEN, today
from stillads.ui.forms import NumberWithUnit
from stillads.web.shell.answering import AnswerForm
from stillads.web.shell.fields import DayField, LongTextField, SafeTextField
from stillads.web.shell.forms import PageForm

CAME = [("yes", _("Yes")), ("partly", _("Partly")), ("no", _("No"))]


class ClockField(forms.TimeField):
    """A time of day by the browser's own picker."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))
        kwargs.setdefault("input_formats", ["%H:%M", "%H.%M", "%H"])
        super().__init__(**kwargs)


class PlanForm(PageForm):
    """When, as what, and for how many weeks."""

    function = forms.ChoiceField(label=_("As what?"), widget=forms.RadioSelect)
    person = forms.ChoiceField(label=_("Who?"), required=False)
    day = DayField(label=_("Which day?"))
    begins = ClockField(label=_("From"))
    ends = ClockField(label=_("To"))
    weeks = forms.IntegerField(
        label=_("How many weeks in a row?"),
        min_value=1,
        max_value=WEEKS,
        initial=1,
        help_text=_("The same weekday and time, this week included."),
        widget=NumberWithUnit("uger"),
    )

    def __init__(
        self, *args: Any, functions: list[tuple[str, str]], people: list[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        function: Any = self.fields["function"]
        function.choices = functions
        function.initial = functions[0][0] if len(functions) == 1 else None
        person: Any = self.fields["person"]
        person.choices = [("", _("Myself")), *people]
        self.fields["day"].initial = today

    def span(self) -> tuple[datetime, datetime]:
        """From when to when; only after `is_valid`."""
        day = self.cleaned_data["day"]
        begins, ends = (_at(day, self.cleaned_data[name]) for name in ("begins", "ends"))
        return begins, ends


def _at(day: Any, clock: time) -> datetime:
    return datetime.combine(day, clock, COPENHAGEN)


class TellForm(AnswerForm):
    """What came of it, how long it was, and what the playbook asks besides."""

    came = forms.ChoiceField(label=_("Did it come to something?"), choices=CAME, widget=forms.RadioSelect)
    minutes = SafeTextField(
        label=_("How long were you there?"),
        required=False,
        max_length=12,
        widget=NumberWithUnit("min."),
        help_text=_("Left empty, the time that was planned."),
    )
    why_not = SafeTextField(label=_("What came in the way?"), required=False, max_length=200)
    asked_first = ("came", "minutes", "why_not")

    def _sent(self) -> dict[str, list[str]]:
        return {name: texts for name, texts in super()._sent().items() if name not in self.asked_first}


class TakeBackForm(PageForm):
    """A reason, where the time is locked."""

    why_not = LongTextField(label=_("What came in the way?"), rows=2, max_length=200)

    def __init__(self, *args: Any, locked: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["why_not"].required = locked


class PointForm(PageForm):
    """A point for the next meeting."""

    text = SafeTextField(max_length=200)

    def __init__(self, *args: Any, prompt: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].label = prompt
        self.fields["text"].help_text = _("Write the number of the one it is about, never a name.")


class SettleForm(PageForm):
    """What came of a point."""

    what = LongTextField(label=_("What came of it?"), rows=3, max_length=300)
    version = forms.IntegerField(widget=forms.HiddenInput)


class HoldForm(PageForm):
    """When the meeting was held and how long it lasted."""

    day = DayField(label=_("Which day?"))
    minutes = SafeTextField(
        label=_("How long did it last?"), required=False, max_length=12, widget=NumberWithUnit("min.")
    )
