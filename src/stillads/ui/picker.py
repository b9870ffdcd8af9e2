"""Choosing one of many: write a part of its name, and choose among what is found.

A box to write in and a list of radio buttons, so that keyboard, screen reader and thumb know what to do. Where scripts
run the list follows what is written; where they do not, the button beside the box sends the form to itself, which
comes back with everything that was typed and the list. Nothing that is written stands in an address.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

MOST = 10  # what can be looked through at a glance
LONGEST = 200

Row = tuple[str, str, str]  # name of the outside, its title, what tells it from others of that title
Finder = Callable[[str, str], Sequence[Row]]


@dataclass(frozen=True, slots=True)
class Picked:
    """What the reader has chosen, and what they have written to find it."""

    key: str = ""
    typed: str = ""


class Picker(forms.Widget):
    """The box, its button, and what was found. `PickField` gives it its finder."""

    template_name = "django/forms/widgets/picker.html"
    find: Finder

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Picked:
        """What was chosen and what was written."""
        return Picked(data.get(name) or "", (data.get(f"{name}_q") or "")[:LONGEST].strip())

    def use_required_attribute(self, initial: Any) -> bool:
        """Never: what is required is a choice, not the writing."""
        return False

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Adds what the list shows."""
        picked = value if isinstance(value, Picked) else Picked(str(value or ""))
        context = super().get_context(name, None, attrs)
        context["widget"] |= {"typed": picked.typed, "chosen": picked.key, "longest": LONGEST}
        context["widget"] |= self._found(picked)
        return context

    def _found(self, picked: Picked) -> dict[str, Any]:
        rows = list(self.find(picked.typed, picked.key)) if picked.typed or picked.key else []
        chosen = [row for row in rows if row[0] == picked.key]
        others = [row for row in rows if row[0] != picked.key]
        said = _said(len(others)) if picked.typed else ""
        return {"rows": chosen + others[:MOST], "said": said}


class PickField(forms.Field):
    """A choice among so many that they are not listed. Gives the name of the outside, or an empty text.

    Say what can be found when the form is made: `form.fields["into"].offer(find)`, where `find(text, chosen)` gives
    (key, title, about) rows, at most one more than `MOST` that hold all words of `text`, and among them the
    one with the key `chosen` where it may be chosen. Forms that have one are `PageForm`s.
    """

    widget = Picker
    default_error_messages = {
        "required": gettext_lazy("Write a part of the name, and choose one of those that are found."),
        "gone": gettext_lazy("That one cannot be chosen. Write a part of the name, and choose another."),
    }

    def offer(self, find: Finder) -> None:
        """Says what can be found."""
        self.widget.find = find

    def clean(self, value: Any) -> str:
        """The key, if it is one of those that may be chosen."""
        key = value.key if isinstance(value, Picked) else str(value or "")
        if not key:
            if self.required:
                raise ValidationError(self.error_messages["required"], code="required")
            return ""
        if key not in {row[0] for row in self.widget.find("", key)}:
            raise ValidationError(self.error_messages["gone"], code="gone")
        return key


def asked_for(form: forms.Form) -> str:
    """The name of the field whose search button sent the form; empty where it was sent to be done."""
    picks = [name for name, field in form.fields.items() if isinstance(field, PickField)]
    return next(
        (name for name in picks if form.is_bound and form.add_prefix(f"{name}_find") in form.data), ""
    )


def picker_list(form: forms.Form, name: str) -> str:
    """What was found for the field `name` alone, to take the place of the list that stands there."""
    box = form[name]
    attrs = {"id": box.id_for_label}
    context = box.field.widget.get_context(box.html_name, box.value(), attrs)
    return form.renderer.render("ui/form/picker_list.html", context)


def _said(found: int) -> str:
    if not found:
        return _("Nothing found. Try a shorter part of a word.")
    if found > MOST:
        return _("These %(n)d fit best. Write more to find others.") % {"n": MOST}
    return ngettext("One found. Choose it.", "%(n)d found. Choose one.", found) % {"n": found}
