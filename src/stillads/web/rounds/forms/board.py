"""How the board is sorted, and which rows it shows."""

from django import forms
from django.utils.translation import gettext_lazy as _

SORTING = [("ball", _("who has the ball")), ("number", _("chapter number")), ("title", _("title"))]
SHOWN = [
    ("all", _("all trials")),
    ("mine", _("where I have the ball")),
    ("missing", _("where something is missing")),
]


class BoardForm(forms.Form):
    """Asked by GET; what cannot be read is left out."""

    sorter = forms.ChoiceField(label=_("Sorted by"), choices=SORTING)
    kun = forms.ChoiceField(label=_("Show"), choices=SHOWN)
