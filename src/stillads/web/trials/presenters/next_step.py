"""The one thing to do next on a trial's page: its primary button."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from stillads.kernel.clock import today
from stillads.trials.queries.trial_page import TrialPage

from .frame import address


@dataclass(frozen=True, slots=True)
class NextStep:
    """A button: words, address, and why it cannot be pressed now."""

    label: str
    url: str
    refused: object = None


def next_step(page: TrialPage) -> NextStep | None:
    """What the trial is waiting for; None where there is nothing for the viewer to do."""
    phase = page.phase
    if page.state in {"merged", "dropped"}:
        return None
    if phase is None:
        url = reverse("trials:plan", args=[page.public_id])
        return NextStep(_("Plan it into a round"), url, page.edit_refusal)
    ids = [page.public_id, phase.public_id]
    if phase.state == "draft" and today() >= phase.start:
        label = _("Write why nothing was predicted")
        return NextStep(label, reverse("trials:without", args=ids), page.edit_refusal)
    if phase.state == "draft":
        return NextStep(_("Write the prediction"), reverse("trials:prediction", args=ids), page.edit_refusal)
    if phase.state in {"ready", "running"}:
        refused = None if page.may_log else _("The trial does not run in your unit.")
        return NextStep(_("Write in the log"), reverse("trials:log", args=ids), refused)
    evaluation = address("evaluation:page", phase.public_id)
    if phase.state == "evaluating" and evaluation:
        return NextStep(_("Write the evaluation"), evaluation)
    if phase.state in {"evaluated", "decided"} and page.edit_refusal is None:
        return NextStep(_("Draft the next phase"), reverse("trials:next", args=ids))
    return None
