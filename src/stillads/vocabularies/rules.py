"""Who may change the words that law and profession fixed, and what a row must hold."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from stillads.kernel.rules import Denied, RuleError
from stillads.kernel.viewer import Viewer

# The policy registry lies above this room; it takes its permission `vocabularies.edit` from here.
EDITORS = frozenset({"administrator", "consultant"})


def check_can_edit(viewer: Viewer) -> None:
    """Consultants and administrators."""
    if not viewer.superuser and not viewer.has_role(*EDITORS):
        raise Denied(_("Only the development consultant or an administrator changes this list."))


def check_days(valid_from: date, valid_to: date | None) -> None:
    """Both days count."""
    if valid_to is not None and valid_to < valid_from:
        raise RuleError(_("The last day must not lie before the first."), field="valid_to")
