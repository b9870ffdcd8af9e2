"""Periods: cut at the ends and at day 1; weeks 53, long and short days, windows, spans."""

from datetime import date, timedelta

from tests.harness.measuring import measure, timeline

from stillads.analysis.measures import Period, Window, a_year_before, periods_of


def _keys(found: tuple[Period, ...]) -> list[str]:
    return [period.key for period in found]


def test_weeks_are_cut_at_the_ends_and_at_day_1() -> None:
    wednesday = timeline(first=date(2026, 4, 1), start=date(2026, 4, 15), end=date(2026, 4, 28))
    found = periods_of(measure("count"), wednesday)
    assert [(p.key, p.first, p.last, p.part, p.cut) for p in found] == [
        ("2026-W14", date(2026, 4, 1), date(2026, 4, 5), "baseline", True),
        ("2026-W15", date(2026, 4, 6), date(2026, 4, 12), "baseline", False),
        ("2026-W16", date(2026, 4, 13), date(2026, 4, 14), "baseline", True),
        ("2026-W16", date(2026, 4, 15), date(2026, 4, 19), "trial", True),
        ("2026-W17", date(2026, 4, 20), date(2026, 4, 26), "trial", False),
        ("2026-W18", date(2026, 4, 27), date(2026, 4, 28), "trial", True),
    ]


def test_every_day_of_the_phase_lies_in_exactly_one_period() -> None:
    for kind in ("day", "week", "month", "phase"):
        found = periods_of(measure("count", period=kind), timeline())
        days = [period.first + timedelta(days=n) for period in found for n in range(period.days)]
        expected = timeline()
        length = (expected.end - expected.first).days + 1
        assert days == [expected.first + timedelta(days=n) for n in range(length)], kind


def test_week_53_belongs_to_the_old_year() -> None:
    new_year = timeline(first=date(2026, 12, 28), start=date(2026, 12, 28), end=date(2027, 1, 10))
    found = periods_of(measure("count"), new_year)
    assert _keys(found) == ["2026-W53", "2027-W01"]
    assert [period.cut for period in found] == [False, False]


def test_the_days_on_which_the_clock_is_moved_are_days_like_others() -> None:
    moved = timeline(first=date(2026, 3, 29), start=date(2026, 3, 29), end=date(2026, 10, 25))
    days = periods_of(measure("count", period="day"), moved)
    assert (days[0].first, days[-1].first, len(days)) == (date(2026, 3, 29), date(2026, 10, 25), 211)
    weeks = periods_of(measure("count"), moved)
    assert (weeks[0].days, weeks[1].days, weeks[-1].days) == (1, 7, 7)


def test_months_know_how_long_they_would_be() -> None:
    winter = timeline(first=date(2028, 2, 10), start=date(2028, 2, 10), end=date(2028, 3, 5))
    found = periods_of(measure("count", period="month"), winter)
    assert [(p.key, p.days, p.full_days) for p in found] == [("2028-02", 20, 29), ("2028-03", 5, 31)]


def test_windows_keep_their_days_and_may_overlap() -> None:
    before = Window("w1", "Uge 14", date(2026, 4, 1), date(2026, 4, 7))
    after = Window("w2", "Uge 17", date(2026, 4, 20), date(2026, 4, 26))
    also = Window("w3", "Fire aftener", date(2026, 4, 22), date(2026, 4, 25))
    found = periods_of(measure("count", period="window"), timeline(windows=(after, before, also)))
    assert [(p.key, p.part, p.days) for p in found] == [
        ("w1", "baseline", 7),
        ("w2", "trial", 7),
        ("w3", "trial", 4),
    ]


def test_spans_are_counted_from_day_1_both_ways() -> None:
    made = measure("distinct", field="employee", distinct_per="citizen", distinct_days=14)
    found = periods_of(made, timeline(first=date(2026, 4, 1), end=date(2026, 5, 5)))
    assert [(p.key, p.first, p.days, p.cut) for p in found] == [
        ("2026-03-30/14", date(2026, 4, 1), 12, True),
        ("2026-04-13/14", date(2026, 4, 13), 14, False),
        ("2026-04-27/14", date(2026, 4, 27), 9, True),
    ]


def test_daily_operation_comes_after_the_last_day() -> None:
    found = periods_of(measure("count", period="phase"), timeline(last=date(2026, 8, 1)))
    assert [(p.part, p.days) for p in found] == [("baseline", 28), ("trial", 100), ("after", 11)]


def test_a_trial_without_baseline_has_none() -> None:
    start = timeline().start
    assert [p.part for p in periods_of(measure("count", period="phase"), timeline(first=start))] == ["trial"]


def test_a_year_before_is_the_same_weekday_and_for_months_the_same_date() -> None:
    assert a_year_before(date(2026, 4, 13), "week") == date(2025, 4, 14)
    assert a_year_before(date(2026, 4, 13), "week").isoweekday() == date(2026, 4, 13).isoweekday()
    assert a_year_before(date(2028, 2, 29), "month") == date(2027, 2, 28)
