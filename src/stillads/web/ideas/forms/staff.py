"""The forms of those who look after the ideas."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from stillads.ideas.queries import SORTS, ThemeRow, UnitOption, WorkshopRow
from stillads.ideas.states import LABELS
from stillads.web.shell.fields import DayField, LongTextField, SafeTextField
from stillads.web.shell.forms import PageForm

from .give import SOURCES

ALL_SOURCES = [*SOURCES, ("workshop", _("Workshop")), ("other", _("Other"))]
SORT_LABELS = {"nyeste": _("Newest first"), "aeldste": _("Oldest first"), "titel": _("By title")}


def _choices(first: object, rows: Sequence[tuple[str, Any]]) -> list[tuple[str, Any]]:
    return [("", first), *rows]


class FilterForm(forms.Form):
    """What the list shows; sent by GET, so that the address can be kept and shared."""

    q = forms.CharField(label=_("Words"), required=False, widget=forms.TextInput(attrs={"type": "search"}))
    tema = forms.ChoiceField(label=_("Theme"), required=False)
    status = forms.ChoiceField(label=_("State"), required=False)
    fra = forms.ChoiceField(label=_("From"), required=False)
    sted = forms.ChoiceField(label=_("Unit"), required=False)
    workshop = forms.ChoiceField(label=_("Workshop"), required=False)
    orden = forms.ChoiceField(label=_("Order"), required=False)

    def __init__(
        self,
        *args: Any,
        themes: Sequence[ThemeRow],
        units: Sequence[UnitOption],
        workshops: Sequence[WorkshopRow],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        states = [("open", _("Wait for an answer")), *((key, label) for key, label in LABELS.items())]
        offered: dict[str, list[tuple[str, Any]]] = {
            "tema": _choices(_("All"), [(theme.key, theme.name) for theme in themes]),
            "status": _choices(_("All"), states),
            "fra": _choices(_("All"), ALL_SOURCES),
            "sted": _choices(_("All"), [(unit.public_id, unit.name) for unit in units]),
            "workshop": _choices(_("All"), [(shop.public_id, shop.title) for shop in workshops]),
            "orden": [(key, SORT_LABELS[key]) for key in SORTS],
        }
        for name, choices in offered.items():
            self.fields[name] = forms.ChoiceField(
                label=self.fields[name].label, required=False, choices=choices
            )


class WordsForm(PageForm):
    """The words of an idea, with theme and unit."""

    title = SafeTextField(label=_("Heading"), max_length=160)
    text = LongTextField(label=_("The idea"), max_length=4000, rows=6)
    theme = forms.ChoiceField(label=_("Theme"), required=False)
    unit = forms.ChoiceField(label=_("Unit"), required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, *args: Any, themes: Sequence[ThemeRow], units: Sequence[UnitOption], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        offered = {
            "theme": _choices(_("No theme yet"), [(theme.key, theme.name) for theme in themes]),
            "unit": _choices(_("No particular unit"), [(unit.public_id, unit.name) for unit in units]),
        }
        for name, choices in offered.items():
            self.fields[name] = forms.ChoiceField(
                label=self.fields[name].label, required=False, choices=choices
            )


class ReasonForm(PageForm):
    """The answer to the giver."""

    reason = LongTextField(
        label=_("What the giver will read"),
        max_length=2000,
        rows=5,
        error_messages={
            "required": _("Write why, in a sentence or two. It is what the giver of the idea will read.")
        },
    )

    def __init__(self, *args: Any, needed: bool, **kwargs: Any) -> None:
        """`needed`: the answer is no, or not now, and that has its reason."""
        super().__init__(*args, **kwargs)
        self.fields["reason"].required = needed


class SplitForm(PageForm):
    """The parts of an idea: one per line, or a title, a colon and the text."""

    parts = LongTextField(
        label=_("The parts"),
        rows=8,
        validators=[MaxLengthValidator(8000)],
        error_messages={"required": _("Write at least two parts.")},
        help_text=_("One part per line. After a colon there is room for more: “Benches: along the path”."),
    )


class WorkshopForm(PageForm):
    """A workshop."""

    title = SafeTextField(label=_("What was it called?"), max_length=200)
    held_on = DayField(label=_("When was it?"))
    place = SafeTextField(label=_("Where was it?"), max_length=160, required=False)


class EntryForm(PageForm):
    """A pasted list of ideas, with what they share."""

    workshop = forms.ChoiceField(label=_("Workshop"), required=False)
    theme = forms.ChoiceField(label=_("Theme of all of them"), required=False)
    unit = forms.ChoiceField(label=_("Unit of all of them"), required=False)
    lines = forms.CharField(
        label=_("The ideas, one per line"),
        widget=forms.Textarea(attrs={"rows": 14}),
        help_text=_("Paste from Word, Excel or a photo's text. Bullets and numbers are taken away."),
        validators=[MaxLengthValidator(200_000)],  # as a limit of the field it would be shown
        error_messages={"required": _("Paste at least one idea, one per line.")},
    )

    def __init__(
        self,
        *args: Any,
        themes: Sequence[ThemeRow],
        units: Sequence[UnitOption],
        workshops: Sequence[WorkshopRow],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        offered = {
            "workshop": _choices(_("No workshop"), [(shop.public_id, shop.title) for shop in workshops]),
            "theme": _choices(_("No theme yet"), [(theme.key, theme.name) for theme in themes]),
            "unit": _choices(_("No particular unit"), [(unit.public_id, unit.name) for unit in units]),
        }
        for name, choices in offered.items():
            self.fields[name] = forms.ChoiceField(
                label=self.fields[name].label, required=False, choices=choices
            )


class ThemeForm(PageForm):
    """A theme."""

    name = SafeTextField(label=_("Name"), max_length=160)
    question = SafeTextField(
        label=_("Its question"),
        max_length=200,
        required=False,
        help_text=_("As a citizen would ask it. It stands on the form where ideas are given."),
    )
    valid_to = DayField(
        label=_("Last day in use"), required=False, help_text=_("Empty: in use. Ideas keep their theme.")
    )
