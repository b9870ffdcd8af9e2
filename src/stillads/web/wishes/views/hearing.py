"""A wish is heard: who, what; one page, one button."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from stillads.capture.actions.wishes import hear_wish
from stillads.capture.permissions import REGISTER
from stillads.capture.queries.instruments import instrument_at
from stillads.capture.queries.open_instruments import open_instruments
from stillads.kernel.clock import now, today
from stillads.kernel.dates import format_date
from stillads.web.shell.access import PageRequest, page
from stillads.web.shell.form_page import FormText, form_page
from stillads.web.shell.participants import AboutForm


@page(REGISTER)
def places(request: PageRequest) -> HttpResponse:
    """Where a wish can be written down; straight on where there is one place."""
    rows = [
        row
        for row in open_instruments(viewer=request.viewer, day=today(), also_closed=True)
        if row.kind == "wishes"
    ]
    open_rows = [row for row in rows if not row.closed]
    if len(open_rows) == 1:
        return redirect("wishes:hear", open_rows[0].deployment)
    return render(request, "wishes/places.html", {"heading": _("Hear a wish"), "rows": rows})


@page(REGISTER)
def hear(request: PageRequest, deployment: str) -> HttpResponse:
    """Whose wish, what it is, and for whom it was said. A citizen chosen beforehand comes as `?borger=`."""
    held = instrument_at(deployment=deployment, kind="wishes", viewer=request.viewer, day=today())
    form = AboutForm(
        request.POST or None,
        items=held.definition.forms()["heard"],
        people=held.people,
        given={"participant": request.GET.get("borger", "")},
    )
    form.fields["participant"].label = _("Who wishes something?")
    text = FormText(
        title=_("Hear a wish"),
        button=_("Put it on the list"),
        back=(reverse("wishes:list"), _("Wishes")),
        answer=_("%(unit)s. The wish comes onto the citizen's list, and everybody on duty sees it.")
        % {"unit": held.unit_name},
        refused=held.closed
        or (None if held.people else _("Nobody takes part here yet. Enrol somebody first.")),
    )

    def act(data: dict[str, Any]) -> str:
        wish = hear_wish(
            deployment=deployment,
            participant=data["participant"],
            text="".join(form.raw.get("wish", ())),
            area="".join(form.raw.get("area", ())),
            on_behalf="".join(form.raw.get("on_behalf", ())),
            idempotency_key=data["idempotency_key"],
            viewer=request.viewer,
            at=now(),
        )
        said = _("Thank you. The wish is on the list. Act on it by %(day)s.") % {
            "day": format_date(wish.due_on)
        }
        messages.success(request, said)
        return reverse("wishes:list")

    return form_page(request, form, text, act, template="shell/answer_form.html")
