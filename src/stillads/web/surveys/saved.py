"""What was noted a moment ago, in words, with the way to undo it."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from stillads.capture.queries.surveys.noted import just_noted
from stillads.capture.queries.surveys.overview import SurveyPage
from stillads.kernel.clock import now
from stillads.web.shell.access import PageRequest


@dataclass(frozen=True, slots=True)
class Saved:
    """The sentence, and where its undo is sent."""

    said: str
    undo: str


def just_saved(request: PageRequest, survey: SurveyPage) -> Saved | None:
    """Of the conversation that the address names (`?gemt=`), while it can be undone."""
    name = request.GET.get("gemt", "")
    noted = (
        just_noted(entry=name, deployment=survey.deployment, viewer=request.viewer, at=now())
        if name
        else None
    )
    if noted is None:
        return None
    said = [_("The conversation is saved.")]
    if noted.wish:
        said.append(_("The wish is on the list."))
    said.append(survey.survey.used_for)
    return Saved(" ".join(said), reverse("asking:undo", args=[survey.deployment, noted.entry]))
