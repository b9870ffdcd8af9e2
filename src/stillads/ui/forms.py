"""Renders Django forms as the design system wants them, and the fields that Danes fill in."""

from pathlib import Path
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.forms.renderers import BaseRenderer
from django.template.backends.django import DjangoTemplates
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from stillads.kernel.cpr import check_no_cpr
from stillads.kernel.numbers import parse_number
from stillads.kernel.rules import RuleError

_OWN = Path(__file__).parent / "form_templates"
_DJANGO = Path(forms.__file__).parent / "templates"


class DesignSystemRenderer(BaseRenderer):
    """Form templates of the design system; Django's own where we have none."""

    form_template_name = "ui/form/form.html"
    formset_template_name = "ui/form/formset.html"
    field_template_name = "ui/form/field.html"

    @cached_property
    def engine(self) -> DjangoTemplates:
        """Looks in our form templates first."""
        options: dict[str, Any] = settings.TEMPLATES[0]["OPTIONS"]
        return DjangoTemplates(
            {
                "APP_DIRS": True,
                "DIRS": [_OWN, _DJANGO],
                "NAME": "stillads-forms",
                "OPTIONS": {"builtins": options["builtins"]},
            }
        )

    def get_template(self, template_name: str) -> Any:
        """The compiled template."""
        return self.engine.get_template(template_name)


class NumberWithUnit(forms.TextInput):
    """A number as text, so that `7,5` may be written, with its unit at the end of the box."""

    template_name = "django/forms/widgets/number_with_unit.html"

    def __init__(self, unit: str = "", attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"inputmode": "decimal", "autocomplete": "off", **(attrs or {})})
        self.unit = unit

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Adds the unit."""
        context = super().get_context(name, value, attrs)
        context["widget"]["unit"] = self.unit
        return context


class TextField(forms.CharField):
    """Free text that is searched for personal numbers; `limit` is shown as it is used up."""

    def __init__(self, *, limit: int | None = None, rows: int | None = None, **kwargs: Any) -> None:
        if rows:
            kwargs.setdefault("widget", forms.Textarea(attrs={"rows": rows}))
        super().__init__(**kwargs)
        self.limit = limit
        if limit:
            self.widget.attrs["data-limit"] = str(limit)

    def validate(self, value: str) -> None:
        """Refuses personal numbers and text above the limit."""
        super().validate(value)
        if self.limit and len(value) > self.limit:
            over = len(value) - self.limit
            raise ValidationError(_("Shorten the text by %(over)d characters."), params={"over": over})
        try:
            check_no_cpr(value)
        except RuleError as error:
            raise ValidationError(str(error.reason)) from error


class NumberField(forms.Field):
    """A number as a Dane writes it (`1.234,5`); gives a Decimal, or None where it is empty."""

    def __init__(
        self, *, unit: str = "", lowest: int | None = None, highest: int | None = None, **kwargs: Any
    ) -> None:
        kwargs.setdefault("widget", NumberWithUnit(unit))
        super().__init__(**kwargs)
        self.lowest, self.highest = lowest, highest

    def to_python(self, value: Any) -> Any:
        """Decimal, or None where nothing was written."""
        if value in self.empty_values or not str(value).strip():
            return None
        try:
            number = parse_number(str(value))
        except RuleError as error:
            raise ValidationError(str(error.reason)) from error
        self._check_size(number)
        return number

    def _check_size(self, number: Any) -> None:
        low, high = self.lowest, self.highest
        if (low is None or number >= low) and (high is None or number <= high):
            return
        if low is not None and high is not None:
            raise ValidationError(
                _("Write a number between %(low)s and %(high)s."), params={"low": low, "high": high}
            )
        if low is not None:
            raise ValidationError(_("Write a number of at least %(low)s."), params={"low": low})
        raise ValidationError(_("Write a number of at most %(high)s."), params={"high": high})


class DateInput(forms.DateInput):
    """The browser's own date field; what it sends is `2022-08-23`."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"class": "form-date", **(attrs or {})}, format="%Y-%m-%d")


class DateField(forms.DateField):
    """A date: picked, or typed as 23-08-2022, 23.8.2022 or 23/8 2022."""

    widget = DateInput
    input_formats = ["%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y", "%d/%m/%Y", "%d/%m %Y", "%d.%m %Y", "%d-%m-%y"]
    default_error_messages = {"invalid": _("Write a date, for example 23-08-2022.")}
