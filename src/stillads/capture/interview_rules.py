"""What holds for notes of conversations and for the passages taken from them."""

import re
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from stillads.kernel.rules import Invalid, NotFound, type_reason
from stillads.organisation.models import Person
from stillads.playbooks.kinds.interview import Interview

from .lookup import definition_of
from .models import Deployment, Entry

SESSION, PASSAGE = "session", "passage"
_WORD = re.compile(r"\w+")


def interview_of(deployment: Deployment) -> Interview:
    """What the playbook says of it; NotFound where the deployment is another kind of instrument."""
    definition = definition_of(deployment)
    if not isinstance(definition, Interview):
        raise NotFound(_("There is nothing here by that name."))
    return definition


def living(deployment: Deployment, form: str) -> list[Entry]:
    """The registrations of a form that nobody has taken back, the oldest first. One query."""
    rows = Entry.objects.filter(deployment=deployment, form=form, voided_by__isnull=True)
    return list(rows.select_related("actor").order_by("occurred_at", "pk"))


def root_of(session: Entry) -> str:
    """The name that a session keeps when its notes are corrected: passages hang on it."""
    return session.subject or session.public_id


def check_passage(answers: Mapping[str, Any]) -> None:
    """What may be quoted needs a role; a role is never the name of somebody in the house. Raises Invalid."""
    role = str(answers.get("by_whom", "")).strip()
    errors: dict[str, type_reason] = {}
    if answers.get("may_quote") == "yes" and not role:
        errors["by_whom"] = _("Write a role, for example “relative” or “night shift”: a quote needs one.")
    if role and _is_a_name(role):
        errors["by_whom"] = _("That is a name. Write a role, for example “relative” or “night shift”.")
    if errors:
        raise Invalid(errors)


def _is_a_name(role: str) -> bool:
    """The whole name of somebody in the house, or a part of it that is written with a capital letter."""
    words = {word for word in _WORD.findall(role) if word[:1].isupper() and len(word) > 1}
    if not words:
        return False
    said = {word.lower() for word in _WORD.findall(role)}
    names = [set(_WORD.findall(name)) for name in Person.objects.values_list("name", flat=True)]
    whole = any(name and {word.lower() for word in name} <= said for name in names)
    return whole or (len(said) <= 2 and any(words & name for name in names))
