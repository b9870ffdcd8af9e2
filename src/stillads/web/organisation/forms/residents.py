"""Residents of a unit."""

from django.utils.translation import gettext_lazy as _

from stillads.web.shell.fields import LongTextField
from stillads.web.shell.forms import PageForm


class ResidentsForm(PageForm):
    """Names, one a line."""

    names = LongTextField(
        label=_("Who lives here?"),
        rows=6,
        help_text=_(
            "One name a line. You can paste a whole list; those who stand there already are not added twice."
        ),
    )


class LeftForm(PageForm):
    """Only the button."""
