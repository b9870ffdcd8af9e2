"""Links that many answer by: made, hung up, closed."""

from urllib.parse import urlsplit

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from stillads.capture.actions.surveys.open_links import close_link, open_link
from stillads.capture.permissions import SET_UP
from stillads.capture.queries.surveys.overview import poster as poster_of
from stillads.capture.queries.surveys.overview import survey_page
from stillads.kernel.clock import now, today
from stillads.web.shell.access import PageRequest, page
from stillads.web.shell.form_page import FormText, form_page

from ..forms import LinkForm
from ..printing import poster_pdf
from .qr import qr, qr_svg


@page(SET_UP)
def make(request: PageRequest, deployment: str) -> HttpResponse:
    """A new link, poster or kiosk."""
    survey = survey_page(deployment=deployment, viewer=request.viewer, day=today())
    kinds = [kind for kind, reason in survey.cannot_link.items() if reason is None]
    back = reverse("asking:survey", args=[deployment])
    text = FormText(
        title=_("A way of answering for many"),
        button=_("Make it"),
        back=(back, survey.survey.title),
        answer=_("Everybody who has the link can answer. It can be closed again at any time."),
        said=_("It is made. Answers come in as soon as somebody uses it."),
        refused=None if kinds else next(iter(survey.cannot_link.values())),
    )
    form = LinkForm(request.POST or None, kinds=kinds)

    def act(data: dict[str, object]) -> str:
        made = open_link(
            deployment=deployment, kind=str(data["kind"]), name=str(data["name"]),
            expires_on=data["expires_on"],  # type: ignore[arg-type]  # a date or None
            idempotency_key=str(data["idempotency_key"]), viewer=request.viewer, at=now(),
        )  # fmt: skip
        return reverse("asking:poster", args=[made.public_id])

    return form_page(request, form, text, act)


@require_safe
@never_cache
@page(SET_UP)
def poster(request: PageRequest, link: str) -> HttpResponse:
    """The address, its code, and what to do with it; printed it is a poster."""
    view = poster_of(link=link, viewer=request.viewer, day=today())
    context = {"poster": view, "qr": qr(view.link.address), "path": urlsplit(view.link.address).path}
    return render(request, "surveys/poster.html", context)


@require_safe
@never_cache
@page(SET_UP)
def poster_file(request: PageRequest, link: str) -> HttpResponse:
    """The poster as a PDF on A4."""
    view = poster_of(link=link, viewer=request.viewer, day=today())
    pdf = poster_pdf(view, qr_svg(view.link.address), day=today())
    response = HttpResponse(pdf, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="plakat-{view.link.public_id}.pdf"'
    return response


@require_POST
@page(SET_UP)
def close(request: PageRequest, link: str) -> HttpResponse:
    """Nobody can answer by it any more."""
    view = poster_of(link=link, viewer=request.viewer, day=today())
    close_link(link=link, viewer=request.viewer, at=now())
    messages.success(request, _("It is closed. Whoever uses it now is told so."))
    return redirect("asking:survey", view.deployment)
