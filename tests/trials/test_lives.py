"""From a planned round to a phase in evaluation, by people and by the calendar."""

from datetime import date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from tests.trials.conftest import BEFORE, END, START, Bench

from stillads.audit.models import AuditEvent
from stillads.kernel.clock import COPENHAGEN
from stillads.kernel.rules import Conflict, Denied, RuleError
from stillads.organisation.policy import EMPLOYEE
from stillads.trials.actions.advance import advance_phases
from stillads.trials.actions.phases import edit_phase, plan_phase, step_phase
from stillads.trials.actions.prediction import go_without_prediction, lock_prediction
from stillads.trials.actions.rounds import create_round
from stillads.trials.models import Criterion, Phase, Round, Trial

pytestmark = pytest.mark.django_db


def _noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=COPENHAGEN)


def test_a_round_lasts_a_hundred_days_unless_it_says_otherwise(bench: Bench) -> None:
    assert (bench.round.start, bench.round.end) == (START, END)
    assert bench.round.evaluation_deadline == END + timedelta(days=28)


def test_a_round_sent_twice_is_one_round(bench: Bench) -> None:
    made = [
        create_round(
            key="2026-2",
            title="Efterår",
            start=date(2026, 9, 1),
            idempotency_key="k",
            viewer=bench.viewer,
            at=BEFORE,
        )
        for _twice in range(2)
    ]
    assert made[0].pk == made[1].pk
    assert Round.objects.count() == 2


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"key": "efterår"}, "key"),
        ({"end": date(2026, 8, 1)}, "end"),
        ({"evaluation_deadline": date(2026, 9, 2)}, "evaluation_deadline"),
        ({"baseline_start": date(2026, 9, 2)}, "start"),
        ({"welfare_meeting": date(2027, 3, 1), "committee_meeting": date(2027, 2, 1)}, "committee_meeting"),
    ],
)
def test_days_of_a_round_out_of_order_are_refused(
    bench: Bench, changes: dict[str, object], field: str
) -> None:
    said: dict[str, object] = {"key": "2026-2", "title": "Efterår", "start": date(2026, 9, 1), **changes}
    with pytest.raises(RuleError) as refused:
        create_round(**said, viewer=bench.viewer, at=BEFORE)  # type: ignore[arg-type]
    assert refused.value.field == field
    assert Round.objects.count() == 1


def test_an_employee_makes_no_round(bench: Bench) -> None:
    with pytest.raises(Denied):
        create_round(
            key="2026-2", title="Efterår", start=START, viewer=bench.house.viewer(EMPLOYEE), at=BEFORE
        )


def test_a_phase_takes_the_dates_of_its_round_and_wakes_the_trial(bench: Bench) -> None:
    phase = bench.phase()
    assert (phase.start, phase.end, phase.number, phase.own_dates) == (START, END, 1, False)
    assert phase.trial.state == Trial.State.ACTIVE
    assert [site.unit.key for site in phase.sites.all()] == ["elmely"]


def test_a_phase_planned_twice_is_one_and_other_days_are_a_conflict(bench: Bench) -> None:
    phase = bench.phase()
    assert bench.phase(phase.trial).pk == phase.pk
    with pytest.raises(Conflict):
        plan_phase(
            trial=phase.trial_id, round_="2026-1", end=END - timedelta(days=9), viewer=bench.viewer, at=BEFORE
        )


def test_an_incomplete_prediction_is_not_locked_and_says_all_that_is_missing(bench: Bench) -> None:
    phase = bench.phase()
    with pytest.raises(RuleError) as refused:
        lock_prediction(phase=phase.pk, viewer=bench.viewer, at=BEFORE)
    assert "mindst én ting" in str(refused.value.reason)
    assert "beslutningsregel" in str(refused.value.reason)


def test_a_prediction_is_not_locked_on_day_1(bench: Bench) -> None:
    phase = bench.phase()
    bench.expects(phase)
    with pytest.raises(RuleError, match="Dag 1"):
        lock_prediction(phase=phase.pk, viewer=bench.viewer, at=_noon(START))


def test_a_locked_prediction_stays_in_the_database_itself(bench: Bench) -> None:
    phase = bench.locked()
    assert phase.state == Phase.State.READY
    criterion = Criterion.objects.get(phase=phase)
    criterion.what = "noget andet"
    with pytest.raises(IntegrityError), transaction.atomic():
        criterion.save()
    phase.prediction.decision_rule = "noget andet"
    with pytest.raises(IntegrityError), transaction.atomic():
        phase.prediction.save()


def test_the_calendar_starts_and_ends_phases_once(bench: Bench) -> None:
    phase = bench.locked()
    assert advance_phases(at=_noon(START - timedelta(days=1))) == 0
    assert advance_phases(at=_noon(START)) == 2  # the phase and its round
    assert advance_phases(at=_noon(END)) == 0
    assert advance_phases(at=_noon(END + timedelta(days=1))) == 2
    assert advance_phases(at=_noon(END + timedelta(days=1))) == 0
    phase.refresh_from_db()
    assert phase.state == Phase.State.EVALUATING
    assert [t.to_state for t in phase.transitions.order_by("pk")] == [
        "draft",
        "ready",
        "running",
        "evaluating",
    ]


def test_a_phase_without_a_prediction_waits_until_somebody_says_why(bench: Bench) -> None:
    phase = bench.phase()
    advance_phases(at=_noon(START))
    phase.refresh_from_db()
    assert phase.state == Phase.State.DRAFT
    go_without_prediction(phase=phase.pk, reason="Begyndt før Stillads", viewer=bench.viewer, at=_noon(START))
    advance_phases(at=_noon(START))
    phase.refresh_from_db()
    assert (phase.state, phase.without_prediction) == (Phase.State.RUNNING, "Begyndt før Stillads")


def test_a_draft_cannot_be_pushed_to_run(bench: Bench) -> None:
    phase = bench.phase()
    with pytest.raises(RuleError, match="forudsigelse"):
        step_phase(phase=phase.pk, target=Phase.State.RUNNING, viewer=bench.viewer, at=BEFORE)


def test_a_stop_wants_a_reason(bench: Bench) -> None:
    phase = bench.locked()
    with pytest.raises(RuleError) as refused:
        step_phase(phase=phase.pk, target=Phase.State.STOPPED, viewer=bench.viewer, at=BEFORE)
    assert refused.value.field == "reason"


def test_day_1_stands_once_it_has_come(bench: Bench) -> None:
    phase = bench.locked()
    advance_phases(at=_noon(START))
    with pytest.raises(RuleError) as refused:
        edit_phase(phase=phase.pk, start=START + timedelta(days=7), viewer=bench.viewer, at=_noon(START))
    assert refused.value.field == "start"


def test_an_old_version_loses_and_nothing_is_written_over(bench: Bench) -> None:
    phase = bench.phase()
    edit_phase(phase=phase.pk, expected_citizens=9, version=1, viewer=bench.viewer, at=BEFORE)
    with pytest.raises(Conflict):
        edit_phase(phase=phase.pk, expected_citizens=8, version=1, viewer=bench.viewer, at=BEFORE)
    phase.refresh_from_db()
    assert phase.expected_citizens == 9


def test_every_deed_is_in_the_log(bench: Bench) -> None:
    bench.locked()
    verbs = set(AuditEvent.objects.values_list("verb", flat=True))
    assert {
        "trials.create_round",
        "trials.create_trial",
        "trials.plan_phase",
        "trials.add_criterion",
        "trials.lock_prediction",
    } <= verbs
