"""From results to pictures: what is shown, and what is not."""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.conf import settings as site
from django.utils import translation
from tests.documents import sample

from stillads.analysis.pictures import Period, before_after, funnel_plot, run_chart
from stillads.analysis.pictures.printed import printed_picture, printed_table
from stillads.analysis.sentences import Sampling
from stillads.analysis.spc import Kind, Options, chart, subgroups
from stillads.charts.run_data import RunChart
from stillads.documents import docx, pdf
from stillads.documents.edition import Chapter, Section
from stillads.web.styleguide.chart_examples import examples


def _weeks(n: int) -> list[Period]:
    return [
        Period(date(2022, 6, 6) + timedelta(weeks=at), date(2022, 6, 12) + timedelta(weeks=at))
        for at in range(n)
    ]


def _drawn(figures: Sequence[float | None], **options: int) -> RunChart:
    found = chart(Kind.INDIVIDUALS, subgroups(figures), Options(**options))  # type: ignore[arg-type]  # any option
    return run_chart(found, _weeks(len(figures)), title="Opkald", unit="opkald")


def test_fewer_than_ten_useful_points_are_only_dots() -> None:
    assert _drawn([float(9 + at % 4) for at in range(9)]).dots_only
    assert not _drawn([float(9 + at % 4) for at in range(11)]).dots_only
    assert _drawn([5.0] * 30).dots_only, "points on the line are of no use"


def test_points_outside_and_in_long_runs_are_signals() -> None:
    figures = [30.0, 31, 29, 30, 32, 30, 29, 31, 30, 60, 31, 30, 29, 31]
    assert [at for at, point in enumerate(_drawn(figures).points) if point.signal == "outside"] == [9]
    shifted = [30.0, 32, 29, 33, 28, 31, 32, 29, *[27.5, 28, 27, 28.5, 27, 28, 27.5, 28, 27, 28]]
    found = _drawn(shifted, freeze=8).points
    assert [at for at, point in enumerate(found) if point.signal] == list(range(7, 18))
    assert {point.signal for point in found[7:]} <= {"run", "outside"}


def test_a_phase_with_few_points_of_its_own_shows_no_signals() -> None:
    figures: list[float | None] = [30.0, 31, 29, 30, 32, 30, 29, 31, 30, 90, 31, 30]
    found = chart(Kind.INDIVIDUALS, subgroups(figures), Options(parts=(8,)))
    drawn = run_chart(found, _weeks(12), title="Opkald")
    assert not drawn.dots_only
    assert {point.signal for point in drawn.points} == {""}


def test_excluded_points_are_shown_and_are_no_signal() -> None:
    figures = [30.0, 31, 29, 30, 32, 30, 29, 31, 30, 60, 31, 30, 29, 31]
    found = chart(Kind.INDIVIDUALS, subgroups(figures), Options(exclude=frozenset({10})))
    point = run_chart(found, _weeks(14), title="Opkald").points[9]
    assert (point.value, point.excluded, point.signal) == (60.0, True, "")


def test_periods_must_be_as_many_as_points() -> None:
    with pytest.raises(ValueError, match="zip"):
        run_chart(chart(Kind.RUN, subgroups([1.0])), _weeks(2), title="x")


def test_an_interval_only_where_the_sampling_justifies_one() -> None:
    levels = [("Før", (31, 50)), ("Efter", (23, 56)), ("Ingen", (0, 0)), ("Galt", (4, 3)), ("Ukendt", None)]
    once = before_after(levels, title="Andel", sampling=Sampling.EACH_ONCE)
    assert [once.levels[0].low, once.levels[0].high] == pytest.approx([48.15, 74.14], abs=0.01)
    assert [level.value for level in once.levels[2:]] == [None, None, None]
    for sampling in (Sampling.SAME_FEW, Sampling.ESTIMATE):
        drawn = before_after(levels, title="Andel", sampling=sampling)
        assert {level.low for level in drawn.levels} == {None}
        assert drawn.why


def test_a_funnel_needs_three_sites() -> None:
    two = funnel_plot([("Øst", 3, 60), ("Vest", 58, 60)], title="Andel")
    assert two.funnel == () and not any(each.outside for each in two.sites)
    three = funnel_plot([("Øst", 30, 60), ("Vest", 31, 60), ("Nord", 2, 60)], title="Andel")
    assert [each.label for each in three.sites if each.outside] == ["Nord"]
    widths = [high - low for _n, low, high in three.funnel]
    assert widths == sorted(widths, reverse=True)


@pytest.fixture(scope="module")
def fonts() -> Path:
    return site.STILLADS_FONTS


def test_every_picture_can_be_printed_with_its_figures(fonts: Path) -> None:
    with translation.override("da"):
        elements = [
            element
            for example in examples().values()
            for element in (printed_picture(example.chart, example.sentence), printed_table(example.chart))
        ]
    chapter = Chapter(
        key="et", number=1, title="Billeder", sections=(Section(title="Alle", elements=tuple(elements)),)
    )
    document = sample.booklet(front=(), appendix=(), chapters=(chapter,))
    assert pdf.render(document, fonts=fonts).startswith(b"%PDF")
    assert docx.render(document, fonts=fonts).startswith(b"PK")
