"""The public form: an idea, and how its giver may be told what becomes of it."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from stillads.ideas.queries import ThemeRow, UnitOption
from stillads.web.shell.fields import LongTextField, SafeTextField
from stillads.web.shell.forms import PageForm

SOURCES = [
    ("citizen", _("Citizen or resident")),
    ("relative", _("Relative")),
    ("employee", _("Employee")),
    ("leader", _("Leader")),
]
CHANNELS = [
    ("email", _("By e-mail")),
    ("letter", _("By letter")),
    ("poster", _("On a poster in a place where I come")),
    ("none", _("I look myself, on a private page")),
]


# what must be filled in for each way; of no account for the others
_NEEDS = {"email": "email", "address": "letter", "letter_name": "letter", "poster_unit": "poster"}


class GiveForm(PageForm):
    """What anybody may send. `website` is a trap: people do not see it, machines fill it in."""

    use_required_attribute = False

    text = LongTextField(
        label=_("Your idea"),
        error_messages={"required": _("Write what the idea is.")},
        help_text=_(
            "What could be different, and for whom? Write it as you would say it. Leave out names of people."
        ),
        max_length=4000,
        rows=6,
    )
    title = SafeTextField(
        label=_("A short title"),
        required=False,
        max_length=160,
        help_text=_("If you leave it empty, we take your first sentence."),
    )
    source = forms.ChoiceField(
        label=_("You are"),
        choices=[*SOURCES, ("workshop", _("A group at a workshop"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose who you are.")},
    )
    theme = forms.ChoiceField(label=_("What it is about"), required=False)
    channel = forms.ChoiceField(
        label=_("How may we tell you what becomes of it?"),
        choices=CHANNELS,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how you want to hear of it. You may also look yourself.")},
    )
    name = SafeTextField(
        label=_("Your name"),
        required=False,
        max_length=160,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    letter_name = SafeTextField(
        label=_("Your name"),
        error_messages={"required": _("Write the name that shall stand on the letter.")},
        max_length=160,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=_("Your e-mail address"),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "invalid": _("Write an e-mail address, for example anna@example.dk."),
            "required": _("Write your e-mail address, so that we can write to you."),
        },
    )
    address = SafeTextField(
        label=_("Your postal address"),
        error_messages={"required": _("Write road, number, postcode and town.")},
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "street-address"}),
        help_text=_("Road and number on the first line, postcode and town on the second."),
    )
    poster_unit = forms.ChoiceField(label=_("Where shall the poster hang?"))
    website = forms.CharField(label=_("Leave this empty"), required=False)

    def __init__(
        self, *args: Any, themes: Sequence[ThemeRow], units: Sequence[UnitOption], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["theme"] = forms.ChoiceField(
            label=self.fields["theme"].label,
            required=False,
            choices=[("", _("I don't know")), *((theme.key, theme.name) for theme in themes)],
        )
        self.fields["poster_unit"] = forms.ChoiceField(
            label=self.fields["poster_unit"].label,
            error_messages={"required": _("Choose where the poster shall hang.")},
            choices=[("", _("Choose a place")), *((unit.public_id, unit.name) for unit in units)],
        )
        if self.is_bound:
            for name, channel in _NEEDS.items():
                self.fields[name].required = self.data.get("channel") == channel
        self.fields["website"].widget.attrs |= {"tabindex": "-1", "autocomplete": "off"}

    @property
    def trapped(self) -> bool:
        """Did a machine fill in what people do not see?"""
        return bool(self.data.get("website"))

    def reachable_at(self) -> tuple[str, str]:
        """Name and address for the channel that was chosen."""
        given = self.cleaned_data
        if given["channel"] == "letter":
            return given["letter_name"], given["address"]
        return given["name"], given["email"]
