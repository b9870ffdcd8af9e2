"""A shared phone in the hand: tap your name, type your code, and pass it on."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from stillads.kernel.clock import now, today
from stillads.kernel.rules import NotFound
from stillads.organisation.actions.codes import choose_code, sign_in_on_phone
from stillads.organisation.actions.devices import claim_device
from stillads.organisation.queries.phones import Phone, PhonePerson, people_of_phone, phone_to_claim
from stillads.web.shell import phone as hand
from stillads.web.shell.access import PageRequest, public_page
from stillads.web.shell.address import client_address
from stillads.web.shell.forms import run

from ..forms import CodeForm, NewCodeForm

_ENROLLED = public_page("the phone proves itself by its cookie, the person by their code")


@never_cache
@_ENROLLED
def front(request: PageRequest) -> HttpResponse:
    """Who are you? The names of the unit, as buttons; or that this phone is not enrolled."""
    phone = hand.phone_of(request)
    if phone is None:
        return render(request, "account/phone_unknown.html")
    people = people_of_phone(phone.id, on=today())
    in_hand = hand.viewer_in_hand(request)
    return render(
        request,
        "account/phone.html",
        {"phone": phone, "people": people, "in_hand": in_hand, "next": request.GET.get("next", "")},
    )


@never_cache
@_ENROLLED
def code(request: PageRequest, person: str) -> HttpResponse:
    """The code of the one who was tapped."""
    phone = hand.phone_of(request)
    if phone is None:
        return render(request, "account/phone_unknown.html")
    one = _one_of(phone, person)
    after = request.GET.get("next", "") or request.POST.get("next", "")
    form = CodeForm(request.POST or None)
    if request.method == "POST":
        signed = run(form, lambda data: _try(phone, person, data))
        if signed:
            hand.sign_in(request, phone, signed.person, must_choose=signed.must_choose)
            return redirect(
                "account:phone_code_new" if signed.must_choose else hand.safe_next(request, after)
            )
    return render(
        request, "account/phone_code.html", {"phone": phone, "one": one, "form": form, "next": after}
    )


def _try(phone: Phone, person: str, data: dict[str, Any]) -> Any:
    return sign_in_on_phone(device_id=phone.id, person=person, code=data["code"], at=now())


def _one_of(phone: Phone, person: str) -> PhonePerson:
    found = [one for one in people_of_phone(phone.id, on=today()) if one.public_id == person]
    if not found:
        raise NotFound(_("There is no such person."))
    return found[0]


@never_cache
@_ENROLLED
def new_code(request: PageRequest) -> HttpResponse:
    """The start code opens only this page: choose your own."""
    viewer = hand.viewer_in_hand(request)
    if viewer is None or not hand.must_choose(request):
        return redirect("account:phone")
    form = NewCodeForm(request.POST or None)
    if request.method == "POST":

        def act(data: dict[str, Any]) -> bool:
            choose_code(code=data["code"], viewer=viewer, at=now())
            return True

        if run(form, act):
            hand.chose(request)
            return redirect("/")
    return render(request, "account/phone_code_new.html", {"form": form, "name": viewer.name})


@require_POST
@_ENROLLED
def done(request: PageRequest) -> HttpResponse:
    """The phone goes to the next."""
    hand.sign_out(request)
    return redirect("account:phone")


@never_cache
@public_page("the link is good once and for half an hour")
def claim(request: HttpRequest, token: str) -> HttpResponse:
    """The manager's link, opened on the phone. Opening shows; only the button enrols."""
    phone = phone_to_claim(token, at=now())
    if request.method == "POST":
        secret = claim_device(token=token, at=now(), address=client_address(request))
        request.session.flush()
        response = redirect(reverse("account:phone"))
        hand.remember(response, secret)
        return response
    status = 200 if phone else 404
    return render(request, "account/phone_claim.html", {"phone": phone}, status=status)
