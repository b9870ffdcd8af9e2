"""Answering: in a conversation that staff note down, by a link, at a kiosk."""

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from stillads.kernel.clock import local_day
from stillads.kernel.dates import format_date
from stillads.kernel.rules import Conflict, Invalid, NotFound, RuleError, type_reason
from stillads.kernel.viewer import PUBLIC, Viewer
from stillads.organisation.policy import check_may
from stillads.playbooks.format.answers import type_raw
from stillads.playbooks.kinds.survey import WHO_ANSWERED, Survey
from stillads.trials.models import Participant

from ...answering import Door, State, check_door, door_of
from ...lookup import deployment_by
from ...models import Asked, Deployment, Entry, OpenLink, Wave
from ...participation import participant_for
from ...permissions import REGISTER
from ...survey_rules import check_can_ask, survey_of, wave_on
from ..entries import Recorded, Said, write_entry
from .anonymous import FORM, keep_anonymous, mark_answered
from .pace import count_answer
from .residents import needs_telling, say_yes
from .wish import hear_in_answer

_KEY: Final = re.compile(r"[0-9A-Za-z_-]{8,40}")
_RELATIVE: Final = "relative"
_EMPLOYEE: Final = "employee"


@dataclass(frozen=True, slots=True)
class Answered:
    """What became of an answer by link: `saved`, or the state of the link and the sentence that goes with it."""

    saved: bool
    again: bool = False
    state: State = "open"
    reason: str = ""


@transaction.atomic
def note_conversation(
    *,
    deployment: str,
    participant: str,
    raw: type_raw,
    answered_by: str,
    key: str,
    told: bool = False,
    viewer: Viewer,
    at: datetime,
) -> Recorded:
    """A conversation that staff held, noted on the phone. Sent again with the same key it is the same one.

    Undone (`undoing.py`) and sent again, it is a new one.

    told  a resident who had not said yes before was told what the answers are used for, and joins in

    Raises Denied, NotFound, RuleError (no round is open, no participation), Invalid (a reason per field).
    """
    row = deployment_by(deployment)
    check_may(viewer, REGISTER, unit_id=row.unit_id)
    survey = survey_of(row)
    if survey.anonymous or "staff" not in survey.channels:
        raise RuleError(_("The playbook does not offer this way of answering."))
    if survey.drawn_from in {"participants", "residents", "relatives"} and not participant:
        raise RuleError(_("Choose whom it is about."), field="participant")
    wave = open_wave(row, at)
    check_can_ask(survey, wave)
    person = participant_for(row, participant, None) if participant else None
    if needs_telling(row, survey, person) and not told:
        raise RuleError(
            _("Tell first what the answers are used for, and ask whether they want to join in."), field="told"
        )
    said = Said(
        form=FORM, raw=raw, key=name_of_answer(f"talk:{key_of(key)}"), participant=participant,
        answered_by=checked_who(survey, raw, answered_by), source="phone",
        wave=wave,
    )  # fmt: skip
    say_yes(row, survey, person, answered_by=said.answered_by, viewer=viewer, at=at)
    made = write_entry(row, said, viewer=viewer, at=at)
    if not made.again and made.entry.participant is not None:
        hear_in_answer(row, survey, made.entry, viewer=viewer, at=at)
        _tick(wave, made.entry.participant, made, relative=answered_by == _RELATIVE)
    return made


def open_wave(row: Deployment, at: datetime) -> Wave:
    """The wave that can be answered now. RuleError names the day of the next one."""
    day = local_day(at)
    if wave := wave_on(row, day):
        return wave
    coming = Wave.objects.filter(deployment=row, opens_on__gt=day).order_by("opens_on").first()
    if coming is None:
        raise RuleError(_("No round is open, and none is planned."))
    raise RuleError(_("The next round begins on %(day)s.") % {"day": format_date(coming.opens_on)})


def who(key: str) -> str:
    """The key of who answered, as `WHO_ANSWERED` has it; Invalid beside the field `who_answered`."""
    errors: dict[str, type_reason] = {}
    if not key:
        errors["who_answered"] = _("Choose who answered.")
    else:
        try:
            return str(WHO_ANSWERED.read([key]))
        except RuleError as error:
            errors["who_answered"] = error.reason
    raise Invalid(errors)


def checked_who(survey: Survey, raw: type_raw, said: str) -> str:
    """Who answered; Invalid tells what is wrong with that and with the answers, all at once."""
    errors: dict[str, type_reason] = {}
    found = ""
    try:
        found = who(said)
    except Invalid as refused:
        errors |= refused.errors
    try:
        survey.record(FORM, raw)
    except Invalid as refused:
        errors |= refused.errors
    if errors:
        raise Invalid(errors)
    return found


def _tick(wave: Wave, participant: Participant, made: Recorded, *, relative: bool) -> None:
    """The one asked has answered; whoever was not on the list comes onto it."""
    rows = Asked.objects.filter(wave=wave, participant=participant)
    asked = rows.filter(relative=relative).first() or rows.first()
    if asked is None:
        asked = Asked(wave=wave, participant=participant, relative=relative)
    if asked.answered:
        return
    asked.answered, asked.entry_key, asked.declined_why = True, made.entry.public_id, ""
    asked.save()


@transaction.atomic
def answer_by_link(
    *, token: str, raw: type_raw, answered_by: str = "", key: str = "", address: str = "", at: datetime
) -> Answered:
    """An answer by somebody's own link, an open link, a poster or a kiosk.

    key      a random name that the page was given: an open link sent twice is kept once. Somebody's own link is
             kept once by itself.
    address  where it comes from on the net: so many an hour may come from one by an open link
    Raises NotFound (no such link), Invalid (a reason per field), TooManyError. A link that cannot be answered is
    no error: the result says why.
    """
    day = local_day(at)
    door = door_of(token, day, lock=True)
    if door is None or door.wave is None:
        raise NotFound(_("There is nothing here by that name."))
    state, reason = check_door(door, day)
    if state != "open":
        return Answered(False, state=state, reason=reason)
    if door.asked is None and not _KEY.fullmatch(key):
        raise RuleError(_("The form has been changed. Open it again."))
    try:
        again = _keep(door, door.wave, raw, answered_by, key, at)
    except Conflict:
        return Answered(False, state="used", reason=str(_("It has been answered already.")))
    if door.link is not None and not again:
        count_answer(door.link, address, at)
    return Answered(True, again)


def _keep(door: Door, wave: Wave, raw: type_raw, answered_by: str, key: str, at: datetime) -> bool:
    if door.survey.anonymous:
        again = keep_anonymous(
            door.deployment, wave, raw, key="" if door.asked else key, at=at, constructed=_constructed(door)
        )
        if door.asked is not None:
            mark_answered(door.asked)
        return again
    asked = door.asked
    said = Said(
        form=FORM,
        raw=raw,
        key=name_of_answer(f"link:{asked.public_id}") if asked else _open_key(door, key),
        participant=asked.participant.public_id if asked and asked.participant else "",
        answered_by=answered_by_of(door, raw, answered_by),
        source="kiosk" if door.link and door.link.kind == OpenLink.Kind.KIOSK else "link",
        wave=wave,
        constructed=_constructed(door),
    )
    person = asked.participant if asked else None
    say_yes(door.deployment, door.survey, person, answered_by=said.answered_by, viewer=PUBLIC, at=at)
    made = write_entry(door.deployment, said, viewer=PUBLIC, at=at)
    if asked is not None and not made.again:
        hear_in_answer(door.deployment, door.survey, made.entry, viewer=PUBLIC, at=at)
        asked.answered, asked.entry_key, asked.declined_why = True, made.entry.public_id, ""
        asked.save(update_fields=["answered", "entry_key", "declined_why"])
    return made.again


def _open_key(door: Door, key: str) -> str:
    return f"open:{door.link.public_id if door.link else ''}:{key}"


def name_of_answer(name: str) -> str:
    """The key of the one answer that `name` can give; another one after the first was taken back."""
    taken_back = Entry.objects.filter(idempotency_key__startswith=f"{name}:", voided_by__isnull=False).count()
    return f"{name}:{taken_back}"


def key_of(text: str) -> str:
    """A page's key, as short as a name of an answer may be."""
    return hashlib.sha256(text.encode()).hexdigest()[:40]


def asks_who(survey: Survey, asked: Asked | None) -> bool:
    """Is it asked who answers? Not where it can only be one, and never in an anonymous survey."""
    if survey.anonymous or survey.drawn_from == "employees":
        return False
    return not (asked is not None and asked.relative)


def answered_by_of(door: Door, raw: type_raw, said: str) -> str:
    """Who answered: as said, or who alone it can have been."""
    if asks_who(door.survey, door.asked):
        return checked_who(door.survey, raw, said)
    return _EMPLOYEE if door.survey.drawn_from == "employees" else _RELATIVE


def _constructed(door: Door) -> bool:
    site = door.deployment.phase_site
    return bool(site and site.phase.constructed)
