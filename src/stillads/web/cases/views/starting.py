"""A case begins; and the flow as the playbook draws it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from stillads.capture.actions.cases.starting import start_case
from stillads.capture.permissions import REGISTER
from stillads.capture.queries.instruments import instrument_at
from stillads.capture.queries.open_instruments import open_instruments
from stillads.kernel.clock import now, today
from stillads.playbooks.kinds.case import START, Case
from stillads.web.shell.access import PageRequest, page
from stillads.web.shell.answering import sent
from stillads.web.shell.form_page import FormText, form_page
from stillads.web.shell.participants import AboutForm

from ..presenters.flow import drawn_flow


@page(REGISTER)
def places(request: PageRequest) -> HttpResponse:
    """Which flow, and where; straight on where there is one."""
    rows = [
        row
        for row in open_instruments(viewer=request.viewer, day=today(), also_closed=True)
        if row.kind == "case"
    ]
    open_rows = [row for row in rows if not row.closed]
    if len(open_rows) == 1 and len(rows) == 1:
        return redirect("cases:start", open_rows[0].deployment)
    return render(request, "cases/places.html", {"heading": _("Start a case"), "rows": rows})


@page(REGISTER)
def start(request: PageRequest, deployment: str) -> HttpResponse:
    """Whose case, and what the playbook asks at its start."""
    held = instrument_at(deployment=deployment, kind="case", viewer=request.viewer, day=today())
    form = AboutForm(
        **sent(request), items=held.definition.forms()[START], people=held.people, offered=held.offered
    )
    text = FormText(
        title=_("Start a case: %(title)s") % {"title": held.definition.title},
        button=_("Start the case"),
        back=(reverse("cases:list"), _("Cases")),
        answer=f"{held.unit_name}. {held.definition.what}",
        said=_("The case has begun."),
        refused=held.closed
        or (None if held.people else _("Nobody takes part here yet. Enrol somebody first.")),
    )

    def act(data: dict[str, Any]) -> str:
        case = start_case(
            deployment=deployment, participant=data["participant"], raw=form.raw,
            idempotency_key=data["idempotency_key"], viewer=request.viewer, at=now(),
        )  # fmt: skip
        return reverse("cases:case", args=[case.public_id])

    return form_page(request, form, text, act, template="shell/answer_form.html")


@page(REGISTER)
def drawing(request: PageRequest, deployment: str) -> HttpResponse:
    """The new way, and the old one beside it."""
    held = instrument_at(deployment=deployment, kind="case", viewer=request.viewer, day=today())
    flow = held.definition
    assert isinstance(flow, Case)  # noqa: S101  (asked for by kind)
    drawn = drawn_flow(flow)
    context = {"heading": flow.title, "held": held, "flow": flow, "drawn": drawn}
    return render(request, "cases/drawing.html", context)
