"""Forms of the welfare meeting."""

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from stillads.decisions.words import ROLE_OF_ONE, WISHES
from stillads.web.shell.fields import DayField, LongTextField, SafeTextField
from stillads.web.shell.forms import PageForm

SCALE = [(str(n), str(n)) for n in range(1, 6)]


def _roles() -> list[tuple[str, str]]:
    return [(key, capfirst(str(word))) for key, word in ROLE_OF_ONE.items()]


def _wishes() -> list[tuple[str, str]]:
    return [(key, capfirst(str(word))) for key, word in WISHES.items()]


def _roles_or_none_yet() -> list[tuple[str, str]]:
    return [("", "–"), *_roles()]


class PlanForm(PageForm):
    """When and where the meeting is held."""

    held_on = DayField(label=_("Day of the meeting"))
    starts_at = forms.TimeField(
        label=_("Begins at"),
        required=False,
        input_formats=["%H:%M", "%H.%M"],
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
    )
    place = SafeTextField(label=_("Place"), required=False, max_length=200)


class ItemForm(PageForm):
    """Who presents a trial, and for how long."""

    presenters = SafeTextField(label=_("Presented by"), required=False, max_length=300)
    minutes = forms.IntegerField(label=_("Minutes"), min_value=1, max_value=240)


class OpenForm(PageForm):
    """Until when feedback can be given."""

    until = forms.DateTimeField(
        label=_("Feedback is open until"),
        input_formats=["%Y-%m-%dT%H:%M"],
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )


class RoleForm(forms.Form):
    """In which role the participant answers."""

    role = forms.ChoiceField(
        label=_("I take part as"),
        choices=_roles,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what you take part as.")},
    )


class FeedbackForm(PageForm):
    """Three questions and a free text, on one trial. One may skip any of them, and the page says so once."""

    all_optional = True

    value = forms.ChoiceField(
        label=_("How much is it worth to the people it concerns?"),
        help_text=_("1 is nothing, 5 is a great deal"),
        choices=SCALE,
        required=False,
        widget=forms.RadioSelect(attrs={"class": "scale"}),
    )
    ready = forms.ChoiceField(
        label=_("Could it begin at your place?"),
        help_text=_("1 is not at all, 5 is tomorrow"),
        choices=SCALE,
        required=False,
        widget=forms.RadioSelect(attrs={"class": "scale"}),
    )
    wish = forms.ChoiceField(
        label=_("What should happen now?"),
        choices=_wishes,
        required=False,
        widget=forms.RadioSelect,
    )
    text = LongTextField(label=_("What should we remember?"), required=False, max_length=2000, rows=4)


class PaperForm(FeedbackForm):
    """A paper sheet typed in: the same, with the trial and the role ticked on the sheet."""

    all_optional = False

    item = forms.ChoiceField(label=_("Trial"))
    role = forms.ChoiceField(label=_("Role on the sheet"), choices=_roles_or_none_yet)

    field_order = ["item", "role", "value", "ready", "wish", "text"]

    def __init__(self, *args: object, items: list[tuple[str, str]], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        choices = self.fields["item"]
        assert isinstance(choices, forms.ChoiceField)  # noqa: S101  (narrows the type)
        choices.choices = [("", "–"), *items]
