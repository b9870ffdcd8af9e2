"""What a phone's queue talks to: JSON in, JSON out."""

import json
from datetime import datetime
from typing import Any

from django.http import HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from stillads.capture.actions.batches import MOST, Outcome, Sent, Waiting, register_batch
from stillads.capture.actions.temp_links import check_temps_pace
from stillads.capture.moments import Told
from stillads.capture.queries.tapping import count_today
from stillads.kernel.clock import now, today
from stillads.kernel.rules import NotFound, RuleError
from stillads.web.shell.access import PageRequest

from ..hand import owner_of, register_page, tapper


@never_cache
@require_safe
@register_page
def now_here(request: PageRequest, deployment: str) -> HttpResponse:
    """Who has the phone, how many there are today, and a token to send with."""
    owner = owner_of(request)
    count = count_today(deployment=deployment, viewer=request.viewer, day=today())
    return JsonResponse(
        {"token": get_token(request), "owner": owner.actor, "phone": owner.phone, "today": count}
    )


@never_cache
@require_POST
@register_page
def send(request: PageRequest, deployment: str) -> HttpResponse:
    """Up to ten that waited. The answer tells each by its key: kept, again, refused with a reason, or other.

    `other`: it is somebody else's, and waits on until they have the phone.
    """
    at = now()
    try:
        sent = json.loads(request.body)
        if len(sent["items"]) > MOST:
            raise ValueError("more than can be sent at once")
        sent_at, items = _moment(sent["sent_at"]), [_item(request, one) for one in sent["items"]]
    except (ValueError, KeyError, TypeError, AttributeError):
        return JsonResponse({"reason": _("We could not read what the phone sent.")}, status=400)
    mine = [item for _key, item in items if item is not None]
    try:
        told = _register(deployment, mine, sent_at, request, at)
    except RuleError:
        told = Sent([], None)  # temps have sent too much: they wait on
    done = {each.key: each for each in told.outcomes}
    results = [_result(key, done.get(key)) for key, _waiting in items]
    return JsonResponse({"results": results, "today": told.today})


def _register(
    deployment: str, mine: list[Waiting], sent_at: datetime, request: PageRequest, at: datetime
) -> Sent:
    check_temps_pace(request.viewer, at)
    try:
        return register_batch(
            deployment=deployment, items=mine, sent_at=sent_at, viewer=request.viewer, at=at
        )
    except NotFound:
        gone = _("The registration was changed while the phone was out of reach. Open it again and tap anew.")
        return Sent([Outcome(item.key, "refused", gone) for item in mine], None)


def _result(key: str, outcome: Outcome | None) -> dict[str, str]:
    if outcome is None:
        return {"key": key, "result": "other"}
    return {"key": key, "result": outcome.result, "reason": outcome.reason}


def _item(request: PageRequest, one: dict[str, Any]) -> tuple[str, Waiting | None]:
    """The item's key, and what it says where it may be sent by whoever has the phone."""
    key = _text(one["key"], 64)
    if not key:
        raise ValueError("an item without a key")
    viewer = tapper(request, _text(one["seal"], 400))
    if viewer is None:
        return key, None
    told = Told(_moment(one["tapped_at"]), _days(one.get("days_back", 0)), _text(one.get("clock", ""), 5))
    raw = {_text(name, 200): _texts(said) for name, said in one.get("raw", {}).items()}
    return key, Waiting(
        key, viewer, told, raw, _text(one.get("participant", ""), 16), _text(one.get("undo", ""), 64)
    )


def _texts(said: Any) -> list[str]:
    if not isinstance(said, list):
        raise TypeError("answers are lists of texts")
    return [_text(one, 20_000) for one in said]


def _text(said: Any, longest: int) -> str:
    if not isinstance(said, str) or len(said) > longest:
        raise ValueError("not a text, or too long")
    return str(said)


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(_text(text, 40))
    if moment.tzinfo is None:
        raise ValueError("a moment without its zone")
    return moment


def _days(said: Any) -> int:
    if not isinstance(said, int) or not 0 <= said <= 400:
        raise ValueError("not a number of days")
    return said
