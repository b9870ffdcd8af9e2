"""Who comes, which copy, until when; closed days."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from stillads.web.shell.answering import AnswerForm
from stillads.web.shell.fields import DayField, SafeTextField
from stillads.web.shell.forms import PageForm

CONDITIONS = [
    ("fine", _("In order: back on the shelf")),
    ("cleaning", _("Has to be cleaned")),
    ("repair", _("Has to be repaired")),
    ("gone", _("Cannot be used any more")),
]
_CALLED = _("What do we call out?")
_CALLED_HELP = _("A first name, for example. Left empty, a number is given.")


def _offer(form: forms.Form, name: str, choices: list[tuple[str, str]]) -> None:
    field: Any = form.fields[name]
    field.choices = choices
    if not choices:
        del form.fields[name]


class WalkInForm(PageForm):
    """Somebody stands there, or the hospital is on the telephone."""

    arrived = forms.ChoiceField(
        label=_("Who asks?"),
        choices=[("walked_in", _("Somebody who came without a time")), ("hospital", _("The hospital"))],
        widget=forms.RadioSelect,
        initial="walked_in",
    )
    called = SafeTextField(label=_CALLED, required=False, max_length=60, help_text=_CALLED_HELP)
    errand = forms.ChoiceField(label=_("What is it about?"), required=False, widget=forms.RadioSelect)

    def __init__(self, *args: Any, errands: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, "errand", errands)


class BookForm(PageForm):
    """A free time."""

    slot = forms.ChoiceField(label=_("When?"))
    called = SafeTextField(label=_CALLED, required=False, max_length=60, help_text=_CALLED_HELP)
    errand = forms.ChoiceField(label=_("What is it about?"), required=False, widget=forms.RadioSelect)

    def __init__(
        self, *args: Any, slots: list[tuple[str, str]], errands: list[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        slot: Any = self.fields["slot"]
        slot.choices = slots
        _offer(self, "errand", errands)


class FinishForm(AnswerForm):
    """The playbook's questions about a visit, and the version of it that is on the screen."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def _sent(self) -> dict[str, list[str]]:
        return {name: texts for name, texts in super()._sent().items() if name != "version"}


class LendForm(PageForm):
    """One tap lends; another day, or whom it is about, can be said."""

    called = SafeTextField(
        label=_("Whom do we ask for when it is late?"),
        required=False,
        max_length=60,
        help_text=_("A first name, for example, or a telephone number. It can be left out."),
    )
    due_on = DayField(label=_("Back by another day"), required=False)
    participant = forms.ChoiceField(label=_("Who takes part in the trial?"), required=False)
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, participants: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, "participant", [("", str(_("– nobody –"))), *participants] if participants else [])


class ReturnForm(PageForm):
    """In which condition it came back."""

    condition = forms.ChoiceField(
        label=_("How is it?"), choices=CONDITIONS, widget=forms.RadioSelect, initial="fine"
    )


class StateForm(PageForm):
    """Where a copy that is not lent stands now."""

    state = forms.ChoiceField(
        label=_("How is it?"),
        choices=[("in", CONDITIONS[0][1]), *CONDITIONS[1:]],
        widget=forms.RadioSelect,
    )
    version = forms.IntegerField(widget=forms.HiddenInput)


class AddForm(PageForm):
    """More copies of a line."""

    line = forms.ChoiceField(label=_("Of what?"))
    count = forms.IntegerField(label=_("How many?"), min_value=1, max_value=200, initial=1)

    def __init__(self, *args: Any, lines: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        line: Any = self.fields["line"]
        line.choices = lines


class WaitForm(PageForm):
    """Somebody who waits for a line."""

    line = forms.ChoiceField(label=_("For what?"))
    called = SafeTextField(label=_("What do we call out when it is ready?"), max_length=60)

    def __init__(self, *args: Any, lines: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        line: Any = self.fields["line"]
        line.choices = lines


class CloseForm(PageForm):
    """A day on which nobody is at the desk."""

    day = DayField(label=_("Which day?"))
    why = SafeTextField(label=_("Why?"), required=False, max_length=120)
