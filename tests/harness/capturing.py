"""A trial that runs on a playbook at two care centres: what tests of registrations stand on."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from tests.harness.people import House, new_house
from tests.harness.playbooks import playbook

from stillads.capture.actions.entries import Recorded, Said, register
from stillads.capture.lookup import deployment_by
from stillads.capture.models import Deployment
from stillads.kernel.clock import COPENHAGEN
from stillads.kernel.viewer import Viewer
from stillads.organisation.models import Person
from stillads.organisation.policy import CONSULTANT, EMPLOYEE, MANAGER, TRIAL_LEAD
from stillads.playbooks.actions.versions import publish_playbook
from stillads.playbooks.models import PlaybookVersion
from stillads.trials.actions.advance import advance_phases
from stillads.trials.actions.participants import enrol
from stillads.trials.actions.phases import plan_phase
from stillads.trials.actions.playbook import choose_playbook
from stillads.trials.actions.prediction import lock_prediction
from stillads.trials.actions.rounds import create_round
from stillads.trials.actions.sites import SiteInput
from stillads.trials.actions.trials import create_trial
from stillads.trials.models import Participant, Phase

PLANNED = datetime(2026, 3, 2, 9, tzinfo=COPENHAGEN)
BASELINE, START, END = date(2026, 3, 16), date(2026, 4, 13), date(2026, 7, 21)
NOON = datetime(2026, 5, 6, 12, tzinfo=COPENHAGEN)  # a Wednesday, day 24


@dataclass
class Ward:
    """Elmely and Toftegården try something out. `at` is noon on day 24; freeze the clock there.

    employee, manager  viewers who work at Elmely; lead: the trial's lead; consultant: of the municipality
    """

    house: House
    phase: Phase
    version: PlaybookVersion
    employee: Viewer
    manager: Viewer
    lead: Viewer
    consultant: Viewer
    nurse: Person
    at: datetime = NOON

    def deployment(self, instrument: str, unit: str = "elmely") -> Deployment:
        """The deployment of an instrument at a unit, loaded as actions want it."""
        found = Deployment.objects.get(
            instrument__key=instrument,
            instrument__version=self.version,
            unit__key=unit,
            phase_site__phase=self.phase,
        )
        return deployment_by(found.pk)

    def participant(self, unit: str = "elmely", state: str = "participates", **more: Any) -> Participant:
        """Somebody more who takes part."""
        said = {"viewer": self.consultant, "at": self.at, **more}
        return enrol(phase=self.phase.pk, site=unit, state=state, **said)

    def says(
        self, instrument: str, form: str, key: str, viewer: Viewer | None = None, **more: Any
    ) -> Recorded:
        """One registration at Elmely by the employee: `raw` maps a field to its text or texts."""
        raw = {k: [v] if isinstance(v, str) else v for k, v in more.pop("raw", {}).items()}
        said = Said(form=form, raw=raw, key=key, **more)
        return register(
            deployment=self.deployment(instrument).pk, said=said, viewer=viewer or self.employee, at=self.at
        )


def new_ward(*, running: bool = True, **playbook_changes: Any) -> Ward:
    """Round, trial, phase, playbook with every instrument; locked and begun where `running`."""
    house = new_house()
    for key in ("elmely", "toftegaarden"):
        house.unit(key)
    consultant = house.viewer(CONSULTANT)
    lead = house.person(TRIAL_LEAD, name="Lis Lund")
    create_round(
        key="2026-1", title="Forår", start=START, end=END, baseline_start=BASELINE, viewer=consultant, at=PLANNED
    )  # fmt: skip
    version = publish_playbook(content=playbook(**playbook_changes), viewer=consultant, at=PLANNED)
    phase = _phase("Alle redskaber", version, lead.pk, consultant, running=running)
    nurse = house.person(EMPLOYEE, "elmely", name="Anna Dam")
    return Ward(
        house=house,
        phase=phase,
        version=version,
        employee=house.viewer_of(nurse),
        manager=house.viewer(MANAGER, "elmely"),
        lead=house.viewer_of(lead),
        consultant=consultant,
        nurse=nurse,
    )


def new_trial_beside(ward: Ward) -> Ward:
    """Another trial at the same units, on the same playbook, in the same days; the same people."""
    phase = _phase("En anden prøvehandling", ward.version, None, ward.consultant, running=True)
    return replace(ward, phase=phase)


def _phase(title: str, version: PlaybookVersion, lead: int | None, viewer: Viewer, *, running: bool) -> Phase:
    trial = create_trial(title=title, lead=lead, viewer=viewer, at=PLANNED)
    phase = plan_phase(
        trial=trial.pk,
        round_="2026-1",
        sites=[SiteInput("elmely", employees=7), SiteInput("toftegaarden", employees=9)],
        viewer=viewer,
        at=PLANNED,
    )
    choose_playbook(phase=phase.pk, version=version.public_id, viewer=viewer, at=PLANNED)
    if running:
        lock_prediction(phase=phase.pk, viewer=viewer, at=PLANNED)
        advance_phases(at=datetime(2026, 4, 13, 1, tzinfo=COPENHAGEN))
    phase.refresh_from_db()
    return phase
