"""Before and after, sites in a funnel, flow times."""

from collections.abc import Iterator

from stillads.analysis.pictures import before_after, funnel_plot
from stillads.analysis.sentences import Sampling, Topic, Wish, share_difference, sites, times
from stillads.charts.flow_times import FlowTimes, StepTime

from .example import Example

TITLE = "Beboere, der svarede, at natten var rolig"


def examples() -> Iterator[Example]:
    """The examples in the order of the page."""
    yield _shares("foer-efter", "Før og efter med interval", (14, 31), (22, 29), Sampling.EACH_ONCE)
    yield _shares(
        "samme-faa", "De samme få igen og igen: intet interval", (31, 50), (23, 56), Sampling.SAME_FEW
    )
    yield _shares("skoen", "Én persons skøn: intet interval", (6, 10), (4, 10), Sampling.ESTIMATE)
    yield _shares("uden-foer", "Ingen førmåling", None, (4, 6), Sampling.EACH_ONCE)
    parts = [
        ("Toftegården", 14, 31),
        ("Sundparken", 22, 40),
        ("Bakkebo", 5, 12),
        ("Øst", 61, 88),
        ("Vest", 12, 45),
    ]
    chart = funnel_plot(parts, title="Andel med rolig nat", based_on="svar")
    yield Example("tragt", "Steder i en tragt", chart, sites(chart))
    yield from _times()


def _shares(
    key: str, state: str, before: tuple[int, int] | None, after: tuple[int, int], sampling: Sampling
) -> Example:
    sentence = share_difference(before, after, Topic(wish=Wish.MORE, sampling=sampling))
    levels = [("Før", before), ("Fra dag 1", after)]
    chart = before_after(levels, title=TITLE, sampling=sampling, description=sentence)
    return Example(key, state, chart, sentence)


def _times() -> Iterator[Example]:
    steps = (
        StepTime("Fra henvendelse til første besøg", 41, 3, 1, 6, 12),
        StepTime("Fra besøg til afgørelse", 36, 8, 5, 13, 27),
        StepTime("Fra afgørelse til hjælpemidlet står i hjemmet", 3, 21, 14, 30, 34),
        StepTime("Opfølgning", 0),
    )
    chart = FlowTimes("Ventetid i hvert trin", steps, "dage")
    yield Example("ventetid", "Ventetid i hvert trin", chart, times(chart))
    empty = FlowTimes("Ventetid i hvert trin", (StepTime("Opfølgning", 0),), "dage")
    yield Example("ventetid-tom", "Ingen har været igennem", empty, times(empty))
