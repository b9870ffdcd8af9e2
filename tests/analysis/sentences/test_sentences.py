"""The other pictures in words."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st
from tests.charts.any_chart import CALM, any_figure, charts

from stillads.analysis.pictures import funnel_plot
from stillads.analysis.sentences import (
    Sampling,
    Topic,
    Wish,
    answers,
    each_site,
    few,
    hours,
    left,
    share_difference,
    sites,
    times,
)  # fmt: skip
from stillads.charts.flow_times import FlowTimes, StepTime
from stillads.charts.funnel import Funnel, Step
from stillads.charts.funnel_plot import FunnelPlot
from stillads.charts.heatmap import HOURS, Heatmap
from stillads.charts.likert_data import Answers, LikertChart
from stillads.charts.pareto import Pareto, Share
from stillads.charts.picture import type_chart
from stillads.charts.run_data import RunPoint
from stillads.charts.small_multiples import SiteSeries, SmallMultiples

SHARE = Topic(wish=Wish.MORE)
type_part = tuple[int, int] | None


@pytest.fixture(autouse=True)
def _danish() -> object:
    with translation.override("da"):
        yield


@pytest.mark.parametrize(
    ("before", "after", "topic", "text"),
    [
        (
            (31, 50), (23, 56), Topic(wish=Wish.LESS),
            "Andelen faldt fra 62 % (31 af 50) til 41 % (23 af 56). Med den usikkerhed, så få giver, ligger ændringen "
            "mellem et fald på 38 procentpoint og et fald på 2 procentpoint.",
        ),
        (
            (14, 31), (22, 29), SHARE,
            "Andelen steg fra 45 % (14 af 31) til 76 % (22 af 29). Med den usikkerhed, så få giver, ligger ændringen "
            "mellem en stigning på 6 procentpoint og en stigning på 51 procentpoint.",
        ),
        (
            (5, 10), (6, 10), SHARE,
            "Andelen steg fra 50 % (5 af 10) til 60 % (6 af 10). Med den usikkerhed, så få giver, ligger ændringen "
            "mellem et fald på 29 procentpoint og en stigning på 45 procentpoint. Det kan altså være tilfældigt.",
        ),
        (
            (6, 10), (4, 10), SHARE,
            "Andelen faldt fra 60 % (6 af 10) til 40 % (4 af 10). Det er den modsatte vej af den, prøvehandlingen vil. "
            "Med den usikkerhed, så få giver, ligger ændringen mellem et fald på 53 procentpoint og en stigning på 21 "
            "procentpoint. Det kan altså være tilfældigt.",
        ),
        (
            (31, 50), (23, 56), Topic(sampling=Sampling.SAME_FEW),
            "Andelen faldt fra 62 % (31 af 50) til 41 % (23 af 56). Mange af tallene kommer fra de samme få personer. "
            "Derfor regner vi ikke en usikkerhed ud.",
        ),
        (
            (6, 10), (4, 10), Topic(sampling=Sampling.ESTIMATE),
            "Andelen faldt fra 60 % (6 af 10) til 40 % (4 af 10). Tallene er én persons skøn. Derfor regner vi ikke en "
            "usikkerhed ud.",
        ),
        (None, (4, 6), SHARE, "Andelen er 4 af 6. Der er ingen tal fra før dag 1 at sammenligne med."),
        ((0, 0), (4, 6), SHARE, "Andelen er 4 af 6. Der er ingen tal fra før dag 1 at sammenligne med."),
        ((4, 6), (0, 0), SHARE, "Ingen har svaret eller er talt siden dag 1. Andelen var 4 af 6 før dag 1."),
        (None, None, SHARE, "Ingen har svaret eller er talt siden dag 1."),
        ((31, 29), (4, 6), SHARE, "Tallene passer ikke sammen: 31 af 29. Se efter, hvad der er talt."),
        ((-1, 29), (4, 6), SHARE, "Tallene passer ikke sammen: −1 af 29. Se efter, hvad der er talt."),
    ],
)  # fmt: skip
def test_a_share_before_and_after(before: type_part, after: type_part, topic: Topic, text: str) -> None:
    assert share_difference(before, after, topic).replace("\u202f", " ") == text


def test_the_same_share_is_the_same() -> None:
    said = share_difference((3, 6), (5, 10), SHARE)
    assert said.startswith("Andelen er uændret: 3 af 6 før og 50\u202f% (5 af 10) efter.")
    assert said.endswith("Det kan altså være tilfældigt.")


part = st.none() | st.tuples(st.integers(-3, 60), st.integers(-3, 60))


@given(part, part, st.sampled_from(Sampling))
def test_any_two_parts_give_a_sentence(before: type_part, after: type_part, sampling: Sampling) -> None:
    text = share_difference(before, after, Topic(sampling=sampling))
    assert text.endswith(".") and "nan" not in text and "%(" not in text
    if sampling is not Sampling.EACH_ONCE:
        assert "Med den usikkerhed" not in text


FIVE = ("helt uenig", "uenig", "hverken eller", "enig", "helt enig")


@pytest.mark.parametrize(
    ("counts", "unknown", "text"),
    [
        (
            (1, 3, 4, 9, 8), 3,
            "17 af 25 (68 %) svarede ”enig” eller ”helt enig”. 4 af 25 (16 %) svarede ”helt uenig” eller ”uenig”. "
            "4 står i midten. Derudover svarede 3 ”ved ikke”.",
        ),
        (
            (0, 0, 0, 2, 1), 0,
            "3 af 3 svarede ”enig” eller ”helt enig”. Ingen svarede ”helt uenig” eller ”uenig”. "
            "Så få svar siger kun noget om netop de personer.",
        ),
        ((0, 0, 12, 0, 0), 0, "Alle 12 står i midten."),
        ((0, 0, 1, 0, 0), 0, "Det ene svar står i midten. Så få svar siger kun noget om netop de personer."),
        ((0, 0, 0, 0, 0), 0, "Ingen har svaret endnu."),
        ((0, 0, 0, 0, 0), 2, "Ingen tog stilling. Derudover svarede 2 ”ved ikke”."),
    ],
)  # fmt: skip
def test_answers(counts: tuple[int, ...], unknown: int, text: str) -> None:
    row = Answers("Jeg føler mig tryg", counts, unknown)
    assert answers(row, LikertChart("Svar", FIVE, (row,), "ved ikke")).replace("\u202f", " ") == text


@pytest.mark.parametrize(
    ("counts", "text"),
    [
        ((), "Der er ikke talt noget endnu."),
        ((0, 0), "Der er ikke talt noget endnu."),
        ((7,), "Alle 7 opkald kommer fra én."),
        ((0, 7, 0), "Alle 7 opkald kommer fra én."),
        ((50, *[1] * 49), "1 af 50 borgere står for 51 % af alle opkald. 99 opkald i alt."),
        ((40, 38, *[1] * 61), "2 af 63 borgere står for 56 % af alle opkald. 139 opkald i alt."),
        (
            (5, 5, 5, 5),
            "Det er fordelt på mange: der skal 2 af 4 borgere til for at nå halvdelen. 20 opkald i alt.",
        ),
    ],
)
def test_a_few_who_cause_most(counts: tuple[int, ...], text: str) -> None:
    chart = Pareto("Opkald", tuple(Share(f"B{at}", count) for at, count in enumerate(counts)), "opkald")
    assert few(chart, "borgere").replace("\u202f", " ") == text


def _heatmap(counts: dict[tuple[int, int], float | None]) -> Heatmap:
    days = tuple(tuple(counts.get((day, hour), 0.0) for hour in range(HOURS)) for day in range(7))
    return Heatmap("Opkald", days, "opkald")


@pytest.mark.parametrize(
    ("counts", "text"),
    [
        ({(day, hour): None for day in range(7) for hour in range(24)}, "Der er ikke talt noget endnu."),
        ({}, "Der er ikke talt noget endnu."),
        ({(0, 8): 3.0}, "Kun 3 opkald i alt. Det er for få til at se et mønster over ugen."),
        ({(0, 8): 31.0, (1, 9): 9.0}, "Flest kommer mandag kl. 8–9: 31 af 40."),
        (
            {(0, 8): 31.0, (1, 9): None, (2, 9): 2.0},
            "Flest kommer mandag kl. 8–9: 31 af 33. De skraverede timer er ikke talt.",
        ),
        (
            {(0, 8): 20.0, (1, 9): 20.0},
            "Ingen time skiller sig ud: mandag kl. 8–9 og tirsdag kl. 9–10 har lige mange, 20.",
        ),
        (
            {(day, hour): 2.0 for day in range(7) for hour in range(24)},
            "Ingen time skiller sig ud: 168 timer har lige mange, 2.",
        ),
    ],
)  # fmt: skip
def test_hours(counts: dict[tuple[int, int], float | None], text: str) -> None:
    assert hours(_heatmap(counts)) == text


@pytest.mark.parametrize(
    ("steps", "text"),
    [
        ((("Spurgt", 63), ("sagde ja", 5), ("er med endnu", 1)), "Spurgt: 63; sagde ja: 5; er med endnu: 1."),
        ((("Spurgt", 63), ("talt med", None), ("aftale", 9)), "Spurgt: 63; aftale: 9. Ét trin er ikke talt."),
        ((("Spurgt", None),), "Der er ikke talt noget endnu."),
        ((), "Der er ikke talt noget endnu."),
        ((("Spurgt", 0), ("ja", 0)), "Ingen er nået til det første trin endnu."),
        (
            (("Spurgt", 3), ("ja", 5)),
            "Spurgt: 3; ja: 5. Et senere trin har flere end trinnet før: se efter, hvad der er talt.",
        ),
    ],
)
def test_how_many_are_left(steps: tuple[tuple[str, float | None], ...], text: str) -> None:
    assert left(Funnel("Trin", tuple(Step(*step) for step in steps))) == text


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        ([], "Der er ingen tal fra noget sted endnu."),
        ([("Øst", 0, 0)], "Der er ingen tal fra noget sted endnu. Øst har ingen tal."),
        ([("Øst", 3, 9)], "Der er kun tal fra ét sted: Øst, 33 %."),
        (
            [("Øst", 3, 9), ("Vest", 90, 90)],
            "Ingen af de to steder skiller sig ud: forskellene kan være tilfældige.",
        ),
        (
            [("Øst", 30, 60), ("Vest", 29, 60), ("Nord", 31, 60), ("Syd", 9, 4)],
            "Ingen af de tre steder skiller sig ud: forskellene kan være tilfældige. Syd har ingen tal.",
        ),
        (
            [("Øst", 30, 60), ("Vest", 31, 60), ("Nord", 2, 60)],
            "Nord (3 %) skiller sig ud: forskellen er større end tilfældige udsving. Stederne ligger samlet på 35 %.",
        ),
    ],
)
def test_sites(parts: list[tuple[str, int, int]], text: str) -> None:
    assert sites(funnel_plot(parts, title="Andel")).replace("\u202f", " ") == text


@pytest.mark.parametrize(
    ("steps", "text"),
    [
        ((), "Ingen har været igennem et trin endnu."),
        ((StepTime("Opfølgning", 0),), "Ingen har været igennem et trin endnu."),
        (
            (StepTime("Besøg", 3, 21, 14, 30),),
            "Besøg: typisk 21 dage (3 forløb). Det er for få til at sige, hvor meget det svinger.",
        ),
        (
            (StepTime("Besøg", 41, 3, 1, 6), StepTime("Afgørelse", 36, 8, 5, 13), StepTime("Opfølgning", 0)),
            "Længst tid tager det her: Afgørelse, typisk 8 dage (36 forløb). Halvdelen ligger mellem 5 og 13 dage. "
            "Endnu uden forløb: Opfølgning.",
        ),
        (
            (StepTime("Besøg", 12, 4, 4, 4),),
            "Besøg: typisk 4 dage (12 forløb). Halvdelen tager lige lang tid.",
        ),
    ],
)
def test_times(steps: tuple[StepTime, ...], text: str) -> None:
    assert times(FlowTimes("Ventetid", steps, "dage")) == text


def test_each_site_is_told_without_a_ranking() -> None:
    def series(site: str, *values: float | None, late: int = 0) -> SiteSeries:
        weeks = [date(2022, 6, 6) + timedelta(weeks=at + late) for at in range(len(values))]
        return SiteSeries(
            site,
            tuple(RunPoint(day, day + timedelta(6), value) for day, value in zip(weeks, values, strict=True)),
        )

    def said(*sites: SiteSeries) -> str:
        return each_site(SmallMultiples("Opkald", sites, "opkald"))

    assert said() == said(series("Øst", None)) == "Der er ingen tal fra noget sted endnu."
    assert said(series("Øst", 3, 5, None)) == "Der er kun tal fra ét sted; det seneste er 5 opkald."
    assert said(series("Øst", 5), series("Vest", 5)) == "Det seneste tal er det samme på to steder: 5 opkald."
    assert said(series("Øst", 3, 9, 8), series("Vest", 2, late=2), series("Syd", None)) == (
        "De seneste tal fra to steder ligger mellem 2 og 8 opkald. Syd har ingen tal. Vest kom med senere end de andre."
    )


SAID: dict[type, Callable[[Any], str]] = {
    LikertChart: lambda chart: " ".join(answers(row, chart) for row in chart.rows) or ".",
    Pareto: lambda chart: few(chart, "borgere"),
    Heatmap: hours,
    Funnel: left,
    FunnelPlot: sites,
    FlowTimes: times,
    SmallMultiples: each_site,
}


@CALM
@given(charts(any_figure).filter(lambda chart: type(chart) in SAID))
def test_whatever_comes_in_there_is_a_sentence(chart: type_chart) -> None:
    text = SAID[type(chart)](chart)
    assert text.endswith(".")
    assert "%(" not in text and not re.search(r"\b(nan|inf)\b", text)
