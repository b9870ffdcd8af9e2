"""What was removed last, kept in the session so that it can be put back."""

from typing import Any, Final

from stillads.playbooks.drafting.parts import type_place
from stillads.playbooks.queries.page import DraftView
from stillads.web.shell.access import PageRequest

from .presenters.rows import title_of

_REMOVED: Final = "playbooks_removed"


def remember(request: PageRequest, draft: DraftView, where: type_place, at: int, part: Any) -> None:
    """Keeps the part and where it stood."""
    request.session[_REMOVED] = {"draft": draft.public_id, "place": "/".join(where), "at": at, "part": part}


def removed(request: PageRequest, draft: DraftView, *lists: type_place) -> str:
    """The title of what was removed last, where it stood in one of the lists that the page shows; else empty."""
    held = request.session.get(_REMOVED)
    here = held and held["draft"] == draft.public_id and tuple(held["place"].split("/")) in lists
    return title_of(held["part"]) if held and here else ""


def take_back(request: PageRequest, draft: DraftView) -> dict[str, Any] | None:
    """What was removed, once; None where it was in another draft."""
    held: dict[str, Any] | None = request.session.pop(_REMOVED, None)
    return held if held and held["draft"] == draft.public_id else None
