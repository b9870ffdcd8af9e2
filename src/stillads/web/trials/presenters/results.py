"""What the registrations say, as the result page and the page of one measure place it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from stillads.analysis.queries.comparisons import ComparisonRow, PhaseComparison
from stillads.analysis.queries.phase_results import Part, PhaseResults
from stillads.analysis.showing import Shown
from stillads.charts.picture import type_chart
from stillads.kernel.dates import format_date, format_span
from stillads.trials.queries.phases import PhaseView

OVER_TIME, SITES = "tal", "steder"
_VERDICTS = {"met": "better", "not_met": "unchanged", "wrong_way": "worse", "cannot_tell": "open"}


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart in the page: what it says, where its figures come from, where its files lie."""

    chart: type_chart | None
    heading: str
    sentence: str
    source: str
    files: str


@dataclass(frozen=True, slots=True)
class MeasurePart:
    """One measure: its picture, what it stands on, what was predicted, the way to the rest of it."""

    title: str
    perspective: str
    picture: Picture
    foundation: str
    held: str
    progress: str
    more: str


@dataclass(frozen=True, slots=True)
class VerdictLine:
    """A prediction with its verdict."""

    what: str
    predicted: str
    measured: str
    difference: str
    key: str
    word: str
    caveat: str


@dataclass(frozen=True, slots=True)
class ResultPage:
    """The page. `provisional` is the sentence that it is that; empty after the verdict."""

    playbook: str
    any: bool
    answer: str
    provisional: str
    warnings: tuple[str, ...]
    measures: tuple[MeasurePart, ...]
    waiting: tuple[str, ...]
    verdicts: tuple[VerdictLine, ...]
    changes: tuple[tuple[str, str], ...]


def present(
    found: PhaseResults, compared: PhaseComparison, phase: PhaseView, trial: str, today: date
) -> ResultPage:
    """The page's words."""
    fallen = tuple(_verdict(row) for row in compared.predicted if row.outcome)
    shown = [one for one in found.shown if found.any and (one.chart is not None or one.held or one.now)]
    return ResultPage(
        playbook=found.playbook,
        any=found.any,
        answer=_answer(found, phase, today, fallen=bool(fallen)),
        provisional="" if fallen or not found.any else _provisional(compared, today),
        warnings=() if fallen else tuple(_warning(one) for one in found.shown if one.crossed),
        measures=tuple(_measure(one, phase, trial, today, fallen=bool(fallen)) for one in shown),
        waiting=tuple(one.title for one in found.shown if one not in shown),
        verdicts=fallen,
        changes=tuple((format_date(change.day), change.text) for change in found.changes),
    )


@dataclass(frozen=True, slots=True)
class OnePage:
    """The page of one measure: over time, site by site, and each breakdown."""

    title: str
    perspective: str
    sentence: str
    foundation: str
    held: str
    pictures: tuple[Picture, ...]


def present_one(shown: Shown, parts: Sequence[Part], phase: PhaseView, trial: str) -> OnePage:
    """The page's words."""
    source = _source(phase)
    named = [(OVER_TIME, _("All sites together"), shown.chart, shown.sentence)]
    if shown.sites is not None:
        named.append((SITES, _("Site by site"), shown.sites, ""))
    named += [(part.key, part.by, part.chart, part.sentence) for part in parts]
    pictures = (
        Picture(chart, heading[:1].upper() + heading[1:], text, source, _file(phase, trial, shown.key, key))
        for key, heading, chart, text in named
    )
    return OnePage(
        shown.title, shown.perspective, shown.sentence, shown.foundation, shown.held, tuple(pictures)
    )


def chart_of(shown: Shown, parts: Sequence[Part], part: str) -> type_chart | None:
    """The picture by the name in its file's address; None where there is no such."""
    charts = {part.key: part.chart for part in parts} | {OVER_TIME: shown.chart, SITES: shown.sites}
    return charts.get(part)


def _answer(found: PhaseResults, phase: PhaseView, today: date, *, fallen: bool) -> str:
    if not found.playbook:
        return _("The trial has no playbook, so its figures are written by hand.")
    if not found.any:
        begins = phase.baseline_start or phase.start
        if begins > today:
            return _("Nothing has been registered yet. It begins %(day)s.") % {"day": format_date(begins)}
        return _("Nothing has been registered yet.")
    if found.primary is None:
        return ""
    answer = f"{found.primary.title}: {found.primary.sentence}"
    return answer if fallen else _("Provisional. %(answer)s") % {"answer": answer}


def _provisional(compared: PhaseComparison, today: date) -> str:
    day = compared.evaluation_date
    if not compared.locked:
        return _("No prediction was locked, so no verdict will fall. The figures stand as they are.")
    if day > today:
        return _("The verdict falls %(day)s. Until then everything here is provisional.") % {
            "day": format_date(day)
        }
    return _("The evaluation date was %(day)s, and the verdict has not fallen yet.") % {
        "day": format_date(day)
    }


def _warning(one: Shown) -> str:
    return _("Keep an eye on “%(title)s”, which must not get worse. %(sentence)s") % {
        "title": one.title,
        "sentence": one.sentence,
    }


def _measure(one: Shown, phase: PhaseView, trial: str, today: date, *, fallen: bool) -> MeasurePart:
    files = _file(phase, trial, one.key, OVER_TIME) if one.chart is not None else ""
    return MeasurePart(
        title=one.title,
        perspective=one.perspective,
        picture=Picture(one.chart, one.title, one.sentence, _source(phase), files),
        foundation=one.foundation,
        held=one.held,
        progress="" if fallen else one.progress,
        more=reverse("trials:result", args=[trial, phase.public_id, one.key])
        if one.chart is not None
        else "",
    )


def _file(phase: PhaseView, trial: str, measure: str, part: str) -> str:
    """The address of a picture's files, without the ending."""
    whole = reverse("trials:result_file", args=[trial, phase.public_id, measure, part, "svg"])
    return whole.removesuffix(".svg")


def _source(phase: PhaseView) -> str:
    days = format_span(phase.baseline_start or phase.start, phase.end)
    if phase.constructed:
        return _("Source: constructed registrations of the trial, %(days)s.") % {"days": days}
    return _("Source: the trial's registrations, %(days)s.") % {"days": days}


def _verdict(row: ComparisonRow) -> VerdictLine:
    return VerdictLine(
        what=row.what,
        predicted=row.predicted,
        measured=row.measured or "–",
        difference=row.difference or row.change or "–",
        key=_VERDICTS.get(row.outcome, "open"),
        word=row.outcome_word,
        caveat=row.caveat,
    )
