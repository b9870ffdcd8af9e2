"""Who takes part: enrolled under a pseudonym, with what each was told and answered."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from stillads.audit.actions.record import record
from stillads.kernel.rules import Denied, RuleError
from stillads.kernel.viewer import Viewer
from stillads.organisation.models import Citizen, Unit
from stillads.organisation.permissions import RESIDENTS
from stillads.organisation.policy import check_may, may

from ..lookup import find, phase_by, type_ref, unit_by
from ..models import Participant, Participation, Phase, PhaseSite
from ..permissions import PARTICIPANTS
from ..rules import check_can_edit, check_texts

STATE = Participation.State
_LEAVING = {STATE.DECLINES, STATE.WITHDRAWN}


@transaction.atomic
def enrol(
    *,
    phase: type_ref,
    site: type_ref,
    pseudonym: str = "",
    state: str = STATE.INFORMED,
    spoken_by: str = "",
    citizen_id: int | None = None,
    resident: str = "",
    idempotency_key: str | None = None,
    viewer: Viewer,
    at: datetime,
) -> Participant:
    """A citizen joins the phase at a site, as `pseudonym` (or the next number: `B-07`).

    citizen_id  the row of the citizen's own table, where the municipality keeps one
    resident    public id on the unit's list of residents, for those who may see it; instead of `citizen_id`
    spoken_by   who speaks for the citizen: "datter", "værge"; never a name that tells who the citizen is
    """
    row, unit = phase_by(phase, lock=True), unit_by(site)
    if unit is None or not PhaseSite.objects.filter(phase=row, unit=unit).exists():
        raise RuleError(_("The unit does not take part in the trial."), field="site")
    check_may(viewer, PARTICIPANTS, unit_id=unit.pk)
    if row.state in {Phase.State.EVALUATED, Phase.State.DECIDED, Phase.State.STOPPED}:
        raise RuleError(_("The trial takes no more participants."))
    if idempotency_key and (there := Participant.objects.filter(idempotency_key=idempotency_key).first()):
        return there
    check_texts(pseudonym=pseudonym, spoken_by=spoken_by)
    if resident:
        citizen_id = _resident(resident, row, unit, viewer)
    name = pseudonym.strip() or _next_pseudonym(row, unit)
    if Participant.objects.filter(phase=row, pseudonym=name).exists():
        raise RuleError(_("Somebody takes part under that name already."), field="pseudonym")
    made = Participant.objects.create(
        phase=row,
        site=unit,
        pseudonym=name,
        citizen_id=citizen_id,
        enrolled_at=at,
        idempotency_key=idempotency_key or None,
    )
    _say(made, state, spoken_by, "", viewer, at)
    return made


def _resident(ref: str, phase: Phase, unit: Unit, viewer: Viewer) -> int:
    check_may(viewer, RESIDENTS, unit_id=unit.pk)
    row = Citizen.objects.filter(public_id=ref, unit=unit, erased_at__isnull=True).first()
    if row is None:
        raise RuleError(_("That resident is not on the unit's list."), field="resident")
    there = Participant.objects.filter(phase=phase, citizen=row).first()
    if there is not None:
        raise RuleError(
            _("The resident is there already, as %(name)s. Write down what was answered there.")
            % {"name": there.pseudonym},
            field="resident",
        )
    return row.pk


def take_in(*, phase: Phase | None, site: Unit, citizens: Iterable[int], at: datetime) -> list[Participant]:
    """Residents who are to be asked come in under the next numbers; they have answered nothing yet.

    phase  None: daily operation at the site. Inside the caller's transaction, which has asked who may and logs it.
    """
    if phase is not None:
        phase_by(phase.pk, lock=True)  # numbers are given one at a time
    made = []
    for citizen in citizens:
        name = _next_pseudonym(phase, site)
        made.append(
            Participant.objects.create(
                phase=phase, site=site, pseudonym=name, citizen_id=citizen, enrolled_at=at
            )
        )
    return made


def say_in_answer(
    row: Participant, *, state: str, spoken_by: str, note: str, viewer: Viewer, at: datetime
) -> Participation:
    """What somebody has said by answering, or by saying no there; the caller has asked whose it is to say."""
    return _say(row, state, spoken_by, note, viewer, at)


def unsay(row: Participant, *, said_at: datetime, note: str, viewer: Viewer, at: datetime) -> None:
    """Takes back what was written by `say_in_answer` at that moment with that note, where it is the newest answer.

    For an answer that was noted about the wrong citizen: nothing was ever said.
    """
    last = row.states.last()
    if last is None or (last.at, last.note) != (said_at, note):
        return
    last.delete()
    record(
        viewer=viewer, verb="trials.participation", target=f"participant:{row.public_id}", unit=row.site.key,
        data={"state": "taken_back"}, at=at,
    )  # fmt: skip


@transaction.atomic
def set_participation(
    *, participant: type_ref, state: str, spoken_by: str = "", note: str = "", viewer: Viewer, at: datetime
) -> Participation:
    """What the citizen, or the one who speaks for the citizen, has now answered. Earlier answers stay."""
    row = find(Participant, participant, lock=True)
    check_sees(row, viewer)
    check_texts(spoken_by=spoken_by, note=note)
    return _say(row, state, spoken_by, note, viewer, at)


def check_sees(row: Participant, viewer: Viewer) -> None:
    """Those at the site, and those who may change the trial."""
    if may(viewer, PARTICIPANTS, unit_id=row.site_id):
        return
    if row.phase is None:
        raise Denied(_("Who takes part is for the site alone."))
    check_can_edit(row.phase.trial, viewer)


def _say(
    row: Participant, state: str, spoken_by: str, note: str, viewer: Viewer, at: datetime
) -> Participation:
    if state not in STATE.values:
        raise RuleError(_("Choose what was answered."), field="state")
    last = row.states.last()
    if last is not None and (last.state, last.spoken_by) == (state, spoken_by.strip()):
        return last
    said = Participation.objects.create(
        participant=row, state=state, spoken_by=spoken_by.strip(), note=note.strip(), at=at, by=viewer.name
    )
    row.left_at, row.left_why = (at, state) if state in _LEAVING else (None, "")
    row.save(update_fields=["left_at", "left_why"])
    record(
        viewer=viewer,
        verb="trials.participation",
        target=f"participant:{row.public_id}",
        unit=row.site.key,
        data={"state": state},
        at=at,
    )
    return said


def _next_pseudonym(phase: Phase | None, site: Unit) -> str:
    """The next number in the phase; in daily operation, at the site."""
    there = (
        Participant.objects.filter(phase=phase)
        if phase
        else Participant.objects.filter(phase=None, site=site)
    )
    number = there.count() + 1
    while there.filter(pseudonym=f"B-{number:02d}").exists():
        number += 1
    return f"B-{number:02d}"
