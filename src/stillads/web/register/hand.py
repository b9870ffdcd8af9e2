"""Who registers: somebody who is signed in, or for the day whoever came by a unit's poster."""

from dataclasses import dataclass
from datetime import date
from functools import wraps

from django.core import signing
from django.http import HttpRequest, HttpResponseBase

from stillads.capture.permissions import REGISTER
from stillads.capture.queries.temp_links import viewer_by_link
from stillads.kernel.clock import today
from stillads.kernel.viewer import Viewer
from stillads.organisation.queries.phones import viewer_on_phone
from stillads.web.shell.access import PageRequest, page, type_view
from stillads.web.shell.phone import phone_of

_SESSION = "temp_link"
_SALT = "stillads.queue"


def come_by_poster(request: HttpRequest, link: str, day: date) -> None:
    """Whoever has the phone may register by the poster for the rest of the day."""
    request.session[_SESSION] = {"link": link, "day": day.isoformat()}


def register_page(view: type_view) -> type_view:
    """`page(capture.register)`, open for the day to whoever came by a poster; they are `request.viewer` then."""
    for_staff = page(REGISTER)(view)

    @wraps(view)
    def opened(request: PageRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if request.viewer.person_id is None and (temp := _temp(request)):
            request.viewer = temp
            return view(request, *args, **kwargs)
        return for_staff(request, *args, **kwargs)

    opened.policy = REGISTER  # type: ignore[attr-defined]  # read by the test that walks all addresses
    return opened


def _temp(request: HttpRequest) -> Viewer | None:
    came = request.session.get(_SESSION)
    if not came or came["day"] != today().isoformat():
        return None
    return viewer_by_link(came["link"], day=today(), purpose=request.path)


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose taps they are: `actor` of the person or poster; on a shared phone `phone`; `seal` proves both to us."""

    actor: str
    phone: str
    seal: str


def owner_of(request: PageRequest) -> Owner:
    """Whoever has the phone in hand now."""
    phone = "" if request.user.is_authenticated else _phone_id(request)
    seal = signing.dumps([request.viewer.actor, phone], salt=_SALT)
    return Owner(request.viewer.actor, phone, seal)


def tapper(request: PageRequest, seal: str) -> Viewer | None:
    """Who tapped what waited: oneself, or on a shared phone whoever had it in hand then.

    None where it is somebody else's, or the seal is not ours: then it waits on.
    """
    try:
        actor, phone = signing.loads(seal, salt=_SALT)
    except (signing.BadSignature, ValueError):
        return None
    if actor == request.viewer.actor:
        return request.viewer
    here = phone_of(request)
    if not phone or here is None or here.public_id != phone or request.viewer.person_id is None:
        return None
    found = viewer_on_phone(here, actor.partition(":")[2], on=today(), purpose=request.path)
    return found or Viewer(actor=actor, name="", address=f"device:{phone}")


def _phone_id(request: HttpRequest) -> str:
    phone = phone_of(request)
    return phone.public_id if phone else ""
