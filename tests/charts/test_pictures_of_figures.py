"""Every picture of figures: named, inside its frame, no text over another, the same every time, whatever comes in."""

from datetime import date, timedelta

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st
from tests.charts.any_chart import CALM, any_figure, charts, figure
from tests.charts.looking import readings, root, texts, well_drawn

from stillads.charts import heatmap, picture, svg
from stillads.charts.before_after import BeforeAfter
from stillads.charts.flow_times import FlowTimes
from stillads.charts.funnel import Funnel, Step
from stillads.charts.funnel_plot import FunnelPlot
from stillads.charts.heatmap import Heatmap
from stillads.charts.likert_data import Answers, LikertChart
from stillads.charts.line_data import Mark
from stillads.charts.pareto import Pareto, Share
from stillads.charts.picture import type_chart
from stillads.charts.run_data import RunChart, RunPoint
from stillads.charts.small_multiples import SmallMultiples
from stillads.documents.pictures import checked_svg
from stillads.web.styleguide.chart_examples import examples


@CALM
@given(charts(any_figure), st.sampled_from(["page", "narrow"]), st.booleans())
def test_whatever_comes_in_a_picture_and_a_table_come_out(
    chart: type_chart, size: str, standalone: bool
) -> None:
    drawn = picture.draw(chart, size=size, standalone=standalone)
    assert root(drawn).get("role") == "img"
    checked_svg(drawn)
    rows = picture.table(chart)
    assert all(len(row) == len(rows.columns) for row in rows.rows)
    for said in (drawn.lower(), rows.csv().decode().lower()):
        assert '"nan' not in said


@CALM
@given(charts(figure), st.sampled_from(["page", "narrow"]))
def test_no_text_leaves_the_frame_or_covers_another(chart: type_chart, size: str) -> None:
    with translation.override("da"):
        well_drawn(picture.draw(chart, size=size))


@pytest.mark.parametrize("key", examples())
@pytest.mark.parametrize("size", ["page", "narrow"])
def test_the_examples_are_well_drawn_and_the_same_every_time(key: str, size: str) -> None:
    chart = examples()[key].chart
    with translation.override("da"):
        drawn = picture.draw(chart, size=size)
        assert drawn == picture.draw(chart, size=size)
    well_drawn(drawn)
    assert root(drawn)[0].text == chart.title
    assert (root(drawn)[1].text or "").strip(), "every picture says what it shows"


@pytest.mark.parametrize("key", examples())
def test_alone_a_picture_has_colours_and_a_size_and_nothing_of_the_page(key: str) -> None:
    drawn = picture.draw(examples()[key].chart, standalone=True, colour="#0b5a4c")
    assert (
        "c-own" not in drawn and "s-own" not in drawn and "data-said" not in drawn and "style=" not in drawn
    )
    assert root(drawn).get("width") == "720"


def _week(at: int, value: float | None, **more: object) -> RunPoint:
    first = date(2022, 6, 6) + timedelta(weeks=at)
    return RunPoint(first, first + timedelta(days=6), value, **more)  # type: ignore[arg-type]  # any field


def test_a_run_chart_has_a_mark_for_each_period_and_a_gap_where_one_is_missing() -> None:
    chart = RunChart(
        "Opkald", (_week(0, 31), _week(1, None), _week(2, 29, signal="outside"), _week(3, 30)), "opkald"
    )
    with translation.override("da"):
        drawn = picture.draw(chart)
    assert readings(drawn) == [
        "uge 23: 31 opkald", "uge 24: mangler", "uge 25: 29 opkald, uden for grænserne", "uge 26: 30 opkald",
    ]  # fmt: skip
    joined = next(
        node for node in root(drawn).iter() if node.get("stroke-linejoin") == "round" and node.get("d")
    )
    assert joined.attrib["d"].count("M") == 2, "the gap is not bridged"
    said = texts(drawn)
    assert "mangler: uge 24" in said and "uden for grænserne: uge 25" in said


def test_dots_only_shows_neither_lines_nor_signals() -> None:
    points = tuple(_week(at, 30 + at, centre=31, lower=20, upper=40, signal="outside") for at in range(5))
    with translation.override("da"):
        drawn = picture.draw(RunChart("Opkald", points, "opkald", dots_only=True))
    assert drawn.count("<circle") == 5
    assert "stroke-dasharray" not in drawn
    assert not [said for said in texts(drawn) if said.startswith(("midt", "grænse", "uden for"))]
    assert picture.table(RunChart("Opkald", points, "opkald", dots_only=True)).columns[-1].title


def test_the_phases_name_their_middle_and_day_one_stands_above() -> None:
    points = tuple(
        _week(at, 60 if at < 8 else 40, centre=62 if at < 8 else 41, part=1 if at < 8 else 2)
        for at in range(20)
    )
    chart = RunChart(
        "Andel", points, "%", start=date(2022, 8, 1), marks=(Mark(date(2022, 8, 9), "note", "Ny plan"),)
    )
    with translation.override("da"):
        said = texts(picture.draw(chart))
    for wanted in ("midt 62\u202f%", "midt 41\u202f%", "dag 1: 1. august", "Ny plan"):
        assert wanted in said


def test_signals_have_a_shape_of_their_own() -> None:
    def drawn(signal: str) -> str:
        return picture.draw(RunChart("Opkald", (_week(0, 3), _week(1, 9, signal=signal)), "opkald"))

    assert drawn("").count("<circle") == 2
    assert drawn("run").count("<circle") == drawn("outside").count("<circle") == 1
    assert drawn("run") != drawn("outside")


def test_a_bar_of_answers_is_filled_and_the_unknown_stand_apart() -> None:
    chart = LikertChart(
        "Svar", ("nej", "delvist", "ja"), (Answers("Fik du hjælp?", (4, 9, 31), 5),), "ved ikke"
    )
    with translation.override("da"):
        drawn = picture.draw(chart)
    bars = [node for node in root(drawn).iter() if node.tag.endswith("rect") and node.get("height") == "30"]
    assert sum(float(bar.attrib["width"]) for bar in bars) == pytest.approx(716, abs=0.2)
    assert "44 svar · derudover ved ikke: 5" in texts(drawn)
    assert picture.table(chart).rows == (("Fik du hjælp?", 4, 9, 31, 44, 5),)
    with pytest.raises(ValueError, match="2 counts for 3 steps"):
        LikertChart("Svar", ("nej", "delvist", "ja"), (Answers("x", (1, 2)),))


def test_a_pareto_ranks_and_gathers_the_rest() -> None:
    chart = Pareto("Opkald", tuple(Share(f"B{at}", at) for at in range(21)), "opkald")
    with translation.override("da"):
        drawn = picture.draw(chart)
    assert readings(drawn)[0] == "B20: 20 opkald, 10\u202f% af alle; i alt 10\u202f%"
    assert len(readings(drawn)) == 9
    assert readings(drawn)[-1].startswith("12 andre: 78 opkald") and readings(drawn)[-1].endswith(
        "100\u202f%"
    )
    assert [row[0] for row in picture.table(chart).rows][:2] == ["B20", "B19"]


def test_a_heatmap_has_a_field_for_each_hour_in_use() -> None:
    counts = [[0.0] * 24 for _day in range(7)]
    counts[0][8], counts[4][10] = 12.0, 3.0
    chart = Heatmap("Opkald", tuple(map(tuple, counts)), "opkald")
    assert len(readings(picture.draw(chart))) == 7 * 3
    with translation.override("da"):
        assert "mandag kl. 8–9: 12 opkald" in readings(picture.draw(chart, size="narrow"))
    with pytest.raises(ValueError, match="seven weekdays"):
        Heatmap("x", ((1.0,),))


@pytest.mark.parametrize(
    "chart",
    [
        RunChart("x", ()), BeforeAfter("x", ()), LikertChart("x", ("nej", "ja"), ()), Pareto("x", ()), Funnel("x", ()),
        FlowTimes("x", ()), FunnelPlot("x", ()), SmallMultiples("x", ()), Heatmap("x", ((None,) * 24,) * 7),
    ],
    ids=lambda chart: type(chart).__name__,
)  # fmt: skip
def test_nothing_is_said_to_be_nothing(chart: type_chart) -> None:
    with translation.override("da"):
        assert texts(picture.draw(chart)) == ["Der er ingen tal endnu."]


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _faded(colour: str, opacity: float) -> str:
    mixed = [round(255 - opacity * (255 - int(colour[at : at + 2], 16))) for at in (1, 3, 5)]
    return "#" + "".join(f"{part:02x}" for part in mixed)


@pytest.mark.parametrize("colour", ["#000000", "#0b5a4c", "#0059b3", "#767676", "#b30000"])
def test_text_can_be_read_on_every_tone_of_any_colour_that_a_municipality_may_have(colour: str) -> None:
    """Dark words on the pale tones, white on the full one; 4.5:1 as WCAG 2.2 asks (1.4.3)."""
    for opacity in (*heatmap.TONES[:-1], 0.35, 0.28):
        assert _contrast(svg.INK, _faded(colour, opacity)) >= 4.5
    assert _contrast(svg.PAPER, colour) >= 4.5
    assert min(_contrast(svg.QUIET, svg.PAPER), _contrast(svg.INK, "#efefef")) >= 4.5


def test_text_is_escaped_and_signs_that_xml_has_not_are_left_out() -> None:
    chart = Funnel("<b>\x0b", (Step('Spurgt "&\x00', 3), Step("<i>", 1)))
    drawn = picture.draw(chart)
    assert "<b>" not in drawn and "<i>" not in drawn
    assert readings(drawn)[0].startswith('Spurgt "&:')


def test_an_unknown_size_is_refused() -> None:
    with pytest.raises(ValueError, match="known are page, narrow"):
        picture.draw(Funnel("x", ()), size="huge")
