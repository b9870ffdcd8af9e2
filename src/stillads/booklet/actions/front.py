"""Writing the booklet's own texts: title, foreword, facts box."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from stillads.audit.actions.record import record
from stillads.documents.plain import from_plain
from stillads.kernel.cpr import check_no_cpr
from stillads.kernel.rules import Conflict, NotFound, RuleError
from stillads.kernel.viewer import Viewer
from stillads.trials.models import Round

from ..models import Booklet
from ..rules import check_can_edit


@dataclass(frozen=True, slots=True)
class Front:
    """The texts as they were typed."""

    title: str
    subtitle: str = ""
    foreword: str = ""
    foreword_by: str = ""
    facts_title: str = ""
    facts: str = ""


@transaction.atomic
def save_front(*, round_key: str, front: Front, version: int, viewer: Viewer, at: datetime) -> Booklet:
    """Save the texts. `version` is the one that was read (0 where there was none yet).

    Raises Denied, NotFound, RuleError; Conflict where somebody saved in between: nothing is written over.
    """
    check_can_edit(viewer)
    held = Round.objects.filter(key=round_key).first()
    if held is None:
        raise NotFound(f"no round {round_key}")
    _check(front)
    booklet = Booklet.objects.select_for_update().filter(round=held).first() or Booklet(round=held, version=0)
    if booklet.version != version:
        raise Conflict(
            _("Somebody else has saved meanwhile. Copy what you wrote, load the page again, and put it in.")
        )
    booklet.version += 1
    booklet.title, booklet.subtitle = front.title.strip(), front.subtitle.strip()
    booklet.foreword = from_plain(front.foreword).data()
    booklet.foreword_by = front.foreword_by.strip()
    booklet.facts_title = front.facts_title.strip()
    booklet.facts = from_plain(front.facts).data()
    booklet.save()
    record(
        viewer=viewer,
        verb="booklet.save_front",
        target=f"booklet:{booklet.public_id}",
        target_name=round_key,
        data={"version": booklet.version},
        at=at,
    )
    return booklet


def _check(front: Front) -> None:
    if not front.title.strip():
        raise RuleError(_("Give the booklet a title."), field="title")
    for field in ("title", "subtitle", "foreword", "foreword_by", "facts_title", "facts"):
        check_no_cpr(getattr(front, field), field=field)
    if front.facts.strip() and not front.facts_title.strip():
        raise RuleError(_("Give the facts a title, for example “Fakta om ordningen”."), field="facts_title")
