"""What becomes of a trial's ideas when the trial ends, is merged or begins again."""

from datetime import datetime

from django.utils.translation import gettext as _

from stillads.ideas.actions.choose import mark_chosen, move_to_trial, release
from stillads.ideas.actions.tell import tell_givers
from stillads.ideas.states import OPEN
from stillads.kernel.viewer import Viewer

from ..models import Trial


def let_ideas_go(trial: Trial, *, begun: bool, reason: str, viewer: Viewer, at: datetime) -> None:
    """The trial is dropped: ideas that were never tried are considered anew, of the others it is told why."""
    if begun:
        tell_givers(
            ideas=list(trial.ideas.all()),
            headline=_("The trial of your idea has been stopped"),
            text=_("The trial “%(trial)s” goes no further, because:") % {"trial": trial.title}
            + f"\n\n{reason.strip()}",
            dedup_key=f"dropped:{trial.public_id}:{trial.version}",
            viewer=viewer,
            at=at,
        )
        return
    for idea in trial.ideas.filter(trial_key=trial.public_id):
        release(idea=idea, reason=reason, viewer=viewer, at=at)


def choose_ideas_again(trial: Trial, *, viewer: Viewer, at: datetime) -> None:
    """The trial is taken up again: its ideas that nothing else has become of are chosen once more."""
    for idea in trial.ideas.filter(state__in=OPEN):
        mark_chosen(idea=idea, trial_title=trial.title, trial_key=trial.public_id, viewer=viewer, at=at)


def bring_ideas_along(trial: Trial, target: Trial, *, viewer: Viewer, at: datetime) -> None:
    """The trial is merged into `target`: its ideas go along."""
    target.ideas.add(*trial.ideas.all())
    for idea in trial.ideas.filter(trial_key=trial.public_id):
        move_to_trial(idea=idea, trial_title=target.title, trial_key=target.public_id, viewer=viewer, at=at)
