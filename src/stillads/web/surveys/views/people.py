"""Who is asked in a round and who is missing; how one is asked; who does not answer this time."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from stillads.capture.actions.surveys.declining import decline
from stillads.capture.actions.surveys.sending import choose_channel, handed_out
from stillads.capture.permissions import REGISTER
from stillads.capture.queries.surveys.asked import asked_in, asked_one, slips
from stillads.kernel.clock import now
from stillads.kernel.rules import RuleError
from stillads.web.shell.access import PageRequest, page
from stillads.web.shell.form_page import FormText, form_page

from ..forms import ChannelForm, DeclineForm
from ..presenters import staff
from .qr import qr


@require_safe
@page(REGISTER)
def show(request: PageRequest, wave: str) -> HttpResponse:
    """`…/runde/<wave>/`: hvem mangler."""
    row = asked_in(wave=wave, viewer=request.viewer)
    people = [
        (person, staff.name_of(person), *staff.state_of(person), staff.how(person)) for person in row.people
    ]
    context = {
        "page": row,
        "people": people,
        "answer": staff.missing_answer(row),
        "forgotten": staff.forgotten(row.addresses_go_on) if row.addresses_go_on else "",
        "talks": "staff" in row.survey.channels,
        "letters": any(person.channel == "letter" and person.missing for person in row.people),
        "unsent": any(
            person.channel in {"letter", "paper"} and person.missing and not person.sent
            for person in row.people
        ),
    }
    return render(request, "surveys/people.html", context)


@page(REGISTER)
def channel(request: PageRequest, asked: str) -> HttpResponse:
    """How one of them is asked."""
    row = asked_one(asked=asked, viewer=request.viewer)
    ways = (
        ["email", "letter", "paper"]
        if row.anonymous or not row.can_talk
        else ["staff", "email", "letter", "paper"]
    )
    form = ChannelForm(
        request.POST or None,
        channels=ways,
        initial={"channel": row.person.channel, "email": row.person.email},
    )
    text = FormText(
        title=_("How is %(name)s asked?") % {"name": staff.name_of(row.person)},
        button=_("Save"),
        back=(reverse("asking:people", args=[row.wave]), _("Who is missing?")),
        answer=staff.forgotten(row.addresses_go_on),
        said=_("Saved."),
    )
    return form_page(
        request,
        form,
        text,
        lambda data: choose_channel(
            asked=asked, channel=data["channel"], email=data["email"], viewer=request.viewer, at=now()
        ),
    )


@page(REGISTER)
def no_answer(request: PageRequest, asked: str) -> HttpResponse:
    """Somebody does not answer this time."""
    row = asked_one(asked=asked, viewer=request.viewer)
    text = FormText(
        title=_("%(name)s does not answer this time") % {"name": staff.name_of(row.person)},
        button=_("Save"),
        back=(reverse("asking:people", args=[row.wave]), _("Who is missing?")),
        answer=_(
            "They get no more reminders in this round. "
            "In the next one they are asked again, unless you write otherwise."
        ),
        said=_("Saved. They are not reminded again in this round."),
    )
    return form_page(
        request,
        DeclineForm(request.POST or None),
        text,
        lambda data: decline(asked=asked, why=data["why"], viewer=request.viewer, at=now()),
    )


@require_POST
@page(REGISTER)
def hand_out(request: PageRequest, wave: str) -> HttpResponse:
    """What was printed has been handed out."""
    try:
        noted = handed_out(wave=wave, viewer=request.viewer, at=now())
        said = ngettext("%(n)d is noted as handed out.", "%(n)d are noted as handed out.", noted)
        messages.success(request, said % {"n": noted})
    except RuleError as refused:
        messages.error(request, str(refused.reason))
    return redirect("asking:people", wave)


@require_safe
@page(REGISTER)
def letters(request: PageRequest, wave: str) -> HttpResponse:
    """A slip with an own link for each who is asked on paper."""
    row = asked_in(wave=wave, viewer=request.viewer)
    found = [
        (
            slip,
            _("Relative of %(name)s") % {"name": slip.name} if slip.relative else slip.name,
            qr(slip.address),
        )
        for slip in (slips(wave=wave, channel="letter", viewer=request.viewer) if not row.cannot_ask else ())
    ]
    return render(request, "surveys/letters.html", {"page": row, "slips": found})
