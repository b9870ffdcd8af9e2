"""One register on the phone: tap, answer a little more where that is wanted, take back."""

from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_POST

from stillads.capture.actions.entries import Said, register, void
from stillads.capture.actions.temp_links import check_temps_pace
from stillads.capture.moments import Told, occurred
from stillads.capture.queries.tapping import TapPage, tap_page
from stillads.kernel.clock import now, today
from stillads.kernel.rules import RuleError
from stillads.playbooks.format.answers import type_raw
from stillads.playbooks.kinds.register import EVENT
from stillads.web.shell.access import PageRequest
from stillads.web.shell.answering import AnswerForm, sent
from stillads.web.shell.forms import run

from ..forms import TapForm
from ..hand import owner_of, register_page
from ..presenters.tap import tap_view


@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(private=True, no_cache=True)
@register_page
def tap(request: PageRequest, deployment: str) -> HttpResponse:
    """`/registrer/<name>/`: the buttons. A tap is a POST; without a script the page comes again with what was saved."""
    shown = tap_page(deployment=deployment, viewer=request.viewer, day=today())
    if request.method != "POST" and shown.moved:
        return redirect("register:tap", shown.moved)
    form = TapForm(request.POST or None, page=shown)
    if request.method == "POST":
        if shown.items:
            return _ask_more(request, shown, form)
        if saved := run(form, lambda data: _save(request, shown, data, {EVENT: [data["event"]]})):
            return _back(shown, saved)
    more = AnswerForm(items=shown.items, offered=shown.offered) if shown.items else None
    context = {
        "page": tap_view(shown, today()), "form": form, "more": more, "owner": owner_of(request),
        "saved": request.GET.get("gemt", ""), "taps": shown,
    }  # fmt: skip
    answer = render(request, "register/tap.html", context, status=422 if form.is_bound else 200)
    if request.method == "GET" and not request.GET:
        answer["X-Stillads-Keep"] = "1"
    return answer


def _ask_more(request: PageRequest, shown: TapPage, form: TapForm) -> HttpResponse:
    """Without a script the few extra questions have a page of their own."""
    if not form.is_valid():
        messages.error(request, " ".join(str(text) for texts in form.errors.values() for text in texts))
        return redirect("register:tap", deployment=shown.deployment)
    kept = {key: form.cleaned_data[key] for key in ("event", "participant", "days_back", "clock")}
    return redirect(f"{reverse('register:more', args=[shown.deployment])}?{urlencode(kept)}")


@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(private=True, no_cache=True)
@register_page
def more(request: PageRequest, deployment: str) -> HttpResponse:
    """What is asked after a tap."""
    shown = tap_page(deployment=deployment, viewer=request.viewer, day=today())
    posted = request.method == "POST"
    tapped = TapForm((request.POST if posted else request.GET) or None, page=shown)
    if not shown.items or not tapped.is_valid():
        return redirect("register:tap", deployment=deployment)
    form = AnswerForm(**sent(request), items=shown.items, offered=shown.offered)
    if posted:

        def act(data: dict[str, Any]) -> str:
            said = {**tapped.cleaned_data, "idempotency_key": data["idempotency_key"]}
            return _save(request, shown, said, {**form.raw, EVENT: [tapped.cleaned_data["event"]]})

        if saved := run(form, act):
            return _back(shown, saved)
    context = {
        "form": form, "taps": shown, "kept": tapped.cleaned_data,
        "heading": dict(shown.buttons)[tapped.cleaned_data["event"]],
    }  # fmt: skip
    return render(request, "register/more.html", context, status=422 if form.errors else 200)


def _save(request: PageRequest, shown: TapPage, data: dict[str, Any], raw: type_raw) -> str:
    at = now()
    check_temps_pace(request.viewer, at)
    said = Said(
        form=EVENT,
        raw=raw,
        key=data["idempotency_key"],
        participant=data["participant"],
        occurred_at=_when(data, at),
        as_sent=f"{data['days_back']} {data['clock']}",
    )
    return register(deployment=shown.deployment, said=said, viewer=request.viewer, at=at).entry.public_id


def _when(data: dict[str, Any], at: datetime) -> datetime:
    return occurred(Told(at, data["days_back"], data["clock"]))


def _back(shown: TapPage, saved: str) -> HttpResponse:
    return redirect(f"{reverse('register:tap', args=[shown.deployment])}?gemt={saved}")


@require_POST
@register_page
def undo(request: PageRequest, deployment: str) -> HttpResponse:
    """Takes one of my own back."""
    try:
        void(
            entry=request.POST.get("entry", ""),
            reason=_("Undone on the phone"),
            viewer=request.viewer,
            at=now(),
        )
        messages.success(request, _("Taken back. It no longer counts."))
    except RuleError as refused:
        messages.error(request, str(refused.reason))
    return redirect("register:tap", deployment=deployment)
