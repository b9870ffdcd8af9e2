"""The tap itself, and the manager's poster for temps."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l

from stillads.capture.queries.tapping import TapPage
from stillads.kernel.clock import today
from stillads.kernel.dates import format_weekday
from stillads.web.shell.fields import DayField, SafeTextField
from stillads.web.shell.forms import PageForm, offer


class TapForm(PageForm):
    """Which button, about whom, and when where it was not just now."""

    event = forms.ChoiceField(
        error_messages={
            "invalid_choice": _l("Tap one of the buttons."),
            "required": _l("Tap one of the buttons."),
        }
    )
    participant = forms.ChoiceField(required=False, label=_l("Who is it about?"))
    days_back = forms.ChoiceField(required=False, label=_l("Which day?"))
    clock = forms.TimeField(
        required=False,
        label=_l("What time?"),
        input_formats=["%H:%M", "%H.%M"],
        error_messages={"invalid": _l("Write the time like this: 7.30.")},
    )

    def __init__(self, data: Any = None, *, page: TapPage) -> None:
        super().__init__(data)
        self.page = page
        nobody = _("Choose whom") if page.about_whom == "must" else _("Nobody in particular")
        offer(self, "participant", [("", nobody), *page.people])
        offer(self, "days_back", day_choices(page.backdate_days))
        offer(self, "event", page.buttons)

    def clean_participant(self) -> str:
        """Somebody, where the register is about somebody."""
        chosen: str = self.cleaned_data["participant"]
        if not chosen and self.page.about_whom == "must":
            raise forms.ValidationError(_("Choose whom it is about."))
        return chosen

    def clean_days_back(self) -> int:
        """How many days before today."""
        return int(self.cleaned_data["days_back"] or 0)

    def clean_clock(self) -> str:
        """A time of day as `07:30`, or nothing."""
        said = self.cleaned_data["clock"]
        return f"{said:%H:%M}" if said else ""


def day_choices(back: int) -> list[tuple[str, str]]:
    """Today and the days before it that may still be registered."""
    named = {0: _("Today"), 1: _("Yesterday")}
    return [(str(n), named.get(n) or format_weekday(today() - timedelta(days=n))) for n in range(back + 1)]


class PosterForm(PageForm):
    """A poster for temps."""

    name = SafeTextField(
        label=_l("Where does it hang?"), max_length=80, help_text=_l("For example: the staff room")
    )
    expires_on = DayField(label=_l("Good until"))
