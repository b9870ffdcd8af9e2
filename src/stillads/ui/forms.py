"""Renders Django forms as the design system wants them."""

from pathlib import Path
from typing import Any

from django import forms
from django.conf import settings
from django.forms.renderers import BaseRenderer
from django.template.backends.django import DjangoTemplates
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

# Django's own messages, here so that our catalogue says them in our voice.
IN_OUR_VOICE = (
    _("This field is required."),
    _("Enter a valid date."),
    _("Enter a valid email address."),
    _("Select a valid choice. That choice is not one of the available choices."),
    _("Select a valid choice. %(value)s is not one of the available choices."),
    _("No file was submitted. Check the encoding type on the form."),
    _("The submitted file is empty."),
)
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
        options: Any = settings.TEMPLATES[0]["OPTIONS"]
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
