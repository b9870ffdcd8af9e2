"""A unit's residents who are asked: each becomes a participant who has answered nothing, and says yes by answering."""

import secrets
from collections.abc import Callable, Container
from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from stillads.kernel.clock import local_day
from stillads.kernel.rules import RuleError
from stillads.kernel.viewer import Viewer
from stillads.organisation.models import Citizen
from stillads.organisation.queries.tree import below, children_on
from stillads.playbooks.kinds.survey import Survey
from stillads.playbooks.loading import playbook_of
from stillads.trials.actions.participants import say_in_answer, take_in, unsay
from stillads.trials.models import Participant, Participation

from ...models import Deployment, Entry
from ...participation import has_left, may_be_asked, takes_part

type_choose = Callable[[list[int]], list[int]]


def residents_to_ask(
    row: Deployment, known: Container[int | None], choose: type_choose, at: datetime
) -> list[Participant]:
    """Those of the unit, or below it, who are to be asked and are not among the participants `known`.

    choose  leaves a sample of the citizens' numbers
    Whoever has said no, or left, in any phase of the same trial is left out. Who was chosen and takes part in nothing
    yet comes in under the next number, in an order that says nothing of the name.
    """
    homes = below(row.unit_id, children_on(local_day(at)))
    living = Citizen.objects.filter(unit_id__in=homes, erased_at__isnull=True).values_list("pk", flat=True)
    there = {person.citizen_id: person for person in _of_deployment(row).filter(citizen_id__in=living)}
    requires = playbook_of(row.instrument.version).participation.requires
    no = _have_said_no(row, list(living))
    wanted = [
        citizen
        for citizen in living
        if citizen not in no and _may(there.get(citizen), known, requires, row.unit_id)
    ]
    chosen = choose(wanted)
    new = [citizen for citizen in chosen if citizen not in there]
    secrets.SystemRandom().shuffle(new)
    phase = row.phase_site.phase if row.phase_site else None
    return [there[citizen] for citizen in chosen if citizen in there] + take_in(
        phase=phase, site=row.unit, citizens=new, at=at
    )


def _may(person: Participant | None, known: Container[int | None], requires: str, unit_id: int) -> bool:
    if person is None:
        return requires != Participation.State.WRITTEN_CONSENT
    return person.pk not in known and person.site_id == unit_id and may_be_asked(person, requires)


def _of_deployment(row: Deployment) -> QuerySet[Participant]:
    people = Participant.objects.prefetch_related("states")
    if row.phase_site is not None:
        return people.filter(phase_id=row.phase_site.phase_id)
    return people.filter(phase__isnull=True, site_id=row.unit_id)


def _have_said_no(row: Deployment, citizens: list[int]) -> set[int | None]:
    """A no in an earlier phase of the trial is a no."""
    same = Q(phase__isnull=True, site_id=row.unit_id)
    if row.phase_site is not None:
        same = Q(phase__trial_id=row.phase_site.phase.trial_id)
    people = Participant.objects.filter(same, citizen_id__in=citizens).prefetch_related("states")
    return {person.citizen_id for person in people if has_left(person)}


def needs_telling(row: Deployment, survey: Survey, person: Participant | None) -> bool:
    """A resident who has not said yes yet: before the first question staff tell what the answers are used for."""
    requires = playbook_of(row.instrument.version).participation.requires
    return survey.drawn_from == "residents" and person is not None and not takes_part(person, requires)


def say_yes(
    row: Deployment,
    survey: Survey,
    person: Participant | None,
    *,
    answered_by: str,
    viewer: Viewer,
    at: datetime,
) -> None:
    """A resident who answers has said yes to what the playbook requires; it is written down once.

    Nothing where it was said before; RuleError after a no. Not for anonymous answers: nothing is written of them.
    """
    if person is None or not needs_telling(row, survey, person):
        return
    requires = playbook_of(row.instrument.version).participation.requires
    if not may_be_asked(person, requires):
        raise RuleError(_("The citizen does not want to be asked, or has not given written consent yet."))
    say_in_answer(
        person,
        state=requires,
        spoken_by=_("a relative") if answered_by == "relative" else "",
        note=_note(survey),
        viewer=viewer,
        at=at,
    )


def _note(survey: Survey) -> str:
    return _("Said by answering “%(title)s”.") % {"title": survey.title}


def take_yes_back(survey: Survey, answer: Entry, *, viewer: Viewer, at: datetime) -> None:
    """The yes that was written down with an answer goes with it when the answer is undone."""
    if answer.participant is not None:
        unsay(answer.participant, said_at=answer.received_at, note=_note(survey), viewer=viewer, at=at)


def say_no(
    row: Deployment, survey: Survey, person: Participant | None, *, viewer: Viewer, at: datetime
) -> None:
    """A resident who has not said yes to anything wants to be asked no more, in the whole trial."""
    if person is None or not needs_telling(row, survey, person):
        return
    note = _("Does not want to be asked.")
    say_in_answer(person, state=Participation.State.DECLINES, spoken_by="", note=note, viewer=viewer, at=at)
