"""An idea becomes (part of) a trial: called by `trials`, in the transaction that makes the trial."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from stillads.kernel.viewer import Viewer

from ..finding import idea_by
from ..models import Idea
from ..states import S
from .step import take_step
from .tell import tell_givers


def mark_chosen(*, idea: Idea | str, viewer: Viewer, at: datetime, trial_title: str, trial_key: str) -> Idea:
    """The idea is chosen for the trial `trial_key` (its public id), and the givers are told.

    Chosen already: nothing happens, for an idea may be part of several trials. Who may begin a trial
    is the calling room's rule. Raises RuleError for an idea that was declined, merged or split.
    """
    with transaction.atomic():
        found = idea_by(idea if isinstance(idea, str) else idea.public_id)
        if found.state == S.CHOSEN:
            return found
        found.trial_key, found.trial_title = trial_key[:40], trial_title[:200]
        take_step(found, S.CHOSEN, viewer=viewer, at=at, data={"trial": trial_key})
        tell_givers(
            ideas=[found],
            headline=_("Your idea has been chosen"),
            text=_(
                "It becomes a trial: “%(trial)s”. We try it out in practice, and tell you when it begins "
                "and what we learn."
            )
            % {"trial": trial_title},
            dedup_key=f"chosen:{trial_key}",
            viewer=viewer,
            at=at,
        )
    return found


def release(*, idea: Idea | str, reason: str, viewer: Viewer, at: datetime) -> Idea:
    """The trial came to nothing before it began: the idea is considered anew, and the givers are told why.

    Who may end a trial is the calling room's rule. Raises RuleError (field reason) where it says too little.
    """
    with transaction.atomic():
        found = idea_by(idea if isinstance(idea, str) else idea.public_id)
        found.trial_key = found.trial_title = ""
        take_step(found, S.CONSIDERED, reason=reason, viewer=viewer, at=at)
        headline = _("Your idea is being considered again")
        tell_givers(
            ideas=[found], headline=headline, text=reason, dedup_key=f"release:{found.version}",
            viewer=viewer, at=at,
        )  # fmt: skip
    return found


def move_to_trial(
    *, idea: Idea | str, viewer: Viewer, at: datetime, trial_title: str, trial_key: str
) -> Idea:
    """The idea's trial was merged into `trial_key`, where the idea lives on; the givers are told."""
    with transaction.atomic():
        found = idea_by(idea if isinstance(idea, str) else idea.public_id)
        found.trial_key, found.trial_title = trial_key[:40], trial_title[:200]
        found.save(update_fields=["trial_key", "trial_title"])
        tell_givers(
            ideas=[found],
            headline=_("Your idea goes on in another trial"),
            text=_("Two trials have become one: “%(trial)s”. Your idea is part of it.")
            % {"trial": trial_title},
            dedup_key=f"moved:{trial_key}",
            viewer=viewer,
            at=at,
        )
    return found
