"""Figures typed by hand: they hold together, and a wrong one is corrected by a newer row."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from tests.trials.conftest import BEFORE, Bench

from stillads.kernel.rules import Conflict, Invalid, RuleError
from stillads.trials.actions.figures import add_figure, correct_figure
from stillads.trials.figure_rules import FigureInput
from stillads.trials.models import Criterion, Figure
from stillads.trials.queries.figures import figure_by_public_id, figures_of

pytestmark = pytest.mark.django_db
GOOD = FigureInput(
    "Opkald om natten", "Talt af nattevagten", "Kaldeanlægget", date(2026, 3, 1), Decimal(31), "opkald"
)


def test_a_figure_is_kept_with_all_that_it_rests_on(bench: Bench) -> None:
    phase = bench.phase()
    for _twice in range(2):
        add_figure(phase=phase.pk, figure=GOOD, idempotency_key="k", viewer=bench.viewer, at=BEFORE)
    (figure,) = figures_of(phase.pk)
    assert (figure.value_text, figure.method, figure.source) == ("31 opkald", GOOD.method, GOOD.source)


def test_n_of_n_gives_the_share(bench: Bench) -> None:
    phase = bench.phase()
    said = replace(GOOD, value=None, unit="", numerator=30, denominator=84)
    add_figure(phase=phase.pk, figure=said, viewer=bench.viewer, at=BEFORE)
    (figure,) = figures_of(phase.public_id)
    assert (figure.value, figure.unit) == (Decimal("35.7143"), "%")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"numerator": 5, "denominator": 4}, "numerator"),
        ({"numerator": 5}, "denominator"),
        ({"denominator": 0}, "denominator"),
        ({"value": Decimal(50), "unit": "%", "numerator": 30, "denominator": 84}, "value"),
        ({"value": None}, "value"),
        ({"dated": date(2026, 3, 3)}, "dated"),
        ({"period_first": date(2026, 2, 2), "period_last": date(2026, 2, 1)}, "period_last"),
        ({"source": "Journal 010150-1234"}, "source"),
    ],
)
def test_a_figure_that_does_not_hold_together_is_refused(
    bench: Bench, changes: dict[str, object], field: str
) -> None:
    with pytest.raises(RuleError) as refused:
        add_figure(
            phase=bench.phase().pk,
            figure=replace(GOOD, **changes),  # type: ignore[arg-type]
            viewer=bench.viewer,
            at=BEFORE,
        )
    assert refused.value.field == field
    assert Figure.objects.count() == 0


def test_a_figure_without_method_and_source_is_no_figure(bench: Bench) -> None:
    with pytest.raises(Invalid) as refused:
        add_figure(
            phase=bench.phase().pk,
            figure=replace(GOOD, method="", source=" "),
            viewer=bench.viewer,
            at=BEFORE,
        )
    assert sorted(refused.value.errors) == ["method", "source"]


def test_a_figure_is_counted_as_its_expectation_is(bench: Bench) -> None:
    criterion = Criterion.objects.get(phase=bench.locked())
    with pytest.raises(RuleError) as refused:
        add_figure(
            phase=criterion.phase_id,
            figure=replace(GOOD, criterion=criterion.pk),
            viewer=bench.viewer,
            at=BEFORE,
        )
    assert refused.value.field == "unit"


def test_a_correction_is_a_newer_row_and_the_old_one_stays(bench: Bench) -> None:
    phase = bench.phase()
    old = add_figure(phase=phase.pk, figure=GOOD, viewer=bench.viewer, at=BEFORE)
    said = replace(GOOD, value=Decimal(29))
    correct_figure(figure=old.pk, said=said, reason="Talt to gange", viewer=bench.viewer, at=BEFORE)
    (figure,) = figures_of(phase.pk)
    assert (figure.value, [e.value for e in figure.earlier]) == (Decimal(29), [Decimal(31)])
    assert figure_by_public_id([old.public_id])[old.public_id].value == 29
    with pytest.raises(Conflict):
        correct_figure(figure=old.pk, said=said, reason="igen", viewer=bench.viewer, at=BEFORE)
    old.value = Decimal(1)
    with pytest.raises(IntegrityError), transaction.atomic():
        old.save()


def test_a_withdrawn_figure_is_not_shown_unless_asked_for(bench: Bench) -> None:
    phase = bench.phase()
    old = add_figure(phase=phase.pk, figure=GOOD, viewer=bench.viewer, at=BEFORE)
    correct_figure(
        figure=old.pk, said=GOOD, reason="Forkert sted", withdrawn=True, viewer=bench.viewer, at=BEFORE
    )
    assert figures_of(phase.pk) == []
    assert [f.withdrawn for f in figures_of(phase.pk, with_withdrawn=True)] == [True]
