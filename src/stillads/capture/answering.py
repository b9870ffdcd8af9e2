"""From the secret in an address to what can be answered with it, and why not."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from django.utils.translation import gettext as _

from stillads.kernel.dates import format_date
from stillads.kernel.ids import token_hash
from stillads.kernel.rules import RuleError
from stillads.playbooks.kinds.survey import Survey
from stillads.playbooks.loading import playbook_of
from stillads.trials.models import Participant, Window

from .lookup import deployment_by
from .models import Asked, Deployment, OpenLink, Wave
from .openness import calendar_of, check_open
from .participation import check_may_be_asked, check_takes_part
from .successors import where_on
from .survey_rules import can_ask, check_wave_open, survey_of, wave_on

State = Literal["open", "early", "expired", "closed", "used"]


@dataclass(frozen=True, slots=True)
class Door:
    """What a secret opens: a survey in a wave, for one who was asked or for whoever stands there."""

    deployment: Deployment
    survey: Survey
    wave: Wave | None
    expires_on: date
    asked: Asked | None = None
    link: OpenLink | None = None


def door_of(token: str, day: date, *, lock: bool = False) -> Door | None:
    """What the secret belongs to; None where it belongs to nothing here. `lock` for an action."""
    hashed = token_hash(token)
    asked = Asked.objects.filter(token_hash=hashed).first()
    if asked is not None:
        asked = _where_it_goes_on(asked, day)
        waves = Wave.objects.select_for_update() if lock else Wave.objects.all()
        wave = waves.get(pk=asked.wave_id)
        if lock:
            asked.refresh_from_db()
        row = deployment_by(wave.deployment_id)
        return Door(row, survey_of(row), wave, asked.expires_on or wave.closes_on, asked=asked)
    link = OpenLink.objects.filter(token_hash=hashed, deployment__isnull=False).first()
    if link is None or link.deployment_id is None:
        return None
    row = where_on(deployment_by(link.deployment_id), day)
    return Door(row, survey_of(row), _wave(row, day), link.expires_on, link=link)


def _where_it_goes_on(asked: Asked, day: date) -> Asked:
    """After the playbook was changed under way a link opens the survey that took over, for the same one."""
    row = deployment_by(asked.wave.deployment_id)
    place = where_on(row, day)
    wave = wave_on(place, day) if place.pk != row.pk and not asked.answered else None
    if wave is None:
        return asked
    there = Asked.objects.filter(
        wave=wave, participant=asked.participant, person=asked.person, relative=asked.relative
    ).first()  # fmt: skip
    return there or asked


def _wave(row: Deployment, day: date) -> Wave | None:
    """The wave that is open, else the next, else the last one."""
    rows = Wave.objects.filter(deployment=row)
    coming = rows.filter(opens_on__gt=day).order_by("number").first()
    return wave_on(row, day) or coming or rows.order_by("-number").first()


def check_door(door: Door, day: date) -> tuple[State, str]:
    """Whether it can be answered on a day, and the sentence that says why not."""
    if door.asked is not None and door.asked.answered:
        return "used", _("It has been answered already.")
    if day > door.expires_on:
        return "expired", _("The link was good until %(day)s.") % {"day": format_date(door.expires_on)}
    if door.wave is None or (door.link is not None and door.link.revoked_at is not None):
        return "closed", _("It cannot be answered here any more.")
    return _check_calendar(door, door.wave, day)


def _check_participant(door: Door, person: Participant) -> None:
    requires = playbook_of(door.deployment.instrument.version).participation.requires
    if door.survey.drawn_from == "residents":
        check_may_be_asked(person, requires)
    else:
        check_takes_part(person, requires)


def _check_calendar(door: Door, wave: Wave, day: date) -> tuple[State, str]:
    site = door.deployment.phase_site
    windows = Window.objects.filter(phase_id=site.phase_id, key__in=door.survey.open.windows) if site else ()
    if not can_ask(door.survey, wave):
        return "early", _("Management and employees have not agreed in MED yet how it is held.")
    try:
        check_wave_open(wave, day)
        check_open(calendar_of(door.deployment, door.survey.open, list(windows)), day)
        if door.asked is not None and door.asked.participant is not None:
            _check_participant(door, door.asked.participant)
    except RuleError as refused:
        return ("early" if day < wave.opens_on else "closed"), str(refused.reason)
    return "open", ""
