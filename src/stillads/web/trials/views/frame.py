"""What the views of a trial share: the trial, its phase, the context of their pages."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from stillads.kernel.rules import NotFound
from stillads.trials.queries.phases import PhaseView
from stillads.trials.queries.trial_page import TrialPage, trial_page
from stillads.web.shell.access import PageRequest
from stillads.web.shell.form_page import FormText

from ..presenters.frame import TONES, tabs


def trial_of(request: PageRequest, trial: str) -> TrialPage:
    """The trial as the viewer may see it; NotFound where there is none."""
    return trial_page(trial, viewer=request.viewer)


def phase_in(page: TrialPage, phase: str) -> PhaseView:
    """One of the trial's phases; NotFound where it is not one of them."""
    found = next((each for each in page.phases if each.public_id == phase), None)
    if found is None:
        raise NotFound(_("There is nothing here by that name."))
    return found


def with_phase(request: PageRequest, trial: str, phase: str) -> tuple[TrialPage, PhaseView]:
    """The trial and one of its phases."""
    page = trial_of(request, trial)
    return page, phase_in(page, phase)


def context(page: TrialPage, here: str, **more: Any) -> dict[str, Any]:
    """What the templates of a trial all read."""
    return {
        "trial": page,
        "tabs": tabs(page, here),
        "tone": TONES[page.state],
        "locked_out": page.edit_refusal,
        "may_edit": page.edit_refusal is None,
        **more,
    }


def words(
    page: TrialPage, title: str, button: str, *, to: str = "", said: str = "", answer: str = "", **more: Any
) -> FormText:
    """The words of one of the trial's forms; back to the trial, or to `to`. The button says a refusal."""
    back = to or reverse("trials:trial", args=[page.public_id])
    refused = more.pop("refused", page.edit_refusal)
    return FormText(
        title=title,
        button=button,
        back=(back, page.title),
        said=said or _("Saved."),
        answer=answer,
        refused=refused,
        **more,
    )


def phase_url(name: str, page: TrialPage, phase: PhaseView, *more: str) -> str:
    """The address of one of the phase's pages."""
    return reverse(f"trials:{name}", args=[page.public_id, phase.public_id, *more])
