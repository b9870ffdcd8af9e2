"""Who is asked in a wave: those who take part, their relatives, the employees of the unit; all or a sample."""

import secrets
from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from stillads.audit.actions.record import record
from stillads.kernel.clock import local_day
from stillads.kernel.rules import RuleError
from stillads.kernel.viewer import Viewer
from stillads.organisation.lookup import on_day
from stillads.organisation.models import Assignment, Person
from stillads.organisation.policy import EMPLOYEE
from stillads.organisation.queries.tree import below, children_on
from stillads.playbooks.kinds.survey import Survey
from stillads.playbooks.loading import playbook_of
from stillads.trials.models import Participant

from ...links import hash_of_asked
from ...models import Asked, Deployment, Wave
from ...participation import check_takes_part
from ...survey_rules import survey_of, wave_by

C = Asked.Channel


@transaction.atomic
def draw_wave(wave: Wave, *, viewer: Viewer, at: datetime) -> int:
    """Adds those who are to be asked and are not yet on the list. Returns how many are new.

    `wave` comes from `survey_rules.wave_by`. A sample is drawn once; where all are asked, those who have
    joined since come on the list too. Run again it adds nobody.
    """
    wave = wave_by(wave.public_id, lock=True)
    row = wave.deployment
    survey = survey_of(row)
    if survey.drawn_from == "anybody" or (survey.sample and wave.drawn_at):
        return 0
    new = _new(survey, wave, row, at)
    if survey.sample:
        new = secrets.SystemRandom().sample(new, min(survey.sample, len(new)))
    for asked in new:
        asked.token_hash, asked.expires_on = hash_of_asked(asked), wave.closes_on
    Asked.objects.bulk_create(new)
    if new or wave.drawn_at is None:
        wave.drawn_at = wave.drawn_at or at
        wave.save(update_fields=["drawn_at"])
    if new:
        record(
            viewer=viewer,
            verb="capture.draw",
            target=f"wave:{wave.public_id}",
            target_name=survey.title,
            unit=row.unit.key,
            data={"asked": len(new)},
            at=at,
        )
    return len(new)


def _new(survey: Survey, wave: Wave, row: Deployment, at: datetime) -> list[Asked]:
    there = Asked.objects.filter(wave=wave)
    if survey.drawn_from == "employees":
        known = set(there.values_list("person_id", flat=True))
        people = (person for person in employees_of(row, at) if person.pk not in known)
        return [
            Asked(wave=wave, person=p, email=p.email, channel=C.EMAIL if p.email else C.LETTER)
            for p in people
        ]
    relative = survey.drawn_from == "relatives"
    known = set(there.filter(relative=relative).values_list("participant_id", flat=True))
    channel = first_channel(survey)
    return [
        Asked(wave=wave, participant=person, relative=relative, channel=channel)
        for person in taking_part(row)
        if person.pk not in known
    ]


def first_channel(survey: Survey) -> str:
    """How a citizen or a relative is asked where nothing else was agreed."""
    if survey.drawn_from == "participants" and "staff" in survey.channels:
        return C.STAFF
    return C.LETTER if "link" in survey.channels else C.PAPER


def employees_of(row: Deployment, at: datetime) -> Iterable[Person]:
    """Who works at the unit, or below it, today; in Danish order."""
    day = local_day(at)
    units = below(row.unit_id, children_on(day))
    held = Assignment.objects.filter(on_day(day), unit_id__in=units, role=EMPLOYEE)
    return Person.objects.filter(pk__in=held.values("person_id")).order_by("name_sort", "pk")


def taking_part(row: Deployment) -> list[Participant]:
    """Those at the site about whom something may be registered, by pseudonym."""
    people = Participant.objects.filter(site_id=row.unit_id, left_at__isnull=True)
    people = (
        people.filter(phase_id=row.phase_site.phase_id)
        if row.phase_site is not None
        else people.filter(phase__isnull=True)
    )
    requires = playbook_of(row.instrument.version).participation.requires
    return [
        person for person in people.prefetch_related("states").order_by("pseudonym") if _may(person, requires)
    ]


def _may(person: Participant, requires: str) -> bool:
    try:
        check_takes_part(person, requires)
    except RuleError:
        return False
    return True
