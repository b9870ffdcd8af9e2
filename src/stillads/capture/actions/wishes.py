"""A wish on its way: heard, acted on, told back; or closed with the reason. Each step is an entry."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from stillads.audit.actions.record import record
from stillads.kernel.clock import local_day
from stillads.kernel.rules import Conflict
from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import check_may
from stillads.playbooks.format.answers import type_answers
from stillads.playbooks.kinds.wishes import ACTED, CLOSED, HEARD, TOLD

from ..lookup import deployment_by
from ..models import Deployment, Entry, Wish
from ..participation import check_goes_on, check_near
from ..permissions import REGISTER
from ..wish_rules import STATES, check_done_on, wish_by, wishes_of
from .entries import CONFLICT, Recorded, Said, void, write_entry

MEANWHILE = _("Somebody else has written here meanwhile. Look at what stands there now, and write again.")


@transaction.atomic
def hear_wish(
    *,
    deployment: int | str,
    participant: str,
    text: str,
    area: str,
    on_behalf: str,
    heard_in: str = "",
    idempotency_key: str,
    viewer: Viewer,
    at: datetime,
) -> Wish:
    """A wish goes onto the citizen's list. Sent again with the same key it is the same wish.

    area       key of one of the playbook's areas; on_behalf: self, relative, staff
    heard_in   public id of the entry (a conversation) that it was heard in
    Raises Denied, NotFound, RuleError (closed, no participation), Invalid (fields wish, area, on_behalf), Conflict.
    """
    row = deployment_by(deployment)
    check_may(viewer, REGISTER, unit_id=row.unit_id)
    return keep_wish(
        row, participant=participant, text=text, area=area, on_behalf=on_behalf, heard_in=heard_in,
        idempotency_key=idempotency_key, viewer=viewer, at=at,
    )  # fmt: skip


def keep_wish(
    row: Deployment,
    *,
    participant: str,
    text: str,
    area: str,
    on_behalf: str,
    heard_in: str = "",
    idempotency_key: str,
    viewer: Viewer,
    at: datetime,
) -> Wish:
    """The same without asking who may: for a survey's own action, which has asked, inside its transaction.

    `row` comes from `lookup.deployment_by`. Heard in a conversation, an area that is not on the list is left out.
    """
    definition, today = wishes_of(row), local_day(at)
    if heard_in and area not in {option.key for option in definition.areas}:
        area = ""
    if there := _same(idempotency_key, row, participant, text):
        return there
    wish = Wish(
        deployment=row,
        heard_on=today,
        heard_by_id=viewer.person_id,
        due_on=today + timedelta(days=definition.act_within_days),
        heard_in=heard_in,
        idempotency_key=idempotency_key,
        constructed=bool(row.phase_site and row.phase_site.phase.constructed),
    )
    raw = {"wish": [text], "area": [area], "on_behalf": [on_behalf]}
    made = _entry(wish, HEARD, raw, f"{wish.public_id}:heard", viewer, at, participant=participant)
    wish.participant_id = made.entry.participant_id
    said = made.entry.answers
    wish.text, wish.area, wish.on_behalf = said["wish"], said.get("area", ""), said["on_behalf"]
    try:
        with transaction.atomic():
            wish.save()
    except IntegrityError:  # the same tap, twice at once
        raise Conflict(CONFLICT) from None
    _log("capture.hear_wish", wish, viewer, at)
    return wish


def _same(key: str, row: Deployment, participant: str, text: str) -> Wish | None:
    wish = Wish.objects.filter(idempotency_key=key).select_related("participant").first()
    if wish is None:
        return None
    then = (wish.deployment_id, wish.participant.public_id, wish.text)
    if then != (row.pk, participant, " ".join(text.split())):
        raise Conflict(CONFLICT)
    return wish


@transaction.atomic
def act_on_wish(
    *,
    wish: str,
    did: str,
    acted_on: str = "",
    version: int,
    idempotency_key: str,
    viewer: Viewer,
    at: datetime,
) -> Wish:
    """Something was done about it. `acted_on`: the day as typed, today where empty.

    Raises Denied, NotFound, Conflict (somebody wrote meanwhile), Invalid (fields did, acted_on), RuleError.
    """
    row = wish_by(wish, lock=True)
    if _begin(row, ACTED, version, idempotency_key, viewer):
        return row
    check_goes_on(row.participant)
    raw = {"did": [did], "acted_on": [acted_on or local_day(at).isoformat()]}
    made = _entry(row, ACTED, raw, idempotency_key, viewer, at)
    row.did, row.acted_on = made.entry.answers["did"], date.fromisoformat(made.entry.answers["acted_on"])
    check_done_on(row, row.acted_on)
    return _moved(row, ACTED, "capture.act_on_wish", viewer, at)


@transaction.atomic
def tell_back(
    *, wish: str, answer: str = "", version: int, idempotency_key: str, viewer: Viewer, at: datetime
) -> Wish:
    """The citizen was told what became of it; `answer` is what the citizen said to that, where it is noted."""
    row, said = _tell(wish, TOLD, {"answer": [answer]}, version, idempotency_key, viewer, at)
    if said is None:
        return row
    row.answer = said.get("answer", "")
    return _moved(row, TOLD, "capture.tell_back", viewer, at)


@transaction.atomic
def close_wish(
    *, wish: str, why: str, version: int, idempotency_key: str, viewer: Viewer, at: datetime
) -> Wish:
    """It cannot be done, and the citizen was told why. Also the end where the citizen has left."""
    row, said = _tell(wish, CLOSED, {"why": [why]}, version, idempotency_key, viewer, at)
    if said is None:
        return row
    row.closed_why = said["why"]
    return _moved(row, CLOSED, "capture.close_wish", viewer, at)


def _tell(
    wish: str, form: str, raw: Mapping[str, list[str]], version: int, key: str, viewer: Viewer, at: datetime
) -> tuple[Wish, type_answers | None]:
    """The citizen is told today how it ended: the answers of the step; None where it was taken already.

    After the citizen has left, a wish can still be closed.
    """
    row = wish_by(wish, lock=True)
    if _begin(row, form, version, key, viewer):
        return row, None
    if form == TOLD:
        check_goes_on(row.participant)
    row.told_on = local_day(at)
    return row, _entry(row, form, raw, key, viewer, at).entry.answers


def take_back_wish(row: Wish, *, reason: str, viewer: Viewer, at: datetime) -> bool:
    """A wish that was heard by mistake leaves the list; False, and it stays, where somebody has acted on it.

    Inside the caller's transaction; `row` is locked. What was registered stays, as taken back.
    """
    if row.state != Wish.State.HEARD:
        return False
    for entry in Entry.objects.filter(subject=row.public_id, form=HEARD).values_list("public_id", flat=True):
        void(entry=entry, reason=reason, moves_row=True, viewer=viewer, at=at)
    _log("capture.take_back_wish", row, viewer, at)
    row.delete()
    return True


def _begin(row: Wish, to: str, version: int, key: str, viewer: Viewer) -> bool:
    """Who may, and may it be? True where this very step was taken already, with the same key."""
    check_near(row.participant, viewer, row.deployment.unit_id)
    if Entry.objects.filter(idempotency_key=key, subject=row.public_id, form=to).exists():
        return True
    if row.version != version:
        raise Conflict(MEANWHILE)
    STATES.check(row.state, to, "–")  # the form asks for the reason itself, beside its field
    return False


def _entry(
    wish: Wish,
    form: str,
    raw: Mapping[str, list[str]],
    key: str,
    viewer: Viewer,
    at: datetime,
    participant: str = "",
) -> Recorded:
    more: dict[str, Any] = {"heard_on": wish.heard_on.isoformat(), "state": form}
    if wish.told_on:
        more["told_on"] = wish.told_on.isoformat()
    if wish.acted_on:
        more["acted_on"] = wish.acted_on.isoformat()
    said = Said(
        form=form,
        raw=raw,
        key=key,
        participant=participant or wish.participant.public_id,
        subject=wish.public_id,
        constructed=wish.constructed,
        ongoing=form != HEARD,
        more=more,
    )
    return write_entry(wish.deployment, said, viewer=viewer, at=at)


def _moved(row: Wish, state: str, verb: str, viewer: Viewer, at: datetime) -> Wish:
    row.state, row.version = state, row.version + 1
    row.save()
    _log(verb, row, viewer, at)
    return row


def _log(verb: str, wish: Wish, viewer: Viewer, at: datetime) -> None:
    record(
        viewer=viewer,
        verb=verb,
        target=f"wish:{wish.public_id}",
        target_name=wishes_of(wish.deployment).title,
        unit=wish.deployment.unit.key,
        data={"state": wish.state},
        at=at,
    )
