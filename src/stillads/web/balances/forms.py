"""Why a movement on a card is taken back."""

from django.utils.translation import gettext_lazy as _

from stillads.web.shell.fields import LongTextField
from stillads.web.shell.forms import PageForm


class BackForm(PageForm):
    """The reason, which stays."""

    reason = LongTextField(label=_("Why is the movement taken back?"), rows=3, max_length=200)
