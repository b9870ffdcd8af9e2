"""The results of a round in words: one picture with its sentence per trial."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stillads.analysis.showing import Shown
from stillads.charts.picture import type_chart
from stillads.trials.queries.phases import PhaseView


@dataclass(frozen=True, slots=True)
class TrialResult:
    """One trial. `crossed`: what must not get worse is worse so far."""

    number: int
    title: str
    url: str
    measure: str
    chart: type_chart | None
    sentence: str
    progress: str
    constructed: bool
    crossed: bool


@dataclass(frozen=True, slots=True)
class RoundResults:
    """The page: those with figures, and those without, each with why."""

    answer: str
    results: tuple[TrialResult, ...]
    without: tuple[tuple[str, str, str], ...]


def present(phases: Sequence[PhaseView], found: Mapping[str, Shown]) -> RoundResults:
    """The page's words, in the order of the chapters."""
    told = [phase for phase in phases if phase.public_id in found and found[phase.public_id].any]
    rest = [phase for phase in phases if phase not in told]
    return RoundResults(
        answer=_answer(len(told), len(phases)),
        results=tuple(_result(phase, found[phase.public_id]) for phase in told),
        without=tuple(_without(phase, has_measure=phase.public_id in found) for phase in rest),
    )


def _answer(told: int, every: int) -> str:
    if not every:
        return _("There is no trial in the round yet.")
    text = ngettext(
        "%(told)d of %(n)d trial has figures from registrations.",
        "%(told)d of %(n)d trials have figures from registrations.",
        every,
    )
    return text % {"told": told, "n": every}


def _result(phase: PhaseView, shown: Shown) -> TrialResult:
    return TrialResult(
        number=phase.order_in_round,
        title=phase.trial_title,
        url=_url("results", phase),
        measure=shown.title,
        chart=shown.chart,
        sentence=shown.sentence,
        progress=shown.progress,
        constructed=phase.constructed,
        crossed=shown.crossed,
    )


def _without(phase: PhaseView, *, has_measure: bool) -> tuple[str, str, str]:
    if has_measure:
        return phase.trial_title, _url("results", phase), _("Nothing has been registered yet.")
    return phase.trial_title, _url("figures", phase), _("Its figures are written by hand.")


def _url(name: str, phase: PhaseView) -> str:
    return reverse(f"trials:{name}", args=[phase.trial_public_id, phase.public_id])
