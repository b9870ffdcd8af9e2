"""Answering by a link, at a kiosk or from a poster: one question at a time, back always possible."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from stillads.capture.actions.surveys.answering import Answered, answer_by_link
from stillads.capture.actions.surveys.declining import decline_by_link
from stillads.capture.actions.surveys.pace import TooManyError
from stillads.capture.queries.surveys.doors import DoorView, door
from stillads.kernel.clock import now, today
from stillads.kernel.rules import Invalid, RuleError
from stillads.web.shell.access import PageRequest, public_page
from stillads.web.shell.address import client_address
from stillads.web.shell.answering import AnswerForm, sent

from .. import draft
from ..draft import Draft
from ..presenters import doors
from ..steps import WHO, Step, shown, steps_of, told

_WHY = "the link is a secret of 144 bits, kept as a hash, good until a day"


@require_safe
@never_cache
@public_page(_WHY)
def start(request: PageRequest, token: str) -> HttpResponse:
    """`/svar/<token>/`: who asks, what for, and the button that begins."""
    view = door(token=token, day=today())
    if view is None or view.state != "open":
        return _closed(request, view)
    shown_page = {
        "door": view,
        "token": token,
        "promise": doors.promise(view),
        "begun": view.kind != "kiosk" and draft.has_begun(request),
        "count": len(steps_of(view.survey.items, asks_who=view.asks_who)),
    }
    response = render(request, "surveys/start.html", shown_page)
    return draft.forget(response, token) if view.kind == "kiosk" else response


@require_safe
@never_cache
@public_page(_WHY)
def restart(request: PageRequest, token: str) -> HttpResponse:
    """`/svar/<token>/forfra/`: forgets what was answered; the kiosk's way to the next person."""
    return draft.forget(redirect("surveys:answer", token), token)


@require_safe
@never_cache
@public_page(_WHY)
def thanks(request: PageRequest, token: str) -> HttpResponse:
    """`/svar/<token>/tak/`: it is saved, and what it is used for."""
    view = door(token=token, day=today())
    if view is None:
        return _closed(request, view)
    return render(request, "surveys/thanks.html", {"door": view, "token": token, "said": doors.thanks(view)})


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@public_page(_WHY)
def no_thanks(request: PageRequest, token: str) -> HttpResponse:
    """`/svar/<token>/nej-tak/`: somebody wants to be asked no more."""
    view = door(token=token, day=today())
    if view is None or view.kind != "personal" or view.state != "open":
        return _closed(request, view)
    done = request.method == "POST"
    if done:
        decline_by_link(token=token, at=now())
    response = _unlogged(
        render(request, "surveys/no_thanks.html", {"door": view, "token": token, "done": done})
    )
    return draft.forget(response, token) if done else response


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@public_page(_WHY)
def step(request: PageRequest, token: str, number: int) -> HttpResponse:
    """`/svar/<token>/<number>/`: one question. What is sent is kept in the browser until the last one."""
    view = door(token=token, day=today())
    if view is None or view.state != "open":
        return _closed(request, view, lost=request.method == "POST")
    steps = steps_of(view.survey.items, asks_who=view.asks_who)
    kept = draft.read(request)
    if number == len(steps) + 1:
        return _review(request, token, view, steps, kept)
    here = next((one for one in shown(steps, kept.raw) if one.number == number), None)
    if here is None:
        return redirect("surveys:answer", token)
    if request.method == "POST":
        return _sent(request, token, view, steps, here, kept)
    missing = here.names if "mangler" in request.GET else frozenset()
    form = _form(here, kept.raw, data={**kept.raw} if missing else None)
    return draft.write(_page(request, token, view, steps, here, kept, form), token, kept)


def _form(here: Step, given: Any, data: Any = None) -> AnswerForm:
    return AnswerForm(data, items=(here.item,), given=_first(given))


def _first(raw: Any) -> dict[str, Any]:
    """What stands in the fields: one text, or several where several were chosen."""
    return {name: texts[0] if len(texts) == 1 else list(texts) for name, texts in raw.items()}


def _sent(
    request: PageRequest, token: str, view: DoorView, steps: list[Step], here: Step, kept: Draft
) -> HttpResponse:
    form = AnswerForm(**{**sent(request), "data": request.POST}, items=(here.item,), given=_first(kept.raw))
    if not form.is_valid():
        status = 200 if form.wants_more else 422
        return _page(request, token, view, steps, here, kept, form, status=status)
    others = {name: texts for name, texts in kept.raw.items() if not here.owns(name)}
    new = Draft({**others, **{name: texts for name, texts in form.raw.items() if any(texts)}}, kept.key)
    later = [one.number for one in shown(steps, new.raw) if one.number > here.number]
    try:
        return draft.write(redirect("surveys:step", token, (*later, len(steps) + 1)[0]), token, new)
    except RuleError as refused:
        form.add_error(None, str(refused.reason))
        return _page(request, token, view, steps, here, kept, form, status=422)


def _review(request: PageRequest, token: str, view: DoorView, steps: list[Step], kept: Draft) -> HttpResponse:
    """After the last question: what was answered, to be put right or sent."""
    way = shown(steps, kept.raw)
    refused, status = "", 200
    if request.method == "POST":
        try:
            return _finish(token, way, kept, request)
        except RuleError as error:
            refused, status = str(error.reason), 429 if isinstance(error, TooManyError) else 422
    lines = [
        (one.question, told(one, kept.raw), reverse("surveys:step", args=[token, one.number])) for one in way
    ]
    context = {
        "door": view,
        "token": token,
        "lines": lines,
        "refused": refused,
        "back": lines[-1][2],
    }
    return _unlogged(render(request, "surveys/review.html", context, status=status))


def _finish(token: str, way: list[Step], new: Draft, request: PageRequest) -> HttpResponse:
    """All of it is sent, once."""
    try:
        done = _answer(token, way, new, client_address(request))
    except Invalid as refused:
        return _back_to(token, way, new, set(refused.errors))
    if done.saved:
        return draft.forget(redirect("surveys:thanks", token), token)
    return _closed(request, door(token=token, day=today()), lost=done.state != "used")


def _answer(token: str, way: list[Step], new: Draft, address: str) -> Answered:
    asked = {name: texts for name, texts in new.raw.items() if any(one.owns(name) for one in way)}
    who = (asked.pop(WHO, None) or [""])[0]
    return answer_by_link(token=token, raw=asked, answered_by=who, key=new.key, address=address, at=now())


def _back_to(token: str, way: list[Step], new: Draft, wrong: set[str]) -> HttpResponse:
    """Something before the last question is missing: back to the first of it, with its reason."""
    first = next((one for one in way if any(one.owns(name) for name in wrong)), way[0])
    address = f"{reverse('surveys:step', args=[token, first.number])}?{urlencode({'mangler': 1})}"
    return draft.write(redirect(address), token, new)


def _page(
    request: PageRequest,
    token: str,
    view: DoorView,
    steps: list[Step],
    here: Step,
    kept: Draft,
    form: AnswerForm,
    *,
    status: int = 200,
) -> HttpResponse:
    way = shown(steps, kept.raw)
    place = way.index(here)
    context = {
        "door": view,
        "token": token,
        "step": here,
        "form": form,
        "place": place + 1,
        "count": len(way),
        "back": reverse("surveys:step", args=[token, way[place - 1].number])
        if place
        else reverse("surveys:answer", args=[token]),
    }
    return _unlogged(render(request, "surveys/step.html", context, status=status))


def _closed(request: PageRequest, view: DoorView | None, *, lost: bool = False) -> HttpResponse:
    text = doors.closed(view, lost=lost) if view is not None else doors.unknown()
    status = doors.STATUS.get(view.state, 200) if view is not None else 404
    return _unlogged(render(request, "surveys/closed.html", {"text": text, "door": view}, status=status))


def _unlogged(response: HttpResponse) -> HttpResponse:
    """Django writes the address of whatever is refused into its log; this one holds a secret, and the moment."""
    response._has_been_logged = True  # type: ignore[attr-defined]  # Django's own mark
    return response
