"""The editor's own form fields: lines, whole numbers, days counted from day 1, times of day."""

from datetime import time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from stillads.web.shell.fields import DanishNumberField, LongTextField, SafeTextField


class Lines(LongTextField):
    """One thing a line; gives a list without empty ones."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("rows", 4)
        kwargs.setdefault("required", False)
        kwargs.setdefault("help_text", _("One on each line."))
        super().__init__(**kwargs)

    def clean(self, value: Any) -> Any:
        """The lines."""
        text = super().clean(value) or ""
        return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


class WholeField(DanishNumberField):
    """A whole number; gives an int, or None when empty."""

    def clean(self, value: Any) -> int | None:
        """The number; what has decimals is refused, never cut."""
        said = super().clean(value)
        if said is None:
            return None
        if said != int(said):
            raise ValidationError(_("Write a whole number."))
        return int(said)


class DayNumbers(SafeTextField):
    """Days as whole numbers with commas between; gives a list."""

    def clean(self, value: Any) -> Any:
        """The numbers."""
        text = super().clean(value) or ""
        try:
            return [int(each) for each in text.replace(",", " ").split()]
        except ValueError:
            raise ValidationError(
                _("Write days as whole numbers with a comma between, for example 1, 30, 60.")
            ) from None


class ClockField(forms.TimeField):
    """A time of day; gives `10:00`, or an empty text."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
        wrong = {"invalid": _("Write a time of day, for example 7.30.")}
        super().__init__(
            required=False, input_formats=["%H:%M", "%H.%M"], widget=widget, error_messages=wrong, **kwargs
        )

    def clean(self, value: Any) -> Any:
        """The time as the format writes it."""
        said = super().clean(value)
        return said.strftime("%H:%M") if isinstance(said, time) else ""


def line_field(label: Any, **kwargs: Any) -> SafeTextField:
    """One line that may be empty while one is drafting."""
    return SafeTextField(label=label, max_length=200, required=False, **kwargs)


def text_field(label: Any, **kwargs: Any) -> LongTextField:
    """Paragraphs that may be empty while one is drafting."""
    return LongTextField(label=label, required=False, max_length=4000, rows=kwargs.pop("rows", 3), **kwargs)
