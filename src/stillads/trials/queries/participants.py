"""Who takes part, under pseudonyms; a read that is logged before it is shown."""

from dataclasses import dataclass
from datetime import datetime

from stillads.audit.actions.record import record_read
from stillads.kernel.rules import allowed
from stillads.kernel.viewer import Viewer
from stillads.organisation.permissions import RESIDENTS
from stillads.organisation.policy import check_may, may
from stillads.organisation.queries.residents import residents_of

from ..lookup import phase_by, type_ref
from ..models import Participant, Participation, Phase, PhaseSite
from ..permissions import PARTICIPANTS
from ..rules import check_at_a_site, check_owns
from ..words import PARTICIPATION


@dataclass(frozen=True, slots=True)
class AnswerView:
    """What was said, when, and by whom for the citizen."""

    state: str
    text: str
    spoken_by: str
    note: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ParticipantView:
    """One participant. `answers` the newest first; `now` is the one that holds."""

    public_id: str
    pseudonym: str
    site: str
    enrolled_at: datetime
    left_at: datetime | None
    answers: tuple[AnswerView, ...]

    @property
    def now(self) -> AnswerView | None:
        """The answer that holds."""
        return self.answers[0] if self.answers else None


@dataclass(frozen=True, slots=True)
class ParticipantsPage:
    """Participants of the sites that the viewer reaches; `sites` are those where one may be enrolled.

    residents  (public id, name) of those at these sites who are not in the phase yet, where the viewer may see them
    """

    phase_public_id: str
    trial_public_id: str
    trial_title: str
    participants: tuple[ParticipantView, ...]
    sites: tuple[tuple[str, str], ...]
    residents: tuple[tuple[str, str], ...]
    expected: int | None

    @property
    def taking_part(self) -> int:
        """How many are in it now."""
        staying = {Participation.State.PARTICIPATES, Participation.State.WRITTEN_CONSENT}
        return sum(p.now is not None and p.now.state in staying for p in self.participants)


def participants_of(phase: type_ref, *, viewer: Viewer) -> ParticipantsPage:
    """Those at the sites the viewer reaches. Denied for who has nothing to do with the trial."""
    row = phase_by(phase)
    whole = allowed(check_owns, row.trial, viewer)
    if not whole:
        check_at_a_site(row, viewer)
        check_may(viewer, PARTICIPANTS, unit_id=None if viewer.superuser else _first_reached(row, viewer))
    units = list(PhaseSite.objects.filter(phase=row).select_related("unit").order_by("unit__name_sort"))
    reached = [s for s in units if whole or may(viewer, PARTICIPANTS, unit_id=s.unit_id)]
    record_read(viewer=viewer, verb="trials.read_participants", target=f"phase:{row.public_id}")
    people = Participant.objects.filter(phase=row, site_id__in=[s.unit_id for s in reached])
    fetched = (
        people.select_related("site").prefetch_related("states").order_by("site__name_sort", "pseudonym")
    )
    return ParticipantsPage(
        phase_public_id=row.public_id,
        trial_public_id=row.trial.public_id,
        trial_title=row.trial.title,
        participants=tuple(_view(person) for person in fetched),
        sites=tuple(
            (s.unit.public_id, s.unit.name) for s in reached if may(viewer, PARTICIPANTS, unit_id=s.unit_id)
        ),
        residents=tuple(_residents(row, reached, viewer)),
        expected=row.expected_citizens,
    )


def _residents(row: Phase, reached: list[PhaseSite], viewer: Viewer) -> list[tuple[str, str]]:
    units = [site.unit.public_id for site in reached if may(viewer, RESIDENTS, unit_id=site.unit_id)]
    there = (
        set(Participant.objects.filter(phase=row).values_list("citizen__public_id", flat=True))
        if units
        else set()
    )
    found = [one for unit in units for one in residents_of(unit=unit, viewer=viewer)]
    return [(one.public_id, one.name) for one in found if one.public_id not in there]


def _first_reached(row: Phase, viewer: Viewer) -> int | None:
    reach = viewer.units_for(*viewer.roles)
    return PhaseSite.objects.filter(phase=row, unit_id__in=reach).values_list("unit_id", flat=True).first()


def _view(person: Participant) -> ParticipantView:
    answers = sorted(person.states.all(), key=lambda said: said.pk, reverse=True)
    return ParticipantView(
        public_id=person.public_id,
        pseudonym=person.pseudonym,
        site=person.site.name,
        enrolled_at=person.enrolled_at,
        left_at=person.left_at,
        answers=tuple(
            AnswerView(a.state, str(PARTICIPATION[a.state]), a.spoken_by, a.note, a.by, a.at) for a in answers
        ),
    )
