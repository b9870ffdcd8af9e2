"""Considering, parking and declining: what is said then is what the giver reads."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from stillads.kernel.viewer import Viewer

from ..finding import idea_by
from ..models import Idea
from ..rules import check_can_step
from ..states import S
from .step import take_step
from .tell import tell_givers


def consider(*, idea: str, reason: str = "", viewer: Viewer, at: datetime) -> Idea:
    """Somebody looks at it now. `reason` (may be empty) is told to the giver. Raises RuleError."""
    text = reason.strip() or _("We are looking at it now, and write again when we know more.")
    return _step(idea, S.CONSIDERED, reason, _("Your idea is being considered"), text, viewer, at)


def park(*, idea: str, reason: str, viewer: Viewer, at: datetime) -> Idea:
    """Not now. Raises RuleError (field reason) where it is not said why."""
    return _step(idea, S.PARKED, reason, _("Your idea has to wait"), reason, viewer, at)


def decline(*, idea: str, reason: str, viewer: Viewer, at: datetime) -> Idea:
    """No. Raises RuleError (field reason) where it is not said why."""
    return _step(idea, S.DECLINED, reason, _("We are not going on with your idea"), reason, viewer, at)


def _step(
    public_id: str, to: str, reason: str, headline: str, text: str, viewer: Viewer, at: datetime
) -> Idea:
    with transaction.atomic():
        found = idea_by(public_id)
        check_can_step(viewer, found, to)
        take_step(found, to, reason=reason, viewer=viewer, at=at)
        key = f"{to}:{found.version}"
        tell_givers(ideas=[found], headline=headline, text=text, dedup_key=key, viewer=viewer, at=at)
    return found
