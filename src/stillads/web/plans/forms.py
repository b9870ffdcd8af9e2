"""Forms of a plan: its fields in the order of the day, and its references."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from stillads.capture.plan_links import Link
from stillads.capture.plan_rules import fields_in_order
from stillads.playbooks.kinds.plan import Plan
from stillads.web.shell.fields import DayField, LongTextField, SafeTextField
from stillads.web.shell.forms import PageForm


class PlanForm(PageForm):
    """One box for each of the playbook's fields. `texts` and `links` are what was written."""

    all_optional = True

    based_on = forms.IntegerField(widget=forms.HiddenInput, initial=0)

    def __init__(self, *args: Any, kind: Plan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind = kind
        for field in fields_in_order(kind):
            self.fields[field.key] = LongTextField(
                label=f"{field.title} ({field.time})" if field.time else field.title,
                help_text=field.help,
                required=False,
                max_length=field.longest,
                rows=4,
            )
        for number in range(1, kind.links + 1):
            self.fields[f"link_{number}_text"] = SafeTextField(
                label=_("Reference %(n)d: what is it about?") % {"n": number}, required=False, max_length=80
            )
            self.fields[f"link_{number}"] = SafeTextField(
                label=_("Reference %(n)d: address") % {"n": number},
                required=False,
                max_length=300,
                widget=forms.TextInput(attrs={"inputmode": "url", "autocomplete": "off"}),
            )

    @property
    def day_fields(self) -> list[forms.BoundField]:
        """The boxes of the sheet, in its order."""
        return [self[field.key] for field in fields_in_order(self.kind)]

    @property
    def link_fields(self) -> list[forms.BoundField]:
        """The boxes of the references."""
        return [self[f"link_{n}{end}"] for n in range(1, self.kind.links + 1) for end in ("_text", "")]

    @property
    def hosts(self) -> str:
        """Where references may lead."""
        return ", ".join(self.kind.hosts)

    @property
    def texts(self) -> dict[str, str]:
        """Field's key → what was written."""
        return {field.key: self.cleaned_data.get(field.key) or "" for field in self.kind.fields}

    @property
    def links(self) -> list[Link]:
        """The references as they were written, empty ones too."""
        said = self.cleaned_data
        numbers = range(1, self.kind.links + 1)
        return [Link(said.get(f"link_{n}") or "", said.get(f"link_{n}_text") or "") for n in numbers]


class MoveForm(PlanForm):
    """A pasted text sorted into the fields, with what had no place."""

    left = LongTextField(
        label=_("Could not be placed"), help_text=_("Move it into a field above."), required=False, rows=6
    )
    leave_out = forms.BooleanField(label=_("What is left may be left out"), required=False)
    moved_from = SafeTextField(label=_("Where is the text from?"), max_length=120, required=False)

    def clean(self) -> dict[str, Any]:
        """What is left is moved, or left out on purpose."""
        said = super().clean() or {}
        if said.get("left") and not said.get("leave_out"):
            self.add_error("left", _("Move the rest into a field, or tick that it may be left out."))
        return said


class PasteForm(PageForm):
    """The text from elsewhere."""

    text = LongTextField(
        label=_("Paste the text here"),
        help_text=_(
            "Headings such as “Morning” begin a field. You see where everything goes before it is saved."
        ),
        rows=14,
        max_length=40_000,
    )
    moved_from = SafeTextField(
        label=_("Where is the text from?"),
        help_text=_("For example: instructions in Nexus."),
        max_length=120,
        required=False,
    )


class ShareForm(PageForm):
    """One more unit that shares the citizen."""

    unit = forms.ChoiceField(label=_("Which unit?"))
    first_day = DayField(label=_("From"))
    last_day = DayField(label=_("To and including"), required=False, help_text=_("Empty: until it is ended."))

    def __init__(self, *args: Any, units: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["unit"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101  (narrows the type)
        field.choices = [("", _("– choose –")), *units]


def starting_values(texts: Mapping[str, str], links: tuple[Link, ...], based_on: int) -> dict[str, Any]:
    """What stands in the boxes of a plan that is there."""
    found: dict[str, Any] = {**texts, "based_on": based_on}
    for number, link in enumerate(links, start=1):
        found |= {f"link_{number}": link.address, f"link_{number}_text": link.text}
    return found
