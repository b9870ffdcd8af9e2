"""A chart in words: what it says, and what it must not say."""

from collections.abc import Sequence
from typing import Any

import pytest
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stillads.analysis.sentences import Sampling, Topic, What, Wish, change
from stillads.analysis.spc import Kind, Options, chart, subgroups

type_figures = Sequence[float | None]
CALLS = Topic(What.NUMBER, "", "opkald", Wish.LESS)
VISITS = Topic(What.SHARE, "%", "opkald", Wish.LESS)
STEADY = (31, 28, 35, 30, 26, 33, 29, 32)
CHANCE_WORDS = ("større end de tilfældige", "kan være tilfældig", "et enkelt punkt", "følger ikke dag 1")


def said(
    figures: type_figures,
    topic: Topic = CALLS,
    *,
    before: int = 8,
    out_of: type_figures | None = None,
    **options: Any,
) -> str:
    kind = Kind.SHARE if out_of else Kind.INDIVIDUALS
    multiply = 100 if out_of else 1
    frozen = chart(kind, subgroups(figures, out_of), Options(freeze=before, multiply=multiply, **options))
    with translation.override("da"):
        return change(frozen, topic, before=before)


def test_a_fall_that_is_more_than_chance() -> None:
    visits = (9, 11, 10, 8, 12, 10, 9, 11, 7, 6, 8, 5, 6, 7, 4, 5, 6, 5, 4, 6)
    assert said(visits, VISITS, out_of=[16] * 20) == (
        "Andelen faldt fra 63\u202f% til 36\u202f%. "
        "Faldet er større end de tilfældige udsving i de foregående otte uger. 320 opkald i alt."
    )


def test_a_rise_the_wrong_way_is_said_to_be_that() -> None:
    worse = (12, 10, 13, 11, 12, 9, 11, 13, 15, 16, 14, 17, 18, 16, 15, 19, 17, 16, 18, 17)
    assert said(worse) == (
        "Antallet steg fra 11,4 til 16,5. Det er den modsatte vej af den, prøvehandlingen vil. "
        "Stigningen er større end de tilfældige udsving i de foregående otte uger. 289 opkald i alt."
    )


def test_no_signal_is_no_effect_claimed_and_none_denied() -> None:
    quiet = (*STEADY, 27, 34, 30, 25, 31, 28, 33, 29, 26, 32, 30, 27)
    assert said(quiet) == (
        "Antallet faldt fra 30,5 til 29,3. "
        "Faldet kan være tilfældigt: det er ikke større end udsvingene i de foregående otte uger. 596 opkald i alt."
    )


@pytest.mark.parametrize(
    ("figures", "before", "text"),
    [
        ((), 0, "Der er ikke registreret noget endnu."),
        ((None,) * 6, 3, "Der er ingen tal i seks uger."),
        ((None,), 0, "Der er ingen tal i én uge."),
        ((31,), 1, "Der er kun ét tal indtil nu: 31."),
        ((None, 31, None), 1, "Der er kun ét tal indtil nu: 31."),
        ((5,) * 14, 8, "Tallet er det samme i alle fjorten uger: 5. 70 opkald i alt."),
        ((0,) * 12, 8, "Tallet er det samme i alle tolv uger: 0. 0 opkald i alt."),
    ],
)
def test_nothing_one_and_all_equal(figures: type_figures, before: int, text: str) -> None:
    assert said(figures, before=before) == text.replace("fjorten", "14")


def test_few_points_give_no_statement_about_chance() -> None:
    assert said((30, 31, 29, 12, 13, 11), before=3) == (
        "Antallet faldt fra 30 til 12. "
        "Kun fem uger kan bruges. Det er for lidt til at sige, om det er mere end tilfældige udsving. 126 opkald i alt."
    )


def test_too_little_from_before_gives_none_either() -> None:
    figures = (30, 31, 29, 12, 13, 11, 12, 13, 12, 14, 11, 12, 13, 11)
    text = said(figures, before=3)
    assert "Der er kun tal fra tre uger før dag 1. Det er for lidt at måle tilfældige udsving på." in text
    assert not any(word in text for word in CHANCE_WORDS)


def test_only_before_and_only_since() -> None:
    assert said((*STEADY, None, None)).startswith(
        "Antallet var 30,5 før dag 1. Der er ingen tal siden. To uger mangler tal."
    )
    assert said((None, None, 12, 13, 11, 14), before=2).startswith(
        "Antallet er 12,5. Der er ingen tal fra før dag 1 at sammenligne med. To uger mangler tal."
    )
    assert said((12, 13, 11, 14), before=0).startswith("Antallet er 12,5. Der er ingen tal fra før dag 1")


def test_weeks_without_anybody_are_missing_and_not_nought() -> None:
    text = said(
        (3, 4, None, 2, 5, 4, 3, 4, 2, 0, 1), VISITS, out_of=(10, 10, 0, 10, 10, 10, 10, 10, 10, 0, 10)
    )
    assert "To uger mangler tal." in text
    assert text.endswith("90 opkald i alt.")


def test_a_part_greater_than_its_whole_is_somebodys_mistake() -> None:
    text = said((3, 4, 12, 2, 5, 4, 3, 4, 2, 0, 1), VISITS, out_of=[10] * 11)
    assert text == "Tallene passer ikke sammen i én uge: en del er større end det hele."


def test_one_point_outside_is_no_new_level() -> None:
    figures = (*STEADY, 33, 30, 31, 4, 30, 31, 33, 29, 30, 32, 30, 31)
    assert (
        "Et enkelt punkt ligger lavere end tilfældige udsving, men resten viser ikke et varigt fald."
        in said(figures)
    )


def test_a_signal_from_before_day_one_is_not_the_trials() -> None:
    figures = (50, 51, 49, 50, 52, 30, 31, 29, 30, 32, 30, 29, 31, 30, 28, 30, 31, 33, 30, 29)
    text = said((50, 30, 49, 31, 52, 30, 51, 29, 39, 41, 39, 42, 38, 41, 38, 41, 38, 41, 38, 39))
    assert "større end de tilfældige" not in text
    assert (
        "Tallene havde allerede flyttet sig før dag 1, så det kan ikke siges, at ændringen følger prøvehandlingen."
    ) in said(figures, before=12)


def test_one_persons_estimate_says_nothing_about_chance() -> None:
    text = said((*STEADY, *[10] * 11, 9), Topic(What.MEAN, "minutter", "skøn", sampling=Sampling.ESTIMATE))
    assert text == (
        "Gennemsnittet faldt fra 30,5 til 9,9 minutter. "
        "Tallene er én persons skøn, så der kan ikke siges noget om tilfældige udsving."
    )


def test_the_same_few_people_are_said_to_be_that() -> None:
    text = said((*STEADY, *STEADY), Topic(What.NUMBER, "", "opkald", sampling=Sampling.SAME_FEW))
    assert text == (
        "Antallet er uændret fra før til efter dag 1: 30,5. "
        "488 opkald i alt. Mange af dem kommer fra de samme få personer, så én persons ændring kan flytte tallet."
    )


def test_the_same_few_people_make_limits_that_assume_many_worthless() -> None:
    calls, out_of = (*[49, 51] * 8, 90, 91, 49, 48), [100] * 20
    topic = Topic(What.SHARE, "%", "opkald")
    assert "Stigningen er større end de tilfældige udsving" in said(calls, topic, out_of=out_of)
    few = Topic(What.SHARE, "%", "opkald", sampling=Sampling.SAME_FEW)
    assert "større end de tilfældige" not in said(calls, few, out_of=out_of)


def test_what_is_nearly_nothing_is_not_said_to_be_nothing() -> None:
    text = said([1, *[0] * 7, *[20] * 4], VISITS, out_of=[400] * 12)
    assert text.startswith("Andelen steg fra under 1\u202f% til 5\u202f%.")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.none() | st.integers(0, 60).map(float), max_size=30),
    st.integers(0, 12),
    st.sampled_from(Sampling),
    st.sampled_from(Wish),
)
def test_whatever_comes_in_it_is_a_sentence_that_keeps_to_its_limits(
    figures: list[float | None], before: int, sampling: Sampling, wish: Wish
) -> None:
    text = said(figures, Topic(What.NUMBER, "", "opkald", wish, sampling=sampling), before=before)
    assert text.endswith(".") and "nan" not in text.lower() and "None" not in text and "%(" not in text
    there = [value for value in figures if value is not None]
    if len(there) < 10 or sampling is Sampling.ESTIMATE:
        assert not any(word in text.lower() for word in CHANCE_WORDS)
    assert not ("faldt fra" in text and "steg fra" in text)
