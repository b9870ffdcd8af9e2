"""Links by e-mail and reminders, through the outbox; and the day's work with all waves."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from stillads.audit.actions.record import record
from stillads.kernel.clock import local_day
from stillads.kernel.rules import NotFound, RuleError
from stillads.kernel.viewer import Viewer, system_viewer
from stillads.notices.actions import enqueue
from stillads.organisation.policy import check_may
from stillads.playbooks.kinds.survey import Survey

from ...links import hash_of_asked
from ...models import Asked, Wave
from ...permissions import REGISTER, SET_UP
from ...survey_rules import can_ask, check_can_ask, check_wave_open, reminder_days, survey_of, wave_by
from ...survey_wording import invitation
from .drawing import draw_wave
from .waves import make_all_waves

C = Asked.Channel


def run_waves(*, at: datetime) -> tuple[int, int, int]:
    """The day's work: makes waves, draws those that are open, sends links and reminders.

    Returns how many waves, people asked and e-mails are new. Run again it does nothing more.
    """
    viewer = system_viewer("survey-waves")
    made = make_all_waves(at=at)
    today = local_day(at)
    drawn = sent = 0
    for ref in Wave.objects.filter(opens_on__lte=today, closes_on__gte=today).values_list(
        "public_id", flat=True
    ):
        with transaction.atomic():
            wave = wave_by(ref, lock=True)
            drawn += draw_wave(wave, viewer=viewer, at=at)
            if can_ask(survey_of(wave.deployment), wave):
                sent += _send_due(wave, viewer, at)
    return made, drawn, sent


@transaction.atomic
def send_links(*, wave: str, viewer: Viewer, at: datetime) -> int:
    """Draws the wave and sends what is due, now instead of tomorrow morning. Returns how many e-mails are new."""
    row = wave_by(wave, lock=True)
    check_may(viewer, SET_UP, unit_id=row.deployment.unit_id)
    check_wave_open(row, local_day(at))
    check_can_ask(survey_of(row.deployment), row)
    draw_wave(row, viewer=viewer, at=at)
    return _send_due(row, viewer, at)


def _send_due(wave: Wave, viewer: Viewer, at: datetime) -> int:
    """First links, and reminders whose day has come; each once."""
    survey = survey_of(wave.deployment)
    if not {"link"} & set(survey.channels):
        return 0
    steps = sum(local_day(at) >= day for day in reminder_days(survey, wave))
    waiting = Asked.objects.filter(wave=wave, answered=False, declined_why="", channel=C.EMAIL).exclude(
        email=""
    )
    sent = 0
    for asked in waiting.select_related("person").order_by("public_id"):
        asked.wave = wave
        if asked.sent_at is None:
            sent += _send(asked, survey, 0, viewer, at)
            asked.sent_at, asked.reminders = at, steps
        elif asked.reminders < steps:
            sent += _send(asked, survey, steps, viewer, at)
            asked.reminded_at, asked.reminders = at, steps
        else:
            continue
        asked.token_hash, asked.expires_on = hash_of_asked(asked), wave.closes_on
        asked.save(update_fields=["sent_at", "reminded_at", "reminders", "token_hash", "expires_on"])
    return sent


def _send(asked: Asked, survey: Survey, step: int, viewer: Viewer, at: datetime) -> int:
    subject, body = invitation(asked, survey, reminder=step > 0)
    enqueue(
        channel="email", recipient_name=asked.person.name if asked.person else "", address=asked.email,
        subject=subject, body=body, about=f"wave:{asked.wave.public_id}",
        dedup_key=f"asked:{asked.public_id}:{step}", viewer=viewer, at=at,
    )  # fmt: skip
    return 1


@transaction.atomic
def choose_channel(*, asked: str, channel: str, email: str = "", viewer: Viewer, at: datetime) -> Asked:
    """How one who is asked is to be reached: conversation, e-mail (with the address), a printed link, paper."""
    row = asked_by(asked, lock=True)
    check_may(viewer, REGISTER, unit_id=row.wave.deployment.unit_id)
    if channel not in C.values:
        raise RuleError(_("Choose how they are asked."), field="channel")
    if survey_of(row.wave.deployment).anonymous and channel == C.STAFF:
        raise RuleError(_("The answers are anonymous. They cannot be given to staff."), field="channel")
    address = email.strip() if channel == C.EMAIL else ""
    if channel == C.EMAIL:
        _check_email(address)
    row.channel, row.email = channel, address
    row.save(update_fields=["channel", "email"])
    record(
        viewer=viewer, verb="capture.choose_channel", target=f"wave:{row.wave.public_id}",
        target_name=survey_of(row.wave.deployment).title, unit=row.wave.deployment.unit.key,
        data={"asked": row.public_id, "channel": channel}, at=at,
    )  # fmt: skip
    return row


def _check_email(address: str) -> None:
    try:
        validate_email(address)
    except ValidationError:
        raise RuleError(_("Write an e-mail address, for example anna@example.dk."), field="email") from None


@transaction.atomic
def handed_out(*, wave: str, viewer: Viewer, at: datetime) -> int:
    """Printed links and sheets have been handed out. Returns how many were noted now."""
    row = wave_by(wave, lock=True)
    check_may(viewer, REGISTER, unit_id=row.deployment.unit_id)
    check_can_ask(survey_of(row.deployment), row)
    waiting = Asked.objects.filter(wave=row, channel__in=[C.LETTER, C.PAPER], sent_at__isnull=True)
    noted = waiting.update(sent_at=at)
    if noted:
        record(
            viewer=viewer, verb="capture.hand_out", target=f"wave:{row.public_id}",
            target_name=survey_of(row.deployment).title, unit=row.deployment.unit.key,
            data={"asked": noted}, at=at,
        )  # fmt: skip
    return noted


def asked_by(ref: str, *, lock: bool = False) -> Asked:
    """One who is asked, with the wave loaded; NotFound where there is none."""
    rows = Asked.objects.select_for_update() if lock else Asked.objects.all()
    row = rows.filter(public_id=ref).first()
    if row is None:
        raise NotFound(_("There is nothing here by that name."))
    row.wave = wave_by(Wave.objects.values_list("public_id", flat=True).get(pk=row.wave_id))
    return row
