"""Moving a round: the preview and the deed agree, and a locked prediction never moves in silence."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.trials.conftest import BEFORE, END, START, Bench

from stillads.kernel.clock import COPENHAGEN
from stillads.kernel.rules import RuleError
from stillads.trials.actions.moves import move_round
from stillads.trials.actions.windows import add_window
from stillads.trials.models import Phase, Round
from stillads.trials.moving import RoundDates, carried, dates_of
from stillads.trials.queries.prediction import prediction_of
from stillads.trials.queries.round_move import round_move

pytestmark = pytest.mark.django_db
WEEK = timedelta(days=7)


def _later(dates: RoundDates, by: timedelta = WEEK) -> RoundDates:
    return RoundDates(**{name: day + by if day else None for name, day in dates.as_dict().items()})  # type: ignore[arg-type]


def test_what_follows_the_round_moves_and_what_has_its_own_days_stays(bench: Bench) -> None:
    following = bench.phase()
    own = bench.phase(bench.trial("Mad med ro"), end=END - WEEK)
    add_window(phase=following.pk, name="Optælling", week=23, viewer=bench.viewer, at=BEFORE)
    after = _later(dates_of(bench.round))
    preview = round_move("2026-1", after, viewer=bench.viewer, today=BEFORE.date())
    assert [moved.phase_public_id for moved in preview.phases] == [following.public_id]
    assert preview.staying == ("Mad med ro",)
    assert preview.phases[0].windows == (("Optælling", date(2026, 6, 8), date(2026, 6, 14)),)
    move_round(round_="2026-1", dates=after, viewer=bench.viewer, at=BEFORE)
    following.refresh_from_db()
    own.refresh_from_db()
    assert (following.start, following.end) == (START + WEEK, END + WEEK)
    assert following.sites.get().valid_from == START + WEEK
    assert (own.start, own.end) == (START, END - WEEK)
    window = following.windows.get()
    assert (window.first_day, window.last_day) == (date(2026, 6, 8), date(2026, 6, 14))


def test_later_days_go_along_where_that_is_asked_for(bench: Bench) -> None:
    before = dates_of(bench.round)
    after = replace(before, start=START + WEEK, end=END + WEEK, committee_meeting=date(2026, 12, 1))
    move_round(round_="2026-1", dates=after, carry=True, viewer=bench.viewer, at=BEFORE)
    moved = dates_of(Round.objects.get(key="2026-1"))
    assert moved.evaluation_deadline == before.evaluation_deadline + WEEK
    assert moved.committee_meeting == date(2026, 12, 1)
    assert carried(before, replace(before, start=START + WEEK)).end == END + WEEK
    assert carried(before, replace(before, evaluation_deadline=before.evaluation_deadline + WEEK)) == replace(
        before, evaluation_deadline=before.evaluation_deadline + WEEK
    )


def test_a_locked_evaluation_date_moves_only_with_a_reason_that_stays(bench: Bench) -> None:
    phase = bench.locked()
    after = _later(dates_of(bench.round))
    assert round_move("2026-1", after, viewer=bench.viewer, today=BEFORE.date()).needs_reason
    with pytest.raises(RuleError) as refused:
        move_round(round_="2026-1", dates=after, viewer=bench.viewer, at=BEFORE)
    assert refused.value.field == "reason"
    assert Round.objects.get(key="2026-1").start == START
    move_round(round_="2026-1", dates=after, reason="Påsken", viewer=bench.viewer, at=BEFORE)
    prediction = prediction_of(phase.pk)
    assert prediction.evaluation_date == date(2026, 8, 25)
    assert prediction.locked_evaluation_date == date(2026, 8, 18)
    assert [a.reason for a in prediction.amendments] == ["Påsken"]


def test_day_1_is_not_moved_once_it_has_been_but_the_end_is(bench: Bench) -> None:
    bench.phase()
    later = datetime(2026, 5, 1, 9, tzinfo=COPENHAGEN)
    dates = dates_of(bench.round)
    with pytest.raises(RuleError) as refused:
        move_round(round_="2026-1", dates=_later(dates), viewer=bench.viewer, at=later)
    assert refused.value.field == "start"
    longer = replace(_later(dates), start=dates.start)
    move_round(round_="2026-1", dates=longer, viewer=bench.viewer, at=later)
    assert Phase.objects.get().end == END + WEEK


def test_moving_to_the_same_days_does_nothing(bench: Bench) -> None:
    move_round(round_="2026-1", dates=dates_of(bench.round), viewer=bench.viewer, at=BEFORE)
    assert bench.round.moves.count() == 0


@given(days=st.integers(1, 200))
def test_a_shift_there_and_back_is_no_shift(days: int) -> None:
    dates = RoundDates(None, START, END, END + WEEK, END + 2 * WEEK, None)
    by = timedelta(days=days)
    assert _later(_later(dates, by), -by) == dates
