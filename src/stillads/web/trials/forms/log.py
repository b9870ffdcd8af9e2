"""An entry in the log, with a photo; and who takes part."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from stillads.trials.words import LOG_KINDS, PARTICIPATION
from stillads.web.shell.fields import DayField, LongTextField, SafeTextField
from stillads.web.shell.forms import PageForm, offer

PERMISSIONS = [
    ("", _("– not chosen –")),
    ("no_people", _("No people can be recognised")),
    ("consent", _("Those who can be seen have said yes")),
    ("not_needed", _("No permission is needed")),
]


class LogForm(PageForm):
    """What happened."""

    text = LongTextField(label=_("What happened?"), rows=4)
    kind = forms.ChoiceField(
        label=_("What kind of entry?"),
        choices=list(LOG_KINDS.items()),
        widget=forms.RadioSelect,
        initial="note",
    )
    day = DayField(label=_("On which day?"), required=False, help_text=_("Left empty, today."))
    photo = forms.FileField(
        label=_("A photo"),
        required=False,
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
        help_text=_("Where and when it was taken is removed from the file."),
    )
    alt_text = SafeTextField(
        label=_("What does the photo show?"),
        max_length=300,
        required=False,
        help_text=_("For those who cannot see it."),
    )
    permission = forms.ChoiceField(label=_("May it be shown?"), required=False, choices=PERMISSIONS)
    permission_note = SafeTextField(label=_("Who said yes, and how?"), max_length=300, required=False)


class EnrolForm(PageForm):
    """A new participant at one of the places the viewer reaches."""

    site = forms.ChoiceField(label=_("Where?"))
    pseudonym = SafeTextField(
        label=_("Known as"),
        max_length=24,
        required=False,
        help_text=_("Left empty, the next number is taken. Never a name."),
    )
    resident = forms.ChoiceField(
        label=_("Which resident is it?"),
        required=False,
        help_text=_(
            "Then wishes and answers follow the resident from trial to trial. The name is shown to no one else."
        ),
    )
    state = forms.ChoiceField(
        label=_("What was answered?"), choices=list(PARTICIPATION.items()), widget=forms.RadioSelect
    )
    spoken_by = SafeTextField(
        label=_("Who speaks for the citizen?"),
        max_length=120,
        required=False,
        help_text=_("Only where it is not the citizen: daughter, guardian. No name."),
    )

    def __init__(
        self, *args: Any, sites: list[tuple[str, str]], residents: list[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "site", sites)
        offer(self, "resident", [("", str(_("– not on a list –"))), *residents])
        if not residents:
            del self.fields["resident"]


class AnswerForm(PageForm):
    """What the citizen has now answered."""

    state = forms.ChoiceField(
        label=_("What was answered?"), choices=list(PARTICIPATION.items()), widget=forms.RadioSelect
    )
    spoken_by = SafeTextField(label=_("Who speaks for the citizen?"), max_length=120, required=False)
    note = SafeTextField(label=_("A note"), max_length=300, required=False)
