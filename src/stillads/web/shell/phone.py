"""A shared phone's session: the phone proves itself by a cookie, the person by a code, and not for long.

The cookie holds the phone's secret; the session says who has the phone in hand and when they last did
something. Every request asks the database anew whether the phone is still enrolled, so that a revoked one
stops at once.
"""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.signing import BadSignature
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from stillads.kernel.clock import now, today
from stillads.kernel.viewer import Viewer
from stillads.organisation.codes import IDLE
from stillads.organisation.queries.phones import Phone, phone_by_secret, viewer_on_phone

COOKIE = "stillads_telefon"
_SALT = "stillads.shared-phone"
_SESSION = "shared_phone"
_YEAR = 400 * 24 * 3600  # the longest that browsers keep a cookie
_TOUCH_AFTER = 30  # seconds: not every request need write the session


def remember(response: HttpResponseBase, secret: str) -> None:
    """Lets the phone keep its secret."""
    response.set_signed_cookie(
        COOKIE,
        secret,
        salt=_SALT,
        max_age=_YEAR,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )


def phone_of(request: HttpRequest) -> Phone | None:
    """The enrolled phone that asks, or None. One query at most, once per request."""
    if not hasattr(request, "shared_phone"):
        request.shared_phone = _look_up(request)  # type: ignore[attr-defined]  # ours
    found: Phone | None = request.shared_phone  # type: ignore[attr-defined]  # ours
    return found


def _look_up(request: HttpRequest) -> Phone | None:
    try:
        secret = request.get_signed_cookie(COOKIE, default="", salt=_SALT)
    except BadSignature:
        return None
    return phone_by_secret(secret) if secret else None


def sign_in(request: HttpRequest, phone: Phone, person: str, *, must_choose: bool) -> None:
    """`person` (public id) has the phone from now on, whoever had it before."""
    request.session.flush()
    request.session[_SESSION] = {
        "phone": phone.public_id,
        "person": person,
        "seen": now().isoformat(),
        "must_choose": must_choose,
    }
    request.session.set_expiry(
        int(IDLE.total_seconds())
    )  # a number of seconds is counted anew at each change


def sign_out(request: HttpRequest) -> None:
    """Nobody has the phone."""
    request.session.flush()


def chose(request: HttpRequest) -> None:
    """The person has replaced the start code."""
    request.session[_SESSION] = {**request.session[_SESSION], "must_choose": False}


def must_choose(request: HttpRequest) -> bool:
    """Does the person still have the manager's start code?"""
    return bool(request.session.get(_SESSION, {}).get("must_choose"))


def viewer_in_hand(request: HttpRequest) -> Viewer | None:
    """Who has the phone; None after IDLE without a request, or when phone or person no longer belong here."""
    state: dict[str, Any] = request.session.get(_SESSION) or {}
    phone = phone_of(request) if state else None
    if phone is None or phone.public_id != state["phone"]:
        return None
    seen = datetime.fromisoformat(state["seen"])
    if now() - seen > IDLE:
        request.session.flush()
        return None
    if (now() - seen).total_seconds() > _TOUCH_AFTER:
        request.session[_SESSION] = {**state, "seen": now().isoformat()}
    return viewer_on_phone(phone, state["person"], on=today(), purpose=request.path)


def safe_next(request: HttpRequest, address: str) -> str:
    """`address` if it lies in the house, otherwise the start page."""
    fits = url_has_allowed_host_and_scheme(address, {request.get_host()}, require_https=request.is_secure())
    return address if fits and address != reverse("account:phone") else "/"
