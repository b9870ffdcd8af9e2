"""Answers on a scale: five steps, three steps, few, none."""

from collections.abc import Iterator

from stillads.analysis.sentences import answers
from stillads.charts.likert_data import Answers, LikertChart

from .example import Example

FIVE = ("helt uenig", "uenig", "hverken eller", "enig", "helt enig")


def examples() -> Iterator[Example]:
    """The examples in the order of the page."""
    rows = (
        Answers("Jeg ved, hvem jeg skal ringe til om natten", (1, 3, 4, 9, 8), 3),
        Answers(
            "Jeg sover roligere, fordi jeg ved, at der kommer nogen, når jeg kalder", (0, 0, 6, 12, 7), 3
        ),
        Answers("Personalet har tid til mig", (6, 8, 5, 5, 2), 2),
    )
    yield _example("svar", "Fem trin, og ”ved ikke” for sig", FIVE, rows)
    yield _example(
        "svar-faa",
        "Få svar: tal i stedet for procent",
        FIVE,
        (Answers("Jeg føler mig tryg", (0, 1, 0, 3, 1)),),
    )
    three = ("nej", "delvist", "ja")
    yield _example(
        "svar-tre", "Tre trin", three, (Answers("Fik du den hjælp, du havde brug for?", (4, 9, 31), 5),)
    )
    yield _example("svar-ingen", "Kun ”ved ikke”", three, (Answers("Fik du den hjælp?", (0, 0, 0), 2),))
    yield _example("svar-tom", "Ingen svar endnu", three, (Answers("Fik du den hjælp?", (0, 0, 0)),))


def _example(key: str, state: str, steps: tuple[str, ...], rows: tuple[Answers, ...]) -> Example:
    chart = LikertChart("Svar fra beboerne", steps, rows, "ved ikke")
    return Example(key, state, chart, answers(rows[0], chart))
