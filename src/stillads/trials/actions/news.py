"""What those who gave the ideas hear while the trial runs."""

from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from stillads.ideas.actions.tell import tell_givers
from stillads.kernel.dates import format_date
from stillads.kernel.viewer import Viewer

from ..models import Phase

P = Phase.State

_NEWS: dict[str, tuple[str | Promise, str | Promise]] = {
    P.RUNNING: (
        _("Your idea is being tried out now"),
        _(
            "The trial “%(trial)s” has begun. It runs until %(end)s. After that we write down what we "
            "learned, and tell you."
        ),
    ),
    P.EVALUATED: (
        _("The trial of your idea has been evaluated"),
        _(
            "We have written down what we learned from the trial “%(trial)s”. Next it is talked over at "
            "the welfare meeting, and then it is decided what happens. We tell you when it is."
        ),
    ),
}


def tell_of_phase(phase: Phase, *, viewer: Viewer, at: datetime) -> None:
    """News of the state that `phase` has come to, once per phase; most states are no news."""
    if phase.state not in _NEWS:
        return
    headline, text = _NEWS[phase.state]
    tell_givers(
        ideas=list(phase.trial.ideas.all()),
        headline=str(headline),
        text=str(text) % {"trial": phase.trial.title, "end": format_date(phase.end)},
        dedup_key=f"phase:{phase.public_id}:{phase.state}",
        viewer=viewer,
        at=at,
    )
