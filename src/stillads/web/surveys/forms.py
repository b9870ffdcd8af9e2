"""Forms of those who see to a survey."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from stillads.capture.actions.surveys.declining import DECLINED
from stillads.web.shell.fields import DayField, SafeTextField
from stillads.web.shell.forms import PageForm, offer

CHANNELS = {
    "staff": _("In a conversation"),
    "email": _("By e-mail, with a link of their own"),
    "letter": _("On paper, with a link of their own"),
    "paper": _("With a printed questionnaire"),
}
KINDS = {
    "open": _("A link to send round"),
    "poster": _("A poster with a code to scan"),
    "kiosk": _("A tablet on which one after another answers"),
}


class MedForm(PageForm):
    """The day on which MED agreed the guidelines."""

    med_agreed_on = DayField(label=_("When did MED agree the guidelines for the survey?"))


class ChannelForm(PageForm):
    """How one who is asked is reached."""

    channel = forms.ChoiceField(label=_("How are they asked?"), widget=forms.RadioSelect)
    email = forms.EmailField(
        label=_("E-mail address"), required=False, help_text=_("Only where they are asked by e-mail.")
    )

    def __init__(self, *args: Any, channels: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "channel", [(key, str(CHANNELS[key])) for key in channels])


class DeclineForm(PageForm):
    """Why somebody does not answer this time."""

    why = forms.ChoiceField(label=_("Why?"), widget=forms.RadioSelect, choices=list(DECLINED.items()))


class LinkForm(PageForm):
    """A link that many answer by."""

    kind = forms.ChoiceField(label=_("What shall it be?"), widget=forms.RadioSelect)
    name = SafeTextField(
        label=_("Where does it hang or stand?"), max_length=80, required=False,
        help_text=_("For example: by the coffee machine on the first floor."),
    )  # fmt: skip
    expires_on = DayField(
        label=_("Until when?"),
        required=False,
        help_text=_("Left empty, it is good as long as the survey runs."),
    )

    def __init__(self, *args: Any, kinds: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "kind", [(key, str(KINDS[key])) for key in kinds])
