"""Registrations through the real actions and the database give the same points as the pure computation."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any
from unittest.mock import patch

import pytest
from tests.conftest import Freeze
from tests.harness.capturing import BASELINE, END, NOON, PLANNED, START, Ward, new_ward
from tests.harness.measuring import buckets
from tests.harness.playbooks import playbook_data
from tests.harness.queries import queries_of

from stillads.analysis.measures import Figures, Given, MeasureResult, Site, Timeline, Why, compute, observe
from stillads.analysis.queries.measures import dashboard_of, measure_by, measures_of, observed
from stillads.analysis.queries.measures.kept import Kept
from stillads.capture.actions.buckets import rebuild, rebuild_older
from stillads.capture.actions.entries import Said, register, void
from stillads.capture.models import Bucket, Entry
from stillads.kernel.clock import COPENHAGEN
from stillads.kernel.rules import Denied
from stillads.kernel.viewer import PUBLIC
from stillads.playbooks.format.measures import Measure
from stillads.playbooks.loading import playbook_of
from stillads.trials.actions.logbook import write_log
from stillads.trials.actions.phases import plan_phase
from stillads.trials.actions.playbook import choose_playbook
from stillads.trials.actions.sites import SiteInput
from stillads.trials.actions.trials import create_trial
from stillads.trials.models import Phase, PhaseSite

ON = NOON.date()
COMMON = {"perspective": "employee", "instrument": "calls", "unit": "opkald"}
MEASURES: list[dict[str, Any]] = [
    {"key": "calls", "title": "Opkald", "how": "count", "by": ["event", "hour"], "sustaining": True},
    {"key": "avoidable", "title": "Kunne undgås", "how": "share", "where": {"question": "avoidable", "is": "yes"}},
    {"key": "minutes", "title": "Minutter", "how": "mean", "field": "minutes", "period": "day"},
    {"key": "minutes_all", "title": "Minutter i alt", "how": "count", "field": "minutes", "period": "month"},
    {"key": "per_day", "title": "Pr. døgn", "how": "rate", "per": {"kind": "days"}},
    {"key": "per_employee", "title": "Pr. ansat", "how": "rate", "per": {"kind": "employees"}, "period": "phase"},
    {"key": "per_call", "title": "Pr. opkald", "how": "rate", "field": "minutes",
     "per": {"kind": "measure", "measure": "calls"}},
    {"key": "median", "title": "Midterste", "how": "median", "field": "minutes", "by": ["event"]},
    {"key": "callers", "title": "Slags", "how": "distinct", "field": "event"},
    {"key": "tappers", "title": "Ansatte", "how": "distinct", "field": "actor", "distinct_per": "event",
     "distinct_days": 14, "where": {"question": "hour", "at_least": 7, "at_most": 21}},
]  # fmt: skip


def _ward() -> Ward:
    """The usual one, with a measure of every way of computing."""
    mine = [COMMON | each for each in MEASURES]
    others = [each for each in playbook_data()["measures"] if each["key"] == "mood"]
    return new_ward(measures=[*mine, *others])


@pytest.fixture
def ward(db: None, freeze: Freeze) -> Ward:
    freeze(NOON)
    return _ward()


def _measure(ward: Ward, key: str) -> Measure:
    return next(each for each in playbook_of(ward.version).measures if each.key == key)


def _raw(chance: random.Random) -> dict[str, list[str]]:
    raw = {"event": [chance.choice(["citizen", "relative", "colleague"])]}
    if chance.random() < 0.7:
        raw["avoidable"] = [chance.choice(["yes", "no"])]
    if chance.random() < 0.6:
        raw["minutes"] = [str(chance.randint(0, 40))]
    return raw


def _written(ward: Ward, many: int = 60) -> Iterator[tuple[Entry, datetime]]:
    """Registrations on any day up to noon of day 24, at both places and at all hours."""
    chance = random.Random(7)  # noqa: S311  figures for a test
    ids = {unit: ward.deployment("calls", unit).pk for unit in ("elmely", "toftegaarden")}
    for number in range(many):
        day = BASELINE + timedelta(days=chance.randrange((ON - BASELINE).days))
        when = datetime.combine(day, time(chance.randrange(24), 30), COPENHAGEN)
        said = Said("event", _raw(chance), f"k{number}", occurred_at=when, source="simulation")
        unit = chance.choice(list(ids))
        viewer = chance.choice([ward.consultant, ward.employee]) if unit == "elmely" else ward.consultant
        yield register(deployment=ids[unit], said=said, viewer=viewer, at=ward.at).entry, when


def _facts(ward: Ward, entry: Entry, when: datetime) -> tuple[date, str, dict[str, Any]]:
    definition = playbook_of(ward.version).instrument("calls")
    more = {"weekday": when.isoweekday(), "hour": when.hour, "actor": entry.actor_id}
    return when.date(), entry.site.key, definition.facts("event", entry.answers) | more


def _by_hand(ward: Ward, rows: list[tuple[date, str, dict[str, Any]]], made: Measure) -> MeasureResult:
    """The same measure computed from what was registered, with nothing read from the database."""
    timeline = Timeline(BASELINE, START, END, ON, windows=())
    sites = tuple(
        Site(key, key.capitalize(), ((BASELINE, ON),), employees=many)
        for key, many in (("elmely", 7), ("toftegaarden", 9))
    )
    observations = [
        each
        for order, (when, where, facts) in enumerate(rows)
        for each in observe(made, facts, day=when, site=where, order=order)
    ]
    calls = _measure(ward, "calls")
    below: dict[str, Any] = (
        {"exposure": calls, "exposure_buckets": buckets(calls, rows)} if made.key == "per_call" else {}
    )
    figures = Figures(made, buckets(made, rows), observations, **below)
    return compute(Given(figures, timeline, sites))


def _points(found: MeasureResult) -> list[Any]:
    """What is to be the same: all points, without the places' names."""
    wholes = [(each.points, each.whole, each.before) for each in (found.whole, *found.sites)]
    return [*wholes, found.baseline, found.unused.missing]


@pytest.mark.parametrize("key", [each["key"] for each in MEASURES])
def test_the_database_gives_what_is_computed_by_hand(ward: Ward, key: str) -> None:
    written = list(_written(ward))
    taken = [entry for number, (entry, _when) in enumerate(written) if number % 9 == 0]
    for entry in taken:
        void(entry=entry.public_id, reason="Forkert", viewer=ward.consultant, at=ward.at)
    rows = [_facts(ward, entry, when) for entry, when in written if entry not in taken]
    found = measures_of(ward.phase.pk, viewer=ward.lead, on=ON, only=[key])[key]
    expected = _by_hand(ward, rows, _measure(ward, key))
    assert _points(found) == _points(expected)
    assert any(point.value for point in found.whole.points)
    assert found.unused.voided == len(taken)


def test_rebuilt_sums_give_the_same(ward: Ward) -> None:
    list(_written(ward, 20))
    before = measures_of(ward.phase.pk, viewer=ward.lead, on=ON)
    for unit in ("elmely", "toftegaarden"):
        rebuild(deployment=ward.deployment("calls", unit), at=ward.at)
    assert measures_of(ward.phase.pk, viewer=ward.lead, on=ON) == before


def test_sums_of_older_rules_are_not_trusted(ward: Ward) -> None:
    list(_written(ward, 20))
    before = measures_of(ward.phase.pk, viewer=ward.lead, on=ON)
    Bucket.objects.update(definition_version=1, n=99, total=99, numerator=99)
    assert measures_of(ward.phase.pk, viewer=ward.lead, on=ON) == before


def test_what_came_in_after_the_figures_were_closed_is_told_and_not_counted(ward: Ward) -> None:
    list(_written(ward, 3))
    later = ward.at + timedelta(days=1)
    said = Said("event", {"event": ["citizen"]}, "late", occurred_at=ward.at, source="simulation")
    register(deployment=ward.deployment("calls").pk, said=said, viewer=ward.consultant, at=later)
    now = measures_of(ward.phase.pk, viewer=ward.lead, on=ON)
    closed = measures_of(ward.phase.pk, viewer=ward.lead, on=ON, closed_on=ON)
    assert now["calls"].unused.late == 0 and closed["calls"].unused.late == 1
    both = [(found["calls"].whole.whole.n, found["callers"].whole.whole.n) for found in (now, closed)]
    assert both[0] == (both[1][0] + 1, both[1][1] + 1)


def test_closed_figures_stay_as_they_stood_when_something_is_taken_back_later(ward: Ward) -> None:
    written = list(_written(ward, 6))
    before = measures_of(ward.phase.pk, viewer=ward.lead, on=ON)
    later = ward.at + timedelta(days=1)
    void(entry=written[0][0].public_id, reason="Forkert", viewer=ward.consultant, at=later)
    closed = measures_of(ward.phase.pk, viewer=ward.lead, on=ON, closed_on=ON)
    now = measures_of(ward.phase.pk, viewer=ward.lead, on=ON)
    for key in ("calls", "avoidable", "median", "callers"):
        assert _points(closed[key]) == _points(before[key]), key
        total = [
            found[key].whole.whole.n + getattr(found[key].whole.before, "n", 0) for found in (now, before)
        ]
        assert total[0] == total[1] - 1, key


def test_what_changed_besides_the_trial_comes_along(ward: Ward) -> None:
    for kind, text in (("change", "Ny vagtplan"), ("note", "Kage"), ("deviation", "Ingen opkald talt")):
        write_log(
            phase=ward.phase.pk,
            day=ON,
            text=text,
            kind=kind,
            idempotency_key=f"l-{kind}",
            viewer=ward.lead,
            at=ward.at,
        )
    found = measures_of(ward.phase.pk, viewer=ward.lead, on=ON, only=["calls"])["calls"]
    assert [(each.kind, each.text) for each in found.changes] == [
        ("change", "Ny vagtplan"),
        ("deviation", "Ingen opkald talt"),
    ]


def test_a_place_that_joined_late_has_no_points_before_it_was_there(ward: Ward) -> None:
    row = PhaseSite.objects.get(phase=ward.phase, unit__key="toftegaarden")
    row.valid_from = date(2026, 4, 20)
    row.save()
    deployment = ward.deployment("calls", "toftegaarden")
    deployment.valid_from = row.valid_from
    deployment.save()
    found = measures_of(ward.phase.pk, viewer=ward.lead, on=ON, only=["per_day"])["per_day"]
    late = next(each for each in found.sites if each.key == "toftegaarden")
    assert [point.why for point in late.points[:6]] == [Why.NOT_OPEN] * 5 + [None]
    assert [point.denominator for point in found.whole.points[3:6]] == [7, 7, 14]


def test_a_measure_is_broken_down_by_what_the_playbook_names(ward: Ward) -> None:
    written = list(_written(ward))
    whole = measures_of(ward.phase.pk, viewer=ward.lead, on=ON, only=["calls"])["calls"].whole.whole
    for by in ("event", "hour", "weekday", "site"):
        parts = measure_by(ward.phase.pk, "calls", by, viewer=ward.lead, on=ON)
        assert sum(part.whole.n for part in parts) == whole.n, by
    events = measure_by(ward.phase.pk, "median", "event", viewer=ward.lead, on=ON)
    assert [part.key for part in events] == ["citizen", "colleague", "relative"]
    counted = sum(part.whole.n + (part.before.n if part.before else 0) for part in events)
    assert counted == len(written)


def test_no_more_queries_for_many_registrations_and_measures(ward: Ward) -> None:
    def show() -> object:
        return measures_of(ward.phase.pk, viewer=ward.lead, on=ON)

    written = _written(ward, 40)
    next(written)
    show()
    next(written)
    few = queries_of(show)
    assert len(list(written)) == 38
    assert len(queries_of(show)) == len(few) <= 18
    assert len(queries_of(show)) < len(few)  # nothing new: what was read is kept


READ_FROM_ROWS = ["median", "callers", "tappers"]


def test_what_is_kept_from_before_is_never_old(ward: Ward) -> None:
    for number, (entry, _when) in enumerate(_written(ward, 24)):
        if number % 5 == 0:
            void(entry=entry.public_id, reason="Forkert", viewer=ward.consultant, at=ward.at)
        if number % 4 == 0:
            kept = measures_of(ward.phase.pk, viewer=ward.lead, on=ON, only=READ_FROM_ROWS)
            with patch.object(observed, "KEPT", Kept()):
                assert measures_of(ward.phase.pk, viewer=ward.lead, on=ON, only=READ_FROM_ROWS) == kept


@pytest.mark.parametrize("wrong", [{"count": 1}, {"name": "another"}])
def test_what_is_kept_and_does_not_fit_is_read_anew(ward: Ward, wrong: dict[str, Any]) -> None:
    list(_written(ward, 12))
    kept = Kept()
    with patch.object(observed, "KEPT", kept):
        before = measures_of(ward.phase.pk, viewer=ward.lead, on=ON, only=READ_FROM_ROWS)
        held = dict(kept._held)
        assert len(held) == 2 * len(READ_FROM_ROWS)
        kept.keep({key: replace(each, observations=[], **wrong) for key, each in held.items()})
        assert measures_of(ward.phase.pk, viewer=ward.lead, on=ON, only=READ_FROM_ROWS) == before


def test_no_more_is_kept_than_there_is_room_for(ward: Ward) -> None:
    list(_written(ward, 12))
    kept = Kept(most=5)
    with patch.object(observed, "KEPT", kept):
        measures_of(ward.phase.pk, viewer=ward.lead, on=ON, only=READ_FROM_ROWS)
        assert sum(len(each.observations) for each in kept._held.values()) <= 5


def test_a_dashboard_says_the_same_from_sums_alone(ward: Ward) -> None:
    list(_written(ward))
    shown = dashboard_of([ward.phase.pk], viewer=ward.lead, on=ON, most=20, weeks=True)[ward.phase.public_id]
    full = measures_of(ward.phase.pk, viewer=ward.lead, on=ON)
    assert [each.measure.key for each in shown][:2] == ["avoidable", "mood"]
    assert len(shown) == len(full)
    for each in shown:
        whole = full[each.measure.key].whole
        if each.measure.how in {"median", "distinct"}:
            assert each.series.whole.why == Why.NEEDS_ROWS
            continue
        told = [(each.series.whole, whole.whole), (each.series.before, whole.before)]
        if each.measure.period == "week":
            told += zip(each.series.points, whole.points, strict=True)
        for one, other in told:
            assert one is not None and other is not None
            assert (one.value, one.why, one.n, one.denominator) == (
                other.value,
                other.why,
                other.n,
                other.denominator,
            )


def test_a_dashboard_keeps_before_and_after_apart_in_the_week_of_day_1(ward: Ward) -> None:
    ward.phase.start = date(2026, 4, 15)
    ward.phase.save()
    list(_written(ward))
    shown = dashboard_of([ward.phase.pk], viewer=ward.lead, on=ON, most=20, weeks=True)[ward.phase.public_id]
    calls = next(each for each in shown if each.measure.key == "calls").series
    whole = measures_of(ward.phase.pk, viewer=ward.lead, on=ON, only=["calls"])["calls"].whole
    assert [(p.period.key, p.value, p.n) for p in calls.points] == [
        (p.period.key, p.value, p.n) for p in whole.points
    ]


def test_a_dashboard_asks_as_often_for_many_phases(ward: Ward) -> None:
    list(_written(ward, 5))
    dashboard_of([ward.phase.pk], viewer=ward.lead, on=ON)
    asked = queries_of(lambda: dashboard_of([ward.phase.pk], viewer=ward.lead, on=ON))
    phases = [ward.phase.pk, *[phase.pk for phase in _more(ward)]]
    again = queries_of(lambda: dashboard_of(phases, viewer=ward.lead, on=ON))
    assert len(again) == len(asked) == 7


def _more(ward: Ward) -> Iterator[Phase]:
    """Two trials more in the same round."""
    for number in range(2):
        trial = create_trial(title=f"Endnu en {number}", viewer=ward.consultant, at=PLANNED)
        phase = plan_phase(
            trial=trial.pk, round_="2026-1", sites=[SiteInput("elmely")], viewer=ward.consultant, at=PLANNED
        )
        choose_playbook(phase=phase.pk, version=ward.version.public_id, viewer=ward.consultant, at=PLANNED)
        yield phase


def test_sums_of_older_rules_are_made_anew(ward: Ward) -> None:
    list(_written(ward, 20))
    before = list(Bucket.objects.order_by("pk").values_list("measure", "site", "day", "slice", "n", "total"))
    Bucket.objects.update(definition_version=1, n=99, total=99, numerator=99)
    assert rebuild_older(at=ward.at) == 2
    after = Bucket.objects.values_list("measure", "site", "day", "slice", "n", "total")
    assert sorted(map(str, after)) == sorted(map(str, before))
    assert rebuild_older(at=ward.at) == 0


def test_only_who_may_read_trials_sees_them(ward: Ward) -> None:
    with pytest.raises(Denied):
        measures_of(ward.phase.pk, viewer=PUBLIC, on=ON)
