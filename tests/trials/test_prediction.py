"""After the lock nothing is written over: amendments are rows of their own, with a reason."""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest
from tests.trials.conftest import BEFORE, Bench

from stillads.kernel.clock import COPENHAGEN
from stillads.kernel.rules import Conflict, Invalid, RuleError
from stillads.trials.actions.amendments import (
    add_late_criterion,
    amend_criterion,
    amend_decision_rule,
    amend_evaluation_date,
    as_input,
    withdraw_criterion,
)
from stillads.trials.actions.prediction import (
    add_criterion,
    edit_criterion,
    lock_prediction,
    remove_criterion,
)
from stillads.trials.models import Criterion
from stillads.trials.prediction_rules import CriterionInput
from stillads.trials.queries.prediction import expected_text, prediction_of

pytestmark = pytest.mark.django_db
LATER = datetime(2026, 5, 1, 9, tzinfo=COPENHAGEN)


def test_locked_twice_is_locked_once(bench: Bench) -> None:
    phase = bench.locked()
    first = prediction_of(phase.pk).locked_at
    lock_prediction(phase=phase.pk, viewer=bench.viewer, at=LATER)
    assert prediction_of(phase.pk).locked_at == first


def test_a_locked_expectation_is_neither_changed_nor_removed(bench: Bench) -> None:
    criterion = Criterion.objects.get(phase=bench.locked())
    with pytest.raises(Conflict):
        edit_criterion(criterion=criterion.pk, said=as_input(criterion), viewer=bench.viewer, at=BEFORE)
    with pytest.raises(Conflict):
        remove_criterion(criterion=criterion.pk, viewer=bench.viewer, at=BEFORE)


def test_an_amendment_stands_beside_what_it_amends(bench: Bench) -> None:
    phase = bench.locked()
    old = Criterion.objects.get(phase=phase)
    said = replace(as_input(old), size=Decimal(10))
    new = amend_criterion(criterion=old.pk, said=said, reason="Færre senge", viewer=bench.viewer, at=LATER)
    view = prediction_of(phase.pk)
    assert [c.public_id for c in view.criteria] == [new.public_id]
    assert view.criteria[0].size == 10
    assert [(c.public_id, c.size) for c in view.criteria[0].earlier] == [(old.public_id, Decimal(20))]
    assert view.amended
    with pytest.raises(Conflict):
        amend_criterion(criterion=old.pk, said=said, reason="igen", viewer=bench.viewer, at=LATER)


def test_an_amendment_without_a_reason_is_refused(bench: Bench) -> None:
    phase = bench.locked()
    with pytest.raises(Invalid) as refused:
        amend_decision_rule(
            phase=phase.pk, decision_rule="En anden", reason=" ", viewer=bench.viewer, at=LATER
        )
    assert list(refused.value.errors) == ["reason"]


def test_an_open_prediction_is_not_amended(bench: Bench) -> None:
    with pytest.raises(RuleError, match="ikke låst"):
        amend_decision_rule(
            phase=bench.phase().pk, decision_rule="En", reason="fordi", viewer=bench.viewer, at=BEFORE
        )


def test_the_rule_and_the_day_that_hold_are_the_newest(bench: Bench) -> None:
    phase = bench.locked()
    amend_decision_rule(
        phase=phase.pk, decision_rule="Mindst 10 %", reason="a", viewer=bench.viewer, at=LATER
    )
    amend_evaluation_date(phase=phase.pk, day=date(2026, 9, 1), reason="b", viewer=bench.viewer, at=LATER)
    amend_evaluation_date(phase=phase.pk, day=date(2026, 9, 8), reason="c", viewer=bench.viewer, at=LATER)
    view = prediction_of(phase.public_id)
    assert (view.decision_rule, view.evaluation_date) == ("Mindst 10 %", date(2026, 9, 8))
    assert [a.before for a in view.amendments][1:] == ["2026-08-18", "2026-09-01"]
    phase.refresh_from_db()
    assert phase.evaluation_date == date(2026, 9, 8)


def test_a_withdrawn_and_a_late_expectation_are_marked_as_such(bench: Bench) -> None:
    phase = bench.locked()
    old = Criterion.objects.get(phase=phase)
    withdraw_criterion(criterion=old.pk, reason="Kan ikke tælles", viewer=bench.viewer, at=LATER)
    add_late_criterion(
        phase=phase.pk,
        said=CriterionInput("employee", "Færre afbrydelser", "down", "Tælles", guardrail=True),
        reason="Ønske fra nattevagten",
        viewer=bench.viewer,
        at=LATER,
    )
    first, second = prediction_of(phase.pk).criteria
    assert (first.withdrawn, first.late) == (True, False)
    assert (second.withdrawn, second.late) == (False, True)
    assert [c.what for c in prediction_of(phase.pk).counting] == ["Færre afbrydelser"]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"size": Decimal(-2)}, "size"),
        ({"unit": ""}, "unit"),
        ({"primary": True, "guardrail": True}, "primary"),
        ({"perspective": "naboen"}, "perspective"),
        ({"direction": "sidelæns"}, "direction"),
        ({"what": "Færre opkald fra 010150-1234"}, "what"),
    ],
)
def test_an_expectation_that_does_not_hold_together_is_refused(
    bench: Bench, changes: dict[str, object], field: str
) -> None:
    good = CriterionInput("citizen", "Færre opkald", "down", size=Decimal(2), unit="opkald")
    with pytest.raises(RuleError) as refused:
        add_criterion(
            phase=bench.phase().pk,
            criterion=replace(good, **changes),  # type: ignore[arg-type]
            viewer=bench.viewer,
            at=BEFORE,
        )
    assert refused.value.field == field
    assert Criterion.objects.count() == 0


def test_an_expectation_is_told_in_words() -> None:
    assert expected_text("down", Decimal("20.0000"), "%") == "falder med 20\u202f%"
    assert expected_text("up", Decimal("1.5"), "timer") == "stiger med 1,5 timer"
    assert expected_text("not_worse", None, "") == "bliver ikke dårligere"
