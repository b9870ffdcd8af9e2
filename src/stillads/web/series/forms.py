"""Which file, what its columns hold, and why one is taken back."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from stillads.capture.series.days import FORMATS
from stillads.capture.series.mapping import PASSED_OVER, FileMapping
from stillads.playbooks.kinds.series import Series
from stillads.web.shell.fields import LongTextField
from stillads.web.shell.forms import PageForm

type_choices = Sequence[tuple[str, str]]
MOST_UNITS = 60


class FileForm(PageForm):
    """A file of figures."""

    file = forms.FileField(
        label=_("File"), help_text=_("CSV from a spreadsheet, or Excel (.xlsx). You see what is in it first.")
    )


class MappingForm(PageForm):
    """What the columns hold: one select per figure, the day, the unit, and each unit's name that is not known."""

    day = forms.ChoiceField(label=_("Which column holds the day?"))
    written = forms.ChoiceField(
        label=_("How is it written?"), choices=[(key, form.name) for key, form in FORMATS.items()]
    )
    unit = forms.ChoiceField(label=_("Which column holds the unit?"), required=False)
    only = forms.ChoiceField(
        label=_("Which unit is the whole file about?"),
        required=False,
        help_text=_("Only where the file has no column with the unit."),
    )

    def __init__(
        self, *args: Any, kind: Series, headings: Sequence[str], units: type_choices, mapping: FileMapping,
        names: Sequence[str], **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        self.kind, self.mapping, self.names = kind, mapping, list(names)[:MOST_UNITS]
        columns = [("", _("– none –")), *((heading, heading) for heading in headings)]
        self._choose("day", columns, mapping.day)
        self._choose("unit", columns, mapping.unit)
        self._choose("only", [("", _("– none –")), *units], mapping.only)
        self.initial["written"] = mapping.written
        for column in kind.columns:
            label = f"{column.title} ({column.unit})" if column.unit else column.title
            self.fields[f"column_{column.key}"] = forms.ChoiceField(
                label=label, choices=columns, required=False, initial=mapping.columns.get(column.key, "")
            )
        whose = [("", _("– choose –")), (PASSED_OVER, _("Pass it over")), *units]
        for number, name in enumerate(self.names):
            self.fields[f"unit_{number}"] = forms.ChoiceField(
                label=_("Which unit is “%(name)s”?") % {"name": name}, choices=whose, required=False
            )

    def _choose(self, name: str, choices: Sequence[tuple[str, Any]], value: str) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101  (narrows the type)
        field.choices = choices
        self.initial[name] = value

    @property
    def said(self) -> FileMapping:
        """The mapping as it was chosen."""
        data = self.cleaned_data
        units = {name: data[f"unit_{n}"] for n, name in enumerate(self.names) if data.get(f"unit_{n}")}
        return FileMapping(
            day=data["day"],
            written=data["written"],
            unit=data["unit"],
            only=data["only"],
            columns={c.key: data[f"column_{c.key}"] for c in self.kind.columns if data[f"column_{c.key}"]},
            units={**self.mapping.units, **units},
        )


class UndoForm(PageForm):
    """Why a whole file is taken back."""

    reason = LongTextField(label=_("Why is it taken back?"), rows=3, max_length=200)
