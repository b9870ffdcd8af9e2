"""A round, a trial and a phase, made as people make them."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

import pytest
from tests.harness.people import House

from stillads.kernel.clock import COPENHAGEN
from stillads.kernel.viewer import Viewer
from stillads.organisation.models import Person
from stillads.organisation.policy import CONSULTANT, TRIAL_LEAD
from stillads.trials.actions.phases import plan_phase
from stillads.trials.actions.prediction import add_criterion, lock_prediction, set_decision_rule
from stillads.trials.actions.rounds import create_round
from stillads.trials.actions.sites import SiteInput
from stillads.trials.actions.trials import create_trial
from stillads.trials.models import Phase, Round, Trial
from stillads.trials.prediction_rules import CriterionInput

BEFORE = datetime(2026, 3, 2, 9, tzinfo=COPENHAGEN)
START, END = date(2026, 4, 13), date(2026, 7, 21)  # 100 days


@dataclass
class Bench:
    """What a test of this room stands on; `viewer` is a consultant."""

    house: House
    viewer: Viewer
    lead: Person
    round: Round
    at: datetime = BEFORE

    def trial(self, title: str = "Ro om natten", **more: object) -> Trial:
        """A trial with a lead."""
        return create_trial(title=title, lead=self.lead.pk, viewer=self.viewer, at=self.at, **more)  # type: ignore[arg-type]

    def phase(self, trial: Trial | None = None, **more: object) -> Phase:
        """A phase in the round, at Elmely, without a prediction."""
        chosen = trial or self.trial()
        self.house.unit("elmely")
        more.setdefault("sites", [SiteInput("elmely", citizens=12, employees=7)])
        return plan_phase(trial=chosen.pk, round_=self.round.key, viewer=self.viewer, at=self.at, **more)  # type: ignore[arg-type]

    def expects(self, phase: Phase, what: str = "Færre opkald om natten", **more: object) -> None:
        """One expectation and the rule, complete enough to lock."""
        said: dict[str, object] = {
            "perspective": "citizen",
            "what": what,
            "direction": "down",
            "size": Decimal(20),
            "unit": "%",
            "how_known": "Nattevagten tæller opkald i uge 23",
            **more,
        }
        add_criterion(phase=phase.pk, criterion=CriterionInput(**said), viewer=self.viewer, at=self.at)  # type: ignore[arg-type]
        set_decision_rule(
            phase=phase.pk,
            decision_rule="Mindst 20 % færre opkald uden flere klager",
            evaluation_date=date(2026, 8, 18),
            viewer=self.viewer,
            at=self.at,
        )

    def locked(self, trial: Trial | None = None, **more: object) -> Phase:
        """A phase with a locked prediction."""
        phase = self.phase(trial, **more)
        self.expects(phase)
        lock_prediction(phase=phase.pk, viewer=self.viewer, at=self.at)
        phase.refresh_from_db()
        return phase


@pytest.fixture
def bench(house: House) -> Bench:
    """A consultant, a lead, and the round 2026-1."""
    viewer = house.viewer(CONSULTANT)
    made = create_round(key="2026-1", title="Forårets runde", start=START, viewer=viewer, at=BEFORE)
    return Bench(house, viewer, house.person(TRIAL_LEAD, name="Karen Holm"), made)
