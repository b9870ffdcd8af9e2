"""Verdicts fall on what was registered, once, on the day that was locked; simulated rounds go the same way."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from random import Random
from typing import Any

import pytest
from django.db import transaction
from tests.conftest import Freeze
from tests.harness.capturing import BASELINE, END, START, Ward, new_ward

from stillads.analysis.actions import fall_verdicts
from stillads.analysis.measures import Given, compute
from stillads.analysis.models import Verdict
from stillads.analysis.queries import comparisons_of
from stillads.analysis.queries.measures import measures_of
from stillads.analysis.simulating import Layout, assumed_of, drawn
from stillads.capture.actions.entries import Said, register
from stillads.kernel.clock import COPENHAGEN
from stillads.playbooks.format.measures import Measure
from stillads.playbooks.loading import playbook_of
from stillads.trials.models import Figure

AFTER = datetime(2026, 9, 1, 12, tzinfo=COPENHAGEN)  # the evaluation is due, whenever in August that was
CALLS: dict[str, Any] = {
    "key": "calls", "title": "Opkald", "perspective": "employee", "instrument": "calls", "unit": "opkald",
    "how": "count", "assumed": {"level": "0.15"},
}  # fmt: skip
FEWER: dict[str, Any] = {
    "key": "fewer", "perspective": "employee", "what": "Færre opkald", "direction": "down", "size": 30, "unit": "%",
    "measure": "calls", "primary": True, "how_known": "Hvert opkald tælles.",
}  # fmt: skip


@pytest.fixture
def ward(db: None, freeze: Freeze) -> Ward:
    """Everything is over, and nothing is registered yet."""
    freeze(AFTER)
    return new_ward(measures=[CALLS], criteria=[FEWER])


def _register(
    ward: Ward, day: date, many: int, unit: str = "elmely", received: datetime | None = None
) -> None:
    number = ward.deployment("calls", unit).pk
    for each in range(many):
        when = datetime.combine(day, time(9, each % 60), COPENHAGEN)
        said = Said(
            "event", {"event": ["citizen"]}, f"{unit}-{day}-{each}", occurred_at=when, source="simulation"
        )
        register(deployment=number, said=said, viewer=ward.consultant, at=received or when)


def _weekly(ward: Ward, before: int, after: int) -> None:
    """So many calls on each Tuesday, and one more on every other: figures are never quite alike."""
    tuesday, week = BASELINE + timedelta(days=1), 0
    while tuesday <= END:
        _register(ward, tuesday, (before if tuesday < START else after) + week % 2)
        tuesday, week = tuesday + timedelta(days=7), week + 1


def test_met_falls_from_registrations_with_all_that_it_rests_on(ward: Ward) -> None:
    _weekly(ward, 8, 3)
    [verdict] = fall_verdicts(phase=ward.phase.public_id, viewer=ward.lead, at=AFTER)
    assert (verdict.outcome, verdict.why, verdict.rule_name) == ("met", "", "periods-ranks-1")
    assert verdict.figure is None
    kept = verdict.inputs
    assert (kept["measure"], kept["playbook"], kept["until"]) == (
        "calls",
        f"{ward.version.playbook.key}@1",
        str(ward.phase.evaluation_date),
    )
    assert kept["numbers"] == [4, 14]
    assert kept["relative"] and kept["high"] < 0 and kept["low"] <= -30
    [row] = comparisons_of([ward.phase.public_id], on=AFTER.date())[ward.phase.public_id].predicted
    assert (row.outcome_word, row.figure, row.measure) == ("Indfriet", "", "calls")
    assert row.measured.endswith("opkald") and row.change.startswith("−") and row.change.endswith("%")
    assert row.n.startswith("typisk for 14 perioder mod 4 før, ")
    assert row.difference.startswith("mellem −")
    assert not row.changed_since_verdict


def test_what_comes_in_after_the_day_changes_nothing(ward: Ward, freeze: Freeze) -> None:
    _weekly(ward, 4, 4)
    before = [
        fallen.outcome for fallen in fall_verdicts(phase=ward.phase.public_id, viewer=ward.lead, at=AFTER)
    ]
    assert before == ["not_met"]
    later = AFTER + timedelta(days=2)
    freeze(later)
    _register(ward, END, 60, received=later)
    assert fall_verdicts(phase=ward.phase.public_id, viewer=ward.lead, at=later) == []
    assert Verdict.objects.get().outcome == "not_met"


def test_without_any_registration_the_typed_figure_speaks(ward: Ward) -> None:
    criterion = ward.phase.criteria.get()
    figure = Figure.objects.create(
        phase=ward.phase, criterion=criterion, perspective="employee", label="Opkald", value=60, before=100,
        unit="opkald", method="Talt i hånden", source="Telefonen", dated=END, created_at=AFTER, created_by="Lis",
    )  # fmt: skip
    [verdict] = fall_verdicts(phase=ward.phase.public_id, viewer=ward.lead, at=AFTER)
    assert (verdict.figure, verdict.rule_name) == (figure, "typed-figure-1")


def test_a_quiet_trial_after_a_quiet_baseline_cannot_be_told(ward: Ward) -> None:
    [verdict] = fall_verdicts(phase=ward.phase.public_id, viewer=ward.lead, at=AFTER)
    assert (verdict.outcome, verdict.why) == ("cannot_tell", "before_is_nought")


def _rounds(measure: Measure) -> Iterator[Given]:
    """Ten drawn rounds on the ward's days."""
    layout = Layout(sites=2, baseline=(START - BASELINE).days, days=(END - START).days + 1, start=START)
    for seed in range(10):
        yield drawn(measure, assumed_of(measure), layout, -0.1, Random(seed))  # noqa: S311  (chance, no secret)


def test_ten_simulated_rounds_through_entries_and_database_give_the_same(ward: Ward) -> None:
    measure = next(each for each in playbook_of(ward.version).measures if each.key == "calls")
    units = {"s1": "elmely", "s2": "toftegaarden"}
    for given in _rounds(measure):
        before = transaction.savepoint()
        for bucket in given.figures.buckets:
            _register(ward, bucket.day, bucket.n, units[bucket.site])
        stored = measures_of(ward.phase.pk, viewer=ward.lead, on=END)["calls"]
        expected = compute(given)
        assert [(p.value, p.n, p.site_days) for p in stored.whole.points] == [
            (p.value, p.n, p.site_days) for p in expected.whole.points
        ]
        assert expected.whole.whole.total > Decimal(0)
        transaction.savepoint_rollback(before)  # an entry is never deleted
