"""Who is asked in a wave: those who take part, the unit's residents, relatives, employees; all or a sample."""

import secrets
from collections.abc import Iterable
from datetime import datetime
from typing import Final, TypeVar

from django.db import transaction
from django.db.models import Q, QuerySet

from stillads.audit.actions.record import record
from stillads.kernel.clock import local_day
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
from ...participation import may_be_asked, takes_part
from ...survey_rules import survey_of, wave_by
from .residents import residents_to_ask

C = Asked.Channel
T = TypeVar("T")

NEVER: Final = "never"
"""Does not want to be asked again."""
MOVED: Final = "moved"
"""Does not live there any more: noted by staff, or the name was erased from the unit's list."""


@transaction.atomic
def draw_wave(wave: Wave, *, viewer: Viewer, at: datetime) -> int:
    """Adds those who are to be asked and are not yet on the list. Returns how many are new.

    Whoever has moved since is asked no more.

    `wave` comes from `survey_rules.wave_by`. A sample is drawn once; where all are asked, those who have
    joined since come on the list too. Run again it adds nobody.
    """
    wave = wave_by(wave.public_id, lock=True)
    row = wave.deployment
    survey = survey_of(row)
    gone = Asked.objects.filter(wave=wave, answered=False, participant__citizen__erased_at__isnull=False)
    gone.update(declined_why=MOVED)
    if survey.drawn_from == "anybody" or (survey.sample and wave.drawn_at):
        return 0
    new = _new(survey, wave, row, at)
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
    """Those who are not on the list, and have not said earlier that they want to hear no more of it.

    Whoever has answered in these days before the questions were changed is not asked again.
    """
    here = Asked.objects.filter(wave__in=_waves_beside(wave)).filter(
        Q(wave=wave)
        | Q(declined_why__in=[NEVER, MOVED])
        | Q(answered=True, wave__opens_on__lte=wave.closes_on, wave__closes_on__gte=wave.opens_on)
    )
    if survey.drawn_from == "employees":
        known = set(here.values_list("person_id", flat=True))
        people = _sample(survey, [person for person in employees_of(row, at) if person.pk not in known])
        return [
            Asked(wave=wave, person=p, email=p.email, channel=C.EMAIL if p.email else C.LETTER)
            for p in people
        ]
    relative = survey.drawn_from == "relatives"
    known = set(here.filter(relative=relative).values_list("participant_id", flat=True))
    channel = first_channel(survey)
    chosen = (
        residents_to_ask(row, known, lambda found: _sample(survey, found), at)
        if survey.drawn_from == "residents"
        else _sample(survey, [person for person in taking_part(row) if person.pk not in known])
    )
    return [Asked(wave=wave, participant=person, relative=relative, channel=channel) for person in chosen]


def _waves_beside(wave: Wave) -> QuerySet[Wave]:
    """All waves of the survey at the place, those before the playbook was changed under way too."""
    row = wave.deployment
    if row.phase_site_id is None:
        return Wave.objects.filter(deployment=row)
    return Wave.objects.filter(
        deployment__phase_site_id=row.phase_site_id, deployment__instrument__key=row.instrument.key
    )


def _sample(survey: Survey, found: list[T]) -> list[T]:
    if not survey.sample:
        return found
    return secrets.SystemRandom().sample(found, min(survey.sample, len(found)))


def first_channel(survey: Survey) -> str:
    """How a citizen or a relative is asked where nothing else was agreed."""
    if survey.drawn_from in {"participants", "residents"} and "staff" in survey.channels:
        return C.STAFF
    return C.LETTER if "link" in survey.channels else C.PAPER


def employees_of(row: Deployment, at: datetime) -> Iterable[Person]:
    """Who works at the unit, or below it, today; in Danish order."""
    day = local_day(at)
    units = below(row.unit_id, children_on(day))
    held = Assignment.objects.filter(on_day(day), unit_id__in=units, role=EMPLOYEE)
    return Person.objects.filter(pk__in=held.values("person_id")).order_by("name_sort", "pk")


def taking_part(row: Deployment) -> list[Participant]:
    """Those at the site about whom something may be registered, by pseudonym; nobody whose name was erased."""
    people = Participant.objects.filter(site_id=row.unit_id, left_at__isnull=True)
    people = people.filter(Q(citizen__isnull=True) | Q(citizen__erased_at__isnull=True))
    people = (
        people.filter(phase_id=row.phase_site.phase_id)
        if row.phase_site is not None
        else people.filter(phase__isnull=True)
    )
    survey, requires = survey_of(row), playbook_of(row.instrument.version).participation.requires
    may = may_be_asked if survey.drawn_from == "residents" else takes_part
    found = people.prefetch_related("states").order_by("pseudonym")
    return [person for person in found if may(person, requires)]
