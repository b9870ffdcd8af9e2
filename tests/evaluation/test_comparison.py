"""Forudsagt, målt, forskel; and the verdict that falls once."""

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from django.db import DatabaseError, transaction
from tests.evaluation.conftest import BEFORE, Desk

from stillads.analysis.actions import fall_due_verdicts, fall_verdicts, release_figures
from stillads.analysis.models import Verdict
from stillads.kernel import clock
from stillads.kernel.clock import COPENHAGEN
from stillads.trials.actions.amendments import amend_criterion
from stillads.trials.actions.figures import correct_figure
from stillads.trials.figure_rules import FigureInput
from stillads.trials.models import Criterion, Phase, Prediction
from stillads.trials.prediction_rules import CriterionInput

pytestmark = pytest.mark.django_db
EVALUATED = date(2026, 8, 18)
ON_THE_DAY = datetime(2026, 8, 18, 8, tzinfo=COPENHAGEN)


@pytest.fixture
def criterion(desk: Desk) -> Criterion:
    """A locked expectation: 20 % fewer interruptions, judged on 18 August."""
    made = Criterion.objects.create(
        phase=desk.phase, perspective="employee", what="Afbrydelser", direction="down", size=Decimal(20),
        unit="%", how_known="Optælling", primary=True, locked_at=BEFORE, created_at=BEFORE, created_by="Inge",
    )  # fmt: skip
    Prediction.objects.filter(phase=desk.phase).update(locked_at=BEFORE)
    Phase.objects.filter(pk=desk.phase.pk).update(evaluation_date=EVALUATED)
    return made


def count(desk: Desk, criterion: Criterion, value: str, **more: object) -> str:
    figure = desk.figure(
        "Afbrydelser",
        value=Decimal(value),
        before=Decimal(10),
        denominator=14,
        unit="afbrydelser",
        criterion=criterion.public_id,
        **more,
    )
    return figure.public_id


def test_before_the_date_it_is_provisional_and_nothing_falls(desk: Desk, criterion: Criterion) -> None:
    count(desk, criterion, "7.5")
    with clock.frozen(ON_THE_DAY - timedelta(days=1)):
        assert fall_verdicts(phase=desk.key, viewer=desk.lead_viewer, at=clock.now()) == []
        page = desk.page().comparison
    (row,) = page.predicted
    assert (row.provisional, row.outcome, page.due) == (True, "", 0)
    assert row.change == "−25\u202f%"
    assert row.measured == "7,5 afbrydelser"


def test_on_the_date_the_verdict_falls_once(desk: Desk, criterion: Criterion) -> None:
    wrong = count(desk, criterion, "7.5")
    with clock.frozen(ON_THE_DAY):
        assert desk.page().comparison.due == 1
        assert fall_due_verdicts(viewer=desk.lead_viewer, at=clock.now()) == 1
    correct_figure(
        figure=wrong,
        said=FigureInput(
            label="Afbrydelser", method="Talt igen", source="Skemaet", dated=EVALUATED, value=Decimal(9),
            before=Decimal(10), denominator=14, unit="afbrydelser", criterion=criterion.public_id,
        ),
        reason="Én nat var talt to gange",
        viewer=desk.consultant,
        at=desk.at,
    )  # fmt: skip
    assert fall_verdicts(phase=desk.key, viewer=desk.lead_viewer, at=desk.at) == []
    (row,) = desk.page().comparison.predicted
    assert (row.outcome, row.measured, row.changed_since_verdict) == ("met", "9 afbrydelser", True)
    verdict = Verdict.objects.get()
    assert verdict.rule_name == "typed-figure-1"
    assert verdict.inputs["value"] == "7.5000"
    with pytest.raises(DatabaseError), transaction.atomic():
        Verdict.objects.update(outcome="not_met")


def test_an_amendment_is_shown_and_is_what_counts(desk: Desk, criterion: Criterion) -> None:
    count(desk, criterion, "8.5")
    amend_criterion(
        criterion=criterion.public_id,
        said=CriterionInput(
            perspective="employee", what="Afbrydelser", direction="down", how_known="Optælling",
            size=Decimal(10), unit="%", primary=True,
        ),
        reason="Nye tal fra foråret",
        viewer=desk.consultant,
        at=desk.at,
    )  # fmt: skip
    fall_verdicts(phase=desk.key, viewer=desk.lead_viewer, at=desk.at)
    (row,) = desk.page().comparison.predicted
    assert [change.reason for change in row.amendments] == ["Nye tal fra foråret"]
    assert "20" in row.amendments[0].predicted
    assert (row.outcome, "10" in row.predicted) == ("met", True)


def test_a_figure_that_nobody_predicted_stands_apart(desk: Desk, criterion: Criterion) -> None:
    desk.figure("Opfyldte ønsker")
    page = desk.page().comparison
    assert [row.what for row in page.unpredicted] == ["Opfyldte ønsker"]
    assert [row.measured for row in page.predicted] == [""]


def test_released_numbers_are_remembered_and_small_ones_withheld(desk: Desk) -> None:
    large, small = desk.figure(), desk.figure("Frafald", value=Decimal(2))
    place = {"audience": "public", "edition": "2026-1", "table": "kapitel 1"}
    ids = [large.public_id, small.public_id]
    first = release_figures(figures=ids, **place, viewer=desk.consultant, at=desk.at)
    assert (first[ids[0]].text, first[ids[0]].value) == ("36 borgere", Decimal(36))
    assert (first[ids[1]].shown, first[ids[1]].value) == ("withheld", None)
    again = release_figures(figures=ids, **place, viewer=desk.consultant, at=desk.at)
    assert {key: number.pk for key, number in again.items()} == {
        key: number.pk for key, number in first.items()
    }
