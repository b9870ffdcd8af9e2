"""Charts of every kind with whatever may come in: missing, endless and huge figures, any words, any dates."""

from datetime import date, timedelta

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from stillads.charts.before_after import BeforeAfter, Level
from stillads.charts.flow_times import FlowTimes, StepTime
from stillads.charts.funnel import Funnel, Step
from stillads.charts.funnel_plot import FunnelPlot, Site
from stillads.charts.heatmap import Heatmap
from stillads.charts.likert_data import Answers, LikertChart
from stillads.charts.line_data import Mark, Window
from stillads.charts.pareto import Pareto, Share
from stillads.charts.picture import type_chart
from stillads.charts.run_data import RunChart, RunPoint
from stillads.charts.small_multiples import SiteSeries, SmallMultiples

any_figure = st.none() | st.floats(allow_nan=True, allow_infinity=True) | st.integers(-9, 999).map(float)
figure = st.none() | st.floats(-1e4, 1e6) | st.integers(0, 120).map(float)
word = st.text(max_size=60)
DAY = date(2020, 12, 14)
CALM = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def _points(figures: st.SearchStrategy[float | None]) -> st.SearchStrategy[tuple[RunPoint, ...]]:
    rows = st.lists(
        st.tuples(figures, figures, figures, figures, st.sampled_from(["", "outside", "run"]), st.booleans()),
        max_size=60,
    )
    parts = st.integers(0, 60)

    def made(drawn: tuple[list[tuple[float | None, ...]], int]) -> tuple[RunPoint, ...]:
        rows, split = drawn
        return tuple(
            RunPoint(
                DAY + timedelta(weeks=at), DAY + timedelta(weeks=at, days=6), row[0], row[1], row[2], row[1],
                row[2], row[3], part=1 if at < split else 2, signal=row[4], excluded=row[5],  # type: ignore[arg-type]  # drawn so
            )
            for at, row in enumerate(rows)
        )  # fmt: skip

    return st.tuples(rows, parts).map(made)


def charts(figures: st.SearchStrategy[float | None]) -> st.SearchStrategy[type_chart]:
    unit = st.sampled_from(["", "%", "opkald", "et meget langt ord for det, der bliver talt her og nu"])
    days = st.integers(-60, 500).map(lambda n: DAY + timedelta(days=n))
    windows = st.lists(
        st.builds(lambda a, b, w: Window(w, min(a, b), max(a, b)), days, days, word), max_size=3
    )
    marks = st.lists(st.builds(Mark, days, st.just("note"), word), max_size=4)
    counts = st.tuples(*[st.integers(-2, 40)] * 5)
    return st.one_of(
        st.builds(
            RunChart, title=word, points=_points(figures), unit=unit, period=st.sampled_from(["day", "week", "month"]),
            start=st.none() | days, windows=windows.map(tuple), marks=marks.map(tuple), dots_only=st.booleans(),
            promised=figures, from_zero=st.booleans(),
        ),
        st.builds(
            BeforeAfter, word, st.lists(st.builds(Level, word, *[figures] * 5), max_size=4).map(tuple), unit,
            why=word,
        ),
        st.builds(
            LikertChart, word, st.just(("helt uenig", "uenig", "hverken", "enig", "helt enig")),
            st.lists(st.builds(Answers, word, counts, st.integers(-1, 9)), max_size=4).map(tuple), st.just("ved ikke"),
        ),
        st.builds(Pareto, word, st.lists(st.builds(Share, word, figures), max_size=20).map(tuple), unit),
        st.builds(Funnel, word, st.lists(st.builds(Step, word, figures), max_size=6).map(tuple), unit),
        st.builds(
            FlowTimes, word,
            st.lists(st.builds(StepTime, word, st.integers(0, 99), *[figures] * 4), max_size=6).map(tuple), unit,
        ),
        st.builds(
            FunnelPlot, word, st.lists(st.builds(Site, word, figures, st.integers(0, 90), st.booleans()), max_size=6)
            .map(tuple), figures,
        ),
        st.builds(
            SmallMultiples, word, st.lists(st.builds(SiteSeries, word, _points(figures)), max_size=7).map(tuple), unit,
            start=st.none() | days,
        ),
        st.builds(lambda cells: Heatmap("Timer", cells, "opkald"), st.tuples(*[st.tuples(*[figures] * 24)] * 7)),
    )  # fmt: skip
