"""Run and control charts: with and without a signal, too few points, gaps, nothing, a long time, several sites."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from stillads.analysis.pictures import Period, run_chart
from stillads.analysis.sentences import Sampling, Topic, What, Wish, change, each_site
from stillads.analysis.spc import Kind, Options, chart, subgroups
from stillads.charts.line_data import Mark, Window
from stillads.charts.run_data import RunPoint
from stillads.charts.small_multiples import SiteSeries, SmallMultiples

from .example import Example

MONDAY = date(2022, 2, 28)
DAY_ONE = date(2022, 4, 25)
WINDOWS = (Window("Servicekald", date(2022, 6, 6), date(2022, 6, 12)),)
MARKS = (Mark(date(2022, 5, 18), "note", "Ny vagtplan"), Mark(date(2022, 7, 11), "note", "Sommerferie"))
BEFORE = 8
VISITS = (9, 11, 10, 8, 12, 10, 9, 11, 7, 6, 8, 5, 6, 7, 4, 5, 6, 5, 4, 6)
CALLS = (15, 17, 16, 14, 18, 16, 15, 17, 16, 15, 18, 14, 15, 17, 12, 13, 14, 15, 13, 14)
type_figures = Sequence[float | None]


def examples() -> Iterator[Example]:
    """The examples in the order of the page."""
    shares = Topic(What.SHARE, "%", "opkald", Wish.LESS)
    number = Topic(What.NUMBER, "opkald om ugen", "opkald", Wish.LESS)
    yield _example(
        "andel", "Et signal: andelen er faldet", VISITS, CALLS, shares, "Opkald, der blev til besøg"
    )
    quiet = (31, 28, 35, 30, 26, 33, 29, 32, 27, 34, 30, 25, 31, 28, 33, 29, 26, 32, 30, 27)
    yield _example("roligt", "Intet signal", quiet, None, number, "Opkald om ugen")
    worse = (12, 10, 13, 11, 12, 9, 11, 13, 15, 16, 14, 17, 18, 16, 15, 19, 17, 16, 18, 17)
    yield _example("gal-vej", "Et signal den gale vej", worse, None, number, "Opkald om natten")
    holes = (31, None, 35, 30, 26, 33, 29, 32, None, None, 30, 25, 31, 8, 33, 29, 26, 32, 30, 27)
    yield _example(
        "huller", "Manglende uger og et punkt uden for grænserne", holes, None, number, "Opkald om ugen"
    )
    yield _example("faa", "For få punkter: kun prikker", quiet[:6], None, number, "Opkald om ugen", before=3)
    yield _example("en", "Ét punkt", (31,), None, number, "Opkald om ugen", before=1)
    yield _example("ens", "Alle ens", (5,) * 14, None, number, "Opkald om ugen")
    yield _example("tom", "Ingen tal endnu", (None,) * 6, None, number, "Opkald om ugen")
    yield _long()
    yield _sites()


def _example(
    key: str, state: str, figures: type_figures, out_of: type_figures | None, topic: Topic, title: str,
    before: int = BEFORE,
) -> Example:  # fmt: skip
    kind = Kind.SHARE if out_of else Kind.INDIVIDUALS
    times = 100 if out_of else 1
    groups = subgroups(figures, out_of)
    frozen = chart(kind, groups, Options(freeze=before, multiply=times))
    shown = chart(kind, groups, Options(parts=(before,), multiply=times))
    sentence = change(frozen, topic, before=before)
    drawn = run_chart(
        shown, _weeks(len(figures)), title=title, unit="%" if out_of else "opkald", description=sentence,
        start=MONDAY + timedelta(weeks=before), windows=WINDOWS if len(figures) > 15 else (),
        marks=MARKS if len(figures) > 15 else (), promised=35 if out_of else None,
        judged=frozen,
    )  # fmt: skip
    return Example(key, state, drawn, sentence)


def _weeks(n: int, first: date = MONDAY) -> list[Period]:
    starts = [first + timedelta(weeks=at) for at in range(n)]
    return [Period(start, start + timedelta(days=6)) for start in starts]


def _long() -> Example:
    """A year and a half over two new years, with a week 53 in it."""
    figures = [20 + (7 * at) % 11 - (6 if at > 40 else 0) for at in range(80)]
    frozen = chart(Kind.RUN, subgroups([float(f) for f in figures]), Options(freeze=40))
    topic = Topic(What.NUMBER, "måltider om ugen", "måltider", Wish.NONE, sampling=Sampling.SAME_FEW)
    sentence = change(frozen, topic, before=40)
    drawn = run_chart(
        frozen, _weeks(80, date(2020, 3, 2)), title="Måltider sammen om ugen", unit="måltider",
        description=sentence, start=date(2020, 12, 7),
    )  # fmt: skip
    return Example("lang", "Halvandet år, med en uge 53", drawn, sentence)


def _sites() -> Example:
    names = ("Toftegården", "Sundparken", "Bakkebo", "Hjemmeplejen Øst", "Hjemmeplejen Vest og Nord")
    series = []
    for at, name in enumerate(names):
        late = 9 if at == 2 else 0
        points = tuple(
            RunPoint(
                week.first,
                week.last,
                None if (place + at) % 9 == 4 else float(12 + (place * (at + 3)) % 9 - at),
            )
            for place, week in enumerate(_weeks(20))
            if place >= late
        )
        series.append(SiteSeries(name, points))
    drawn = SmallMultiples("Opkald om ugen på hvert sted", tuple(series), "opkald", start=DAY_ONE)
    return Example("steder", "Et felt for hvert sted; ét kom senere med", drawn, each_site(drawn))
