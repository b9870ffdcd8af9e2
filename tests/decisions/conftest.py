"""A round with two evaluated trials, and its meeting."""

from datetime import date, datetime, time

import pytest
from tests.harness.people import House

from stillads.decisions.actions.meeting import plan_meeting
from stillads.decisions.models import Meeting
from stillads.evaluation.models import Evaluation, RecommendationPart
from stillads.kernel.clock import COPENHAGEN
from stillads.kernel.viewer import Viewer
from stillads.trials.models import Phase, Round, Trial

AT = datetime(2022, 10, 5, 14, 0, tzinfo=COPENHAGEN)


@pytest.fixture
def consultant(house: House) -> Viewer:
    return house.viewer("consultant")


@pytest.fixture
def round_(db: None) -> Round:
    return Round.objects.create(
        key="2022-2", title="Anden runde", start=date(2022, 4, 26), end=date(2022, 8, 23),
        evaluation_deadline=date(2022, 9, 6), welfare_meeting=date(2022, 10, 5),
        committee_meeting=date(2022, 10, 25), state=Round.State.MEETING,
    )  # fmt: skip


def phase_in(round_: Round, title: str, *parts: str, state: str = Phase.State.EVALUATED) -> Phase:
    """A phase with its trial, and a recommendation with one part per proposal in `parts`."""
    trial = Trial.objects.create(title=title, created_at=AT, idempotency_key=title, state=Trial.State.ACTIVE)
    phase = Phase.objects.create(
        trial=trial, round=round_, number=1, order_in_round=round_.phases.count() + 1, start=round_.start,
        end=round_.end, state=state, created_at=AT,
    )  # fmt: skip
    evaluation = Evaluation.objects.create(phase=phase, created_at=AT)
    for order, proposal in enumerate(parts):
        text = {"blocks": [{"type": "paragraph", "spans": [{"text": f"Del {order + 1}"}]}]}
        RecommendationPart.objects.create(
            evaluation=evaluation, order=order, proposal=proposal, body=text, saved_by="x", saved_at=AT
        )
    return phase


@pytest.fixture
def meeting(round_: Round, consultant: Viewer) -> Meeting:
    phase_in(round_, "Velfærdssamtaler", "spread")
    phase_in(round_, "Straksvisitation", "extend", "other")
    return plan_meeting(
        round_=round_, held_on=date(2022, 10, 5), starts_at=time(13, 0), place="Byrådssalen",
        viewer=consultant, at=AT,
    )  # fmt: skip
