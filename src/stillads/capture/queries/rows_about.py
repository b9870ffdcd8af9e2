"""Rows about a citizen that work with an instrument (cases, wishes), with all that a line in a list shows."""

from typing import TypeVar

from django.db.models import QuerySet

from stillads.playbooks.models import Playbook

from ..models import Case, Deployment, Wish

R = TypeVar("R", Case, Wish)

_WITH = (
    "participant", "deployment__unit", "deployment__phase_site__phase__trial",
    "deployment__instrument__version__playbook",
)  # fmt: skip


def with_place(rows: QuerySet[R], *more: str) -> QuerySet[R]:
    """The rows with whom and where they are about (and `more` relations), and what the citizen has answered.

    Two queries however many there are.
    """
    shown = rows.select_related(*_WITH, *more).prefetch_related("participant__states")
    return shown.defer("deployment__instrument__version__content")


def trial_title(place: Deployment) -> str:
    """The trial that an instrument is at work in; in daily operation the playbook's own title."""
    if place.phase_site is not None:
        return place.phase_site.phase.trial.title
    playbook: Playbook = place.instrument.version.playbook
    return playbook.title
