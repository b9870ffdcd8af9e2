"""A phase's measures as its result page shows them, and the primary ones of many phases for the round."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from stillads.charts.picture import type_chart
from stillads.kernel.rules import NotFound
from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import check_may
from stillads.playbooks.format.measures import Measure
from stillads.playbooks.format.playbook import Playbook
from stillads.playbooks.kinds.case import Case
from stillads.playbooks.kinds.survey import Survey
from stillads.playbooks.loading import playbook_of
from stillads.trials.models import Criterion, Phase
from stillads.trials.permissions import READ
from stillads.trials.queries.phases import PhaseView

from ..figures import expected_of
from ..measures import Change, MeasureResult, breakdowns, broken_down, by_weekday_and, compute
from ..measures.breakdowns import SITE
from ..sentences import Sampling
from ..showing import Around, Shown, by_hours, by_value, show
from ..showing.parts import type_part
from .breakdown_words import labels_of, name_of
from .criteria import locked_chains
from .measures import givens_of, measures_of

type_expected = Mapping[str, Criterion]
"""Measure key → what was locked of it, as it now stands."""


@dataclass(frozen=True, slots=True)
class PhaseResults:
    """What a phase's registrations say.

    playbook  its title; empty where the phase has none
    shown     the measures in the playbook's order, the primary one first
    primary   the measure that the prediction is about first of all; None where there is no measure
    changes   what changed besides the trial, from the logbook
    any       whether anything has been registered
    """

    playbook: str
    shown: tuple[Shown, ...] = ()
    primary: Shown | None = None
    changes: tuple[Change, ...] = ()
    any: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A breakdown: its key, what it is by in words, picture and sentence."""

    key: str
    by: str
    chart: type_chart | None
    sentence: str


def phase_results(phase: PhaseView, *, viewer: Viewer, on: date) -> PhaseResults:
    """All measures of a phase as they stood at the end of `on`. The same queries for any number of measures."""
    check_may(viewer, READ)
    book = playbooks_of([phase.id]).get(phase.id)
    if book is None:
        return PhaseResults("")
    found = measures_of(phase.id, viewer=viewer, on=on)
    expected = _expected([phase.id]).get(phase.id, {})
    first = primary_of(book, expected)
    shown = {key: _show(result, phase, book, expected) for key, result in found.items()}
    order = sorted(shown.values(), key=lambda each: each.key != first)
    changes = next((result.changes for result in found.values()), ())
    return PhaseResults(
        book.title.da, tuple(order), shown.get(first), changes, any(each.any for each in order)
    )


def primary_results(phases: Sequence[PhaseView], *, viewer: Viewer, on: date) -> dict[str, Shown]:
    """Phase public id → its primary measure, where it has one. The same queries for any number of phases."""
    check_may(viewer, READ)
    books = playbooks_of([phase.id for phase in phases])
    expected = _expected(list(books))
    firsts = {pk: primary_of(book, expected.get(pk, {})) for pk, book in books.items()}
    givens = givens_of(list(books), viewer=viewer, on=on, only=set(firsts.values()))
    found = {}
    for phase in phases:
        given = givens.get(phase.public_id, {}).get(firsts.get(phase.id, ""))
        if given is not None:
            found[phase.public_id] = _show(compute(given), phase, books[phase.id], expected.get(phase.id, {}))
    return found


def measure_in_parts(
    phase: PhaseView, measure: str, *, viewer: Viewer, on: date
) -> tuple[Shown, tuple[Part, ...]]:
    """One measure with all its breakdowns. NotFound where the phase has no such measure."""
    check_may(viewer, READ)
    book = playbooks_of([phase.id]).get(phase.id)
    asked = next((each for each in book.measures if each.key == measure), None) if book else None
    if book is None or asked is None:
        raise NotFound("no such measure in this phase")
    pieces = tuple(key for key in asked.by if key not in {SITE, "weekday"})
    givens = givens_of([phase.id], viewer=viewer, on=on, only=[measure], pieces=pieces)
    given = givens[phase.public_id][measure]
    result = compute(given)
    shown = _show(result, phase, book, _expected([phase.id]).get(phase.id, {}))
    if shown.chart is None:
        return shown, ()
    parts = []
    for by in breakdowns(given):
        if by != SITE and not (by == "hour" and asked.how == "count"):  # the week's hours tell it better
            name = name_of(book, asked, by)
            labels, series = labels_of(book, asked, by), broken_down(given, by)
            parts.append(_part(by, name, by_value(asked, by, series, labels, _title(shown, name))))
    if asked.how == "count" and "hour" in asked.by and (hours := by_weekday_and(given, "hour")):
        name = name_of(book, asked, "hours")
        parts.append(_part("hours", name, by_hours(hours, asked, _title(shown, name))))
    return shown, tuple(parts)


def playbooks_of(phases: Collection[int]) -> dict[int, Playbook]:
    """Phase → the playbook it runs on. One query."""
    rows = Phase.objects.filter(pk__in=phases, playbook_version__isnull=False).select_related(
        "playbook_version"
    )
    return {
        row.pk: playbook_of(row.playbook_version)
        for row in rows.defer("playbook_version__content")
        if row.playbook_version is not None
    }


def primary_of(book: Playbook, expected: type_expected) -> str:
    """The key of the measure that the locked prediction, or else the playbook, is about first of all."""
    locked = [key for key, criterion in expected.items() if criterion.primary]
    planned = [each.measure for each in book.criteria if each.primary and each.measure]
    every = [each.key for each in book.measures]
    return next((key for key in (*locked, *planned, *every) if key and key in every), "")


def _expected(phases: Collection[int]) -> dict[int, dict[str, Criterion]]:
    return {
        phase: {c.now.measure: c.now for c in reversed(chains) if c.now.measure and not c.now.withdrawn}
        for phase, chains in locked_chains(phases, {}).items()
    }


def _show(result: MeasureResult, phase: PhaseView, book: Playbook, expected: type_expected) -> Shown:
    criterion = expected.get(result.measure.key)
    titles = {each.key: each.title for each in book.measures} | {
        each.key: each.title for each in book.windows
    }
    around = Around(
        start=phase.start,
        windows=phase.line.windows,
        marks=phase.line.marks,
        titles=titles,
        expected=None if criterion is None else expected_of(criterion),
        sampling=_sampling(result.measure, book),
        constructed=phase.constructed,
    )
    return show(result, around, guardrail=criterion is not None and criterion.guardrail)


def _sampling(measure: Measure, book: Playbook) -> Sampling:
    """Asked once, or one case: each counts once. A tap says nothing of whom it is about."""
    made = book.instrument(measure.instrument)
    once = isinstance(made, Case) or (isinstance(made, Survey) and made.asked_once)
    return Sampling.EACH_ONCE if once else Sampling.UNKNOWN


def _part(by: str, name: str, made: type_part) -> Part:
    chart, sentence = made
    return Part(by, name, chart, sentence)


def _title(shown: Shown, name: str) -> str:
    return f"{shown.chart.title if shown.chart else shown.title}: {name}"
