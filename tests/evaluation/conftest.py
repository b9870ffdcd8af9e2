"""An evaluation in a trial that is over, made as people make it."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from tests.harness.people import House

from stillads.evaluation.actions import add_finding, add_part, open_evaluation, save_text, set_box, set_rating
from stillads.evaluation.queries import EvaluationPage, evaluation_of
from stillads.kernel.clock import COPENHAGEN
from stillads.kernel.viewer import Viewer
from stillads.organisation.models import Person
from stillads.organisation.policy import CONSULTANT, MANAGER, TRIAL_LEAD
from stillads.trials.actions.figures import add_figure
from stillads.trials.actions.phases import plan_phase
from stillads.trials.actions.rounds import create_round
from stillads.trials.actions.sites import SiteInput
from stillads.trials.actions.trials import create_trial
from stillads.trials.figure_rules import FigureInput
from stillads.trials.models import Figure, Phase

BEFORE = datetime(2026, 3, 2, 9, tzinfo=COPENHAGEN)
START = date(2026, 4, 13)
AFTER = datetime(2026, 8, 20, 10, tzinfo=COPENHAGEN)
PLACES = [(side, view) for side in ("advantage", "barrier") for view in ("citizen", "employee", "economy")]


@dataclass
class Desk:
    """What a test of this room stands on: a phase under evaluation, its lead, a consultant, a manager."""

    house: House
    lead: Person
    lead_viewer: Viewer
    consultant: Viewer
    manager: Viewer
    phase: Phase
    at: datetime = AFTER

    @property
    def key(self) -> str:
        """The phase's public id."""
        return self.phase.public_id

    def page(self) -> EvaluationPage:
        """The evaluation as the lead reads it."""
        return evaluation_of(self.key, self.lead_viewer)

    def finding(self, text: str = "Flere fik deres ønske opfyldt.", **more: object) -> str:
        """A finding, an observation among the citizens' advantages unless something else is said."""
        said: dict[str, object] = {
            "side": "advantage",
            "perspective": "citizen",
            "evidence": "observation",
            **more,
        }
        saved = add_finding(phase=self.key, text=text, viewer=self.lead_viewer, at=self.at, **said)  # type: ignore[arg-type]
        return saved.key

    def figure(self, label: str = "Opfyldte ønsker", **more: object) -> Figure:
        """A figure typed by hand."""
        said: dict[str, object] = {
            "value": Decimal(36),
            "unit": "borgere",
            "method": "Talt på tavlemødet",
            "source": "Ønskelisten",
            "dated": date(2026, 8, 1),
            **more,
        }
        return add_figure(
            phase=self.key,
            figure=FigureInput(label=label, **said),  # type: ignore[arg-type]
            viewer=self.consultant,
            at=self.at,
        )

    def whole(self) -> None:
        """Everything that is needed before it can be handed in."""
        me: dict[str, Any] = {"viewer": self.lead_viewer, "at": self.at}
        self.finding()
        for side, view in PLACES[1:]:
            set_box(
                phase=self.key, side=side, perspective=view, state="none_found", why="Spurgt på mødet", **me
            )
        for text in ("assessment", "impression"):
            save_text(phase=self.key, key=text, text="Det gik godt.", **me)
        add_part(phase=self.key, proposal="permanent", text="Vi gør det til hverdag.", **me)
        for view in ("citizen", "employee", "economy"):
            set_rating(phase=self.key, perspective=view, value=1, why="Svarene peger den vej", **me)


def make_phase(house: House, lead: Person, viewer: Viewer, *, key: str = "2026-1") -> Phase:
    """A trial of the unit Elmely in a round of its own, over and ready to be evaluated."""
    house.unit("elmely")
    create_round(key=key, title="Forårets runde", start=START, viewer=viewer, at=BEFORE)
    trial = create_trial(title="Ro om natten", lead=lead.pk, owner_unit="elmely", viewer=viewer, at=BEFORE)
    phase = plan_phase(trial=trial.pk, round_=key, sites=[SiteInput("elmely")], viewer=viewer, at=BEFORE)
    Phase.objects.filter(pk=phase.pk).update(state=Phase.State.EVALUATING)
    phase.refresh_from_db()
    return phase


@pytest.fixture
def desk(house: House) -> Desk:
    """An evaluation just opened."""
    house.unit("elmely")
    lead = house.person(TRIAL_LEAD, "elmely", name="Karen Holm")
    consultant = house.viewer(CONSULTANT)
    manager = house.viewer(MANAGER, "elmely")
    phase = make_phase(house, lead, consultant)
    desk = Desk(house, lead, house.viewer_of(lead), consultant, manager, phase)
    open_evaluation(phase=phase.public_id, viewer=desk.lead_viewer, at=AFTER)
    return desk
