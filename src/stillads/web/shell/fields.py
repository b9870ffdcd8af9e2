"""Form fields that speak Danish: numbers with a comma, text that must not hold a CPR number."""

from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from stillads.kernel.cpr import check_no_cpr
from stillads.kernel.numbers import format_number, parse_number
from stillads.kernel.rules import RuleError

_FAR = 1000  # letters


class SafeTextField(forms.CharField):
    """Free text. What looks like a CPR number is refused before anything is saved."""

    def validate(self, value: str) -> None:
        super().validate(value)
        try:
            check_no_cpr(value or "")
        except RuleError as refusal:
            raise ValidationError(str(refusal.reason)) from refusal


class LongTextField(SafeTextField):
    """Free text over several lines. A limit that hardly anybody comes near is told when one does."""

    def __init__(self, *, rows: int = 5, **kwargs: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **kwargs)
        self.far_limit = (self.max_length or 0) >= _FAR


class DanishNumberField(forms.Field):
    """A number as Danes type it: `7,5` or `1.234`. Gives a Decimal, or None when empty."""

    def __init__(self, *, low: Decimal | None = None, high: Decimal | None = None, **kwargs: Any) -> None:
        super().__init__(
            widget=kwargs.pop("widget", forms.TextInput(attrs={"inputmode": "decimal"})), **kwargs
        )
        self.low, self.high = low, high

    def validate(self, value: Decimal | None) -> None:
        super().validate(value)
        if value is None:
            return
        if (self.low is not None and value < self.low) or (self.high is not None and value > self.high):
            raise ValidationError(self._bounds())

    def _bounds(self) -> str:
        low = format_number(self.low) if self.low is not None else None
        high = format_number(self.high) if self.high is not None else None
        if low is None:
            return _("Write a number of at most %(high)s.") % {"high": high}
        if high is None:
            return _("Write a number of at least %(low)s.") % {"low": low}
        return _("Write a number between %(low)s and %(high)s.") % {"low": low, "high": high}

    def to_python(self, value: Any) -> Decimal | None:
        text = str(value).strip() if value is not None else ""
        if not text:
            return None
        try:
            return parse_number(text)
        except RuleError as refusal:
            raise ValidationError(str(refusal.reason)) from refusal

    def prepare_value(self, value: Any) -> Any:
        return format_number(value) if isinstance(value, Decimal) else value


class DayField(forms.DateField):
    """A date by the browser's own picker."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
        kwargs.setdefault("input_formats", ["%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y", "%d/%m/%Y"])
        super().__init__(**kwargs)
