"""The legal basis of a trial."""

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from stillads.kernel.clock import now, today
from stillads.trials.actions.trials import set_legal_bases
from stillads.trials.permissions import EDIT
from stillads.web.shell.access import PageRequest, page
from stillads.web.shell.form_page import form_page

from ..forms.trial import LegalForm
from .frame import trial_of, words


@page(EDIT)
def legal(request: PageRequest, trial: str) -> HttpResponse:
    """Which provisions, and whether an exemption is needed."""
    found = trial_of(request, trial)
    initial = {
        "keys": [law.key for law in found.legal],
        "exemption": found.exemption,
        "exemption_note": found.exemption_note,
    }

    def act(data: dict[str, Any]) -> object:
        data.pop("idempotency_key")
        return set_legal_bases(trial=trial, **data, viewer=request.viewer, at=now())

    text = words(
        found,
        _("Legal basis"),
        _("Save"),
        answer=_("Most trials need no exemption. Say so, then nobody has to wonder."),
    )
    first, last = (found.phase.start, found.phase.end) if found.phase else (today(), today())
    form = LegalForm(request.POST or None, initial=initial, first=first, last=last)
    return form_page(request, form, text, act)
