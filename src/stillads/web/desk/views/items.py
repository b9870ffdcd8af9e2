"""One copy, as its label's code leads to it: lent and given back here."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from stillads.capture.actions.desk.items import set_item_state
from stillads.capture.actions.desk.loans import give_back as take_in
from stillads.capture.actions.desk.loans import lend
from stillads.capture.permissions import REGISTER
from stillads.capture.queries.choices import participants_at
from stillads.capture.queries.desk.shelf import ItemPage, item_page
from stillads.kernel.clock import now, today
from stillads.kernel.dates import format_date, format_weekday
from stillads.web.shell.access import PageRequest, page
from stillads.web.shell.form_page import FormText, form_page

from ..forms import LendForm, ReturnForm, StateForm
from ..presenters.shelf import item_line, loan_line


@page(REGISTER)
def item(request: PageRequest, item: str) -> HttpResponse:
    """Where it is, and the one tap that lends it."""
    held = item_page(item=item, viewer=request.viewer, day=today())
    free = held.item.state == "in"
    people = participants_at(deployment=held.place.deployment, viewer=request.viewer) if free else []
    text = FormText(
        title=held.item.label,
        button=_("Hand it out") if held.for_good else _("Lend it"),
        back=(reverse("desk:shelf", args=[held.place.deployment]), _("The shelf")),
        answer=_answer(held),
        said=_said(held),
        refused=None if free else _("It does not stand on the shelf."),
    )
    form = LendForm(request.POST or None, participants=people, initial={"version": held.item.version})

    def act(data: dict[str, Any]) -> object:
        return lend(
            item=item, due_on=data["due_on"], called=data["called"],
            participant=data.get("participant", ""), version=data["version"],
            key=data["idempotency_key"], viewer=request.viewer, at=now(),
        )  # fmt: skip

    loan = loan_line(held.item.loan, held.place) if held.item.loan else None
    context = {"page": held, "line": item_line(held.item), "loan": loan, "free": free}
    return form_page(request, form, text, act, template="desk/item.html", context=context)


@page(REGISTER)
def give_back(request: PageRequest, item: str) -> HttpResponse:
    """It has come back, in some condition; who waited for it is named."""
    held = item_page(item=item, viewer=request.viewer, day=today())
    text = FormText(
        title=_("%(label)s is back") % {"label": held.item.label},
        button=_("Take it in"),
        back=(reverse("desk:item", args=[item]), held.item.label),
        said=_("It is taken in."),
        refused=None if held.item.loan else _("It is not lent."),
    )

    def act(data: dict[str, Any]) -> object:
        done = take_in(item=item, condition=data["condition"], viewer=request.viewer, at=now())
        for one in done.offered:
            messages.info(request, _("%(who)s has waited for it: call.") % {"who": one.called})
        return done

    return form_page(request, ReturnForm(request.POST or None), text, act)


@page(REGISTER)
def set_state(request: PageRequest, item: str) -> HttpResponse:
    """Cleaned, repaired, or gone."""
    held = item_page(item=item, viewer=request.viewer, day=today())
    text = FormText(
        title=_("How is %(label)s?") % {"label": held.item.label},
        button=_("Save"),
        back=(reverse("desk:item", args=[item]), held.item.label),
        said=_("Saved."),
        refused=_("It is lent. Take it back first.") if held.item.loan else None,
    )
    form = StateForm(request.POST or None, initial={"state": held.item.state, "version": held.item.version})

    def act(data: dict[str, Any]) -> object:
        return set_item_state(
            item=item, state=data["state"], version=data["version"], viewer=request.viewer, at=now()
        )

    return form_page(request, form, text, act)


def _answer(held: ItemPage) -> str:
    loan = held.item.loan
    if loan is not None and loan.due_on is not None:
        return _("Lent since %(since)s, to be back by %(due)s.") % {
            "since": format_date(loan.lent_on, year=False),
            "due": format_date(loan.due_on),
        }
    if loan is not None:
        return _("Handed out for good on %(day)s.") % {"day": format_date(loan.lent_on)}
    if held.item.state != "in":
        return _("It does not stand on the shelf: %(state)s.") % {"state": item_line(held.item).state}
    if held.due_on is None:
        return _("On the shelf. It is handed out for good, without application.")
    return _("On the shelf. Lent today it is to be back by %(day)s, without application.") % {
        "day": format_weekday(held.due_on)
    }


def _said(held: ItemPage) -> str:
    if held.due_on is None:
        return _("Handed out. It need not come back.")
    return _("Lent. It is to be back by %(day)s, where nothing else was said.") % {
        "day": format_weekday(held.due_on)
    }
